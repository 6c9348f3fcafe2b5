/** Receipts as a person reads them: three a page in a modal, or all of them as text. Pure. */
import type { ModalView } from '@slack/types';
import type { Receipt, ReceiptInput } from '../metrics/receipt.ts';
import { actions, button, context, section } from './blocks.ts';
import {
  basisPoints,
  counted,
  escapeText,
  exactly,
  exactPercent,
  exactPoints,
  level,
  percent,
  plain,
  points,
  probability,
  sessionDate,
} from './format.ts';

const PER_PAGE = 3;

/** Where a post is whose own numbers are shown. */
export interface PostPlace {
  readonly channel: string;
  readonly ts: string;
}

export interface ReceiptsPage {
  readonly numbers: readonly Receipt[];
  /** The command line the numbers belong to. */
  readonly command: string;
  readonly asOf: string;
  /** From 0. */
  readonly page: number;
  /** The post whose numbers these are, as it gave them; absent where the command was run again. */
  readonly of?: PostPlace;
}

/** Golden 10-receipts-view: the page of the modal; the last page's "next" leads back to the first. */
export function receiptsView({ numbers, command, asOf, page, of }: ReceiptsPage): ModalView {
  const pages = Math.max(1, Math.ceil(numbers.length / PER_PAGE));
  const current = ((page % pages) + pages) % pages;
  const from = current * PER_PAGE;
  const shown = numbers.slice(from, from + PER_PAGE);
  const range = shown.length === numbers.length ? `${numbers.length}` : `${from + 1}–${from + shown.length}`;
  const whose = of ? 'as this post gave them' : `\`${escapeText(command.replace(/ asof \S+$/, ''))}\``;
  const title = `Session of ${sessionDate(asOf)} · ${whose} · ${range} of ${counted(numbers.length, 'number')}`;
  return {
    type: 'modal',
    callback_id: 'receipts',
    private_metadata: JSON.stringify({ command, page: current, ...(of && { of }) }),
    title: { type: 'plain_text', text: 'Receipts', emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: [
      context(title),
      ...shown.flatMap((receipt, index) => [
        ...(index === 0 ? [] : [{ type: 'divider' } as const]),
        section(...receiptLines(receipt)),
      ]),
      actions(
        ...(pages > 1 ? [button('receipts_next', 'Next 3', { label: 'Show the next three numbers' })] : []),
        button('receipts_csv', 'Send as CSV', { label: 'Send all receipts as a CSV file' }),
      ),
    ],
  };
}

/** One receipt in four lines of mrkdwn: value and id, formula in words, the formula with its values, basis and source. */
export function receiptLines(receipt: Receipt): string[] {
  return [
    `*${printedValue(receipt)}*  \`${receipt.id}\``,
    escapeText(receipt.formula),
    escapeText(substituted(receipt)),
    escapeText(`${receipt.basis} · as of ${receipt.asOf}`),
    escapeText(sourceWords(receipt)),
  ];
}

/** The value as messages print it. */
export function printedValue(receipt: Receipt): string {
  const { value, unit } = receipt;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  switch (unit) {
    case 'fraction':
      return fraction(receipt, value);
    case 'index':
      return level(value);
    case 'bp':
      return basisPoints(value);
    case 'percent':
      return `${plain(value, 2)}%`;
    case 'ratio':
    case 'z':
      return plain(value, 2);
    case 'moves':
      return plain(value, 1);
    default:
      return `${plain(value)} ${unit}`;
  }
}

/** Returns carry a sign and %, differences of two percentages pp; odds and shares are sizes. */
function fraction(receipt: Receipt, value: number): string {
  if (isDifference(receipt)) return points(value, receipt.id.startsWith('fed.') ? 1 : 2);
  if (receipt.id.startsWith('fed.')) return probability(value);
  return isShare(receipt) ? percent(value).replace('+', '') : percent(value);
}

function isDifference({ id }: Receipt): boolean {
  return /\.(gap|shift|change)\./.test(id) && !isShare({ id }) && !id.includes('.ratio.');
}

function isShare({ id }: Pick<Receipt, 'id'>): boolean {
  return /\.(share|percentile|positive|up)(\.|$)/.test(id);
}

/** The formula with the inputs' values in the place of their names; long lists are counted, not spelled out. */
function substituted(receipt: Receipt): string {
  const { formula, inputs } = receipt;
  const lists = new Map<string, ReceiptInput[]>();
  for (const input of inputs) lists.set(input.name, [...(lists.get(input.name) ?? []), input]);
  const names = [...lists.keys()].filter((name) => formula.includes(name)).sort((a, b) => b.length - a.length);
  const slots = names.map((name, index) => ({ name, slot: `\u0001${index}\u0001`, list: lists.get(name) ?? [] }));
  const template = slots.reduce((text, { name, slot }) => text.replaceAll(name, slot), formula);
  const filled = slots.reduce((text, { slot, list }) => text.replaceAll(slot, listWords(list, receipt)), template);
  return `${filled} = ${result(receipt)}`;
}

function result(receipt: Receipt): string {
  const { value, unit } = receipt;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (unit !== 'fraction') return exactly(value);
  return isDifference(receipt) ? exactPoints(value) : exactPercent(value);
}

/** One input with its date where that is not the as-of; a list as its length and span. */
function listWords(list: readonly ReceiptInput[], { asOf }: Receipt): string {
  const [first] = list;
  if (!first) return '–';
  if (list.length > 1) return `${list.length} values from ${first.date} to ${list.at(-1)?.date}`;
  if (/ return$|^gap$/.test(first.name)) return exactPercent(first.value);
  return first.date === asOf && !/^(close|high|low|settlement)/.test(first.name)
    ? exactly(first.value)
    : `${first.date} ${exactly(first.value)}`;
}

function sourceWords({ sources }: Receipt): string {
  const unique = new Map(sources.map((source) => [`${source.publisher} ${source.series}`, source]));
  const names = [...unique.entries()].map(
    ([name, { fetchedAt }]) => `${name}, fetched ${fetchedAt.slice(0, 16).replace('T', ' ')} UTC`,
  );
  const sample = sources.some((source) => source.sample) ? 'SAMPLE DATA · ' : '';
  return sample + names.join(' · ');
}
