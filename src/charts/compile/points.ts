/** Points of a line on the session axis; long histories keep only what 800 pixels can show, extremes included. Pure. */

export interface Point {
  readonly x: number;
  readonly y: number | null;
}

/** More points than this are not visible on the plot, and three such lines pass a QuickChart host's body limit. */
const MOST_POINTS = 600;
/** Of every stretch of a long history: its first session, its lowest, its highest, and a gap. */
const KEPT_PER_STRETCH = 4;

/** One point a session (x is the session's index), or of a long history each stretch's extremes, its gaps and both ends. */
export function drawnPoints(values: readonly (number | null)[]): Point[] {
  const last = values.length - 1;
  if (last < MOST_POINTS) return values.map((value, x) => ({ x, y: rounded(value) }));
  const kept = new Set([0, last]);
  const stretch = Math.ceil((values.length * KEPT_PER_STRETCH) / MOST_POINTS);
  for (let start = 0; start <= last; start += stretch) {
    for (const index of landmarks(values, start, Math.min(start + stretch, values.length))) kept.add(index);
  }
  return [...kept].toSorted((a, b) => a - b).map((x) => ({ x, y: rounded(values[x] ?? null) }));
}

/** Where the values between two indices begin, are lowest, are highest, and have a gap. */
function landmarks(values: readonly (number | null)[], from: number, to: number): number[] {
  let low = -1;
  let high = -1;
  let gap = -1;
  for (let index = from; index < to; index++) {
    const value = values[index] ?? null;
    if (value === null) gap = index;
    else {
      if (low < 0 || value < (values[low] ?? value)) low = index;
      if (high < 0 || value > (values[high] ?? value)) high = index;
    }
  }
  return [from, low, high, gap].filter((index) => index >= 0);
}

/** Six digits are a hundredth of a pixel, and keep the config small. */
export function rounded<V extends number | null>(value: V): V | number {
  return value === null ? value : Number(value.toPrecision(6));
}
