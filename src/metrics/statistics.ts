/** Order statistics and moments of plain numbers. Pure; empty lists are the caller's to refuse. */

/** Ascending copy. */
export function ascending(values: Float64Array | readonly number[]): Float64Array {
  return new Float64Array(values).sort();
}

/** The value below which the fraction `p` of a sorted list lies, between neighbours in proportion. */
export function quantile(sorted: Float64Array, p: number): number {
  if (sorted.length === 0) throw new RangeError('no values');
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
  return low + (high - low) * (place - below);
}

export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index] ?? 0;
  return sum / values.length;
}

/** Of a sample: divided by n − 1. */
export function standardDeviation(values: ArrayLike<number>): number {
  const centre = mean(values);
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += ((values[index] ?? 0) - centre) ** 2;
  return Math.sqrt(sum / (values.length - 1));
}

/** The one or two values in the middle of an unsorted list, lower first, without sorting all of it. */
export function middleValues(values: Float64Array): number[] {
  const scratch = values.slice();
  const low = Math.floor((scratch.length - 1) / 2);
  const lower = nthLowest(scratch, low);
  if (scratch.length % 2 === 1) return [lower];
  let upper = Number.POSITIVE_INFINITY;
  for (let index = low + 1; index < scratch.length; index++) upper = Math.min(upper, scratch[index] ?? upper);
  return [lower, upper];
}

/** Hoare's selection: reorders `scratch` so that nothing after `place` is lower than the value there, and returns it. */
function nthLowest(scratch: Float64Array, place: number): number {
  let from = 0;
  let to = scratch.length - 1;
  while (from < to) {
    const pivot = scratch[(from + to) >>> 1] ?? 0;
    let left = from;
    let right = to;
    while (left <= right) {
      while ((scratch[left] ?? pivot) < pivot) left += 1;
      while ((scratch[right] ?? pivot) > pivot) right -= 1;
      if (left > right) break;
      [scratch[left], scratch[right]] = [scratch[right] ?? 0, scratch[left] ?? 0];
      left += 1;
      right -= 1;
    }
    if (place <= right) to = right;
    else if (place >= left) from = left;
    else break;
  }
  return scratch[place] ?? Number.NaN;
}
