/** When: windows, stretches of days, days and turning points in a normalised text → slots. Knows the calendar, no prices. Pure. */
import { addDays, type Day, monthsBefore, weekday } from '../calendar/day.ts';
import { previousSession, sessionOnOrBefore } from '../calendar/nyse.ts';
import { CapwatchError } from '../errors.ts';
import type { NamedWindow, Window } from '../metrics/windows.ts';
import { monthNumber, parseDay } from './dates.ts';
import type { Slots, Turning } from './question.ts';
import { MONTH, type Stretch, stretchAt, stretchesIn } from './slots-periods.ts';

export interface TimeWords {
  /** The day of the post, which dates what has no year. */
  readonly today: Day;
  /** The day it is asked: yesterday and weekdays count from it. */
  readonly asked: Day;
}

export type TimeSlots = Pick<Slots, 'window' | 'asOf' | 'since' | 'sinceMeeting' | 'turning' | 'period'>;

const NAMED: readonly (readonly [RegExp, NamedWindow])[] = [
  [
    /\b(ytd|year to date|this year|so far in 20\d\d|since (new year|jan 1|1 jan|january 1|(the )?(start|beginning) of (the |this )?year|(the )?turn of the year)|(on|for) the year|so far this year)\b/,
    'ytd',
  ],
  [/\b(mtd|month to date|this month)\b/, 'mtd'],
  [/\b(qtd|quarter to date|this quarter)\b/, 'qtd'],
  [/\b(1d|today|todays|on the day|daily move|last session|day on day|overnight)\b/, '1d'],
  [/\b(this week|(past|last|previous) week|over (a|1) week|wtd|week to date)\b/, '1w'],
  [/\b(past month|(over|in|for|during) the (last|past) month|over (a|1) month)\b/, '1m'],
  [/\b(past quarter|(over|in|for|during) the (last|past) quarter)\b/, '3m'],
  [/\b(half year|half a year|past 6 months)\b/, '6m'],
  [
    /\b(past year|(over|in|for|during) the (last|past) year|trailing year|ttm|ltm|52 weeks?(?! ?(low|high|range)))\b/,
    '1y',
  ],
  [/\bdecade\b/, '10y'],
  [/\b(all history|full history|since inception|whole history)\b/, 'max'],
];
const UNITS: Readonly<Record<string, 'day' | 'week' | 'month' | 'year'>> = {
  d: 'day',
  s: 'day',
  w: 'week',
  m: 'month',
  y: 'year',
};
const NAMED_LENGTHS: Readonly<Record<string, NamedWindow>> = {
  '1 day': '1d',
  '5 day': '1w',
  '1 week': '1w',
  '1 month': '1m',
  '3 month': '3m',
  '6 month': '6m',
  '12 month': '1y',
  '1 year': '1y',
  '3 year': '3y',
  '5 year': '5y',
  '10 year': '10y',
};
/** "3 months", "6w", "20 sessions": a length, unless it counts something else. */
const LENGTH =
  /(?<!\btop |\d|\.)\b(\d{1,3}) ?(d|days?|sessions?|trading days?|w|weeks?|m|months?|y|years?)\b(?! ?(ago|back|earlier|before|out|ahead|away|low|lows|high|highs|yield|yields|treasury|note|notes|average|avg|moving|from (when|the)|in a row|straight|running|target|call|later|after))/;
/** Counts of days that stand for months. */
const MONTH_LONG: readonly number[] = [30, 60, 90, 120, 180, 365];
const AGO = /\b(\d{1,3}|a|an|1) ?(d|days?|sessions?|w|weeks?|m|months?|y|years?) (ago|back|earlier|before that)\b/;
const TURNING = new RegExp(
  `\\b(since|from|off|after) (?:its |the |their |that )?(?:last |recent )?(?:${MONTH}(?: (20\\d\\d))? )?(?:closing |intraday |52 week |1 year |cycle )?(lows?|bottoms?|trough|highs?|peak|top|record(?: high| close)?|ath)\\b`,
);
const MEETING = new RegExp(
  `\\bsince (?:the )?(?:(last|previous|prior) )?(?:${MONTH} )?(?:(?:20\\d\\d) )?(?:fomc|fed|meeting|decision)\\b`,
);

