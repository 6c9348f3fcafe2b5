/** The answer to `/backdrop`: prints as known that day, changes, and apart from them what they were revised to. Pure. */
import type { TableBlock } from '@slack/types';
import type { Day } from '../calendar/day.ts';
import { backdropChart } from '../charts/backdrop-chart.ts';
import { changeWords, longMonth, macroName, macroValue, periodWords } from '../charts/backdrop-words.ts';
import type { Backdrop, BackdropItem, MacroId } from '../metrics/backdrop.ts';
import { isMeasured } from '../metrics/receipt.ts';
import { nextRelease } from '../metrics/release-dates.ts';

import { isStale, nextUnknownLine, periodCell, staleHeadline, staleLead, staleLines } from './backdrop-stale.ts';
import { actions, BUTTONS, context, header, section, table } from './blocks.ts';
import { escapeText, fullDate, plain, sessionDate, shortDate, signedNumber, weekdayDate } from './format.ts';
import type { Message } from './message.ts';

/** Publishers in the order they are credited. */
const PUBLISHERS = ['Census', 'Labor Dept', 'BEA', 'Atlanta Fed', 'Treasury', 'ICI', 'OFR'];

export interface BackdropContext {
  /** The line that makes the answer again, day included. */
  readonly command: string;
  /** Why the day differs from the one asked for; usually empty. */
  readonly notes: readonly string[];
}

/** The message of a backdrop with at least one item. */
export function backdropMessage(backdrop: Backdrop, { command, notes }: BackdropContext): Message {
  const fresh = backdrop.items.filter((item) => !isStale(item));
  const late = backdrop.items.filter(isStale);
  const of = (id: MacroId) => fresh.find(({ print }) => print.id === id);
  const title = headline(backdrop, fresh, of);
  const charts = fresh.length === 0 ? [] : [backdropChart({ ...backdrop, items: fresh }, title)];
  const revised = revisedLine(of);
  return {
    text: escapeText(
      `${isSampled(backdrop) ? 'Sample data: ' : ''}${staleLead(late)}Backdrop, ${fullDate(backdrop.asOf)}: ${inShort(title, of)}.`,
    ),
    blocks: [
      header(title),
      section(...[...staleLines(late), ...threeLines(of)].map(escapeText)),
      itemTable(backdrop),
      ...(revised === undefined ? [] : [section(escapeText(revised))]),
      ...charts.map((_, chart) => ({ type: 'chart', chart }) as const),
      context(
        ...[knownLine(backdrop), notShown(backdrop), ...nextUnknownLine(backdrop.items), ...notes].map(escapeText),
      ),
      actions(
        fresh.length === 0 ? BUTTONS.retry(command) : BUTTONS.share(command),
        BUTTONS.receipts(command),
        BUTTONS.csv(command),
      ),
    ],
    charts,
    numbers: backdrop.numbers,
    asOf: backdrop.asOf,
  };
}

function isSampled({ items }: Pick<Backdrop, 'items'>): boolean {
  return items.some(({ print }) => print.source.sample);
}

type Find = (id: MacroId) => BackdropItem | undefined;

/** Claims first, with the publisher's own "lowest since"; without claims the first fresh item; what is stale never leads. */
function headline({ items }: Backdrop, fresh: readonly BackdropItem[], of: Find): string {
  const [top] = items;
  if (fresh.length === 0 && top) return staleHeadline(top);
  const claims = of('ICSA');
  const low = claims?.print.lowestSince;
  if (claims && low)
    return `Backdrop: claims ${plain(claims.latest.value)}, lowest since ${longMonth(low.period, true)}`;
  const [first] = claims ? [claims] : fresh;
  return first
    ? `Backdrop: ${macroName(first.print.id, 'short')} ${macroValue(first)}, ${changeWords(first)}`
    : 'Backdrop';
}

/** One line a story, number first: claims, consumer and housing, cash, then yields; at most three. */
function threeLines(of: Find): string[] {
  return [claimsLine(of), consumerLine(of), moneyLine(of), yieldsLine(of)]
    .filter((line) => line !== undefined)
    .slice(0, 3);
}

function claimsLine(of: Find): string | undefined {
  const claims = of('ICSA');
  if (!claims) return undefined;
  const change = isMeasured(claims.change) ? `, ${signedNumber(claims.change.value, 0)} on the week` : '';
  return `*${plain(claims.latest.value)}* jobless claims${change}`;
}

function consumerLine(of: Find): string | undefined {
  const [retail, permits] = [of('RSAFS'), of('PERMIT')];
  const parts = [
    ...(retail ? [`${changeWords(retail)} retail sales in ${longMonth(retail.print.period)}`] : []),
    ...(permits ? [`${changeWords(permits)} building permits${monthUnless(permits, retail)}`] : []),
  ];
  if (parts.length === 0) return undefined;
  const [first = '', ...more] = parts;
  const bold = first.replace(/^\S+/, (number) => `*${number}*`);
  return `${[bold, ...more].join(', ')}, ${parts.length === 2 ? 'both ' : ''}m/m`;
}

function monthUnless(item: BackdropItem, other: BackdropItem | undefined): string {
  return item.print.period === other?.print.period ? '' : ` in ${longMonth(item.print.period)}`;
}

function moneyLine(of: Find): string | undefined {
  const money = of('MMF');
  if (!money) return monthlyMoneyLine(of);
  const { record } = money.print;
  const isHighest = record === undefined || record.period === money.print.period;
  const where = isHighest
    ? `highest of the ${money.print.history.length} weeks held`
    : `${changeWords(money)} from the record of ${shortDate(record.period, money.print.period)}`;
  return `*${macroValue(money)}* money funds, ${where}; nominal, not scaled to market value`;
}

