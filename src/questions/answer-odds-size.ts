/** The chance of a move of one or more named sizes, by a meeting and of at least that size. Measures and words it. */
import type { AnswerDraft } from '../messages/answer.ts';
import { rangeText } from '../messages/fedodds-parts.ts';
import { fullDate, probability } from '../messages/format.ts';
import { chanceAbove, chanceBelow } from '../metrics/fed-distribution.ts';
import { type MeetingFigures, meetingFigures } from '../metrics/fed-receipts.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { daggered, LAST_TRADES, METHOD, oddsLabels, rangeSettings } from './answer-odds-labels.ts';
import { type Asking, draft, receipts, refused } from './desk.ts';
import { sideAsked } from './odds-chances.ts';
import { sizesAsked } from './odds-words.ts';
import { readMeeting } from './read-fed.ts';

/** The chance of each size by the meeting named, or by the next ones. */
export async function sizeAnswer(asking: Asking): Promise<AnswerDraft> {
  const { figures, day } = await readMeeting(asking);
  const [first = 50, ...others] = sizesAsked(asking);
  const sign = sideAsked(asking, figures) === 'cut' ? -1 : 1;
  const named = asking.question.slots.meeting !== undefined || others.length > 0;
  const meetings = named ? [figures.meeting] : day.odds.meetings.slice(0, 4).map(({ meeting }) => meeting);
  const rows = meetings.flatMap((meeting) => sizeRow(meetingFigures(day.odds, meeting), sign * Math.round(first / 25)));
  const main = rows.find(({ meeting }) => meeting === figures.meeting) ?? rows[0];
  if (!main) throw refused('No meeting is priced that day.', '/fedodds table');
  const beside = others.flatMap((size) => sizeRow(figures, sign * Math.round(size / 25)));
  const sizes = [first, ...others];
  const { lowerBp, upperBp } = figures.odds.range;
  return draft({
    lead: `${sizeWords(main)} by ${fullDate(main.meeting)}: ${[main, ...beside].map(({ exact, moves }, index) => `${index === 0 ? '' : `${Math.abs(moves) * 25}\u00a0bp `}${probability(exact.value)}`).join(', ')};`,
    rest: `${first}\u00a0bp or more ${probability(main.orMore.value)}.`,
    lines: [
      ...beside.map(
        (row) =>
          `*${probability(row.exact.value)}* ${sizeWords(row)} by ${fullDate(row.meeting)}, ${probability(row.orMore.value)} for that or more`,
      ),
      ...rows
        .filter((row) => row !== main)
        .map(
          (row) =>
            `*${probability(row.exact.value)}* by ${fullDate(row.meeting)}, ${probability(row.orMore.value)} for ${first}\u00a0bp or more`,
        ),
    ],
    basis: `${METHOD}; ${sizes.join(' and ')} read as basis points, by the meeting, from the range in force ${rangeText(lowerBp, upperBp)} bp`,
    ...oddsLabels(asking, figures),
    caveat: `${daggered(figures)}cumulative: two moves of 25\u00a0bp count as one of 50\u00a0bp`,
    chartCommand: `/fedodds ${main.meeting} history asof ${figures.odds.asOf}`,
    numbers: receipts(...[...rows, ...beside].flatMap(({ exact, orMore }) => [exact, orMore])),
    settings: [
      LAST_TRADES,
      ...sizes.map((size) => `${size}\u00a0bp`),
      `${sizes.join(' and ')} read`,
      ...rangeSettings(figures),
    ],
    command: `/fedodds table asof ${figures.odds.asOf}`,
  });
}

interface SizeRow {
  readonly meeting: string;
  readonly moves: number;
  readonly exact: Receipt<number>;
  readonly orMore: Receipt<number>;
}

function sizeWords({ moves }: SizeRow): string {
  return `${Math.abs(moves) * 25}\u00a0bp ${moves < 0 ? 'cut' : 'hike'}`;
}

function sizeRow(figures: MeetingFigures | undefined, moves: number): SizeRow[] {
  if (!figures) return [];
  const { meeting, found } = figures;
  const exact = figures.rangeOf(moves);
  const orMore = moves < 0 ? chanceBelow(found.distribution, moves + 1) : chanceAbove(found.distribution, moves - 1);
  const [side, bound] = moves < 0 ? ['below', moves + 1] : ['above', moves - 1];
  const text = bound < 0 ? `−${-bound}` : String(bound);
  const formula = exact.formula.replace(/^exactly\([^,]*/, `${side}(${text}`);
  return [
    {
      meeting,
      moves,
      exact,
      orMore: { ...exact, id: `fed.${meeting}.${moves * 25}bp_or_more`, value: orMore, formula },
    },
  ];
}