/** Everything a text says about time. */
export function timeIn(text: string, words: TimeWords): TimeSlots {
  const turning = turningIn(text);
  const sinceMeeting = sinceMeetingIn(text);
  const anchored = turning ?? sinceMeeting;
  const since = anchored === undefined ? sinceIn(text, words.today) : undefined;
  const period = anchored === undefined && since === undefined ? stretchesIn(text, words.today) : undefined;
  const asOf = since === undefined && period === undefined ? dayAskedIn(text, words) : undefined;
  const window = since === undefined ? windowIn(text, asOf ?? words.today) : { since };
  const found = { window, asOf, since, sinceMeeting, turning, period };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

function turningIn(text: string): Turning | undefined {
  const [, lead, month, year, point = ''] = TURNING.exec(text) ?? [];
  if (lead === undefined) return undefined;
  const kind = /^(low|bottom|trough)/.test(point) ? 'low' : /^(record|ath)/.test(point) ? 'record' : 'high';
  // "off the highs" is a distance; only "since" makes a high the start of a window.
  if (kind !== 'low' && lead !== 'since') return undefined;
  const number = month === undefined ? undefined : monthNumber(month.slice(0, 3));
  return {
    point: kind,
    ...(number !== undefined && { month: number }),
    ...(year !== undefined && { year: Number(year) }),
  };
}

function sinceMeetingIn(text: string): number | 'last' | undefined {
  const found = MEETING.exec(text);
  if (!found) return undefined;
  const month = found[2];
  return month === undefined ? 'last' : monthNumber(month.slice(0, 3));
}

/** The base day after "since": the day itself, or the day before the first of a month, quarter or year. */
function sinceIn(text: string, today: Day): Day | undefined {
  const after =
    /\bsince (?:the )?(?:end of |start of |beginning of )?(.+)$/.exec(text)?.[1] ??
    /\bfrom (?:the )?(.+)$/.exec(text)?.[1];
  if (after === undefined || /\b(ytd|year to date)\b| or /.test(text)) return undefined;
  if (/\bfrom\b/.test(text) && !/\bsince\b/.test(text) && / (to|until|till|through|and) /.test(after)) return undefined;
  if (/^last week\b/.test(after)) return addDays(today, -weekday(today) - 2);
  const stretch = stretchAt(after, today);
  return stretch && baseOf(stretch, /\bsince (?:the )?end of /.test(text));
}

function baseOf({ first, last, day }: Stretch, end = false): Day {
  if (day) return first;
  return end ? last : addDays(first, -1);
}

/** A day named for itself: "on friday", "yesterday", "22 dec", "a week ago", "end of 2022". */
function dayAskedIn(text: string, { today, asked }: TimeWords): Day | undefined {
  const ago = AGO.exec(text);
  if (ago) return backFrom(today, Number(ago[1]) || 1, UNITS[ago[2]?.[0] ?? ''] ?? 'day');
  if (/\b(this|same) time last year\b/.test(text)) return monthsBefore(today, 12);
  if (
    /\b(yesterday|yesterdays|the day before|previous (close|session)|prior (close|session|day)|last nights?)\b/.test(
      text,
    )
  )
    return previousSession(sessionOnOrBefore(asked));
  const end = /\b(?:at|by|as of|on|of)? ?(?:the )?end of (.+)$/.exec(text)?.[1];
  const ended = end === undefined ? undefined : stretchAt(end, today);
  if (ended && ended.last < today) return ended.last;
  const own = ownWeekday(text, { today, asked });
  if (own !== undefined) return own;
  const named = /\b(?:as ?of|asof|on|at the close of|at|for|back on)(?: the)? (.+)$/.exec(text)?.[1];
  return (named === undefined ? undefined : leadingDay(named, asked)) ?? weekdayIn(text, asked) ?? anyDay(text, asked);
}

/** The weekday of the post itself, asked in its week, is its own day and not the one a week before. */
function ownWeekday(text: string, { today, asked }: TimeWords): Day | undefined {
  const word = /\b(?<!last |previous |prior )(mon|tues|wednes|thurs|fri)days?\b(?! before)/.exec(text)?.[1];
  const same = word !== undefined && dayOrNone(`${word}day`, addDays(today, 1)) === today;
  return same && asked < addDays(today, 7) && !WRITTEN.test(text) ? today : undefined;
}

function weekdayIn(text: string, today: Day): Day | undefined {
  const word = /\b(?:last )?(mon|tues|wednes|thurs|fri)days?\b/.exec(text)?.[1];
  return word === undefined ? undefined : dayOrNone(`${word}day`, today);
}

/** The longest run of up to three words that is a day. */
function leadingDay(words: string, today: Day): Day | undefined {
  const parts = words.split(' ');
  for (const count of [3, 2, 1]) {
    const phrase = parts.slice(0, count).join(' ');
    if (parts.length < count || !/\d|day$|^(mon|tue|wed|thu|fri)$/.test(phrase) || phrase === 'today') continue;
    const day = dayOrNone(phrase, today);
    if (day !== undefined) return day;
  }
  return ordinalDay(parts[0] ?? '', today);
}

/** "the 16th": the latest one not after today. */
function ordinalDay(word: string, today: Day): Day | undefined {
  const number = Number(/^(\d{1,2})(st|nd|rd|th)$/.exec(word)?.[1] ?? 0);
  if (number < 1 || number > 31) return undefined;
  const month = number <= Number(today.slice(8)) ? today : monthsBefore(`${today.slice(0, 7)}-01`, 1);
  return dayOrNone(`${month.slice(0, 7)}-${String(number).padStart(2, '0')}`, today);
}

const WRITTEN = new RegExp(
  `\\b(\\d{4}-\\d{2}-\\d{2})\\b|\\b(\\d{1,2}(?:st|nd|rd|th)? ${MONTH}(?: (?:19|20)\\d\\d)?)\\b|\\b(${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?: (?:19|20)\\d\\d)?)\\b`,
);

function anyDay(text: string, today: Day): Day | undefined {
  const [, iso, dayFirst, , monthFirst] = WRITTEN.exec(text) ?? [];
  const found = iso ?? dayFirst ?? monthFirst;
  return found === undefined ? undefined : dayOrNone(found, today);
}

function dayOrNone(phrase: string, today: Day): Day | undefined {
  try {
    return parseDay(phrase, today);
  } catch (error) {
    if (error instanceof CapwatchError) return undefined;
    throw error;
  }
}

function windowIn(text: string, end: Day): Window | undefined {
  const named = NAMED.find(([pattern]) => pattern.test(text))?.[1];
  if (named !== undefined) return named;
  const [, size, unit = ''] = LENGTH.exec(text) ?? [];
  if (size === undefined) return undefined;
  const word = UNITS[unit[0] === 't' ? 'd' : (unit[0] ?? '')] ?? 'day';
  // "Last 30 days" are a month by the calendar; "20 days" and "30 sessions" are trading days.
  if (unit.startsWith('d') && MONTH_LONG.includes(Number(size))) return { since: addDays(end, -Number(size)) };
  return NAMED_LENGTHS[`${Number(size)} ${word}`] ?? { since: backFrom(end, Number(size), word) };
}

/** The day so many units before; of days, sessions are counted. */
function backFrom(end: Day, count: number, unit: 'day' | 'week' | 'month' | 'year'): Day {
  if (unit === 'week') return addDays(end, -7 * count);
  if (unit !== 'day') return monthsBefore(end, count * (unit === 'year' ? 12 : 1));
  let day = sessionOnOrBefore(end);
  for (let back = 0; back < Math.min(count, 260); back++) day = previousSession(day);
  return day;
}
