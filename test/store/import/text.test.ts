import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { importRows } from '../../../src/store/import/rows.ts';
import { collected, fileText, refuseSize } from '../../../src/store/import/text.ts';
import { refusalOf } from '../../support/store.ts';

async function* chunksOf(bytes: number, chunk: Uint8Array, taken: { count: number }): AsyncGenerator<Uint8Array> {
  for (let sent = 0; sent < bytes; sent += chunk.length) {
    taken.count++;
    yield chunk;
  }
}

describe('refuseSize', () => {
  test('50 MB are refused before they are fetched', async () => {
    expect(await refusalOf(() => refuseSize(50 * 1024 * 1024))).toBe(
      'The file has 50 MB; an import takes at most 5 MB. Nothing was imported.',
    );
  });
});

describe('collected', () => {
  test('an upload of 50 MB is dropped at the first chunk past 5 MB', async () => {
    const taken = { count: 0 };
    const megabyte = Buffer.from('2024-01-12,UBS,a\n'.repeat(61_680));
    expect(await refusalOf(() => collected(chunksOf(50 * megabyte.length, megabyte, taken)))).toMatch('more than 5 MB');
    expect(taken.count).toBe(6);
  });

  test('an archive is refused at its first chunk', async () => {
    const taken = { count: 0 };
    const zip = Buffer.concat([Buffer.from('PK\u0003\u0004'), deflateRawSync(Buffer.alloc(1_000_000))]);
    expect(await refusalOf(() => collected(chunksOf(zip.length * 100, zip, taken)))).toMatch('zip archive');
    expect(taken.count).toBe(1);
  });
});

describe('fileText', () => {
  test.each([
    ['a zip archive or an Excel workbook', Buffer.from('PK\u0003\u0004 and more')],
    ['a compressed file', gzipSync(Buffer.alloc(10_000_000))],
    ['a PDF document', Buffer.from('%PDF-1.7')],
    ['an old Excel workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a web page', Buffer.from('<!DOCTYPE html><html></html>')],
    ['not text', Buffer.from('as_of,firm\n2024-01-12,\0UBS\n')],
    ['not UTF-8 or UTF-16 text', Buffer.from([0x61, 0x2c, 0xe9, 0x0a])],
    ['empty', Buffer.alloc(0)],
    ['empty', Buffer.from('\ufeff \n')],
  ])('refuses %s', async (problem, bytes) => {
    expect(await refusalOf(() => fileText(bytes))).toMatch(problem);
  });
});

describe('importRows', () => {
  test('ten thousand rows are read, one more is refused', async () => {
    const rows = (count: number) => `a,b\n${'1,2\n'.repeat(count)}`;
    expect(importRows(rows(10_000)).rows).toHaveLength(10_000);
    expect(await refusalOf(() => importRows(rows(10_001)))).toMatch('more than 10,000 rows');
  });

  test('a million rows are given up early, 10,000 columns at once', async () => {
    expect(await refusalOf(() => importRows(`a,b\n${'1,2\n'.repeat(1_000_000)}`))).toMatch('more than 10,000 rows');
    expect(await refusalOf(() => importRows('a,'.repeat(10_000)))).toMatch('has 10001 columns in line 1');
  });
});
