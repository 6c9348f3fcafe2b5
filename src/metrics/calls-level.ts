/** What a call says in index points and how far it is: level, upside when made, upside remaining. Pure. */
import { type Day, daysBetween } from '../calendar/day.ts';
import { type CallBasis, type CallVersion, callId } from './calls.ts';
import { scoringSession } from './calls-horizon.ts';
import {
  type Absent,
  isMeasured,
  type Measured,
  type Receipt,
  type ReceiptInput,
  type ReceiptSource,
} from './receipt.ts';
import { at, closeInput, indexAt, lastSession, type PriceSeries } from './series.ts';

/** A close that stands in a call's arithmetic, whether from the ledger or from the series. */
export interface BaseClose {
  readonly value: number;
  readonly input: ReceiptInput;
  readonly source: ReceiptSource;
}

/** How the figure's basis is printed: what a note does not say is assumed, and said to be. */
export function basisWords(basis: CallBasis): string {
  if (basis === 'unknown') return 'price return assumed, the note does not say';
  return basis === 'price' ? 'price return' : 'total return';
}

/** Where a call comes from, as a receipt names sources. */
export function callSource({ source, call, version, enteredAt }: CallVersion): ReceiptSource {
  return {
    publisher: source.publisher,
    series: `call ${call}, version ${version}`,
    fetchedAt: enteredAt,
    sample: false,
  };
}

/** The close a call starts from: as recorded with it, else from `series` (cut at the as-of session). */
export function baseCloseOf(call: CallVersion, series: PriceSeries): BaseClose | Absent {
  const id = `${callId(call)}.base`;
  if (call.baseDate > lastSession(series)) return { id, absent: `the base close of ${call.baseDate} is not known yet` };
  if (call.baseClose !== undefined) {
    const { index, baseDate, baseClose } = call;
    const input = { name: 'close(base)', series: index, date: baseDate, value: baseClose };
    return { value: baseClose, input, source: callSource(call) };
  }
  const index = indexAt(series.dates, call.baseDate);
  if (index < 0 || series.dates[index] !== call.baseDate) {
    return { id, absent: `no ${series.name} close for ${call.baseDate}` };
  }
  return { value: at(series.close, index), input: closeInput(series, index, 'close(base)'), source: series.source };
}

/** The stated figure as an input of a receipt. */
export function statedInput(call: CallVersion): ReceiptInput {
  const stated = call.value.kind === 'level' ? call.value.level : call.value.fraction;
  const name = call.value.kind === 'level' ? 'stated level' : 'stated return';
  return { name, series: `${call.firm} note`, date: call.noteDate, value: stated };
}

/** Arithmetic of a call's level: its value, its formula and what entered. */
interface Level {
  readonly value: number;
  readonly formula: string;
  readonly inputs: readonly ReceiptInput[];
  readonly sources: readonly ReceiptSource[];
}

/** Whether the level is ours (base close × stated return) rather than the note's. */
export function isDerived(call: Pick<CallVersion, 'value'>): boolean {
  return call.value.kind === 'return';
}

function levelOf(call: CallVersion, series: PriceSeries): Level | Absent {
  const id = `${callId(call)}.level`;
  if (call.basis === 'total')
    return { id, absent: 'the note states a total return, from which no price level follows' };
  const stated = statedInput(call);
  if (call.value.kind === 'level') {
    return { value: call.value.level, formula: stated.name, inputs: [stated], sources: [callSource(call)] };
  }
  const base = baseCloseOf(call, series);
  if ('absent' in base) return { id, absent: base.absent };
  return {
    value: base.value * (1 + call.value.fraction),
    formula: `close(base) × (1 + ${stated.name})`,
    inputs: [base.input, stated],
    sources: distinct([base.source, callSource(call)]),
  };
}

function distinct(sources: readonly ReceiptSource[]): ReceiptSource[] {
  return sources.filter((one, index) => sources.findIndex(({ series }) => series === one.series) === index);
}

/** The call's level in index points, id `….level`; its basis says `derived` when it follows from a stated return. */
export function callLevel(call: CallVersion, series: PriceSeries): Measured {
  const level = levelOf(call, series);
  if ('absent' in level) return level;
  const basis = `${isDerived(call) ? 'derived' : 'stated'} level, ${basisWords(call.basis)}`;
  return { id: `${callId(call)}.level`, unit: 'index', asOf: call.noteDate, basis, ...level };
}

/** What the call promised from its own base close, a fraction; id `….upside`. */
export function upsideAtCall(call: CallVersion, series: PriceSeries): Measured {
  const id = `${callId(call)}.upside`;
  const stated = statedInput(call);
  const shared = { id, unit: 'fraction', asOf: call.noteDate, basis: basisWords(call.basis) } as const;
  if (call.value.kind === 'return') {
    const { fraction: value } = call.value;
    return { ...shared, value, formula: stated.name, inputs: [stated], sources: [callSource(call)] };
  }
  const base = baseCloseOf(call, series);
  if ('absent' in base) return { id, absent: base.absent };
  return {
    ...shared,
    value: call.value.level / base.value - 1,
    formula: 'stated level / close(base) − 1',
    inputs: [stated, base.input],
    sources: distinct([base.source, callSource(call)]),
  };
}

/** From the as-of close to the call's level, a fraction; id `….remaining`. Negative once the index is beyond. */
export function remainingUpside(call: CallVersion, series: PriceSeries): Measured {
  const id = `${callId(call)}.remaining`;
  const level = levelOf(call, series);
  if ('absent' in level) return { id, absent: level.absent };
  const last = series.dates.length - 1;
  return {
    id,
    value: level.value / at(series.close, last) - 1,
    unit: 'fraction',
    asOf: lastSession(series),
    basis: basisWords(call.basis),
    formula: `${level.formula} / close(as-of) − 1`,
    inputs: [...level.inputs, closeInput(series, last, 'close(as-of)')],
    sources: distinct([...level.sources, series.source]),
  };
}

/** Calendar days from `asOf` to the session the call is scored on, id `….days_left`; negative once it is past. */
export function daysLeft(call: CallVersion, asOf: Day): Receipt<number> {
  const due = scoringSession(call);
  return {
    id: `${callId(call)}.days_left`,
    value: daysBetween(asOf, due),
    unit: 'days',
    asOf,
    basis: 'calendar days to the session the call is scored on',
    formula: 'days(as-of, due)',
    inputs: [
      { name: 'as-of', series: call.index, date: asOf, value: 0 },
      { name: 'due', series: call.index, date: due, value: daysBetween(asOf, due) },
    ],
    sources: [callSource(call)],
  };
}

/** Why an entry deserves a second look before it is written: level more than 20% from the last close, horizon past. */
export function unusualInCall(call: CallVersion, series: PriceSeries): ('far' | 'past')[] {
  const remaining = remainingUpside(call, series);
  const far = isMeasured(remaining) && Math.abs(remaining.value) > 0.2;
  const past = scoringSession(call) <= lastSession(series);
  return [...(far ? (['far'] as const) : []), ...(past ? (['past'] as const) : [])];
}
