/** The question before an alert is set: golden 14-confirm-alert. Everything it will do, and nothing set yet. Pure. */
import { type Day, yearOf } from '../calendar/day.ts';
import { isSession, nextSession, previousSession } from '../calendar/nyse.ts';
import type { AlertRule, OddsMoveRule, OddsRule } from '../metrics/alerts.ts';
import type { NoReading, Reading } from '../metrics/alerts-look.ts';
import { numbersOf } from './alert.ts';
import { conditionWords, figureWords, lineWords, rearmWords } from './alert-words.ts';
import { actions, button, context, section } from './blocks.ts';
import { chipOf } from './fedodds-parts.ts';
import { counted, escapeText, fullDate, level } from './format.ts';
import type { Message } from './message.ts';
import { placeMarkup, placeText } from './places.ts';

export interface AlertQuestion {
  readonly rule: AlertRule;
  readonly terms: {
    readonly once: boolean;
    readonly until?: Day;
    readonly quiet?: { readonly from: string; readonly to: string; readonly zone: string };
    readonly set?: 'standard';
  };
  /** Where the figure stands now, or why that is not known. */
  readonly reading: Reading | NoReading;
  /** "#desk-us"; where only its id is known Slack's mention of it, `<#C0123>`. */
  readonly channel: string;
  /** "@maria", or `<@U0123>`. */
  readonly asker: string;
  /** Whether it was asked in a thread. */
  readonly inThread: boolean;
  /** Number the alert will have, where it is known before it is set. */
  readonly number?: number;
  /** Id of the draft behind the buttons; none where nothing can be written. */
  readonly draft?: string;
  readonly today: Day;
  /** The alert that has ended and would go on as this one. */
  readonly again?: { readonly number: string; readonly title: string; readonly ended: string };
}

/** "Set this alert in #desk-us? Nothing is set yet." and its five lines. */
export function alertQuestion(asked: AlertQuestion): Message {
  const { rule, reading, channel, draft } = asked;
  const now = standsWords(asked);
  const fires = escapeText(`${firesWords(rule)}; ${now}. Nothing is set until you confirm.`);
  return {
    text: `${headWords(asked, escapeText(placeText(channel)))} ${fires}`,
    blocks: [
      section(`*${headWords(asked, placeMarkup({ channelName: channel }))} Nothing is set yet.*`),
      section(...fieldLines(asked, now).map(escapeText)),
      context(originLine(asked)),
      ...(draft === undefined ? [] : [buttons(draft, channel)]),
    ],
    charts: [],
    numbers: 'why' in reading ? [] : numbersOf(reading),
    asOf: 'why' in reading ? asked.today : reading.asOf,
  };
}

/** "Set this alert in #desk-us?", or what has ended and how it would go on; escaped, as `place` is. */
function headWords({ rule, again }: AlertQuestion, place: string): string {
  if (!again) return `Set this alert in ${place}?`;
  const next = 'meeting' in rule ? `Watch the next one, ${fullDate(rule.meeting)},` : 'Set it again';
  return `${escapeText(`Alert ${again.number} ended ${again.ended}: ${again.title}. ${next}`)} in ${place}?`;
}

/** "Fires when the year-to-date gap closes below −8.00 pp"; a condition without a verb stands by itself. */
function firesWords(rule: AlertRule): string {
  const condition = conditionWords(rule);
  if (rule.kind === 'gap') return `Fires when the ${condition}`;
  return rule.kind === 'calls' || rule.kind === 'recovery' || rule.kind === 'odds-move'
    ? `Fires when ${condition}`
    : `Fires: ${condition}`;
}

/** "now −3.85 pp", or why that is not known. */
function standsWords({ rule, reading }: AlertQuestion): string {
  return 'why' in reading ? `not known now: ${reading.why}` : nowWords(rule, reading);
}

/** One alert of several in one question: its lines but the one on stopping it, when it ends, and its figures. */
export function alertFields(asked: AlertQuestion) {
  const { rule, reading, terms, today } = asked;
  return {
    lines: fieldLines(asked, standsWords(asked)).slice(0, -1),
    ends: endWords(rule, terms, today).map((words) => words.replace(/^ends /, '')),
    numbers: 'why' in reading ? [] : numbersOf(reading),
  };
}

function nowWords(rule: AlertRule, reading: Reading): string {
  const { figure, past } = reading;
  const now = `now ${figureWords(rule, figure.value)}`;
  switch (rule.kind) {
    case 'recovery':
    case 'calls':
      return past ? 'true on the last session' : 'not on the last session';
    case 'record':
      return `${now}, ${recordWords(reading)}`;
    case 'divergence':
      return `${now}, ${recordAgeWords(reading)}`;
    case 'odds-move':
      return `${now} in ${counted(rule.sessions, 'futures day')}`;
    default:
      return now;
  }
}

/** "the record is 4,796.56 of 3 Jan 2022". */
function recordWords({ details }: Reading): string {
  const flag = details.find(({ unit }) => unit === 'flag');
  const before = flag?.inputs[1];
  if (!flag || flag.value === true || !before) return 'a record close';
  return `the record is ${level(before.value)} of ${fullDate(before.date)}`;
}

