/** Long histories thinned to what 800 pixels can show, extremes and both ends kept. Pure. */

/** More sessions than this are not visible on the plot, and would not pass a QuickChart host's body limit. */
export const MOST_POINTS = 640;

/**
 * Indices to draw, ascending: all of them for a short history; else of every stretch its first session and each column's
 * lowest and highest value. `always` (marked days) and the last session are kept.
 */
export function drawnIndices(
  columns: readonly (readonly (number | null)[])[],
  { length, always = [] }: { readonly length: number; readonly always?: readonly number[] },
): readonly number[] {
  if (length <= MOST_POINTS) return Array.from({ length }, (_, index) => index);
  const kept = new Set([0, length - 1, ...always]);
  const stretch = Math.ceil((length * (2 * columns.length + 1)) / MOST_POINTS);
  for (let start = 0; start < length; start += stretch) {
    kept.add(start);
    for (const column of columns) {
      for (const index of extremes(column, start, Math.min(start + stretch, length))) kept.add(index);
    }
  }
  return [...kept].filter((index) => index >= 0 && index < length).toSorted((a, b) => a - b);
}

/** Where a column is lowest and highest between two indices, and where it has a gap. */
function extremes(column: readonly (number | null)[], from: number, to: number): number[] {
  let low = -1;
  let high = -1;
  let gap = -1;
  for (let index = from; index < to; index++) {
    const value = column[index] ?? null;
    if (value === null) gap = index;
    else {
      if (low < 0 || value < (column[low] ?? value)) low = index;
      if (high < 0 || value > (column[high] ?? value)) high = index;
    }
  }
  return [low, high, gap].filter((index) => index >= 0);
}

/** The values at `indices`. */
export function picked<T>(column: readonly T[], indices: readonly number[]): T[] {
  return indices.flatMap((index) => column.slice(index, index + 1));
}
