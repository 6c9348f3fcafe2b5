/** One realistic spec of every kind, from made-up walks with a fixed seed: for rendering tests and the bench. */
import { addDays, type Day, weekday } from '../../src/calendar/day.ts';
import type {
  ChartHead,
  ChartSpec,
  DrawdownSpec,
  FanSpec,
  FedHistorySpec,
  FedStackSpec,
  PanelSpec,
  RaceSpec,
  RatePathSpec,
  RatioSpec,
  RebasedSpec,
} from '../../src/charts/spec.ts';

/** Numbers in −0.5 … 0.5 that are the same in every run. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
}

export function weekdays(from: Day, count: number): Day[] {
  const days: Day[] = [];
  for (let day = from; days.length < count; day = addDays(day, 1)) if (weekday(day) < 6) days.push(day);
  return days;
}

/** A walk of `count` values from `start`, bent so that it ends at `end`. */
export function walk(
  count: number,
  { start, end, swing, seed }: { start: number; end: number; swing: number; seed: number },
): number[] {
  const next = noise(seed);
  const steps: number[] = [0];
  for (let index = 1; index < count; index++) steps.push((steps.at(-1) ?? 0) + next() * swing);
  const drift = steps.at(-1) ?? 0;
  return steps.map((step, index) => start + step + ((end - start - drift) * index) / (count - 1));
}

function head(title: string, subtitle: string): ChartHead {
  return {
    title,
    subtitle,
    source: 'Yahoo Finance',
    asOf: 'Mon 22 Jan 2024, 16:00 ET',
    alt: `${title}. ${subtitle}.`,
    sample: false,
  };
}

const rebasedYear: RebasedSpec = {
  kind: 'rebased',
  ...head('Russell 2000 lags S&P 500 by 17.4 pp in a year', 'Rebased to 100 at the close of 20 Jan 2023 · price only'),
  dates: weekdays('2023-01-20', 253),
  lines: [
    {
      name: 'Russell 2000',
      role: 'hero',
      values: walk(253, { start: 100, end: 104.8, swing: 3.4, seed: 3 }),
      endLabel: '+4.80%',
    },
    {
      name: 'S&P 500',
      role: 'benchmark',
      values: walk(253, { start: 100, end: 122.2, swing: 2.2, seed: 5 }),
      endLabel: '+22.20%',
    },
    {
      name: 'XLK',
      role: 'third',
      values: walk(253, { start: 100, end: 149.1, swing: 3, seed: 9 }),
      endLabel: '+49.10%',
    },
  ],
  gap: { between: [0, 1], label: 'Gap −17.4 pp' },
};

export const rebasedYtd: RebasedSpec = {
  kind: 'rebased',
  ...head('Russell 2000 trails S&P 500 by 3.85 pp YTD', 'Rebased to 100 at the close of 29 Dec 2023 · price only'),
  dates: [
    '2023-12-29',
    '2024-01-02',
    '2024-01-03',
    '2024-01-04',
    '2024-01-05',
    '2024-01-08',
    '2024-01-09',
    '2024-01-10',
    '2024-01-11',
    '2024-01-12',
    '2024-01-16',
    '2024-01-17',
    '2024-01-18',
    '2024-01-19',
    '2024-01-22',
  ],
  lines: [
    {
      name: 'Russell 2000',
      role: 'hero',
      endLabel: '−2.16%',
      values: [100, 99.3, 96.6, 96.5, 96.2, 98, 97, 97.1, 96.4, 96.2, 95.1, 94.4, 94.9, 95.9, 97.8],
    },
    {
      name: 'S&P 500',
      role: 'benchmark',
      endLabel: '+1.69%',
      values: [100, 99.4, 98.6, 98.3, 98.5, 99.9, 99.7, 100.3, 100.2, 100.3, 99.9, 99.4, 100.2, 101.5, 101.7],
    },
    {
      name: 'XLK',
      role: 'third',
      endLabel: '+4.45%',
      values: [100, 97.5, 96.5, 95.8, 96, 98.5, 98.4, 99.4, 99.7, 99.8, 100.1, 99.4, 101.5, 104, 104.4],
    },
  ],
  gap: { between: [0, 1], label: 'Gap −3.85 pp' },
};

function underwater(values: readonly number[]): number[] {
  let peak = Number.NEGATIVE_INFINITY;
  return values.map((value) => {
    peak = Math.max(peak, value);
    return value / peak - 1;
  });
}

