/** An uploaded or pasted file as text: size, archives and binary refused before anything is parsed. */
import { CapwatchError } from '../../errors.ts';

/** Ten thousand rows with long links need about 3 MB. */
const MAX_BYTES = 5 * 1024 * 1024;

/** First bytes of files that people rename to .csv, with what they are. */
const FOREIGN: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b], 'a zip archive or an Excel workbook: save the sheet as CSV'],
  [[0x1f, 0x8b], 'a compressed file: unpack it first'],
  [[0x42, 0x5a, 0x68], 'a compressed file: unpack it first'],
  [[0xfd, 0x37, 0x7a], 'a compressed file: unpack it first'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a compressed file: unpack it first'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook: save the sheet as CSV'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
];

/** Throws `invalid_input` when a file of this size is too large; ask before fetching it. */
export function refuseSize(bytes: number): void {
  if (bytes > MAX_BYTES)
    throw refused(`has ${megabytes(bytes)} MB; an import takes at most ${megabytes(MAX_BYTES)} MB`);
}

/** The bytes of an upload; stops at the first chunk past the limit or that shows another kind of file. */
export async function collected(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    if (bytes === 0) refuseForeign(chunk);
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw refused(`has more than ${megabytes(MAX_BYTES)} MB`);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

/** The text of a CSV file: UTF-8 or UTF-16, with or without a byte order mark. Throws `invalid_input` for all else. */
export function fileText(bytes: Uint8Array): string {
  refuseSize(bytes.length);
  refuseForeign(bytes);
  const encoding = encodingOf(bytes);
  const text = decoded(bytes, encoding);
  if (text.trim() === '') throw refused('is empty');
  if (text.includes('\0')) throw refused('is not text');
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text)) throw refused('is a web page, not CSV');
  return text;
}

function refuseForeign(bytes: Uint8Array): void {
  const found = FOREIGN.find(([start]) => start.every((byte, index) => bytes[index] === byte));
  if (found) throw refused(`is ${found[1]}`);
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** By byte order mark, or by the zeros that every second byte of plain UTF-16 text is. */
function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 400);
  const zeros = (parity: number) => sample.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (odd > sample.length * 0.4 && even === 0) return 'utf-16le';
  return even > sample.length * 0.4 && odd === 0 ? 'utf-16be' : 'utf-8';
}

function decoded(bytes: Uint8Array, encoding: Encoding): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw refused('is not UTF-8 or UTF-16 text: save it as "CSV UTF-8"', cause);
  }
}

function megabytes(bytes: number): string {
  const size = bytes / 1024 / 1024;
  return Number.isInteger(size) ? String(size) : size.toFixed(1);
}

/** The refusal of a whole file; nothing was imported. `problem` continues "The file …". */
export function refused(problem: string, cause?: unknown): CapwatchError {
  return new CapwatchError('invalid_input', `The file ${problem}. Nothing was imported.`, { cause });
}
