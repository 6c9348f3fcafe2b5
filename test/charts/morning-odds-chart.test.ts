import { describe, expect, test } from 'vitest';
import { morningOddsChart } from '../../src/charts/morning-odds-chart.ts';
import { fedItem } from '../../src/metrics/morning-fed.ts';
import { fedPath, type Steps } from '../support/fed-path.ts';

function chartOf(priced: Readonly<Record<string, Steps>>) {
  const days = Object.keys(priced);
  const [before = '', asOf = ''] = days.slice(-2);
  const item = fedItem(fedPath(priced, asOf), before);
  return item && morningOddsChart(item, [before]);
}

describe('morningOddsChart', () => {
  test('draws a cut and a hold as two lines, each with its own chances', () => {
    const chart = chartOf({
      '2024-02-14': { '2024-03-20': -0.4 },
      '2024-02-15': { '2024-03-20': -0.3 },
      '2024-02-16': { '2024-03-20': -0.15 },
    });
    expect(chart?.lines.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['Cut', 'cut25'],
      ['Hold', 'hold'],
    ]);
    expect(chart?.lines.map(({ values }) => values.map((value) => Number((value ?? -1).toFixed(4))))).toEqual([
      [0.4, 0.3, 0.15],
      [0.6, 0.7, 0.85],
    ]);
    expect(chart?.title).toBe('Cut on 20 Mar: 15.0%, from 30.0%');
  });

  test('tells sizes apart by name and colour', () => {
    const chart = chartOf({
      '2024-02-14': { '2024-03-20': -1.2 },
      '2024-02-15': { '2024-03-20': -1.3 },
      '2024-02-16': { '2024-03-20': -1.6 },
    });
    expect(chart?.lines.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['50 bp cut', 'cut50'],
      ['25 bp cut', 'cut25'],
    ]);
    expect(chart?.title).toBe('50 bp cut on 20 Mar: 60.0%, from 30.0%');
    expect(chart?.alt).toContain('50 bp cut: 20.0%, 30.0% on 15 Feb, 60.0% on 16 Feb.');
  });

  test('needs three days', () => {
    expect(chartOf({ '2024-02-15': { '2024-03-20': -0.3 }, '2024-02-16': { '2024-03-20': -0.15 } })).toBeUndefined();
  });
});
