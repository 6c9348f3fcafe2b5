/** The parts of a question that have a value: time, meetings, numbers, names, and how it is to be shown. Pure. */
import type { Day } from '../calendar/day.ts';
import { BUNDLED_MEETINGS } from '../calendar/fomc-seed.ts';
import { monthNumber } from './dates.ts';
import type { MeetingWord } from './fedodds-request.ts';
import { firmsNamed, type NamedFirm } from './firm-names.ts';
import { sizesIn } from './odds-sizes.ts';
import type { Slots } from './question.ts';
import { figuresIn } from './slots-figures.ts';
import { benchmarkIn, indexIn, macroIn, outletIn, proxyIn } from './slots-names.ts';
import { daysIn, pastDecisionIn } from './slots-own.ts';
import { MONTH } from './slots-periods.ts';
import { bearishIn } from './slots-street.ts';
import { superlativeIn } from './slots-superlative.ts';
import { type TimeWords, timeIn } from './slots-time.ts';
import type { NormalText } from './words-normal.ts';

/** Everything with a value in the text; `known` are the firms of the asker's ledger. */
export function slotsIn({ text: said, typed }: NormalText, words: TimeWords, known: readonly NamedFirm[] = []): Slots {
  const past = pastDecisionIn(said, words.today);
  const text = past?.rest ?? said;
  const meetingDay = meetingDayIn(text, words.today);
  const time = timeIn(text, words);
  const sized = sizesIn(text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, ' '));
  const named = firmsNamed(text, typed, known);
  const month = meetingDay === undefined ? monthIn(text) : Number(meetingDay.slice(5, 7));
  const found = {
    ...time,
    // A date on which the committee decides is the meeting, not the day to answer for.
    // A day of prices, where an index is named: what it did on the decision day.
    window: past?.whole && indexIn(text) !== undefined ? ('1d' as const) : time.window,
    asOf: past?.day ?? (meetingDay === undefined ? time.asOf : undefined),
    ...seriesIn(text),
    month,
    meeting: meetingDay === undefined ? meetingIn(text, month) : { day: meetingDay },
    word: wordIn(text),
    ...named,
    without: named.without.length > 0 ? named.without : undefined,
    survey: /\bcash\b/.test(text) ? 'cash' : undefined,
    side: sideIn(text),
    superlative: superlativeIn(text),
    order: orderIn(text),
    top: topIn(text),
    ahead: aheadIn(text),
    year: yearIn(text),
    sizes: sized.length > 0 ? sized : undefined,
    days: daysIn(text),
    ...shownIn(text),
  };
  return {
    ...defined(found),
    figures: figuresIn(text),
    chart: /\b(charts?|plots?|graphs?|draw|pictures?|visual\w*)\b/.test(text),
    bearish: bearishIn(text),
    fromHigh: /\b(off|from|below|under|down from|since|beneath)\b.{0,25}\b(highs?|peak|record|top|ath)\b/.test(text),
  };
}

/** Series and publishers named. */
function seriesIn(text: string) {
  return {
    benchmark: benchmarkIn(text),
    index: indexIn(text),
    macro: macroIn(text),
    who: outletIn(text),
    proxy: proxyIn(text),
  };
}

