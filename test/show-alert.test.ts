import { expect, test } from 'vitest';
import { showAlert } from '../src/show-alert.ts';
import { describeWithData } from './support/data-folder.ts';
import { expectedMessage, sentMessage } from './support/golden.ts';
import { folderSources } from './support/morning.ts';

const NOW = Temporal.Instant.from('2026-11-22T22:00:00Z');

describeWithData('show alert', () => {
  test('divergence on 31 Jan 2024 is the golden, from sixty days of evaluations', async () => {
    const [message] = await showAlert('divergence asof 2024-01-31', folderSources(), NOW);
    const golden = JSON.parse(
      JSON.stringify(expectedMessage('07-alert-3-fired-again')).replace('#desk-us', 'This channel'),
    );
    expect(message && sentMessage(message)).toEqual(golden);
  });

  test('a cleared alert comes with its thread note', async () => {
    const messages = await showAlert('divergence asof 2024-01-22', folderSources(), NOW);
    expect(messages.map(({ text }) => text.split(':')[0])).toEqual([
      'Divergence cleared Mon 22 Jan',
      'Cleared and re-armed, Mon 22 Jan close',
    ]);
  });

  test('a day on which nothing happened says why', async () => {
    const [message] = await showAlert('gap ytd past -8 asof 2024-01-22', folderSources(), NOW);
    expect(message?.text).toBe(
      'Gap year to date past −8\u00a0pp: −3.85\u00a0pp on Mon 22 Jan, not past −8.00\u00a0pp.',
    );
  });

  test('a weekend stands for the session before it', async () => {
    const [message] = await showAlert('record asof 2024-01-20', folderSources(), NOW);
    expect(message?.text).toContain('S&amp;P 500 record close 4,839.81');
  });
});
