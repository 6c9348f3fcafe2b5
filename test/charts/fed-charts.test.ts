import { describe, expect, test } from 'vitest';
import { compile } from '../../src/charts/compile.ts';
import { fedHistoryChart } from '../../src/charts/fed-history-chart.ts';
import { fedStackChart } from '../../src/charts/fed-stack-chart.ts';
import { ratePathChart } from '../../src/charts/rate-path-chart.ts';
import type { OddsPoint } from '../../src/metrics/fed-history.ts';
import { fedOdds } from '../../src/metrics/fed-odds.ts';
import { calendarWith, dayOf, futuresOf } from '../support/fed.ts';

const rest = { '2024-05': 94.8, '2024-06': 94.8, '2024-07': 94.8, '2024-08': 94.8 };
const futures = futuresOf({
  '2023-12-22': { '2024-01': 94.67, '2024-02': 94.705, '2024-03': 94.8, '2024-04': 94.92, ...rest },
  '2024-01-22': { '2024-01': 94.67, '2024-02': 94.675, '2024-03': 94.7, '2024-04': 94.78, ...rest },
});
const calendar = calendarWith(525, 550);
const odds = fedOdds(calendar, dayOf(futures, '2024-01-22'));
const earlier = fedOdds(calendar, dayOf(futures, '2023-12-22'));
if (!odds || !earlier) throw new Error('no odds');

function point(date: string, cutBy: number, hikeBy = 0): OddsPoint {
  return { date, cutBy, hikeBy, holdBy: 1 - cutBy - hikeBy, expectedBp: -25 * cutBy, lastTrades: false };
}

describe('fedHistoryChart', () => {
  const parts = {
    title: 'March cut odds 43.2%, from 88.0% a month ago',
    meeting: '2024-03-20',
    odds,
    direction: 'cut',
    marks: [
      { day: '2023-12-22', label: 'FOMC' },
      { day: '2024-01-05', label: 'Jobs' },
    ],
    told: ['2023-12-22', '2024-01-19'],
  } as const;
  const points = [
    point('2023-12-22', 0.88),
    point('2023-12-27', 0.902),
    point('2024-01-16', 0.651),
    point('2024-01-19', 0.471),
    point('2024-01-22', 0.432),
  ];

  test('tells its days in the alt text: look-backs, the highest, the largest change, the last', () => {
    expect(fedHistoryChart({ ...parts, points })?.alt).toBe(
      'Line chart of the chance of a Fed cut by 20 March 2024, 22 Dec to 22 Jan. 88.0% on 22 Dec, 90.2% on 27 Dec, 65.1% on 16 Jan, 47.1% on 19 Jan, 43.2% on 22 Jan.',
    );
  });

  test('keeps marks inside its days and ends with the last value', () => {
    const chart = fedHistoryChart({ ...parts, points });
    expect(chart?.marks).toEqual([{ day: '2024-01-05', label: 'Jobs' }]);
    expect(chart?.lines.map(({ name, endLabel }) => [name, endLabel])).toEqual([['Any cut', '43.2%']]);
  });

  test('shows the other direction where it mattered', () => {
    const chart = fedHistoryChart({ ...parts, points: [point('2023-12-22', 0.2, 0.3), ...points.slice(1)] });
    expect(chart?.lines.map(({ outcome }) => outcome)).toEqual(['cut25', 'hike25']);
    expect(chart?.subtitle).toBe('Chance of a cut or hike by 20 Mar 2024, daily, fed funds futures');
  });

  test('needs two days', () => {
    expect(fedHistoryChart({ ...parts, points: points.slice(0, 1) })).toBeUndefined();
  });
});

describe('fedStackChart', () => {
  test('has shares that sum to 1 at every meeting', () => {
    const chart = fedStackChart(odds, 'Futures price 0.4 of a 25 bp cut by 20 March');
    expect(chart?.meetings.map(({ label }) => label)).toEqual(odds.meetings.map(({ meeting }) => label(meeting)));
    for (const { shares } of chart?.meetings ?? []) {
      expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    }
    expect(chart?.meetings[1]?.shares.cut25).toBeCloseTo(0.423307, 5);
    expect(chart?.alt).toContain('20 Mar cut 43.2%, hold 56.8%');
  });

  function label(meeting: string): string {
    return Temporal.PlainDate.from(meeting).toLocaleString('en-GB', { day: 'numeric', month: 'short' });
  }
});

describe('ratePathChart', () => {
  test('steps from now through every meeting, beside an earlier path on the same meetings', () => {
    const chart = ratePathChart(odds, 'Path', earlier);
    expect(chart?.steps.slice(0, 3)).toEqual(['Now', '31 Jan', '20 Mar']);
    expect(chart?.path.ratesPct.length).toBe(chart?.steps.length);
    expect(chart?.path.ratesPct[2]).toBeCloseTo(5.22, 10);
    expect(chart?.compare?.name).toBe('22 Dec 2023');
    expect(chart?.range).toMatchObject({ lowPct: 5.25, highPct: 5.5 });
  });

  test('leaves an earlier path out that did not reach every meeting', () => {
    const short = { ...earlier, meetings: earlier.meetings.slice(0, 1) };
    expect(ratePathChart(odds, 'Path', short)?.compare).toBeUndefined();
  });
});

describe('every chart', () => {
  test('compiles to pure JSON and keeps its words within their lengths', () => {
    const points = [point('2024-01-19', 0.47), point('2024-01-22', 0.43)];
    const history = fedHistoryChart({
      title: 'March',
      meeting: '2024-03-20',
      odds,
      direction: 'cut',
      marks: [],
      told: [],
      points,
    });
    for (const spec of [history, fedStackChart(odds, 'Odds'), ratePathChart(odds, 'Path', earlier)]) {
      if (!spec) throw new Error('no chart');
      const { config } = compile(spec, 'light');
      expect(JSON.parse(JSON.stringify(config))).toEqual(config);
      expect(spec.title.length).toBeLessThanOrEqual(50);
      expect(spec.subtitle.length).toBeLessThanOrEqual(80);
      expect(spec.alt.length).toBeLessThanOrEqual(400);
    }
  });
});
