/** What a thread is asked to do: alerts become drafts behind buttons, calls drafts or commands, the rest a command shown. Writes drafts only. */
import { type Day, newYorkTime } from '../src/calendar/day.ts';
import { nextSession, previousSession } from '../src/calendar/nyse.ts';
import { CapwatchError } from '../src/errors.ts';
import { type ContentSources, readMorning } from '../src/market/morning-facts.ts';
import { alertQuestion } from '../src/messages/alert-confirm.ts';
import { refusalMessage } from '../src/messages/errors.ts';
import type { Message } from '../src/messages/message.ts';
import { subscribeMessage, withNotes } from '../src/messages/thread-actions.ts';
import { alertReading } from '../src/metrics/alerts-reading.ts';
import { amendedWords } from '../src/questions/alert-amend.ts';
import { resolvedRule } from '../src/questions/alert-meeting.ts';
import { parseAlertRequest } from '../src/questions/alert-request.ts';
import { alertWish } from '../src/questions/alert-wish.ts';
import { recalled } from '../src/questions/chain.ts';
import type { Asking } from '../src/questions/desk.ts';
import type { Turn } from '../src/questions/post-snapshot.ts';
import type { ActionKind, Pending, Question, Slots } from '../src/questions/question.ts';
import { subscribeLine } from '../src/questions/subscribe-wish.ts';
import type { Wish } from '../src/questions/wish.ts';
import { wishText } from '../src/questions/wish-text.ts';
import type { Call } from './index.ts';
import { droppedAlert, editedAlert, isResuming, listedAlerts, namedAlert, whyAlert } from './question-alerts.ts';
import { addedCall, changedCall } from './question-calls.ts';

/** What came of it, and the question as the next words shall find it. */
export interface Acted {
  readonly message: Message;
  readonly question: Question;
}

export interface Acting {
  readonly asking: Asking;
  readonly call: Call;
  readonly chain: readonly Turn[];
}

/** Whether a question asks for something to be done. */
export function isAction(kind: Question['kind']): kind is ActionKind {
  return kind.startsWith('alert') || kind === 'add-call' || kind === 'change-call' || kind === 'subscribe';
}

/** @throws CapwatchError as the commands behind it do. */
export async function actionAnswer(kind: ActionKind, acting: Acting): Promise<Acted> {
  const { asking, call } = acting;
  const { question, text } = asking;
  if (kind === 'alert') return alertAnswer(acting);
  if (kind === 'add-call') return addedCall(acting);
  return { message: await otherAnswer(kind, acting), question: withoutWish(question) };

  function otherAnswer(other: Exclude<ActionKind, 'alert' | 'add-call'>, { asking: around }: Acting) {
    switch (other) {
      case 'alert-list':
        return listedAlerts(call);
      case 'alert-why':
        return whyAlert(around, call);
      case 'alert-snooze':
        return namedAlert(isResuming(text) ? 'resume' : 'snooze', around, call);
      case 'alert-edit':
        return editedAlert(around, call);
      case 'alert-stop':
        return question.slots.wish ? droppedAlert(question.slots.wish, call) : namedAlert('stop', around, call);
      case 'change-call':
        return changedCall(around, call);
      case 'subscribe':
        return Promise.resolve(subscribeMessage(subscribeLine(text)));
    }
  }
}

function withoutWish(question: Question): Question {
  const { wish: _wish, ...slots } = question.slots;
  return { ...question, slots };
}

/** The same question `/capwatch alert when …` asks; where alerts can be kept, with a draft behind its buttons. */
async function alertAnswer({ asking, call, chain }: Acting): Promise<Acted> {
  const { question } = asking;
  const before = recalled(chain.at(-1)?.memory)?.question;
  const wish = await wished(asking, before);
  if (wish.open) {
    const error = new CapwatchError('invalid_input', 'At which level should it fire?', { example: wish.open });
    return { message: refusalMessage(error, asking.text), question: waiting(question, { words: wish.words }) };
  }
  const notes = [...wish.notes, ...(await replaced(question.slots.wish, call))];
  const { message, draft } = await confirmation(wish.words, asking, call);
  const pending = { words: wish.words, ...(draft !== undefined && { draft }) };
  return { message: withNotes(message, notes), question: waiting(question, pending) };
}

