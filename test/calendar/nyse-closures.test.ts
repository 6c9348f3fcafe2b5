import { describe, expect, it } from 'vitest';
import { closuresOf, earlyClosesOf } from '../../src/calendar/nyse-closures.ts';

describe('closuresOf', () => {
  it.each([
    ['1968-02-22', "Washington's Birthday"],
    ['1968-06-12', 'paperwork crisis'],
    ['1969-07-21', 'Moon landing'],
    ['1939-11-23', 'Thanksgiving Day'],
    ['1933-03-14', 'bank holiday'],
    ['1964-02-21', "Washington's Birthday"],
    ['1980-11-04', 'Election Day'],
    ['1987-07-03', 'Independence Day'],
    ['2001-09-13', 'September 11 attacks'],
    ['2012-10-30', 'Hurricane Sandy'],
    ['2018-12-05', 'national day of mourning for George H. W. Bush'],
    ['2022-06-20', 'Juneteenth'],
    ['2024-01-15', 'Martin Luther King Jr. Day'],
    ['2024-02-19', "Presidents' Day"],
    ['2024-03-29', 'Good Friday'],
    ['2024-05-27', 'Memorial Day'],
    ['2025-01-09', 'national day of mourning for Jimmy Carter'],
    ['2027-12-24', 'Christmas Day'],
  ])('closes on %s for %s', (day, reason) => {
    expect(closuresOf(Number(day.slice(0, 4))).get(day)).toBe(reason);
  });

  it.each([
    ['1997-01-20', 'before 1998 Martin Luther King Jr. Day was no holiday here'],
    ['1931-05-29', 'a Saturday holiday had no Friday before 1959'],
    ['1970-05-29', 'the last session of a month, kept open'],
    ['1907-03-29', 'a Good Friday on which the exchange opened'],
    ['1968-11-06', 'the week had Election Day'],
    ['1976-11-03', 'the day after an election'],
    ['1984-11-06', 'no Election Day after 1980'],
    ['2021-06-18', 'Juneteenth was first kept in 2022'],
    ['2021-12-31', 'New Year on a Saturday is not observed'],
    ['2027-12-31', 'New Year on a Saturday is not observed'],
  ])('stays open on %s: %s', (day) => {
    expect(closuresOf(Number(day.slice(0, 4))).has(day)).toBe(false);
  });
});

describe('earlyClosesOf', () => {
  it('knows 2028 as the exchange announced it', () => {
    expect([...earlyClosesOf(2028)].sort()).toEqual([
      ['2028-07-03', '13:00'],
      ['2028-11-24', '13:00'],
    ]);
  });

  it('ended Christmas Eve at two in 1990', () => {
    expect([...earlyClosesOf(1990)]).toEqual([['1990-12-24', '14:00']]);
  });

  it('shortened the Friday after a Thursday Fourth until 2012, the Wednesday before it since', () => {
    expect(earlyClosesOf(2002).has('2002-07-05')).toBe(true);
    expect(earlyClosesOf(2002).has('2002-07-03')).toBe(false);
    expect(earlyClosesOf(2013).has('2013-07-05')).toBe(false);
    expect(earlyClosesOf(2013).has('2013-07-03')).toBe(true);
  });

  it('claims none before 1990', () => {
    expect(earlyClosesOf(1989).size).toBe(0);
  });
});
