/** At or by a meeting: what each means, both numbers of the chance that is asked about, and the first move. Measures and words it. */
import type { AnswerDraft } from '../messages/answer.ts';
import { directionOf, rangeText } from '../messages/fedodds-parts.ts';
import { probability, shortDate } from '../messages/format.ts';
import { fits } from '../metrics/claimed-figure.ts';
import { type MeetingFigures, meetingFigures } from '../metrics/fed-receipts.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { firstMoveAnswer } from './answer-fed-turns.ts';
import { daggered, LAST_TRADES, oddsLabels, rangeSettings } from './answer-odds-labels.ts';
import { type Asking, draft, receipts } from './desk.ts';
import { type Chance, chancesAt, sideAsked, sizeAt, sizeBy } from './odds-chances.ts';
import { sizesAsked, wordsOf } from './odds-words.ts';
import { readMeeting } from './read-fed.ts';

const FIRST = /\bfirst\b.*\b(cut|hike|move|ease|easing)\b/;
/** "Does that include January?" asks of the post's meeting, not of January's. */
const INCLUDED = /\b(includ\w*|counts?|counting|covers?)\b/;
const WHEN = /\b(when|which meeting|what meeting|how soon)\b|\bfully\b/;

/** What by and at mean, both numbers, which one the press quotes; for "the first cut" its own chance too. */
export async function atByAnswer(asking: Asking): Promise<AnswerDraft> {
  const text = wordsOf(asking);
  if (
    FIRST.test(text) &&
    (WHEN.test(text) || asking.question.slots.meeting === undefined) &&
    !/\b(is|are|was) (that|this|it|those)\b/.test(text)
  )
    return firstMoveAnswer(asking);
  const { figures, day } = await readMeeting(INCLUDED.test(text) ? withoutMeeting(asking) : asking);
  const earlier = day.odds.meetings
    .filter(({ meeting }) => meeting < figures.meeting)
    .flatMap(({ meeting }) => meetingFigures(day.odds, meeting) ?? []);
  if (FIRST.test(text)) return firstAtAnswer(asking, figures, earlier);
  const size = sizeOf(asking, figures);
  return size === undefined
    ? anyMoveAnswer(asking, figures, earlier)
    : sizedAnswer(asking, figures, { moves: size, earlier });
}

function withoutMeeting(asking: Asking): Asking {
  const { meeting: _meeting, month: _month, ...slots } = asking.question.slots;
  return { ...asking, question: { ...asking.question, slots } };
}

/** The size named, or the one whose figure was typed ("is the 78% at or by"): in moves, signed; undefined for any cut or hike. */
function sizeOf(asking: Asking, figures: MeetingFigures): number | undefined {
  const sign = sideAsked(asking, figures) === 'cut' ? -1 : 1;
  const [named] = sizesAsked(asking);
  if (named !== undefined) return sign * Math.round(named / 25);
  const [typed] = asking.question.slots.figures.filter(({ unit }) => unit === 'percent' || unit === 'none');
  if (!typed) return undefined;
  const quoted = { size: typed.value / 100, tolerance: (0.5 * 10 ** -typed.decimals) / 100 };
  const found = chancesAt(figures).find(({ receipt }) => fits(receipt.value, quoted));
  if (!found?.receipt.id.includes('.range.')) return undefined;
  return figures.ranges.find(({ receipt }) => receipt.id === found.receipt.id)?.moves;
}

function anyMoveAnswer(asking: Asking, figures: MeetingFigures, earlier: readonly MeetingFigures[]): AnswerDraft {
  const { odds, meeting } = figures;
  const direction = sideAsked(asking, figures);
  const [by, at] = direction === 'cut' ? [figures.cutBy, figures.cutAt] : [figures.hikeBy, figures.hikeAt];
  const before = earlier.at(-1);
  const date = shortDate(meeting, odds.asOf);
  const beforeChance = before && (direction === 'cut' ? before.cutBy : before.hikeBy);
  return atByDraft(asking, figures, {
    lead: `By: ${probability(by.value)} is the chance that the range after ${date} is ${direction === 'cut' ? 'below' : 'above'} today’s.`,
    lines: [
      `*${probability(at.value)}* is the chance of a ${direction} decided at the ${date} meeting itself`,
      ...(before && beforeChance
        ? [
            `*${probability(beforeChance.value)}* of it is already priced by ${shortDate(before.meeting, odds.asOf)}${beforeChance.value > 0 ? ': that meeting is live too' : ''}`,
          ]
        : ['*No earlier meeting* is priced, so at and by differ only by the arithmetic of whole moves']),
      '*By* is FedWatch’s headline figure and what the press quotes',
    ],
    basis: `by = sum of ranges ${direction === 'cut' ? 'below' : 'above'} ${rangeText(odds.range.lowerBp, odds.range.upperBp)} bp after the meeting; at = the meeting’s own step`,
    numbers: receipts(by, at, beforeChance, figures.stepBp),
  });
}

interface Sized {
  readonly moves: number;
  readonly earlier: readonly MeetingFigures[];
}

