/** The chance of a move of one or more named sizes, by a meeting and of at least that size. Measures and words it. */
import type { AnswerDraft } from '../messages/answer.ts';
import { rangeText } from '../messages/fedodds-parts.ts';
import { fullDate, probability, sessionDate } from '../messages/format.ts';
import { chanceAbove, chanceBelow } from '../metrics/fed-distribution.ts';
import { type MeetingFigures, meetingFigures } from '../metrics/fed-receipts.ts';
import type { FedDay } from '../metrics/fed-views.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { daggered, LAST_TRADES, METHOD, oddsLabels, rangeSettings } from './answer-odds-labels.ts';
import { type Asking, draft, receipts, refused } from './desk.ts';
import { sideAsked } from './odds-chances.ts';
import { sizesAsked } from './odds-words.ts';
import { readFed, readMeeting } from './read-fed.ts';

/** The chance of each size by the meeting named, or by the next ones; of a day before the post, against the post's own ranges. */
export async function sizeAnswer(asking: Asking): Promise<AnswerDraft> {
  const { figures, day } = await readMeeting(asking);
  const [first = 50, ...others] = sizesAsked(asking);
  const posted = await postedDay(asking);
  const side = sideAsked(asking, (posted && meetingFigures(posted.odds, figures.meeting)) ?? figures);
  const sized = sizer(figures, posted, side);
  const main = sized(figures.meeting, first);
  if (!main) throw refused('No meeting is priced that day.', '/fedodds table');
  const single = asking.question.slots.meeting !== undefined || others.length > 0 || posted !== undefined;
  const beside = others.flatMap((size) => sized(figures.meeting, size) ?? []);
  const ahead = single ? [] : day.odds.meetings.slice(0, 4).filter(({ meeting }) => meeting !== figures.meeting);
  const later = ahead.flatMap(({ meeting }) => sized(meeting, first) ?? []);
  const now = posted && sizer(meetingFigures(posted.odds, figures.meeting), undefined, side)(figures.meeting, first);
  const sizes = [first, ...others];
  const { range } = (posted ?? day).odds;
  const values = valuesOf(main, beside);
  return draft({
    lead: `${first}\u00a0bp ${side} by ${fullDate(main.meeting)}: ${values};`,
    rest: `${first}\u00a0bp or more ${probability(main.orMore.value)}${posted ? `, on ${sessionDate(day.odds.asOf)}` : ''}.`,
    lines: [
      ...(now && posted
        ? [`*${probability(now.exact.value)}* on ${sessionDate(posted.odds.asOf)}, the day of this post`]
        : []),
      ...sizeLines({ beside, later, first, side }),
      ...(single ? [allRanges(figures)] : []),
    ],
    basis: `${METHOD}; ${sizes.join(' and ')} read as basis points, by the meeting, from the range in force ${rangeText(range.lowerBp, range.upperBp)} bp${posted ? ` on ${fullDate(posted.odds.asOf)}` : ''}`,
    ...oddsLabels(asking, figures),
    caveat: `${daggered(figures)}cumulative: two moves of 25\u00a0bp count as one of 50\u00a0bp`,
    chartCommand: `/fedodds ${main.meeting} history asof ${figures.odds.asOf}`,
    numbers: receipts(
      ...[main, ...beside, ...later, ...(now ? [now] : [])].flatMap(({ exact, orMore }) => [exact, orMore]),
      ...figures.ranges.map(({ receipt }) => receipt),
    ),
    settings: [LAST_TRADES, ...sizeSettings(sizes), rangeText(range.lowerBp, range.upperBp), ...rangeSettings(figures)],
    command: `/fedodds table asof ${figures.odds.asOf}`,
  });
}

function valuesOf(main: SizeRow, beside: readonly SizeRow[]): string {
  return [
    probability(main.exact.value),
    ...beside.map(({ exact, bp }) => `${bp}\u00a0bp ${probability(exact.value)}`),
  ].join(', ');
}

function sizeSettings(sizes: readonly number[]): string[] {
  return [...sizes.map((size) => `${size}\u00a0bp`), `${sizes.join(' and ')} read`];
}

interface SizeRows {
  readonly beside: readonly SizeRow[];
  readonly later: readonly SizeRow[];
  readonly first: number;
  readonly side: string;
}

/** The other sizes asked for, and the first one by later meetings. */
function sizeLines({ beside, later, first, side }: SizeRows): string[] {
  return [
    ...beside.map(
      ({ exact, orMore, bp, meeting }) =>
        `*${probability(exact.value)}* ${bp}\u00a0bp ${side} by ${fullDate(meeting)}, ${probability(orMore.value)} for that or more`,
    ),
    ...later.map(
      ({ exact, orMore, meeting }) =>
        `*${probability(exact.value)}* by ${fullDate(meeting)}, ${probability(orMore.value)} for ${first}\u00a0bp or more`,
    ),
  ];
}

/** The odds of the post's own day, where an earlier one is asked for: sizes keep counting from the range in force then. */
async function postedDay({ desk, post, question, session }: Asking): Promise<FedDay | undefined> {
  if (question.slots.asOf === undefined || post === undefined || post.asOf <= session) return undefined;
  return readFed(desk.fedMarket, post.asOf);
}

function allRanges({ ranges, meeting }: MeetingFigures): string {
  const shown = ranges.filter(({ chance }) => chance >= 0.005);
  const list = shown.map(({ lowerBp, upperBp, chance }) => `${rangeText(lowerBp, upperBp)} ${probability(chance)}`);
  return `*${list.join(' · ')}*: the ranges after ${fullDate(meeting)}`;
}

interface SizeRow {
  readonly meeting: string;
  readonly bp: number;
  readonly exact: Receipt<number>;
  readonly orMore: Receipt<number>;
}

/** Rows of sizes counted from the range in force on the day of the odds, or of `from` where it is given. */
function sizer(own: MeetingFigures | undefined, from: FedDay | undefined, side: 'cut' | 'hike') {
  const offset = own && from ? (from.odds.range.upperBp - own.odds.range.upperBp) / 25 : 0;
  const sign = side === 'cut' ? -1 : 1;
  return (meeting: string, bp: number): SizeRow | undefined => {
    const figures = own && meetingFigures(own.odds, meeting);
    if (!figures) return undefined;
    const moves = sign * Math.round(bp / 25) + offset;
    const exact = figures.rangeOf(moves);
    const { distribution } = figures.found;
    const orMore = side === 'cut' ? chanceBelow(distribution, moves + 1) : chanceAbove(distribution, moves - 1);
    const bound = moves - sign;
    const text = bound < 0 ? `−${-bound}` : String(bound);
    const formula = exact.formula.replace(/^exactly\([^,]*/, `${side === 'cut' ? 'below' : 'above'}(${text}`);
    return {
      meeting,
      bp,
      exact,
      orMore: { ...exact, id: `fed.${meeting}.${moves * 25}bp_or_more`, value: orMore, formula },
    };
  };
}
