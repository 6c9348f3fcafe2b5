import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/calendar/day.ts';
import { monthOf, monthText } from '../../src/calendar/month.ts';
import type { DayCountRule } from '../../src/metrics/fed-anchors.ts';
import {
  cutAt,
  cutBy,
  type FedOdds,
  fedOdds,
  hikeAt,
  hikeBy,
  holdBy,
  type MeetingOdds,
  rangeChances,
} from '../../src/metrics/fed-odds.ts';
import { describeWithData, sharedGolden } from '../support/data-folder.ts';
import { calendarWith, dayOf, futuresOf, monthAverage, SCHEDULED } from '../support/fed.ts';

/** Settlements of 22 Jan 2024 and 22 Dec 2023 as CME's published figures imply them (golden/article.md). */
const ARTICLE = futuresOf({
  '2023-12-22': {
    '2023-11': 94.67,
    '2023-12': 94.67,
    '2024-01': 94.67,
    '2024-02': 94.705,
    '2024-03': 94.8,
    '2024-04': 94.92,
  },
  '2024-01-22': { '2024-01': 94.67, '2024-02': 94.675, '2024-03': 94.7, '2024-04': 94.78 },
});

function meetingOf(odds: FedOdds | undefined, date: Day): MeetingOdds {
  const found = odds?.meetings.find(({ meeting }) => meeting === date);
  if (!found) throw new Error(`no odds for ${date}`);
  return found;
}

describe('fedOdds on the article’s day', () => {
  const odds = fedOdds(calendarWith(525, 550), dayOf(ARTICLE, '2024-01-22'));
  const march = meetingOf(odds, '2024-03-20');

  test('a cut by March has 43.20%, at the meeting itself 42.00%', () => {
    expect(cutBy(march)).toBeCloseTo(0.432, 4);
    expect(cutAt(march)).toBeCloseTo(0.42, 10);
    expect(holdBy(march)).toBeCloseTo(0.568, 4);
    expect([hikeBy(march), hikeAt(march)]).toEqual([0, 0]);
  });

  test('the ranges are CME’s published ones', () => {
    const cells = rangeChances({ from: '2023-07-27', lowerBp: 525, upperBp: 550 }, march);
    expect(cells.map(({ lowerBp, upperBp }) => `${lowerBp}-${upperBp}`)).toEqual(['475-500', '500-525', '525-550']);
    // pyfedwatch and CME: 0.008680, 0.423307, 0.568013.
    expect(cells.map(({ chance }) => chance.toFixed(6))).toEqual(['0.008680', '0.423307', '0.568013']);
  });

  test('a month earlier it was 88.03%', () => {
    const before = fedOdds(calendarWith(525, 550), dayOf(ARTICLE, '2023-12-22'));
    expect(cutBy(meetingOf(before, '2024-03-20'))).toBeCloseTo(0.8803, 4);
  });

  test('the March contract does not enter: any other price of it leaves March as it is', () => {
    const other = futuresOf({ '2024-01-22': { '2024-01': 94.67, '2024-02': 94.675, '2024-03': 96, '2024-04': 94.78 } });
    const again = fedOdds(calendarWith(525, 550), dayOf(other, '2024-01-22'));
    expect(meetingOf(again, '2024-03-20').own.moves).toBe(march.own.moves);
  });

  test('counting the decision day at the old rate makes it 43.16%', () => {
    const old = fedOdds(calendarWith(525, 550), dayOf(ARTICLE, '2024-01-22'), 'decision-day-old');
    expect(cutBy(meetingOf(old, '2024-03-20'))).toBeCloseTo(0.4316, 5);
  });

  test('the list ends where prices end, and says at which contract', () => {
    // May and June both have a meeting: May's end is June's start, which needs the June contract.
    expect(odds?.meetings.map(({ meeting }) => meeting)).toEqual(['2024-01-31', '2024-03-20']);
    expect(odds?.cut).toEqual({ meeting: '2024-05-01', missing: monthOf('2024-06-01'), thin: false });
  });
});