function monthlyMoneyLine(of: Find): string | undefined {
  const money = of('MMF_MONTH');
  if (!money) return undefined;
  const change = isMeasured(money.change) ? `, ${changeWords(money)} on the month` : '';
  return `*${macroValue(money)}* money funds at the end of ${longMonth(money.print.period)}${change}; nominal, not scaled to market value`;
}

function yieldsLine(of: Find): string | undefined {
  const [two, ten] = [of('DGS2'), of('DGS10')];
  if (!two || !ten) return undefined;
  return `*${macroValue(two)}* two-year yield, ${changeWords(two)} on the day; ten-year ${macroValue(ten)}, ${changeWords(ten)}`;
}

/** The summary; where claims do not lead, what leads comes first. */
function inShort(title: string, of: Find): string {
  if (title.startsWith('Stale')) return 'no series is up to date';
  const lead = of('ICSA') ? [] : [title.replace(/^Backdrop: /, '')];
  return [...new Set([...lead, ...summary(of)])].join('; ');
}

function summary(of: Find): string[] {
  const [claims, permits, retail, now] = [of('ICSA'), of('PERMIT'), of('RSAFS'), of('GDPNOW')];
  const [two, money] = [of('DGS2'), of('MMF')];
  const low = claims?.print.lowestSince;
  const since = low ? `, lowest since ${longMonth(low.period, true).replace(/^(\w{3})\w*/, '$1')}` : '';
  return [
    ...(claims ? [`claims ${plain(claims.latest.value)}${since}`] : []),
    ...(permits ? [`permits ${macroValue(permits)}, ${changeWords(permits)}`] : []),
    ...(retail ? [`retail sales ${changeWords(retail)}`] : []),
    ...(now ? [`GDPNow ${periodWords(now)} ${macroValue(now)}`] : []),
    ...(two ? [`2y ${macroValue(two)}`] : []),
    ...(money ? [`money funds ${macroValue(money)}${belowRecord(money)}`] : []),
  ];
}

function belowRecord({ change, print }: BackdropItem): string {
  if (!isMeasured(change) || print.record?.period === print.period) return '';
  return `, $${plain(-change.value)}bn below the record`;
}

const COLUMNS = ['Item', 'Latest', 'Change', 'For', 'Released'];
const RIGHT = ['Latest', 'Change'];

function itemTable(backdrop: Backdrop): TableBlock {
  const rows = backdrop.items.map((item) => [
    macroName(item.print.id, 'table'),
    macroValue(item, 'table'),
    changeWords(item, 'table'),
    periodCell(item),
    item.print.released === undefined ? '–' : shortDate(item.print.released, backdrop.asOf),
  ]);
  const settings = COLUMNS.map(
    (name) => ({ align: RIGHT.includes(name) ? 'right' : 'left', is_wrapped: false }) as const,
  );
  return { ...table([COLUMNS, ...rows]), column_settings: settings };
}

/** What the same periods are in the latest vintage; undefined when nothing changed. */
function revisedLine(of: Find): string | undefined {
  const [jobless, spending, growing] = [of('UNRATE')?.now, of('PCEC96')?.now, of('GDPC1')?.now];
  const [permits, retail, claims] = [of('PERMIT')?.now, of('RSAFS')?.now, of('ICSA')?.now];
  const parts = [
    ...(permits && isMeasured(permits.change) ? [`permits ${permitsNow(permits)}`] : []),
    ...(retail && isMeasured(retail.change) ? [`retail sales *${growth(retail.change.value)}*`] : []),
    ...(claims ? [`claims *${plain(claims.value.value)}*`] : []),
    ...(jobless ? [`unemployment *${plain(jobless.value.value, 1)}%*`] : []),
    ...(spending && isMeasured(spending.change) ? [`real spending *${growth(spending.change.value)}*`] : []),
    ...(growing && isMeasured(growing.change) ? [`real GDP *${growth(growing.change.value)}*`] : []),
  ];
  return parts.length === 0 ? undefined : `Revised since, not known that day: ${parts.join('; ')}`;
}

function permitsNow({ value, change }: NonNullable<BackdropItem['now']>): string {
  if (!isMeasured(change)) return `${plain(value.value)}k`;
  const before = change.inputs.find(({ name }) => name === 'previous');
  const after = before === undefined ? '' : ` after ${plain(before.value)}k`;
  return `${plain(value.value)}k${after}, *${growth(change.value)}*`;
}

function growth(fraction: number): string {
  return changeWords({ fraction });
}

function knownLine({ asOf, items }: Backdrop): string {
  const credited = new Set(items.map(({ print }) => print.source.publisher));
  const publishers = [...PUBLISHERS.filter((name) => credited.delete(name)), ...credited];
  const kind = items.every(({ print }) => print.released !== undefined) ? 'first prints' : 'vintages of that day';
  return `*${isSampled({ items }) ? 'SAMPLE DATA' : items.every(isStale) ? 'Stale' : 'As known'}* ${sessionDate(asOf)} · ${kind}, seasonally adjusted · ${publishers.join(', ')}`;
}

function notShown({ absent, asOf, lacking: reason }: Backdrop): string {
  const names = absent.map((id) => macroName(id, 'plain')).join(', ');
  const lacking = absent.length === 0 ? '' : `Not shown: ${names}, ${reason}. `;
  return `${lacking}Next: ${nextWords(asOf)}.`;
}

function nextWords(asOf: Day): string {
  const { day, claims, gdp, others = [] } = nextRelease(asOf);
  const what = [...(claims ? ['claims'] : []), ...(gdp === undefined ? [] : [`${gdp} GDP`]), ...others].join(' and ');
  return `${weekdayDate(day)} 08:30 ET, ${what}`;
}
