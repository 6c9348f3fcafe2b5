import { describe, expect, it } from 'vitest';
import { claimWords } from '../../src/messages/claim-words.ts';
import { claim } from '../../src/metrics/claims.ts';

const own = { day: '2023-10-27', days: 53, sessions: 36 };

describe('claimWords', () => {
  it('prints on what a claim holds and on what it does not', () => {
    const partly = claim('fastest', [
      { basis: 'close', own, earlier: [{ day: '2014-10-13', days: 74, sessions: 30 }] },
      { basis: 'intraday', own, earlier: [] },
    ]);

    expect(claimWords(partly)).toBe(
      '“Fastest” holds on closes (days) and intraday (days, sessions), not on closes (sessions).',
    );
    expect(claimWords(claim('longest', [{ basis: 'close', own, earlier: [] }]))).toBe(
      '“Longest” holds on closes (days, sessions).',
    );
    expect(claimWords(claim('first', [{ basis: 'close', own: undefined, earlier: [] }]))).toBe(
      '“First” holds nowhere.',
    );
  });
});
