/** Why an alert did or did not fire, in one sentence: for the delivery log and "why did this not fire". Pure. */
import { NEW_YORK } from '../calendar/day.ts';
import type { AlertRule } from '../metrics/alerts.ts';
import type { Reading } from '../metrics/alerts-look.ts';
import type { AlertMemory, AlertStep, Fire } from '../metrics/alerts-state.ts';
import { RECORD_SESSIONS } from '../metrics/divergence.ts';
import { beyondWords, figureWords, lineWords, rearmWords } from './alert-words.ts';
import { context, section } from './blocks.ts';
import type { DeliveryLine } from './deliveries.ts';
import { counted, escapeText, weekdayDate } from './format.ts';
import type { Message } from './message.ts';
import { zonedTime } from './subscriptions.ts';

type Looked = Exclude<AlertStep, { kind: 'none' }>;

/** "−3.85 pp on Mon 22 Jan, not past −8.00 pp."; empty when the session was looked at before: what was said then stands. */
export function becauseWords(rule: AlertRule, step: Looked): string {
  const at = stoodAt(rule, step.reading);
  switch (step.kind) {
    case 'same':
      return '';
    case 'baseline':
      return baselineWords(rule, step.reading, at);
    case 'fired':
    case 'again':
      return `Fired: ${at}${lineWords(rule) === '' ? '' : `, ${beyondWords(rule)}`}.`;
    case 'cleared':
      return `Cleared and armed again: ${at}.`;
    case 'corrected':
      return `Corrected: ${at}; ${step.stands ? 'the alert stands' : 'the alert was false and is armed again'}.`;
    case 'quiet':
      return quietWords(rule, step, at);
  }
}

/** "−3.85 pp on Mon 22 Jan"; where there is no level to name, what was found. */
function stoodAt(rule: AlertRule, { figure, asOf }: Reading): string {
  const day = weekdayDate(asOf);
  if (rule.kind === 'calls') return `${counted(figure.value, 'change')} by ${day}`;
  if (rule.kind === 'recovery') return `a recovery in ${counted(figure.value, 'day')}, completed ${day}`;
  return `${figureWords(rule, figure.value)} on ${day}`;
}

function baselineWords(rule: AlertRule, { asOf, past }: Reading, at: string): string {
  const day = weekdayDate(asOf);
  switch (rule.kind) {
    case 'calls':
      return `First look, ${day}: what is entered from now on may make it fire.`;
    case 'recovery':
      return `First look, ${day}: the next recovery that is completed makes it fire.`;
    case 'record':
      return past
        ? `First look: ${at}, a record from before it was set; the next one that is the first in over 20 sessions makes it fire.`
        : `First look: ${at}. From now on it may fire.`;
    default:
      return past
        ? `First look: ${at}, ${beyondWords(rule)} already, so it waits until it is back ${armLine(rule)}.`
        : `First look: ${at}. From now on it may fire.`;
  }
}

/** "above −19%": where it is armed again. */
function armLine(rule: AlertRule): string {
  return rearmWords(rule)?.replace('re-arms ', '') ?? 'inside its line';
}

function quietWords(rule: AlertRule, { reading, memory }: Looked, at: string): string {
  const { past } = reading;
  if (memory.latched && past) {
    return `${at}, still ${beyondWords(rule)}; ${heldWords(memory)} and is armed ${memory.fires.length > 0 ? 'again ' : ''}${armLine(rule)}.`;
  }
  if (memory.latched) {
    return `${at}, back inside ${lineWords(rule)} but not yet ${armLine(rule)}, so it is not armed.`;
  }
  if (rule.kind === 'record') {
    const isRecord = reading.details.some(({ unit, value }) => unit === 'flag' && value === true);
    return isRecord ? `${at}: a record close, but not the first in over 20 sessions.` : `${at}: no record close.`;
  }
  if (rule.kind === 'recovery') return 'No 52-week recovery was completed since the look before.';
  if (rule.kind === 'calls') return 'No such change since the look before.';
  if (rule.kind === 'divergence') return `${at}${divergenceLack(rule, reading)}.`;
  return `${at}, not ${beyondWords(rule)}.`;
}

/** Fired, or never did because it stood there when it was set. */
function heldWords({ fires }: AlertMemory): string {
  const last: Fire | undefined = fires.at(-1);
  return last ? `it fired on ${weekdayDate(last.session)}` : 'it stood there when it was set, so it has not fired,';
}

/** Which of its two conditions is missing. */
function divergenceLack(rule: Extract<AlertRule, { kind: 'divergence' }>, { figure, details }: Reading): string {
  const age = Number(details.find(({ id }) => id === 'GSPC.record.close.age')?.value ?? 0);
  const high =
    age === 0 ? 'a record close of the S&P 500 that day' : `an S&P 500 record close ${counted(age, 'session')} ago`;
  const deep = figure.value <= -rule.tier;
  if (age >= RECORD_SESSIONS)
    return `${deep ? `, past ${lineWords(rule)}` : ''}, but no S&P 500 record close within 20 sessions`;
  return `, not past ${lineWords(rule)}, with ${high}`;
}

/** What became of the words of an alert that fired while it was snoozed, or in its quiet hours. */
export function unsaidWords(until: string, why: 'snoozed' | 'quiet'): string {
  return why === 'snoozed'
    ? `Not posted: it is snoozed until ${until}.`
    : `Held back by its quiet hours until ${until}.`;
}

const POST_STATES = {
  ...{ queued: 'on the way', sent: 'sent', skipped: 'skipped', failed: 'failed', unknown: 'not confirmed' },
} as const;

/** "Last post: fired, Thu 18 Jan 16:25 ET, sent." */
export function lastPost({ slot, due, state, detail }: Omit<DeliveryLine, 'job'>): string {
  const kind = slot.replace(/^alert /, '').replace(/ \d+$/, '');
  const why = detail === '' ? '' : `: ${detail.replace(/\.$/, '')}`;
  return `Last post: ${kind}, ${zonedTime(due, NEW_YORK)} ET, ${POST_STATES[state]}${why}.`;
}

/** The answer to "why did this not fire": the sentence, what else holds it back, the rule. */
export function whyMessage(
  title: string,
  because: string,
  { asOf, rule, states = [] }: { readonly asOf: string; readonly rule: string; readonly states?: readonly string[] },
): Message {
  const [said, ...rest] = [because, ...states].map(escapeText);
  return {
    text: escapeText([`${title}: ${because}`, ...states].join(' ')).slice(0, 300),
    blocks: [section(`*${escapeText(title)}*`, said ?? '', ...rest), context(escapeText(rule))],
    charts: [],
    numbers: [],
    asOf,
  };
}
