/** Sessions in a row in which the subject beat, or trailed, the benchmark. Pure; unrounded, and a tie ends a streak. */
import type { Day } from '../calendar/day.ts';
import { type DailyGaps, dailyGaps } from './daily-gaps.ts';
import type { Measured, Receipt } from './receipt.ts';
import { at, lastSession, type PriceSeries } from './series.ts';

/** A stretch of sessions with gaps of one sign. */
export interface Run {
  readonly from: Day;
  readonly to: Day;
  readonly sessions: number;
}

export interface Streak {
  /** 1 ahead, −1 behind, 0 level on the last session. */
  readonly side: 1 | -1 | 0;
  readonly current: Run;
  readonly length: Receipt<number>;
  /** The latest earlier run of the same side at least as long; undefined if none since the data begin. */
  readonly previous?: Run;
  /** Share of all sessions at which a run of this side had lasted at least this long. */
  readonly share: Receipt<number>;
  readonly dataFrom: Day;
}

/** All runs of one side, oldest first. */
export function runs(gaps: DailyGaps, side: 1 | -1): Run[] {
  const found: Run[] = [];
  let from = -1;
  for (let index = 0; index <= gaps.dates.length; index++) {
    const inside = index < gaps.dates.length && Math.sign(at(gaps.values, index)) === side;
    if (inside && from < 0) from = index;
    if (inside || from < 0) continue;
    found.push({ from: gaps.dates[from] ?? '', to: gaps.dates[index - 1] ?? '', sessions: index - from });
    from = -1;
  }
  return found;
}

/** The streak that the last session belongs to; absent when the last session has no daily gap. Id `RUT-GSPC.streak`. */
export function streak(subject: PriceSeries, benchmark: PriceSeries): Streak | Measured {
  const id = `${subject.symbol}-${benchmark.symbol}.streak`;
  const gaps = dailyGaps(subject, benchmark);
  const last = gaps.dates.length - 1;
  if (gaps.dates[last] !== lastSession(subject) || Number.isNaN(at(gaps.values, last)))
    return { id, absent: 'no gap for the last session' };
  const side = Math.sign(at(gaps.values, last)) as 1 | -1 | 0;
  const same = side === 0 ? [] : runs(gaps, side);
  const day = gaps.dates[last] ?? '';
  const current = same.at(-1) ?? { from: day, to: day, sessions: 0 };
  const previous = same.slice(0, -1).findLast((run) => run.sessions >= current.sessions);
  const reached = same.reduce((sum, run) => sum + Math.max(0, run.sessions - current.sessions + 1), 0);
  return {
    side,
    current,
    length: lengthReceipt({
      id,
      gaps,
      current,
      sources: [subject.source, benchmark.source],
      names: [subject, benchmark],
      previous,
    }),
    ...(previous && { previous }),
    share: shareReceipt(id, { reached, gaps, sources: [subject.source, benchmark.source] }),
    dataFrom: gaps.dates[0] ?? day,
  };
}

interface LengthParts {
  readonly id: string;
  readonly gaps: DailyGaps;
  readonly current: Run;
  readonly sources: Receipt['sources'];
  readonly names: readonly [PriceSeries, PriceSeries];
  readonly previous: Run | undefined;
}

function lengthReceipt({ id, gaps, current, sources, names, previous }: LengthParts): Receipt<number> {
  const series = `${names[0].symbol}-${names[1].symbol}`;
  const start = gaps.dates.length - current.sessions;
  return {
    id,
    value: current.sessions,
    unit: 'sessions',
    asOf: gaps.dates.at(-1) ?? '',
    basis: 'close-to-close returns, unrounded; a tie ends a streak',
    formula: 'count(daily gap)',
    inputs: [
      ...gaps.dates.slice(start).map((date, offset) => ({
        name: 'daily gap',
        series,
        date,
        value: at(gaps.values, start + offset),
      })),
      ...(previous ? [{ name: 'earlier run as long', series, date: previous.to, value: previous.sessions }] : []),
    ],
    sources,
  };
}

interface Reached {
  readonly reached: number;
  readonly gaps: DailyGaps;
  readonly sources: Receipt['sources'];
}

function shareReceipt(id: string, { reached, gaps, sources }: Reached): Receipt<number> {
  const asOf = gaps.dates.at(-1) ?? '';
  const input = (name: string, value: number) => ({ name, series: id.replace('.streak', ''), date: asOf, value });
  return {
    id: `${id}.share`,
    value: reached / gaps.dates.length,
    unit: 'fraction',
    asOf,
    basis: 'sessions at which a run of this side was at least this long',
    formula: 'matching sessions / all sessions',
    inputs: [input('matching sessions', reached), input('all sessions', gaps.dates.length)],
    sources,
  };
}
