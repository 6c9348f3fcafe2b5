import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMeasured } from '../../src/metrics/receipt.ts';
import { comparison, windowReturn } from '../../src/metrics/returns.ts';
import { seriesFrom, seriesOn } from '../support/series.ts';

const russell = seriesOn({ '2023-12-29': 2027.07, '2024-01-19': 1944.39, '2024-01-22': 1983.38 });
const spx = seriesOn(
  { '2023-12-29': 4769.83, '2024-01-19': 4839.81, '2024-01-22': 4850.43 },
  { symbol: 'GSPC', name: 'S&P 500' },
);

function number(figure: ReturnType<typeof windowReturn>): number {
  if (!isMeasured(figure)) throw new Error(figure.absent);
  return figure.value;
}

describe('windowReturn', () => {
  it('is close over base close minus one: 1,983.38 / 2,027.07 − 1 = −2.1553% (golden/article.md 3)', () => {
    expect(number(windowReturn(russell, 'ytd'))).toBeCloseTo(-0.021553, 6);
  });

  it('names base and as-of closes in its receipt', () => {
    const figure = windowReturn(russell, 'ytd');

    expect(isMeasured(figure) && figure.inputs).toEqual([
      { name: 'close(as-of)', series: 'RUT', date: '2024-01-22', value: 1983.38 },
      { name: 'close(base)', series: 'RUT', date: '2023-12-29', value: 2027.07 },
    ]);
  });
});

describe('comparison', () => {
  it('is a difference of returns: −2.1553% − 1.6898% = −3.8451 pp', () => {
    expect(number(comparison(russell, spx, 'ytd').gap)).toBeCloseTo(-0.038451, 6);
  });

  it('is the change of the ratio beyond a year', () => {
    const own = seriesOn({ '2021-01-22': 100, '2024-01-22': 150 });
    const other = seriesOn({ '2021-01-22': 100, '2024-01-22': 200 }, { symbol: 'GSPC' });

    const { gap } = comparison(own, other, '3y');

    expect(gap.id).toBe('RUT/GSPC.ratio.change.3y');
    expect(number(gap)).toBeCloseTo(150 / 200 - 1, 12);
  });

  it('is absent when the two windows would start on different sessions', () => {
    const own = seriesOn({ '2023-12-28': 100, '2024-01-22': 150 }, { missing: ['2023-12-29'] });

    expect(comparison(own, spx, 'ytd').gap).toEqual({
      id: 'RUT-GSPC.gap.ytd',
      absent: 'no Russell 2000 close for 2023-12-29',
    });
  });

  const closes = fc.array(fc.double({ min: 1, max: 1e5, noNaN: true }), { minLength: 30, maxLength: 60 });

  it('changes its sign, and nothing else, when the two sides are swapped', () => {
    fc.assert(
      fc.property(closes, closes, (a, b) => {
        const size = Math.min(a.length, b.length);
        const one = seriesFrom('2024-01-02', a.slice(0, size));
        const two = seriesFrom('2024-01-02', b.slice(0, size), { symbol: 'GSPC' });

        expect(number(comparison(one, two, '1w').gap)).toBeCloseTo(-number(comparison(two, one, '1w').gap), 9);
      }),
    );
  });

  it('does not change when an index is quoted in other units', () => {
    fc.assert(
      fc.property(closes, fc.double({ min: 0.01, max: 100, noNaN: true }), (a, factor) => {
        const one = seriesFrom('2024-01-02', a);
        const scaled = seriesFrom(
          '2024-01-02',
          a.map((close) => close * factor),
        );

        expect(number(windowReturn(scaled, '1w'))).toBeCloseTo(number(windowReturn(one, '1w')), 9);
      }),
    );
  });
});
