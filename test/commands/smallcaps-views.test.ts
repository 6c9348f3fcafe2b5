import { expect, it } from 'vitest';
import { CapwatchError } from '../../src/errors.ts';
import type { Message } from '../../src/messages/message.ts';
import { describeWithData } from '../support/data-folder.ts';
import { desk } from '../support/desk.ts';
import { expectLawful } from '../support/message-laws.ts';

const VIEWS = [
  'highs',
  'recovery',
  'recovery all',
  'ratio',
  'ratio chart panel',
  'divergence',
  'after',
  'after recovery',
  'streak',
  'seasonality',
];
const DAYS = ['2003-06-02', '2024-01-22', '2026-01-22'];

describeWithData('the views of /smallcaps', () => {
  const { answer } = desk();

  it.each(VIEWS.flatMap((view) => ['spx', 'tech', 'nasdaq', 'iwm', 'rsp'].map((symbol) => [view, symbol])))(
    '%s vs %s keeps the laws of messages: an index, an ETF, dividends included, short histories',
    async (view, symbol) => {
      for (const day of DAYS) {
        const message = (await answer(`/smallcaps ${view} vs ${symbol} asof ${day}`)) as Message;

        expectLawful(message);
        expect(message.asOf).toBe(day);
      }
    },
  );

  it('refuse a rule that is not on the fixed list', async () => {
    await expect(answer('/smallcaps after gain 50 21')).rejects.toThrow(CapwatchError);
  });
});
