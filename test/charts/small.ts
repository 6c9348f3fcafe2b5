/** The smallest spec of every kind that still shows its parts: what the golden files hold. */
import type { ChartHead, ChartSpec, RebasedSpec } from '../../src/charts/spec.ts';

const HEAD: ChartHead = {
  title: 'Russell 2000 lags by 3.50 pp',
  subtitle: 'What is shown, in which unit',
  source: 'A publisher',
  asOf: 'Mon 22 Jan 2024, 16:00 ET',
  alt: 'What is shown. The finding.',
  sample: false,
};
const DATES = ['2024-01-16', '2024-01-17', '2024-01-18', '2024-01-19', '2024-01-22'];

const rebased: RebasedSpec = {
  ...HEAD,
  kind: 'rebased',
  dates: DATES,
  lines: [
    { name: 'Russell 2000', role: 'hero', values: [100, 99, 97.5, 97, 98], endLabel: '−2.00%' },
    { name: 'S&P 500', role: 'benchmark', values: [100, 100.5, 100, 101, 101.5], endLabel: '+1.50%' },
  ],
  gap: { between: [0, 1], label: 'Gap −3.50 pp' },
};

/** By the name of the golden file. */
export const SMALL = {
  rebased,
  'rebased-gap': {
    ...HEAD,
    sample: true,
    kind: 'rebased',
    dates: DATES,
    lines: [{ name: 'Russell 2000', role: 'hero', values: [100, null, 97.5, null, 98], endLabel: '−2.00%' }],
  },
  drawdown: {
    ...HEAD,
    kind: 'drawdown',
    dates: DATES,
    lines: [
      { name: 'Russell 2000', role: 'hero', values: [-0.2, -0.22, -0.25, -0.21, -0.188], endLabel: '−18.8%' },
      { name: 'S&P 500', role: 'benchmark', values: [-0.01, -0.02, -0.005, 0, 0], endLabel: 'at record' },
    ],
    marks: [{ day: '2024-01-18', label: '18 Jan' }],
  },
  ratio: {
    ...HEAD,
    kind: 'ratio',
    dates: DATES,
    values: [0.41, 0.405, 0.402, 0.404, 0.409],
    endLabel: '0.409',
    band: { low: 0.403, high: 0.42, label: '10th–90th' },
    median: 0.412,
  },
  race: {
    ...HEAD,
    kind: 'race',
    xTitle: 'Sessions since the low',
    lines: [
      { name: '2023', values: [100, 108, 115], bold: true, label: '2023: 2 sessions' },
      { name: '2014', values: [100, 103, 107, 112], bold: false, label: '2014: 3' },
      { name: '1987', values: [100, 101, 104, 103, 109], bold: false },
    ],
  },
  fan: {
    ...HEAD,
    kind: 'fan',
    sessions: [0, 5, 21],
    ticks: [
      { session: 5, label: '1W' },
      { session: 21, label: '1M' },
    ],
    median: [0, 0.01, 0.02],
    inner: { low: [0, -0.01, -0.02], high: [0, 0.03, 0.05], label: '25th–75th' },
    outer: { low: [0, -0.03, -0.06], high: [0, 0.05, 0.09], label: '10th–90th' },
    baseline: [0, 0.003, 0.011],
    medianLabel: 'Median +2.0%',
    baselineLabel: 'All days +1.1%',
  },
  panel: {
    ...HEAD,
    kind: 'panel',
    trail: [
      { day: '2024-01-19', x: -1.8, y: 0.01 },
      { day: '2024-01-22', x: -2, y: -0.02 },
    ],
    latestLabel: '22 Jan',
    xTitle: 'z-score, ten years',
    yTitle: '20-session change',
    yUnit: 'fraction',
    quadrants: {
      topLeft: 'Low, rising',
      topRight: 'High, rising',
      bottomLeft: 'Low, falling',
      bottomRight: 'High, falling',
    },
  },
  'fed-stack': {
    ...HEAD,
    kind: 'fedStack',
    meetings: [
      { label: '31 Jan', shares: { cut50: 0.02, cut25: 0.08, hold: 0.9, hike25: 0, hike50: 0 } },
      { label: '20 Mar', shares: { cut50: 0.01, cut25: 0.42, hold: 0.57, hike25: 0, hike50: 0 } },
    ],
  },
  'fed-history': {
    ...HEAD,
    kind: 'fedHistory',
    dates: DATES,
    lines: [{ outcome: 'cut25', name: 'Any cut', values: [0.65, 0.57, null, 0.471, 0.432], endLabel: '43.2%' }],
    marks: [
      { day: '2024-01-16', label: 'Waller' },
      { day: '2024-01-17', label: 'Retail sales' },
    ],
  },
  'rate-path': {
    ...HEAD,
    kind: 'ratePath',
    steps: ['Now', '31 Jan', '20 Mar'],
    path: { name: '22 Jan', ratesPct: [5.33, 5.32, 5.22], endLabel: '5.22%' },
    compare: { name: '22 Dec', ratesPct: [5.33, 5.29, 5.09], endLabel: '5.09%' },
    range: { lowPct: 5.25, highPct: 5.5, label: 'Target range\n5.25–5.50%' },
  },
  targets: {
    ...HEAD,
    kind: 'targets',
    unit: 'index',
    stems: [
      { label: 'Goldman', from: 1983.38, to: 2243.6, toLabel: '2,244' },
      { label: 'Acme\nJan 24', from: 1983.38, to: 1900, toLabel: '1,900' },
    ],
    bothEnds: false,
    levels: [
      { value: 1983.38, label: 'Close\n1,983', role: 'spot' },
      { value: 2071.8, label: 'Median\n2,072', role: 'median' },
    ],
  },
  'targets-score': {
    ...HEAD,
    kind: 'targets',
    unit: 'fraction',
    stems: [{ label: 'Goldman\nJan 24', from: 0.1221, to: 0.15, toLabel: '+15.00%' }],
    bothEnds: true,
    levels: [],
  },
  revisions: {
    ...HEAD,
    kind: 'revisions',
    dates: DATES,
    close: {
      name: 'S&P 500',
      role: 'benchmark',
      values: [4765.98, 4739.21, 4780.94, 4839.81, 4850.43],
      endLabel: '4,850.43',
    },
    targets: [{ label: 'For 2024\n5,100', values: [null, 4700, 4700, 5100, 5100] }],
  },
} as const satisfies Readonly<Record<string, ChartSpec>>;
