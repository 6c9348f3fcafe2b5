import { describe, expect, it } from 'vitest';
import type { MacroPrint } from '../../src/metrics/backdrop.ts';
import { moneyFundFigures } from '../../src/metrics/money-funds.ts';
import { isMeasured, type Measured } from '../../src/metrics/receipt.ts';
import { recompute } from '../support/formula.ts';

const SOURCE = { publisher: 'ICI', series: 'MMF', fetchedAt: '2024-01-18T22:00:00Z', sample: false };

function weeks(totals: Readonly<Record<string, number>>): MacroPrint {
  const history = Object.entries(totals).map(([period, value]) => ({ period, value }));
  const last = history.at(-1) ?? { period: '', value: Number.NaN };
  return { ...last, id: 'MMF', history, source: SOURCE };
}

const PRINT = weeks({ '2023-12-20': 5886, '2024-01-03': 5965, '2024-01-10': 5975, '2024-01-17': 5961 });

function value(figure: Measured<number>): number {
  if (!isMeasured(figure)) throw new Error(figure.absent);
  expect(Number(recompute(figure))).toBeCloseTo(figure.value, 9);
  return figure.value;
}

describe('moneyFundFigures', () => {
  it('measures four weeks, the place among the weeks held, and the share of the market’s value', () => {
    const marketValue = { period: '2024-01-17', value: 40000, source: { ...SOURCE, publisher: 'the desk’s own' } };
    const { change, percentile, share } = moneyFundFigures(PRINT, '2024-01-22', marketValue);

    // 5,961 − 5,886; two of four weeks no higher (5,886 and itself); 5,961 / 40,000.
    expect(value(change)).toBe(75);
    expect(value(percentile)).toBe(0.5);
    expect(value(share)).toBeCloseTo(0.149025, 9);
  });

  it('takes no other week for the one four weeks back, and no share without a market value', () => {
    const { change, share } = moneyFundFigures(weeks({ '2023-12-21': 1, '2024-01-17': 2 }), '2024-01-22');

    expect(change).toEqual({ id: 'macro.MMF.change_4w', absent: 'no total for the week to 2023-12-20' });
    expect(share).toEqual({ id: 'macro.MMF.share_of_sp500', absent: 'no S&P 500 market value stored' });
  });
});