/** The same for exactly one size of move. */
function sizedAnswer(asking: Asking, figures: MeetingFigures, { moves, earlier }: Sized): AnswerDraft {
  const { odds, meeting, ranges } = figures;
  const [by, at]: readonly [Chance, Chance] = [sizeBy(figures, moves), sizeAt(figures, moves)];
  const any = moves < 0 ? figures.cutBy : figures.hikeBy;
  const date = shortDate(meeting, odds.asOf);
  const range = ranges.find((one) => one.moves === moves);
  const before = earlier.at(-1);
  return atByDraft(asking, figures, {
    lead: `By: ${probability(by.receipt.value)} is the chance of exactly a ${by.words}${range ? `, the range ${rangeText(range.lowerBp, range.upperBp)} bp` : ''}.`,
    lines: [
      `*${probability(at.receipt.value)}* is the chance of a ${at.words}, whatever came before`,
      before
        ? `*${shortDate(before.meeting, odds.asOf)}* comes before it and counts into “by”`
        : `*No earlier meeting* is priced: at and by are the same for ${date}`,
      `*${probability(any.value)}* any ${moves < 0 ? 'cut' : 'hike'} by ${date}: FedWatch’s headline is by, and its table one size`,
    ],
    basis: `by = one range after the meeting, counted from ${rangeText(odds.range.lowerBp, odds.range.upperBp)} bp in force; at = the meeting’s own step`,
    numbers: receipts(by.receipt, at.receipt, any, figures.stepBp),
  });
}

/** The chance that the first move comes at this very meeting: none at any before, then one. */
function firstAtAnswer(asking: Asking, figures: MeetingFigures, earlier: readonly MeetingFigures[]): AnswerDraft {
  const direction =
    asking.question.slots.word === 'hike'
      ? 'hike'
      : asking.question.slots.word === 'cut'
        ? 'cut'
        : directionOf(figures);
  const at = (one: MeetingFigures) => (direction === 'cut' ? one.cutAt : one.hikeAt);
  const by = direction === 'cut' ? figures.cutBy : figures.hikeBy;
  const date = shortDate(figures.meeting, figures.odds.asOf);
  const first = firstChance(figures, earlier, direction);
  const none = noneBefore(earlier, direction);
  return atByDraft(asking, figures, {
    lead: `No: ${probability(first.value)} is the chance that the first ${direction} comes on ${date};`,
    rest: `${probability(by.value)} is a ${direction} by then.`,
    lines: [
      ...(none
        ? [
            `*${probability(none.value)}* no ${direction} at a meeting before it, times *${probability(at(figures).value)}* a ${direction} on ${date} itself`,
          ]
        : [`*No earlier meeting* is priced: the first can only come on ${date}`]),
      `*By* counts a ${direction} at any meeting up to ${date}: FedWatch’s headline and what the press quotes`,
    ],
    basis: 'first = no move in that direction at any meeting before, then one at this; decisions taken as independent',
    numbers: receipts(first, by, none, at(figures), ...earlier.map(at)),
  });
}

function noneBefore(earlier: readonly MeetingFigures[], direction: 'cut' | 'hike'): Receipt<number> | undefined {
  const [one] = earlier;
  if (!one) return undefined;
  const inputs = earlier.map((figures) => inputOf(figures, direction));
  return {
    ...(direction === 'cut' ? one.cutAt : one.hikeAt),
    id: `fed.no_${direction}_before.${earlier.at(-1)?.meeting}`,
    value: inputs.reduce((product, { value }) => product * (1 - value), 1),
    formula: inputs.map(({ name }) => `(1 − ${name})`).join(' × '),
    inputs,
  };
}

function firstChance(
  figures: MeetingFigures,
  earlier: readonly MeetingFigures[],
  direction: 'cut' | 'hike',
): Receipt<number> {
  const own = inputOf(figures, direction);
  const inputs = earlier.map((one) => inputOf(one, direction));
  return {
    ...(direction === 'cut' ? figures.cutAt : figures.hikeAt),
    id: `fed.${figures.meeting}.first_${direction}`,
    value: inputs.reduce((product, { value }) => product * (1 - value), own.value),
    formula: [own.name, ...inputs.map(({ name }) => `(1 − ${name})`)].join(' × '),
    inputs: [own, ...inputs],
  };
}

function inputOf({ meeting, odds, cutAt, hikeAt }: MeetingFigures, direction: 'cut' | 'hike') {
  const name = `${direction}_at(${meeting})`;
  return {
    name,
    series: `fed.${meeting}.${direction}_at`,
    date: odds.asOf,
    value: (direction === 'cut' ? cutAt : hikeAt).value,
  };
}

interface Parts {
  readonly lead: string;
  readonly rest?: string;
  readonly lines: readonly string[];
  readonly basis: string;
  readonly numbers: readonly Receipt[];
}

function atByDraft(asking: Asking, figures: MeetingFigures, parts: Parts): AnswerDraft {
  const { odds, meeting } = figures;
  return draft({
    ...parts,
    ...oddsLabels(asking, figures),
    caveat: `${daggered(figures)}assumes independent decisions`,
    settings: [LAST_TRADES, ...rangeSettings(figures), ...asking.question.slots.figures.map(({ typed }) => typed)],
    command: `/fedodds ${meeting} explain asof ${odds.asOf}`,
  });
}
