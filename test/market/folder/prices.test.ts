import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../src/market/folder/csv.ts';
import { type PriceFile, parsePriceFile } from '../../../src/market/folder/prices.ts';
import type { MarketSymbol } from '../../../src/market/market.ts';

function parse(text: string, symbol: MarketSymbol = 'RUT'): PriceFile {
  const fetchedAt = '2024-01-22T21:05:00Z';
  const table = { ...parseCsv(text, `prices/${symbol}.csv`), modifiedAt: fetchedAt };
  return parsePriceFile(table, { symbol, publisher: 'Example Data', fetchedAt, sample: false });
}

// Four invented sessions round the holiday of 15 January 2024.
const INDEX = `date,open,high,low,close,source
2024-01-11,2006.10,2012.75,1985.20,1998.40,x
2024-01-12,2001.00,2009.30,1989.95,1990.60,x
2024-01-16,1984.15,1988.00,1969.05,1977.25,x
2024-01-17,1969.00,1975.30,1951.10,1960.85,x
`;
const ETF = `date,close,adj_close,volume
2024-01-16,95.10,94.02,100
2024-01-17,94.70,93.63,
2024-01-18,96.55,95.46,100
`;

describe('parsePriceFile', () => {
  it('serves an index with its closes, highs and lows, and says where they are from', () => {
    const { prices, totalReturn } = parse(INDEX);
    expect(totalReturn).toBeUndefined();
    expect(prices).toEqual({
      symbol: 'RUT',
      name: 'Russell 2000',
      kind: 'index',
      dates: ['2024-01-11', '2024-01-12', '2024-01-16', '2024-01-17'],
      close: Float64Array.of(1998.4, 1990.6, 1977.25, 1960.85),
      high: Float64Array.of(2012.75, 2009.3, 1988, 1975.3),
      low: Float64Array.of(1985.2, 1989.95, 1969.05, 1951.1),
      source: { publisher: 'Example Data', series: '^RUT', fetchedAt: '2024-01-22T21:05:00Z', sample: false },
      missing: [],
    });
  });

  it('serves both closes of an ETF, each under its own name', () => {
    const { prices, totalReturn } = parse(ETF, 'XLK');
    expect(prices?.close).toEqual(Float64Array.of(95.1, 94.7, 96.55));
    expect(prices?.high).toBeUndefined();
    expect(prices?.source.series).toBe('XLK');
    expect(totalReturn?.symbol).toBe('XLK');
    expect(totalReturn?.close).toEqual(Float64Array.of(94.02, 93.63, 95.46));
    expect(totalReturn?.source.series).toBe('XLK (dividend-adjusted)');
  });

  it('serves adj_close alone as total return only', () => {
    const { prices, totalReturn } = parse('date,adj_close\n2024-01-19,150.36\n', 'RSP');
    expect(prices).toBeUndefined();
    expect(totalReturn?.dates).toEqual(['2024-01-19']);
  });

  it('lists the sessions a file lacks and keeps every number it has', () => {
    const { prices } = parse(INDEX.replace(/^2024-01-12.*\n/m, ''));
    expect(prices?.missing).toEqual(['2024-01-12']);
    expect(prices?.dates).toEqual(['2024-01-11', '2024-01-16', '2024-01-17']);
    expect(prices?.close).toEqual(Float64Array.of(1998.4, 1977.25, 1960.85));
  });

  it('counts no session as missing before the first row or after the last', () => {
    expect(parse('date,close\n2024-01-03,1\n2024-01-04,1\n').prices?.missing).toEqual([]);
  });

  it('holds days before 1990 against no calendar, and counts from 1 January 1990', () => {
    const { prices } = parse('date,close\n1989-12-24,5\n1989-12-25,5\n1990-01-03,5\n');
    expect(prices?.missing).toEqual(['1990-01-02']);
  });

  it.each([
    ['a missing close', '1990.60,x', ',x', 'line 3 has an empty cell as close'],
    ['a close of zero', '1990.60,x', '0,x', 'line 3 has `0` as close, which is no positive number'],
    ['a negative close', '1990.60,x', '-1990.60,x', 'line 3 has `-1990.60` as close'],
    ['a close that is no number', '1990.60,x', 'n/a,x', 'line 3 has `n/a` as close'],
    ['a close beyond every number', '1990.60,x', '1e309,x', 'line 3 has `1e309` as close'],
    [
      'a close above the high',
      '1990.60,x',
      '2009.40,x',
      'line 3 has close 2009.4 outside 1989.95 to 2009.3 on 2024-01-12',
    ],
    ['a close below the low', '1990.60,x', '199.06,x', 'line 3 has close 199.06 outside'],
    ['a high below the low', '2009.30', '1899.30', 'line 3 has high 1899.3 below low 1989.95 on 2024-01-12'],
    ['a missing high', '2009.30', '', 'line 3 has an empty cell as high'],
    ['a day no calendar has', '2024-01-12', '2024-01-32', 'line 3 has no date: `2024-01-32`'],
    ['a day in another order', '2024-01-12', '12.01.2024', 'line 3 has no date: `12.01.2024`'],
    ['a repeated day', '2024-01-12', '2024-01-11', 'line 3 repeats the date 2024-01-11'],
    ['an earlier day', '2024-01-12', '2024-01-10', 'line 3 has 2024-01-10 after 2024-01-11'],
    [
      'a holiday',
      '2024-01-12',
      '2024-01-15',
      'line 3 has 2024-01-15, which is no session (Martin Luther King Jr. Day)',
    ],
    ['a Saturday', '2024-01-12', '2024-01-13', 'line 3 has 2024-01-13, which is no session (weekend)'],
  ])('refuses %s, naming file and line', (_what, good, bad, problem) => {
    expect(() => parse(INDEX.replace(good, bad))).toThrow(`The data file prices/RUT.csv ${problem}`);
  });

  it.each([
    ['no date', 'day,close\n2024-01-11,5\n', 'line 1 lacks the column date'],
    ['no close', 'date,open\n2024-01-11,5\n', 'line 1 lacks the column close'],
    ['a high without a low', 'date,high,close\n2024-01-11,6,5\n', 'line 1 lacks the column low'],
    ['no rows', 'date,close\n', 'has a header but no rows'],
  ])('refuses a file with %s', (_what, text, problem) => {
    expect(() => parse(text)).toThrow(`The data file prices/RUT.csv ${problem}`);
  });

  it('lets a close lie a cent outside its range, since each is rounded', () => {
    expect(parse(INDEX.replace('1990.60,x', '2009.31,x')).prices?.close[1]).toBe(2009.31);
  });

  it('refuses an ETF close that a split left behind, and leaves the crash of 1987 alone', () => {
    const split = ETF.replace('96.55', '48.28');
    expect(() => parse(split, 'XLK')).toThrow(
      'The data file prices/XLK.csv line 4 jumps from 94.7 to 48.28 on 2024-01-18: a split that was not applied.',
    );
    expect(() => parse(ETF.replace('95.46', '9.546'), 'XLK')).toThrow('line 4 jumps from 93.63 to 9.546');
    // 16 and 19 October 1987, S&P 500: 282.70 and 224.84.
    expect(parse('date,close\n1987-10-16,282.70\n1987-10-19,224.84\n', 'GSPC').prices?.close[1]).toBe(224.84);
  });
});

