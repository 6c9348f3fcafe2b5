import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/charts/compile.ts';
import type { SparklinesSpec } from '../../../src/charts/sparklines-spec.ts';

const SPEC: SparklinesSpec = {
  kind: 'sparklines',
  title: 'Claims 187,000',
  subtitle: 'Three months',
  source: 'Labor Dept',
  asOf: '22 Jan 2024',
  alt: 'Two small lines',
  sample: false,
  from: '2024-01-01',
  to: '2024-01-11',
  panels: [
    {
      name: 'Claims',
      dates: ['2024-01-06', '2024-01-11'],
      values: [203000, 187000],
      endLabel: '187,000',
      changeLabel: '−16,000',
    },
    { name: 'Permits', dates: ['2024-01-01'], values: [1495], endLabel: '1,495k', changeLabel: '+1.9%' },
  ],
};

interface Drawn {
  readonly data: { readonly datasets: readonly { readonly data: readonly { x: number; y: number }[] }[] };
  readonly options: { readonly scales: Readonly<Record<string, { readonly labels?: readonly string[] }>> };
}

const drawn = (spec: SparklinesSpec) => compile(spec, 'light').config as unknown as Drawn;

describe('sparklines', () => {
  it('puts every line in its own band, the first on top, all on one time axis', () => {
    const [claims, permits] = drawn(SPEC).data.datasets;

    // Two bands of height 1; a line uses the middle 60% of its band; 6 January is half of the ten days.
    expect(claims?.data).toEqual([
      { x: 0.5, y: expect.closeTo(1.8, 9) },
      { x: 1, y: expect.closeTo(1.2, 9) },
    ]);
    expect(permits?.data).toEqual([{ x: 0, y: 0.5 }]);
  });

  it('names every line at the left and tells its last value and change at the right', () => {
    const { names, ends } = drawn(SPEC).options.scales;

    expect(names?.labels).toEqual(['Claims', 'Permits']);
    expect(ends?.labels).toEqual(['187,000  −16,000', '1,495k  +1.9%']);
  });

  it('is pure JSON', () => {
    const { config } = compile(SPEC, 'dark');

    expect(JSON.parse(JSON.stringify(config))).toEqual(config);
  });

  it('refuses a panel without a value', () => {
    const [first] = SPEC.panels;
    const empty = { ...SPEC, panels: first ? [{ ...first, values: [], dates: [] }] : [] };

    expect(() => compile(empty, 'light')).toThrow(RangeError);
  });
});
