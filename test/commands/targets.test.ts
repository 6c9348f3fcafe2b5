import { describe, expect, it } from 'vitest';
import { targets } from '../../commands/targets.ts';
import { confirmed } from '../../commands/targets-writes.ts';
import { CapwatchError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';
import { createFolderMarket } from '../../src/market/folder/folder-market.ts';
import type { Message } from '../../src/messages/message.ts';
import { brokenReader } from '../../src/store/seed/seed-reader.ts';
import { DATA_DIR, describeWithData } from '../support/data-folder.ts';
import { recompute } from '../support/formula.ts';
import { expectedMessage, sentMessage } from '../support/golden.ts';
import { expectLawful } from '../support/message-laws.ts';
import { draftIn, LAST_CLOSE, readingDesk, storedDesk, TOM, words } from '../support/targets-desk.ts';

const { answer, call } = readingDesk();

function value(message: Message, id: string): number | boolean | undefined {
  return message.numbers.find((receipt) => receipt.id === id)?.value;
}

async function refusal(line: string, of = answer): Promise<CapwatchError> {
  const error: unknown = await of(line).catch((reason: unknown) => reason);
  if (error instanceof CapwatchError) return error;
  throw new Error(`${line} was not refused`, { cause: error });
}

describeWithData('targets', () => {
  it.each([
    ['russell asof 2024-01-22', '04-targets-russell'],
    ['score asof 2025-01-31', '04-targets-score'],
  ])('/targets %s is the expected message %s, word for word', async (line, golden) => {
    expect(sentMessage(await answer(line))).toEqual(expectedMessage(golden));
  });

  it('asks before it adds, in the words of the expected message', async () => {
    const market = createFolderMarket({
      dir: DATA_DIR,
      publisher: 'Yahoo Finance',
      sample: false,
      log: createLog('error', () => undefined),
    });
    const desk = await storedDesk(market, LAST_CLOSE);

    const message = await desk.answer(
      'add jefferies r2k 2400 year-end 2026 note 2026-08-20 source https://example.com/note',
    );

    expect(sentMessage(message)).toEqual(expectedMessage('14-confirm-target'));
    expect(draftIn(message)).toBe('draft-1');
    expect(await desk.store.listCallVersions('T0DESK00001')).toHaveLength(30);
    await desk.store.close();
  });

  it('gives the derived level, what is left and the score of Goldman’s call of 12 January 2024', async () => {
    // 1950.96 × 1.15 = 2243.604; 2243.604 / 1983.38 − 1 = 0.131202…; 2189.23 / 1950.96 − 1 − 0.15 = −0.027871…
    const then = await answer('russell asof 2024-01-22');
    const later = await answer('score asof 2025-01-31');
    const id = 'target.goldman-sachs.RUT.2024-01-12';

    expect(value(then, `${id}.level`)).toBeCloseTo(2243.604, 6);
    expect(then.numbers.find((receipt) => receipt.id === `${id}.level`)?.basis).toContain('derived');
    expect(value(then, `${id}.remaining`)).toBeCloseTo(2243.604 / 1983.38 - 1, 9);
    expect(value(later, `${id}.score`)).toBeCloseTo(2189.23 / 1950.96 - 1.15, 9);
  });

  it('knows on 1 March 2024 nothing that was said later', async () => {
    const table = await answer('russell asof 2024-03-01');
    const who = await answer('who fundstrat asof 2024-03-01');
    const file = await answer('export asof 2024-03-01');

    for (const message of [table, who, file]) expect(words(message)).not.toContain('Mar 24');
    expect(words(who)).not.toContain('"7 · RUT +50%"');
    const days = file.rows?.slice(1).map((row) => row[11] ?? '') ?? [];
    expect(days.length).toBeGreaterThan(10);
    expect(days.filter((day) => day > '2024-03-01')).toEqual([]);
  });

  it.each([
    'russell asof 2024-01-22',
    'spx asof 2024-06-28',
    'spx consensus asof 2025-07-31',
    'score asof 2025-01-31',
    'spx score asof 2026-02-27',
    'who goldman asof 2024-08-01',
    'changes since 2023-11-01 asof 2024-03-28',
    'survey asof 2024-03-28',
    'survey large asof 2024-01-22',
  ])('every receipt of /targets %s recomputes from its own formula and inputs', async (line) => {
    const message = await answer(line);

    expect(message.numbers.length).toBeGreaterThan(0);
    for (const receipt of message.numbers) expect(recompute(receipt), receipt.id).toBeCloseTo(Number(receipt.value), 9);
  });

  it.each([
    ['golman', 'I do not know `golman`. Did you mean `goldman`?'],
    ['who', 'A firm is missing after `who`.'],
    ['asof 2030-01-01', 'Tue 1 Jan 2030 is still to come; the last completed session is Fri 21 Aug 2026.'],
    ['asof', 'A day is missing after `asof`.'],
    ['edit 99 target 2500', 'There is no call 99 in this ledger.'],
    ['edit x', '`x` is no call’s number. `/targets who FIRM` shows the numbers.'],
    ['withdraw 4 on 2023-01-01', 'Call 4 was published on 2024-01-12; it cannot end before.'],
    ['changes since 2026-08-22', 'Changes are counted from an earlier day.'],
    ['writers @maria', '`@maria` is no member id; a person’s profile in Slack copies it.'],
  ])('refuses /targets %s in one kind line', async (line, sentence) => {
    expect((await refusal(line)).userMessage).toBe(sentence);
  });

  it('says that closes are stale when they end before the session asked for, and draws nothing', async () => {
    const late = readingDesk(Temporal.Instant.from('2026-08-26T21:00:00Z'));

    const message = await late.answer('spx consensus');

    expect(message.text).toMatch(/^Stale: /);
    expect(words(message)).toContain('*Stale 3 sessions* Fri 21 Aug 2026 close');
    expect(message.charts).toEqual([]);
  });

  it('without a store says that nothing can be written, shows the call as it would be, and has no button for it', async () => {
    const message = await answer('add acme spx +12% 12m source https://example.com/a');

    expect(words(message)).toContain('This ledger can only be read here: nothing can be written.');
    expect(words(message)).not.toContain('confirm_write');
  });

  it('tells of a store that cannot be read, by its own words', async () => {
    const broken = new CapwatchError('bad_response', 'The store x is damaged.');
    const ledger = { reader: brokenReader(broken), team: 'T1' };

    const made = targets('russell asof 2024-01-22', { ...call, capwatch: { ...call.capwatch, ledger } });

    await expect(made).rejects.toBe(broken);
  });
});

describe('targets with a store', () => {
  it('shows a call dated today at once, with what was typed kept as text', async () => {
    const desk = await storedDesk();
    const typed =
      'add "<!channel> & *Co*" r2k 2100 year-end 2024 source https://example.com/a?x=1&y=2 quote "<@U1> `up`"';

    const question = await desk.answer(typed);
    const done = await confirmed(draftIn(question), desk.call);
    const table = await desk.answer('russell');
    const who = await desk.answer('who "<!channel>');
    const others = await Promise.all(
      ['edit 31', 'edit 31 +5%', 'withdraw 31', 'log', 'changes', 'export'].map(desk.answer),
    );

    expect(done).toMatchObject({ kind: 'written', version: { version: 1, enteredBy: 'U0MARIA0001' } });
    expect(JSON.stringify(question.blocks)).toContain('&lt;!channel&gt; &amp; *Co*');
    for (const { blocks, text } of [question, table, who, ...others]) {
      expect(
        `${text}${JSON.stringify(blocks.filter(({ type }) => type !== 'table' && type !== 'header'))}`,
      ).not.toMatch(/<(?!@U0MARIA0001>|https:)/);
    }
    expect(words(table)).toContain('2,100');
    expect(words(who)).toContain('"31 · RUT 2,100"');
    await desk.store.close();
  });

  it('keeps a list of writers: others are told, the log keeps the change', async () => {
    const desk = await storedDesk();

    await desk.answer('writers U0MARIA0001');
    const refused = await desk.as(TOM).answer('add acme r2k 2100 year-end 2024 source https://example.com/a');
    const log = await desk.answer('log');

    expect(words(refused)).toContain('you are not on this workspace’s list of writers');
    expect(words(refused)).toContain('<@U0MARIA0001>');
    expect(words(log)).toContain('writers: version 1; U0MARIA0001');
    await desk.store.close();
  });

  it('shows a correction beside what stood, and withdraws from a day on', async () => {
    const desk = await storedDesk();

    const edit = await desk.answer('edit 4 target +16%');
    const withdraw = await desk.answer('withdraw 4');
    const plain = await desk.answer('edit 4');

    expect(words(edit)).toContain('Target: ~+15%~ *+16%*');
    expect(words(edit)).toContain('2,263 derived from 1,950.96 (12 Jan)');
    expect(words(withdraw)).toContain('Withdrawn: from *22 Jan 2024*');
    expect(words(plain)).toContain('"action_id":"target_edit"');
    await desk.store.close();
  });

  it('keeps the laws of messages with the longest names a person can type', async () => {
    const desk = await storedDesk();
    const firms = ['W'.repeat(60), `${'&'.repeat(59)}a`, 'Ünïcödé 株式会社 '.repeat(4)];
    for (const [place, firm] of firms.entries()) {
      const typed = `add "${firm}" spx ${5000 + place} year-end 2024 person "${'P'.repeat(200)}" source https://example.com/${'a'.repeat(120)} quote "${'q'.repeat(400)}"`;
      await confirmed(draftIn(await desk.answer(typed)), desk.call);
    }

    const asked = [
      'spx',
      'spx consensus',
      'spx chart',
      'changes since 2024-01-01',
      `who ${'w'.repeat(60)}`,
      'who a',
      'who ünïcödé',
    ];
    for (const ask of asked) expectLawful(await desk.answer(ask));
    await desk.store.close();
  });
});
