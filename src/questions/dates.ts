/** Days as people type them: one parser for every command and question. Pure; today is handed in. */
import { addDays, type Day, weekday } from '../calendar/day.ts';
import { CapwatchError } from '../errors.ts';
import { MONTH_NAMES, quotedWord } from '../messages/format.ts';
import type { Words } from './words.ts';

/** January to December as people type them. */
export const MONTH_WORDS: readonly string[] = MONTH_NAMES.map((name) => name.toLowerCase());
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** 1–12 for "jan", "january", "sept"; undefined for anything else. */
export function monthNumber(word: string): number | undefined {
  if (word.length < 3) return undefined;
  const index = MONTH_WORDS.findIndex((month) => month.startsWith(word) || (word === 'sept' && month === 'september'));
  return index < 0 ? undefined : index + 1;
}

/**
 * The day that `words` (lower case) mean: `2024-01-19`, `19 jan 2024`, `jan 19 2024`, `19 january`, `20240119`, `today`,
 * `yesterday`, `friday` (the last one before today). A day without a year is the latest one not after `today`.
 * Undefined when the words are no day at all.
 * @throws CapwatchError `invalid_input` for a day that does not exist (31 February) or an ambiguous form (01/02/2024).
 */
export function parseDay(words: string, today: Day): Day | undefined {
  const text = words.trim().replaceAll(',', ' ').replaceAll(/\s+/g, ' ');
  if (text === 'today') return today;
  if (text === 'yesterday') return addDays(today, -1);
  return numericDay(text) ?? writtenDay(text, today) ?? lastWeekday(text, today);
}

const MONTH = MONTH_WORDS.map((month) => `${month}|${month.slice(0, 3)}`).join('|');
const DAYS = new RegExp(
  `\\b(?:\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}|(?:[12]?\\d|3[01])(?:st|nd|rd|th)? (?:${MONTH}))\\b`,
  'g',
);

/** @throws CapwatchError `invalid_input` when a text names a day that does not exist or can mean two days. */
export function requireClearDays(text: string, today: Day): void {
  const plain = text.toLowerCase().replaceAll(/https?:\/\/\S+/g, ' ');
  for (const [words] of plain.matchAll(DAYS)) parseDay(words, today);
}

function numericDay(text: string): Day | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (iso) return realDay(Number(iso[1]), Number(iso[2]), { day: Number(iso[3]), typed: text });
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/.test(text)) throw unclearDay(text);
  return undefined;
}

function writtenDay(text: string, today: Day): Day | undefined {
  const [, dayFirst, monthAfter, yearAfter] = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]+)\.?(?: (\d{4}))?$/.exec(text) ?? [];
  const [, monthFirst, dayAfter, yearLast] = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/.exec(text) ?? [];
  const month = monthNumber(monthAfter ?? monthFirst ?? '');
  if (month === undefined) return undefined;
  const day = Number(dayFirst ?? dayAfter);
  const year = yearAfter ?? yearLast;
  if (year !== undefined) return realDay(Number(year), month, { day, typed: text });
  const thisYear = realDay(Number(today.slice(0, 4)), month, { day, typed: text });
  return thisYear <= today ? thisYear : realDay(Number(today.slice(0, 4)) - 1, month, { day, typed: text });
}

function lastWeekday(text: string, today: Day): Day | undefined {
  const word = text.replace(/^last /, '');
  const index =
    word.length < 3 ? -1 : WEEKDAYS.findIndex((name) => name === word || (word.length === 3 && name.startsWith(word)));
  if (index < 0) return undefined;
  const back = (weekday(today) - (index + 1) + 7) % 7 || 7;
  return addDays(today, -back);
}

interface TypedDay {
  readonly day: number;
  readonly typed: string;
}

function realDay(year: number, month: number, { day, typed }: TypedDay): Day {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch (cause) {
    throw new CapwatchError('invalid_input', `There is no day \`${quotedWord(typed)}\`.`, { cause });
  }
}

function unclearDay(typed: string): CapwatchError {
  return new CapwatchError(
    'invalid_input',
    `I read days as year-month-day; \`${quotedWord(typed)}\` can mean two days, or none.`,
  );
}

/** What a command's refusal shows beside its sentence. */
export interface Shown {
  readonly example: string;
  readonly hint?: string;
}

/** {@link parseDay} for one command: what it refuses, it refuses with that command's example. */
export function typedDay(phrase: string, today: Day, shown: Shown): Day | undefined {
  try {
    return parseDay(phrase, today);
  } catch (error) {
    if (!(error instanceof CapwatchError)) throw error;
    throw new CapwatchError(error.kind, error.userMessage, { ...shown, cause: error });
  }
}

/**
 * Takes the day behind the word `after`; `unread` is shown where there is none, else `shown`.
 * @throws CapwatchError `invalid_input` for words that are no day, or a day that does not exist.
 */
export function dayAfter(
  words: Words,
  { after, today, shown, unread = shown }: { after: string; today: Day; shown: Shown; unread?: Shown },
): Day {
  const day = words.take((phrase) => typedDay(phrase, today, shown));
  if (day !== undefined) return day;
  const typed = words.peek(1);
  const said =
    typed === undefined ? `A day is missing after \`${after}\`.` : `I do not know the day \`${quotedWord(typed)}\`.`;
  throw new CapwatchError('invalid_input', said, unread);
}
