import { describe, expect, it } from 'vitest';
import { monthPeriod } from '../../src/questions/slots-periods.ts';
import { timeIn } from '../../src/questions/slots-time.ts';
import { normalText } from '../../src/questions/words-normal.ts';

const DAYS = { today: '2024-01-22', asked: '2024-01-22' };
const time = (text: string) => timeIn(normalText(text).text, DAYS);

describe('stretches of days', () => {
  // Base days are the last day before the stretch: its own first session counts from that close.
  it.each([
    ['between march and june', '2023-02-28', '2023-06-30'],
    ['from 27 oct to 27 dec', '2023-10-27', '2023-12-27'],
    ['gap between 27 oct and 27 dec 2023', '2023-10-27', '2023-12-27'],
    ['2023-10-27 to 2023-12-14', '2023-10-27', '2023-12-14'],
    ['in 2022', '2021-12-31', '2022-12-31'],
    ['rut 2022', '2021-12-31', '2022-12-31'],
    ['how did they do last year', '2022-12-31', '2023-12-31'],
    ['last summer', '2023-05-31', '2023-08-31'],
    ['q4 2023', '2023-09-30', '2023-12-31'],
    ['first half of 2023', '2022-12-31', '2023-06-30'],
    ['2020 to 2022', '2019-12-31', '2022-12-31'],
  ])('“%s” runs from the close of %s to %s', (text, since, to) => {
    expect(time(text).period).toEqual({ since, to });
  });

  it('a year under way has no end yet', () => {
    expect(time('in 2024').period).toEqual({ since: '2023-12-31' });
  });

  it.each([
    ['and in december?', '2023-11-30', '2023-12-31'],
    ['in november 2023', '2023-10-31', '2023-11-30'],
    ['in march 2020', '2020-02-29', '2020-03-31'],
  ])('“%s” is a month for questions about prices', (text, since, to) => {
    expect(monthPeriod(normalText(text).text, '2024-01-22')).toEqual({ since, to });
  });
});

describe('windows', () => {
  it.each([
    ['over the past 3 weeks', { since: '2024-01-01' }],
    ['past 20 sessions', { since: '2023-12-20' }],
    ['6 weeks', { since: '2023-12-11' }],
    ['18 months', { since: '2022-07-22' }],
    ['over the last month', '1m'],
    ['12m', '1y'],
    ['since new year', 'ytd'],
    ['since 2020', { since: '2019-12-31' }],
    ['since june', { since: '2023-05-31' }],
    ['since 13 december', { since: '2023-12-13' }],
  ])('“%s”', (text, window) => {
    expect(time(text).window).toEqual(window);
  });

  it.each([
    'fastest 52 week low to 52 week high',
    '12 months from when',
    '2 year yield',
    'how many times was it up a year later',
    'top 5',
  ])('“%s” names none', (text) => {
    expect(time(text).window).toBeUndefined();
  });

  it('a low or a meeting that a window begins at is left to whoever knows prices and meetings', () => {
    expect(time('since the oct low')).toEqual({ turning: { point: 'low', month: 10 } });
    expect(time('since march 2020 low')).toEqual({ turning: { point: 'low', month: 3, year: 2020 } });
    expect(time('since the record high')).toEqual({ turning: { point: 'record' } });
    expect(time('since the last fomc')).toEqual({ sinceMeeting: 'last' });
    expect(time('since the dec fomc')).toEqual({ sinceMeeting: 12 });
  });
});

describe('days', () => {
  it.each([
    ['ytd gap a month ago', '2023-12-22'],
    ['a week ago', '2024-01-15'],
    ['what was it yesterday', '2024-01-19'],
    ['and on friday?', '2024-01-19'],
    ['what moved the odds on the 16th', '2024-01-16'],
    ['this time last year', '2023-01-22'],
    ['22 dec', '2023-12-22'],
    ['end of 2022', '2022-12-31'],
  ])('“%s” is %s', (text, day) => {
    expect(time(text).asOf).toBe(day);
  });

  it('yesterday counts from the day it is asked, not from the post', () => {
    expect(timeIn('yesterday', { today: '2024-01-12', asked: '2024-01-22' }).asOf).toBe('2024-01-19');
  });
});
