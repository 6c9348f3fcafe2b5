/** What a channel was last told by its morning summary: small, versioned JSON, checked when it is read back. */
import type { Day } from '../src/calendar/day.ts';
import type { Message } from '../src/messages/message.ts';
import { linesOf } from '../src/messages/morning-corrected.ts';
import type { MorningView } from '../src/metrics/morning.ts';
import type { Receipt } from '../src/metrics/receipt.ts';
import type { Json, LastSeen } from './content.ts';

export interface MorningSnapshot {
  readonly v: 1;
  /** The session the summary spoke of; absent when only a closed day was told. */
  readonly session?: Day;
  /** The session that one compared with. */
  readonly since?: Day;
  /** The closed day already told. */
  readonly closed?: Day;
  readonly header: string;
  /** Section lines of the lead, escaped as they were posted. */
  readonly lines: readonly string[];
  /** Printed figures by receipt id. */
  readonly numbers: Readonly<Record<string, number | boolean>>;
  /** Prices and rates behind the figures: "RUT 2024-01-19 close". */
  readonly inputs: Readonly<Record<string, number>>;
  /** Who published each series. */
  readonly publishers: Readonly<Record<string, string>>;
  /** Kind of the futures prices: "settlement", "last trade". */
  readonly priceKind: string;
  /** Kinds of the lines, in their order. */
  readonly kinds: readonly string[];
  readonly quiet: boolean;
  /** When it was written; empty for a summary of before this was kept. */
  readonly at: string;
}

const NOTHING: MorningSnapshot = {
  v: 1,
  header: '',
  lines: [],
  numbers: {},
  inputs: {},
  publishers: {},
  priceKind: '',
  kinds: [],
  quiet: false,
  at: '',
};

/** What was last told, or an empty memory for a first summary and for one of an unknown version. */
export function readSnapshot(seen: LastSeen | undefined): MorningSnapshot {
  const fields = seen && fieldsOf(seen.snapshot);
  if (fields?.get('v') !== 1) return NOTHING;
  const [session, since, closed] = ['session', 'since', 'closed'].map((name) => textOf(fields.get(name)));
  return {
    v: 1,
    ...(session !== undefined && { session }),
    ...(since !== undefined && { since }),
    ...(closed !== undefined && { closed }),
    header: textOf(fields.get('header')) ?? '',
    lines: textsOf(fields.get('lines')),
    numbers: recordOf(fields.get('numbers'), (one) => typeof one === 'number' || typeof one === 'boolean'),
    inputs: recordOf(fields.get('inputs'), (one) => typeof one === 'number'),
    publishers: recordOf(fields.get('publishers'), (one) => typeof one === 'string'),
    priceKind: textOf(fields.get('priceKind')) ?? '',
    kinds: textsOf(fields.get('kinds')),
    quiet: fields.get('quiet') === true,
    at: textOf(fields.get('at')) ?? '',
  };
}

function textsOf(json: Json | undefined): string[] {
  return Array.isArray(json) ? json.filter((one) => typeof one === 'string') : [];
}

function fieldsOf(json: Json | undefined): ReadonlyMap<string, Json> | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  return new Map(Object.entries(json));
}

function textOf(json: Json | undefined): string | undefined {
  return typeof json === 'string' ? json : undefined;
}

function recordOf<T extends Json>(json: Json | undefined, fits: (value: Json) => value is T): Record<string, T> {
  const kept = [...(fieldsOf(json) ?? [])].filter((entry): entry is [string, T] => fits(entry[1]));
  return Object.fromEntries(kept);
}

/** The memory of a summary just written. */
export function snapshotOf(view: MorningView, lead: Message, now: Temporal.Instant): Json {
  const { header, lines } = linesOf(lead.blocks);
  return {
    v: 1,
    session: view.facts.session,
    since: view.since,
    header,
    lines,
    numbers: Object.fromEntries(lead.numbers.map(({ id, value }) => [id, value])),
    inputs: inputsOf(lead.numbers),
    publishers: publishersOf(view),
    priceKind: priceKindOf(view),
    kinds: view.lines.map(({ kind }) => kind),
    quiet: view.quiet,
    at: now.toString({ smallestUnit: 'second' }),
  };
}

/** Every input of the figures by series, day and what it stands for there: one day has a close and a count. */
export function inputsOf(numbers: readonly Receipt[]): Record<string, number> {
  const inputs = numbers.flatMap((receipt) => receipt.inputs);
  return Object.fromEntries(inputs.map(({ series, date, name, value }) => [`${series} ${date} ${name}`, value]));
}

/** Publisher by series, futures under "ZQ". */
export function publishersOf({ facts }: MorningView): Record<string, string> {
  const prices = facts.prices.ok ? [facts.prices.value.subject, facts.prices.value.benchmark] : [];
  return {
    ...Object.fromEntries(prices.map(({ symbol, source }) => [symbol, source.publisher])),
    ...(facts.fed.ok && { ZQ: facts.fed.value.futures.source.publisher }),
    ...(facts.twoYear.ok && { [facts.twoYear.value.symbol]: facts.twoYear.value.source.publisher }),
  };
}

/** "settlement" or "last trade", as the receipts of the odds begin; empty without odds. */
export function priceKindOf({ fed }: MorningView): string {
  return fed?.view.figures.expectedBp.basis.split(', ')[0] ?? '';
}

/** The memory with a closed day told and nothing else changed. */
export function withClosedDay(snapshot: MorningSnapshot, closed: Day): Json {
  return { ...snapshot, closed };
}
