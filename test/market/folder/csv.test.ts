import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  badRow,
  type CsvTable,
  columns,
  fileReader,
  parseCsv,
  parseDay,
  parseNumber,
  quoted,
  readCsv,
} from '../../../src/market/folder/csv.ts';
import { failure, put, temporaryFolder, touch } from './folder.ts';

const file = 'prices/RUT.csv';
const rowsOf = (text: string) => parseCsv(text, file).rows.map(({ line, cells }) => [line, ...cells]);
const reading = (content: string | Uint8Array) => failure(readCsv({ dir: temporaryFolder({ [file]: content }), file }));

describe('parseCsv', () => {
  it('numbers the rows as an editor does', () => {
    expect(rowsOf('date,close\n2024-01-19,1944.39\n2024-01-22,1983.38\n')).toEqual([
      [2, '2024-01-19', '1944.39'],
      [3, '2024-01-22', '1983.38'],
    ]);
  });

  it('understands CRLF, spaces, blank lines and quoted line breaks without losing count', () => {
    expect(rowsOf('a,b\r\n1,"two\r\nlines"\r\n\r\n 3 ,4\r\n')).toEqual([
      [2, '1', 'two\nlines'],
      [5, '3', '4'],
    ]);
  });

  it('refuses a row of another width, naming its line', () => {
    expect(() => parseCsv('a,b\n1,2\n1,2,3\n', file)).toThrow(
      'prices/RUT.csv line 3 has 3 cells where the header names 2',
    );
    expect(() => parseCsv('a,b\n1\n', file)).toThrow('line 2 has 1 cells');
  });

  it('refuses a quotation that never ends', () => {
    expect(() => parseCsv('a,b\n1,2\n"3,4\n', file)).toThrow('line 3 has a broken quotation');
  });

  it('refuses a column named twice', () => {
    expect(() => parseCsv('close,close\n1,2\n', file)).toThrow('line 1 names the column `close` twice');
  });

  it('refuses text without a line', () => {
    expect(() => parseCsv('\n\n', file)).toThrow('The data file prices/RUT.csv is empty.');
  });
});

describe('readCsv', () => {
  it('drops a byte order mark and tells when the file was written', async () => {
    const dir = temporaryFolder({ [file]: '\uFEFFdate,close\n2024-01-19,1944.39\n' });
    touch(dir, file, 1_705_957_260);
    const table = await readCsv({ dir, file });
    expect(table.header).toEqual(['date', 'close']);
    expect(table.modifiedAt).toBe('2024-01-22T21:01:00Z');
  });

  it.each([
    ['nothing', '', 'is empty'],
    ['blank lines', ' \n\n', 'is empty'],
    ['a web page', '\n<!doctype html><html></html>', 'is a web page, not CSV'],
    ['bytes that are no text', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe]), 'is not UTF-8 text'],
    ['text with zero bytes', 'date\0,close\n', 'is not text'],
    ['a file of 50 MB', new Uint8Array(50 * 1024 * 1024), 'is larger than 32 MB'],
  ])('refuses %s', async (_what, content, problem) => {
    expect(await reading(content)).toBe(`bad_response: The data file prices/RUT.csv ${problem}.`);
  });

  it('says that a file is absent, or the folder, or a file stands where the folder should be', async () => {
    const dir = temporaryFolder({ prices: 'not a folder' });
    const absent = 'not_found: There is no data file prices/RUT.csv.';
    expect(await failure(readCsv({ dir, file }))).toBe(absent);
    expect(await failure(readCsv({ dir: join(dir, 'nowhere'), file }))).toBe(absent);
  });

  it('refuses a folder in the place of the file', async () => {
    const dir = temporaryFolder();
    mkdirSync(join(dir, file), { recursive: true });
    expect(await failure(readCsv({ dir, file }))).toBe('bad_response: The data file prices/RUT.csv is not a file.');
  });
});

