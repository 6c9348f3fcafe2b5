import { expect, it } from 'vitest';
import { backdrop } from '../../commands/backdrop.ts';
import { CapwatchError } from '../../src/errors.ts';
import type { Message } from '../../src/messages/message.ts';
import { describeWithData } from '../support/data-folder.ts';
import { desk } from '../support/desk.ts';
import { recompute } from '../support/formula.ts';
import { expectedMessage, sentMessage } from '../support/golden.ts';
import { expectLawful } from '../support/message-laws.ts';

function answer(text: string): Promise<Message> {
  return backdrop(text, desk().call);
}

describeWithData('/backdrop on the real data', () => {
  it('says of 22 January 2024 what golden 05-backdrop says', async () => {
    expect(sentMessage(await answer('asof 2024-01-22'))).toEqual(expectedMessage('05-backdrop'));
  });

  it('says that permits rose 1.9% that day; the fall since stands only where it says so', async () => {
    const { numbers, blocks } = await answer('asof 2024-01-22');
    const change = numbers.find(({ id }) => id === 'macro.PERMIT.change');
    const now = numbers.find(({ id }) => id === 'macro.PERMIT.now.change');

    // 1,495 / 1,467 − 1 and 1,501 / 1,513 − 1.
    expect(change?.value).toBeCloseTo(0.019087, 6);
    expect(now?.value).toBeCloseTo(-0.007931, 6);
    expect(now?.basis).toContain('not known that day');
    const withRevision = blocks.filter((block) => JSON.stringify(block).includes('1,501'));
    expect(withRevision).toHaveLength(1);
    expect(JSON.stringify(withRevision)).toContain('Revised since, not known that day');
  });

  it('has a receipt that can be recompute for every number', async () => {
    const { numbers } = await answer('asof 2024-01-22');

    expect(numbers.length).toBeGreaterThan(20);
    for (const receipt of numbers) expect(Number(recompute(receipt)), receipt.id).toBeCloseTo(Number(receipt.value), 9);
  });

  it('leaves out a first print that the calendar has overtaken', async () => {
    const { numbers } = await answer('asof 2024-03-15');

    expect(numbers.map(({ id }) => id)).not.toContain('macro.ICSA.latest');
    expect(numbers.find(({ id }) => id === 'macro.DGS2.latest')?.value).toBe(4.72);
  });

  it('knows nothing of a print on the day before it was out', async () => {
    const { numbers } = await answer('asof 2024-01-17');
    const ids = numbers.map(({ id }) => id);

    expect(ids).toContain('macro.RSAFS.latest');
    expect(ids).not.toContain('macro.PERMIT.latest');
    expect(numbers.find(({ id }) => id === 'macro.MMF.latest')?.value).toBe(5975);
  });

  it('refuses a word it does not know, with an example', async () => {
    await expect(answer('asof 2024-01-22 please')).rejects.toMatchObject({
      kind: 'invalid_input',
      details: { example: '/backdrop asof 2024-01-22' },
    });
  });
});

describeWithData('/backdrop thesis on the real data', () => {
  it('measures each pillar of 22 January 2024 and lists what it cannot, without a verdict', async () => {
    const message = await answer('thesis asof 2024-01-22');
    const value = (id: string) => message.numbers.find((receipt) => receipt.id === id)?.value;

    expectLawful(message);
    // 5,961 of 24 totals held is below four of them: 1 − 4 / 24. The gap and the drawdown are the article's.
    expect(value('macro.MMF.percentile')).toBeCloseTo(20 / 24, 9);
    expect(value('macro.ICSA.latest')).toBe(187000);
    expect(value('fed.carry_gap.12m')).toBeGreaterThan(100);
    const said = JSON.stringify(message.blocks);
    expect(said).toContain('no S&amp;P 500 market value stored');
    expect(said).toContain('no total for the week to 2023-12-20');
    expect(said).toContain('no source: valuation');
    expect(said).not.toMatch(/bullish|bearish|on track|holds up/);
  });

  it('loses a pillar’s figures, not the board, when a source is down', async () => {
    const { call } = desk();
    const fedMarket = { fedFunds: () => Promise.reject(new CapwatchError('unreachable', 'down')) };

    const message = await backdrop('thesis asof 2024-01-22', { ...call, capwatch: { ...call.capwatch, fedMarket } });

    expect(JSON.stringify(message.blocks)).toContain('no fed funds futures for that day');
    expect(message.numbers.map(({ id }) => id)).toContain('macro.ICSA.latest');
  });
});
