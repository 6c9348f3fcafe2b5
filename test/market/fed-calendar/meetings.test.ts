import { describe, expect, it } from 'vitest';
import { BUNDLED_MEETINGS } from '../../../src/calendar/fomc-seed.ts';
import { refreshedMeetings } from '../../../src/market/fed-calendar/meetings.ts';

const TODAY = '2026-11-20';
const days2028 = ['03-15', '04-26', '06-14', '07-26', '09-20', '11-01', '12-13'].map((day) => `2028-${day}`);

describe('refreshedMeetings', () => {
  it('keeps the bundled meetings when the Fed lists the same', () => {
    expect(refreshedMeetings(BUNDLED_MEETINGS, ['2026-10-28', '2026-12-09'], TODAY)).toEqual({
      meetings: BUNDLED_MEETINGS,
    });
  });

  it('takes over a year the Fed lists in full', () => {
    const { meetings, kept } = refreshedMeetings(BUNDLED_MEETINGS, ['2028-01-26', ...days2028], TODAY);

    expect(kept).toBeUndefined();
    expect(meetings.filter(({ date }) => date.startsWith('2028')).map(({ date }) => date)).toEqual([
      '2028-01-26',
      ...days2028,
    ]);
  });

  it('waits with a year that is listed in part', () => {
    expect(refreshedMeetings(BUNDLED_MEETINGS, ['2028-03-15'], TODAY).meetings).toEqual(BUNDLED_MEETINGS);
  });

  it.each([
    ['a Monday', ['2028-03-13'], '2028-03-13 is not a Tuesday, Wednesday or Thursday'],
    ['a past meeting nobody knows', ['2026-10-21'], '2026-10-21 has passed and was no meeting'],
    ['another date in a bundled year', ['2027-02-03'], '2027-02-03 is not a bundled meeting'],
    [
      'ten meetings in a year',
      ['2029-01-30', ...days2028.map((day) => day.replace('2028', '2029')), '2029-02-13', '2029-05-15'].filter((day) =>
        new Set([2, 3, 4]).has(Temporal.PlainDate.from(day).dayOfWeek),
      ),
      '2029 has 10 meetings',
    ],
  ])('changes nothing for %s, and says why', (_what, listed, kept) => {
    expect(refreshedMeetings(BUNDLED_MEETINGS, listed, TODAY)).toEqual({ meetings: BUNDLED_MEETINGS, kept });
  });
});