describe('any dirt in a price file', () => {
  const DIRT = ['', 'NaN', '0', '-5', '1e309', 'Infinity', 'null', '#N/A', '1,5', '<b>', '2024-01-15', '9999999'];
  const clean = parse(INDEX).prices;
  const lines = INDEX.trim().split('\n');

  it('is named with its line or leaves every other number as it was', () => {
    const dirty = fc.record({
      row: fc.integer({ min: 1, max: 4 }),
      column: fc.integer({ min: 0, max: 4 }),
      dirt: fc.oneof(fc.constantFrom(...DIRT), fc.string({ maxLength: 8 }).map(withoutSeparators)),
    });
    fc.assert(
      fc.property(dirty, ({ row, column, dirt }) => {
        const cells = (lines[row] ?? '').split(',');
        cells[column] = dirt.includes(',') ? `"${dirt}"` : dirt;
        const text = lines.with(row, cells.join(',')).join('\n');
        const result = attempt(text);
        if (typeof result === 'string') expect(result).toMatch(new RegExp(`RUT\\.csv line ${row + 1} `));
        else expectOthersUnchanged(result, row - 1);
      }),
      { numRuns: 2000 },
    );
  });

  it('is named when two rows change places or one is repeated', () => {
    const pair = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).filter(([a, b]) => a < b);
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const swapped = lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '');
        expect(attempt(swapped.join('\n'))).toMatch(/prices\/RUT\.csv line \d has 2024-01-\d\d after 2024-01-\d\d/);
        const repeated = lines.toSpliced(b, 0, lines[a] ?? '');
        expect(attempt(repeated.join('\n'))).toMatch(/prices\/RUT\.csv line \d (repeats|has 2024)/);
      }),
    );
  });

  it('takes a lost row for a missing session, never for a number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 3 }), (row) => {
        const { prices } = parse(lines.toSpliced(row, 1).join('\n'));
        expect(prices?.missing).toEqual([clean?.dates[row - 1]]);
        expect([...(prices?.close ?? [])]).toEqual([...(clean?.close ?? [])].toSpliced(row - 1, 1));
      }),
    );
  });

  function expectOthersUnchanged(found: PriceFile['prices'], changed: number): void {
    for (const name of ['close', 'high', 'low'] as const) {
      const others = (series: PriceFile['prices']) => [...(series?.[name] ?? [])].toSpliced(changed, 1);
      expect(others(found)).toEqual(others(clean));
      expect(found?.[name]?.every((value) => value > 0 && Number.isFinite(value))).toBe(true);
    }
    expect(found?.dates.toSpliced(changed, 1)).toEqual(clean?.dates.toSpliced(changed, 1));
  }
});

function withoutSeparators(text: string): string {
  return text.replaceAll(/[",\r\n]/g, ' ');
}

/** The series, or the sentence of the refusal. */
function attempt(text: string): PriceFile['prices'] | string {
  try {
    return parse(text).prices;
  } catch (error) {
    return error instanceof Error ? error.message : 'not an error';
  }
}
