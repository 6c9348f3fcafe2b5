import { describe, expect, it } from 'vitest';
import { easterSunday } from '../../src/calendar/easter.ts';

// Dates from the Astronomical Applications Department of the U.S. Naval Observatory, "The Date of Easter".
const PUBLISHED = `1990-04-15 1999-04-04 2000-04-23 2008-03-23 2011-04-24 2016-03-27 2018-04-01 2019-04-21
  2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2038-04-25`;

describe('easterSunday', () => {
  it.each(PUBLISHED.split(/\s+/))('gives the published date %s', (day) => {
    expect(easterSunday(Number(day.slice(0, 4)))).toBe(day);
  });

  it('is a Sunday between 22 March and 25 April in every year the calendar covers', () => {
    for (let year = 1885; year <= 2100; year += 1) {
      const day = easterSunday(year);
      expect(Temporal.PlainDate.from(day).dayOfWeek).toBe(7);
      expect(day >= `${year}-03-22` && day <= `${year}-04-25`, day).toBe(true);
    }
  });
});
