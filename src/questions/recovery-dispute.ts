/** Counts of days that somebody quotes of the last recovery → the basis on which each is true. Words it. */
import type { AnswerDraft } from '../messages/answer.ts';
import { counted, fullDate, shortDate } from '../messages/format.ts';
import type { Recovery } from '../metrics/recoveries.ts';
import type { RecoveryView } from '../metrics/recovery-view.ts';
import type { Asking } from './desk.ts';

/** Both counts of the last recovery where the one quoted is true of intraday lows and highs; undefined where none is. */
export function disputedLead(
  { question }: Asking,
  { close, intraday }: RecoveryView,
): Pick<AnswerDraft, 'lead' | 'rest'> | undefined {
  const { days = [], figures } = question.slots;
  const quoted = [...days, ...figures.map(({ value }) => value)];
  const [own, other] = [close.last?.recovery, 'absent' in intraday ? undefined : intraday.last?.recovery];
  if (!own || !other) return undefined;
  const isTrue = (one: Recovery) => quoted.some((count) => count === one.days || count === one.sessions);
  if (!isTrue(other)) return undefined;
  return {
    lead: isTrue(own) ? 'Both, on different bases:' : 'True intraday, not on closes:',
    rest: `${words(other)} on intraday lows and highs; ${words(own)} on closes, which is what we count.`,
  };
}

function words({ low, high, days, sessions }: Recovery): string {
  return `${counted(days, 'day')}, ${counted(sessions, 'session')} from ${shortDate(low.day, high.day)} to ${fullDate(high.day)}`;
}
