import { expect, test } from 'vitest';
import { PARTS, type Skip, type Summary } from '../../jobs/content.ts';
import { fomcContent } from '../../jobs/fomc-day.ts';
import { describeWithData } from '../support/data-folder.ts';
import { expectLawful } from '../support/message-laws.ts';
import { folderSources } from '../support/morning.ts';

const AUDIENCE = { parts: PARTS, theme: 'light', zone: 'America/New_York' } as const;

async function written(when: 'before' | 'after', time: string): Promise<Summary | Skip> {
  const due = Temporal.ZonedDateTime.from(`${time}[America/New_York]`).toInstant();
  const content = fomcContent(folderSources(), when);
  return content.write(await content.measure({ day: time.slice(0, 10), due, now: due }), AUDIENCE, undefined);
}

async function lead(when: 'before' | 'after', time: string): Promise<Summary['lead']> {
  const summary = await written(when, time);
  if ('skip' in summary) throw new Error(summary.skip);
  return summary.lead;
}

describeWithData('the decision day', () => {
  test('in its morning says what is priced today, by the next meeting and by year end, with the times', async () => {
    const message = await lead('before', '2024-01-31T07:00');
    expect(message.text).toBe(
      'FOMC today: hold 97.9%, cut 25\u00a0bp 2.1% priced. March cut odds 43.2%, from 46.7%. Decision 14:00 ET. Tue 30 Jan 2024.',
    );
    expect(JSON.stringify(message.blocks)).toContain('Decision 14:00 ET, press conference 14:30.');
  });

  test('tells sizes apart where a move is sure: 75 against 50 bp in June 2022', async () => {
    const message = await lead('before', '2022-06-15T07:00');
    expect(message.text).toMatch(/^FOMC today: hike 75\u00a0bp 9\d\.\d%, hike (50|100)\u00a0bp \d\.\d% priced\./);
    expect(JSON.stringify(message.blocks)).toContain('expected at the next meeting, 27 Jul');
    expect(JSON.stringify(message.blocks)).toContain('with projections');
  });

  test('in its evening leads with the decision and what changed for the next meeting', async () => {
    const message = await lead('after', '2024-01-31T17:00');
    expect(message.text).toBe(
      'Fed held at 525–550\u00a0bp; March cut odds 36.7%, from 43.2%. Hold was 97.9% priced the day before. Small-cap gap on the day −0.84\u00a0pp. Wed 31 Jan 2024.',
    );
    expect(JSON.stringify(message.blocks)).toContain('*−0.84\u00a0pp* small-cap gap on the day');
  });

  test('names both ranges and what was priced the day before', async () => {
    const words = JSON.stringify((await lead('after', '2024-09-18T17:00')).blocks);
    expect(words).toContain('Fed cut 50 bp to 475–500 bp; −33 bp expected on 7 Nov, from −35 bp');
    expect(words).toContain(
      '*475–500\u00a0bp* new range, from 525–550\u00a0bp: cut 50\u00a0bp, 64.0% priced the day before †',
    );
  });

  test('while no source tells the new range says what the prices hold for decided', async () => {
    const { fedMarket, ...sources } = folderSources();
    const pending = {
      ...sources,
      fedMarket: {
        fedFunds: async () => ({ ...(await fedMarket.fedFunds('2024-09-18')), pendingDecision: '2024-09-18' }),
      },
    };
    const due = Temporal.ZonedDateTime.from('2024-09-18T17:00[America/New_York]').toInstant();
    const content = fomcContent(pending, 'after');
    const told = content.write(await content.measure({ day: '2024-09-18', due, now: due }), AUDIENCE, undefined);
    if ('skip' in told) throw new Error(told.skip);
    expect(told.lead.text).toMatch(/^After the FOMC: cut 50\u00a0bp 96\.0% priced; −33\u00a0bp expected on 7 Nov/);
    expect(JSON.stringify(told.lead.blocks)).toContain('*96.0%* cut 50\u00a0bp, 475–500\u00a0bp, in the prices');
    expectLawful(told.lead);
  });

  test.each([
    ['2008-12-16', '14:15 ET'],
    ['2012-12-12', '12:30 ET'],
    ['2013-03-20', '14:00 ET'],
  ])('of %s is announced at %s, as it was then', async (day, time) => {
    expect((await lead('before', `${day}T07:00`)).text).toContain(`Decision ${time}`);
  });

  test('of the year’s last meeting says its odds once', async () => {
    expect(JSON.stringify((await lead('before', '2023-12-13T07:00')).blocks)).not.toContain('priced by 13 Dec');
  });

  test('where a move at the next meeting is sure speaks of its size', async () => {
    expect((await lead('before', '2024-07-31T07:00')).text).toContain('−27\u00a0bp expected on 18 Sep.');
  });

  test('names the day where it is still the evening before in New York', async () => {
    expect((await lead('before', '2024-01-30T15:00')).text).toMatch(/^FOMC on Wed 31 Jan: /);
  });

  test('without a decision there is nothing to send, and the log says so', async () => {
    expect(await written('before', '2024-02-07T07:00')).toEqual({ skip: 'No FOMC decision priced around Wed 7 Feb.' });
  });

  test.each([
    ['before', '2022-06-15T07:00'],
    ['after', '2022-06-15T17:00'],
    ['after', '2024-09-18T17:00'],
    ['before', '2026-07-29T07:00'],
    ['after', '2023-03-22T17:00'],
    ['after', '2008-12-16T17:00'],
    ['before', '2024-07-31T07:00'],
    ['after', '2015-12-16T17:00'],
  ] as const)('%s the decision of %s keeps the laws of messages', async (when, time) => {
    expectLawful(await lead(when, time));
  });
});
