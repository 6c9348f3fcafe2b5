import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../src/charts/compile/rows.ts';

describe('rowsOf', () => {
  it('keeps words that are apart on one row', () => {
    expect(
      rowsOf([
        { start: 0, width: 0.1 },
        { start: 0.2, width: 0.1 },
      ]),
    ).toEqual([0, 0]);
  });

  it('puts a word that would touch its neighbour on the second row, on either side', () => {
    expect(
      rowsOf([
        { start: 0.3, width: 0.2 },
        { start: 0.5, width: 0.1 },
      ]),
    ).toEqual([0, 1]);
    expect(
      rowsOf([
        { start: 0.3, width: 0.2 },
        { start: 0.15, width: 0.16 },
      ]),
    ).toEqual([0, 1]);
  });

  it('leaves out a word for which neither row has room', () => {
    const same = { start: 0.4, width: 0.2 };
    expect(rowsOf([same, same, same, { start: 0.7, width: 0.1 }])).toEqual([0, 1, undefined, 0]);
  });
});