const drawdownExample: DrawdownSpec = {
  kind: 'drawdown',
  ...head('Russell 2000 is still 15.2% below its record', 'Closing level against the highest close so far'),
  dates: weekdays('2021-06-01', 690),
  lines: [
    {
      name: 'Russell 2000',
      role: 'hero',
      values: underwater(walk(690, { start: 2300, end: 1950, swing: 110, seed: 21 })),
      endLabel: '−15.2%',
    },
    {
      name: 'S&P 500',
      role: 'benchmark',
      values: underwater(walk(690, { start: 4200, end: 4900, swing: 100, seed: 8 })),
      endLabel: '−2.9%',
    },
  ],
  marks: [
    { day: '2022-03-18', label: '18 Mar 2022' },
    { day: '2023-08-18', label: '18 Aug 2023' },
  ],
};

const ratioWalk = walk(2600, { start: 0.62, end: 0.409, swing: 0.012, seed: 4 });
const ratioExample: RatioSpec = {
  kind: 'ratio',
  ...head('Russell 2000 buys the least S&P 500 since 2001', 'Russell 2000 ÷ S&P 500, closes, ten years'),
  dates: weekdays('2014-01-22', 2600),
  values: ratioWalk,
  endLabel: '0.409',
  band: { low: 0.44, high: 0.6, label: '10th–90th' },
  median: 0.53,
};

const raceExample: RaceSpec = {
  kind: 'race',
  ...head(
    '2023 was the fastest of 13 recoveries: 36 sessions',
    'Russell 2000 from 52-week low to 52-week high, low = 100',
  ),
  xTitle: 'Sessions since the low',
  lines: [
    [313, 148],
    [240, 141],
    [190, 128],
    [160, 135],
    [141, 126],
    [120, 131],
    [112, 122],
    [98, 129],
    [90, 121],
    [84, 118],
    [77, 124],
    [52, 115],
    [36, 123],
  ].map(([sessions = 0, end = 100], index) => ({
    name: String(1988 + index * 3),
    bold: index === 12,
    values: walk(sessions + 1, { start: 100, end, swing: 1.6, seed: 30 + index }).map((value) => Math.max(100, value)),
    ...(index === 12 && { label: '2023: 36 sessions' }),
    ...(index === 11 && { label: '2014: 52' }),
    ...(index === 0 && { label: '1987: 313' }),
  })),
};

const ahead = Array.from({ length: 253 }, (_, session) => session);
const grown = (scale: number, power = 0.5) => ahead.map((session) => scale * (session / 252) ** power);
const fanExample: FanSpec = {
  kind: 'fan',
  ...head(
    'After such a gap the Russell made 8.9% in a year',
    'Russell 2000 return after the signal · N = 23 episodes since 1988',
  ),
  sessions: ahead,
  ticks: [
    { session: 5, label: '1W' },
    { session: 21, label: '1M' },
    { session: 63, label: '3M' },
    { session: 126, label: '6M' },
    { session: 252, label: '12M' },
  ],
  median: walk(253, { start: 0, end: 0.089, swing: 0.008, seed: 71 }),
  inner: { low: grown(-0.06), high: grown(0.19), label: '25th–75th' },
  outer: { low: grown(-0.24), high: grown(0.36), label: '10th–90th' },
  baseline: grown(0.078, 1),
  medianLabel: 'Median +8.9%',
  baselineLabel: 'All days +7.8%',
};

const panelExample: PanelSpec = {
  kind: 'panel',
  ...head(
    'Small caps are cheap to large and still falling',
    'RUT/GSPC ratio: level and 20-session change, last 60 sessions',
  ),
  trail: walk(60, { start: -0.6, end: -1.9, swing: 0.3, seed: 12 }).map((x, index, all) => ({
    day: '2024-01-22',
    x,
    y: (x - (all[Math.max(0, index - 20)] ?? x)) * 0.05 + 0.01,
  })),
  latestLabel: '22 Jan',
  xTitle: 'z-score of the ratio, ten years',
  yTitle: '20-session change',
  yUnit: 'fraction',
  quadrants: {
    topLeft: 'Low, rising',
    topRight: 'High, rising',
    bottomLeft: 'Low, falling',
    bottomRight: 'High, falling',
  },
};

export const fedStackExample: FedStackSpec = {
  kind: 'fedStack',
  ...head('March is a coin toss: 43.2% for a cut', 'Chance of each move by the meeting against today’s range, %'),
  source: 'CME futures, own calculation',
  meetings: [
    { label: '31 Jan', shares: { cut50: 0, cut25: 0.026, hold: 0.974, hike25: 0, hike50: 0 } },
    { label: '20 Mar', shares: { cut50: 0.012, cut25: 0.42, hold: 0.568, hike25: 0, hike50: 0 } },
    { label: '1 May', shares: { cut50: 0.35, cut25: 0.5, hold: 0.15, hike25: 0, hike50: 0 } },
    { label: '12 Jun', shares: { cut50: 0.83, cut25: 0.14, hold: 0.03, hike25: 0, hike50: 0 } },
    { label: '31 Jul', shares: { cut50: 0.93, cut25: 0.06, hold: 0.01, hike25: 0, hike50: 0 } },
    { label: '18 Sep', shares: { cut50: 0.97, cut25: 0.02, hold: 0.01, hike25: 0, hike50: 0 } },
    { label: '7 Nov', shares: { cut50: 0.98, cut25: 0.02, hold: 0, hike25: 0, hike50: 0 } },
    { label: '18 Dec', shares: { cut50: 1, cut25: 0, hold: 0, hike25: 0, hike50: 0 } },
  ],
};

