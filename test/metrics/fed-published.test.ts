import { beforeAll, describe, expect, test } from 'vitest';
import type { Day } from '../../src/calendar/day.ts';
import type { FedData } from '../../src/market/fed-market.ts';
import { readCsv } from '../../src/market/folder/csv.ts';
import { createFolderFedMarket } from '../../src/market/folder/fedfunds.ts';
import { futuresDay } from '../../src/metrics/fed-futures.ts';
import { cutBy, fedOdds, hikeBy, holdBy, rangeChances } from '../../src/metrics/fed-odds.ts';
import { DATA_DIR, describeWithData } from '../support/data-folder.ts';
import { dayOf } from '../support/fed.ts';

/** Chances by lower bound, of one observation and meeting in one of CME's exports. */
interface Published {
  readonly day: Day;
  readonly meeting: Day;
  readonly snapshot: Day;
  readonly cells: Map<number, number>;
}

async function published(): Promise<Published[]> {
  const { rows } = await readCsv({ dir: DATA_DIR, file: 'fedfunds/fedwatch_published.csv' });
  const pairs = new Map<string, Published>();
  for (const { cells } of rows) {
    const [day = '', meeting = '', lower, , chance, snapshot = ''] = cells;
    const key = `${snapshot} ${day} ${meeting}`;
    const pair = pairs.get(key) ?? { day, meeting, snapshot, cells: new Map<number, number>() };
    pair.cells.set(Number(lower), Number(chance));
    pairs.set(key, pair);
  }
  return [...pairs.values()];
}

