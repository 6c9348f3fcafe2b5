import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sessionsIn } from '../../src/calendar/nyse.ts';
import { CapwatchError } from '../../src/errors.ts';
import { type Chosen, chooseBars } from '../../src/market/chain.ts';
import type { BarQuery } from '../../src/market/provider.ts';
import { type BarSource, cboeWith, yahooWith } from '../support/bar-source.ts';
import { FRIDAY_EVENING, sourceDesk, testTime } from '../support/sources.ts';

const AFTERNOON = Temporal.Instant.from('2026-11-20T21:30:00Z');
const WEEK: BarQuery = { symbol: 'RUT', from: '2026-11-16', to: '2026-11-20', basis: 'price' };
const CLOSES = {
  '2026-11-16': 2991.33,
  '2026-11-17': 2983.87,
  '2026-11-18': 2979.02,
  '2026-11-19': 2977.6,
  '2026-11-20': 2987.41,
};
const DOWN = new CapwatchError('unreachable', 'Yahoo Finance is not answering.', { source: 'Yahoo Finance' });

async function choose(sources: readonly BarSource[], { now = FRIDAY_EVENING, query = WEEK } = {}): Promise<Chosen> {
  const { requester, time } = sourceDesk({ time: testTime(now) });
  return chooseBars(query, { sources, requester, clock: time.clock });
}

const closesOf = ({ bars }: Chosen) => Object.fromEntries(bars.map(({ date, close }) => [date, close]));

