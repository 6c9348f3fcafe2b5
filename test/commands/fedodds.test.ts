import { describe, expect, test } from 'vitest';
import { monthOf } from '../../src/calendar/month.ts';
import { CapwatchError } from '../../src/errors.ts';
import { readCsv } from '../../src/market/folder/csv.ts';
import type { Message } from '../../src/messages/message.ts';
import type { QuotedContract } from '../../src/metrics/fed-futures.ts';
import { DATA_DIR, describeWithData } from '../support/data-folder.ts';
import { monthAverage } from '../support/fed.ts';
import { fedDesk } from '../support/fed-desk.ts';
import { recompute } from '../support/formula.ts';
import { expectedMessage, sentMessage } from '../support/golden.ts';

/** Settlements of the article's days as CME's published figures imply them (golden/article.md), and of 19 Jan for March. */
const SETTLEMENTS: readonly QuotedContract[] = [
  ...settled('2024-01-22', { '2024-01': 94.67, '2024-02': 94.675, '2024-04': 94.78 }),
  ...settled('2023-12-22', { '2024-01': 94.67, '2024-02': 94.705, '2024-04': 94.92 }),
];

function settled(date: string, prices: Record<string, number>): QuotedContract[] {
  return Object.entries(prices).map(([month, price]) => ({
    month: monthOf(`${month}-01`),
    date,
    price,
    kind: 'settlement',
  }));
}

function value(message: Message, id: string): number {
  const found = message.numbers.find((receipt) => receipt.id === id);
  if (!found) throw new Error(`no number ${id}; there are ${message.numbers.map((one) => one.id).join(' ')}`);
  return Number(found.value);
}

function words(message: Message): string {
  return JSON.stringify(message.blocks);
}

describeWithData('/fedodds against the golden messages', () => {
  const answer = fedDesk(SETTLEMENTS);

  test('the next meeting, with the settlements of 22 Jan and 22 Dec, is 03-fedodds-next word for word', async () => {
    const message = await answer('asof 2024-01-22');
    expect(sentMessage(message)).toEqual(expectedMessage('03-fedodds-next'));
  });

  test('March is 03-fedodds-march but for 19 Jan, whose settlement is not known here', async () => {
    const message = sentMessage(await answer('march asof 2024-01-22'));
    const expected = expectedMessage('03-fedodds-march');
    expect(message.text).toBe(expected.text);
    const [header, section, table, image, context, actions] = message.blocks as readonly Record<string, unknown>[];
    const golden = expected.blocks as readonly Record<string, unknown>[];
    expect([header, section, context, actions]).toEqual([golden[0], golden[1], golden[4], golden[5]]);
    // 19 Jan carries a dagger here: 49.6% from last trades, 47.1% published.
    const rows = JSON.stringify(table);
    for (const cell of ['22 Jan', '43.2%', '56.8%', '12 Jan, 1W †', '79.1%', '−35.9', '22 Dec, 1M', '88.0%', '−44.8']) {
      expect(rows).toContain(`"text":"${cell}"`);
    }
    expect(rows).toContain('"text":"19 Jan, 1D †"');
    expect(image?.type).toBe('image');
    expect(image?.alt_text).toMatch(
      /^Line chart of the chance of a Fed cut by 20 March 2024, 15 Dec to 22 Jan\. 88\.0% on 22 Dec, .*43\.2% on 22 Jan\.$/,
    );
  });
});

