/** What each `/fedodds` view shows, measured from one day's odds: plain objects for the messages. Pure. */
import { addDays, type Day, monthsBefore } from '../calendar/day.ts';
import { releasesOn } from '../calendar/releases.ts';
import { dailyGaps } from './daily-gaps.ts';
import { futuresDayAt } from './fed-futures.ts';
import { type LargestMoves, largestMoves, type OddsPoint, oddsHistory } from './fed-history.ts';
import { type FedOdds, fedOdds } from './fed-odds.ts';
import { changeFromEffr, type FirstMove, firstMove, type YearEnd, yearEnd } from './fed-path.ts';
import type { RateSeries } from './fed-rates.ts';
import { type MeetingFigures, meetingFigures } from './fed-receipts.ts';
import { type FedHistory, LOOK_BACKS, type ShiftRow, shiftRow } from './fed-shifts.ts';
import {
  type BetaHistory,
  betaHistory,
  type RateBeta,
  rateBeta,
  ratePairs,
  type ShockRow,
  shockRows,
} from './fed-small-caps.ts';
import type { Absent, Receipt, ReceiptSource } from './receipt.ts';
import { dateAt, type PriceSeries } from './series.ts';

/** One day's odds with the history they are compared with. */
export interface FedDay extends FedHistory {
  readonly odds: FedOdds;
  readonly effr?: RateSeries;
}

export interface MeetingView {
  readonly figures: MeetingFigures;
  /** The meeting after it, where one is priced. */
  readonly following?: MeetingFigures;
  readonly rows: readonly ShiftRow[];
  /** Look-backs that have no row, and why. */
  readonly absent: readonly Absent[];
}

/** A meeting's figures and look-backs; with `since` that day stands beside the usual three. */
export function meetingView(day: FedDay, meeting: Day, since?: Day): MeetingView | undefined {
  const figures = meetingFigures(day.odds, meeting);
  if (!figures) return undefined;
  const lookBacks = since === undefined ? LOOK_BACKS : [...LOOK_BACKS, { since }];
  const rows = withoutRepeat(lookBacks.map((lookBack) => shiftRow(day, figures, lookBack)));
  const next = day.odds.meetings.find((candidate) => candidate.meeting > meeting)?.meeting;
  const following = next === undefined ? undefined : meetingFigures(day.odds, next);
  return {
    figures,
    ...(following && { following }),
    rows: rows.filter((row) => 'found' in row),
    absent: rows.filter((row) => 'absent' in row),
  };
}

/** The day asked for is left out where a look-back already stands for it. */
function withoutRepeat(rows: readonly (ShiftRow | Absent)[]): (ShiftRow | Absent)[] {
  const days = rows.map((row) => ('odds' in row && typeof row.lookBack === 'string' ? row.odds.asOf : undefined));
  return rows.filter((row) => !('odds' in row) || typeof row.lookBack === 'string' || !days.includes(row.odds.asOf));
}

/** A rule on a chart: a scheduled release and its short name. */
interface ReleaseMark {
  readonly day: Day;
  readonly label: string;
}

export interface MeetingHistory {
  readonly points: readonly OddsPoint[];
  readonly marks: readonly ReleaseMark[];
}

interface HistoryFrom {
  readonly from: Day;
  /** Of a size of move, in signed 25 bp steps. */
  readonly moves?: number | undefined;
}

/** Longer charts carry decisions only, or the marks hide the line. */
const CROWDED_AFTER_POINTS = 70;
const SHORT_NAMES: Readonly<Record<string, string>> = { CPI: 'CPI', 'jobs report': 'Jobs', 'FOMC decision': 'FOMC' };

/** One meeting's odds from `from` to the day of the odds, with the releases of those days; of one size in 25 bp steps too. */
export function meetingHistory(day: FedDay, meeting: Day, span: Day | HistoryFrom): MeetingHistory {
  const { from, moves } = typeof span === 'string' ? { from: span } : span;
  const points = oddsHistory(day, { meeting, current: day.odds, from, ...(moves !== undefined && { moves }) });
  const few = points.length <= CROWDED_AFTER_POINTS;
  const marks = points.flatMap(({ date }) =>
    releaseNames(day, date).flatMap((name) => {
      const label = few || name === 'FOMC decision' ? SHORT_NAMES[name] : undefined;
      return label === undefined ? [] : [{ day: date, label }];
    }),
  );
  return { points, marks };
}

/** Scheduled releases of `date`, as the meetings known to the day tell them. */
export function releaseNames({ calendar }: FedDay, date: Day): string[] {
  return releasesOn(date, calendar.meetings);
}

/** First day of the chart under a meeting's answer: a week before the earliest day it compares with. */
export function chartFrom({ odds }: FedDay, since?: Day): Day {
  const month = monthsBefore(odds.asOf, 1);
  return addDays(since !== undefined && since < month ? since : month, -7);
}

/** The days that moved the meeting most since `since`, by default since the same day last month. */
export function largestDays(day: FedDay, meeting: Day, since?: Day): LargestMoves | undefined {
  const from = since ?? monthsBefore(day.odds.asOf, 1);
  return largestMoves(day.odds, meeting, oddsHistory(day, { meeting, current: day.odds, from }));
}

export interface PathView {
  readonly odds: FedOdds;
  readonly end: YearEnd;
  /** The first cut, or hike, with even odds or better; absent when no meeting has them. */
  readonly first?: FirstMove;
  /** Implied rate at year end minus the effective rate, bp. */
  readonly fromEffr?: Receipt<number>;
  /** An earlier day's odds, for the dashed path. */
  readonly earlier?: FedOdds;
}

/** The path of the day beside that of `since`, by default of the same day last month. */
export function pathView(day: FedDay, since?: Day): PathView | undefined {
  const { odds, calendar, futures, effr } = day;
  const end = yearEnd(odds);
  if (!end) return undefined;
  const first = firstMove(odds, end.found.expectedMoves > 0 ? 'hike' : 'cut');
  const fromEffr = changeFromEffr(odds, end, effr);
  const before = futuresDayAt(futures, since ?? monthsBefore(odds.asOf, 1));
  const earlier = before && fedOdds(calendar, before);
  return { odds, end, ...(first && { first }), ...(fromEffr && { fromEffr }), ...(earlier && { earlier }) };
}

export interface RatesView {
  readonly odds: FedOdds;
  readonly beta: RateBeta;
  readonly history: BetaHistory;
  readonly shocks: readonly ShockRow[];
  /** First session with both a gap and a rate change. */
  readonly first: Day;
  readonly sources: readonly ReceiptSource[];
}

/** Small caps beside rates up to the day of the odds; undefined while there are too few common sessions. */
export function ratesView(day: FedDay, subject: PriceSeries, benchmark: PriceSeries): RatesView | undefined {
  const sources = [subject.source, day.futures.source];
  const pairs = ratePairs(day.futures, dailyGaps(subject, benchmark), subject.dates);
  const beta = rateBeta(pairs, sources);
  const history = betaHistory(pairs, sources);
  if (!beta || !history) return undefined;
  const first = pairs[0]?.date ?? dateAt(subject, 0);
  return { odds: day.odds, beta, history, shocks: shockRows(pairs, sources), first, sources };
}
