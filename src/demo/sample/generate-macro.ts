/**
 * Generates the bundled sample's economic files (`npm run sample` calls it): figures published in January 2024, and seeded
 * paths through them, the same on every machine. It reads no data and no clock.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, type Day, daysBetween } from '../../calendar/day.ts';
import { sessionsIn } from '../../calendar/nyse.ts';
import { SAMPLE_DIR } from '../../market/sample/sample.ts';
import { normal } from './random.ts';

const CENSUS_PERMITS = 'https://www.census.gov/construction/nrc/pdf/newresconst_202312.pdf';
const CENSUS_RETAIL = 'https://www.census.gov/retail/marts/www/marts_current.pdf';
const CLAIMS = 'https://oui.doleta.gov/press/2024/011824.pdf';
const ATLANTA = 'https://www.atlantafed.org/cqer/research/gdpnow';
const JOBS = 'https://www.bls.gov/news.release/archives/empsit_01052024.htm';
const GDP = 'https://www.bea.gov/news/2023/gross-domestic-product-third-estimate-third-quarter-2023';

/** Series, period, released, first print, its publisher's comparison, where it was published. */
const FIRST_PRINTS: readonly (readonly [string, string, Day, number, string, string])[] = [
  ['PERMIT', '2023-12', '2024-01-18', 1495, '+1.9% from revised 1467', CENSUS_PERMITS],
  ['RSAFS', '2023-12', '2024-01-17', 709900, '+0.6% m/m', CENSUS_RETAIL],
  ['ICSA', '2024-01-13', '2024-01-18', 187000, '-16000 from revised 203000; lowest since 2022-09-24 (182000)', CLAIMS],
  ['IC4WSA', '2024-01-13', '2024-01-18', 203250, '-4750 from revised 208000', CLAIMS],
  ['GDPNOW', '2023Q4', '2024-01-17', 2.4, '', ATLANTA],
  ['GDPNOW', '2023Q4', '2024-01-19', 2.4, '', ATLANTA],
  ['GDPC1', '2023Q3', '2023-12-21', 22490.7, '+4.9% SAAR', GDP],
  ['UNRATE', '2023-12', '2024-01-05', 3.7, '0.0 from revised 3.7', JOBS],
];

type Anchor = readonly [day: Day, value: number];

/** Par yields as the Treasury published them; the days between are invented. */
const YIELDS: Readonly<Record<'DGS2' | 'DGS10', readonly Anchor[]>> = {
  DGS2: [
    ['2023-10-31', 5.07],
    ['2023-12-29', 4.23],
    ['2024-01-19', 4.39],
    ['2024-01-22', 4.37],
  ],
  DGS10: [
    ['2023-10-31', 4.88],
    ['2023-12-29', 3.88],
    ['2024-01-19', 4.15],
    ['2024-01-22', 4.11],
  ],
};

/** Money fund assets in billions of dollars: the two published totals, and an invented climb to them. */
const MONEY: readonly Anchor[] = [
  ['2023-10-25', 5630],
  ['2024-01-10', 5975],
  ['2024-01-17', 5961],
];

/** The files by their path in the data folder, each the whole text of a CSV file. */
export function sampleMacroFiles(): Record<string, string> {
  const weeks = Array.from({ length: 13 }, (_, index) => addDays('2023-10-25', 7 * index));
  return {
    'macro/first_prints_sample.csv': csv('series,period,released,first_print,change_text,source_url', FIRST_PRINTS),
    'macro/DGS2.csv': csv('date,value', yieldRows('DGS2')),
    'macro/DGS10.csv': csv('date,value', yieldRows('DGS10')),
    'macro/ICI_money_market_assets.csv': csv(
      'week_ended,total_assets_bn_usd',
      path(MONEY, weeks, { seed: 'money', size: 6, digits: 0 }),
    ),
  };
}

function yieldRows(id: 'DGS2' | 'DGS10') {
  return path(YIELDS[id], sessionsIn('2023-10-31', '2024-01-22'), { seed: id, size: 0.08, digits: 2 });
}

interface Drawing {
  readonly seed: string;
  /** Size of the noise half way between two anchors. */
  readonly size: number;
  readonly digits: number;
}

/** Straight from anchor to anchor, with noise that vanishes on them. */
function path(anchors: readonly Anchor[], days: readonly Day[], { seed, size, digits }: Drawing): [Day, string][] {
  const next = normal(seed);
  return days.map((day) => {
    const index = anchors.findLastIndex(([anchor]) => anchor <= day);
    const [from, before = 0] = anchors[index] ?? [];
    const [to, after = before] = anchors[index + 1] ?? anchors[index] ?? [];
    const share = daysBetween(from ?? day, day) / Math.max(1, daysBetween(from ?? day, to ?? day));
    const noise = 2 * size * Math.sqrt(share * (1 - share)) * next();
    return [day, (before + share * (after - before) + noise).toFixed(digits)];
  });
}

function csv(header: string, rows: readonly (readonly (string | number)[])[]): string {
  return `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`;
}

/** Writes the files into the sample's folder. */
export function writeSampleMacroFiles(): void {
  mkdirSync(join(SAMPLE_DIR, 'macro'), { recursive: true });
  for (const [file, text] of Object.entries(sampleMacroFiles())) writeFileSync(join(SAMPLE_DIR, file), text);
}

if (import.meta.main) writeSampleMacroFiles();
