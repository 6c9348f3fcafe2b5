/** Reads a PNG back with the canvas' own decoder, which shares no code with our encoder. */
import { createCanvas, loadImage } from '@napi-rs/canvas';

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

export async function pixelsOf(png: Uint8Array): Promise<Pixels> {
  const image = await loadImage(Buffer.from(png));
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}

/** Share of pixels that differ from the picture's first one, its background. */
export function inkShare({ data }: Pixels): number {
  const [red, green, blue] = data;
  let inked = 0;
  for (let index = 0; index < data.length; index += 4) {
    if (data[index] !== red || data[index + 1] !== green || data[index + 2] !== blue) inked++;
  }
  return inked / (data.length / 4);
}

/** The background as `#RRGGBB`. */
export function cornerColor({ data }: Pixels): string {
  return `#${[...data.subarray(0, 3)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}
