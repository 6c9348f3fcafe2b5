/**
 * Generates the bundled sample's price files (`npm run sample`): paths through published closes, seeded, the same on
 * every machine. It reads no data and no clock.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../../calendar/day.ts';
import { sessionsIn } from '../../calendar/nyse.ts';
import { SAMPLE_DIR } from '../../market/sample/sample.ts';
import { ANCHORS, type Anchor, type PublishedRange, RANGES } from './anchors.ts';
import { type Bar, barsRound } from './bars.ts';
import { BOUNDS, type Bound } from './bounds.ts';
import { adjusted, trackingBars } from './funds.ts';
import { writeSampleFedFiles } from './generate-fedfunds.ts';
import { writeSampleMacroFiles } from './generate-macro.ts';
import { closePath } from './path.ts';
import { normal } from './random.ts';

/** The day before the first row: its close is where the paths start. */
const START: Day = '2018-12-31';
const END: Day = '2024-01-22';

/** Typical size of the market's daily move from each day on: calm, the crash of 2020, 2022. */
const REGIMES: readonly (readonly [from: Day, volatility: number])[] = [
  ['2018-12-31', 0.0085],
  ['2020-02-20', 0.038],
  ['2020-03-28', 0.022],
  ['2020-05-01', 0.015],
  ['2020-08-01', 0.011],
  ['2021-01-01', 0.0085],
  ['2022-01-01', 0.0145],
  ['2023-01-01', 0.009],
];

interface Recipe {
  readonly anchors: readonly Anchor[];
  readonly ranges: readonly PublishedRange[];
  readonly bounds: readonly Bound[];
  /** Share of the market's move that the series takes over. */
  readonly beta: number;
  /** Size of the series' own move against the market's. */
  readonly own: number;
}

const RECIPES = {
  GSPC: { anchors: ANCHORS.GSPC, ranges: RANGES.GSPC, bounds: BOUNDS.GSPC, beta: 1, own: 0 },
  RUT: { anchors: ANCHORS.RUT, ranges: RANGES.RUT, bounds: BOUNDS.RUT, beta: 1.1, own: 0.7 },
  XLK: { anchors: ANCHORS.XLK, ranges: RANGES.XLK, bounds: BOUNDS.XLK, beta: 1.15, own: 0.55 },
} as const satisfies Record<string, Recipe>;

/** The sample's files by their path in the data folder, each the whole text of a CSV file. */
export function sampleFiles(): Record<string, string> {
  const days = sessionsIn(START, END);
  const volatility = days.map((day) => REGIMES.findLast(([from]) => from <= day)?.[1] ?? 0);
  const market = shocks('market', volatility);
  const bars = (symbol: keyof typeof RECIPES) => generatedBars({ symbol, days, volatility, market });
  const [rut, gspc, xlk] = [bars('RUT'), bars('GSPC'), bars('XLK')];
  return {
    'prices/RUT.csv': csv(rut.map((bar) => cells(bar, 2))),
    'prices/GSPC.csv': csv(gspc.map((bar) => cells(bar, 2))),
    'prices/XLK.csv': fund(xlk, { yearlyYield: 0.009, digits: 3 }),
    'prices/IWM.csv': fund(tracking(rut, 'RUT', 'IWM'), { yearlyYield: 0.012, digits: 2 }),
    'prices/SPY.csv': fund(tracking(gspc, 'GSPC', 'SPY'), { yearlyYield: 0.015, digits: 2 }),
  };
}

interface Scene {
  readonly symbol: keyof typeof RECIPES;
  readonly days: readonly Day[];
  readonly volatility: readonly number[];
  readonly market: readonly number[];
}

function generatedBars({ symbol, days, volatility, market }: Scene): Bar[] {
  const { anchors, ranges, bounds, beta, own } = RECIPES[symbol] satisfies Recipe;
  const alone = shocks(symbol, volatility);
  const moves = market.map((move, index) => beta * move + own * (alone[index] ?? 0));
  const closes = closePath({ days, anchors, bounds, shocks: moves, volatility });
  return barsRound({ days, closes, volatility, ranges, bounds, next: normal(`${symbol} range`) });
}

/** One random move a day, of the day's size. */
function shocks(seed: string, volatility: readonly number[]): number[] {
  const next = normal(seed);
  return volatility.map((size) => size * next());
}

function tracking(index: readonly Bar[], symbol: 'RUT' | 'GSPC', fundSymbol: 'IWM' | 'SPY'): Bar[] {
  return trackingBars({ index, indexAnchors: ANCHORS[symbol], fundAnchors: ANCHORS[fundSymbol] });
}

function cells(bar: Bar, digits: number): string[] {
  return [bar.day, ...[bar.open, bar.high, bar.low, bar.close].map((value) => rounded(value, digits))];
}

function fund(bars: readonly Bar[], { yearlyYield, digits }: { yearlyYield: number; digits: number }): string {
  const paid = adjusted(bars, yearlyYield);
  const rows = bars.map((bar, index) => [...cells(bar, digits), rounded(paid[index] ?? 0, 4)]);
  return csv(rows, ['adj_close']);
}

function csv(rows: readonly (readonly string[])[], more: readonly string[] = []): string {
  const lines = [['date', 'open', 'high', 'low', 'close', ...more], ...rows].map((row) => row.join(','));
  return `${lines.join('\n')}\n`;
}

function rounded(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}

if (import.meta.main) {
  mkdirSync(join(SAMPLE_DIR, 'prices'), { recursive: true });
  for (const [file, text] of Object.entries(sampleFiles())) writeFileSync(join(SAMPLE_DIR, file), text);
  writeSampleFedFiles();
  writeSampleMacroFiles();
}
