import { expect, test } from 'vitest';
import { type LastSeen, PARTS, type Skip, type Summary } from '../../jobs/content.ts';
import { morningContent } from '../../jobs/morning-summary.ts';
import { addDays } from '../../src/calendar/day.ts';
import { withoutPictures } from '../../src/messages/pictures.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import { describeWithData } from '../support/data-folder.ts';
import { expectLawful } from '../support/message-laws.ts';
import { folderSources } from '../support/morning.ts';

const AUDIENCE = { parts: PARTS, theme: 'light', zone: 'America/New_York' } as const;
const content = morningContent(folderSources());

async function on(day: string, seen?: LastSeen): Promise<Summary | Skip> {
  const due = Temporal.ZonedDateTime.from(`${day}T07:00[America/New_York]`).toInstant();
  return content.write(await content.measure({ day, due, now: due }), AUDIENCE, seen);
}

/** The summaries of some mornings, each as the channel gets it that saw the one before. */
async function mornings(...days: readonly string[]): Promise<Summary[]> {
  const told: Summary[] = [];
  let seen: LastSeen | undefined;
  for (const day of days) {
    const summary = await on(day, seen);
    if ('skip' in summary) throw new Error(summary.skip);
    told.push(summary);
    seen = { day, snapshot: summary.snapshot };
  }
  return told;
}

async function lastOf(...days: readonly string[]): Promise<Summary> {
  const last = (await mornings(...days)).at(-1);
  if (!last) throw new Error('no summary');
  return last;
}

function headerOf({ lead }: Summary): string {
  const header = lead.blocks.find((block) => block.type === 'header');
  return header?.type === 'header' ? header.text.text : '';
}

const wordsOf = ({ lead }: Summary) => plainText(withoutPictures(lead)).replaceAll('\u00a0', ' ');
const replyOf = ({ replies }: Summary, place: number) =>
  replies
    .filter((_, index) => index === place - 1)
    .map((one) => plainText(withoutPictures(one)).replaceAll('\u00a0', ' '))[0] ?? '';

describeWithData('the morning after a decision', () => {
  test.each([
    ['2024-09-19', 'Fed cut 50 bp to 475–500 bp, 64.0% priced on Tuesday'],
    ['2015-12-17', 'Fed hiked 25 bp to 25–50 bp, 76.1% priced on Tuesday'],
    ['2022-06-16', 'Fed hiked 75 bp to 150–175 bp, 96.5% priced on Tuesday'],
    ['2020-03-04', 'Fed cut 50 bp to 100–125 bp, between meetings'],
    ['2020-03-16', 'Fed cut 100 bp to 0–25 bp on Sun 15 Mar, between meetings'],
  ])('of %s leads with it', async (day, header) => {
    const summary = await lastOf(day);
    expect(headerOf(summary)).toBe(header);
    for (const message of [summary.lead, ...summary.replies]) expectLawful(message);
  });

  test('that held tells it in a line, and what moved more leads', async () => {
    const summary = await lastOf('2024-02-01');
    expect(headerOf(summary)).toMatch(/^March cut odds 36\.7%, from 43\.2% on Tuesday/);
    expect(wordsOf(summary)).toContain('525–550 bp held by the Fed on Wed 31 Jan, 97.9% priced on Tuesday †');
  });

  test('is told once: the next morning speaks of the odds again, against the new range', async () => {
    const friday = await lastOf('2024-09-19', '2024-09-20');
    expect(wordsOf(friday)).not.toContain('Fed decision');
    expect(replyOf(friday, 2)).toContain('All rows count from 475–500.');
  });

  test('speaks of the meeting to come, its table against the range decided', async () => {
    const summary = await lastOf('2024-09-19');
    expect(wordsOf(summary)).toContain('66.9% cut 25 bp by 7 Nov, from 52.5% on Tuesday; cut 50 bp 31.9%, from 26.4%');
    expect(replyOf(summary, 2)).toContain('2/5 Fed, 7 Nov: moves from the new range, 475–500 bp');
  });

  test('of a Sunday says that the odds are from before it', async () => {
    const summary = await lastOf('2020-03-16');
    expect(wordsOf(summary)).toContain(
      'No odds: the last odds, of Fri 13 Mar, are from before the decision of Sun 15 Mar.',
    );
    expect(summary.lead.numbers.every(({ id }) => !id.includes('.cut_by'))).toBe(true);
  });

  test('knows in March 2020 what was known then: the meeting of the 18th stood on the 5th', async () => {
    expect(replyOf(await lastOf('2020-03-05'), 4)).toContain('Fed: next decision Wed 18 Mar; quiet period from 7 Mar');
    expect(replyOf(await lastOf('2008-10-08'), 4)).not.toContain('unscheduled');
  });
});

