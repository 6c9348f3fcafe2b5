/** An alert's own post, asked why it fired and when it is armed again, where no stored alert answers: its rule and its figures. Changes nothing. */
import { nextSession, previousSession } from '../src/calendar/nyse.ts';
import { type ContentSources, factsAt, readMorning } from '../src/market/morning-facts.ts';
import { becauseWords, whyMessage } from '../src/messages/alert-because.ts';
import { alertTitle, figureWords, rearmWords, ruleLine } from '../src/messages/alert-words.ts';
import { capital, counted, fullDate, weekdayDate } from '../src/messages/format.ts';
import type { Message } from '../src/messages/message.ts';
import type { AlertRule } from '../src/metrics/alerts.ts';
import type { Reading } from '../src/metrics/alerts-look.ts';
import { alertReading } from '../src/metrics/alerts-reading.ts';
import type { MorningFacts } from '../src/metrics/morning.ts';
import { resolvedRule } from '../src/questions/alert-meeting.ts';
import { parseAlertRequest } from '../src/questions/alert-request.ts';
import type { Asking } from '../src/questions/desk.ts';
import { firmTitle } from '../src/questions/firm-names.ts';
import type { PostSnapshot } from '../src/questions/post-snapshot.ts';
import type { Call } from './index.ts';

/** The rule behind the post, where it stood on its day, and its re-arm line; undefined for a post whose rule is not known. */
export async function postedAlert({ post }: Asking, { capwatch, alerts }: Call): Promise<Message | undefined> {
  if (post?.kind !== 'alert') return undefined;
  const words = ruleWords(post);
  if (words === undefined) return undefined;
  const session = post.asOf;
  const sources: ContentSources = alerts?.sources ?? capwatch;
  const facts = await readMorning(sources, { session, today: nextSession(session) });
  const draft = parseAlertRequest(words, session);
  const { rule } = resolvedRule(draft, facts);
  const told = { asOf: session, rule: ruleLine(rule, draft) };
  if (rule.kind === 'calls') return whyMessage(alertTitle(rule), EACH_CHANGE, { ...told, states: shownWords(post) });
  const reading = alertReading(rule, facts, { session: previousSession(session) });
  if ('why' in reading)
    return whyMessage(alertTitle(rule), `Where it stood on ${fullDate(session)} cannot be read: ${reading.why}.`, told);
  return whyMessage(alertTitle(rule), stoodWords(rule, reading), {
    ...told,
    states: [rearmState(rule, reading), ...(reading.past ? [] : lastPast(rule, facts))],
  });
}

/** The words that set such an alert, from the command of its post. */
function ruleWords({ command, numbers }: PostSnapshot): string | undefined {
  if (command.startsWith('/smallcaps divergence')) return 'divergence';
  if (command.startsWith('/targets survey')) return 'survey';
  if (command.startsWith('/targets')) return 'targets';
  const [, day] =
    /^fed\.(\d{4}-\d{2}-\d{2})\.(?:cut|hike)_by$/.exec(numbers.find(({ id }) => /(cut|hike)_by$/.test(id))?.id ?? '') ??
    [];
  if (!/^\/fedodds .*\bshift\b/.test(command) || day === undefined) return undefined;
  const value = (word: string) => Number(numbers.find(({ id }) => id === `fed.${day}.${word}_by`)?.value ?? 0);
  return `${day} ${value('hike') > value('cut') ? 'hike' : 'cut'} odds moves 10 points in 5 days`;
}

const EACH_CHANGE = 'It fires on every such change; there is no line to come back to, so it is ready again at once.';

/** "It stood at −20.40% on Fri 19 Jan, past −20%." */
function stoodWords(rule: AlertRule, reading: Reading): string {
  const memory = { v: 1 as const, session: reading.asOf, latched: false, value: reading.figure.value, fires: [] };
  const because = reading.past
    ? becauseWords(rule, { kind: 'fired', memory, reading, before: memory })
    : becauseWords(rule, { kind: 'quiet', memory, reading });
  return because.replace(/^Fired: /, 'Beyond its line: ');
}

/** How far back the day is looked for on which it was last past its line. */
const LOOK_BACK = 20;

/** "Last past its line on Fri 19 Jan: −20.40%.": what made it fire, where the day of the post itself did not. */
function lastPast(rule: AlertRule, facts: MorningFacts): string[] {
  let session = facts.session;
  for (let back = 0; back < LOOK_BACK; back++) {
    session = previousSession(session);
    const then = factsAt(facts, session);
    const reading = then && alertReading(rule, then, { session: previousSession(session) });
    if (reading && 'figure' in reading && reading.past)
      return [`Last past its line on ${weekdayDate(reading.asOf)}: ${figureWords(rule, reading.figure.value)}.`];
  }
  return [`Not past its line in the ${LOOK_BACK} sessions before either.`];
}

/** "Re-arms above −19%: −18.81% on Mon 22 Jan is there, so it is armed again." */
function rearmState(rule: AlertRule, reading: Reading): string {
  const line = rearmWords(rule);
  if (line === undefined) return 'No re-arm line: it is ready again at once.';
  const at = `${figureWords(rule, reading.figure.value)} on ${weekdayDate(reading.asOf)}`;
  return `${capital(line)}: ${at} is ${reading.clear ? 'there, so it may fire again' : 'not there yet, so it stays silent'}.`;
}

/** What the post itself showed, for alerts without a level: the note or the reading. */
function shownWords({ numbers }: PostSnapshot): string[] {
  const since = numbers.find(({ id }) => id.endsWith('.first_since'));
  if (since)
    return [
      `This post: ${counted(Number(since.value), 'day')} since the last reading of that sign, published ${fullDate(since.asOf)}.`,
    ];
  const [, firm, day] = /^target\.([\w-]+)\.\w+\.(\d{4}-\d{2}-\d{2})\./.exec(numbers[0]?.id ?? '') ?? [];
  return firm === undefined || day === undefined
    ? []
    : [`This post: the call of ${firmTitle(firm)}, note of ${fullDate(day)}.`];
}
