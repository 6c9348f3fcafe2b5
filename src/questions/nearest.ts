/** The nearest known word to a mistyped one, for "did you mean". Pure. */

/** The option within two edits (one for words of up to three letters) of `word`, nearest first; undefined if none. */
export function nearest(word: string, options: readonly string[]): string | undefined {
  const limit = word.length <= 3 ? 1 : 2;
  const ranked = options
    .map((option) => ({ option, edits: editDistance(word, option) }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits);
  return ranked[0]?.option;
}

/** Edits (insert, delete, replace, swap neighbours) from `a` to `b`; words over 24 letters are never near. */
export function editDistance(a: string, b: string): number {
  if (Math.max(a.length, b.length) > 24) return Number.POSITIVE_INFINITY;
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const cell = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const replaced = cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? cell(i - 2, j - 2) + 1
          : Number.POSITIVE_INFINITY;
      const row = rows[i];
      if (row) row[j] = Math.min(replaced, swapped, cell(i - 1, j) + 1, cell(i, j - 1) + 1);
    }
  }
  return cell(a.length, b.length);
}
