/** Days as desks speak of them → days as a calendar has them: "since payrolls", "by dec 24", "10 to 16 july", "to now". Pure. */
import { addDays, type Day, weekday, yearOf } from '../calendar/day.ts';
import { BUNDLED_MEETINGS } from '../calendar/fomc-seed.ts';
import { releasesOn } from '../calendar/releases.ts';
import { monthNumber } from './dates.ts';
import type { Topic } from './intent-rule.ts';
import { MONTH } from './slots-periods.ts';
import { sharedMonths, toNow, weekdayStretches } from './time-stretches.ts';

interface Told {
  readonly today: Day;
  /** What the post above is about. */
  readonly topic: Topic;
}

/** The text with its days in full; what is no day stays as it is. */
export function clearDays(text: string, told: Told): string {
  const { today } = told;
  const steps = [
    (words: string) => monthYears(words, told),
    (words: string) => yearStarts(words, today),
    (words: string) => holidays(words, today),
    (words: string) => releases(words, today),
    sharedMonths,
    (words: string) => weekdayStretches(words, today),
    toNow,
  ];
  return steps.reduce((words, step) => step(words), text);
}

const MONTH_YEAR = new RegExp(
  `\\b${MONTH}( ?)([1-3]\\d)\\b(?! ?(?:%|percent|pp|bps?|th|st|nd|rd|(?:19|20)\\d\\d)|[-/.]\\d| (?:or|and|vs) (?:25|50|75|100)\\b)`,
  'g',
);
/** Words before a day of the month. */
const DAY_LEAD = /\b(on|since|from|of|asof|at|between|and|the|week)$/;
const OF_RATES =
  /\b(cuts?|hikes?|easing|tightening|strip|priced|pricing|rates?|implied|effr|zq\w*|contracts?|fed|fomc|bps?|curve|futures)\b/;
const RATES_LEAD = /\b(by|for|to|through|until|into|in|end|come|cuts?|hikes?|pricing|priced|strip|rates?|bps?)$/;
/** Words that a meeting or a contract stands before. */
const NAMED_BY_MONTH = /^ (odds|meeting|fomc|decision|contracts?|futures|pricing|cuts?|hikes?|consensus|targets?)\b/;
const OF_STREET = /\b(consensus|targets?|street|strategists?|upside|year end|median|mean)\b/;
const OF_SURVEYS = /\b(surveys?|readings?|fms|flip\w*|fund managers?)\b/;
/** A day gone by so recently is meant as a day. */
const RECENT_DAYS = 45;

/** "cuts by dec 24", "jun21 survey", "consensus dec 26": two digits that fit a year behind a month are a year there. */
function monthYears(text: string, told: Told): string {
  return text.replaceAll(MONTH_YEAR, (found: string, word: string, space: string, digits: string, at: number) => {
    const month = monthNumber(word.slice(0, 3)) ?? 1;
    const one = {
      month,
      day: Number(digits),
      year: 2000 + Number(digits),
      before: text.slice(0, at).trimEnd(),
      after: text.slice(at + found.length),
    };
    return isMonthYear(one, { ...told, text, glued: space === '' }) ? `${word} ${one.year}` : found;
  });
}

interface MonthAndDigits {
  readonly month: number;
  readonly day: number;
  readonly year: number;
  readonly before: string;
  readonly after: string;
}

function isMonthYear(
  { month, day, year, before, after }: MonthAndDigits,
  { text, glued, today, topic }: Told & { readonly text: string; readonly glued: boolean },
): boolean {
  const now = yearOf(today);
  const ahead = year >= now && year <= now + 3;
  if (isMeetingDay(month, day, today)) return false;
  const survey = OF_SURVEYS.test(text) || topic === 'survey';
  if (survey && year <= now && year > now - 6 && !/\bon$/.test(before) && !isRecent(month, day, today)) return true;
  // "In dec 23" is never a day.
  if (/\b(in|during)$/.test(before)) return year <= now + 5;
  if (DAY_LEAD.test(before)) return false;
  if (NAMED_BY_MONTH.test(after)) return ahead && !isRecent(month, day, today);
  if (glued) return year > now - 10 && year <= now + 5;
  if (OF_STREET.test(text) || topic === 'targets') return ahead && (OF_STREET.test(text) || RATES_LEAD.test(before));
  return ahead && OF_RATES.test(text) && RATES_LEAD.test(before);
}

function isMeetingDay(month: number, day: number, today: Day): boolean {
  const end = `-${two(month)}-${two(day)}`;
  return BUNDLED_MEETINGS.some(({ kind, date }) => kind === 'scheduled' && date >= today && date.endsWith(end));
}

