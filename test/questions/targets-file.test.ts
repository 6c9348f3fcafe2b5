import { describe, expect, it } from 'vitest';
import { callFileRows } from '../../src/questions/targets-file.ts';
import { csvText } from '../../src/slack/csv.ts';
import { parseCallFile } from '../../src/store/import/calls.ts';
import { seedVersions, versionWith } from '../support/calls.ts';

const TODAY = { today: '2026-08-22' };

describe('callFileRows', () => {
  it('is read back by an import, fact by fact', () => {
    const held = seedVersions();

    const { calls, rejected, ignored } = parseCallFile(csvText(callFileRows(held)), TODAY);

    expect(rejected).toEqual([]);
    expect(ignored).toEqual(['version', 'entered_by', 'entered_at']);
    expect(calls.map(({ facts }) => facts)).toEqual(
      held.map(({ call: _c, version: _v, enteredBy: _b, enteredAt: _a, supersedes: _s, ...facts }) => facts),
    );
    expect(calls.map(({ fileSupersedes }) => fileSupersedes)).toEqual(held.map(({ supersedes }) => supersedes));
  });

  it('survives cells that a spreadsheet would run, quotes and commas', () => {
    const hostile = versionWith({ firm: '=HYPERLINK("x")', remark: '@a, "b"', people: ['-1+1'], variant: '+a' });

    const text = csvText(callFileRows([hostile]));
    const [read] = parseCallFile(text, TODAY).calls;

    expect(text).not.toMatch(/(^|,)"?[=@]/m);
    expect(read?.facts).toMatchObject({ firm: '=HYPERLINK("x")', remark: '@a, "b"', people: ['-1+1'], variant: '+a' });
  });
});
