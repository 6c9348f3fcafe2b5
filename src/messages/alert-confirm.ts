/** The question before an alert is set: golden 14-confirm-alert. Everything it will do, and nothing set yet. Pure. */
import { type Day, yearOf } from '../calendar/day.ts';
import { isSession, nextSession, previousSession } from '../calendar/nyse.ts';
import type { AlertRule } from '../metrics/alerts.ts';
import type { NoReading, Reading } from '../metrics/alerts-look.ts';
import { numbersOf } from './alert.ts';
import { conditionWords, figureWords, lineWords, rearmWords } from './alert-words.ts';
import { actions, button, context, section } from './blocks.ts';
import { chipOf } from './fedodds-parts.ts';
import { escapeText, fullDate, level } from './format.ts';
import type { Message } from './message.ts';

export interface AlertQuestion {
  readonly rule: AlertRule;
  readonly terms: {
    readonly once: boolean;
    readonly until?: Day;
    readonly quiet?: { readonly from: string; readonly to: string; readonly zone: string };
  };
  /** Where the figure stands now, or why that is not known. */
  readonly reading: Reading | NoReading;
  /** "#desk-us". */
  readonly channel: string;
  /** "@maria". */
  readonly asker: string;
  /** Whether it was asked in a thread. */
  readonly inThread: boolean;
  /** Number the alert will have, where it is known before it is set. */
  readonly number?: number;
  /** Id of the draft behind the buttons; none where nothing can be written. */
  readonly draft?: string;
  readonly today: Day;
}

/** "Set this alert in #desk-us? Nothing is set yet." and its five lines. */
export function alertQuestion(asked: AlertQuestion): Message {
  const { rule, reading, channel, draft } = asked;
  const condition = conditionWords(rule);
  const now = 'why' in reading ? `not known now: ${reading.why}` : nowWords(rule, reading);
  const which = rule.kind === 'gap' ? 'the ' : '';
  return {
    text: escapeText(
      `Set this alert in ${channel}? Fires when ${which}${condition}; ${now}. Nothing is set until you confirm.`,
    ),
    blocks: [
      section(`*Set this alert in ${escapeText(channel)}? Nothing is set yet.*`),
      section(...fieldLines(asked, now).map(escapeText)),
      context(escapeText(originLine(asked))),
      ...(draft === undefined ? [] : [buttons(draft, channel)]),
    ],
    charts: [],
    numbers: 'why' in reading ? [] : numbersOf(reading),
    asOf: 'why' in reading ? asked.today : reading.asOf,
  };
}

/** One alert of several in one question: its lines but the one on stopping it, when it ends, and its figures. */
export function alertFields(asked: AlertQuestion) {
  const { rule, reading, terms, today } = asked;
  const now = 'why' in reading ? `not known now: ${reading.why}` : nowWords(rule, reading);
  return {
    lines: fieldLines(asked, now).slice(0, -1),
    ends: endWords(rule, terms, today).map((words) => words.replace(/^ends /, '')),
    numbers: 'why' in reading ? [] : numbersOf(reading),
  };
}

function nowWords(rule: AlertRule, { figure, past }: Reading): string {
  if (rule.kind === 'recovery' || rule.kind === 'calls')
    return past ? 'true on the last session' : 'not on the last session';
  if (rule.kind === 'record') return `now ${level(figure.value)}`;
  return `now ${figureWords(rule, figure.value)}`;
}

function fieldLines(asked: AlertQuestion, now: string): string[] {
  const { rule, reading, number, terms } = asked;
  const line = lineWords(rule);
  const condition = conditionWords(rule);
  const bold =
    rule.kind === 'gap' || rule.kind === 'odds'
      ? condition.replace(`${rule.side} ${line}`, `*${rule.side} ${line}*`)
      : `*${condition}*`;
  const already = 'why' in reading || !reading.past ? '' : '; true already, so it waits until it is armed again';
  return [
    `Fires: ${bold}; ${now}${already}`,
    `Basis: ${basisWords(rule, reading)}`,
    `Checked: ${checkedWords(rule)}`,
    rearmLine(rule, terms),
    ...(terms.quiet
      ? [`Quiet: ${terms.quiet.from} to ${terms.quiet.to}, ${terms.quiet.zone}; sent when that ends`]
      : []),
    `Stop: the button on the alert, or \`/capwatch alert stop${number === undefined ? '` and its number' : ` ${number}\``}`,
  ];
}

