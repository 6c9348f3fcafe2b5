import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterView } from '../../src/metrics/after-view.ts';
import { divergenceView } from '../../src/metrics/divergence-view.ts';
import { highsView } from '../../src/metrics/highs-view.ts';
import { ratioView } from '../../src/metrics/ratio-view.ts';
import { isMeasured, type Receipt } from '../../src/metrics/receipt.ts';
import { recoveryView } from '../../src/metrics/recovery-view.ts';
import { comparison, windowReturn } from '../../src/metrics/returns.ts';
import { seasonalityView } from '../../src/metrics/seasonality-view.ts';
import { dateAt, type PriceSeries, upTo } from '../../src/metrics/series.ts';
import { streakView } from '../../src/metrics/streak-view.ts';
import type { ViewInputs } from '../../src/metrics/view-inputs.ts';
import { recompute } from '../support/formula.ts';
import { seriesFrom } from '../support/series.ts';
import { inputsOf, walkOf } from '../support/views.ts';

type View = (inputs: ViewInputs) => { readonly numbers: readonly Receipt[] };

const VIEWS: Readonly<Record<string, View>> = {
  highs: highsView,
  recovery: recoveryView,
  ratio: ratioView,
  divergence: divergenceView,
  after: afterView,
  streak: streakView,
  seasonality: seasonalityView,
};
const NAMED = Object.entries(VIEWS);
const LENGTH = 900;

function madeSeries(seed: number, { symbol, name }: { symbol: string; name: string }, scale = 1): PriceSeries {
  const close = walkOf(LENGTH, { seed }).map((value) => value * scale);
  const high = close.map((value, index) => value * (1 + (index % 5) / 1000));
  const low = close.map((value, index) => value * (1 - (index % 7) / 1000));
  return seriesFrom('2016-01-04', close, { symbol, name, high, low });
}

const RUT = { symbol: 'RUT', name: 'Russell 2000' };
const GSPC = { symbol: 'GSPC', name: 'S&P 500' };

/** Two walks cut at a session near their end. */
function cut(seed: number, end: number, scale = 1): ViewInputs {
  const [subject, benchmark] = [madeSeries(seed, RUT, scale), madeSeries(seed + 1, GSPC)];
  const day = dateAt(subject, end);
  return inputsOf(upTo(subject, day), upTo(benchmark, day));
}

/** The same two walks in which everything after the session is nonsense that lies in the same memory. */
function poisoned(seed: number, end: number): ViewInputs {
  const { subject, benchmark } = cut(seed, end);
  for (const series of [subject, benchmark]) {
    for (const column of [series.close, series.high, series.low]) {
      if (column) new Float64Array(column.buffer).fill(1e9, end + 1);
    }
  }
  return inputsOf(subject, benchmark);
}

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const ends = fc.integer({ min: 400, max: LENGTH - 2 });
const RUNS = { numRuns: 12 };

describe.each(NAMED)('/smallcaps %s', (_, view) => {
  it('gives the same answer for a day whatever is added after it, and reads nothing after it', () => {
    fc.assert(
      fc.property(seeds, ends, (seed, end) => {
        const { numbers } = view(cut(seed, end));

        expect(view(poisoned(seed, end)).numbers).toEqual(numbers);
        const session = cut(seed, end).session;
        const later = numbers.filter(({ asOf, inputs }) => asOf > session || inputs.some(({ date }) => date > session));
        expect(later).toEqual([]);
      }),
      RUNS,
    );
  });

  it('does not depend on the scale of the index: only levels and ratios do', () => {
    fc.assert(
      fc.property(seeds, ends, (seed, end) => {
        const scaled = new Map(view(cut(seed, end, 4)).numbers.map((receipt) => [receipt.id, receipt]));

        for (const { id, value, unit } of view(cut(seed, end)).numbers) {
          const factor = (unit === 'index' && id.startsWith('RUT')) || unit === 'ratio' ? 4 : 1;
          const other = scaled.get(id)?.value;
          if (typeof value === 'boolean') expect(other, id).toBe(value);
          else expect(other, id).toBeCloseTo(value * factor, 8);
        }
      }),
      RUNS,
    );
  });

  it('proves every number: each receipt recomputes from its formula and inputs, and has an id of its own', () => {
    fc.assert(
      fc.property(seeds, ends, (seed, end) => {
        const { numbers } = view(cut(seed, end));

        expect(new Set(numbers.map(({ id }) => id)).size).toBe(numbers.length);
        for (const receipt of numbers) {
          const again = recompute(receipt);
          if (typeof receipt.value === 'boolean') expect(again, receipt.id).toBe(receipt.value);
          else expect(again, receipt.id).toBeCloseTo(receipt.value, 9);
        }
      }),
      RUNS,
    );
  });
});

describe('laws of returns', () => {
  it('a drawdown is never positive, and the deepest is never above the present one', () => {
    fc.assert(
      fc.property(seeds, ends, (seed, end) => {
        const falls = highsView(cut(seed, end)).numbers.filter(({ id }) => id.includes('drawdown'));
        const fall = (id: string) => Number(falls.find((receipt) => receipt.id === id)?.value);

        expect(falls.length).toBe(14);
        for (const { id, value } of falls) expect(value, id).toBeLessThanOrEqual(0);
        expect(fall('RUT.maxdrawdown.52w')).toBeLessThanOrEqual(fall('RUT.drawdown.52w'));
      }),
      RUNS,
    );
  });

  it('the gap changes its sign when the two change places', () => {
    fc.assert(
      fc.property(seeds, ends, (seed, end) => {
        const { subject, benchmark } = cut(seed, end);
        const [there, back] = [comparison(subject, benchmark, '3m').gap, comparison(benchmark, subject, '3m').gap];

        expect(isMeasured(there) && isMeasured(back) && there.value + back.value).toBeCloseTo(0, 12);
      }),
    );
  });

  it('returns compose: the year is the time to a day in it times the time since', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 300, max: 500 }), fc.integer({ min: 1, max: 200 }), (seed, from, back) => {
        const series = madeSeries(seed, RUT);
        const [start, middle] = [dateAt(series, from - 1), dateAt(series, from + back - 1)];
        const value = (of: PriceSeries, since: string) => {
          const figure = windowReturn(of, { since });
          return isMeasured(figure) ? figure.value : Number.NaN;
        };

        const whole = value(series, start);
        const parts = (1 + value(upTo(series, middle), start)) * (1 + value(series, middle)) - 1;

        expect(parts).toBeCloseTo(whole, 10);
      }),
    );
  });
});