function isRecent(month: number, day: number, today: Day): boolean {
  return [0, 1].some((back) => {
    const one = `${yearOf(today) - back}-${two(month)}-${two(day)}`;
    return one <= today && one >= addDays(today, -RECENT_DAYS);
  });
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

const LEAD = '\\b(since|from|after|between|and|to|until|till) (?:the |last )*';
const YEAR_START =
  /\b(?:since|from) (?:the )?(?:new year(?:s)?(?: day| eve)?|(?:very )?(?:turn|start|beginning|first day|outset|dawn|top) of (?:the |this )?(?:year|january|jan)|year(?:s)? start|start of year|(?:the )?year (?:began|started|turned)|we (?:rang in|started) the (?:new )?year)(?: (?:to|until|till) (?:now|today|date))?\b/g;

const AT_YEAR_START =
  /\b(?:at|by|as of|asof|on) (?:the )?(?:year start|(?:start|beginning|turn) of (?:the |this )?year|new years?(?: day| eve)?)\b/g;
const FROM_NEW_YEAR = /\bnew years?(?: day| eve)? (?:to|until|till) (?:now|today|date)\b/g;

/** "Since new year" is the year to date. */
function yearStarts(said: string, today: Day): string {
  const text = /\b(odds|chances?|priced|pricing|cuts?)\b/.test(said)
    ? said.replaceAll(AT_YEAR_START, `on ${yearOf(today) - 1}-12-31`)
    : said;
  return text.replaceAll(YEAR_START, 'year to date').replaceAll(FROM_NEW_YEAR, 'year to date');
}

const HOLIDAYS: readonly (readonly [string, (year: number) => Day])[] = [
  ['halloween', (year) => `${year}-10-31`],
  ['(?:christmas|xmas)(?: day)?', (year) => `${year}-12-25`],
  ['(?:christmas|xmas) eve', (year) => `${year}-12-24`],
  ['boxing day', (year) => `${year}-12-26`],
  ['new years? eve', (year) => `${year}-12-31`],
  ['valentines?(?: day)?', (year) => `${year}-02-14`],
  ['(?:july (?:4th|fourth)|(?:4th|fourth) of july|independence day)', (year) => `${year}-07-04`],
  ['juneteenth', (year) => `${year}-06-19`],
  ['thanksgiving', (year) => nth(`${year}-11-01`, 4, 4)],
  ['labou?r day', (year) => nth(`${year}-09-01`, 1, 1)],
  ['memorial day', (year) => addDays(nth(`${year}-06-01`, 1, 1), -7)],
];

/** The nth Monday (1) to Sunday (7) from the first of a month on. */
function nth(first: Day, day: number, count: number): Day {
  return addDays(first, ((day - weekday(first) + 7) % 7) + 7 * (count - 1));
}

/** "Since halloween": the latest one before today. */
function holidays(text: string, today: Day): string {
  return HOLIDAYS.reduce((words, [name, dayIn]) => {
    const day = [0, 1].map((back) => dayIn(yearOf(today) - back)).find((one) => one < today) ?? today;
    return words.replaceAll(
      new RegExp(`${LEAD}${name}\\b(?! eve)`, 'g'),
      (_, lead: string) => `${lead === 'after' ? 'since' : lead} ${day}`,
    );
  }, text);
}

const WHEN_OUT = '(?: (?:reports?|numbers?|prints?|data|day|releases?|figures?|came out|dropped|hit))*';
const RELEASED: readonly (readonly [RegExp, string])[] = [
  [
    '(?:non ?farm payrolls?|non ?farms?|payrolls?|nfps?|(?:jobs|employment)(?= (?:report|number|print|data|day|figure)))',
    'jobs report',
  ],
  ['(?:us )?(?:cpi|inflation(?= (?:report|number|print|data|day|figure)))', 'CPI'],
  ['retail sales', 'retail sales'],
  ['(?:jobless |initial |weekly )?claims', 'jobless claims'],
  ['(?:fomc |fed )?minutes', 'FOMC minutes'],
].map(([words = '', name = '']) => [
  new RegExp(
    `\\b(since|from|between|on)(?: the (?:day|date|morning) of)? (?:the |last |latest |most recent |recent )*${words}${WHEN_OUT}\\b`,
    'g',
  ),
  name,
]);
const LOOK_BACK_DAYS = 49;

/** "Since payrolls": the latest day before today on which they came out; outside the listed years the words stay. */
function releases(text: string, today: Day): string {
  return RELEASED.reduce((words, [pattern, name]) => {
    if (words.search(pattern) < 0) return words;
    const day = Array.from({ length: LOOK_BACK_DAYS }, (_, index) => addDays(today, -1 - index)).find((one) =>
      releasesOn(one, BUNDLED_MEETINGS).includes(name),
    );
    // "On payrolls" alone is about the figures; "on payrolls day" is about the day.
    const dated = (found: string, lead: string) =>
      lead === 'on' && !/\b(day|date|morning)\b/.test(found) ? found : `${lead} ${day}`;
    return day === undefined ? words : words.replaceAll(pattern, dated);
  }, text);
}
