/** An alert that fired, fired again, or was cleared: goldens 07-alert-1 to -3. Pure; figures it fired with are never overwritten. */
import type { Button } from '@slack/types';
import { closeTime } from '../calendar/nyse.ts';
import type { AlertRule } from '../metrics/alerts.ts';
import type { Reading } from '../metrics/alerts-look.ts';
import type { Fire } from '../metrics/alerts-state.ts';
import type { Receipt, ReceiptSource } from '../metrics/receipt.ts';
import { findingOf } from './alert-finding.ts';
import { figureWords, kindName, lineWords, rearmWords, ruleLine } from './alert-words.ts';
import { actions, button, context, header, LIMITS, section } from './blocks.ts';
import { chipOf, LAST_TRADES } from './fedodds-parts.ts';
import { escapeText, level, sessionDate, weekdayDate } from './format.ts';
import type { Message } from './message.ts';
import { weekdayLong } from './morning-words.ts';
import { placeText } from './places.ts';
import { isSample, publishers } from './receipt-line.ts';

/** What every message of an alert needs besides its figures. */
export interface AlertContext {
  /** "al-7": what the buttons act on. */
  readonly id: string;
  /** The line that shows the alert again, for Receipts. */
  readonly command: string;
  readonly once: boolean;
  /** "#desk-us", where it is known. */
  readonly channel?: string;
}

/** The post of an alert that fired; `fires` are the times before. */
export function firedMessage(
  rule: AlertRule,
  reading: Reading,
  { fires, ...call }: AlertContext & { readonly fires: readonly Fire[] },
): Message {
  const finding = findingOf(rule, reading, fires);
  const day = `${sessionDate(reading.asOf)}${rule.kind === 'calls' ? '' : ` ${priceWord(reading)}`}.`;
  return {
    text: escapeText(`${sampleLead(reading)}Alert: ${finding.text} ${day}`).slice(0, LIMITS.fallback),
    blocks: [
      header(finding.header),
      section(...finding.lines.map(escapeText)),
      context(...[alertReceiptLine(rule, reading), ...trades(reading), ruleLine(rule, call)].map(escapeText)),
      alertActions(rule, call),
    ],
    charts: [],
    numbers: numbersOf(reading),
    asOf: reading.asOf,
  };
}

/** "close"; for odds "settlement" or "last trade", whichever it is. */
function priceWord(reading: Reading): string {
  return reading.fed ? settledWord(reading).toLowerCase() : 'close';
}

function sampleLead(reading: Reading): string {
  return isSample(sourcesOf(reading)) ? 'Sample data: ' : '';
}

/** "*SAMPLE DATA* " before a line that has no chip of its own. */
export function sampleChip(reading: Reading): string {
  return isSample(sourcesOf(reading)) ? '*SAMPLE DATA* ' : '';
}

function sourcesOf({ figure, prices, details }: Reading): readonly ReceiptSource[] {
  if (prices) return [prices.subject.source, prices.benchmark.source];
  return figure.sources.length > 0 ? figure.sources : details.flatMap(({ sources }) => sources);
}

/** "*Close* Fri 19 Jan 2024, 16:00 ET · closes, price index · Yahoo Finance". */
function alertReceiptLine(rule: AlertRule, reading: Reading): string {
  const sources = sourcesOf(reading);
  const who = publishers(sources).join(', ');
  const sample = isSample(sources);
  const parts = reading.fed
    ? [
        `*${sample ? 'SAMPLE DATA' : settledWord(reading)}* ${sessionDate(reading.asOf)}`,
        'fed funds futures, FedWatch method',
        who,
      ]
    : rule.kind === 'calls'
      ? [`*${sample ? 'SAMPLE DATA' : 'As known'}* ${sessionDate(reading.asOf)}`, 'ledger of calls and surveys', who]
      : [
          `*${sample ? 'SAMPLE DATA' : 'Close'}* ${sessionDate(reading.asOf)}, ${closeTime(reading.asOf)} ET`,
          'closes, price index',
          who,
        ];
  return parts.filter((part) => part !== '').join(' · ');
}

function settledWord({ fed, figure }: Reading): string {
  const meeting = fed?.odds.meetings.find((one) => figure.id.includes(one.meeting));
  return fed ? chipOf(fed.odds, meeting) : 'Settlement';
}

/** Last trades are good to a point or two: an alert fired on them says so. */
function trades(reading: Reading): string[] {
  return reading.fed && settledWord(reading) === 'Last trade' ? [LAST_TRADES] : [];
}

/** Each id once. */
export function numbersOf({ figure, details }: Reading): Receipt[] {
  return [...new Map([figure, ...details].map((receipt) => [receipt.id, receipt])).values()];
}

/** Receipts, Snooze, Edit, Stop; Stop asks first. One that has stopped itself can be edited into a new one. */
export function alertActions(rule: AlertRule, { id, command, channel, once }: AlertContext) {
  const where = channel === undefined ? 'This channel' : placeText(channel).replace(/^this/, 'This');
  const stop: Button = {
    ...button('alert_stop', 'Stop', { label: 'Stop this alert for this channel', value: id }),
    confirm: {
      style: 'danger',
      title: { type: 'plain_text', text: 'Stop this alert?' },
      text: { type: 'plain_text', text: `${where} will get no more ${kindName(rule)} alerts. The history stays.` },
      confirm: { type: 'plain_text', text: 'Stop alert' },
      deny: { type: 'plain_text', text: 'Keep it' },
    },
  };
  const receipts = 'Show formula, inputs and sources of every number';
  const edit = once ? 'Set this alert again, changed or not' : 'Change this alert';
  return actions(
    button('receipts', 'Receipts', { label: receipts, value: command }),
    ...(once ? [] : [button('alert_snooze', 'Snooze 2 days', { label: 'Silence this alert for two days', value: id })]),
    button('alert_edit', 'Edit', { label: edit, value: id }),
    ...(once ? [] : [stop]),
  );
}

