import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sessionsIn } from '../../../src/calendar/nyse.ts';
import { ANCHORS, type PublishedRange, RANGES } from '../../../src/demo/sample/anchors.ts';
import { BOUNDS, type Bound } from '../../../src/demo/sample/bounds.ts';
import { sampleFiles } from '../../../src/demo/sample/generate.ts';
import { SAMPLE_DIR } from '../../../src/market/sample/sample.ts';
import { DATA_DIR, describeWithData } from '../../support/data-folder.ts';

type SampleSymbol = keyof typeof ANCHORS;
interface Row {
  readonly day: string;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

const SYMBOLS = ['RUT', 'GSPC', 'XLK', 'IWM', 'SPY'] as const;
const rangesOf = (symbol: SampleSymbol): readonly PublishedRange[] => (symbol in RANGES ? RANGES[symbol as 'RUT'] : []);

function rowsIn(dir: string, symbol: SampleSymbol): Row[] {
  const [head, ...lines] = readFileSync(`${dir}/prices/${symbol}.csv`, 'utf8').trim().split('\n');
  const names = (head ?? '').split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    const value = (name: string) => Number(cells[names.indexOf(name)]);
    return { day: cells[0] ?? '', open: value('open'), high: value('high'), low: value('low'), close: value('close') };
  });
}

const written = new Map(SYMBOLS.map((symbol) => [symbol, rowsIn(SAMPLE_DIR, symbol)]));
const sample = (symbol: SampleSymbol) => written.get(symbol) ?? [];
const on = (rows: readonly Row[], day: string) => rows.find((row) => row.day === day);

describe('sampleFiles', () => {
  it('gives the committed files, byte for byte', () => {
    const files = sampleFiles();
    expect(Object.keys(files).sort()).toEqual([...SYMBOLS].map((symbol) => `prices/${symbol}.csv`).sort());
    for (const [file, text] of Object.entries(files)) {
      expect(readFileSync(`${SAMPLE_DIR}/${file}`, 'utf8') === text, `${file}: run npm run sample`).toBe(true);
    }
  });
});

describe.each(SYMBOLS)('the sample of %s', (symbol) => {
  const rows = sample(symbol);

  it('has every session from 2 January 2019 to 22 January 2024', () => {
    expect(rows.map(({ day }) => day)).toEqual(sessionsIn('2019-01-02', '2024-01-22'));
  });

  it('passes through every published close and range', () => {
    for (const { day, close } of ANCHORS[symbol]) if (day >= '2019') expect(on(rows, day)?.close, day).toBe(close);
    for (const { day, source, ...range } of rangesOf(symbol)) expect(on(rows, day), source).toMatchObject(range);
  });

  it('is generated on more than nine days of ten', () => {
    expect(ANCHORS[symbol].length).toBeLessThan(rows.length / 10);
  });

  it('never moves further in a day than markets did in March 2020', () => {
    for (const [index, { day, close }] of rows.entries()) {
      expect(Math.abs(close / (rows[index - 1]?.close ?? close) - 1), day).toBeLessThan(0.14);
    }
  });
});

describe('what the published closes mean', () => {
  const bounds = (Object.keys(BOUNDS) as (keyof typeof BOUNDS)[]).flatMap((symbol) =>
    BOUNDS[symbol].map((bound: Bound) => [symbol, bound.because, bound] as const),
  );

  it.each(bounds)('%s: %s', (symbol, _because, bound) => {
    const { from, to, except = [], closeAbove = 0, closeBelow = 1e9, lowAbove = 0, highBelow = 1e9 } = bound;
    const days = sample(symbol).filter(({ day }) => from <= day && day <= to && !except.includes(day));
    expect(days.length).toBeGreaterThan(0);
    for (const { day, close, high, low } of days) {
      const held = close > closeAbove && close < closeBelow && low > lowAbove && high < highBelow;
      expect(held, `${day}: ${low} to ${high}, close ${close}`).toBe(true);
    }
  });

  it('makes 27 October 2023 the 52-week low and 27 December the 52-week high on closes', () => {
    const year = sample('RUT').filter(({ day }) => day >= '2023-01-22');
    const ranked = year.toSorted((a, b) => a.close - b.close);
    expect([ranked.at(0)?.day, ranked.at(-1)?.day]).toEqual(['2023-10-27', '2023-12-27']);
  });

  it('completes the recovery on 19 December 2023 on closes and on the 14th on highs', () => {
    expect(firstYearHigh('close')).toBe('2023-12-19');
    expect(firstYearHigh('high')).toBe('2023-12-14');
  });

  /** First day after the low that is above every day of the 365 before it. */
  function firstYearHigh(column: 'close' | 'high'): string | undefined {
    const rows = sample('RUT');
    return rows.find((row) => {
      if (row.day <= '2023-10-27') return false;
      const yearAgo = Temporal.PlainDate.from(row.day).subtract({ years: 1 }).toString();
      return rows.every(({ day, [column]: value }) => day < yearAgo || day >= row.day || value < row[column]);
    })?.day;
  }
});

describeWithData('the anchors beside the real market', () => {
  it.each(SYMBOLS)('%s: every anchor and range is as published', (symbol) => {
    const real = rowsIn(DATA_DIR, symbol);
    for (const { day, close } of ANCHORS[symbol]) expect(on(real, day)?.close, day).toBe(close);
    for (const { day, source, ...range } of rangesOf(symbol)) expect(on(real, day), source).toMatchObject(range);
  });

  it.each(Object.keys(BOUNDS) as (keyof typeof BOUNDS)[])('%s: every bound held in the market', (symbol) => {
    for (const bound of BOUNDS[symbol] as readonly Bound[]) {
      const { from, to, except = [], closeAbove = 0, closeBelow = 1e9, lowAbove = 0, highBelow = 1e9 } = bound;
      for (const { day, close, high, low } of rowsIn(DATA_DIR, symbol)) {
        if (day < from || day > to || except.includes(day)) continue;
        const held = close > closeAbove && close < closeBelow && low > lowAbove && high < highBelow;
        expect(held, `${day}: ${bound.because}`).toBe(true);
      }
    }
  });

  it.each(SYMBOLS)('%s: the sample is no copy of the market', (symbol) => {
    const real = new Map(rowsIn(DATA_DIR, symbol).map(({ day, close }) => [day, close]));
    const equal = sample(symbol).filter(({ day, close }) => real.get(day) === close).length;
    // The anchors, and the odd day on which a random path lands on the same cent.
    expect(equal).toBeLessThan(ANCHORS[symbol].length + 10);
  });
});
