/** The answer to `/backdrop thesis`: the pillars of the story, what is measured of each, and no verdict. Pure. */
import type { TableBlock } from '@slack/types';
import { longMonth, macroName } from '../charts/backdrop-words.ts';
import { isMeasured, type Receipt } from '../metrics/receipt.ts';
import type { ThesisBoard, ThesisItem } from '../metrics/thesis.ts';
import { actions, BUTTONS, context, header, section, table } from './blocks.ts';
import {
  basisPoints,
  escapeText,
  fullDate,
  percent,
  plain,
  points,
  probability,
  sessionDate,
  shortDate,
  signedNumber,
} from './format.ts';
import type { Message } from './message.ts';
import { isSample, publishers } from './receipt-line.ts';

export interface ThesisContext {
  /** The line that makes the answer again, day included. */
  readonly command: string;
  readonly notes: readonly string[];
}

/** The message of a board; what cannot be measured is listed with its reason, never guessed. */
export function thesisMessage(board: ThesisBoard, { command, notes }: ThesisContext): Message {
  const sources = board.numbers.flatMap((receipt) => receipt.sources);
  const sample = isSample(sources);
  const told = lines(board);
  const lead = told.map((line) => line.replaceAll('*', '')).join('; ');
  return {
    text: escapeText(`${sample ? 'Sample data: ' : ''}Thesis board, ${fullDate(board.asOf)}: ${lead}. No verdict.`),
    blocks: [
      header('Thesis board: what is measured, no verdict'),
      section(...told.map(escapeText)),
      boardTable(board),
      section(...notMeasured(board).map(escapeText)),
      context(
        escapeText(
          `*${sample ? 'SAMPLE DATA' : 'As known'}* ${sessionDate(board.asOf)} · ${publishers(sources).join(', ')}`,
        ),
        ...notes.map(escapeText),
        'Each figure is a fact about one pillar; whether the pillars hold is the reader’s question.',
      ),
      actions(BUTTONS.share(command), BUTTONS.receipts(command), BUTTONS.csv(command)),
    ],
    charts: [],
    numbers: board.numbers,
    asOf: board.asOf,
  };
}

/** The first measured figure of each of the first three pillars that have one, number first. */
function lines({ items }: ThesisBoard): string[] {
  const shown = items.filter(({ figure }) => isMeasured(figure));
  const first = shown.filter((item, index) => shown.findIndex(({ pillar }) => pillar === item.pillar) === index);
  return first.map((item) => `*${valueWords(item)}* ${itemWords(item)}`).slice(0, 4);
}

function boardTable({ asOf, items }: ThesisBoard): TableBlock {
  const rows = items.map((item) => [
    item.pillar,
    itemWords(item),
    valueWords(item),
    isMeasured(item.figure) ? forWords(item, item.figure, asOf) : '–',
  ]);
  const settings = ['left', 'left', 'right', 'left'] as const;
  return {
    ...table([['Pillar', 'Measure', 'Value', 'For'], ...rows]),
    column_settings: settings.map((align) => ({ align, is_wrapped: false })),
  };
}

const KIND_WORDS = {
  cuts: 'cuts of 25 bp priced by year end',
  carry: 'effective rate over the rate priced in 12 months',
  cash: 'money funds, nominal',
  'cash change': 'money funds, change in 4 weeks',
  percentile: 'money funds, share of weeks held no higher',
  'cash share': 'money funds / S&P 500 market value',
  gap: 'Russell 2000 less S&P 500, year to date',
  drawdown: 'Russell 2000 below its record close',
} as const;

function itemWords({ kind, series }: ThesisItem): string {
  if (kind !== 'macro') return KIND_WORDS[kind];
  return series === undefined ? '' : (MACRO_WORDS[series] ?? macroName(series, 'plain'));
}

const MACRO_WORDS: Readonly<Record<string, string>> = {
  ICSA: 'jobless claims',
  IC4WSA: 'jobless claims, mean of 4 weeks',
  RSAFS: 'retail sales, on the month',
  PCEC96: 'real spending, on the month',
  PERMIT: 'building permits, on the month',
  GDPC1: 'real GDP, annual rate',
  GDPNOW: 'GDPNow, annual rate',
  UNRATE: 'unemployment',
};

function valueWords({ kind, figure }: ThesisItem): string {
  if (!isMeasured(figure)) return 'not measured';
  const { value, unit } = figure;
  switch (kind) {
    case 'cuts':
      return plain(value, 1);
    case 'carry':
      return basisPoints(value);
    case 'cash':
      return `$${plain(value)}bn`;
    case 'cash change':
      return `${signedNumber(value, 0).replace(/\d/, '$$$&')}bn`;
    case 'percentile':
    case 'cash share':
      return probability(value);
    case 'gap':
      return points(value);
    case 'drawdown':
      return percent(value);
    default:
      if (unit === 'fraction') return percent(value);
      return unit === 'percent' ? `${plain(value, 1)}%` : plain(value);
  }
}

/** The period of a print, the day of anything else. */
function forWords({ kind, series }: ThesisItem, figure: Receipt<number>, asOf: string): string {
  const isMonth = series === 'RSAFS' || series === 'PERMIT' || series === 'UNRATE' || series === 'PCEC96';
  const isQuarter = series === 'GDPC1' || series === 'GDPNOW';
  const first = kind === 'percentile' ? figure.inputs.at(-1) : figure.inputs[0];
  const day = kind === 'gap' || kind === 'drawdown' || first === undefined ? figure.asOf : first.date;
  if (isMonth) return longMonth(day).slice(0, 3);
  return isQuarter ? `Q${(Number(day.slice(5, 7)) + 2) / 3}` : shortDate(day, asOf);
}

/** One line a reason, so that each is short enough to read. */
function notMeasured({ items }: ThesisBoard): string[] {
  const reasons = new Map<string, string[]>();
  for (const item of items) {
    if (isMeasured(item.figure)) continue;
    const { absent } = item.figure;
    reasons.set(absent, [...(reasons.get(absent) ?? []), itemWords(item)]);
  }
  const lines = [...reasons].map(([reason, names]) => `Not measured, ${reason}: ${names.join('; ')}.`);
  return [...lines, 'Not measured, no source: valuation.'].map((line) => line.slice(0, 220));
}
