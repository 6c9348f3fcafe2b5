import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Episodes, episodes, eventStudy } from '../../src/metrics/event-study.ts';
import { pairOf } from '../../src/metrics/pair.ts';
import { slowEpisodes, slowForward, slowMedian } from '../support/slow-metrics.ts';
import { pairFrom, walkOf } from '../support/views.ts';

function starts(length: number, held: readonly number[]): Episodes {
  const dates = Array.from({ length }, (_, index) => `day ${index}`);
  const flags = Uint8Array.from(dates, (_, index) => (held.includes(index) ? 1 : 0));
  return episodes({ dates }, { held: flags, from: 0 });
}

describe('episodes', () => {
  it('begin where the rule has not held for 63 sessions: 63 apart is one episode, 64 apart are two', () => {
    expect(starts(500, [10, 73]).past.map(({ index }) => index)).toEqual([10]);
    expect(starts(500, [10, 74]).past.map(({ index }) => index)).toEqual([10, 74]);
    expect(starts(500, [10, 60, 110, 160]).past.map(({ index }) => index)).toEqual([10]);
  });

  it('leave out the one of today: the rule held within the last 63 sessions', () => {
    expect(starts(201, [10, 136])).toEqual({
      past: [
        { index: 10, day: 'day 10' },
        { index: 136, day: 'day 136' },
      ],
      lastHeld: 'day 136',
    });
    expect(starts(201, [10, 137])).toEqual({
      past: [{ index: 10, day: 'day 10' }],
      current: { index: 137, day: 'day 137' },
      lastHeld: 'day 137',
    });
  });

  it('agree with looking back at every session', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 400 })), (held) => {
        const all = starts(500, held);
        const slow = slowEpisodes(Array.from({ length: 500 }, (_, index) => held.includes(index)));

        expect([...all.past, ...(all.current ? [all.current] : [])].map(({ index }) => index)).toEqual(slow);
      }),
    );
  });
});

describe('eventStudy', () => {
  const [own, other] = [walkOf(700, { seed: 21 }), walkOf(700, { seed: 22 })];
  const { subject, benchmark } = pairFrom(own, other);
  const pair = pairOf(subject, benchmark);
  const held = new Uint8Array(700);
  for (const index of [50, 150, 250, 500, 690]) held[index] = 1;
  const study = eventStudy(pair, { kind: 'recovery' }, { held, from: 20 });

  it('measures subject, benchmark and gap from the same starts, and the same over every session of the sample', () => {
    const quarter = study.horizons.find(({ horizon }) => horizon.id === '3m');
    const every = Array.from({ length: 680 }, (_, offset) => offset + 20);
    const past = [50, 150, 250, 500];

    expect(quarter?.subject.events?.median.value).toBeCloseTo(slowMedian(slowForward(own, past, 63)), 12);
    expect(quarter?.benchmark.events?.worst.value).toBe(Math.min(...slowForward(other, past, 63)));
    expect(quarter?.subject.anyDay?.median.value).toBeCloseTo(slowMedian(slowForward(own, every, 63)), 12);
    const gaps = slowForward(own, past, 63).map((value, place) => value - Number(slowForward(other, past, 63)[place]));
    expect(quarter?.gap.events?.median.value).toBeCloseTo(slowMedian(gaps), 12);
  });

  it('counts only episodes that are old enough, and those whose windows overlap', () => {
    const [week, , , , year] = study.horizons;

    expect([week?.subject.events?.count.value, year?.subject.events?.count.value]).toEqual([4, 3]);
    // 150 and 250 begin before the 252 sessions of the one before are over; 500 has no whole year yet.
    expect([week?.overlapping, year?.overlapping]).toEqual([0, 2]);
  });

  it('never has today’s own episode among its cases', () => {
    expect(study.episodes.current?.index).toBe(690);
    expect(study.episodes.past.map(({ index }) => index)).not.toContain(690);
  });
});
