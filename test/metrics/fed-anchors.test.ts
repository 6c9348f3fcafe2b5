import { describe, expect, test } from 'vitest';
import { monthOf } from '../../src/calendar/month.ts';
import {
  anchorMonths,
  anchorPct,
  meetingMonth,
  ruleOn,
  type Schedule,
  solvedMeeting,
} from '../../src/metrics/fed-anchors.ts';
import { dayOf, futuresOf } from '../support/fed.ts';

function schedule(days: readonly string[], moves: Schedule['moves'] = []): Schedule {
  const meetings = days.map((date) => meetingMonth(date, 'decision-day-new'));
  const last = days.at(-1) ?? '';
  return { months: new Map(meetings.map((one) => [one.month, one])), last, lastEnd: 'next month', moves };
}

describe('ruleOn', () => {
  test('changed between CME’s exports of March and September 2024', () => {
    expect([ruleOn('2024-03-11'), ruleOn('2024-03-12')]).toEqual(['decision-day-new', 'decision-day-old']);
  });
});

describe('meetingMonth', () => {
  test('the decision day counts at the new or at the old rate', () => {
    expect(meetingMonth('2024-03-20', 'decision-day-new')).toMatchObject({ days: 31, oldDays: 19, newDays: 12 });
    expect(meetingMonth('2024-03-20', 'decision-day-old')).toMatchObject({ days: 31, oldDays: 20, newDays: 11 });
    expect(meetingMonth('2024-07-31', 'decision-day-old').newDays).toBe(0);
  });
});

describe('solvedMeeting', () => {
  test('two months without a meeting anchor the one between them', () => {
    const known = schedule(['2024-03-20']);
    const { start, end } = solvedMeeting(known, meetingMonth('2024-03-20', 'decision-day-new'));
    expect([...anchorMonths(start), ...anchorMonths(end)]).toEqual([monthOf('2024-02-01'), monthOf('2024-04-01')]);
  });

  test('in a run of months the rate before the later meeting comes from its own contract, going backward', () => {
    // 31 Jan 2024 after 13 Dec 2023: (31 × 5.33 − 1 × 5.325) / 30 = 5.330167.
    const day = dayOf(futuresOf({ '2024-01-22': { '2024-01': 94.67, '2024-02': 94.675 } }), '2024-01-22');
    const known = schedule(['2023-12-13', '2024-01-31']);
    const { start, end } = solvedMeeting(known, meetingMonth('2024-01-31', 'decision-day-new'));
    expect(anchorPct(day, end)).toBeCloseTo(5.325, 10);
    expect(anchorPct(day, start)).toBeCloseTo(5.3301667, 6);
  });

  test('a move out of turn is taken out of the days before it', () => {
    // March 2020, 50 bp cut in force from the 4th, meeting on the 18th at no change after: 3 days at 1.58, 28 at 1.08.
    // Average (3 × 1.58 + 28 × 1.08) / 31 = 1.12839.
    const day = dayOf(futuresOf({ '2020-03-09': { '2020-03': 100 - 1.1283870968, '2020-04': 98.92 } }), '2020-03-09');
    const known = schedule(['2020-03-18'], [{ from: '2020-03-04', moveBp: -50 }]);
    const { start } = solvedMeeting(known, meetingMonth('2020-03-18', 'decision-day-new'));
    expect(start.kind).toBe('before');
    expect(anchorPct(day, start)).toBeCloseTo(1.08, 6);
  });

  test('a month that moved out of turn anchors nothing: the next month’s start is its own', () => {
    const known = schedule(['2020-04-29'], [{ from: '2020-03-16', moveBp: -100 }]);
    const { start } = solvedMeeting(known, meetingMonth('2020-04-29', 'decision-day-new'));
    expect(anchorMonths(start)).toEqual([monthOf('2020-04-01'), monthOf('2020-05-01')]);
  });

  test('a decision on the 1st has no old days: the month before is solved forward', () => {
    // A meeting on 15 Jan moved the rate from 5 to 5.25: January averages (14 × 5 + 17 × 5.25) / 31 = 5.13710.
    const day = dayOf(
      futuresOf({
        '2023-12-29': { '2023-12': 95 },
        '2024-01-08': { '2024-01': 94.8629032258, '2024-02': 94.5, '2024-03': 94.5 },
      }),
      '2024-01-08',
    );
    const known = schedule(['2024-01-15', '2024-02-01']);
    const { start, end } = solvedMeeting(known, meetingMonth('2024-02-01', 'decision-day-new'));
    expect(anchorPct(day, start)).toBeCloseTo(5.25, 6);
    expect(anchorPct(day, end)).toBeCloseTo(5.5, 10);
  });
});
