/** What a channel was last told by its morning summary: small, versioned JSON, checked when it is read back. */
import { z } from 'zod';
import type { Day } from '../src/calendar/day.ts';
import type { Message } from '../src/messages/message.ts';
import { linesOf } from '../src/messages/morning-corrected.ts';
import type { MorningView } from '../src/metrics/morning.ts';
import { lastSession } from '../src/metrics/series.ts';
import type { Json, LastSeen } from './content.ts';

const MorningSnapshot = z.object({
  v: z.literal(1),
  /** The session the summary spoke of; absent when only a closed day was told. */
  session: z.string().optional(),
  /** The session that one compared with. */
  since: z.string().optional(),
  /** The closed day already told. */
  closed: z.string().optional(),
  header: z.string().default(''),
  /** Section lines of the lead, escaped as they were posted. */
  lines: z.array(z.string()).default([]),
  /** Printed figures by receipt id. */
  numbers: z.record(z.string(), z.union([z.number(), z.boolean()])).default({}),
  /** Closes of the session by symbol. */
  closes: z.record(z.string(), z.number()).default({}),
});
export type MorningSnapshot = z.infer<typeof MorningSnapshot>;

/** What was last told, or an empty memory for a first summary and for one of an unknown version. */
export function readSnapshot(seen: LastSeen | undefined): MorningSnapshot {
  const read = MorningSnapshot.safeParse(seen?.snapshot);
  return read.success ? read.data : { v: 1, header: '', lines: [], numbers: {}, closes: {} };
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
  return { ...dropUndefined(snapshot), closed };
}

function dropUndefined({ session, since, closed, ...rest }: MorningSnapshot) {
  return {
    ...rest,
    ...(session !== undefined && { session }),
    ...(since !== undefined && { since }),
    ...(closed !== undefined && { closed }),
  };
}