function waiting(question: Question, wish: Pending): Question {
  return { ...question, slots: { ...question.slots, wish } };
}

/** A new wish, or the one asked for before with what is said now. */
async function wished(asking: Asking, before: Question | undefined): Promise<Wish> {
  const pending = asking.question.slots.wish;
  if (!pending) return alertWish(asking, before);
  const words = wishText(asking.text);
  if (!/\d|\bonce\b/.test(pending.words.replace(/^\d{4}-\d\d-\d\d /, '')) && /\d/.test(words))
    return alertWish(opened(asking, pending), before);
  const changed = amendedWords(pending.words, words);
  const same = changed === pending.words;
  return { words: changed, notes: same ? ['Press Set alert: words alone set nothing.'] : [] };
}

/** A wish that lacked its level, and the level. */
function opened(asking: Asking, { words }: Pending): Asking {
  const [, day, word] = /^(\d{4}-\d\d-\d\d) (cut|hike|hold) odds/.exec(words) ?? [];
  const meant = word === 'cut' || word === 'hike' || word === 'hold' ? word : undefined;
  const slots: Slots = {
    ...asking.question.slots,
    ...(day !== undefined && { meeting: { day } }),
    ...(meant && { word: meant }),
    ...(words.startsWith('drawdown gspc') && { index: 'GSPC' as const }),
  };
  const said = words.replace(/^\d{4}-\d\d-\d\d /, '').replace(/^drawdown \w+/, 'drawdown from its record');
  return { ...asking, text: `${said} ${asking.text}`, question: { ...asking.question, slots } };
}

/** The draft before is taken back, so that one press sets one alert. */
async function replaced(old: Pending | undefined, { alerts, asker }: Call): Promise<string[]> {
  if (old?.draft === undefined || !alerts || !asker) return [];
  const taken = await alerts.drafts.take(old.draft);
  return taken === undefined
    ? ['The one before was set or has run out: `/capwatch alert list` shows what stands.'.replaceAll('`', '')]
    : ['The question above no longer counts.'];
}

async function confirmation(
  words: string,
  asking: Asking,
  { capwatch, asker, alerts, now }: Call,
): Promise<{ readonly message: Message; readonly draft?: string }> {
  const today: Day = newYorkTime(now).day;
  const read = parseAlertRequest(words, today);
  const sources: ContentSources = alerts?.sources ?? capwatch;
  const facts = await readMorning(sources, { session: asking.latest, today: nextSession(asking.latest) });
  const { rule, until } = resolvedRule(read, facts);
  const terms = { once: read.once, ...(until !== undefined && { until }), ...(read.quiet && { quiet: read.quiet }) };
  const channel = asker?.channelName ?? 'this channel';
  const content = { kind: 'alert', rule, terms, channel: asker?.channel ?? '', channelName: channel, words };
  const draft = asker && alerts ? await alerts.drafts.record(JSON.stringify(content)) : undefined;
  const reading = alertReading(rule, facts, { session: previousSession(facts.session) });
  const named = namesOf(asker);
  const message = alertQuestion({
    rule,
    terms,
    reading,
    ...named,
    inThread: true,
    today,
    ...(draft !== undefined && { draft }),
  });
  return { message, ...(draft !== undefined && { draft }) };
}

/** Events name people and channels by their ids alone: Slack shows its mentions of them by name. */
function namesOf(asker: Call['asker']): { readonly channel: string; readonly asker: string } {
  if (!asker) return { channel: 'this channel', asker: 'you' };
  const { channel, channelName, user, userName } = asker;
  return {
    channel: channelName === 'this channel' ? `<#${channel}>` : channelName,
    asker: userName === user ? `<@${user}>` : `@${userName}`,
  };
}
