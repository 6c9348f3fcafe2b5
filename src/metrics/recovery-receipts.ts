/** The figures of recoveries as receipts: lengths, gains, ranks. Pure. */
import { addDays } from '../calendar/day.ts';
import type { Absent, Measured, Receipt, ReceiptInput } from './receipt.ts';
import { type Recovery, type RecoveryHistory, type Turn, type UnderWay, YEAR_DAYS } from './recoveries.ts';
import { lastSession } from './series.ts';
import { refusal } from './view-inputs.ts';

/** The figures of one recovery under one prefix: `RUT.recovery.last.close`. */
export interface RecoveryFigures {
  readonly days: Measured;
  readonly sessions: Measured;
  readonly gain: Measured;
}

interface Part {
  readonly id: string;
  readonly value: number;
  readonly unit: Receipt['unit'];
  readonly formula: string;
  readonly inputs: readonly ReceiptInput[];
}

function receipt({ series, basis }: RecoveryHistory, part: Part): Receipt<number> {
  const wide = basis === 'close' ? 'closes' : 'intraday lows and highs';
  return { ...part, asOf: lastSession(series), basis: `${wide}, 52 weeks = 365 days`, sources: [series.source] };
}

function turnInput(history: RecoveryHistory, name: string, { day, value }: Turn): ReceiptInput {
  return { name, series: history.series.symbol, date: day, value };
}

/** Length and gain of a completed recovery; refused when a session was lost between the low's 52 weeks and the high. */
export function recoveryFigures(history: RecoveryHistory, prefix: string, one: Recovery): RecoveryFigures {
  const lost = lostIn(history, prefix, one.low, one.high);
  if (lost) return { days: lost, sessions: lost, gain: lost };
  const ends = [turnInput(history, 'low', one.low), turnInput(history, 'high', one.high)];
  const part = (name: string, rest: Omit<Part, 'id' | 'inputs'>) =>
    receipt(history, { id: `${prefix}.${name}`, inputs: ends, ...rest });
  return {
    days: part('days', { value: one.days, unit: 'days', formula: 'days(low, high)' }),
    sessions: part('sessions', { value: one.sessions, unit: 'sessions', formula: 'sessions(low, high)' }),
    gain: part('gain', { value: one.gain, unit: 'fraction', formula: 'high / low − 1' }),
  };
}

function lostIn({ series }: RecoveryHistory, id: string, low: Turn, high?: Turn): Absent | undefined {
  return refusal(series, id, { from: addDays(low.day, -YEAR_DAYS), ...(high && { to: high.day }) });
}

export interface UnderWayFigures {
  readonly days: Measured;
  readonly sessions: Measured;
  /** Gain from the low so far, on the basis of the low. */
  readonly gain: Measured;
  /** What is left to the highest value of the last 52 weeks, a fraction. */
  readonly left: Measured;
  /** The place it would take if it ended on the as-of session. */
  readonly place: Measured;
}

/** Where a recovery under way stands so far; `close` is the last close. Prefix `RUT.recovery.current.close`. */
export function underWayFigures(history: RecoveryHistory, one: UnderWay): UnderWayFigures {
  const { series, basis, completed } = history;
  const prefix = `${series.symbol}.recovery.current.${basis}`;
  const lost = lostIn(history, prefix, one.low);
  if (lost) return { days: lost, sessions: lost, gain: lost, left: lost, place: lost };
  const index = series.close.length - 1;
  const now: Turn = { index, day: lastSession(series), value: series.close[index] ?? Number.NaN };
  const ends = [turnInput(history, 'low', one.low), turnInput(history, 'close', now)];
  const part = (name: string, rest: Omit<Part, 'id' | 'inputs'> & { inputs?: readonly ReceiptInput[] }) =>
    receipt(history, { id: `${prefix}.${name}`, inputs: ends, ...rest });
  return {
    days: part('days', { value: one.days, unit: 'days', formula: 'days(low, close)' }),
    sessions: part('sessions', { value: one.sessions, unit: 'sessions', formula: 'sessions(low, close)' }),
    gain: part('gain', { value: now.value / one.low.value - 1, unit: 'fraction', formula: 'close / low − 1' }),
    left: part('left', {
      value: one.target.value / now.value - 1,
      unit: 'fraction',
      formula: 'highest of 52 weeks / close − 1',
      inputs: [turnInput(history, 'highest of 52 weeks', one.target), turnInput(history, 'close', now)],
    }),
    place: rankOf(history, { id: `${prefix}.place`, own: one, among: completed }),
  };
}

interface Ranked {
  readonly id: string;
  readonly own: Pick<Recovery, 'days' | 'low'>;
  readonly among: readonly Pick<Recovery, 'days' | 'low'>[];
}

/** 1 = the fewest calendar days. Refused when any session of the whole history was lost. */
export function rankOf(history: RecoveryHistory, { id, own, among }: Ranked): Measured {
  const lost = refusal(history.series, id);
  if (lost) return lost;
  const input = (name: string, one: Ranked['own']) => ({
    name,
    series: history.series.symbol,
    date: one.low.day,
    value: one.days,
  });
  return receipt(history, {
    id,
    value: 1 + among.filter(({ days }) => days < own.days).length,
    unit: 'rank',
    formula: 'rank(days in all days, lowest first)',
    inputs: [input('days', own), ...[...new Set([...among, own])].map((one) => input('all days', one))],
  });
}

/** How many recoveries a ranking counts; the lows are its inputs. Absent when there are none. */
export function countOf(history: RecoveryHistory, id: string, among: readonly Recovery[]): Measured {
  const lost = refusal(history.series, id);
  if (lost) return lost;
  if (among.length === 0) return { id, absent: 'no recovery has been completed' };
  const inputs = among.map(({ low }) => turnInput(history, 'lows', low));
  return receipt(history, { id, value: among.length, unit: 'count', formula: 'count(lows)', inputs });
}
