/** What every answer about the priced path shares: basis, chart, receipts, the contracts behind a meeting. Words only. */
import { ratePathChart } from '../charts/rate-path-chart.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { rangeText } from '../messages/fedodds-parts.ts';
import { plain, sessionDate, shortDate } from '../messages/format.ts';
import { changeFromEffr, type YearEnd } from '../metrics/fed-path.ts';
import type { MeetingFigures } from '../metrics/fed-receipts.ts';
import { type FedDay, pathView } from '../metrics/fed-views.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { LAST_TRADES, oddsLabels } from './answer-odds-labels.ts';
import { type Asking, draft, receipts } from './desk.ts';
import { figuresOf, movesName } from './odds-path-ends.ts';

/** The contracts of a meeting's own step, with their prices. */
export function contractWords({ stepBp }: MeetingFigures): string {
  return stepBp.inputs.map(({ series, value }) => `${series} ${plain(value, 4).replace(/0$/, '')}`).join(', ');
}

interface PathParts {
  readonly day: FedDay;
  readonly end: YearEnd;
  readonly lead: string;
  readonly rest: string;
  readonly lines: readonly string[];
  readonly rows?: readonly (readonly string[])[];
  readonly numbers: readonly Receipt[];
}

/** An answer about the path up to `end`. */
export function pathDraft(asking: Asking, { day, end, lead, rest, lines, rows, numbers }: PathParts): AnswerDraft {
  const { odds } = day;
  const figures = figuresOf(day, end.meeting);
  const title = `${plain(Math.abs(end.cuts.value), 1)} ${movesName(end)} priced by ${shortDate(end.meeting, odds.asOf)}`;
  const chart = asking.question.slots.chart ? ratePathChart(odds, title, pathView(day)?.earlier) : undefined;
  const range = rangeText(odds.range.lowerBp, odds.range.upperBp);
  return draft({
    lead,
    rest,
    lines: [
      ...(odds.asOf === (asking.post?.asOf ?? odds.asOf)
        ? []
        : [`*${sessionDate(odds.asOf)}* is the day of these prices`]),
      ...lines,
    ].slice(0, 5),
    ...(rows && { rows }),
    basis: `expected bp / 25, mean of the distribution; range in force ${range} bp`,
    ...oddsLabels(asking, figures),
    caveat: 'the mean, not the likeliest outcome; assumes independent decisions; contracts beyond a year trade thinly',
    ...(chart && { chart }),
    chartCommand: `/fedodds path asof ${odds.asOf}`,
    numbers: receipts(
      end.cuts,
      figures.expectedBp,
      figures.rateAfterPct,
      figures.stepBp,
      changeFromEffr(odds, end, day.effr),
      ...numbers,
    ),
    settings: [LAST_TRADES, range, 'bp / 25'],
    command: `/fedodds path asof ${odds.asOf}`,
  });
}
