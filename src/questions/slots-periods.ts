/** Stretches of days as people name them: a month, a quarter, a year, a season, "from X to Y". Pure. */
import { addDays, type Day, monthsBefore, yearOf } from '../calendar/day.ts';
import { CapwatchError } from '../errors.ts';
import { monthNumber, parseDay } from './dates.ts';
import type { Period } from './question.ts';

export const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** From its first to its last day; `day` when one day was named. */
export interface Stretch {
  readonly first: Day;
  readonly last: Day;
  readonly day: boolean;
}

/** The stretch that the first words name, the longest reading first; one without a year is the latest begun by `today`. */
export function stretchAt(words: string, today: Day): Stretch | undefined {
  const parts = words.split(' ');
  for (const count of [4, 3, 2, 1]) {
    const phrase = parts.slice(0, count).join(' ');
    const found =
      parts.length < count
        ? undefined
        : (dayStretch(phrase, today) ?? monthStretch(phrase, today) ?? yearPart(phrase, today));
    if (found) return found;
  }
  return undefined;
}

function dayStretch(phrase: string, today: Day): Stretch | undefined {
  if (!/\d|day$/.test(phrase) || phrase === 'today') return undefined;
  try {
    const day = parseDay(phrase, today);
    return day === undefined ? undefined : { first: day, last: day, day: true };
  } catch (error) {
    if (error instanceof CapwatchError) return undefined;
    throw error;
  }
}

function monthStretch(phrase: string, today: Day): Stretch | undefined {
  const [, word, typed] = new RegExp(`^${MONTH}(?: (?:of )?((?:19|20)\\d\\d))?$`).exec(phrase) ?? [];
  const month = word === undefined ? undefined : monthNumber(word.slice(0, 3));
  if (month === undefined) return undefined;
  const two = String(month).padStart(2, '0');
  const year = typed ?? String(`${yearOf(today)}-${two}` <= today.slice(0, 7) ? yearOf(today) : yearOf(today) - 1);
  return months(`${year}-${two}`, 1);
}

const FIRST_MONTH: Readonly<Record<string, readonly [month: number, length: number]>> = {
  q1: [1, 3],
  q2: [4, 3],
  q3: [7, 3],
  q4: [10, 3],
  h1: [1, 6],
  h2: [7, 6],
  spring: [3, 3],
  summer: [6, 3],
  autumn: [9, 3],
  fall: [9, 3],
};
const ORDINALS = ['first', 'second', 'third', 'fourth'];

/** "2022", "q4 2023", "first half", "last summer", "last year". */
function yearPart(phrase: string, today: Day): Stretch | undefined {
  if (/^(19|20)\d\d$/.test(phrase)) return months(`${phrase}-01`, 12);
  if (phrase === 'last year' || phrase === 'the year before') return months(`${yearOf(today) - 1}-01`, 12);
  if (phrase === 'last month') return months(monthsBefore(`${today.slice(0, 7)}-01`, 1).slice(0, 7), 1);
  if (phrase === 'last quarter') return months(monthsBefore(quarterOf(today), 3).slice(0, 7), 3);
  const short = phrase
    .replace(/^the /, '')
    .replace(
      /^(first|second|third|fourth) (quarter|half)/,
      (_, nth: string, part: string) => `${part[0] === 'h' ? 'h' : 'q'}${ORDINALS.indexOf(nth) + 1}`,
    )
    .replace(/ (of|last year)(?= |$)/, (_, word: string) => (word === 'of' ? '' : ` ${yearOf(today) - 1}`));
  const [, last, name = '', typed] =
    /^(last )?(q[1-4]|h[12]|spring|summer|autumn|fall)(?: ((?:19|20)\d\d))?$/.exec(short) ?? [];
  const part = FIRST_MONTH[name];
  if (!part) return undefined;
  const two = String(part[0]).padStart(2, '0');
  const begun = `${yearOf(today)}-${two}` <= today.slice(0, 7);
  const over = months(`${yearOf(today)}-${two}`, part[1]).last < today;
  const year =
    typed ??
    String(last === undefined ? (begun ? yearOf(today) : yearOf(today) - 1) : over ? yearOf(today) : yearOf(today) - 1);
  return months(`${year}-${two}`, part[1]);
}

