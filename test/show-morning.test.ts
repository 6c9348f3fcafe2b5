import { expect, test } from 'vitest';
import { showMorning } from '../src/show-morning.ts';
import { describeWithData } from './support/data-folder.ts';
import { folderSources } from './support/morning.ts';

const NOW = Temporal.Instant.from('2026-11-22T22:00:00Z');

describeWithData('show morning', () => {
  test('gives the lead and five replies of a session', async () => {
    const messages = await showMorning('asof 2023-03-13', folderSources(), NOW);
    expect(messages.map(({ text }) => text.slice(0, 20))).toEqual([
      'Odds of a 50\u00a0bp hike',
      '1/5 Small caps: year',
      '2/5 Fed odds, 22 Mar',
      '3/5 Calls and survey',
      '4/5 Today, Tue 14 Ma',
      '5/5 Receipts: 5 seri',
    ]);
  });

  test('gives one line on a closed day', async () => {
    const messages = await showMorning('asof 2024-01-15', folderSources(), NOW);
    expect(messages.map(({ text }) => text)).toEqual([
      'NYSE closed today, Mon 15 Jan 2024 (Martin Luther King Jr. Day). Next summary Tue 16 Jan 07:00 ET, on Friday’s session. Friday’s close: small caps lag by 4.05\u00a0pp year to date.',
    ]);
  });

  test('refuses a day still to come, and words that are no day', async () => {
    await expect(showMorning('asof 2027-01-04', folderSources(), NOW)).rejects.toThrow(/has not closed yet/);
    await expect(showMorning('asof someday', folderSources(), NOW)).rejects.toThrow(/Give a day/);
  });
});
