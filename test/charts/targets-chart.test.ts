import { describe, expect, it } from 'vitest';
import { compile } from '../../src/charts/compile.ts';
import { callsChart, consensusChart, revisionsChart, scoreChart } from '../../src/charts/targets-chart.ts';
import { scoreTable } from '../../src/metrics/call-scores.ts';
import { callStates } from '../../src/metrics/call-status.ts';
import { consensus } from '../../src/metrics/consensus.ts';
import type { PriceSeries } from '../../src/metrics/series.ts';
import { yearEnd } from '../support/calls.ts';
import { seriesFrom } from '../support/series.ts';

/** 4,800 points and one more every session of 2024. */
const SERIES = seriesFrom(
  '2024-01-02',
  Array.from({ length: 60 }, (_, day) => 4800 + day),
  { symbol: 'GSPC', name: 'S&P 500' },
);
const CALLS = [
  yearEnd('Goldman Sachs', 5100, { call: 1 }),
  yearEnd('Oppenheimer', 5200, { call: 2 }),
  yearEnd('Acme', 4500, { call: 3 }),
  yearEnd('Acme', 4700, { call: 4, noteDate: '2024-02-15' }),
];

function statesOn(series: PriceSeries) {
  return callStates(CALLS, series.dates.at(-1) ?? '', () => series);
}

describe('consensusChart', () => {
  it('draws each firm from the close to its level, and says the median it draws', () => {
    const [group] = consensus(statesOn(SERIES), SERIES).groups;
    if (!group) throw new Error('three firms are a consensus');

    const spec = consensusChart(group, SERIES, (firm) => firm);

    expect(spec.stems.map(({ from, to, toLabel }) => [from, to, toLabel])).toEqual([
      [4859, 5200, '5,200'],
      [4859, 5100, '5,100'],
      [4859, 4700, '4,700'],
    ]);
    expect(spec.levels.map(({ value }) => value)).toEqual([4859, 5100]);
    // 5100 / 4859 − 1 = 4.96%
    expect(spec.title).toBe('Median of 3 firms +4.96% from here');
    expect(spec.alt).toContain('Median 5,100, close 4,859.00');
    const { config } = compile(spec, 'light');
    expect(JSON.parse(JSON.stringify(config))).toEqual(config);
  });
});

describe('callsChart', () => {
  it('draws every open call, highest first, with no median', () => {
    const spec = callsChart({
      states: statesOn(SERIES).filter(({ call }) => call.call < 3),
      series: SERIES,
      firm: (firm) => firm,
    });

    expect(spec?.stems.map(({ label, to }) => [label, to])).toEqual([
      ['Oppenheimer\n5,200', 5200],
      ['Goldman Sachs\n5,100', 5100],
    ]);
    expect(spec?.levels.map(({ role }) => role)).toEqual(['spot']);
    // 5200 / 4859 − 1 = 7.02%
    expect(spec?.title).toBe('Oppenheimer highest, +7.02% from here');
  });

  it('is not drawn without an open call', () => {
    expect(callsChart({ states: [], series: SERIES, firm: (firm) => firm })).toBeUndefined();
  });
});

describe('revisionsChart', () => {
  it('steps from one note to the next, and is nothing before the first', () => {
    const own = statesOn(SERIES).filter(({ call }) => call.firm === 'Acme');

    const spec = revisionsChart({ states: own, series: SERIES, firm: 'Acme' });

    const [line] = spec?.targets ?? [];
    const at = (day: string) => line?.values[spec?.dates.indexOf(day) ?? -1];
    expect([at('2024-01-02'), at('2024-02-14'), at('2024-02-15')]).toEqual([4500, 4500, 4700]);
    expect(spec?.title).toBe('Acme: 4,700 for 2024');
    if (spec) expect(() => compile(spec, 'dark')).not.toThrow();
  });

  it('is not drawn for a single note', () => {
    const own = statesOn(SERIES).filter(({ call }) => call.call === 1);

    expect(revisionsChart({ states: own, series: SERIES, firm: 'Goldman' })).toBeUndefined();
  });
});

describe('scoreChart', () => {
  it('draws what was said against what was', () => {
    const long = seriesFrom(
      '2024-01-02',
      Array.from({ length: 260 }, (_, day) => 4800 + day),
      { symbol: 'GSPC', name: 'S&P 500' },
    );
    const { scores } = scoreTable(statesOn(long), long);

    const spec = scoreChart(scores, long, ({ state }) => `${state.call.firm} Jan 24`);

    // 31 December 2024 is the 252nd session: 4,800 + 251 = 5,051, which is 5.23% above 4,800; said 5,100: 6.25%.
    const goldman = spec?.stems.find(({ label }) => label.startsWith('Goldman'));
    expect(goldman?.from).toBeCloseTo(5051 / 4800 - 1, 9);
    expect(goldman?.to).toBeCloseTo(5100 / 4800 - 1, 9);
    expect(goldman?.toLabel).toBe('+6.25%');
    expect(spec?.title).toBe('2 of 4 calls above the outcome');
    if (spec) expect(() => compile(spec, 'light')).not.toThrow();
  });

  it('is not drawn without a score', () => {
    expect(scoreChart([], SERIES, () => '')).toBeUndefined();
  });
});
