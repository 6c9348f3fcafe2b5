/** An alert's memory and its one state machine: baseline, fired, cleared and armed again, fired again, corrected. Pure. */
import type { Day } from '../calendar/day.ts';
import type { AlertRule } from './alerts.ts';
import type { AlertData, Look, Reading } from './alerts-look.ts';
import { alertReading } from './alerts-reading.ts';
import type { FedOdds } from './fed-odds.ts';
import { priceKinds } from './fed-receipts.ts';
import { pathTo } from './fed-shifts.ts';
import { at, indexOf } from './series.ts';

/** One time it fired; the figures it fired with are never overwritten. */
export interface Fire {
  readonly session: Day;
  readonly value: number;
  /**
   * What it fired with, to notice a change: closes of the session by symbol; for odds every figure by its receipt's id,
   * the range in force, bp, and whether all prices were settlements, 1 or 0.
   */
  readonly closes: Readonly<Record<string, number>>;
  /** The session on which it was cleared and armed again. */
  readonly cleared?: Day;
}

export interface AlertMemory {
  readonly v: 1;
  /** The last session looked at. */
  readonly session: Day;
  /** True while it may not fire: past its threshold and not yet back beyond the re-arm line. */
  readonly latched: boolean;
  readonly value: number;
  readonly fires: readonly Fire[];
  /** ISO instant of the last look, for rules on entries in a ledger. */
  readonly at?: string;
}

export type AlertStep =
  | { readonly kind: 'baseline' | 'same' | 'quiet'; readonly memory: AlertMemory; readonly reading: Reading }
  | {
      readonly kind: 'fired' | 'again' | 'cleared';
      readonly memory: AlertMemory;
      readonly reading: Reading;
      readonly before: AlertMemory;
    }
  | {
      readonly kind: 'corrected';
      readonly memory: AlertMemory;
      readonly reading: Reading;
      readonly was: Fire;
      readonly stands: boolean;
    }
  | { readonly kind: 'none'; readonly memory: AlertMemory | undefined; readonly why: string };

/**
 * Rules about something that happens on a session: nothing to clear, ready again at once. They never latch: what happened
 * up to the look that began them is over, and the next such thing is news.
 */
const MOMENTARY: ReadonlySet<AlertRule['kind']> = new Set<AlertRule['kind']>(['record', 'recovery', 'calls']);

/** Kept for "nth time this month" and corrections; older ones are dropped. */
const FIRES_KEPT = 20;

/** The next step of an alert on the session's data. */
export function alertStep(rule: AlertRule, data: AlertData, before: AlertMemory | undefined): AlertStep {
  const reading = alertReading(rule, data, lastLook(rule, data, before));
  if ('why' in reading) return { kind: 'none', memory: before, why: reading.why };
  const momentary = MOMENTARY.has(rule.kind);
  const look = { reading, momentary, session: momentary ? data.session : reading.asOf, ...atOf(rule, data) };
  if (!before) return { kind: 'baseline', reading, memory: memoryOf(look, { latched: reading.past, fires: [] }) };
  const corrected = correction(look, before);
  if (corrected) return corrected;
  if (before.session >= look.session) return { kind: 'same', reading, memory: before };
  return moved(look, before);
}

/** Where the last look left off; the first one has nothing behind it. */
function lastLook(rule: AlertRule, data: AlertData, before: AlertMemory | undefined): Look {
  return before ?? { session: data.session, ...atOf(rule, data) };
}

function atOf({ kind }: AlertRule, { now }: AlertData): { at?: string } {
  return kind === 'calls' && now !== undefined ? { at: now } : {};
}

/** One look, and the session it counts for: a momentary rule may speak of an earlier one that nobody looked at. */
interface Looked {
  readonly reading: Reading;
  readonly momentary: boolean;
  readonly session: Day;
  readonly at?: string;
}

function moved(look: Looked, before: AlertMemory): AlertStep {
  const { reading, momentary } = look;
  const { fires } = before;
  const latched = before.latched && !momentary;
  if (!latched && reading.past) {
    const fire: Fire = { session: reading.asOf, value: reading.figure.value, closes: closesOf(reading) };
    const memory = memoryOf(look, { latched: true, fires: [...fires, fire].slice(-FIRES_KEPT) });
    return { kind: fires.length > 0 ? 'again' : 'fired', before, reading, memory };
  }
  if (latched && reading.clear) {
    const last = fires.at(-1);
    const done = last ? [...fires.slice(0, -1), { ...last, cleared: reading.asOf }] : [];
    const memory = memoryOf(look, { latched: false, fires: done });
    // A condition that was on at the baseline never fired, so there is no post to edit.
    return last ? { kind: 'cleared', before, reading, memory } : { kind: 'quiet', reading, memory };
  }
  return { kind: 'quiet', reading, memory: memoryOf(look, { latched, fires }) };
}

