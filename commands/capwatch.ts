/** `/capwatch`: about Capwatch itself, and what it sends by the clock. */
import { newYorkTime } from '../src/calendar/day.ts';
import { lastCompletedSession } from '../src/calendar/nyse.ts';
import { checksText } from '../src/checks/check.ts';
import { examined } from '../src/checks/examine.ts';
import { CapwatchError } from '../src/errors.ts';
import { quotedWord, sessionDate } from '../src/messages/format.ts';
import { helpMessage, methodsMessage, pingMessage } from '../src/messages/help.ts';
import type { Message } from '../src/messages/message.ts';
import { doctorMessage, sourcesMessage } from '../src/messages/sources.ts';
import { nearest } from '../src/questions/nearest.ts';
import { readWords } from '../src/questions/words.ts';
import { capwatchAlertSet } from './capwatch-alert-set.ts';
import { capwatchAlerts } from './capwatch-alert-topics.ts';
import { capwatchMorning } from './capwatch-morning.ts';
import { capwatchSubscriptions, SUBSCRIPTION_TOPICS } from './capwatch-subscriptions.ts';
import { capwatchUnanswered } from './capwatch-unanswered.ts';
import type { Call } from './index.ts';

const TOPICS: Readonly<Record<string, (call: Call) => Message | Promise<Message>>> = {
  help: helpMessage,
  methods: methodsMessage,
  ping,
  sources,
  doctor,
};

/** Words that an alert shares with subscriptions; there its number needs its "al-". */
const SHARED: Readonly<Record<string, string>> = { pause: 'pause', resume: 'resume', unsubscribe: 'stop' };
const ALERT_WORDS: readonly string[] = ['snooze', 'stop', 'why', 'edit'];

/** "pause al-3", "why 3": what is typed without `alert` in front, as it is typed with it. */
function alertWords(topic: string, rest: string): string | undefined {
  if (ALERT_WORDS.includes(topic) && /^(al-)?\d+\b/i.test(rest)) return `${topic} ${rest}`;
  const shared = Object.hasOwn(SHARED, topic) ? SHARED[topic] : undefined;
  return shared !== undefined && /^al-\d+\b/i.test(rest) ? `${shared} ${rest}` : undefined;
}

/** The answer to `/capwatch text`; nothing typed is `help`. @throws CapwatchError `invalid_input` for an unknown word. */
export async function capwatchItself(text: string, call: Call): Promise<Message> {
  const topic = readWords(text, '/capwatch help').next() || 'help';
  if ((topic === 'subscribe' || topic === 'unsubscribe') && /^\S+\s+alerts?$/i.test(text.trim())) {
    return capwatchAlertSet(topic, call);
  }
  const alert = alertWords(topic, text.trim().slice(topic.length).trim());
  if (alert !== undefined) return capwatchAlerts(alert, call);
  if (SUBSCRIPTION_TOPICS.includes(topic)) {
    return capwatchSubscriptions(topic, text.trim().slice(topic.length), call);
  }
  if (topic === 'morning') return morning(text.trim().slice(topic.length), call);
  if (topic === 'alert' || topic === 'alerts') return capwatchAlerts(text.trim().slice(topic.length), call);
  if (topic === 'unanswered') return capwatchUnanswered(text.trim().slice(topic.length), call);
  const answer = Object.hasOwn(TOPICS, topic) ? TOPICS[topic] : undefined;
  if (answer) return answer(call);
  const known = [...Object.keys(TOPICS), ...SUBSCRIPTION_TOPICS, 'morning', 'alert', 'unanswered'];
  const near = nearest(topic, known);
  throw new CapwatchError(
    'invalid_input',
    `I do not know \`${quotedWord(topic)}\`.${near ? ` Did you mean \`${near}\`?` : ''}`,
    {
      example: `/capwatch ${near ?? 'help'}`,
      hint: `topics: ${known.join(' ')}`,
      ...(near && { suggestion: { label: `Run /capwatch ${near}`, command: `/capwatch ${near}` } }),
    },
  );
}

/** On the clock's sources where one runs, so that Receipts proves what was posted. */
function morning(words: string, { capwatch, now, alerts }: Call): Promise<Message> {
  return capwatchMorning(words, alerts?.sources ?? capwatch, now);
}

function ping({ capwatch, now }: Call): Message {
  const { day, time } = newYorkTime(now);
  return pingMessage({
    source: capwatch.dataSource,
    sample: capwatch.market.sample,
    time: `${sessionDate(day)}, ${time} ET`,
    session: sessionDate(lastCompletedSession(now)),
  });
}

async function sources({ capwatch }: Call): Promise<Message> {
  const asOf = newYorkTime(capwatch.wallClock()).day;
  const instead = capwatch.config.live ? undefined : capwatch.dataSource;
  return sourcesMessage(await capwatch.live.statuses(), { asOf, ...(instead !== undefined && { instead }) });
}

/** Sources that no answer rests on are not asked; a slash command is no reason to go out. */
async function doctor({ capwatch }: Call): Promise<Message> {
  const checks = await examined(capwatch, { slack: true, sources: capwatch.config.live });
  return doctorMessage(checksText(checks), newYorkTime(capwatch.wallClock()).day);
}
