import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestPlace, spread, stepLabels } from '../../../src/charts/compile/words.ts';

describe('spread', () => {
  it('leaves labels that do not touch where they are', () => {
    expect(
      spread(
        [
          { centre: 10, size: 4 },
          { centre: 30, size: 4 },
        ],
        60,
      ),
    ).toEqual([10, 30]);
  });

  it('pushes two labels apart round their middle', () => {
    expect(
      spread(
        [
          { centre: 20, size: 10 },
          { centre: 22, size: 10 },
        ],
        60,
      ),
    ).toEqual([16, 26]);
  });

  it('pushes back from both edges', () => {
    expect(
      spread(
        [
          { centre: 0, size: 10 },
          { centre: 60, size: 10 },
        ],
        60,
      ),
    ).toEqual([5, 55]);
  });

  it('never lets labels overlap, leave the axis or change order while there is room', () => {
    const box = fc.record({
      centre: fc.double({ min: -5, max: 65, noNaN: true }),
      size: fc.integer({ min: 4, max: 12 }),
    });
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 5 }), (boxes) => {
        const sorted = boxes.toSorted((a, b) => a.centre - b.centre);
        let edge = 0;
        for (const [index, centre] of spread(sorted, 60).entries()) {
          const half = (sorted[index]?.size ?? 0) / 2;
          expect(centre - half).toBeGreaterThanOrEqual(edge - 1e-9);
          edge = centre + half;
        }
        expect(edge).toBeLessThanOrEqual(60 + 1e-9);
      }),
    );
  });
});

describe('nearestPlace', () => {
  it('comes within one per cent of every point of the plot, and hits the ends', () => {
    expect(nearestPlace(0).place).toBe(0);
    const end = nearestPlace(1);
    expect(end.place).toBe(end.last);
    for (let x = 0.03; x <= 0.97; x += 0.001) {
      const { place, last } = nearestPlace(x);
      expect(Math.abs(place / last - x)).toBeLessThan(0.01);
      expect(last).toBeLessThanOrEqual(40);
    }
  });
});

describe('stepLabels', () => {
  it('stands on one line while there are few, and breaks where asked', () => {
    expect(stepLabels(['Now', '31 Jan', '20 Mar\n2024'])).toEqual(['Now', '31 Jan', ['20 Mar', '2024']]);
  });

  it('breaks dates where many stand side by side', () => {
    expect(stepLabels(Array.from({ length: 8 }, () => '31 Jan'))[0]).toEqual(['31', 'Jan']);
  });
});
