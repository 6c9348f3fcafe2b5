import { describe, expect, test } from 'vitest';
import { BUNDLED_MEETINGS } from '../../src/calendar/fomc-seed.ts';
import { releasesOn } from '../../src/calendar/releases.ts';

const on = (day: string) => releasesOn(day, BUNDLED_MEETINGS);

describe('releasesOn', () => {
  test('knows the releases of the weeks the article speaks of', () => {
    expect(on('2024-01-05')).toEqual(['jobs report']);
    expect(on('2024-01-11')).toEqual(['CPI', 'jobless claims']);
    expect(on('2024-01-17')).toEqual(['retail sales']);
    expect(on('2024-01-31')).toEqual(['FOMC decision']);
    expect(on('2024-01-16')).toEqual([]);
  });

  test('the jobs report of Good Friday 2023 came out with New York closed', () => {
    expect(on('2023-04-07')).toEqual(['jobs report']);
  });

  test('minutes come three weeks after the decision', () => {
    // Decision 13 December 2023, minutes 3 January 2024.
    expect(on('2024-01-03')).toEqual(['FOMC minutes']);
  });

  test('claims come on the Wednesday before Thanksgiving', () => {
    expect(on('2023-11-22')).toEqual(['jobless claims']);
    expect(on('2023-11-23')).toEqual([]);
  });

  test('an emergency cut is named as unscheduled, the cancelled meeting not at all', () => {
    expect(on('2020-03-03')).toEqual(['FOMC, unscheduled']);
    expect(on('2020-03-18')).toEqual([]);
  });

  test('a desk’s own releases are added', () => {
    expect(releasesOn('2024-01-16', BUNDLED_MEETINGS, [{ day: '2024-01-16', name: 'Waller speech' }])).toEqual([
      'Waller speech',
    ]);
  });
});
