import { expect, test } from 'vitest';
import { PARTS, type Summary } from '../../jobs/content.ts';
import { weeklyContent } from '../../jobs/weekly-wrap.ts';
import { describeWithData } from '../support/data-folder.ts';
import { expectLawful } from '../support/message-laws.ts';
import { folderSources } from '../support/morning.ts';

const AUDIENCE = { parts: PARTS, theme: 'light', zone: 'America/New_York' } as const;

async function wrap(time: string, seen?: Summary) {
  const due = Temporal.ZonedDateTime.from(`${time}[America/New_York]`).toInstant();
  const content = weeklyContent(folderSources());
  const facts = await content.measure({ day: time.slice(0, 10), due, now: due });
  return content.write(facts, AUDIENCE, seen && { day: time.slice(0, 10), snapshot: seen.snapshot });
}

async function summary(time: string): Promise<Summary> {
  const written = await wrap(time);
  if ('skip' in written) throw new Error(written.skip);
  return written;
}

describeWithData('the weekly wrap', () => {
  test('tells the week against the last session of the week before', async () => {
    const { lead, replies } = await summary('2024-01-19T17:00');
    expect(lead.text).toBe(
      'Week to Fri 19 Jan: small caps lag by 1.51\u00a0pp (Russell 2000 −0.34%, S&amp;P 500 +1.17%); March cut odds 49.6%, from 79.1%. Fri 19 Jan 2024 close.',
    );
    expect(JSON.stringify(lead.blocks)).toContain('price return, base 12 Jan 2024');
    expect(replies).toHaveLength(4);
    expect(replies[2]?.text).toBe('3/4 Calls and surveys: no change since Fri 12 Jan.');
    expect(replies[3]?.text).toBe('4/4 Next week: Thu 25 Jan 08:30 Jobless claims, week to 20 Jan.');
  });

  test('of a week with a decision leads with it, and counts odds from the new range', async () => {
    const { lead } = await summary('2024-09-20T17:00');
    expect(lead.text).toBe(
      'Week to Fri 20 Sep: Fed cut 50\u00a0bp to 475–500\u00a0bp; small caps lead by 0.72\u00a0pp (Russell 2000 +2.08%, S&amp;P 500 +1.36%); 25\u00a0bp cut on 7 Nov 53.2%, from 50.2%. Fri 20 Sep 2024 close.',
    );
    expect(JSON.stringify(lead.blocks)).toContain(
      '*−50\u00a0bp* Fed decision of Wed 18 Sep, to 475–500\u00a0bp, 64.0% priced on Tuesday †',
    );
  });

  test('names the day the odds are from where futures of the week before are missing', async () => {
    const { lead } = await summary('2026-09-18T17:00');
    expect(JSON.stringify(lead.blocks)).toContain(' on 21 Aug');
    expect(JSON.stringify(lead.blocks)).not.toContain('11 Sep');
    expect(JSON.stringify(lead.blocks)).toContain('In the thread: Fed odds, calls and surveys, next week.');
  });

  test('does not know next week’s meeting out of turn', async () => {
    const { replies } = await summary('2020-03-20T17:00');
    expect(replies.at(-1)?.text).not.toContain('unscheduled');
  });

  test('is quiet about the year to date in a week that began with it', async () => {
    const { lead } = await summary('2024-01-05T17:00');
    expect(JSON.stringify(lead.blocks)).not.toContain('; year to date');
  });

  test('names the closed days of the week to come', async () => {
    const { replies } = await summary('2024-01-12T17:00');
    expect(replies.at(-1)?.text).toContain('Mon 15 Jan NYSE closed (Martin Luther King Jr. Day)');
  });

  test('tells a week once', async () => {
    const first = await summary('2024-01-19T17:00');
    expect(await wrap('2024-01-20T17:00', first)).toEqual({ skip: 'The week to Fri 19 Jan 2024 was already told.' });
  });

  test.each([
    '2024-01-19T17:00',
    '2023-03-17T17:00',
    '2025-04-04T17:00',
    '2020-03-20T17:00',
    '2024-09-20T17:00',
    '2026-09-18T17:00',
  ])('of %s keeps the laws of messages', async (time) => {
    const { lead, replies } = await summary(time);
    for (const message of [lead, ...replies]) expectLawful(message);
  });
});
