/** What a channel was last told by its morning summary: small, versioned JSON, checked when it is read back. */
import type { Day } from '../src/calendar/day.ts';
import type { Message } from '../src/messages/message.ts';
import { linesOf } from '../src/messages/morning-corrected.ts';
import type { MorningView } from '../src/metrics/morning.ts';
import { lastSession } from '../src/metrics/series.ts';
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
  /** Closes of the session by symbol. */
  readonly closes: Readonly<Record<string, number>>;
}

const NOTHING: MorningSnapshot = { v: 1, header: '', lines: [], numbers: {}, closes: {} };

/** What was last told, or an empty memory for a first summary and for one of an unknown version. */
export function readSnapshot(seen: LastSeen | undefined): MorningSnapshot {
  const fields = seen && fieldsOf(seen.snapshot);
  if (fields?.get('v') !== 1) return NOTHING;
  const [session, since, closed] = ['session', 'since', 'closed'].map((name) => textOf(fields.get(name)));
  const lines = fields.get('lines');
  return {
    v: 1,
    ...(session !== undefined && { session }),
    ...(since !== undefined && { since }),
    ...(closed !== undefined && { closed }),
    header: textOf(fields.get('header')) ?? '',
    lines: Array.isArray(lines) ? lines.filter((line) => typeof line === 'string') : [],
    numbers: recordOf(fields.get('numbers'), (one) => typeof one === 'number' || typeof one === 'boolean'),
    closes: recordOf(fields.get('closes'), (one) => typeof one === 'number'),
  };
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
export function snapshotOf(view: MorningView, lead: Message): Json {
  const { header, lines } = linesOf(lead.blocks);
  const prices = view.facts.prices.ok ? view.facts.prices.value : undefined;
  const series = prices ? [prices.subject, prices.benchmark] : [];
  return {
    v: 1,
    session: view.facts.session,
    since: view.since,
    header,
    lines,
    numbers: Object.fromEntries(lead.numbers.map(({ id, value }) => [id, value])),
    closes: Object.fromEntries(series.map((one) => [one.symbol, one.close[one.dates.indexOf(lastSession(one))] ?? 0])),
  };
}

/** The memory with a closed day told and nothing else changed. */
export function withClosedDay(snapshot: MorningSnapshot, closed: Day): Json {
  return { ...snapshot, closed };
}
