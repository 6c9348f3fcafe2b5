import { describe, expect, it } from 'vitest';
import { CBOE } from '../../src/market/cboe/bars.ts';
import { counted, failed, limitedUntil, NEW_STATE, succeeded, waitsUntil } from '../../src/market/circuit.ts';
import { FRIDAY_EVENING } from '../support/sources.ts';

const now = FRIDAY_EVENING;
const refusal = { kind: 'rate_limited', message: 'wait', refused: true } as const;
const silence = { kind: 'unreachable', message: 'silent', refused: false } as const;

describe('failed', () => {
  it('doubles the wait with every refusal: 15 minutes, 30, an hour, two, four, then six for good', () => {
    let state = NEW_STATE;
    const waits = Array.from({ length: 7 }, () => {
      state = failed(state, refusal, now);
      return now.until(waitsUntil(state, now) ?? now).total('minutes');
    });

    expect(waits).toEqual([15, 30, 60, 120, 240, 360, 360]);
  });

  it('waits longer when told to, never shorter, and never over six hours', () => {
    const wait = (retryAfterSeconds: number) => failed(NEW_STATE, { ...refusal, retryAfterSeconds }, now).openUntil;

    expect(wait(1800)).toBe(now.add({ minutes: 30 }).toString());
    expect(wait(1)).toBe(now.add({ minutes: 15 }).toString());
    expect(wait(-60)).toBe(now.add({ minutes: 15 }).toString());
    expect(wait(1e9)).toBe(now.add({ hours: 6 }).toString());
  });

  it('leaves a silent source open to two more tries', () => {
    const twice = failed(failed(NEW_STATE, silence, now), silence, now);

    expect(waitsUntil(twice, now)).toBeUndefined();
    expect(waitsUntil(failed(twice, silence, now), now)).toEqual(now.add({ minutes: 15 }));
  });
});

describe('succeeded', () => {
  it('forgets what was counted against the source, and keeps how often it was asked', () => {
    const state = counted(failed(NEW_STATE, refusal, now), CBOE, now);

    expect(succeeded(state, now)).toEqual({
      asked: [now.toString()],
      failures: 0,
      opened: 0,
      lastSuccessAt: now.toString(),
    });
  });
});

describe('limitedUntil', () => {
  it('holds in any hour, not in hours of the clock', () => {
    let state = NEW_STATE;
    for (let asked = 0; asked < CBOE.limit.requests; asked += 1)
      state = counted(state, CBOE, now.add({ seconds: asked }));

    expect(limitedUntil(state, CBOE, now.add({ minutes: 30 }))).toEqual(now.add({ hours: 1 }));
    expect(limitedUntil(state, CBOE, now.add({ minutes: 60 }))).toBeUndefined();
  });
});