function memoryOf(
  { reading, momentary, session, at: lookedAt }: Looked,
  { latched, fires }: Pick<AlertMemory, 'latched' | 'fires'>,
): AlertMemory {
  const value = reading.figure.value;
  const kept = { v: 1, session, latched: latched && !momentary, value, fires } as const;
  return lookedAt === undefined ? kept : { ...kept, at: lookedAt };
}

/** Names under which a fire on odds keeps the target range they were counted from, and the kind of their prices. */
export const RANGE_IN_FORCE = { lower: 'range.lower_bp', upper: 'range.upper_bp' } as const;
export const ALL_SETTLED = 'prices.settled';

function closesOf({ prices, fed, figure, details }: Reading): Record<string, number> {
  if (fed) {
    const { lowerBp, upperBp } = fed.odds.range;
    return {
      ...Object.fromEntries([figure, ...details].map(({ id, value }) => [id, Number(value)])),
      ...{ [RANGE_IN_FORCE.lower]: lowerBp, [RANGE_IN_FORCE.upper]: upperBp },
      [ALL_SETTLED]: allSettled(fed.odds, figure.id) ? 1 : 0,
    };
  }
  if (!prices) return {};
  return Object.fromEntries([prices.subject, prices.benchmark].map((one) => [one.symbol, one.close.at(-1) ?? 0]));
}

/** True when every price on the way to the meeting whose odds these are is a settlement. */
export function allSettled(odds: FedOdds, id: string): boolean {
  const found = odds.meetings.find(({ meeting }) => id.includes(meeting));
  return found !== undefined && priceKinds(odds.day, pathTo(odds, found)).every((kind) => kind === 'settlement');
}

/** A change that is printed: a cent of an index, a tenth of a point of odds. */
const PRINTED = { close: 0.005, odds: 0.0005 } as const;

/** True when a figure it fired with is another one now: a close restated, last trades settled. */
function isRestated({ prices, fed, figure, details }: Reading, { session, closes }: Fire): boolean {
  if (fed) {
    return [figure, ...details].some(({ id, value }) => {
      const old = closes[id];
      return old !== undefined && Math.abs(Number(value) - old) >= PRINTED.odds;
    });
  }
  if (!prices) return false;
  return [prices.subject, prices.benchmark].some((series) => {
    const index = indexOf(series.dates, session);
    const old = closes[series.symbol];
    return index >= 0 && old !== undefined && Math.abs(at(series.close, index) - old) >= PRINTED.close;
  });
}

/** The last fire again, when a figure it fired with has changed since; only while its session is the last one. */
function correction(look: Looked, before: AlertMemory): AlertStep | undefined {
  const { reading } = look;
  const was = before.fires.at(-1);
  if (!was || was.session !== reading.asOf || was.cleared !== undefined || !isRestated(reading, was)) return undefined;
  const now: Fire = { session: was.session, value: reading.figure.value, closes: closesOf(reading) };
  const stands = reading.past;
  const fires = [...before.fires.slice(0, -1), ...(stands ? [now] : [])];
  const memory = memoryOf(look, { latched: stands, fires });
  return { kind: 'corrected', was, stands, reading, memory };
}

/** Memory from stored JSON; undefined for an unknown version, which starts over with a silent baseline. */
export function alertMemory(json: unknown): AlertMemory | undefined {
  if (typeof json !== 'object' || json === null || !('v' in json) || json.v !== 1) return undefined;
  if (
    !('session' in json) ||
    typeof json.session !== 'string' ||
    !('latched' in json) ||
    typeof json.latched !== 'boolean'
  )
    return undefined;
  if (!('value' in json) || typeof json.value !== 'number' || !('fires' in json) || !Array.isArray(json.fires))
    return undefined;
  const fires = json.fires.flatMap((one: unknown) => fireOf(one));
  const at = 'at' in json && typeof json.at === 'string' ? { at: json.at } : {};
  return { v: 1, session: json.session, latched: json.latched, value: json.value, fires, ...at };
}

function fireOf(json: unknown): Fire[] {
  if (typeof json !== 'object' || json === null || !('session' in json) || !('value' in json)) return [];
  if (typeof json.session !== 'string' || typeof json.value !== 'number') return [];
  const closes =
    'closes' in json && typeof json.closes === 'object' && json.closes !== null ? Object.entries(json.closes) : [];
  const numbers = closes.filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  const cleared = 'cleared' in json && typeof json.cleared === 'string' ? { cleared: json.cleared } : {};
  return [{ session: json.session, value: json.value, closes: Object.fromEntries(numbers), ...cleared }];
}
