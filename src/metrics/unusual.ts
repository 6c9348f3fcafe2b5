/**
 * The most unusual true fact of a comparison, by one rule: of the rank of the year's gap, the current streak, the width
 * of the gap among all spans of its length, and a record after a long wait, the one that the fewest past cases match;
 * nothing at all when even that one is matched by more than one case in twenty. Pure.
 */
import { type GapRank, gapRank } from './gap-rank.ts';
import { recordFlag, sessionsSinceRecord } from './highs.ts';
import { isMeasured, type Receipt } from './receipt.ts';
import type { Comparison } from './returns.ts';
import { at, dateAt, indexOf, type PriceSeries } from './series.ts';
import { type Streak, streak } from './streak.ts';
import { windowId } from './windows.ts';

/** One case in twenty: what happens more often is no news. */
const UNUSUAL = 0.05;

export type Unusual =
  | { readonly kind: 'rank'; readonly share: number; readonly rank: GapRank }
  | { readonly kind: 'streak'; readonly share: number; readonly streak: Streak }
  | {
      readonly kind: 'span';
      readonly share: number;
      readonly portion: Receipt<number>;
      readonly sessions: number;
      readonly since: string;
    }
  | { readonly kind: 'record'; readonly share: number; readonly series: PriceSeries; readonly wait: Receipt<number> };

/** The fact for the second line of an answer, or undefined when nothing is unusual. */
export function mostUnusual(subject: PriceSeries, benchmark: PriceSeries, headline: Comparison): Unusual | undefined {
  const candidates = [
    headline.window === 'ytd' ? rankFact(subject, benchmark) : spanFact(subject, benchmark, headline),
    streakFact(subject, benchmark),
    recordFact(subject),
    recordFact(benchmark),
  ].filter((fact) => fact !== undefined);
  const [rarest] = candidates.sort((a, b) => a.share - b.share);
  return rarest && rarest.share <= UNUSUAL ? rarest : undefined;
}

function rankFact(subject: PriceSeries, benchmark: PriceSeries): Unusual | undefined {
  const rank = gapRank(subject, benchmark);
  return 'absent' in rank ? undefined : { kind: 'rank', share: rank.rank.value / rank.years, rank };
}

function streakFact(subject: PriceSeries, benchmark: PriceSeries): Unusual | undefined {
  const run = streak(subject, benchmark);
  if (!('current' in run) || run.side === 0) return undefined;
  return { kind: 'streak', share: run.share.value, streak: run };
}

/** A record close after a wait: the share of all sessions that were a record after at least as long a wait. */
function recordFact(series: PriceSeries): Unusual | undefined {
  const flag = recordFlag(series, 'close');
  const wait = sessionsSinceRecord(series, 'close');
  if (!isMeasured(flag) || !flag.value || !isMeasured(wait)) return undefined;
  return { kind: 'record', share: recordsAfter(series, wait.value) / series.dates.length, series, wait };
}

function recordsAfter(series: PriceSeries, wait: number): number {
  let previous = 0;
  let count = 0;
  for (let index = 1; index < series.close.length; index++) {
    if (at(series.close, index) <= at(series.close, previous)) continue;
    if (index - previous >= wait) count += 1;
    previous = index;
  }
  return count;
}

/** Share of all spans with the window's number of sessions in which the gap was at least as wide on the same side. */
function spanFact(subject: PriceSeries, benchmark: PriceSeries, headline: Comparison): Unusual | undefined {
  const { gap, subject: leg } = headline;
  const base = isMeasured(leg) ? leg.inputs[1] : undefined;
  if (!isMeasured(gap) || !base || gap.id.includes('.ratio.')) return undefined;
  const sessions = subject.dates.length - 1 - indexOf(subject.dates, base.date);
  const gaps = spanGaps(subject, benchmark, sessions);
  if (gaps.length < 10 * sessions) return undefined;
  const matched = gaps.filter((value) => (gap.value < 0 ? value <= gap.value : value >= gap.value)).length;
  const id = `${subject.symbol}-${benchmark.symbol}.gap.${windowId(headline.window)}.share`;
  return {
    kind: 'span',
    share: matched / gaps.length,
    sessions,
    since: dateAt(subject, 0),
    portion: {
      id,
      value: matched / gaps.length,
      unit: 'fraction',
      asOf: gap.asOf,
      basis: `spans of ${sessions} sessions`,
      formula: 'matching spans / all spans',
      inputs: [
        { name: 'matching spans', series: gap.id, date: gap.asOf, value: matched },
        { name: 'all spans', series: gap.id, date: gap.asOf, value: gaps.length },
      ],
      sources: gap.sources,
    },
  };
}

function spanGaps(subject: PriceSeries, benchmark: PriceSeries, sessions: number): number[] {
  const offset = indexOf(benchmark.dates, dateAt(subject, 0));
  if (offset < 0 || subject.missing.length + benchmark.missing.length > 0) return [];
  const gaps: number[] = [];
  for (let end = sessions; end < subject.close.length; end++) {
    const own = at(subject.close, end) / at(subject.close, end - sessions);
    gaps.push(own - at(benchmark.close, end + offset) / at(benchmark.close, end + offset - sessions));
  }
  return gaps;
}