describeWithData('odds against CME’s published history', () => {
  let data: FedData;
  let all: Published[];
  beforeAll(async () => {
    [data, all] = await Promise.all([
      createFolderFedMarket({ dir: DATA_DIR, sample: false }).fedFunds('2026-12-31'),
      published(),
    ]);
  });

  /** Largest difference in any range; undefined where the meeting could not be solved. */
  function difference({ day, meeting, cells }: Published): number | undefined {
    const odds = fedOdds(data.calendar, dayOf(data.futures, day));
    const found = odds?.meetings.find((candidate) => candidate.meeting === meeting);
    if (!odds || !found) return undefined;
    const own = new Map(rangeChances(odds.range, found).map(({ lowerBp, chance }) => [lowerBp, chance]));
    const bounds = [...new Set([...own.keys(), ...cells.keys()])];
    return Math.max(...bounds.map((bound) => Math.abs((own.get(bound) ?? 0) - (cells.get(bound) ?? 0))));
  }

  test('every observation and meeting on days with settlements is equal within 1e-6', () => {
    const settled = all.filter(({ day, snapshot }) => day <= '2023-09-15' && snapshot === '2024-03-10');
    expect(settled.length).toBeGreaterThan(400);
    const off = settled.filter((pair) => !((difference(pair) ?? 1) < 1e-6));
    expect(off.map(({ day, meeting }) => `${day} ${meeting}`)).toEqual([]);
  });

  test('last trades stay near the published odds: half of the pairs within 1.1 points, 99 of 100 within 9', () => {
    const later = all.filter(({ day }) => day > '2023-09-15');
    const found = later.map(difference).filter((size) => size !== undefined);
    expect(found.length / later.length).toBeGreaterThan(0.85);
    found.sort((a, b) => a - b);
    expect(found[Math.floor(found.length / 2)]).toBeLessThan(0.011);
    expect(found[Math.floor(found.length * 0.99)]).toBeLessThan(0.09);
  });

  test('the settlements of 18 Sep 2026 give that day’s readings within 0.1 point', () => {
    const odds = fedOdds(data.calendar, dayOf(data.futures, '2026-09-18'));
    const cells = odds?.meetings.slice(0, 2).map((found) => rangeChances(odds.range, found));
    const readings = [
      { 375: 42.4, 400: 57.6 },
      { 375: 9.9, 400: 46.0, 425: 44.1 },
    ];
    readings.forEach((reading, index) => {
      const own = new Map(cells?.[index]?.map(({ lowerBp, chance }) => [lowerBp, chance * 100]));
      expect(own.size).toBe(Object.keys(reading).length);
      for (const [bound, percentage] of Object.entries(reading)) {
        expect(Math.abs((own.get(Number(bound)) ?? 0) - percentage)).toBeLessThan(0.1);
      }
    });
  });

  test('March 2024 from last trades reads 42.6%', () => {
    const march = meeting('2024-01-22', '2024-03-20');
    expect(Math.abs(cutBy(march) * 100 - 42.6)).toBeLessThan(0.1);
  });

  test('8 to 13 March 2023: +50 bp goes from 78.6% to nothing, hold to 35.0%', () => {
    const before = meeting('2023-03-08', '2023-03-22').distribution;
    expect((before.chances[2 - before.lowest] ?? 0) * 100).toBeCloseTo(78.6, 1);
    const after = meeting('2023-03-13', '2023-03-22');
    expect(after.distribution.chances[2 - after.distribution.lowest] ?? 0).toBe(0);
    expect(holdBy(after) * 100).toBeCloseTo(35.0, 1);
  });

  test('Good Friday 2023, New York closed, has odds of its own: 71.2% for +25 bp in May', () => {
    expect(hikeBy(meeting('2023-04-07', '2023-05-03')) * 100).toBeCloseTo(71.2, 1);
    expect(hikeBy(meeting('2023-04-06', '2023-05-03')) * 100).toBeCloseTo(49.2, 1);
  });

  test('every day since 1990 has distributions that sum to 1, with nothing clipped', () => {
    let solved = 0;
    for (let row = 0; row < data.futures.dates.length; row++) {
      const day = futuresDay(data.futures, row);
      const odds = day && fedOdds(data.calendar, day);
      for (const found of odds?.meetings ?? []) {
        const { chances } = found.distribution;
        const total = chances.reduce((sum, chance) => sum + chance, 0);
        const inside = chances.every((chance) => chance >= 0 && chance <= 1);
        if (!inside || Math.abs(total - 1) > 1e-9) expect.fail(`${odds?.asOf} ${found.meeting} sums to ${total}`);
      }
      if ((odds?.meetings.length ?? 0) > 0) solved++;
    }
    expect(solved).toBeGreaterThan(9200);
  });

  describe('March 2020', () => {
    test('before the second cut the cancelled meeting still counts, from the range the first cut left', () => {
      const found = meeting('2020-03-13', '2020-03-18');
      const odds = fedOdds(data.calendar, dayOf(data.futures, '2020-03-13'));
      expect([odds?.range.lowerBp, odds?.range.upperBp]).toEqual([100, 125]);
      // The market looked for the zero bound, four moves down; the cut already made is not counted twice.
      expect(found.own.moves).toBeGreaterThan(-4.2);
      expect(found.own.moves).toBeLessThan(-3.2);
    });

    test('after it the meeting is gone and March, which moved out of turn, anchors nothing', () => {
      const odds = fedOdds(data.calendar, dayOf(data.futures, '2020-03-16'));
      expect([odds?.range.lowerBp, odds?.range.upperBp]).toEqual([0, 25]);
      expect(odds?.outOfTurn.map(({ from, moveBp }) => [from, moveBp])).toEqual([
        ['2020-03-04', -50],
        ['2020-03-16', -100],
      ]);
      expect(odds?.meetings[0]?.meeting).toBe('2020-04-29');
      expect(holdBy(meeting('2020-03-16', '2020-04-29'))).toBeGreaterThan(0.9);
    });

    test('chances of a range below zero are shown, not clipped', () => {
      const june = meeting('2020-03-31', '2020-06-10');
      expect(cutBy(june)).toBeGreaterThan(0);
      expect(rangeChances({ from: '2020-03-16', lowerBp: 0, upperBp: 25 }, june)[0]?.lowerBp).toBeLessThan(0);
    });
  });

  function meeting(day: Day, date: Day) {
    const odds = fedOdds(data.calendar, dayOf(data.futures, day));
    const found = odds?.meetings.find((candidate) => candidate.meeting === date);
    if (!found) throw new Error(`no odds for ${date} on ${day}`);
    return found;
  }
});
