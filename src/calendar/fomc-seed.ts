/** Bundled meeting dates, 2019 to January 2028, used where a data folder brings no fomc_meetings.csv of its own. */
import type { FomcMeeting } from './fomc.ts';

/**
 * Decision days of scheduled meetings as the Federal Reserve publishes them; 2027 and 2028 are tentative.
 * @see https://www.federalreserve.gov/monetarypolicy/fomccalendars.htm
 */
const SCHEDULED: Readonly<Record<number, string>> = {
  2019: '01-30 03-20 05-01 06-19 07-31 09-18 10-30 12-11',
  2020: '01-29 04-29 06-10 07-29 09-16 11-05 12-16',
  2021: '01-27 03-17 04-28 06-16 07-28 09-22 11-03 12-15',
  2022: '01-26 03-16 05-04 06-15 07-27 09-21 11-02 12-14',
  2023: '02-01 03-22 05-03 06-14 07-26 09-20 11-01 12-13',
  2024: '01-31 03-20 05-01 06-12 07-31 09-18 11-07 12-18',
  2025: '01-29 03-19 05-07 06-18 07-30 09-17 10-29 12-10',
  2026: '01-28 03-18 04-29 06-17 07-29 09-16 10-28 12-09',
  2027: '01-27 03-17 04-28 06-09 07-28 09-15 10-27 12-08',
  2028: '01-26',
};

/** March 2020: two emergency cuts, and the meeting they replaced. */
const OUT_OF_TURN: readonly FomcMeeting[] = [
  { date: '2020-03-03', kind: 'unscheduled' },
  { date: '2020-03-15', kind: 'unscheduled' },
  { date: '2020-03-18', kind: 'cancelled' },
];

export const BUNDLED_MEETINGS: readonly FomcMeeting[] = [
  ...Object.entries(SCHEDULED).flatMap(([year, days]) =>
    days.split(' ').map((day): FomcMeeting => ({ date: `${year}-${day}`, kind: 'scheduled' })),
  ),
  ...OUT_OF_TURN,
].sort((a, b) => (a.date < b.date ? -1 : 1));