describeWithData('the words of a morning', () => {
  test('name the day the odds are from, where the day before had none', async () => {
    const summary = await lastOf('2026-09-21');
    expect(headerOf(summary)).toBe('Friday: 25 bp hike on 28 Oct: 57.6%, from 9.3% on 21 Aug');
    expect(wordsOf(summary)).not.toContain('Thursday');
    expect(replyOf(summary, 4)).toContain('stale: Russell 2000, S&P 500, XLK at Fri 21 Aug');
  });

  test('do not call two days one: bonds were closed on Columbus Day, stocks on Good Friday', async () => {
    expect(wordsOf(await lastOf('2023-10-11'))).toContain('two-year yield, −12 bp since Friday');
    expect(wordsOf(await lastOf('2023-04-11'))).toContain('hike on 3 May, +23.0 pp since Thursday');
  });

  test('say unchanged where both figures print alike', async () => {
    const { lead } = await lastOf('2024-01-02');
    expect(lead.text).toContain('January 2024 cut odds 16.5%, unchanged since Thursday.');
  });

  test('name a Monday’s session once', async () => {
    expect(headerOf(await lastOf('2018-02-05'))).toBe('Friday: S&P 500 −2.12%, the largest fall since 9 Sep 2016');
  });

  test('compare before the legs, never behind them', async () => {
    const { lead } = await lastOf('2020-11-10');
    expect(lead.text).toContain('7.70\u00a0pp year to date, from −9.84\u00a0pp on Friday (Russell 2000 +2.19%');
  });

  test('tell sizes apart where a move by the meeting is sure', async () => {
    const summary = await lastOf('2024-11-07');
    expect(headerOf(summary)).toBe('50 bp of cuts by 18 Dec: 67.5%, from 76.0% on Tuesday');
    expect(wordsOf(summary)).toContain('31.5% cut 25 bp by 18 Dec, from 24.0% on Tuesday; cut 75 bp 1.0%, from 0.1%');
  });

  test('lead with the day’s fall where it is the largest in years', async () => {
    expect(headerOf(await lastOf('2025-04-10'))).toBe('S&P 500 +9.52% on the day, the largest rise since 28 Oct 2008');
    expect(headerOf(await lastOf('2025-04-07'))).toBe('Friday: S&P 500 −5.97%, the largest fall since 16 Mar 2020');
  });

  test('call a level day level, without a row of them', async () => {
    expect(replyOf(await lastOf('2018-12-27'), 1)).toMatch(/^1\/5 Small caps: level on the day\n/);
  });

  test('have rows of the odds that add up, or say that they do not', async () => {
    const reply = replyOf(await lastOf('2024-08-06'), 2);
    expect(reply).toContain('29 Jul, 1W †');
    const rows = [...reply.matchAll(/†? +((?:[<>]?[\d.]+% *)+)$/gm)].map(([, cells = '']) =>
      (cells.match(/[\d.]+(?=%)/g) ?? []).reduce((sum, cell) => sum + Number(cell), 0),
    );
    expect(rows).toHaveLength(4);
    for (const sum of rows) expect(sum).toBeCloseTo(100, 0);
  });

  test('without any source name what is missing', async () => {
    const summary = await lastOf('2026-11-20');
    expect(headerOf(summary)).toBe('No figures for Thursday');
    expect(replyOf(summary, 3)).toContain(
      'none at Thu 19 Nov; stale: Russell 2000, S&P 500, XLK at Fri 21 Aug; ZQV6, ZQX6 at Fri 18 Sep',
    );
  });
});

