/** Calls typed in a thread: added through the command's own grammar and question, changed by a command that is shown. Writes drafts only. */
import { newYorkTime } from '../src/calendar/day.ts';
import { CapwatchError } from '../src/errors.ts';
import { refusalMessage } from '../src/messages/errors.ts';
import { fullDate } from '../src/messages/format.ts';
import type { Message } from '../src/messages/message.ts';
import { horizonPhrase, shortFirm, valueWords } from '../src/messages/targets-words.ts';
import { changeCallMessage } from '../src/messages/thread-actions.ts';
import { type CallVersion, callIdentity, firmKey, knownCalls } from '../src/metrics/calls.ts';
import { callValueFrom } from '../src/metrics/calls-words.ts';
import { callLine, missingIn } from '../src/questions/call-wish.ts';
import type { Asking } from '../src/questions/desk.ts';
import { sameFirm } from '../src/questions/firm-names.ts';
import { normalText } from '../src/questions/words-normal.ts';
import type { Call } from './index.ts';
import type { Acted, Acting } from './question-actions.ts';
import { targets } from './targets.ts';
import { readerOf } from './targets-ledger.ts';

/** The question before a call is kept; what is missing is said with what was typed, and may be sent next. */
export async function addedCall({ asking, call }: Acting): Promise<Acted> {
  const { question, text } = asking;
  const line = callLine(text, question.slots.wish?.words);
  const waiting = { ...question, slots: { ...question.slots, wish: { words: line } } };
  const missing = missingIn(line, newYorkTime(call.now).day);
  if (missing) {
    const error = new CapwatchError('invalid_input', missing.said, { example: missing.example });
    return { message: refusalMessage(error, text), question: waiting };
  }
  const { wish: _wish, ...slots } = question.slots;
  return { message: await targets(`add ${line}`, call), question: { ...question, slots } };
}

const INDEX_NAMES: Readonly<Record<string, string>> = { RUT: 'Russell 2000', GSPC: 'S&P 500' };

/** The commands that would do it to the calls meant: nothing is changed by a sentence. */
export async function changedCall(asking: Asking, call: Call): Promise<Message> {
  const text = normalText(asking.text).text;
  const withdraws =
    /\b(delete|remove|withdraw|erase|wipe|purge|clear|drop|retract|rescind|unpublish|pull|undo|destroy|truncate)\b/.test(
      text,
    );
  const meant = await meantCalls(asking, call);
  const value = /([-+]?\d[\d,]*(?:\.\d+)?%?)(?!.*\d)/.exec(text.replace(/\b(?:call|number|#) ?#?\d{1,6}\b/, ' '))?.[1];
  const target = value !== undefined && callValueFrom(value) ? ` target ${value}` : '';
  return changeCallMessage(
    withdraws ? 'withdraw' : 'change',
    meant.map((one) => ({
      name: `${shortFirm(one.firm)}, ${INDEX_NAMES[one.index] ?? one.index} ${valueWords(one.value)} ${horizonPhrase(one)}, note of ${fullDate(one.noteDate)}`,
      command: withdraws ? `/targets withdraw ${one.call}` : `/targets edit ${one.call}${target}`,
    })),
  );
}

/** Calls that stand, of the firm or the number named. */
async function meantCalls({ text, question, post }: Asking, call: Call): Promise<CallVersion[]> {
  const { reader, team } = readerOf(call);
  const standing = knownCalls(await reader.listCallVersions(team), newYorkTime(call.now).day).filter(
    ({ withdrawnOn }) => withdrawnOn === undefined,
  );
  const number = /\b(?:call|number|#) ?#?(\d{1,6})\b/i.exec(text)?.[1];
  if (number !== undefined) return standing.filter(({ call: one }) => one === Number(number));
  const { firm } = question.slots;
  const posted = /^\/targets (russell|spx)\b/.exec(post?.command ?? '')?.[1];
  const index = question.slots.index ?? (posted === undefined ? undefined : posted === 'spx' ? 'GSPC' : 'RUT');
  const words = normalText(text).text;
  const named = (one: CallVersion) =>
    firm === undefined ? words.includes(shortFirm(one.firm).toLowerCase()) : sameFirm(firmKey(one.firm), firm);
  const found = standing.filter((one) => named(one) && (index === undefined || one.index === index));
  const newest = new Map(found.map((one) => [callIdentity(one), one] as const));
  return [...newest.values()].sort((a, b) => b.noteDate.localeCompare(a.noteDate));
}
