import { describe, expect, test } from 'vitest';
import {
  cancelledAround,
  decisionTimes,
  hasPressConference,
  hasProjections,
  lastListedMeeting,
  listedFrom,
  meetingsKnownOn,
  scheduledMeetings,
} from '../../src/calendar/fomc.ts';
import { BUNDLED_MEETINGS } from '../../src/calendar/fomc-seed.ts';

describe('BUNDLED_MEETINGS', () => {
  test('has eight scheduled meetings a year from 2019 to 2027, the cancelled one of 2020 included', () => {
    for (let year = 2019; year <= 2027; year++) {
      const held = BUNDLED_MEETINGS.filter(
        ({ date, kind }) => date.startsWith(`${year}`) && (kind === 'scheduled' || kind === 'cancelled'),
      );
      expect([year, held.length]).toEqual([year, 8]);
    }
  });

  test('ascends and decides midweek', () => {
    const days = BUNDLED_MEETINGS.filter(({ kind }) => kind === 'scheduled').map(({ date }) => date);
    expect(days).toEqual([...days].sort());
    expect(days.every((day) => [3, 4].includes(Temporal.PlainDate.from(day).dayOfWeek))).toBe(true);
  });
});

describe('scheduledMeetings', () => {
  test('keeps the March 2020 meeting until the day it was replaced', () => {
    const march = scheduledMeetings(BUNDLED_MEETINGS).find(({ date }) => date === '2020-03-18');
    expect(march?.cancelledFrom).toBe('2020-03-15');
  });

  test('leaves conference calls and notation votes out', () => {
    const meetings = [
      { date: '2020-03-23', kind: 'unscheduled' },
      { date: '2020-04-29', kind: 'scheduled' },
      { date: '2020-08-27', kind: 'notation_vote' },
    ] as const;
    expect(scheduledMeetings(meetings)).toEqual([{ date: '2020-04-29' }]);
  });
});

describe('lastListedMeeting', () => {
  // METRICS.md section 3, rule 5: the day before and the day of each change.
  test.each([
    ['2023-03-22', '2024-03-20'],
    ['2023-03-23', '2024-05-01'],
    ['2023-05-03', '2024-05-01'],
    ['2023-05-04', '2024-06-12'],
    ['2023-07-26', '2024-06-12'],
    ['2023-07-27', '2024-09-18'],
    ['2023-11-01', '2024-09-18'],
    ['2023-11-02', '2024-11-07'],
    ['2023-12-14', '2025-01-29'],
    ['2024-02-01', '2025-03-19'],
  ])('on %s CME listed meetings to %s', (day, last) => {
    expect(lastListedMeeting(day)).toBe(last);
  });

  test('is unknown before and after the exports', () => {
    expect(lastListedMeeting('2022-09-09')).toBeUndefined();
    expect(lastListedMeeting('2026-09-18')).toBeUndefined();
  });
});

describe('listedFrom', () => {
  test('is the first day a meeting stood on CME’s list', () => {
    expect(listedFrom('2024-07-31')).toBe('2023-07-27');
    expect(listedFrom('2024-09-18')).toBe('2023-07-27');
    expect(listedFrom('2025-01-29')).toBe('2023-12-14');
    expect(listedFrom('2024-03-20')).toBeUndefined();
  });
});

describe('cancelledAround', () => {
  test('tells of a cancelled meeting in its month and the next', () => {
    expect(cancelledAround(BUNDLED_MEETINGS, '2020-03-16')).toEqual(['2020-03-18']);
    expect(cancelledAround(BUNDLED_MEETINGS, '2020-04-15')).toEqual(['2020-03-18']);
    expect(cancelledAround(BUNDLED_MEETINGS, '2020-05-04')).toEqual([]);
    expect(cancelledAround(BUNDLED_MEETINGS, '2020-02-28')).toEqual([]);
  });
});

describe('hasPressConference and hasProjections', () => {
  test('every meeting since 2019 has a press conference, every second one projections', () => {
    expect([hasPressConference('2024-01-31'), hasProjections('2024-01-31')]).toEqual([true, false]);
    expect([hasPressConference('2024-03-20'), hasProjections('2024-03-20')]).toEqual([true, true]);
  });

  test('from 2011 to 2018 only meetings with projections had one', () => {
    expect([hasPressConference('2018-08-01'), hasPressConference('2018-09-26')]).toEqual([false, true]);
    expect([hasPressConference('2012-04-25'), hasPressConference('2012-03-13')]).toEqual([true, false]);
    expect(hasPressConference('2010-03-16')).toBe(false);
  });
});

describe('meetingsKnownOn', () => {
  const dates = (day: string, kind: string) =>
    meetingsKnownOn(BUNDLED_MEETINGS, day)
      .filter((meeting) => meeting.kind === kind)
      .map(({ date }) => date);

  test('keeps the meeting of 18 March 2020 until the day after it was replaced', () => {
    expect(dates('2020-03-04', 'scheduled')).toContain('2020-03-18');
    expect(dates('2020-03-16', 'scheduled')).not.toContain('2020-03-18');
  });

  test('does not know a meeting out of turn before it was held', () => {
    expect(dates('2020-03-03', 'unscheduled')).not.toContain('2020-03-03');
    expect(dates('2020-03-04', 'unscheduled')).toContain('2020-03-03');
  });
});

describe('decisionTimes', () => {
  test('are 14:00 and 14:30 since March 2013, before that 14:15, or 12:30 with a press conference', () => {
    expect(decisionTimes('2024-01-31')).toEqual({ decision: '14:00', press: '14:30' });
    expect(decisionTimes('2014-01-29')).toEqual({ decision: '14:00' });
    expect(decisionTimes('2012-12-12')).toEqual({ decision: '12:30', press: '14:15' });
    expect(decisionTimes('2008-12-16')).toEqual({ decision: '14:15' });
  });
});
