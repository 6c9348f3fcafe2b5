/** The store's tables as the queries see them: portable types only, ISO text for days and instants, JSON as text. */
import type { ClockTables } from './clock-tables.ts';

export interface CallRow {
  readonly team: string;
  readonly call: number;
  readonly version: number;
  readonly firm: string;
  readonly people: string;
  readonly index_symbol: string;
  readonly value_kind: string;
  readonly value: number;
  readonly basis: string;
  readonly base_date: string;
  readonly base_close: number | null;
  readonly horizon_kind: string;
  readonly horizon: string;
  readonly note_date: string;
  readonly note_date_approximate: number;
  readonly variant: string;
  readonly view_kind: string;
  readonly supersedes: number | null;
  readonly source_link: string;
  readonly source_publisher: string;
  readonly source_quote: string | null;
  readonly remark: string | null;
  readonly withdrawn_on: string | null;
  readonly entered_by: string;
  readonly entered_at: string;
}

/** One row per call, written with its first version: no two calls of a team are the same note. */
interface CallIdentityRow {
  readonly team: string;
  readonly call: number;
  readonly identity: string;
}

interface SurveySeriesRow {
  readonly team: string;
  readonly survey: string;
  readonly series: string;
  readonly version: number;
  readonly name: string;
  readonly question: string;
  readonly unit: string;
  readonly positive: string;
  readonly negative: string;
  readonly signed: number;
  readonly entered_by: string;
  readonly entered_at: string;
}

export interface SurveyReadingRow {
  readonly team: string;
  readonly survey: string;
  readonly series: string;
  readonly period: string;
  readonly version: number;
  readonly field_from: string | null;
  readonly field_to: string | null;
  readonly published: string;
  readonly value: number | null;
  readonly direction: number;
  readonly respondents: number | null;
  readonly assets_bn: number | null;
  readonly source_link: string;
  readonly source_publisher: string;
  readonly source_quote: string | null;
  readonly entered_by: string;
  readonly entered_at: string;
}

interface AuditRow {
  readonly team: string;
  readonly entry: number;
  readonly at: string;
  readonly by_user: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: string;
}

interface TeamSettingRow {
  readonly team: string;
  readonly name: string;
  readonly version: number;
  readonly value: string;
}

interface DraftRow {
  readonly team: string;
  readonly draft: number;
  readonly by_user: string;
  readonly content: string;
  readonly expires_at: string;
}

/** Market data and the state of its sources; the only rows without a team. */
interface KeptRow {
  readonly name: string;
  readonly value: string;
}

export interface Tables extends ClockTables {
  readonly call_versions: CallRow;
  readonly calls: CallIdentityRow;
  readonly survey_series: SurveySeriesRow;
  readonly survey_readings: SurveyReadingRow;
  readonly audit_log: AuditRow;
  readonly team_settings: TeamSettingRow;
  readonly drafts: DraftRow;
  readonly kept: KeptRow;
}