function quarterOf(day: Day): Day {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

function months(first: string, count: number): Stretch {
  const start = `${first}-01`;
  return { first: start, last: addDays(monthsBefore(start, -count), -1), day: false };
}

export const POINT = `(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)? ${MONTH}(?: (?:19|20)\\d\\d)?|${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?: (?:19|20)\\d\\d)?|${MONTH}(?: (?:19|20)\\d\\d)?|(?:19|20)\\d\\d|[qh][1-4](?: (?:19|20)\\d\\d)?)`;
const FROM_TO = new RegExp(
  `\\b(?:between |from |over )?(?:the )?(?<from>${POINT}) (?:and|to|until|till|through|thru|up to|-) (?:the )?(?:end of )?(?<to>${POINT})\\b`,
);
const SINGLE =
  /\b(?:in|during|for|over|of|calendar|through|all of|back in)? ?(?:the )?((?:q[1-4]|h[12]|(?:first|second|third|fourth) (?:quarter|half)|spring|summer|autumn)(?: (?:of )?(?:(?:19|20)\d\d|last year))?|last (?:year|quarter|summer|spring|autumn|month))\b/;
const YEAR =
  /\b(?<!\bend )(?:in|during|for|over|of|calendar|through|all of|full year|back in) ((?:19|20)\d\d)\b|^((?:19|20)\d\d)$|\b(?:rut|russell(?: 2000)?|r2k|small ?caps?|smalls|s ?& ?p(?: 500)?|spx|nasdaq|tech|gap|returns?|performance) (?!2000\b)((?:19|20)\d\d)\b(?! ?(?:lows?|highs?|targets?|calls?|-|to|and|consensus|vs))(?!-)|\b((?:19|20)\d\d) (?:as a whole|full year|performance|calendar)\b/;

/** "between march and june", "in 2022", "q4 2023", "last summer": a stretch as base day and last day. */
export function stretchesIn(text: string, today: Day): Period | undefined {
  const { from: from_ = '', to: to_ = '' } = FROM_TO.exec(text)?.groups ?? {};
  if (to_ !== '' && !/\b(when|low|high)\b/.test(to_)) {
    const to = stretchAt(to_, today);
    const from = to && stretchAt(from_, to.last < today ? to.last : today);
    if (from && to && from.first < to.last) return period(from, to, today);
  }
  if (/\b(this|same) time last year\b/.test(text)) return undefined;
  const phrase =
    SINGLE.exec(text)?.[1] ??
    YEAR.exec(text)
      ?.slice(1)
      .find((one) => one !== undefined);
  const found =
    phrase === undefined || /\b(over|in|for|during) the last (year|quarter|month)\b/.test(text)
      ? undefined
      : stretchAt(phrase, today);
  return found && found.first <= today ? period(found, found, today) : undefined;
}

/** The month named by "in december", "in march 2020", for questions about prices. */
export function monthPeriod(text: string, today: Day): Period | undefined {
  const phrase = new RegExp(
    `\\b(?:in|during|over|of|for|back in|was|this|last) (${MONTH}(?: (?:19|20)\\d\\d)?)\\b|^(?:and |what about |how about )?(${MONTH}(?: (?:19|20)\\d\\d)?)$|\\b(${MONTH} (?:19|20)\\d\\d)\\b`,
  ).exec(text);
  const words = phrase?.[1] ?? phrase?.[3] ?? phrase?.[5];
  const found = words === undefined ? undefined : stretchAt(words, today);
  return found && found.first <= today ? period(found, found, today) : undefined;
}

function period(from: Stretch, to: Stretch, today: Day): Period {
  const since = from.day ? from.first : addDays(from.first, -1);
  return to.last < today ? { since, to: to.last } : { since };
}
