import { loadImage } from '@napi-rs/canvas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodePng } from '../../../src/slack/render/png.ts';
import { pixelsOf } from './pixels.ts';

const RED = [255, 0, 0, 255];
const BLUE = [0, 0, 255, 255];

describe('encodePng', () => {
  it('is read back as the same pixels by another decoder', async () => {
    const png = encodePng(Uint8Array.of(...RED, ...BLUE, ...BLUE, ...BLUE, ...RED, ...RED), 3, 2);
    const { width, height, data } = await pixelsOf(png);
    expect({ width, height }).toEqual({ width: 3, height: 2 });
    expect([...data]).toEqual([...RED, ...BLUE, ...BLUE, ...BLUE, ...RED, ...RED]);
  });

  it('keeps any opaque picture of any size', async () => {
    const picture = fc.record({
      width: fc.integer({ min: 1, max: 9 }),
      height: fc.integer({ min: 1, max: 9 }),
      bytes: fc.infiniteStream(fc.integer({ min: 0, max: 255 })),
    });
    await fc.assert(
      fc.asyncProperty(picture, async ({ width, height, bytes }) => {
        const rgba = Uint8Array.from({ length: width * height * 4 }, (_, index) => {
          return index % 4 === 3 ? 255 : (bytes.next().value ?? 0);
        });
        const expected = [...rgba];
        const { data } = await pixelsOf(encodePng(rgba, width, height));
        expect([...data]).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('drops alpha instead of blending it', async () => {
    const { data } = await pixelsOf(encodePng(Uint8Array.of(10, 20, 30, 0), 1, 1));
    expect([...data]).toEqual([10, 20, 30, 255]);
  });

  it('says truecolour without alpha in its header', () => {
    const png = encodePng(Uint8Array.of(...RED), 1, 1);
    expect([...png.subarray(24, 26)]).toEqual([8, 2]);
  });

  it('carries check sums that a strict reader accepts', async () => {
    const png = encodePng(Uint8Array.of(...RED), 1, 1);
    png[30] = (png[30] ?? 0) ^ 0xff;
    await expect(loadImage(Buffer.from(png))).rejects.toThrow();
  });

  it('refuses pixels that do not fill the picture', () => {
    expect(() => encodePng(new Uint8Array(15), 2, 2)).toThrow('15 bytes are not 2×2 pixels');
  });
});
