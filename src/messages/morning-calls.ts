/** Changes of calls and surveys as the lines of the morning thread and of alerts. Pure. */
import type { CallChanges } from '../metrics/call-changes.ts';
import type { StatusChange } from '../metrics/call-status.ts';
import { callId } from '../metrics/calls.ts';
import type { CallChange } from '../metrics/morning.ts';
import { isMeasured } from '../metrics/receipt.ts';
import { directionWords, latestReading, type SurveySeries, type SurveyVersion } from '../metrics/surveys.ts';
import { fullDate, plain, shortDate, signedNumber } from './format.ts';
import { shortFirm, valueWords } from './targets-words.ts';

/** One line a changed call, newest first. */
export function callLines({ changes, stated, asOf }: CallChanges): CallChange[] {
  return changes.map((change) => {
    const id = `${callId(change.after.call)}.stated`;
    return { kind: kindOf(change), line: lineOf(change, asOf), numbers: stated.filter((one) => one.id === id) };
  });
}

function kindOf({ before, after }: StatusChange): CallChange['kind'] {
  if (before === 'unknown') return 'added';
  return after.status === 'hit' || after.status === 'expired' ? after.status : 'changed';
}

/** "*Goldman +15%* new, 12 Jan". */
function lineOf({ before, after }: StatusChange, asOf: string): string {
  const { call, status, since } = after;
  const now = before === 'unknown' ? (status === 'active' ? 'new' : `new, ${status}`) : status;
  return `*${shortFirm(call.firm)} ${valueWords(call.value)}* ${now}, ${shortDate(since, asOf)}`;
}

/** The line of a survey whose last reading is news: a flip when its sign changed; undefined when it is not. */
export function surveyLine(
  series: SurveySeries,
  readings: readonly SurveyVersion[],
  isNews: boolean,
): CallChange | undefined {
  const latest = readings.at(-1);
  if (!latest || !isNews) return undefined;
  const before = readings.at(-2);
  // Zero is neither side: a survey that came back to where it was has not changed sides.
  const side = readings.slice(0, -1).findLast(({ direction }) => direction !== 0)?.direction;
  const flipped = series.signed && side !== undefined && latest.direction !== 0 && side !== latest.direction;
  const figure = latestReading(series, readings);
  const value = isMeasured(figure) ? readingWords(series, figure.value) : '';
  const said = series.signed ? directionWords(series, latest) : '';
  const bold = [value, said].filter((part) => part !== '').join(', ');
  const earlier = before ? `; ${earlierWords(series, before, latest)}` : '';
  const line = `*${bold}*, ${series.name}, published ${shortDate(latest.published)}${earlier}`;
  return { kind: flipped ? 'flip' : 'reading', line, numbers: isMeasured(figure) ? [figure] : [] };
}

/** What the reading recorded before said; months in between may be missing, so no more is claimed. */
function earlierWords(series: SurveySeries, before: SurveyVersion, latest: SurveyVersion): string {
  if (!series.signed) {
    return before.value === undefined
      ? `only the direction in ${periodWords(before.period)}`
      : `${readingWords(series, before.value)} in ${periodWords(before.period)}`;
  }
  const same = before.direction === latest.direction;
  return same
    ? `the same in ${periodWords(before.period)}, the reading recorded before`
    : `${directionWords(series, before)} in ${periodWords(before.period)}`;
}

/** "Jun 2021", "17 Jan 2024": the month or the week a reading is of. */
function periodWords(period: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(period)) return fullDate(period);
  return /^\d{4}-\d{2}$/.test(period) ? fullDate(`${period}-01`).replace(/^1 /, '') : period;
}

/** "4.8% cash", "net +27%": the survey's own percentage. */
function readingWords({ signed, unit, series }: SurveySeries, value: number): string {
  if (!signed) return `${plain(value, 1)}${unit} ${series}`;
  return unit.startsWith('net ') ? `net ${signedNumber(value, 0)}%` : `${signedNumber(value, 1)} ${unit}`;
}
