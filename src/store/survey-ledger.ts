/** Surveys in the store: what a series asks, and its readings; both versioned, nothing overwritten. */
import type { Kysely } from 'kysely';
import type { SurveyReading, SurveySeries, SurveyVersion } from '../metrics/surveys.ts';
import { recordAudit } from './audit-log.ts';
import type { Writing } from './call-ledger.ts';
import type { SurveyReadingRow, Tables } from './tables.ts';
import { findWriters, mayWrite } from './writers.ts';

export type SurveyWrite =
  | { readonly kind: 'written'; readonly version: number }
  /** Somebody wrote this month in between. */
  | { readonly kind: 'changed'; readonly version: number }
  | { readonly kind: 'forbidden' };

type Reader = Pick<Kysely<Tables>, 'selectFrom'>;

/** The newest definition of every series of a workspace. */
export async function listSurveySeries(db: Reader, team: string): Promise<SurveySeries[]> {
  const rows = await db
    .selectFrom('survey_series')
    .selectAll()
    .where('team', '=', team)
    .orderBy('survey')
    .orderBy('series')
    .orderBy('version')
    .execute();
  const newest = new Map(rows.map((row) => [`${row.survey} ${row.series}`, row]));
  return [...newest.values()].map(({ survey, series, name, question, unit, positive, negative, signed }) => {
    return { survey, series, name, question, unit, positive, negative, signed: signed === 1 };
  });
}

/** Every version of every reading of a workspace. */
export async function listSurveyReadings(db: Reader, team: string): Promise<SurveyVersion[]> {
  const rows = await db
    .selectFrom('survey_readings')
    .selectAll()
    .where('team', '=', team)
    .orderBy('survey')
    .orderBy('series')
    .orderBy('period')
    .orderBy('version')
    .execute();
  return rows.map(readingOf);
}

/** Adds a series, or the next version of its definition. */
export async function recordSurveySeries(
  db: Kysely<Tables>,
  { team, by }: Writing,
  { survey, series, name, question, unit, positive, negative, signed }: SurveySeries,
): Promise<SurveyWrite> {
  return db.transaction().execute(async (trx) => {
    if (!mayWrite(await findWriters(trx, team), by.user)) return { kind: 'forbidden' };
    const { last } = await trx
      .selectFrom('survey_series')
      .select(({ fn }) => fn.max('version').as('last'))
      .where('team', '=', team)
      .where('survey', '=', survey)
      .where('series', '=', series)
      .executeTakeFirstOrThrow();
    const version = (last ?? 0) + 1;
    const key = { team, survey, series, version, entered_by: by.user, entered_at: by.at.toString() };
    const row = { ...key, name, question, unit, positive, negative, signed: signed ? 1 : 0 };
    await trx.insertInto('survey_series').values(row).execute();
    const subject = `survey ${survey} ${series}, version ${version}`;
    await recordAudit(trx, { team, by }, { action: 'survey-series', subject, detail: question });
    return { kind: 'written', version };
  });
}

/** Adds a reading against the version the writer saw: 0 for a month not recorded yet. */
export async function recordSurveyReading(
  db: Kysely<Tables>,
  { team, by }: Writing,
  { reading, seen }: { readonly reading: SurveyReading; readonly seen: number },
): Promise<SurveyWrite> {
  return db.transaction().execute(async (trx) => {
    if (!mayWrite(await findWriters(trx, team), by.user)) return { kind: 'forbidden' };
    const { survey, series, period } = reading;
    const { last } = await trx
      .selectFrom('survey_readings')
      .select(({ fn }) => fn.max('version').as('last'))
      .where('team', '=', team)
      .where('survey', '=', survey)
      .where('series', '=', series)
      .where('period', '=', period)
      .executeTakeFirstOrThrow();
    if ((last ?? 0) !== seen) return { kind: 'changed', version: last ?? 0 };
    const version = seen + 1;
    await trx.insertInto('survey_readings').values(readingRow(reading, { team, by, version })).execute();
    const subject = `survey ${survey} ${series} ${period}, version ${version}`;
    const detail = reading.value === undefined ? `direction ${reading.direction}` : `value ${reading.value}`;
    await recordAudit(trx, { team, by }, { action: 'survey', subject, detail });
    return { kind: 'written', version };
  });
}

function readingRow(
  reading: SurveyReading,
  { team, by, version }: Writing & { readonly version: number },
): SurveyReadingRow {
  return {
    team,
    survey: reading.survey,
    series: reading.series,
    period: reading.period,
    version,
    field_from: reading.fieldFrom ?? null,
    field_to: reading.fieldTo ?? null,
    published: reading.published,
    value: reading.value ?? null,
    direction: reading.direction,
    respondents: reading.respondents ?? null,
    assets_bn: reading.assetsBn ?? null,
    source_link: reading.source.link,
    source_publisher: reading.source.publisher,
    source_quote: reading.source.quote ?? null,
    entered_by: by.user,
    entered_at: by.at.toString(),
  };
}

function readingOf(row: SurveyReadingRow): SurveyVersion {
  return {
    survey: row.survey,
    series: row.series,
    period: row.period,
    version: row.version,
    ...(row.field_from !== null && { fieldFrom: row.field_from }),
    ...(row.field_to !== null && { fieldTo: row.field_to }),
    published: row.published,
    ...(row.value !== null && { value: row.value }),
    direction: row.direction === 0 ? 0 : row.direction > 0 ? 1 : -1,
    ...(row.respondents !== null && { respondents: row.respondents }),
    ...(row.assets_bn !== null && { assetsBn: row.assets_bn }),
    source: {
      link: row.source_link,
      publisher: row.source_publisher,
      ...(row.source_quote !== null && { quote: row.source_quote }),
    },
    enteredBy: row.entered_by,
    enteredAt: row.entered_at,
  };
}
