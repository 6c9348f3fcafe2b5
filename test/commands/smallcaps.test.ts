import { expect, it } from 'vitest';
import { CapwatchError } from '../../src/errors.ts';
import type { Market } from '../../src/market/market.ts';
import type { Message } from '../../src/messages/message.ts';
import { describeWithData } from '../support/data-folder.ts';
import { desk } from '../support/desk.ts';
import { recompute } from '../support/formula.ts';
import { expectedMessage, sentMessage } from '../support/golden.ts';

function value(message: Message, id: string): number | boolean | undefined {
  return message.numbers.find((receipt) => receipt.id === id)?.value;
}

/** The same market in which the Russell 2000 has no close after `last`. */
function withoutRussellAfter(market: Market, last: string): Market {
  return { ...market, prices: (symbol, asOf) => market.prices(symbol, symbol === 'RUT' && asOf > last ? last : asOf) };
}

async function refusal(line: string): Promise<CapwatchError> {
  const error: unknown = await desk()
    .answer(line)
    .then(
      () => undefined,
      (reason) => reason,
    );
  if (error instanceof CapwatchError) return error;
  throw new Error(`${line} was not refused`, { cause: error });
}

describeWithData('smallCaps', () => {
  const { answer } = desk();

  it.each([
    ['/smallcaps ytd asof 2024-01-22', '01-smallcaps-lag'],
    ['/smallcaps asof 2026-01-22', '01-smallcaps-lead'],
  ])('%s is the expected message %s, word for word', async (line, golden) => {
    const message = await answer(line);

    expect(sentMessage(message)).toEqual(expectedMessage(golden));
  });

  it('leads with what is missing when the Russell 2000 has no close for the asked session', async () => {
    const { call } = desk();
    const stale = desk({ market: withoutRussellAfter(call.capwatch.market, '2026-08-19') });
    const expected = JSON.stringify(expectedMessage('01-smallcaps-stale')).replace(', Cboe tried 16:45 ET', '');

    const message = await stale.answer('/smallcaps asof 2026-08-21');

    expect(sentMessage(message)).toEqual(JSON.parse(expected));
  });

  it('gives the figures of Friday 19 January 2024 (golden/article.md 1, 2, 3, 5, 6)', async () => {
    const message = await answer('/smallcaps ytd asof 2024-01-19');

    expect(value(message, 'RUT.return.ytd')).toBeCloseTo(-0.040788, 6);
    expect(value(message, 'GSPC.return.ytd')).toBeCloseTo(0.014671, 6);
    expect(value(message, 'XLK.return.ytd')).toBeCloseTo(0.039952, 6);
    expect(value(message, 'RUT.drawdown.record')).toBeCloseTo(-0.204013, 6);
    expect(value(message, 'GSPC.record.close')).toBe(true);
    expect(value(message, 'RUT.record.close')).toBe(false);
  });

  it.each(['2024-01-22', '2026-01-22', '2025-09-18', '2020-03-23', '2016-08-05', '1999-12-31', '1992-02-12'])(
    'on %s every receipt recomputes from its own formula and inputs',
    async (day) => {
      for (const window of ['ytd', '1m', '5y', 'max', 'qtd vs tech', '1y vs iwm', '6m vs rsp']) {
        const made = await answer(`/smallcaps ${window} asof ${day}`).catch((error: unknown) => error);
        if (made instanceof CapwatchError) continue;
        const message = made as Message;
        expect(message.numbers.length).toBeGreaterThan(5);
        for (const receipt of message.numbers) {
          const again = recompute(receipt);
          if (typeof receipt.value === 'boolean') expect(again, receipt.id).toBe(receipt.value);
          else expect(again, receipt.id).toBeCloseTo(receipt.value, 9);
        }
      }
    },
  );

  it.each([
    ['2024-01-20', 'Sat 20 Jan 2024 was no session (weekend); Fri 19 Jan 2024 used.'],
    ['2024-01-15', 'Mon 15 Jan 2024 was no session (Martin Luther King Jr. Day); Fri 12 Jan 2024 used.'],
  ])('as of %s says which session is used and why', async (day, note) => {
    const message = await answer(`/smallcaps asof ${day}`);

    expect(JSON.stringify(message.blocks)).toContain(note);
  });

  it('reads months, names and plain words', async () => {
    const low = await answer('/smallcaps since october low asof 22 jan 2024');
    const tech = await answer('/smallcaps 1m vs tech as of 2024-01-22');

    expect(value(low, 'RUT-GSPC.gap.since.2023-10-27')).toBeCloseTo(1983.38 / 1636.94 - 4850.43 / 4117.37, 8);
    expect(value(tech, 'RUT-XLK.gap.1m')).toBeDefined();
  });

  it('compares an equal-weight fund on total return, and says so', async () => {
    const message = await answer('/smallcaps ytd vs equal weight asof 2024-01-22');

    expect(JSON.stringify(message.blocks)).toContain('total return (dividends included)');
    expect(message.numbers.every(({ id, basis }) => !id.includes('.return.') || basis === 'total return')).toBe(true);
  });

  it.each([
    ['/smallcaps ytdd', 'I do not know the window `ytdd`. Did you mean `ytd`?'],
    ['/smallcaps asof 2030-01-01', 'Tue 1 Jan 2030 is still to come; the last completed session is Fri 20 Nov 2026.'],
    ['/smallcaps asof 31-02-2024', 'I read days as year-month-day; `31-02-2024` can mean two days, or none.'],
    ['/smallcaps asof 2024-02-31', 'There is no day `2024-02-31`.'],
    ['/smallcaps asof yesterday-ish', 'I do not know the day `yesterday-ish`.'],
    ['/smallcaps asof', 'A day is missing after `asof`.'],
    ['/smallcaps 🤷', 'I do not know `🤷`.'],
    ['/smallcaps ytd vs IWX', 'No such symbol: `IWX`. Nearest: `IWM`, an ETF on the Russell 2000.'],
    ['/smallcaps vs russell', 'The Russell 2000 cannot be compared with itself.'],
    [`/smallcaps ${'a'.repeat(4000)}`, 'That is 4,000 characters; I read up to 300.'],
    ['/smallcaps asof 1980-01-02', 'Russell 2000 closes start on 1987-09-10; there is none for 1980-01-02.'],
  ])('refuses %.60s in one kind line', async (line, sentence) => {
    const error = await refusal(line);

    expect(error.userMessage).toBe(sentence);
  });

  it('logs nothing when a person mistypes', async () => {
    const { answer: typed, logged } = desk();

    await expect(typed('/smallcaps ytdd')).rejects.toThrow(CapwatchError);

    expect(logged).toEqual([]);
  });
});
