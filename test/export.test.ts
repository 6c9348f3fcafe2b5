import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parseExport } from '../src/export.ts';
import { DATA_DIR, describeWithData } from './support/data-folder.ts';

const ENTRY = fileURLToPath(new URL('../src/export.ts', import.meta.url));

describe('parseExport', () => {
  test('reads days and rule', () => {
    expect(parseExport(['odds', '--from', '2023-03-10', '--to', '2023-09-15'])).toEqual({
      from: '2023-03-10',
      to: '2023-09-15',
    });
    const ruled = parseExport(['odds', '--from', '2024-01-22', '--to', '2024-01-22', '--rule', 'decision-day-old']);
    expect(ruled.rule).toBe('decision-day-old');
  });

  test.each([
    [['odds', '--from', '2023-03-10'], '--to needs a day'],
    [['odds', '--from', '2023-02-30', '--to', '2023-09-15'], '--from needs a day'],
    [['odds', '--from', '2023-09-15', '--to', '2023-03-10'], 'is later than'],
    [['prices', '--from', '2023-03-10', '--to', '2023-09-15'], 'Only odds'],
    [['odds', '--from', '2023-03-10', '--to', '2023-09-15', '--rule', 'new'], '--rule is one of'],
    [['odds', '--since', '2023-03-10'], "Unknown option '--since'"],
  ])('%s is refused', (args, problem) => {
    expect(() => parseExport(args)).toThrow(problem);
  });
});

describeWithData('npm run export', () => {
  test('writes Good Friday 2023 and not the holiday on which futures rested', async () => {
    const args = [ENTRY, 'odds', '--from', '2023-04-07', '--to', '2023-04-10'];
    const { stdout } = await promisify(execFile)(process.execPath, args, {
      env: { ...process.env, CAPWATCH_DATA_DIR: DATA_DIR },
    });
    const days = new Set(
      stdout
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.slice(0, 10)),
    );
    expect([...days]).toEqual(['2023-04-07', '2023-04-10']);
  });

  test('refuses in one line with an example', async () => {
    const run = promisify(execFile)(process.execPath, [ENTRY, 'odds', '--from', 'x'], { env: process.env });
    await expect(run).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('Example: npm run') });
  });
});