export const fedStackHikes: FedStackSpec = {
  ...fedStackExample,
  ...head(
    '22 March 2023: a hike of 50 bp leads at 78.6%',
    'Chance of each move by the meeting against today’s range, %',
  ),
  meetings: [
    { label: '22 Mar', shares: { cut50: 0, cut25: 0, hold: 0, hike25: 0.214, hike50: 0.786 } },
    { label: '3 May', shares: { cut50: 0.08, cut25: 0.12, hold: 0.2, hike25: 0.3, hike50: 0.3 } },
    { label: '14 Jun', shares: { cut50: 0.1, cut25: 0.2, hold: 0.3, hike25: 0.2, hike50: 0.2 } },
  ],
};

const odds = walk(27, { start: 0.68, end: 0.432, swing: 0.16, seed: 15 });
export const fedHistoryExample: FedHistorySpec = {
  kind: 'fedHistory',
  ...head('March cut odds: from 90.2% to 43.2% in a month', 'Chance of a cut by 20 March 2024, daily'),
  source: 'CME futures, own calculation',
  dates: weekdays('2023-12-15', 27),
  lines: [
    {
      outcome: 'cut25',
      name: 'Any cut',
      values: odds.map((value, index) =>
        index === 7 ? null : Math.min(1, value + 0.34 * Math.sin((index / 26) * Math.PI)),
      ),
      endLabel: '43.2%',
    },
  ],
  marks: [
    { day: '2023-12-22', label: 'PCE' },
    { day: '2024-01-05', label: 'Payrolls' },
    { day: '2024-01-11', label: 'CPI' },
    { day: '2024-01-16', label: 'Waller' },
    { day: '2024-01-17', label: 'Retail sales' },
  ],
};

const fedHistoryThree: FedHistorySpec = {
  ...fedHistoryExample,
  ...head('22 March 2023: 50 bp hike from 78.6% to zero', 'Chance of each move on 22 March 2023, daily'),
  dates: ['2023-03-08', '2023-03-09', '2023-03-10', '2023-03-13'],
  lines: [
    { outcome: 'hike50', name: '50 bp hike', values: [0.786, 0.68, 0.402, 0], endLabel: '0%' },
    { outcome: 'hike25', name: '25 bp hike', values: [0.214, 0.32, 0.598, 0.65], endLabel: '65.0%' },
    { outcome: 'hold', name: 'Hold', values: [0, 0, 0, 0.35], endLabel: '35.0%' },
  ],
  marks: [{ day: '2023-03-10', label: 'Payrolls' }],
};

const ratePathExample: RatePathSpec = {
  kind: 'ratePath',
  ...head('Futures price 5.3 cuts by December', 'Fed funds rate implied for after each meeting, % a year'),
  source: 'CME futures, own calculation',
  steps: ['Now', '31 Jan', '20 Mar', '1 May', '12 Jun', '31 Jul', '18 Sep', '7 Nov', '18 Dec'],
  path: { name: '22 Jan', ratesPct: [5.33, 5.32, 5.22, 5.0, 4.77, 4.56, 4.34, 4.17, 4.0], endLabel: '4.00%' },
  compare: { name: '22 Dec', ratesPct: [5.33, 5.29, 5.09, 4.83, 4.56, 4.31, 4.08, 3.9, 3.74], endLabel: '3.74%' },
  range: { lowPct: 5.25, highPct: 5.5, label: 'Target range\n5.25–5.50%' },
};

/** By file name. */
export const EXAMPLES: Readonly<Record<string, ChartSpec>> = {
  'rebased-year': rebasedYear,
  'rebased-ytd': rebasedYtd,
  'rebased-sample': { ...rebasedYtd, sample: true, source: 'Capwatch sample' },
  drawdown: drawdownExample,
  ratio: ratioExample,
  race: raceExample,
  fan: fanExample,
  panel: panelExample,
  'fed-stack': fedStackExample,
  'fed-stack-sample': { ...fedStackExample, sample: true, source: 'Capwatch sample' },
  'fed-stack-hikes': fedStackHikes,
  'fed-history': fedHistoryExample,
  'fed-history-three': fedHistoryThree,
  'rate-path': ratePathExample,
};