/** "Re-arms: above *−7.50 pp*, standing until you stop it". */
function rearmLine(rule: AlertRule, { once }: AlertQuestion['terms']): string {
  if (once) return 'Re-arms: never, it stops itself after it fired once';
  const words = rearmWords(rule)?.replace('re-arms ', '');
  if (words === undefined) return 'Re-arms: at once, standing until you stop it';
  const [side = '', ...rest] = words.split(' ');
  return `Re-arms: ${side} *${rest.join(' ')}*, standing until you stop it`;
}

function basisWords(rule: AlertRule, reading: Reading | NoReading): string {
  switch (rule.kind) {
    case 'gap': {
      const base =
        'why' in reading ? undefined : reading.figure.inputs.find(({ name }) => name === 'close(base)')?.date;
      return `Russell 2000 minus S&P 500, price return, closes${base === undefined ? '' : `, base ${fullDate(base)}`}`;
    }
    case 'odds':
    case 'odds-move': {
      const odds = 'why' in reading ? undefined : reading.fed?.odds;
      const found = odds?.meetings.find((one) => one.meeting === rule.meeting);
      const kind = odds && chipOf(odds, found) === 'Last trade' ? 'last trades' : 'settlements';
      return `30-day fed funds futures, FedWatch method, ${kind}; by the meeting, from the range in force`;
    }
    case 'calls':
      return 'the ledger of calls and surveys, as entered with its source';
    case 'recovery':
      return 'Russell 2000, closes, 52 weeks = 365 days';
    default:
      return 'price index, closes, record since the data begin; the same basis to fire and to re-arm';
  }
}

function checkedWords({ kind }: AlertRule): string {
  if (kind === 'odds' || kind === 'odds-move') return 'each session at 16:20 ET, on that day’s settlement';
  return kind === 'calls' ? 'each session at 16:20 ET' : 'each session at 16:20 ET, on final closes';
}

/** "Asked by @maria in this thread · the base moves to 31 Dec 2024 on 2 Jan 2025; you will be asked again". */
function originLine({ asker, inThread, rule, terms, today }: AlertQuestion): string {
  return [`Asked by ${asker}${inThread ? ' in this thread' : ''}`, ...endWords(rule, terms, today)].join(' · ');
}

function endWords(rule: AlertRule, { until }: AlertQuestion['terms'], today: Day): string[] {
  if (until === undefined) return [];
  const yearEnd = `${yearOf(today)}-12-31`;
  if (rule.kind === 'gap' && rule.window === 'ytd' && until === yearEnd) {
    const base = isSession(yearEnd) ? yearEnd : previousSession(yearEnd);
    return [`the base moves to ${fullDate(base)} on ${fullDate(nextSession(yearEnd))}; you will be asked again`];
  }
  const meeting = (rule.kind === 'odds' || rule.kind === 'odds-move') && rule.meeting === until;
  return [`ends ${meeting ? 'with the meeting of' : 'after'} ${fullDate(until)}`];
}

function buttons(draft: string, channel: string) {
  return actions(
    {
      ...button('confirm_write', 'Set alert', {
        label: `Set this alert in ${channel.replace(/^#/, '')}`,
        value: draft,
      }),
      style: 'primary',
    },
    button('confirm_edit', 'Edit', { label: 'Edit before setting', value: draft }),
    button('confirm_cancel', 'Cancel', { label: 'Discard this draft', value: draft }),
  );
}