describe('chooseBars', () => {
  it('takes the first source and leaves the exchange in peace until its file is due', async () => {
    const [yahoo, cboe] = [yahooWith(CLOSES), cboeWith(CLOSES)];

    const chosen = await choose([yahoo, cboe], { now: AFTERNOON });

    expect(closesOf(chosen)).toEqual(CLOSES);
    expect(chosen.tried).toEqual([{ publisher: 'Yahoo Finance', at: '2026-11-20T21:30:00Z', outcome: 'used' }]);
    expect(cboe.asked).toEqual([]);
  });

  it('asks the exchange for a second opinion from 18:00 on and keeps quiet where they agree', async () => {
    const chosen = await choose([yahooWith(CLOSES), cboeWith({ ...CLOSES, '2026-11-20': 2987.4 })]);

    expect(chosen.tried.map(({ publisher, outcome }) => [publisher, outcome])).toEqual([
      ['Yahoo Finance', 'used'],
      ['Cboe', 'checked'],
    ]);
    expect(chosen.notes).toEqual([]);
    expect(chosen.bars.at(-1)).toMatchObject({ close: 2987.41, publisher: 'Yahoo Finance', agreed: true });
  });

  it('goes to the next source when the first is down, and says what was tried', async () => {
    const yahoo = yahooWith({});
    yahoo.failure = DOWN;

    const chosen = await choose([yahoo, cboeWith(CLOSES)], { now: AFTERNOON });

    expect(closesOf(chosen)).toEqual(CLOSES);
    expect(chosen.tried.map(({ publisher, outcome }) => [publisher, outcome])).toEqual([
      ['Yahoo Finance', 'unreachable'],
      ['Cboe', 'used'],
    ]);
  });

  it('fills a session the first source lacks from the second, and names it', async () => {
    const { '2026-11-18': _, ...holed } = CLOSES;

    const chosen = await choose([yahooWith(holed), cboeWith(CLOSES)], { now: AFTERNOON });

    expect(closesOf(chosen)).toEqual(CLOSES);
    expect(chosen.notes).toEqual([{ date: '2026-11-18', kind: 'filled', publisher: 'Cboe', close: 2979.02 }]);
  });

  it('leaves a session out that nobody has', async () => {
    const { '2026-11-18': _, ...holed } = CLOSES;

    const chosen = await choose([yahooWith({ ...holed, '2026-11-18': null }), cboeWith(holed)]);

    expect(closesOf(chosen)).toEqual(holed);
  });

  it('keeps both sides of a difference over 0.10%: the exchange counts from 18:00 on, the first source before', async () => {
    const wrong = { ...CLOSES, '2026-11-20': 2991 };
    const sides = { '2026-11-18': null };
    const evening = await choose([yahooWith(wrong), cboeWith(CLOSES)]);
    const afternoon = await choose([yahooWith({ ...wrong, ...sides }), cboeWith(CLOSES)], { now: AFTERNOON });

    expect(evening.bars.at(-1)).toMatchObject({ close: 2987.41, publisher: 'Cboe' });
    expect(evening.notes).toEqual([
      {
        date: '2026-11-20',
        kind: 'disputed',
        publisher: 'Cboe',
        close: 2987.41,
        other: { publisher: 'Yahoo Finance', close: 2991 },
      },
    ]);
    expect(afternoon.bars.at(-1)).toMatchObject({ close: 2991, publisher: 'Yahoo Finance' });
    expect(afternoon.notes.at(-1)).toMatchObject({ kind: 'disputed', other: { publisher: 'Cboe', close: 2987.41 } });
  });

  it.each([
    [2990.39, 'under', 0],
    [2990.4, 'over', 1],
  ])('holds %d against 2987.41 as %s 0.10%%', async (close, _where, disputes) => {
    // 2987.41 × 1.001 = 2990.397
    const chosen = await choose([yahooWith({ ...CLOSES, '2026-11-20': close }), cboeWith(CLOSES)]);

    expect(chosen.notes).toHaveLength(disputes);
  });

  it('quarantines a move of over 15% that no second source has', async () => {
    const chosen = await choose([yahooWith({ ...CLOSES, '2026-11-19': 29776 })], { now: AFTERNOON });

    expect(Object.keys(closesOf(chosen))).toEqual(['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-20']);
    expect(chosen.notes).toEqual([
      { date: '2026-11-19', kind: 'quarantined', publisher: 'Yahoo Finance', close: 29776 },
    ]);
  });

  it('believes a move of over 15% that a second source has too', async () => {
    const crash = { ...CLOSES, '2026-11-20': 2400 };

    const chosen = await choose([yahooWith(crash), cboeWith(crash)], { now: AFTERNOON });

    expect(chosen.bars.at(-1)).toMatchObject({ close: 2400, agreed: true });
    expect(chosen.notes).toEqual([]);
  });

  it('never asks the exchange for an ETF', async () => {
    const cboe = cboeWith(CLOSES);

    await choose([yahooWith({ '2026-11-20': 176.42 }), cboe], { query: { ...WEEK, symbol: 'XLK' } });

    expect(cboe.asked).toEqual([]);
  });

  it('has no bars and the first failure when nobody answers, naming everybody and the time', async () => {
    const [yahoo, cboe] = [yahooWith({}), cboeWith({})];
    yahoo.failure = DOWN;
    cboe.failure = new CapwatchError('bad_response', 'Cboe sent something unexpected.');

    const chosen = await choose([yahoo, cboe]);

    expect(chosen.bars).toEqual([]);
    expect(chosen.failure).toMatchObject({
      kind: 'unreachable',
      userMessage: 'No source of Russell 2000 answered; tried Yahoo Finance, Cboe at 18:30 ET.',
    });
  });

  it('lets a fault of the program through', async () => {
    const yahoo = yahooWith({});
    yahoo.failure = new TypeError('a slip');

    await expect(choose([yahoo, cboeWith(CLOSES)])).rejects.toThrow(TypeError);
  });

  it('only ever gives closes a source gave for that day', async () => {
    const days = sessionsIn('2026-11-02', '2026-11-20');
    const closes = fc.dictionary(fc.constantFrom(...days), fc.option(fc.double({ min: 90, max: 110, noNaN: true })));
    await fc.assert(
      fc.asyncProperty(closes, closes, async (one, other) => {
        const query = { ...WEEK, from: '2026-11-02' };
        const { bars } = await choose([yahooWith(one), cboeWith(other)], { query });

        for (const { date, close } of bars) {
          const given = [one[date], other[date]].map((value) => (value === null ? null : value?.toFixed(2)));
          expect(given).toContain(close.toFixed(2));
        }
        expect(bars.map(({ date }) => date)).toEqual([...new Set(bars.map(({ date }) => date))].sort());
      }),
      { numRuns: 60 },
    );
  });
});
