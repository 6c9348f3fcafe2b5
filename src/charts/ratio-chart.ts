/** The picture of `/smallcaps ratio`: the ratio of ten years inside its percentile band. Pure. */
import { fullDate, plain, probability } from '../messages/format.ts';
import { seriesName } from '../messages/words.ts';
import { spanStart } from '../metrics/ratio.ts';
import type { RatioView } from '../metrics/ratio-view.ts';
import { at } from '../metrics/series.ts';
import { ascending, quantile } from '../metrics/statistics.ts';
import { chartHead } from './chart-head.ts';
import type { RatioSpec } from './spec.ts';

const LOW = 0.1;
const HIGH = 0.9;

/** Ten years of the ratio, or all there is when the data are younger; undefined when a session was lost. */
export function ratioChart({ inputs, pair, values, ratio }: RatioView): RatioSpec | undefined {
  if (pair.missing.length > 0 || values.length < 2) return undefined;
  const start = Math.max(0, spanStart(pair.dates, '10y', ratio.asOf));
  const span = values.subarray(start);
  const dates = pair.dates.slice(start);
  const sorted = ascending(span);
  const names = `${seriesName(inputs.subject)} / ${seriesName(inputs.benchmark)}`;
  const lower = span.reduce((count, value) => count + (value < ratio.value ? 1 : 0), 0) / span.length;
  return {
    kind: 'ratio',
    ...chartHead(inputs, 'both'),
    title: `Ratio ${plain(ratio.value, 4)}, lower on ${probability(lower)} of days`,
    subtitle: `${names}, closes`,
    alt: altText({ names, dates, span, lower }),
    dates,
    values: [...span],
    endLabel: plain(ratio.value, 4),
    band: { low: quantile(sorted, LOW), high: quantile(sorted, HIGH), label: '10th–90th' },
    median: quantile(sorted, 0.5),
  };
}

interface AltParts {
  readonly names: string;
  readonly dates: readonly string[];
  readonly span: Float64Array;
  readonly lower: number;
}

function altText({ names, dates, span, lower }: AltParts): string {
  const [low, high] = [extreme(span, -1), extreme(span, 1)];
  const place = (index: number) => `${plain(at(span, index), 4)} on ${fullDate(dates[index] ?? '')}`;
  const range = `Low ${place(low)}, high ${place(high)}.`;
  const lead = `Line chart, ${fullDate(dates[0] ?? '')} to ${fullDate(dates.at(-1) ?? '')}, ${names}, closes.`;
  return `${lead} Last ${plain(at(span, span.length - 1), 4)}. ${range} The ratio was lower on ${probability(lower)} of these days.`;
}

function extreme(values: Float64Array, side: 1 | -1): number {
  let best = 0;
  for (let index = 1; index < values.length; index++) {
    if (side * at(values, index) > side * at(values, best)) best = index;
  }
  return best;
}
