/** Answers about turns of the priced path: its lowest or highest rate, and when the first move is priced. Measures and words it. */
import type { AnswerDraft } from '../messages/answer.ts';
import { basisPoints, fullDate, plain, shortDate } from '../messages/format.ts';
import { firstMove, pathEnd, yearEnd } from '../metrics/fed-path.ts';
import type { FedDay } from '../metrics/fed-views.ts';
import { contractWords, pathDraft } from './answer-fed-path-parts.ts';
import { type Asking, receipts, refused } from './desk.ts';
import { figuresOf, lastWords, movesName } from './odds-path-ends.ts';
import { wordsOf } from './odds-words.ts';
import { readFed } from './read-fed.ts';

/** When the first, second or third move is fully priced, and by when one has even odds. */
export async function firstMoveAnswer(asking: Asking): Promise<AnswerDraft> {
  return firstAnswer(asking, await readFed(asking.desk.fedMarket, asking.session), wordsOf(asking));
}

/** The lowest or highest rate of the priced meetings; "terminal" is the one the path ends its direction at. */
export function extremeRateAnswer(asking: Asking, day: FedDay, text: string): AnswerDraft {
  const { odds } = day;
  const down =
    /\b(trough|bottom\w*|lowest|floor|low)\b/.test(text) ||
    (!/\b(peak\w*|highest|top\w*|high)\b/.test(text) && fallsFirst(day));
  const found = odds.meetings.reduce((best, one) =>
    (down ? one.own.endPct < best.own.endPct : one.own.endPct > best.own.endPct) ? one : best,
  );
  const figures = figuresOf(day, found.meeting);
  const end = pathEnd(odds, found);
  const isLast = found === odds.meetings.at(-1);
  return pathDraft(asking, {
    day,
    end,
    lead: `${plain(end.ratePct, 2)}% after ${fullDate(found.meeting)} is the ${down ? 'lowest' : 'highest'} rate priced:`,
    rest: `${basisPoints(figures.expectedBp.value)} from the range in force, ${plain(Math.abs(end.cuts.value), 1)} ${movesName(end)} of 25\u00a0bp.`,
    lines: [
      isLast
        ? `*${fullDate(found.meeting)}* is the last meeting the prices reach: the turn may lie beyond it`
        : `*${lastWords(day)}* is the last meeting the prices reach; the path turns before it`,
      `*${contractWords(figures)}* are the contracts behind that meeting`,
    ],
    numbers: [],
  });
}

/** Whether the path first goes further below the range in force than above it. */
function fallsFirst({ odds }: FedDay): boolean {
  const moves = odds.meetings.map(({ expectedMoves }) => expectedMoves);
  return -Math.min(...moves) >= Math.max(...moves);
}

const NTH: readonly (readonly [RegExp, number, string])[] = [
  [/\b(second|2nd)\b/, 2, 'second'],
  [/\b(third|3rd)\b/, 3, 'third'],
];

export function firstAnswer(asking: Asking, day: FedDay, text: string): AnswerDraft {
  const { odds } = day;
  const last = odds.meetings.at(-1);
  const year = yearEnd(odds);
  if (!last || !year) throw refused('No meeting is priced that day.', '/fedodds path');
  const named = asking.question.slots.word;
  const direction = named === 'hike' || named === 'cut' ? named : movesName(year) === 'hikes' ? 'hike' : 'cut';
  const [, count, name] = NTH.find(([pattern]) => pattern.test(text)) ?? [/./, 1, 'first'];
  const sign = direction === 'hike' ? 1 : -1;
  const found = odds.meetings.find(({ expectedMoves }) => sign * expectedMoves >= count);
  const before = odds.meetings.findLast(({ meeting }) => found !== undefined && meeting < found.meeting);
  const shown = figuresOf(day, (found ?? last).meeting);
  const earlier = before && figuresOf(day, before.meeting);
  const even = firstMove(odds, direction);
  return pathDraft(asking, {
    day,
    end: pathEnd(odds, found ?? last),
    lead: found
      ? `The ${name} ${direction} is fully priced by ${fullDate(found.meeting)}:`
      : `No ${name === 'first' ? '' : `${name} `}${direction} is fully priced by ${fullDate(last.meeting)}, the last meeting the prices reach:`,
    rest: `${basisPoints(shown.expectedBp.value)} expected by then${earlier ? `, ${basisPoints(earlier.expectedBp.value)} by ${shortDate(earlier.meeting, odds.asOf)}` : ''}.`,
    lines: [
      even
        ? `*${fullDate(even.meeting)}* is the first meeting by which at least one ${direction} has even odds`
        : `*No meeting* has even odds of a ${direction} by then`,
      '*Fully priced* means a mean of one whole 25\u00a0bp move or more by the meeting: not a certainty of it',
    ],
    numbers: receipts(earlier?.expectedBp, even?.chance),
  });
}