describe('fedOdds on odd days', () => {
  test('October 2026 from two closes: 64.2% for a hike', () => {
    // (31 × 3.89 − 3 × 4.035) / 28 = 3.87446; (4.035 − 3.87446) / 0.25 = 0.642.
    const futures = futuresOf({ '2026-09-25': { '2026-09': 96.2, '2026-10': 96.11, '2026-11': 95.965 } });
    const odds = fedOdds(calendarWith(375, 400), dayOf(futures, '2026-09-25'));
    expect(odds?.rule).toBe('decision-day-old');
    expect(hikeBy(meetingOf(odds, '2026-10-28'))).toBeCloseTo(0.642, 3);
  });

  test('a step of exactly 0 is a certain hold and keeps its whole chance', () => {
    const flat = futuresOf({
      '2024-01-22': { '2024-01': 94.67, '2024-02': 94.67, '2024-03': 94.67, '2024-04': 94.67 },
    });
    const odds = fedOdds(calendarWith(525, 550), dayOf(flat, '2024-01-22'));
    expect(odds?.meetings.map(holdBy)).toEqual([1, 1]);
  });

  test('a missing front contract leaves no meeting, and names the contract', () => {
    const futures = futuresOf({ '2024-01-22': { '2024-01': 94.67, '2024-03': 94.7, '2024-04': 94.78 } });
    const odds = fedOdds(calendarWith(525, 550), dayOf(futures, '2024-01-22'));
    expect(odds?.meetings).toEqual([]);
    expect(odds?.cut).toEqual({ meeting: '2024-01-31', missing: monthOf('2024-02-01'), thin: false });
  });

  test('on a decision day that day’s meeting is still there', () => {
    const futures = futuresOf({
      '2024-01-31': { '2024-01': 94.67, '2024-02': 94.675, '2024-03': 94.7, '2024-04': 94.78 },
    });
    const odds = fedOdds(calendarWith(525, 550), dayOf(futures, '2024-01-31'));
    expect(odds?.meetings[0]?.meeting).toBe('2024-01-31');
  });

  test('no target range means no odds', () => {
    const calendar = { ...calendarWith(525, 550), ranges: [] };
    expect(fedOdds(calendar, dayOf(ARTICLE, '2024-01-22'))).toBeUndefined();
  });
});

describe('invert and recover', () => {
  const moves = fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 13, maxLength: 13 });
  const asOf = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2020-06-15', days));
  const rule = fc.constantFrom<DayCountRule>('decision-day-new', 'decision-day-old');

  test('prices made from any path of −100 to +100 bp a meeting give back that path', () => {
    fc.assert(
      fc.property(moves, asOf, rule, (hundredths, day, dayCount) => {
        const ahead = SCHEDULED.filter((meeting) => meeting >= day).slice(0, hundredths.length);
        const stepOf = new Map(ahead.map((meeting, index) => [meeting, (hundredths[index] ?? 0) / 100]));
        const odds = fedOdds(calendarWith(500, 525), pricedBy(day, stepOf, dayCount), dayCount);
        // The last run of months may be cut through by the end of the prices, so its meetings are left out.
        const kept = odds?.meetings.slice(0, 9) ?? [];
        expect(kept.length).toBe(9);
        for (const { meeting, own, distribution } of kept) {
          expect(own.moves).toBeCloseTo(stepOf.get(meeting) ?? Number.NaN, 8);
          expect([...distribution.chances].every((chance) => chance >= 0 && chance <= 1)).toBe(true);
          expect(distribution.chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 10);
        }
      }),
    );
  });

  function pricedBy(day: Day, steps: ReadonlyMap<Day, number>, dayCount: DayCountRule) {
    const rateOn = (date: Day) => {
      let rate = 5;
      for (const [meeting, step] of steps) {
        if (dayCount === 'decision-day-new' ? date >= meeting : date > meeting) rate += 0.25 * step;
      }
      return rate;
    };
    const first = monthOf(day);
    const prices: Record<string, number> = {};
    for (let month = first; month <= first + 18; month++) prices[monthText(month)] = 100 - monthAverage(month, rateOn);
    // The month before is over: it keeps the price of its own last days.
    const past = monthText(first - 1);
    return dayOf(futuresOf({ [`${past}-27`]: { [past]: 95 }, [day]: prices }), day);
  }
});

interface WatchCase {
  readonly watch: Day;
  readonly target_range_then: readonly [number, number];
  readonly prices: Readonly<Record<string, number>>;
  readonly price_dates: Readonly<Record<string, Day>>;
  readonly meetings: readonly {
    readonly date: Day;
    readonly expected_change_bp: number;
    readonly dist_pct_by_bp_vs_current: Readonly<Record<string, number>>;
  }[];
}

describeWithData('golden/fedwatch.json', () => {
  test('every meeting of every watch date has the golden step and distribution', () => {
    const { cases } = JSON.parse(readFileSync(sharedGolden('fedwatch.json'), 'utf8')) as { cases: WatchCase[] };
    expect(cases.length).toBeGreaterThan(3);
    for (const golden of cases) {
      const byDay: Record<Day, Record<string, number>> = {};
      for (const [month, price] of Object.entries(golden.prices)) {
        const date = golden.price_dates[month] ?? '';
        byDay[date] = { ...byDay[date], [month]: price };
      }
      const [lower, upper] = golden.target_range_then;
      const odds = fedOdds(calendarWith(lower * 100, upper * 100), dayOf(futuresOf(byDay), golden.watch));
      for (const { date, expected_change_bp, dist_pct_by_bp_vs_current } of golden.meetings) {
        const found = meetingOf(odds, date);
        expect(found.own.moves * 25, `${golden.watch} ${date}`).toBeCloseTo(expected_change_bp, 1);
        for (const [bp, percentage] of Object.entries(dist_pct_by_bp_vs_current)) {
          const chance = found.distribution.chances[Number(bp) / 25 - found.distribution.lowest] ?? 0;
          expect(Math.abs(chance * 100 - percentage), `${golden.watch} ${date} ${bp}`).toBeLessThanOrEqual(0.0501);
        }
      }
    }
  });
});
