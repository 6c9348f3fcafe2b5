/** The second and third line of the `/smallcaps` answer, and the words for its gap and base. Pure. */
import { addDays, type Day } from '../calendar/day.ts';
import { isMeasured, type Measured, type Receipt } from '../metrics/receipt.ts';
import type { SmallCapLag, Standing } from '../metrics/small-cap-lag.ts';
import type { Streak } from '../metrics/streak.ts';
import { counted, fullDate, level, ordinal, percent, points, shortDate } from './format.ts';
import { seriesName, windowLabel } from './words.ts';

/** "base close 29 Dec 2023 for YTD and MTD": the base of the asked window, and of any table row that shares it. */
export function baseWords({ headline, rows, inputs }: SmallCapLag): string | undefined {
  const base = baseDay(headline.subject);
  if (base === undefined) return undefined;
  const january = inputs.window === 'ytd' && inputs.session.slice(5, 7) === '01';
  const others = rows.length > 0 && january ? ` for ${windowLabel('ytd')} and ${windowLabel('mtd')}` : '';
  return `base close ${fullDate(base)}${others}`;
}

function baseDay(figure: Measured): Day | undefined {
  return isMeasured(figure) ? figure.inputs.find(({ name }) => name === 'close(base)')?.date : undefined;
}

/** The most unusual fact in one line, or undefined when there is none. */
export function unusualLine({ unusual, inputs, headline }: SmallCapLag): string | undefined {
  switch (unusual?.kind) {
    case undefined:
      return undefined;
    case 'rank': {
      const { rank, years, sessions, next } = unusual.rank;
      const side = (rank.inputs[0]?.value ?? 0) < 0 ? 'lag' : 'lead';
      const place = `*${ordinal(rank.value)} of ${years}* widest ${side} at this point of a year`;
      return `${place}, ${counted(sessions, 'session')} in; ${rank.value === 1 ? 'next' : 'widest'} ${next.year}, ${points(next.gap)}`;
    }
    case 'streak':
      return streakLine(unusual.streak, seriesName(inputs.benchmark));
    case 'span': {
      const side = isMeasured(headline.gap) && headline.gap.value < 0 ? 'lag' : 'lead';
      const share = `${(percent(unusual.portion.value)).replace('+', '')}`;
      return `*${share}* of all spans of ${counted(unusual.sessions, 'session')} since ${unusual.since.slice(0, 4)} had a ${side} this wide`;
    }
    case 'record':
      return recordAfterWait(unusual.series.name, unusual.wait);
  }
}

function recordAfterWait(name: string, wait: Receipt<number>): string {
  const previous = wait.inputs[0];
  return `*${counted(wait.value, 'session')}* from the previous ${name} record close, ${previous ? `${level(previous.value)} on ${fullDate(previous.date)}` : ''}`;
}

/** "*14 sessions* in a row ahead of the S&P 500, since 2 Jan; longest since 16 in Apr–May 1996". */
export function streakLine({ side, current, previous, dataFrom }: Streak, benchmark: string): string {
  const words = side > 0 ? 'ahead of' : 'behind';
  const reference = current.to;
  const longest = previous
    ? `longest since ${previous.sessions} in ${monthSpan(previous.from, previous.to)}`
    : `longest since the data begin, ${dataFrom.slice(0, 4)}`;
  const name = benchmark.startsWith('S&P') ? `the ${benchmark}` : benchmark;
  return `*${counted(current.sessions, 'session')}* in a row ${words} ${name}, since ${shortDate(current.from, reference)}; ${longest}`;
}

/** "May 1996", "Apr–May 1996", "Dec 1995–Jan 1996". */
function monthSpan(from: Day, to: Day): string {
  const [, startMonth = '', startYear = ''] = fullDate(from).split(' ');
  const [, endMonth = '', endYear = ''] = fullDate(to).split(' ');
  if (startYear !== endYear) return `${startMonth} ${startYear}–${endMonth} ${endYear}`;
  return startMonth === endMonth ? `${endMonth} ${endYear}` : `${startMonth}–${endMonth} ${endYear}`;
}

/** Where the two stand against their record closes: the one further from its own leads the line. */
export function recordLine({ subject, benchmark, inputs }: SmallCapLag): string | undefined {
  if (isRecord(subject) && isRecord(benchmark)) {
    return `*${lastClose(subject)}* ${seriesName(subject.series)} and ${lastClose(benchmark)} ${seriesName(benchmark.series)}, both at a record close`;
  }
  const shown = isRecord(subject) ? benchmark : subject;
  if (!isMeasured(shown.fromRecord)) return undefined;
  const record = shown.fromRecord.inputs[1];
  if (!record) return undefined;
  const day = shortDate(record.date, inputs.session);
  // A dividend-adjusted level was never quoted anywhere, so only its ratios are printed.
  const where = shown.series.totalReturn ? day : `${level(record.value)}, ${day}`;
  const line = `*${percent(shown.fromRecord.value)}* ${seriesName(shown.series)} from its record close (${where})`;
  const rest = isRecord(subject)
    ? `; ${seriesName(subject.series)} at its own${subject.series.totalReturn ? '' : `, ${lastClose(subject)}`}`
    : yearHighWords(shown, record.date, inputs.session);
  return line + rest;
}

/** "; −4.01% from its 27 Dec high", unless the 52-week high is the record itself. */
function yearHighWords({ fromYearHigh }: Standing, recordDay: Day, session: Day): string {
  if (!isMeasured(fromYearHigh)) return '';
  const high = fromYearHigh.inputs[1];
  if (!high || high.date === recordDay) return '';
  const recent = high.date >= addDays(session, -183);
  return `; ${percent(fromYearHigh.value)} from its ${recent ? shortDate(high.date) : fullDate(high.date)} high`;
}

function isRecord({ record }: Standing): boolean {
  return isMeasured(record) && record.value;
}

function lastClose({ series }: Standing): string {
  return level(series.close.at(-1) ?? Number.NaN);
}
