/** Numbers once per slot, words once per audience: remembers what was just made for the channels that come next. Sends nothing. */
import type { Audience, Content, LastSeen, Skip, Slot, Summary, SummaryKind } from './content.ts';

export interface Audiences {
  /** The summary for one channel; made anew only when no channel of the same kind, slot, audience and memory had it. */
  summary(kind: SummaryKind, slot: Slot, reader: Reader): Promise<Summary | Skip>;
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
  return {
    async summary(kind, slot, { audience, seen }) {
      const content = summaries[kind];
      const slotKey = `${kind} ${slot.due.toString()} ${slot.day}`;
      const facts = await remembered(measured, slotKey, slot.now, () => content.measure(slot));
      const words = `${slotKey} ${JSON.stringify([audience, seen])}`;
      return remembered(written, words, slot.now, () => content.write(facts, audience, seen));
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
