import { describe, expect, it } from 'vitest';
import { dateTicks } from '../../../src/charts/compile/date-axis.ts';
import { weekdays } from '../examples.ts';

const labels = (from: string, count: number) => dateTicks(weekdays(from, count)).map(({ label }) => label);

describe('dateTicks', () => {
  it('names both days of a one-day window', () => {
    expect(labels('2024-01-19', 2)).toEqual(['19 Jan', '22 Jan']);
  });

  it('names every session of a week', () => {
    expect(labels('2024-01-15', 6)).toEqual(['15 Jan', '16 Jan', '17 Jan', '18 Jan', '19 Jan', '22 Jan']);
  });

  it('names the openings of weeks between the first and the last session', () => {
    expect(labels('2023-12-29', 17)).toEqual(['29 Dec', '8 Jan', '15 Jan', '22 Jan']);
  });

  it('names every second month of a year, and January by its year', () => {
    expect(labels('2023-01-20', 261)).toEqual(['Mar', 'May', 'Jul', 'Sep', 'Nov', '2024']);
  });

  it('names years of a decade', () => {
    expect(labels('2014-01-22', 2610)).toEqual(['2016', '2018', '2020', '2022', '2024']);
  });

  it('points at the first session of what it names', () => {
    const dates = weekdays('2023-01-20', 261);
    const [march] = dateTicks(dates);
    expect(dates[march?.index ?? -1]).toBe('2023-03-01');
  });

  it('never names more than eight places', () => {
    for (const count of [1, 2, 9, 23, 60, 130, 400, 700, 1500, 4000, 9000]) {
      expect(labels('1990-01-02', count).length).toBeLessThanOrEqual(8);
    }
  });
});