describe('fileReader', () => {
  const counting = () => {
    const seen: number[] = [];
    const parse = (table: CsvTable) => seen.push(table.rows.length);
    return { seen, parse };
  };

  it('parses once for callers at the same time and for callers after', async () => {
    const { seen, parse } = counting();
    const read = fileReader({ dir: temporaryFolder({ [file]: 'a\n1\n' }), file }, parse);
    await Promise.all([read(), read(), read()]);
    await read();
    expect(seen).toEqual([1]);
  });

  it('parses again when the file changed', async () => {
    const { seen, parse } = counting();
    const dir = temporaryFolder({ [file]: 'a\n1\n' });
    const read = fileReader({ dir, file }, parse);
    await read();
    put(dir, file, 'a\n1\n2\n');
    touch(dir, file, 2_000_000_000);
    await read();
    expect(seen).toEqual([1, 2]);
  });

  it('recovers from a bad file once it is mended, and notices when it is gone', async () => {
    const dir = temporaryFolder({ [file]: '' });
    const read = fileReader({ dir, file }, (table) => table.rows.length);
    expect(await failure(read())).toContain('is empty');
    put(dir, file, 'a\n1\n');
    expect(await read()).toBe(1);
    const gone = fileReader({ dir: temporaryFolder(), file }, () => 0);
    expect(await failure(gone())).toContain('not_found');
  });

  it('does not remember a failure: the next caller reads again', async () => {
    let attempts = 0;
    const read = fileReader({ dir: temporaryFolder({ [file]: 'a\n1\n' }), file }, () => {
      attempts += 1;
      if (attempts === 1) throw badRow(file, 2, 'is read too early');
      return attempts;
    });
    expect(await failure(read())).toContain('is read too early');
    expect(await read()).toBe(2);
  });
});

describe('columns', () => {
  it('gives the position of each name', () => {
    expect(columns({ ...parseCsv('date,open,close\n', file), modifiedAt: '' }, ['close', 'date'])).toEqual({
      close: 2,
      date: 0,
    });
  });

  it('names every missing column and shows the header', () => {
    const table = { ...parseCsv('Date;Close,note\n', file), modifiedAt: '' };
    expect(() => columns(table, ['date', 'close'])).toThrow(
      'prices/RUT.csv line 1 lacks the column date, close; the header has `Date;Close`, `note`.',
    );
  });
});

describe('parseNumber', () => {
  it.each([
    ['1944.39', 1944.39],
    ['-5', -5],
    ['0', 0],
    ['1e3', 1000],
    ['+2.50', 2.5],
  ])('reads %s', (cell, value) => {
    expect(parseNumber(cell)).toBe(value);
  });

  it.each([
    '',
    ' ',
    'NaN',
    'Infinity',
    '1e309',
    '-1e309',
    '1,944.39',
    '0x1F',
    '1.',
    '.5',
    '12abc',
    'null',
    '1 2',
    '--1',
  ])('refuses %j', (cell) => {
    expect(parseNumber(cell)).toBeUndefined();
  });
});

describe('parseDay', () => {
  it.each(['2024-02-29', '2000-02-29', '2023-12-31', '1927-12-30'])('reads %s', (cell) => {
    expect(parseDay(cell)).toBe(cell);
  });

  it.each(['2023-02-29', '2024-02-30', '1900-02-29', '2024-13-01', '2024-00-10', '2024-01-00', '2024-04-31'])(
    'refuses %s, which no calendar has',
    (cell) => {
      expect(parseDay(cell)).toBeUndefined();
    },
  );

  it.each(['', '22.01.2024', '2024-1-22', '20240122', '2024-01-22T00:00', '1884-01-02', '2101-01-03', 'date'])(
    'refuses %j',
    (cell) => {
      expect(parseDay(cell)).toBeUndefined();
    },
  );
});

describe('badRow', () => {
  it('names file and line and keeps the file for the log', () => {
    const error = badRow(file, 812, 'has no date: `x`');
    expect(error.userMessage).toBe('The data file prices/RUT.csv line 812 has no date: `x`.');
    expect(error.details.source).toBe(file);
  });
});

describe('quoted', () => {
  it('keeps a cell short, on one line and between its backticks', () => {
    expect(quoted('-5')).toBe('`-5`');
    expect(quoted('')).toBe('an empty cell');
    expect(quoted('a`b\nc')).toBe('`a b c`');
    expect(quoted('x'.repeat(500))).toBe(`\`${'x'.repeat(24)}…\``);
  });
});
