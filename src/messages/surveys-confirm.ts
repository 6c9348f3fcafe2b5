/** A survey reading before it is written, and what became of it: the same question and the same words as for a call. Pure. */
import type { SurveyReading, SurveySeries } from '../metrics/surveys.ts';
import { directionWords } from '../metrics/surveys.ts';
import { actions, button, context, section } from './blocks.ts';
import { escapeText, fullDate, plain } from './format.ts';
import type { Message } from './message.ts';
import { linkWords } from './targets-confirm.ts';
import { monthWords, notification } from './targets-words.ts';
import { said } from './targets-written.ts';

export interface ReadingReview {
  readonly series: SurveySeries;
  readonly reading: SurveyReading;
  /** The version it corrects; 0 for a month not recorded yet. */
  readonly seen: number;
  /** Why nothing can be written here. */
  readonly notes: readonly string[];
}

/** The question; without `draft` nothing can be confirmed and it has no buttons. */
export function readingConfirmMessage(review: ReadingReview, draft: string | undefined): Message {
  const { series, reading, seen } = review;
  const ask = seen === 0 ? 'Add this reading?' : `Correct the reading of ${monthWords(reading.period)}?`;
  const write = { label: 'Write this reading to the ledger', value: draft ?? '' };
  return {
    text: notification(
      `${ask} ${series.name}, ${series.series}, ${monthWords(reading.period)}: ${printedValue(review)}. Nothing is written until you confirm.`,
    ),
    blocks: [
      section(`*${escapeText(ask)} Nothing is written yet.*`),
      section(...fieldLines(review)),
      context(
        ...[
          `Becomes ${seen === 0 ? 'version 1' : `version ${seen + 1}`} for everyone in this workspace · the log keeps every version`,
          ...review.notes,
        ],
      ),
      ...(draft === undefined
        ? []
        : [
            actions(
              { ...button('confirm_write', 'Add reading', write), style: 'primary' },
              button('confirm_cancel', 'Cancel', { label: 'Discard this draft', value: draft }),
            ),
          ]),
    ],
    charts: [],
    numbers: [],
    asOf: reading.published,
  };
}

function fieldLines(review: ReadingReview): string[] {
  const { series, reading } = review;
  const { fieldFrom, fieldTo, respondents } = reading;
  const field = fieldFrom && fieldTo ? [`Field: ${fullDate(fieldFrom)} to ${fullDate(fieldTo)}`] : [];
  const n = respondents === undefined ? [] : [`Respondents: ${plain(respondents)}`];
  return [
    `Series: *${escapeText(series.name)}*, ${escapeText(series.series)}`,
    `Month: *${monthWords(reading.period)}*`,
    `Value: *${escapeText(printedValue(review))}*${series.signed ? `: ${escapeText(directionWords(series, reading))}` : ''}`,
    `Published: ${fullDate(reading.published)}`,
    ...field,
    ...n,
    `Source: ${escapeText(linkWords(reading.source.link))}`,
    ...(reading.source.quote === undefined ? [] : [`Quote: “${escapeText(reading.source.quote)}”`]),
  ];
}

/** "4.1 %", "−12 net %", or that only the direction is known. */
function printedValue({ series, reading }: ReadingReview): string {
  const { value } = reading;
  if (value === undefined) return 'direction only';
  const size = plain(Math.abs(value), Number.isInteger(value) ? 0 : 1 + Number(!Number.isInteger(value * 10)));
  return `${value < 0 ? '\u2212' : ''}${size} ${series.unit}`;
}

export type ReadingOutcome =
  | { readonly kind: 'written'; readonly version: number }
  | { readonly kind: 'changed'; readonly version: number }
  | { readonly kind: 'forbidden' };

/** What became of a confirmed reading. */
export function readingOutcomeMessage(
  outcome: ReadingOutcome,
  { series, period }: Pick<SurveyReading, 'series' | 'period'>,
): Message {
  const [first, second] = outcomeWords(outcome, `${escapeText(series)}, ${monthWords(period)}`);
  return said(`${first} ${second}`, [section(first), context(second)]);
}

function outcomeWords(outcome: ReadingOutcome, what: string): [string, string] {
  if (outcome.kind === 'written')
    return [
      `*Added: ${what}, version ${outcome.version}.*`,
      'A correction is the same line again; `/targets log` keeps both.',
    ];
  if (outcome.kind === 'changed')
    return [
      `*Not written:* ${what} was changed to version ${outcome.version} in between.`,
      'Look at it with `/targets survey`, then write again.',
    ];
  return ['*Not written:* you are not on this workspace’s list of writers.', '`/targets writers` shows the list.'];
}
