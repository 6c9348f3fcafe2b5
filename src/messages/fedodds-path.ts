/** The answer to `/fedodds path`: the implied rate meeting by meeting, and the moves priced by year end. Pure. */
import { ratePathChart } from '../charts/rate-path-chart.ts';
import { type MeetingFigures, meetingFigures } from '../metrics/fed-receipts.ts';
import type { PathView } from '../metrics/fed-views.ts';
import { movesWords } from './fedodds.ts';
import { framed } from './fedodds-frame.ts';
import { cautions, closingWords, type FedContext, oddsReceiptLine } from './fedodds-parts.ts';
import { pathTitle } from './fedodds-table.ts';
import { bareBasisPoints, basisPoints, fullDate, plain, probability, shortDate } from './format.ts';
import type { Message } from './message.ts';

const RATE_AFTER =
  'Rate after = implied average rate between meetings, not the target. Moves in 25 bp from the range in force. Decisions taken as independent.';

/** Rates after each meeting, steps, and where the year ends. */
export function pathMessage(view: PathView, call: FedContext): Message {
  const { odds, end, fromEffr } = view;
  const title = pathTitle(end);
  const chart = ratePathChart(odds, title, view.earlier);
  const all = odds.meetings.map(({ meeting }) => meetingFigures(odds, meeting)).filter((one) => one !== undefined);
  return framed(
    {
      odds,
      title,
      text: fallback(view),
      lines: lines(view),
      grid: pathTable(all),
      chart,
      context: [oddsReceiptLine(odds, odds.meetings.at(-1), call.staleSessions), RATE_AFTER],
      notes: cautions(odds, call),
      numbers: [
        end.cuts,
        ...(fromEffr ? [fromEffr] : []),
        ...(view.first ? [view.first.chance] : []),
        ...all.flatMap((one) => [one.stepBp, one.expectedBp, one.rateAfterPct, one.cutBy, one.hikeBy]),
      ],
    },
    call,
  );
}

function lines({ odds, end, first, fromEffr }: PathView): string[] {
  const effr = fromEffr?.inputs.find(({ name }) => name === 'EFFR');
  const year = `*${basisPoints(25 * end.found.expectedMoves)}* expected by ${fullDate(end.meeting)}, ${movesWords(end.found.expectedMoves)}`;
  const rate = effr
    ? `*${plain(end.ratePct, 2)}%* implied rate then; effective rate ${plain(effr.value, 2)}% on ${shortDate(effr.date, odds.asOf)}, ${basisPoints(fromEffr?.value ?? 0)}`
    : `*${plain(end.ratePct, 2)}%* implied rate then`;
  const firstLine = first
    ? `*${shortDate(first.meeting, odds.asOf)}* first meeting with even odds or better of at least one ${first.direction} by then, ${probability(first.chance.value)}`
    : `*No meeting* has even odds of a ${end.found.expectedMoves > 0 ? 'hike' : 'cut'} by then`;
  return [year, rate, firstLine];
}

function fallback({ odds, end }: PathView): string {
  const moves = movesWords(end.found.expectedMoves);
  return `Fed funds futures price ${basisPoints(25 * end.found.expectedMoves)} by ${fullDate(end.meeting)}, ${moves}; implied rate then ${plain(end.ratePct, 2)}%. ${closingWords(odds, end.found)}`;
}

function pathTable(all: readonly MeetingFigures[]): string[][] {
  return [
    ['Meeting', 'Rate after, %', 'Total bp', 'Step bp', '25 bp moves'],
    ...all
      .slice(0, 10)
      .map(({ meeting, odds, found, stepBp, expectedBp }) => [
        shortDate(meeting, odds.asOf).replace(/ 20(\d\d)$/, ' $1'),
        plain(found.own.endPct, 2),
        bareBasisPoints(expectedBp.value),
        bareBasisPoints(stepBp.value),
        bareBasisPoints(found.expectedMoves),
      ]),
  ];
}
