/** Why an alert did or did not fire, in one sentence: for the delivery log and "why did this not fire". Pure. */
import type { AlertRule } from '../metrics/alerts.ts';
import type { AlertStep } from '../metrics/alerts-state.ts';
import { figureWords, lineWords, rearmWords } from './alert-words.ts';
import { context, section } from './blocks.ts';
import { escapeText, level, weekdayDate } from './format.ts';
import type { Message } from './message.ts';

/** "−3.85 pp on Mon 22 Jan, not past −8.00 pp." */
export function becauseWords(rule: AlertRule, step: Exclude<AlertStep, { kind: 'none' }>): string {
  const { reading, memory } = step;
  const value = rule.kind === 'record' ? level(reading.figure.value) : figureWords(rule, reading.figure.value);
  const at = `${value} on ${weekdayDate(reading.asOf)}`;
  const line = lineWords(rule);
  switch (step.kind) {
    case 'baseline':
      return `First look: ${at}. ${reading.past ? 'Already past its line, so it waits until it is armed again.' : 'From now on it may fire.'}`;
    case 'same':
      return `${at}, already looked at; the next session is looked at after its close.`;
    case 'fired':
    case 'again':
      return `Fired: ${at}${line === '' ? '' : `, past ${line}`}.`;
    case 'cleared':
      return `Cleared and armed again: ${at}.`;
    case 'corrected':
      return `Corrected: ${at}; ${step.stands ? 'the alert stands' : 'the alert was false and is armed again'}.`;
    case 'quiet':
      return quietWords(rule, { at, line, latched: memory.latched, past: reading.past });
  }
}

interface Quiet {
  readonly at: string;
  readonly line: string;
  readonly latched: boolean;
  readonly past: boolean;
}

function quietWords(rule: AlertRule, { at, line, latched, past }: Quiet): string {
  const rearm = rearmWords(rule)?.replace('re-arms ', '');
  if (latched && past) return `${at}, still past ${line}; it fired already and is armed again ${rearm ?? 'later'}.`;
  if (latched) return `${at}, back inside ${line} but not yet ${rearm ?? 'clear'}, so it is not armed.`;
  if (rule.kind === 'record') return `${at}: no record close that is the first in over 20 sessions.`;
  if (rule.kind === 'recovery') return `No 52-week recovery was completed on that session.`;
  if (rule.kind === 'calls') return 'No such change since the session before.';
  if (rule.kind === 'divergence')
    return `${at}: not both conditions, a record of the S&P 500 within 20 sessions and ${line} or lower.`;
  return `${at}, not past ${line}.`;
}

/** The answer to "why did this not fire": the sentence, the rule, where it stands. */
export function whyMessage(
  title: string,
  because: string,
  { asOf, rule }: { readonly asOf: string; readonly rule: string },
): Message {
  return {
    text: escapeText(`${title}: ${because}`),
    blocks: [section(`*${escapeText(title)}*`, escapeText(because)), context(escapeText(rule))],
    charts: [],
    numbers: [],
    asOf,
  };
}