export interface Cleared {
  readonly rule: AlertRule;
  readonly reading: Reading;
  /** The time it fired, which is cleared now. */
  readonly fire: Fire;
  /** "16:25": New York wall time of the edit, and its day. */
  readonly at: string;
  readonly call: AlertContext;
}

/** The fired post edited: the new state first, the figures it fired with under it. */
export function clearedMessage({ rule, reading, fire, at, call }: Cleared): Message {
  const now = figureWords(rule, reading.figure.value);
  const then = figureWords(rule, fire.value);
  const name = watchedWords(rule);
  const kind = kindName(rule);
  const day = weekdayDate(reading.asOf);
  return {
    text: escapeText(
      `${sampleLead(reading)}${kind.charAt(0).toUpperCase()}${kind.slice(1)} cleared ${day}: ${name} ${now}${ofRecord(rule)} (was ${then} when fired ${weekdayDate(fire.session)}). Alert re-armed.`,
    ),
    blocks: [
      header(`Cleared ${day}: ${name} ${now}, fired at ${then}`),
      section(
        ...[
          `*${now}* ${day}, cleared: ${clearedWords(rule, reading)}`,
          `*${then}* ${weekdayDate(fire.session)}, fired: ${firedWords(rule, fire)}`,
        ].map(escapeText),
      ),
      context(
        `${sampleChip(reading)}Edited ${escapeText(at)} ET: state changed from on to cleared · figures of ${weekdayDate(fire.session).replace(/^\w+ /, '')} unchanged`,
        escapeText(ruleLine(rule, { once: call.once, armed: true })),
      ),
      alertActions(rule, call),
    ],
    charts: [],
    numbers: numbersOf(reading),
    asOf: reading.asOf,
  };
}

/** "Russell 2000", "small-cap gap year to date", "cut by 20 Mar": the watched figure's name. */
function watchedWords(rule: AlertRule): string {
  switch (rule.kind) {
    case 'drawdown':
      return rule.symbol === 'RUT' ? 'Russell 2000' : 'S&P 500';
    case 'divergence':
      return 'Russell 2000';
    case 'gap':
      return 'gap';
    case 'odds':
    case 'odds-move':
      return `${rule.word} odds`;
    default:
      return '';
  }
}

function ofRecord({ kind }: AlertRule): string {
  return kind === 'divergence' || kind === 'drawdown' ? ' from its record' : '';
}

/** "Russell 2000 1,983.38, above the re-arm line of −19%"; a divergence may also end because the record is old. */
function clearedWords(rule: AlertRule, reading: Reading): string {
  const line = rearmWords(rule)?.replace('re-arms ', '') ?? '';
  const [side, ...rest] = line.split(' ');
  const behind = `${side} the re-arm line of ${rest.join(' ')}`;
  if (rule.kind === 'divergence' && reading.figure.value <= rule.rearm) {
    return 'no S&P 500 record close within 20 sessions any more';
  }
  const own = reading.figure.inputs[0];
  return rule.kind === 'divergence' || rule.kind === 'drawdown'
    ? `${watchedWords(rule)} ${level(own?.value ?? Number.NaN)}, ${behind}`
    : behind;
}

function firedWords(rule: AlertRule, { closes }: Fire): string {
  const { RUT: own, GSPC: other } = closes;
  if (rule.kind === 'divergence' && own !== undefined && other !== undefined) {
    return `Russell 2000 ${level(own)}, S&P 500 record close ${level(other)}`;
  }
  if (own !== undefined && other !== undefined) return `Russell 2000 ${level(own)}, S&P 500 ${level(other)}`;
  return `past ${lineWords(rule)}`;
}

/** The one line in the thread of the alert. */
export function clearedNote({ rule, reading, fire }: Cleared): Message {
  const now = figureWords(rule, reading.figure.value);
  const then = figureWords(rule, fire.value);
  const name = watchedWords(rule);
  const again =
    rule.kind === 'gap' || rule.kind === 'odds'
      ? ` Fires again ${rule.side} ${lineWords(rule)}.`
      : rule.kind === 'odds-move'
        ? ` Fires again over ${lineWords(rule)}.`
        : ` Fires again at ${lineWords(rule)} or lower.`;
  const subject = name.charAt(0).toUpperCase() + name.slice(1);
  return {
    text: escapeText(
      `Cleared and re-armed, ${weekdayDate(reading.asOf)} close: ${subject} ${now}${ofRecord(rule)}, from ${then}.${again}`,
    ),
    blocks: [
      section(
        escapeText(
          `*Cleared and re-armed*: ${subject} *${now}*${ofRecord(rule)} at ${weekdayLong(reading.asOf)}’s ${priceWord(reading)}, from ${then} when this fired.${again}`,
        ),
      ),
      context(escapeText(alertReceiptLine(rule, reading).replace(' · closes, price index', ''))),
    ],
    charts: [],
    numbers: [reading.figure],
    asOf: reading.asOf,
  };
}
