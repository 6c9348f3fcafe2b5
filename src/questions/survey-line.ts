/** `survey add SERIES MONTH VALUE published DAY [field DAY DAY] [n COUNT] source LINK [quote "…"]`: one line to a reading. Pure. */
import type { Day } from '../calendar/day.ts';
import { CapwatchError } from '../errors.ts';
import { quotedWord } from '../messages/format.ts';
import { linkFrom, noteDateFrom, oneLine } from '../metrics/calls-words.ts';
import type { SurveyReading, SurveySeries } from '../metrics/surveys.ts';
import { typedWords } from './targets-words.ts';

export const SURVEY_EXAMPLE =
  '/targets survey add cash 2026-08 4.1 published 2026-08-18 source https://example.com/page';

/** Everything of a reading but whose it is; `name` are the words that name the series. */
export interface TypedReading {
  readonly name: string;
  readonly reading: Omit<SurveyReading, 'survey' | 'series'>;
  /** A direction alone was typed: above or below zero. */
  readonly directionOnly: boolean;
}

const PARTS = ['published', 'field', 'n', 'source', 'link', 'quote'] as const;
type Part = (typeof PARTS)[number];

/** The reading of a typed line; `today` bounds its days. @throws CapwatchError `invalid_input` naming what is wrong. */
export function typedReading(text: string, today: Day): TypedReading {
  const { head, parts } = partsOf(typedWords(text, SURVEY_EXAMPLE));
  const place = head.findIndex((word) => /^\d{4}-(0[1-9]|1[0-2])$/.test(word));
  if (place < 1) throw refused('The series and its month are missing.');
  const period = head[place] ?? '';
  const stated = statedValue(head.slice(place + 1).join(' '));
  const published = dayOf(parts.published, today, 'published');
  if (published.slice(0, 7) < period) throw refused(`A reading of ${period} cannot be published before that month.`);
  const link = linkFrom(parts.source ?? parts.link ?? '');
  if (link === undefined) throw refused('Without a source a reading cannot be kept: give the link of the page.');
  const quote = oneLine(parts.quote ?? '');
  return {
    name: head.slice(0, place).join(' ').toLowerCase(),
    directionOnly: stated.value === undefined,
    reading: {
      period,
      ...stated,
      published,
      ...fieldDays(parts.field, today),
      ...respondents(parts.n),
      source: { link, publisher: publisherOf(link), ...(quote !== '' && { quote }) },
    },
  };
}

function partsOf(words: readonly string[]): { head: string[]; parts: Partial<Record<Part, string>> } {
  const head: string[] = [];
  const parts: Partial<Record<Part, string>> = {};
  let open: Part | undefined;
  for (const word of words) {
    const part = PARTS.find((one) => one === word.toLowerCase());
    if (part && !(open === 'quote' && part === 'n')) open = part;
    else if (open === undefined) head.push(word);
    else parts[open] = parts[open] === undefined ? word : `${parts[open]} ${word}`;
  }
  return { head, parts };
}

/** "4.1", "4.1%", "net -12", or a direction alone. */
function statedValue(text: string): Pick<SurveyReading, 'direction' | 'value'> {
  const words = text.toLowerCase().replaceAll('\u2212', '-').replace(/^net /, '').replace(/ ?%$/, '').trim();
  if (words === 'above') return { direction: 1 };
  if (words === 'below') return { direction: -1 };
  const value = /^[+-]?\d{1,3}(\.\d{1,2})?$/.test(words) ? Number(words) : Number.NaN;
  if (Math.abs(value) <= 100) return { value, direction: value > 0 ? 1 : value < 0 ? -1 : 0 };
  throw refused(`I cannot read the value \`${quotedWord(text)}\`; write 4.1, net -12, above or below.`);
}

function dayOf(text: string | undefined, today: Day, what: string): Day {
  const day = noteDateFrom(text ?? '', today);
  if (typeof day === 'object' && !day.approximate) return day.day;
  if (text === undefined) throw refused(`The day it was ${what} is missing.`);
  throw refused(`\`${quotedWord(text)}\` is no day up to today; write 2026-08-18.`);
}

function fieldDays(text: string | undefined, today: Day): Pick<SurveyReading, 'fieldFrom' | 'fieldTo'> {
  if (text === undefined) return {};
  const [from, to] = text.split(/\s+(?:to\s+)?/).map((word) => dayOf(word, today, 'in the field'));
  if (from !== undefined && to !== undefined && from <= to) return { fieldFrom: from, fieldTo: to };
  throw refused('Field dates are two days, the earlier one first.');
}

function respondents(text: string | undefined): Pick<SurveyReading, 'respondents'> {
  if (text === undefined) return {};
  const count = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (count > 0) return { respondents: count };
  throw refused(`\`${quotedWord(text)}\` is no number of respondents.`);
}

/** A page entered by hand is named by its site until somebody names its publisher. */
function publisherOf(link: string): string {
  return new URL(link).hostname.replace(/^www\./, '').slice(0, 60);
}

/** The one series of `known` that every word of `name` belongs to. @throws CapwatchError `not_found` for none or several. */
export function seriesNamed(name: string, known: readonly SurveySeries[]): SurveySeries {
  const found = known.filter((one) => isNamed(one, name));
  const [only, more] = found;
  if (only && !more) return only;
  const said = only
    ? `\`${quotedWord(name)}\` names several series.`
    : `There is no survey series \`${quotedWord(name)}\`.`;
  throw new CapwatchError('not_found', said, {
    example: SURVEY_EXAMPLE,
    hint: `series: ${known
      .map(({ series }) => series)
      .slice(0, 6)
      .join(' ')}`,
  });
}

/** Whether every word stands in the series' own words: "cash", "bofa" and "large over small" find theirs. */
export function isNamed({ survey, series, name, question }: SurveySeries, words: string): boolean {
  const own = `${survey} ${series} ${name} ${question}`.toLowerCase().replaceAll('-', ' ');
  return words
    .replaceAll('-', ' ')
    .split(' ')
    .every((word) => own.includes(word));
}

function refused(said: string): CapwatchError {
  return new CapwatchError('invalid_input', said, { example: SURVEY_EXAMPLE });
}
