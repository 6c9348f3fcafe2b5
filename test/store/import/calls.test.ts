import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CapwatchError } from '../../../src/errors.ts';
import { callTable } from '../../../src/metrics/calls-table.ts';
import { csvText } from '../../../src/slack/csv.ts';
import { parseCallFile } from '../../../src/store/import/calls.ts';
import { GOLDMAN, seedVersions, versionWith } from '../../support/calls.ts';
import { DATA_DIR, describeWithData } from '../../support/data-folder.ts';
import { openStore, refusalOf, STORE_NOW } from '../../support/store.ts';

const TODAY = { today: '2026-08-21' };
const HEADER = 'as_of,firm,strategist,horizon,target_level,expected_return_pct,source_url,note';
const GOOD = '2024-01-12,Goldman Sachs,David Kostin,12-month return,,15,https://example.com/note,';

function file(...lines: readonly string[]): string {
  return `${[HEADER, ...lines].join('\n')}\n`;
}

describe('parseCallFile', () => {
  test('reads a call from the columns of the data folder', () => {
    const { calls, rejected, ignored, assumedIndex } = parseCallFile(file(GOOD), TODAY);
    const { baseClose: _, ...goldman } = GOLDMAN;
    expect(calls).toEqual([
      { line: 2, facts: { ...goldman, source: { link: 'https://example.com/note', publisher: 'Goldman Sachs note' } } },
    ]);
    expect({ rejected, ignored, assumedIndex }).toEqual({ rejected: [], ignored: [], assumedIndex: 'RUT' });
  });

  test('understands a byte order mark, UTF-16 both ways, semicolons, tabs and CRLF', () => {
    const text = file(GOOD);
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    const files = [
      Buffer.from(`\ufeff${text}`),
      utf16,
      Buffer.from(utf16).swap16(),
      Buffer.from(text, 'utf16le'),
      Buffer.from(text.replaceAll(',', ';')),
      Buffer.from(text.replaceAll(',', '\t')),
      Buffer.from(text.replaceAll('\n', '\r\n')),
      text.trimEnd(),
    ];
    const expected = parseCallFile(text, TODAY).calls;
    expect(expected).toHaveLength(1);
    for (const one of files) expect(parseCallFile(one, TODAY).calls).toEqual(expected);
  });

  test('a line break inside quotes stays in its cell, and the lines after it keep their numbers', () => {
    const quoted = GOOD.replace(/,$/, ',"two\nlines, and a comma"');
    const { calls, rejected } = parseCallFile(file(quoted, '', '2024-13-01,UBS,,12m,,9,https://example.com,'), TODAY);
    expect(calls[0]?.facts.remark).toBe('two lines, and a comma');
    expect(rejected).toEqual([
      { line: 5, why: '`2024-13-01` is no day such as 2024-01-12, nor a month such as 2024-01' },
    ]);
  });

  test.each([
    ['2024-01-12,,,12m,,15,https://e.com,', 'names no firm'],
    ['2027-01-12,UBS,,12m,,15,https://e.com,', '`2027-01-12` lies after today'],
    ['2024-01-12,UBS,,12m,2400,15,https://e.com,', 'gives both a level and a return; one call is one of them'],
    ['2024-01-12,UBS,,12m,,,https://e.com,', 'gives neither a level nor a return'],
    ['2024-01-12,UBS,,12m,2400x,,https://e.com,', '`2400x` is no level such as 2400 and no return such as +15%'],
    ['2024-01-12,UBS,,12m,,NaN,https://e.com,', '`NaN` is no return in per cent'],
    ['2024-01-12,UBS,,soon,2400,,https://e.com,', '`soon` is no horizon such as 12m or year-end 2026'],
    ['2024-01-12,UBS,,2023,2400,,https://e.com,', 'is due before it was said'],
    ['2024-01-12,UBS,,12m,2400,,nowhere,', '`nowhere` is no link; without a source a call cannot be scored'],
    ['2024-01-12,UBS,,12m,2400,,https://e.com', 'has 7 cells where the header names 8'],
    [
      '2024-01-12,UBS,,12m,2400,,https://e.com,"never closed',
      'a quotation begins here and is never closed; the rest of the file is inside it',
    ],
  ])('rejects %j and keeps the good line before it', (line, why) => {
    const { calls, rejected } = parseCallFile(file(GOOD, line), TODAY);
    expect(calls).toHaveLength(1);
    expect(rejected).toEqual([{ line: 3, why }]);
  });

  test('the same note twice is rejected with the line that has it', () => {
    const { rejected } = parseCallFile(file(GOOD, GOOD.replace('Goldman Sachs', 'GS').replace('15', '16')), TODAY);
    expect(rejected).toEqual([{ line: 3, why: 'is the same note as line 2' }]);
  });

  test('a header without what a call needs is refused with what is missing', async () => {
    expect(await refusalOf(() => parseCallFile('date,open,close\n1,2,3\n', TODAY))).toBe(
      'The file lacks the column firm, target, horizon or target_year, source_url; its first line has `date`, `open`, `close`. Nothing was imported.',
    );
    expect(await refusalOf(() => parseCallFile(`${HEADER},firm\n`, TODAY))).toMatch('names the column `firm` twice');
  });

  test('an export reads back as the same calls, formulas and all', async () => {
    const evil = versionWith({
      firm: '=cmd|calc',
      people: ['@SUM(1)', '-2'],
      remark: '+1 "quoted", with a comma',
      source: { ...GOLDMAN.source, quote: '=HYPERLINK("http://evil")' },
    });
    const seeds = seedVersions();
    const text = csvText(callTable([...seeds, { ...evil, call: 99 }]));
    expect(text).toContain("'=cmd|calc");
    for (const line of text.split('\r\n')) expect(line).not.toMatch(/(^|,)"?[=@]/);
    const { calls, rejected } = parseCallFile(text, TODAY);
    expect(rejected).toEqual([]);
    const facts = ({
      call: _,
      version: __,
      enteredBy: ___,
      enteredAt: ____,
      supersedes: _____,
      ...rest
    }: (typeof seeds)[number]) => rest;
    expect(calls.slice(0, seeds.length).map((one) => one.facts)).toEqual(seeds.map(facts));
    expect(calls.at(-1)?.facts).toMatchObject({ firm: '=cmd|calc', source: { quote: '=HYPERLINK("http://evil")' } });

    const store = await openStore();
    await store.recordImport({ team: 'T1', by: { user: 'U1', at: STORE_NOW } }, { calls, mode: 'all-or-nothing' });
    const [, , third, fourth] = await store.listCallVersions('T1');
    expect([third?.noteDate, fourth?.supersedes]).toEqual(['2024-01-09', third?.call]);
    await store.close();
  });

  test('whatever the bytes, it reads them or says in words why not', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(HEADER + text)),
    );
    fc.assert(
      fc.property(bytes, (some) => {
        try {
          parseCallFile(some, TODAY);
        } catch (error) {
          if (!(error instanceof CapwatchError)) throw error;
        }
      }),
      { numRuns: 500 },
    );
  });
});

describeWithData('the files of the data folder', () => {
  test.each([
    ['sp500_year_end_targets.csv', 142, 'GSPC', ['eps', 'stage']],
    ['russell2000_targets.csv', 7, 'RUT', []],
  ])('%s gives %i calls on %s, none rejected', (name, count, index, ignored) => {
    const read = parseCallFile(readFileSync(join(DATA_DIR, 'targets', name)), TODAY);
    expect(read.rejected).toEqual([]);
    expect(read.calls).toHaveLength(count);
    expect(read.calls.every(({ facts }) => facts.index === index)).toBe(true);
    expect(read.ignored).toEqual(ignored);
  });
});
