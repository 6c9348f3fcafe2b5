/** Numbers once per slot, words once per audience: remembers what was just made for the channels that come next. Sends nothing. */
import type { Message } from '../src/messages/message.ts';
import type { Audience, Content, LastSeen, Part, Skip, Slot, Summary, SummaryKind } from './content.ts';

export interface Audiences {
  /** The summary for one channel; made anew only when no channel of the same kind, slot, audience and memory had it. */
  summary(kind: SummaryKind, slot: Slot, reader: Reader): Promise<Summary | Skip>;
  /** A part that a summary lacked, measured again; undefined while its source is still silent. */
  section(kind: SummaryKind, slot: Slot, lacking: Lacking): Promise<Message | undefined>;
}

interface Lacking {
  readonly part: Part;
  readonly told: LastSeen;
}

export interface Reader {
  readonly audience: Audience;
  readonly seen: LastSeen | undefined;
}

interface Made<T> {
  readonly at: Temporal.Instant;
  readonly value: T;
}

/** Older results are made anew: a source may have come back. */
const FRESH = { minutes: 10 };
const KEPT = 64;

/** A memory in front of the content, for one process. */
export function createAudiences({ summaries }: Pick<Content, 'summaries'>): Audiences {
  const measured = new Map<string, Made<Promise<unknown>>>();
  const written = new Map<string, Made<Summary | Skip>>();
  const keyOf = (kind: SummaryKind, { due, day }: Slot) => `${kind} ${due.toString()} ${day}`;
  const factsOf = (kind: SummaryKind, slot: Slot) =>
    remembered(measured, keyOf(kind, slot), slot.now, () => summaries[kind].measure(slot));
  return {
    async summary(kind, slot, { audience, seen }) {
      const facts = await factsOf(kind, slot);
      const words = `${keyOf(kind, slot)} ${JSON.stringify([audience, seen])}`;
      return remembered(written, words, slot.now, () => summaries[kind].write(facts, audience, seen));
    },
    async section(kind, slot, { part, told }) {
      return summaries[kind].follow?.(await factsOf(kind, slot), part, told);
    },
  };
}

function remembered<T>(made: Map<string, Made<T>>, key: string, now: Temporal.Instant, make: () => T): T {
  const known = made.get(key);
  if (known && Temporal.Instant.compare(known.at.add(FRESH), now) > 0 && isBefore(known.at, now)) return known.value;
  const value = make();
  made.delete(key);
  made.set(key, { at: now, value });
  // A failure is not remembered: the next channel asks again.
  if (value instanceof Promise) value.catch(() => made.get(key)?.value === value && made.delete(key));
  for (const oldest of made.keys()) {
    if (made.size <= KEPT) break;
    made.delete(oldest);
  }
  return value;
}

/** Also at the same instant; a clock set back makes old results unusable. */
function isBefore(at: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, now) <= 0;
}
