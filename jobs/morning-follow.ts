/** Sections that a morning summary had to leave out: which they are, and how one reads once its source answers. It posts nothing. */
import { previousSession } from '../src/calendar/nyse.ts';
import type { Message } from '../src/messages/message.ts';
import { fedReply } from '../src/messages/morning-fed-reply.ts';
import { smallCapsReply } from '../src/messages/morning-thread.ts';
import { type MorningFacts, morningView } from '../src/metrics/morning.ts';
import type { LastSeen, Part } from './content.ts';
import { readSnapshot } from './morning-snapshot.ts';
import type { SlotFacts } from './morning-summary.ts';

/** The parts asked for whose source did not answer. */
export function missingParts({ prices, fed }: MorningFacts, parts: readonly Part[]): Part[] {
  return parts.filter((part) => (part === 'fed' && !fed.ok) || (part === 'smallcaps' && !prices.ok));
}

/** The section against what `told`, the summary that lacked it, was compared with; undefined while its source is silent. */
export function followMorning({ facts }: Pick<SlotFacts, 'facts'>, part: Part, told: LastSeen): Message | undefined {
  if (missingParts(facts, [part]).length > 0) return undefined;
  const view = morningView(facts, readSnapshot(told).since ?? previousSession(facts.session));
  if (part === 'fed') return fedReply(view, 'Odds are back.');
  return part === 'smallcaps' ? smallCapsReply(view, 'Closes are back.') : undefined;
}
