import { expect, test } from 'vitest';
import { showFomc, showWeekly } from '../src/show-weekly-fomc.ts';
import { describeWithData } from './support/data-folder.ts';
import { folderSources } from './support/morning.ts';

const NOW = Temporal.Instant.from('2026-11-22T22:00:00Z');

describeWithData('show weekly', () => {
  test('gives the wrap of the week to the session on or before the day', async () => {
    const sunday = await showWeekly('asof 2024-01-21', folderSources(), NOW);
    expect(sunday.map(({ text }) => text.slice(0, 19))).toEqual([
      'Week to Fri 19 Jan:',
      '1/4 Small caps: yea',
      '2/4 Fed odds, 20 Ma',
      '3/4 Calls and surve',
      '4/4 Next week: Thu ',
    ]);
  });

  test('refuses a day still to come', async () => {
    await expect(showWeekly('asof 2027-01-08', folderSources(), NOW)).rejects.toThrow(/has not closed yet/);
  });
});

describeWithData('show fomc', () => {
  test('gives the morning of a decision and its evening', async () => {
    const both = await showFomc('asof 2024-01-31', folderSources(), NOW);
    expect(both.map(({ text }) => text.split(':')[0]?.split(';')[0])).toEqual([
      'FOMC today',
      'Fed held at 525–550\u00a0bp',
    ]);
  });

  test('says so on a day without a decision', async () => {
    await expect(showFomc('asof 2024-02-07', folderSources(), NOW)).rejects.toThrow(/No FOMC decision priced/);
  });
});