/** How it is to be shown. */
function shownIn(text: string): Pick<Slots, 'table' | 'points'> {
  return {
    ...(/\b(tables?|grid|rows|list (it|them)|as (a )?list|breakdown by)\b/.test(text) && { table: true }),
    ...(/\b(in|as) (index )?points\b|\bindex points\b|\bin index terms\b/.test(text) && { points: true }),
  };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(found: T): Defined<T> {
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as Defined<T>;
}

/** "may" is a month after a preposition, a verb or a noun of the field, and where the text ends. */
const MAY =
  /\b(for|in|by|at|the|same|and|about|to|meant|mean|or|vs|not|through|until|till|of|on|is|was|were|has|had|does|did|before|after|include|includes|including|priced|pricing|odds|chances?|probability|prob|cuts?|hikes?|hold|change|move|meeting|fomc|bps?|this|next) may\b(?! (be|not|have|well|still|yet|come|go|rise|fall)\b)|^may\b|\bmay$|\bmay (meeting|fomc|odds|cut|hike|pricing|contract|futures?|alone|only|then|now|today)\b/;

/** A month's name, unless it stands in a full day ("19 january 2024"). "may" and "mar" only where a month is meant. */
function monthIn(text: string): number | undefined {
  const pattern = new RegExp(`(?<!\\d )\\b${MONTH}s?\\b(?! \\d{1,2}\\b(?! ?(%|bps?|percent|odds)))`, 'g');
  const words = [...text.matchAll(pattern)].map((match) => match[1] ?? '');
  const meant = words.filter((word) => word !== 'may' || MAY.test(text));
  const beforeSince = meant.find(
    (word) =>
      !new RegExp(
        `since (the )?((very )?(start|beginning|middle|end|turn) of |early |mid |late )?(the )?(last )?${word}`,
      ).test(text),
  );
  const word = beforeSince ?? (/\bsince\b/.test(text) ? undefined : meant[0]);
  return word === undefined ? undefined : monthNumber(word.slice(0, 3));
}

function meetingIn(text: string, month: number | undefined): MeetingWord | undefined {
  if (/\b(next|upcoming|coming) (meeting|fomc|fed|one|decision)\b|\bnext week\b/.test(text)) return 'next';
  if (month === undefined) return undefined;
  const year = YEARS.exec(text.replaceAll(DATED_YEAR, ' '))?.[1];
  return { month, ...(year !== undefined && { year: Number(year) }) };
}

const YEARS = /\b(20\d\d)\b(?!-)/;
/** A year that belongs to a day, or to somebody's deed, not to the meeting: "13 dec 2023", "the last decision of 2023". */
const DATED_YEAR = new RegExp(
  `\\b\\d{1,2}(?:st|nd|rd|th)? ${MONTH} 20\\d\\d\\b|\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? 20\\d\\d\\b|\\b(?:decision|meeting|fomc|cut|hike) (?:of|in) 20\\d\\d\\b`,
  'g',
);

const DATED = new RegExp(
  `\\b(?:(\\d{1,2})(?:st|nd|rd|th)? ${MONTH}|${MONTH} (\\d{1,2})(?:st|nd|rd|th)?)\\b|\\b(\\d{1,2})/(\\d{1,2})(?:/(?:20)?\\d\\d)?\\b|\\b(20\\d\\d-\\d\\d-\\d\\d)\\b`,
);

/** A date that is a scheduled decision day not before `today`: "31 jan", "march 20", "1/31". */
function meetingDayIn(text: string, today: Day): Day | undefined {
  const [found, day1, month1, month2, day2, one, two, iso] = DATED.exec(text) ?? [];
  if (found === undefined || new RegExp(`since (the )?${found}`).test(text)) return undefined;
  const name = month1 ?? month2;
  const month = name === undefined ? undefined : monthNumber(name.slice(0, 3));
  const pairs =
    month === undefined
      ? [
          [one, two],
          [two, one],
        ]
      : [[String(month), day1 ?? day2]];
  const ends = pairs.map((pair) => pair.map((part) => String(Number(part)).padStart(2, '0')).join('-'));
  const days = BUNDLED_MEETINGS.filter(({ kind, date }) => kind === 'scheduled' && date >= today).map(
    ({ date }) => date,
  );
  return days.find((date) => (iso === undefined ? ends.includes(date.slice(5)) : date === iso));
}

function wordIn(text: string): Slots['word'] {
  if (/\b(hikes?|hiking|hiked|hawkish|tighten\w*|rais(e|es|ing) rates)\b/.test(text)) return 'hike';
  if (/\b(cuts?|cutting|eas(e|es|ing)|dovish|lower(ing)? rates)\b/.test(text)) return 'cut';
  return /\b(stays? put|hold|holds|holding|pauses?|no change|unchanged|stand pat|on hold|skip|nothing happens|no move)\b/.test(
    text,
  )
    ? 'hold'
    : undefined;
}

function sideIn(text: string): 'above' | 'below' | undefined {
  if (
    /\b(north of|at least|no less than|(or|and) (more|higher|above|up|better)|upwards of|over|above|past|through|exceeds?|higher than|more than|tops?|beyond|up to|reach(es)?|hits?|greater|gets? to|passes|crosses)\b|>/.test(
      text,
    )
  )
    return 'above';
  return /\b(south of|sub|at most|no more than|(or|and) (less|lower|below)|under|below|less than|drops?|falls?|lower than|dips?|beneath|sinks?|narrows?|shrinks?)\b|</.test(
    text,
  )
    ? 'below'
    : undefined;
}

function orderIn(text: string): Slots['order'] {
  if (/\b(slowest|longest|latest to)\b/.test(text)) return 'slowest';
  return /\b(in|by) (trading )?sessions?\b|\bsessions not days\b/.test(text) ? 'sessions' : undefined;
}

function topIn(text: string): number | undefined {
  const count = Number(/\b(?:top|first|best|fastest|slowest|last) (\d{1,2})\b/.exec(text)?.[1] ?? 0);
  return count > 0 ? count : undefined;
}

const AHEAD: readonly (readonly [RegExp, NonNullable<Slots['ahead']>])[] = [
  [/\b(1 month|1m|30 days)\b/, '1m'],
  [/\b(3 months?|3m|1 quarter|90 days)\b/, '3m'],
  [/\b(6 months?|6m|half (a )?year)\b/, '6m'],
  [/\b(1 year|12 months?|12m|1y)\b/, '12m'],
];

/** "a year later", "over the next 6 months"; several at once are all of them. */
function aheadIn(text: string): Slots['ahead'] {
  if (!/\b(later|after|next|following|forward|ahead|on|out|subsequent|in)\b/.test(text)) return undefined;
  const found = AHEAD.filter(([pattern]) => pattern.test(text));
  return found.length === 1 ? found[0]?.[1] : undefined;
}

/** The calendar year of a path or a target: "cuts in 2025", "for 2026". */
function yearIn(text: string): number | undefined {
  const year = /\b(?:in|by|for|end of|through|during|by end|year end|over)? ?(20\d\d)\b(?!-)/.exec(text)?.[1];
  return year === undefined ? undefined : Number(year);
}