describeWithData('what a channel was told', () => {
  const revisited = ({ replies }: Summary) => {
    const context = replies.at(-1)?.blocks.find((block) => block.type === 'context');
    return context?.type === 'context' ? context.elements.map((one) => ('text' in one ? one.text : '')) : [];
  };

  test('is revisited where odds left their figure by five points', async () => {
    expect(revisited(await lastOf('2024-01-17', '2024-01-18'))).toEqual([
      'Tuesday’s summary led with cut at 63.6%: right at Tuesday’s last trades, out of date by Wednesday’s.',
    ]);
  });

  test('is not, where they moved less', async () => {
    // 77.7% on Friday, 75.3% on Monday.
    const [friday, monday] = await mornings('2024-07-08', '2024-07-09');
    expect(friday && headerOf(friday)).toContain('September cut odds 77.7%');
    expect(monday && revisited(monday)).toEqual([]);
  });

  test('names the meeting where today’s lead is about another one', async () => {
    expect(revisited(await lastOf('2024-03-21', '2024-03-22'))[0]).toContain('led with cut by 1 May at 16.0%');
  });

  test('is held against what the Fed did', async () => {
    expect(revisited(await lastOf('2008-09-16', '2008-09-17'))).toEqual([
      'Monday’s summary led with cut on 16 Sep at 67.7%: the Fed held.',
    ]);
  });

  test('is not, where the Fed did what was likelier', async () => {
    const [before, after] = await mornings('2024-09-18', '2024-09-19');
    expect(before && headerOf(before)).toMatch(/^50 bp cut on 18 Sep: 64\.0%/);
    expect(after && revisited(after)).toEqual([]);
  });

  test('is revisited where a lag turned into a lead', async () => {
    expect(revisited(await lastOf('2007-06-29', '2007-07-02', '2007-07-03'))).toEqual([
      'Friday’s summary led with small caps behind by 0.15\u00a0pp: right at Friday’s close, ahead since Monday’s.',
    ]);
  });

  test('is no summary before the first: nothing is said of one', async () => {
    const first = await lastOf('2024-01-18');
    expect(revisited(first)).toEqual([]);
    expect(replyOf(first, 3)).toBe('3/5 Calls and surveys: no change since Tuesday.');
    expect(replyOf(await lastOf('2024-01-17', '2024-01-18'), 3)).toContain('since Tuesday’s summary');
  });

  test('does not repeat itself through a year: no two leads alike in a row, one in three at most revisited', async () => {
    let [before, alike, summaries, revisits] = ['', 0, 0, 0];
    let seen: LastSeen | undefined;
    for (let day = '2024-01-02'; day <= '2024-12-31'; day = addDays(day, 1)) {
      const summary = await on(day, seen);
      if ('skip' in summary) continue;
      seen = { day, snapshot: summary.snapshot };
      summaries += 1;
      const header = headerOf(summary);
      if (header !== '' && header === before) alike += 1;
      before = header;
      revisits += revisited(summary).length;
    }
    expect(summaries).toBe(261);
    expect(alike).toBe(0);
    expect(revisits).toBeGreaterThan(20);
    expect(revisits).toBeLessThan(summaries / 3);
  });
});

describeWithData('a quiet day', () => {
  const goldman = { kind: 'hit', line: '*Goldman 4,700* hit, 22 Aug', numbers: [] } as const;

  async function quietWith(calls: readonly (typeof goldman)[]): Promise<Summary> {
    const due = Temporal.ZonedDateTime.from('2023-08-23T07:00[America/New_York]').toInstant();
    const { facts } = await content.measure({ day: '2023-08-23', due, now: due });
    const changed = { ...facts, calls: () => ({ ok: true, value: calls }) as const };
    const told = content.write({ facts: changed, due, now: due }, AUDIENCE, undefined);
    if ('skip' in told) throw new Error(told.skip);
    return told;
  }

  test('is three lines and the receipt line: no header, picture, button or reply', async () => {
    const told = await quietWith([]);
    expect(told.lead.blocks.map(({ type }) => type)).toEqual(['section', 'context']);
    expect(wordsOf(told).split('\n\n')[0]?.split('\n')).toHaveLength(3);
    expect([told.lead.charts, told.replies]).toEqual([[], []]);
  });

  test('keeps no change of a call or survey to itself', async () => {
    const told = await quietWith([goldman]);
    expect(told.replies.map(({ text }) => text)).toEqual([
      '1/1 Calls and surveys: 1 change since Monday: Goldman 4,700 hit, 22 Aug',
    ]);
    expect(wordsOf(told)).toContain('In the thread: calls and surveys.');
    expectLawful(told.lead);
  });
});

describeWithData('the parts a channel asked for', () => {
  test('are the replies it gets, numbered by themselves, and the ones its lead announces', async () => {
    const due = Temporal.ZonedDateTime.from('2024-01-23T07:00[America/New_York]').toInstant();
    const facts = await content.measure({ day: '2024-01-23', due, now: due });
    const told = content.write(facts, { ...AUDIENCE, parts: ['fed', 'receipts'] }, undefined);
    if ('skip' in told) throw new Error(told.skip);
    expect(told.replies.map(({ text }) => text.slice(0, 12))).toEqual(['1/2 Fed odds', '2/2 Receipts']);
    expect(wordsOf(told)).toContain('In the thread: Fed odds, receipts.');
  });
});
