/** `/smallcaps ratio`: relative strength as a ratio line, its percentiles, z-scores and the panel behind them. Pure. */
import type { Day } from '../calendar/day.ts';
import { closesBasis, type Pair, pairOf, pairRefusal } from './pair.ts';
import {
  longestWait,
  RATIO_SPANS,
  type RatioStanding,
  rangePosition,
  ratioName,
  ratioNow,
  ratioStanding,
  ratioValues,
  spanStart,
  type Wait,
} from './ratio.ts';
import type { Measured, Receipt } from './receipt.ts';
import { measured } from './returns.ts';
import { at } from './series.ts';
import { mean, standardDeviation } from './statistics.ts';
import type { ViewInputs } from './view-inputs.ts';

/** One day of the panel: how far the ratio is from its 5-year mean, and where it went in 20 sessions. */
export interface PanelPoint {
  readonly day: Day;
  readonly z: number;
  /** Change of the ratio over 20 sessions, a fraction. */
  readonly change: number;
}

export interface RatioView {
  readonly inputs: ViewInputs;
  readonly pair: Pair;
  readonly values: Float64Array;
  readonly ratio: Receipt<number>;
  /** One per span of {@link RATIO_SPANS}, in that order. */
  readonly standings: readonly RatioStanding[];
  readonly range: Measured;
  readonly wait: Wait;
  readonly change20: Measured;
  readonly numbers: readonly Receipt[];
}

const CHANGE_SESSIONS = 20;
const TRAIL_SESSIONS = 60;

/** Every figure of the view. */
export function ratioView(inputs: ViewInputs): RatioView {
  const pair = pairOf(inputs.subject, inputs.benchmark);
  const values = ratioValues(pair);
  const standings = RATIO_SPANS.map((span) => ratioStanding(pair, values, span));
  const [year] = standings;
  if (!year) throw new RangeError('no spans');
  const ratio = ratioNow(pair);
  const range = rangePosition(pair, values, year);
  const wait = longestWait(pair, values);
  const change20 = recentChange(pair, values);
  const figures = standings.flatMap(({ percentile, z, low, high }) => [percentile, z, low, high]);
  const numbers = measured<number>([ratio, ...figures, range, wait.sessions, change20]);
  return { inputs, pair, values, ratio, standings, range, wait, change20, numbers };
}

function recentChange(pair: Pair, values: Float64Array): Measured {
  const last = values.length - 1;
  const from = last - CHANGE_SESSIONS;
  const id = `${ratioName(pair)}.ratio.change.20_sessions`;
  if (from < 0) return { id, absent: `fewer than ${CHANGE_SESSIONS} common sessions` };
  const input = (name: string, index: number) => ({
    name,
    series: ratioName(pair),
    date: pair.dates[index] ?? '',
    value: at(values, index),
  });
  return (
    pairRefusal(pair, id, pair.dates[from]) ?? {
      id,
      value: at(values, last) / at(values, from) - 1,
      unit: 'fraction',
      asOf: pair.dates[last] ?? '',
      basis: closesBasis(pair),
      formula: 'ratio / ratio before − 1',
      inputs: [input('ratio', last), input('ratio before', from)],
      sources: pair.sources,
    }
  );
}

/** The last 60 sessions of the panel, oldest first; empty when the pair has no 5 years or lost a session in them. */
export function ratioTrail({ pair, values }: Pick<RatioView, 'pair' | 'values'>): PanelPoint[] {
  const first = Math.max(values.length - TRAIL_SESSIONS, CHANGE_SESSIONS);
  const from = spanStart(pair.dates, '5y', pair.dates[first] ?? pair.dates.at(-1) ?? '');
  if (from < 0 || first >= values.length || pairRefusal(pair, '', pair.dates[from])) return [];
  const points: PanelPoint[] = [];
  for (let index = first; index < values.length; index++) {
    const day = pair.dates[index] ?? '';
    const span = values.subarray(spanStart(pair.dates, '5y', day), index + 1);
    const now = at(values, index);
    const change = now / at(values, index - CHANGE_SESSIONS) - 1;
    points.push({ day, z: (now - mean(span)) / standardDeviation(span), change });
  }
  return points;
}
