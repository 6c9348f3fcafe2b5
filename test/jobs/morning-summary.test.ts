import { expect, test } from 'vitest';
import { PARTS, type Skip, type Slot, type Summary } from '../../jobs/content.ts';
import { morningContent, writeMorning } from '../../jobs/morning-summary.ts';
import { CapwatchError } from '../../src/errors.ts';
import { withoutPictures } from '../../src/messages/pictures.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import type { MorningFacts } from '../../src/metrics/morning.ts';
import type { PriceSeries } from '../../src/metrics/series.ts';
import { describeWithData } from '../support/data-folder.ts';
import { expectedMessage, sentMessage } from '../support/golden.ts';
import { expectLawful } from '../support/message-laws.ts';
import { folderSources } from '../support/morning.ts';

const AUDIENCE = { parts: PARTS, theme: 'light', zone: 'America/New_York' } as const;

/** Seven in the morning in New York. */
function sevenOn(day: string): Slot {
  const due = Temporal.ZonedDateTime.from(`${day}T07:00[America/New_York]`).toInstant();
  return { day, due, now: due };
}

function summaryOf(written: Summary | Skip): Summary {
  if ('skip' in written) throw new Error(written.skip);
  return written;
}

async function summaryOn(day: string, seen?: Summary, seenDay = '2024-01-01'): Promise<Summary | Skip> {
  const content = morningContent(folderSources());
  const facts = await content.measure(sevenOn(day));
  return content.write(facts, AUDIENCE, seen && { day: seenDay, snapshot: seen.snapshot });
}

/** Words of the whole lead, as a reader counts them. */
function lengthOf({ lead }: Summary): number {
  return plainText(withoutPictures(lead)).length;
}