describeWithData('/fedodds table against the golden message', () => {
  test('prices made from CME’s published path of 22 Jan 2024 give 03-fedodds-table word for word', async () => {
    const message = await fedDesk(await publishedPath('2024-01-22'))('table asof 2024-01-22');
    expect(sentMessage(message)).toEqual(expectedMessage('03-fedodds-table'));
  });

  /** Settlements of a path whose steps are the differences of the published means, starting at 5.33%. */
  async function publishedPath(day: string): Promise<QuotedContract[]> {
    const { rows } = await readCsv({ dir: DATA_DIR, file: 'fedfunds/fedwatch_published.csv' });
    const means = new Map<string, number>();
    for (const { cells } of rows) {
      const [observed, meeting = '', lower, , chance, snapshot] = cells;
      if (observed !== day || snapshot !== '2024-03-10') continue;
      means.set(meeting, (means.get(meeting) ?? 0) + ((Number(lower) - 525) / 100) * Number(chance));
    }
    const rateOn = (date: string) => 5.33 + ([...means].findLast(([meeting]) => meeting <= date)?.[1] ?? 0);
    return Array.from({ length: 14 }, (_, ahead) => {
      const month = monthOf(day) + ahead;
      return { month, date: day, price: 100 - monthAverage(month, rateOn), kind: 'settlement' as const };
    });
  }
});

