import { describe, expect, it } from 'vitest';
import { claim, type Trial } from '../../src/metrics/claims.ts';

const length = (day: string, days: number, sessions: number) => ({ day, days, sessions });

function trial(basis: 'close' | 'intraday', own: number, earlier: readonly (readonly [string, number])[]): Trial {
  return {
    basis,
    own: length('2023-10-27', own, own - 10),
    earlier: earlier.map(([day, days]) => length(day, days, days - 10)),
  };
}

describe('claim', () => {
  it('holds on everything when nothing earlier was as fast on any basis', () => {
    const { held, tried, headline } = claim('fastest', [
      trial('close', 53, [['2014-10-13', 74]]),
      trial('intraday', 48, [['2014-10-15', 72]]),
    ]);

    expect([held, tried, headline]).toEqual([4, 4, true]);
  });

  it('an equal length takes the claim away, and is named', () => {
    const { verdicts, headline } = claim('fastest', [trial('close', 53, [['2014-10-13', 53]])]);

    expect(headline).toBe(false);
    expect(verdicts[0]).toEqual({
      basis: 'close',
      measure: 'days',
      holds: false,
      rival: { day: '2014-10-13', length: 53 },
    });
  });

  it('is fit for a header on exactly half of what was tried, not below', () => {
    const half = claim('fastest', [
      trial('close', 53, [['2014-10-13', 74]]),
      trial('intraday', 48, [['2014-10-15', 40]]),
    ]);
    const quarter = claim('fastest', [
      { ...trial('close', 53, []), earlier: [length('2014-10-13', 52, 60)] },
      trial('intraday', 48, [['2014-10-15', 40]]),
    ]);

    expect([half.held, half.headline]).toEqual([2, true]);
    expect([quarter.held, quarter.headline]).toEqual([1, false]);
  });

  it('“since” needs every rival to be on or before the named day', () => {
    const trials = [
      trial('close', 14, [
        ['1996-05-07', 16],
        ['2008-06-06', 13],
      ]),
    ];

    expect(claim('longest', trials, '1996-05-07').headline).toBe(true);
    expect(claim('longest', trials, '1990-01-01').headline).toBe(false);
    expect(claim('longest', trials).headline).toBe(false);
  });

  it('fails on a basis where nothing happened, and nothing at all is no headline', () => {
    const none: Trial = { basis: 'close', own: undefined, earlier: [] };

    expect(claim('first', [none, trial('intraday', 766, [])]).held).toBe(2);
    expect(claim('first', [none]).headline).toBe(false);
    expect(claim('first', []).headline).toBe(false);
  });
});