describeWithData('the morning content', () => {
  test('on a holiday is the golden line, and says it once', async () => {
    const monday = summaryOf(await summaryOn('2024-01-15'));
    expect(sentMessage(monday.lead)).toEqual(expectedMessage('06-morning-holiday'));
    expect(monday.replies).toEqual([]);
    expect(await summaryOn('2024-01-15', monday)).toEqual({ skip: 'Mon 15 Jan was already told as closed.' });
  });

  test('after the holiday names the session it speaks of, and still compares with the one last told', async () => {
    const friday = summaryOf(await summaryOn('2024-01-12'));
    const monday = summaryOf(await summaryOn('2024-01-15', friday));
    const tuesday = summaryOf(await summaryOn('2024-01-16', monday));
    expect(tuesday.lead.asOf).toBe('2024-01-12');
    expect(JSON.stringify(tuesday.lead.blocks)).toContain('Fri 12 Jan: ');
    expect(JSON.stringify(tuesday.lead.blocks)).toContain('NYSE was closed Mon 15 Jan (Martin Luther King Jr. Day)');
    expect(JSON.stringify(tuesday.lead.blocks)).toContain('on Thursday');
  });

  test('on a Monday speaks of Friday', async () => {
    const monday = summaryOf(await summaryOn('2024-01-22'));
    expect(monday.lead.asOf).toBe('2024-01-19');
    expect(monday.lead.text).toMatch(/^Friday: /);
    expect(monday.lead.text).toContain('Fri 19 Jan 2024');
  });

  test('on a Monday that begins in Sydney, while New York still has Sunday, speaks of Friday', async () => {
    const content = morningContent(folderSources());
    const due = Temporal.ZonedDateTime.from('2024-01-22T07:00[Australia/Sydney]').toInstant();
    const facts = await content.measure({ day: '2024-01-22', due, now: due });
    const monday = summaryOf(content.write(facts, { ...AUDIENCE, zone: 'Australia/Sydney' }, undefined));
    expect(monday.lead.text).toMatch(/^Friday: /);
    expect(monday.lead.text).toContain('Fri 19 Jan 2024');
  });

  test('on a weekend sends nothing and says why', async () => {
    expect(await summaryOn('2024-01-20')).toEqual({ skip: 'No session on Sat 20 Jan.' });
  });

  test('tells one session once: a second summary before the next close has nothing new', async () => {
    const first = summaryOf(await summaryOn('2024-01-23'));
    expect(await summaryOn('2024-01-23', first)).toEqual({ skip: 'Nothing new since the summary of Mon 22 Jan.' });
  });

  test('compares with what the channel last saw when a summary was missed', async () => {
    const thursday = summaryOf(await summaryOn('2024-01-18'));
    const tuesday = summaryOf(await summaryOn('2024-01-23', thursday));
    expect(JSON.stringify(tuesday.lead.blocks)).toContain('on Wednesday');
    expect(JSON.stringify(tuesday.lead.blocks)).not.toContain('on the day');
  });

  test.each([
    '2023-03-14',
    '2024-01-23',
    '2024-01-22',
    '2025-04-07',
    '2020-03-17',
    '2026-01-23',
    '2024-11-29',
    '2023-09-06',
    '2021-02-25',
    '2004-02-05',
    '1998-10-16',
    '1994-02-07',
    '2008-10-09',
    '2020-03-05',
    '2024-11-08',
    '2026-09-21',
  ])('of %s keeps the laws of messages, the lead at most 900 characters', async (day) => {
    const summary = summaryOf(await summaryOn(day));
    expect(lengthOf(summary)).toBeLessThanOrEqual(900);
    for (const message of [summary.lead, ...summary.replies]) expectLawful(message);
  });

  test('from last trades says what they are worth, and the words stay', async () => {
    const { lead } = summaryOf(await summaryOn('2024-01-23'));
    expect(JSON.stringify(lead.blocks)).toContain('† last trades, no settlement stored: good to 1–2 pp.');
    expect(JSON.stringify(lead.blocks)).toContain('CME last trades †, Yahoo Finance');
    expect(lead.text).toMatch(/^March cut odds 42\.6%, from 49\.6% on Friday and 91\.9% a month ago\./);
  });

  test('opens its receipts with the number of its header', async () => {
    const { lead } = summaryOf(await summaryOn('2024-01-23'));
    expect(lead.numbers[0]?.id).toBe('fed.2024-03-20.cut_by');
  });

  test('with a dead source keeps every other section, and says which is missing', async () => {
    const sources = {
      ...folderSources(),
      fedMarket: {
        fedFunds: () => Promise.reject(new CapwatchError('unreachable', 'no', { source: 'Yahoo Finance' })),
      },
    };
    const content = morningContent(sources);
    const summary = summaryOf(content.write(await content.measure(sevenOn('2024-01-23')), AUDIENCE, undefined));
    expect(summary.replies).toHaveLength(4);
    expect(JSON.stringify(summary.lead.blocks)).toContain(
      ':warning: *No Fed odds for Monday:* Yahoo Finance not answering.',
    );
    expect(summary.lead.text).toContain('Fed odds missing for Monday.');
    expect(summary.missing).toEqual(['fed']);
    expect(JSON.stringify(summary.lead.blocks)).toContain('Odds follow there when the source answers.');
  });

  test('without any source still says so', async () => {
    const dead = () => Promise.reject(new CapwatchError('unreachable', 'no', { source: 'the source' }));
    const content = morningContent({
      ...folderSources(),
      fedMarket: { fedFunds: dead },
      market: { sample: false, prices: dead, totalReturn: dead },
    });
    const summary = summaryOf(content.write(await content.measure(sevenOn('2024-01-23')), AUDIENCE, undefined));
    expect(summary.lead.text).toContain('Index closes missing for Monday. Fed odds missing for Monday.');
  });

  test('strikes a figure of the last lead whose close was changed since, and says why', async () => {
    const content = morningContent(folderSources());
    const then = await content.measure(sevenOn('2024-01-22'));
    const wrong = withClose(then.facts, '2024-01-19', 1939.3);
    const friday = summaryOf(writeMorning({ ...then, facts: wrong }, AUDIENCE, undefined));
    const tuesday = await content.measure(sevenOn('2024-01-23'));
    const next = summaryOf(content.write(tuesday, AUDIENCE, { day: '2024-01-22', snapshot: friday.snapshot }));
    const [correction] = next.corrections ?? [];
    if (!correction) throw new Error('no correction');
    expect(correction.day).toBe('2024-01-22');
    const words = JSON.stringify(correction.lead.blocks);
    expect(words).toContain('Corrected: Russell 2000 1,944.39 on Fri 19 Jan, not 1,939.30');
    expect(words).toContain('~−20.61%~ −20.40%');
    expect(words).toContain('Yahoo Finance changed the Russell 2000 close of Fri 19 Jan from 1,939.30 to 1,944.39.');
    expect(correction.lead.text).toMatch(/^Corrected: /);
  });

  test('leaves the last lead alone when every close still stands', async () => {
    const friday = summaryOf(await summaryOn('2024-01-22'));
    const tuesday = summaryOf(await summaryOn('2024-01-23', friday, '2024-01-22'));
    expect(tuesday.corrections).toBeUndefined();
  });
});

function withClose(facts: MorningFacts, day: string, close: number): MorningFacts {
  if (!facts.prices.ok) throw new Error('no prices');
  const changed = (series: PriceSeries): PriceSeries => ({
    ...series,
    close: series.close.map((value, index) => (series.dates[index] === day ? close : value)),
  });
  return {
    ...facts,
    prices: { ok: true, value: { ...facts.prices.value, subject: changed(facts.prices.value.subject) } },
  };
}