describeWithData('/fedodds on real days', () => {
  const answer = fedDesk();

  test('March 2024 from last trades is 42.6%, every row has a dagger, and the message says what that is worth', async () => {
    const message = await answer('march asof 2024-01-22');
    expect(Math.abs(value(message, 'fed.2024-03-20.cut_by') * 100 - 42.6)).toBeLessThan(0.1);
    expect(value(message, 'fed.2024-03-20.cut_at')).toBeCloseTo(0.42, 6);
    expect(words(message)).toContain('† last trades, no settlement stored: good to 1–2 pp.');
    expect(words(message)).toContain('*Last trade* Mon 22 Jan 2024');
    expect(words(message).match(/"(22|19|12) (Jan|Dec)[^"]*†"/g)).toHaveLength(4);
  });

  test('the table has a row a meeting, sums to 100, and says where prices end', async () => {
    const message = await answer('table asof 2024-01-22');
    expect(words(message)).toContain('Futures price 5.4 cuts of 25 bp by 18 December');
    expect(words(message)).toContain('Not shown: 29 Jan 2025 and later, ZQG25 has no price.');
    const meetings = ['2024-01-31', '2024-03-20', '2024-12-18'];
    for (const meeting of meetings) {
      const cells = message.numbers.filter(({ id }) => id.startsWith(`fed.${meeting}.range.`));
      expect(cells.reduce((sum, cell) => sum + Number(cell.value), 0)).toBeCloseTo(1, 10);
    }
    expect(value(message, 'fed.cuts.2024')).toBeCloseTo(5.37, 2);
  });

  test('contracts nobody traded or held end the list, and the answer says so', async () => {
    const text = words(await answer('table asof 2020-03-13'));
    expect(text).toContain('Not shown: 3 Nov 2021 and later, ZQZ21 has neither trades nor open interest.');
  });

  test('a hike regime changes the word and the sign, not the sentence', async () => {
    const message = await answer('asof 2023-03-13');
    expect(message.text).toBe(
      'Fed, 22 Mar: hike 65.0%, hold 35.0%, cut 0%. Hike a month ago: 100%. By 3 May: hike 82.4%. Settlement, Mon 13 Mar 2023.',
    );
    const before = await answer('asof 2023-03-08');
    expect(words(before)).toContain('Fed, 22 Mar: hike 100%; +50 bp 78.6%, +25 bp 21.4%');
    expect(value(message, 'fed.2023-03-22.range.500-525')).toBe(0);
  });

  test('Good Friday 2023 has an answer of its own, a stock market holiday without futures the day before', async () => {
    expect((await answer('asof 2023-04-07')).asOf).toBe('2023-04-07');
    const holiday = await answer('asof 2024-01-15');
    expect(holiday.asOf).toBe('2024-01-12');
    expect(words(holiday)).toContain(
      'Mon 15 Jan 2024 had no futures prices (Martin Luther King Jr. Day); Fri 12 Jan 2024 used.',
    );
  });

  test('March 2020: both emergency cuts and the cancelled meeting are said, ranges below zero are shown', async () => {
    const before = await answer('table asof 2020-03-13');
    expect(words(before)).toContain('−25–0');
    expect(words(before)).toContain('−50 bp out of turn, in force from 4 Mar');
    const after = words(await answer('asof 2020-03-16'));
    expect(after).toContain('−100 bp out of turn, in force from 16 Mar');
    expect(after).toContain('The meeting of 18 Mar was cancelled.');
    expect(after).toContain('Ranges below zero are shown as priced, never clipped.');
  });

  test('prices that should be there and are not make the answer stale, and a look-back says which day it used', async () => {
    const message = await answer('');
    expect(message.text.startsWith('Stale: Fed, 28 Oct: hike 57.6%')).toBe(true);
    expect(words(message)).toContain(':warning: No fed funds futures prices after Fri 18 Sep 2026');
    expect(words(message)).toContain('1D: no prices for 17 Sep, 21 Aug used.');
  });

  test('why names the days, their share and what came out, as coincidence', async () => {
    const message = await answer('march why asof 2024-01-22');
    const total = value(message, 'fed.2024-03-20.expected_bp.change');
    expect(value(message, 'fed.2024-03-20.expected_bp.change.2024-01-16') / total).toBeCloseTo(
      value(message, 'fed.2024-03-20.expected_bp.share.2024-01-16'),
      10,
    );
    expect(words(message)).toContain('coincidence, not cause');
    expect(words(message)).not.toMatch(/because|driven/);
  });

  test('sensitivity says what a tick is worth: J24 one tick lower takes 2 points off March', async () => {
    const message = await answer('march sensitivity asof 2024-01-22');
    // (94.675 − 94.775) / 0.25 = −0.40: 0.40 × 0.9897 + … = 0.4062 − the January cut's share.
    expect(value(message, 'fed.2024-03-20.cut_by.tick.ZQJ24') * 100).toBeCloseTo(-1.98, 1);
    expect(words(message)).not.toContain('ZQH24');
  });

  test('explain tells by from at, exact zeros, the prices, and why March does not use its own contract', async () => {
    const text = words(await answer('march explain asof 2024-01-22'));
    expect(text).toContain('*By and at.* 42.6%');
    expect(text).toContain('exactly 0%');
    expect(text).toContain('the March contract ZQH24 mixes both and does not enter');
    expect(text).toContain('These are last trades');
  });

  test('calibration counts every scheduled meeting since 1990 at five horizons', async () => {
    const message = await answer('calibration asof 2026-09-18');
    expect(value(message, 'fed.calibration.1d.right')).toBeGreaterThan(0.9);
    expect(value(message, 'fed.calibration.120d.brier')).toBeGreaterThan(value(message, 'fed.calibration.1d.brier'));
    expect(value(message, 'fed.calibration.1d.brier')).toBeLessThan(value(message, 'fed.calibration.1d.base_brier'));
  });

  test('small caps beside rates have a slope, a fit and a baseline', async () => {
    const message = await answer('smallcaps asof 2024-01-22');
    expect(words(message)).toContain('60 sessions');
    expect(words(message)).toContain('All days');
    expect(value(message, 'RUT-GSPC.gap.beta.60')).toBeLessThan(0);
  });

  test.each([
    'asof 2024-01-22',
    'march asof 2024-01-22',
    'march vs 2023-11-01 asof 2024-01-22',
    'table asof 2023-08-01',
    'stack asof 2026-09-18',
    'path asof 2024-01-22',
    'june history asof 2024-01-22',
    'march shift asof 2024-01-22',
    'march why asof 2024-01-22',
    'march sensitivity asof 2024-01-22',
    'march explain asof 2024-01-22',
    'asof 2020-03-04',
    'asof 2020-04-15',
    'calibration asof 2024-01-22',
    'smallcaps asof 2024-01-22',
  ])('every number of "%s" is what its own formula makes of its inputs', async (text) => {
    const message = await answer(text);
    expect(message.numbers.length).toBeGreaterThan(2);
    for (const receipt of message.numbers) {
      expect(recompute(receipt), `${receipt.id}: ${receipt.formula}`).toBeCloseTo(Number(receipt.value), 8);
      expect(receipt.basis).not.toBe('');
    }
    expect(new Set(message.numbers.map(({ id }) => id)).size).toBe(message.numbers.length);
    expect(message.text.length).toBeLessThanOrEqual(300);
    for (const block of message.blocks) {
      if (block.type === 'header') expect(block.text.text.length, block.text.text).toBeLessThanOrEqual(72);
      if (block.type !== 'context') continue;
      for (const element of block.elements)
        if ('text' in element) expect(element.text.length, element.text).toBeLessThanOrEqual(170);
    }
  });

  test('receipts of a chance name contracts, prices, dates, kinds, anchors and rule', async () => {
    const { numbers } = await answer('march asof 2024-01-22');
    const cut = numbers.find(({ id }) => id === 'fed.2024-03-20.cut_at');
    expect(cut?.formula).toBe('below(0, ((ZQG24 − ZQJ24) / 0.25))');
    expect(cut?.inputs).toEqual([
      { name: 'ZQG24', series: 'ZQG24', date: '2024-01-22', value: 94.675 },
      { name: 'ZQJ24', series: 'ZQJ24', date: '2024-01-22', value: 94.78 },
    ]);
    expect(cut?.basis).toBe(
      'last trade, FedWatch method, decision-day-new; before: ZQG24 (month without meeting), after: ZQJ24 (month without meeting)',
    );
  });

  test('help is the whole grammar', async () => {
    const message = await answer('help');
    expect(words(message)).toContain('`sensitivity`');
    expect(message.text).toContain('/fedodds march why');
  });

  test('the buttons carry lines that answer', async () => {
    const message = await answer('march asof 2024-01-22');
    const lines = message.blocks.flatMap((block) =>
      block.type === 'actions' ? block.elements.flatMap((one) => ('value' in one ? (one.value ?? '') : '')) : [],
    );
    expect(lines).toContain('/fedodds 2024-03-20 why asof 2024-01-22');
    for (const line of lines) expect((await answer(line.replace('/fedodds ', ''))).asOf).toBe('2024-01-22');
  });

  test.each([
    '1995-06-20',
    '1998-10-14',
    '2001-09-17',
    '2004-06-30',
    '2008-12-16',
    '2011-08-09',
    '2019-09-18',
    '2022-06-14',
  ])('every view of %s keeps within its lengths and prints no hole', async (day) => {
    for (const view of ['', 'table', 'stack', 'path', 'history', 'shift', 'why', 'sensitivity', 'explain']) {
      const message = await answer(`${view} asof ${day}`);
      expect(message.text.length, view).toBeLessThanOrEqual(300);
      expect(words(message) + message.text, view).not.toMatch(/NaN|undefined|null|Infinity/);
      for (const { title, subtitle, alt } of message.charts) {
        expect([title.length <= 50, subtitle.length <= 80, alt.length <= 400], title).toEqual([true, true, true]);
      }
    }
  });

  describe('refuses with one sentence and an example', () => {
    test.each([
      ['feb asof 2024-01-22', 'There is no scheduled meeting in February 2024.'],
      ['2024-03-21 asof 2024-01-22', 'There is no scheduled meeting on 21 Mar 2024.'],
      ['2023-12-13 asof 2024-01-22', 'The meeting of 13 Dec 2023 was over on 22 Jan 2024.'],
      [
        'jan 2025 asof 2024-01-22',
        'Futures prices do not reach the meeting of 29 Jan 2025: ZQG25 has no price on 2024-01-22.',
      ],
      ['asof 2026-05-05', 'No odds for 5 May 2026: ZQK26 has no price on 2026-05-05.'],
      ['march asof 2024-01-22 vs 2024-02-01', '1 Feb 2024 is not before 22 Jan 2024, the day of these odds.'],
      ['asof 2030-01-01', 'Tue 1 Jan 2030 is still to come; today is Sun 22 Nov 2026.'],
      ['asof 1980-01-01', 'Fed funds futures start on 1989-08-25; there is none for 1980-01-01.'],
      ['marhc', 'I do not know `marhc`. Did you mean `march`?'],
    ])('%s', async (text, said) => {
      const refusal = await answer(text).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(CapwatchError);
      if (refusal instanceof CapwatchError) expect(refusal.userMessage).toBe(said);
    });
  });
});
