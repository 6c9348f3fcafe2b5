/** Puts words that belong to points along the x axis on as few rows as keep them apart. Pure. */

/** Where a text begins and how wide it is, as shares of the plot's width. */
export interface RowText {
  readonly start: number;
  readonly width: number;
}

/** Air between neighbours, as a share of the plot's width. */
const AIR = 0.02;

/** For each text its row, 0 or 1, or undefined where neither has room; texts that come first in the list choose first. */
export function rowsOf(texts: readonly RowText[]): (0 | 1 | undefined)[] {
  const taken: [RowText[], RowText[]] = [[], []];
  return texts.map((text) => {
    const row = ([0, 1] as const).find((each) => taken[each].every((other) => apart(text, other)));
    if (row !== undefined) taken[row].push(text);
    return row;
  });
}

function apart(one: RowText, other: RowText): boolean {
  return one.start >= other.start + other.width + AIR || other.start >= one.start + one.width + AIR;
}
