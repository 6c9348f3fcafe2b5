/** An alert that fired, or fired again: goldens 07-alert-1 and -3. Pure. */
import type { Button } from '@slack/types';
import { closeTime } from '../calendar/nyse.ts';
import type { AlertRule } from '../metrics/alerts.ts';
import type { Reading } from '../metrics/alerts-look.ts';
import type { Fire } from '../metrics/alerts-state.ts';
import type { Receipt, ReceiptSource } from '../metrics/receipt.ts';
import { findingOf } from './alert-finding.ts';
import { kindName, ruleLine } from './alert-words.ts';
import { actions, button, context, header, LIMITS, section } from './blocks.ts';
import { chipOf, LAST_TRADES } from './fedodds-parts.ts';
import { escapeText, sessionDate } from './format.ts';
import type { Message } from './message.ts';
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
export function priceWord(reading: Reading): string {
  return reading.fed ? settledWord(reading).toLowerCase() : 'close';
}

/** "Sample data: " before a fallback text. */
export function sampleLead(reading: Reading): string {
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
export function alertReceiptLine(rule: AlertRule, reading: Reading): string {
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
