import { describe, expect, it } from 'vitest';
import { backdrop, type MacroPrint } from '../../src/metrics/backdrop.ts';
import { recompute } from '../support/formula.ts';

const SOURCE = { publisher: 'Census', series: 'PERMIT', fetchedAt: '2024-01-18T14:00:00Z', sample: false };

function print(made: Partial<MacroPrint> & Pick<MacroPrint, 'id' | 'value'>): MacroPrint {
  return { period: '2023-12-01', released: '2024-01-18', history: [], source: SOURCE, ...made };
}

const only = (one: MacroPrint) => backdrop({ asOf: '2024-01-22', prints: [one], revisions: [], lacking: '' });
const november = (value: number) => ({ period: '2023-11-01', value });

describe('backdrop', () => {
  it.each([
    // 1,495 / 1,467 − 1; 187,000 − 203,000; (4.37 − 4.39) × 100; 2.4 − 2.3.
    ['PERMIT', 1495, 1467, 0.019087, 'fraction'],
    ['ICSA', 187000, 203000, -16000, 'count'],
    ['DGS2', 4.37, 4.39, -2, 'bp'],
    ['GDPNOW', 2.4, 2.3, 0.1, 'percent'],
  ] as const)('measures the change of %s', (id, value, previous, change, unit) => {
    const { items, numbers } = only(print({ id, value, previous: november(previous) }));

    const [item] = items;
    expect(item?.change).toMatchObject({ id: `macro.${id}.change`, unit });
    expect(numbers.map((number) => number.id)).toEqual([
      `macro.${id}.latest`,
      `macro.${id}.previous`,
      `macro.${id}.change`,
    ]);
    expect(Number(numbers[2]?.value)).toBeCloseTo(change, 6);
    for (const receipt of numbers) expect(Number(recompute(receipt))).toBeCloseTo(Number(receipt.value), 9);
  });

  it('measures money funds against their record', () => {
    const { numbers } = only(print({ id: 'MMF', value: 5961, record: { period: '2024-01-10', value: 5975 } }));

    expect(numbers.at(-1)).toMatchObject({ id: 'macro.MMF.change', value: -14, formula: 'latest − record' });
  });

  it('takes a change that was only stated, and says so', () => {
    const { numbers } = only(print({ id: 'RSAFS', value: 709900, statedChange: 0.006 }));

    expect(numbers.at(-1)).toMatchObject({ value: 0.006, basis: 'on the period before, as the publisher states it' });
  });

  it('has no change where there is nothing to compare with', () => {
    const { items, numbers } = only(print({ id: 'UNRATE', value: 3.7 }));

    expect(items[0]?.change).toEqual({ id: 'macro.UNRATE.change', absent: 'nothing known to compare 2023-12-01 with' });
    expect(numbers).toHaveLength(1);
  });

  it('keeps what the period is now apart from what was known', () => {
    const known = print({ id: 'PERMIT', value: 1495, previous: november(1467) });
    const now = { id: 'PERMIT', period: '2023-12-01', value: 1501, previous: november(1513), source: SOURCE } as const;

    const { items } = backdrop({ asOf: '2024-01-22', prints: [known], revisions: [now], lacking: '' });

    expect(items[0]?.latest.value).toBe(1495);
    expect(items[0]?.now?.value).toMatchObject({ id: 'macro.PERMIT.now', value: 1501 });
    expect(items[0]?.now?.value.basis).toContain('not known that day');
  });

  it('has no "now" where nothing was revised, nor from another period', () => {
    const known = print({ id: 'PERMIT', value: 1495 });
    const same = { id: 'PERMIT', period: '2023-12-01', value: 1495, source: SOURCE } as const;

    for (const revisions of [[same], [{ ...same, period: '2024-01-01', value: 1501 }]]) {
      expect(backdrop({ asOf: '2024-01-22', prints: [known], revisions, lacking: '' }).items[0]?.now).toBeUndefined();
    }
  });

  it('lists what has no print', () => {
    expect(only(print({ id: 'ICSA', value: 187000 })).absent).toEqual([
      'PERMIT',
      'RSAFS',
      'GDPNOW',
      'UNRATE',
      'DGS2',
      'DGS10',
      'MMF',
    ]);
  });
});