/** "S&P 500 record close 2 sessions ago". */
function recordAgeWords({ details }: Reading): string {
  const age = Number(details.find(({ id }) => id.endsWith('.record.close.age'))?.value ?? 0);
  return age === 0 ? 'S&P 500 at a record close' : `S&P 500 record close ${counted(age, 'session')} ago`;
}

function fieldLines(asked: AlertQuestion, now: string): string[] {
  const { rule, reading, number, terms } = asked;
  const line = lineWords(rule);
  const condition = conditionWords(rule);
  const bold =
    rule.kind === 'gap' || rule.kind === 'odds'
      ? condition.replace(`${rule.side} ${line}`, `*${rule.side} ${line}*`)
      : `*${condition}*`;
  const already = 'why' in reading || !reading.past ? '' : `; ${alreadyWords(rule)}`;
  return [
    `Fires: ${bold}; ${now}${already}`,
    `Basis: ${basisWords(rule, reading)}`,
    `Checked: ${checkedWords(rule, reading)}`,
    rearmLine(rule, terms),
    ...(terms.quiet
      ? [`Quiet: ${terms.quiet.from} to ${terms.quiet.to}, ${terms.quiet.zone}; sent when that ends`]
      : []),
    `Stop: the button on the alert, or \`/capwatch alert stop${number === undefined ? '` and its number' : ` ${number}\``}`,
  ];
}

/** What a condition that is true now means for an alert that begins now. */
function alreadyWords(rule: AlertRule): string {
  return rearmWords(rule) === undefined
    ? 'that one came before this alert, the next one makes it fire'
    : 'true already, so it waits until it is armed again';
}

/** "Re-arms: above *−7.50 pp*, standing until you stop it"; an alert on a meeting ends with it. */
function rearmLine(rule: AlertRule, { once }: AlertQuestion['terms']): string {
  if (once) return 'Re-arms: never, it stops itself after it fired once';
  const words = rearmWords(rule)?.replace('re-arms ', '');
  const end = rule.kind === 'odds' || rule.kind === 'odds-move' ? 'its meeting' : 'you stop it';
  if (words === undefined) return `Re-arms: at once, standing until ${end}`;
  const [side = '', ...rest] = words.split(' ');
  return `Re-arms: ${side} *${rest.join(' ')}*, standing until ${end}`;
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
      const kind = isLastTrade(rule, reading) ? 'last trades' : 'settlements';
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

function isLastTrade({ meeting }: OddsRule | OddsMoveRule, reading: Reading | NoReading): boolean {
  const odds = 'why' in reading ? undefined : reading.fed?.odds;
  const found = odds?.meetings.find((one) => one.meeting === meeting);
  return odds !== undefined && chipOf(odds, found) === 'Last trade';
}

function checkedWords(rule: AlertRule, reading: Reading | NoReading): string {
  if (rule.kind === 'odds' || rule.kind === 'odds-move') {
    return `each session at 16:20 ET, on that day’s ${isLastTrade(rule, reading) ? 'last trades' : 'settlement'}`;
  }
  return rule.kind === 'calls'
    ? 'each session at 16:20 ET, on what was entered since the look before'
    : 'each session at 16:20 ET, on final closes';
}

/** "Asked by @maria in this thread · the base moves to 31 Dec 2024 on 2 Jan 2025; you will be asked again". */
function originLine({ asker, inThread, rule, terms, today, again }: AlertQuestion): string {
  const ends = endWords(rule, terms, today).map(escapeText);
  const origin = again ? 'Asked because you set the one that ended' : `Asked by ${placeMarkup({ channelName: asker })}`;
  return [`${origin}${inThread ? ' in this thread' : ''}`, ...ends].join(' · ');
}

function endWords(rule: AlertRule, { until, set }: AlertQuestion['terms'], today: Day): string[] {
  if (until === undefined) return [];
  const yearEnd = `${yearOf(today)}-12-31`;
  if (rule.kind === 'gap' && rule.window === 'ytd' && until === yearEnd) {
    const base = isSession(yearEnd) ? yearEnd : previousSession(yearEnd);
    return [`the base moves to ${fullDate(base)} on ${fullDate(nextSession(yearEnd))}; you will be asked again`];
  }
  const meeting = (rule.kind === 'odds' || rule.kind === 'odds-move') && rule.meeting === until;
  const again = meeting && set === 'standard' ? '; you will be asked again for the next one' : '';
  return [`ends ${meeting ? 'with the meeting of' : 'after'} ${fullDate(until)}${again}`];
}

function buttons(draft: string, channel: string) {
  return actions(
    {
      ...button('confirm_write', 'Set alert', {
        label: `Set this alert in ${placeText(channel).replace(/^#/, '')}`,
        value: draft,
      }),
      style: 'primary',
    },
    button('confirm_edit', 'Edit', { label: 'Edit before setting', value: draft }),
    button('confirm_cancel', 'Cancel', { label: 'Discard this draft', value: draft }),
  );
}
