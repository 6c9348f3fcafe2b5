/** From the words for a meeting to one that the day's prices reach, or a refusal that names the ones they do. Pure. */
import { type Day, monthsBefore, yearOf } from '../calendar/day.ts';
import { CapwatchError } from '../errors.ts';
import { fullDate, MONTH_NAMES, shortDate } from '../messages/format.ts';
import type { FedCalendar, FedOdds } from '../metrics/fed-odds.ts';
import { whyCut } from '../metrics/fed-steps.ts';
import type { MeetingWord } from './fedodds-request.ts';

/**
 * The decision day that `word` means on the odds' day.
 * @throws CapwatchError `invalid_input` when there is no such meeting, it is over, or the prices do not reach it.
 */
export function meetingDay(word: MeetingWord, odds: FedOdds, calendar: FedCalendar): Day {
  const next = odds.meetings[0]?.meeting;
  if (next === undefined) throw unpriced(odds);
  if (word === 'next') return next;
  const scheduled = calendar.scheduled.map(({ date }) => date);
  const wanted = 'day' in word ? scheduled.find((date) => date === word.day) : inMonth(word, scheduled, odds.asOf);
  if (wanted === undefined) throw noMeeting(word, odds);
  if (wanted < odds.asOf) {
    throw refusal(`The meeting of ${fullDate(wanted)} was over on ${fullDate(odds.asOf)}.`, odds, {
      example: `/fedodds ${wanted} asof ${wanted}`,
    });
  }
  if (odds.meetings.some(({ meeting }) => meeting === wanted)) return wanted;
  const why = odds.cut ? `: ${whyCut(odds.cut)} on ${odds.asOf}` : '';
  throw refusal(`Futures prices do not reach the meeting of ${fullDate(wanted)}${why}.`, odds);
}

type InMonth = Extract<MeetingWord, { readonly month: number }>;

/** The first meeting of that month within a year of `asOf`; with a year typed the month's own. */
function inMonth({ month, date, year }: InMonth, scheduled: readonly Day[], asOf: Day): Day | undefined {
  const two = String(month).padStart(2, '0');
  const fits = scheduled.filter(
    (day) => day.slice(5, 7) === two && (date === undefined || Number(day.slice(8)) === date),
  );
  if (year !== undefined) return fits.find((day) => yearOf(day) === year);
  return fits.find((day) => day >= asOf && day < monthsBefore(asOf, -12));
}

function noMeeting(word: Exclude<MeetingWord, 'next'>, odds: FedOdds): CapwatchError {
  if ('day' in word) return refusal(`There is no scheduled meeting on ${fullDate(word.day)}.`, odds);
  const month = MONTH_NAMES[word.month - 1] ?? '';
  const ahead = `${yearOf(odds.asOf)}-${String(word.month).padStart(2, '0')}` >= odds.asOf.slice(0, 7) ? 0 : 1;
  const year = word.year ?? yearOf(odds.asOf) + ahead;
  const when = `${word.date === undefined ? '' : `${word.date} `}${month} ${year}`;
  return refusal(`There is no scheduled meeting ${word.date === undefined ? 'in' : 'on'} ${when}.`, odds);
}

function unpriced(odds: FedOdds): CapwatchError {
  const why = odds.cut ? `${whyCut(odds.cut)} on ${odds.asOf}` : 'no meeting is priced';
  return new CapwatchError('not_found', `No odds for ${fullDate(odds.asOf)}: ${why}.`, {
    example: '/fedodds march asof 2024-01-22',
  });
}

function refusal(said: string, odds: FedOdds, { example }: { example?: string } = {}): CapwatchError {
  const [first, second] = odds.meetings;
  const shown = second ?? first;
  const meetings = odds.meetings.map(({ meeting }) => shortDate(meeting, odds.asOf)).join(', ');
  return new CapwatchError('invalid_input', said, {
    example: example ?? `/fedodds ${shown?.meeting ?? 'next'}`,
    hint: `priced: ${meetings}`,
  });
}
