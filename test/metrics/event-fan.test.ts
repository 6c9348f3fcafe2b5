import { describe, expect, it } from 'vitest';
import { eventFan } from '../../src/metrics/event-fan.ts';
import { eventStudy } from '../../src/metrics/event-study.ts';
import { pairOf } from '../../src/metrics/pair.ts';
import { pairFrom, walkOf } from '../support/views.ts';

const { subject, benchmark } = pairFrom(walkOf(700, { seed: 8 }), walkOf(700, { seed: 9 }));
const pair = pairOf(subject, benchmark);

function fanOf(days: readonly number[]) {
  const held = new Uint8Array(700);
  for (const index of days) held[index] = 1;
  return eventFan(pair, eventStudy(pair, { kind: 'recovery' }, { held, from: 20 }), 20);
}

describe('eventFan', () => {
  it('starts at zero, and at every session lies worst ≤ quarter ≤ median ≤ three quarters ≤ best', () => {
    const fan = fanOf([50, 150, 250, 500]);
    if (!fan) throw new Error('no fan');

    expect([fan.median[0], fan.low[0], fan.anyDay[0]]).toEqual([0, 0, 0]);
    fan.sessions.forEach((_, place) => {
      const band = [fan.low, fan.quarter, fan.median, fan.threeQuarters, fan.high].map((line) => line[place]);
      expect(band).toEqual(band.toSorted((a, b) => Number(a) - Number(b)));
    });
  });

  it('follows the same complete episodes at every session, and needs three of them', () => {
    expect(fanOf([50, 150, 250, 500])?.episodes).toBe(3);
    expect(fanOf([50, 150, 500])).toBeUndefined();
  });
});
