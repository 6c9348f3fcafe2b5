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

  test('alerts are known by the names people give them; odds are those of the meeting the morning speaks of', async () => {
    const titles = async (text: string) => (await showAlert(text, folderSources(), NOW))[0]?.text;
    expect(await titles('smallcap-divergence asof 2024-01-31')).toBe(await titles('divergence asof 2024-01-31'));
    expect(await titles('target-change asof 2024-01-18')).toContain('When a target is added, changed, hit');
    expect(await titles('odds-shift asof 2024-01-22')).toContain('Odds of a cut by 20 Mar move');
    expect(await titles('odds-shift asof 2026-08-21')).toContain('Odds of a hike by 16 Sep move');
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
      'Gap year to date past −8\u00a0pp: −3.85\u00a0pp on Mon 22 Jan, not past −8.00\u00a0pp. Replayed as if set on 1 Jan 2024.',
    );
  });

  test('a weekend stands for the session before it', async () => {
    const [message] = await showAlert('record asof 2024-01-20', folderSources(), NOW);
    expect(message?.text).toContain('S&amp;P 500 record close 4,839.81');
  });

  test('a holiday is named, and stands for the session before it', async () => {
    const [message] = await showAlert('divergence asof 2024-01-15', folderSources(), NOW);
    expect(message?.text).toContain('on Fri 12 Jan, past −20%, but no S&amp;P 500 record close within 20 sessions.');
    expect(message?.text).toContain('NYSE was closed Mon 15 Jan (Martin Luther King Jr. Day): the session before.');
  });

  test('one asked for once is over after it fired', async () => {
    const [message] = await showAlert('divergence once asof 2024-01-31', folderSources(), NOW);
    expect(message?.text).toContain('It fired on Fri 19 Jan and stopped itself: once was asked for.');
  });

  test('a year-to-date gap begins with its year, so that no other base clears it', async () => {
    // 2023 ended with the Russell 2000 far behind; the first close of 2024 is the silent look of a new base.
    const [first] = await showAlert('gap ytd past -1 asof 2024-01-02', folderSources(), NOW);
    expect(first?.text).toContain('First look: ');
    expect(first?.text).not.toContain('cleared');
  });

  test('in a lead year the words turn with the sign', async () => {
    const [message] = await showAlert('gap ytd past 3 asof 2026-01-08', folderSources(), NOW);
    expect(message?.text).toBe(
      'Alert: small caps lead by 3.81\u00a0pp year to date, past +3.00\u00a0pp: Russell 2000 +4.92%, S&amp;P 500 +1.11%. Thu 8 Jan 2026 close.',
    );
    expect(JSON.stringify(message?.blocks)).toContain('Standing; re-arms below +2.50\u00a0pp.');
  });

  test('a record that is not the first in a while is still called a record', async () => {
    const [second] = await showAlert('record asof 2024-01-22', folderSources(), NOW);
    expect(second?.text).toContain('4,850.43 on Mon 22 Jan: a record close, but not the first in over 20 sessions.');
    const [none] = await showAlert('record asof 2024-01-18', folderSources(), NOW);
    expect(none?.text).toContain('4,780.94 on Thu 18 Jan: no record close.');
  });

  test('odds that fell because the target was moved say so', async () => {
    const messages = await showAlert('next cut odds past 50 asof 2020-03-16', folderSources(), NOW);
    // Cut to 0–25 bp on Sunday 15 March 2020, from 100–125; it fired before the cut of 3 March, at 150–175.
    expect(messages[1]?.text).toContain('Cleared and re-armed, Mon 16 Mar settlement: Cut odds 0%, from 60.8%.');
    expect(JSON.stringify(messages[0]?.blocks)).toContain(
      'below the re-arm line of 45.0%; range in force 0–25 bp, 150–175 bp when it fired',
    );
    expect(JSON.stringify(messages[0]?.blocks)).toContain('*60.8%* Tue 25 Feb, fired: above 50.0%');
  });

  test('hike odds are told as they stood, on the day of a decision too', async () => {
    const [fired] = await showAlert('next hike odds past 60 asof 2023-04-10', folderSources(), NOW);
    expect(fired?.text).toBe('Alert: May hike odds 72.2%, above 60.0%; hold 27.8%. Mon 10 Apr 2023 settlement.');
    const [decision] = await showAlert('next cut odds past 50 asof 2024-12-18', folderSources(), NOW);
    expect(decision?.text).toContain('Odds of a cut by 18 Dec above 50.0%: 100% on Wed 18 Dec, still above 50.0%');
  });
});
