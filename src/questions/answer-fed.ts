/** Answers about the path, the record and the size of moves of the odds, and whose figure is right. Measures and words it. */

import { ratePathChart } from '../charts/rate-path-chart.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { directionOf, rangeText } from '../messages/fedodds-parts.ts';
import {
  basisPoints,
  counted,
  fullDate,
  ordinal,
  plain,
  points,
  pointsSize,
  shortDate,
  signedNumber,
} from '../messages/format.ts';
import { fits } from '../metrics/claimed-figure.ts';
import { monthMoveRank } from '../metrics/fed-move-rank.ts';
import { meetingFigures } from '../metrics/fed-receipts.ts';
import { pathView, ratesView } from '../metrics/fed-views.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { oddsLabels } from './answer-odds-labels.ts';
import { type Asking, draft, receipts, refused, sourceWords } from './desk.ts';
import { readFed, readMeeting } from './read-fed.ts';

const LAST_TRADES = '1–2 pp';

/** Moves priced by year end: expected bp over 25, not the likeliest outcome. */
export async function pathAnswer(asking: Asking): Promise<AnswerDraft> {
  const day = await readFed(asking.desk.fedMarket, asking.session);
  const view = pathView(day);
  if (!view) throw refused('No meeting is priced to the end of that year.', '/fedodds path');
  const { end, odds, fromEffr } = view;
  const figures = meetingFigures(odds, end.meeting);
  if (!figures) throw refused('No meeting is priced to the end of that year.', '/fedodds path');
  const kind = end.cuts.value < 0 ? 'hikes' : 'cuts';
  const effr = fromEffr?.inputs.find(({ series }) => /EFFR/i.test(series));
  const contracts = figures.stepBp.inputs
    .map(({ series, value }) => `${series} ${plain(value, 4).replace(/0$/, '')}`)
    .join(', ');
  const chart = asking.question.slots.chart
    ? ratePathChart(
        odds,
        `${plain(Math.abs(end.cuts.value), 1)} ${kind} priced by ${shortDate(end.meeting, odds.asOf)}`,
        view.earlier,
      )
    : undefined;
  return draft({
    lead: `${plain(Math.abs(end.cuts.value), 1)} ${kind} of 25\u00a0bp by ${fullDate(end.meeting)}:`,
    rest: `${basisPoints(figures.expectedBp.value)} from the range in force.`,
    lines: [
      `*${plain(end.ratePct, 2)}%* implied after that meeting${effr ? `; EFFR ${plain(effr.value, 2)}%, ${basisPoints(fromEffr?.value ?? 0)} away` : ''}`,
      `*${contracts}* are the contracts behind that meeting`,
      ...(view.first
        ? [`*${fullDate(view.first.meeting)}* is the first meeting by which one ${view.first.direction} has even odds`]
        : []),
    ],
    basis: `expected bp / 25, mean of the distribution; range in force ${rangeText(odds.range.lowerBp, odds.range.upperBp)} bp`,
    ...oddsLabels(asking, figures),
    caveat: 'the mean, not the likeliest outcome; assumes independent decisions; contracts beyond a year trade thinly',
    ...(chart && { chart }),
    chartCommand: `/fedodds path asof ${odds.asOf}`,
    numbers: receipts(end.cuts, figures.expectedBp, figures.rateAfterPct, figures.stepBp, fromEffr),
    settings: [LAST_TRADES, rangeText(odds.range.lowerBp, odds.range.upperBp), 'bp / 25'],
    command: `/fedodds path asof ${odds.asOf}`,
  });
}

/** A month's change among the same change before every other meeting, as far out. */
export async function moveRankAnswer(asking: Asking): Promise<AnswerDraft> {
  const { figures, day, view } = await readMeeting(asking);
  const direction = directionOf(figures, view.rows);
  const rank = monthMoveRank(day, figures, direction);
  if (!rank) throw refused('There are too few meetings to rank that move.', '/fedodds march shift');
  const typed = asking.question.slots.figures[0];
  const other = typed && !fits(rank.move.value, { size: typed.value / 100, tolerance: 0.005 });
  const big =
    rank.rank.value / rank.count.value <= 0.1
      ? 'Yes'
      : rank.rank.value / rank.count.value <= 0.33
        ? 'Large, not rare'
        : 'No';
  return draft({
    lead: `${big}: ${ordinal(rank.rank.value)} largest of ${counted(rank.count.value, 'meeting')} at ${counted(rank.daysOut.value, 'day')} out.`,
    lines: [
      `*${points(rank.move.value, 1)}* is this post’s month for the ${direction} by ${shortDate(figures.meeting, figures.odds.asOf)}${other ? `, not “${typed.typed}”` : ''}`,
      `*${pointsSize(rank.median.value, 1)}* is the median size, the largest ${pointsSize(rank.largest.size.value, 1)} before ${fullDate(rank.largest.meeting)}`,
    ],
    basis: `size of the one-month change of ${direction} odds by the meeting, one case a meeting, same distance from each decision`,
    ...oddsLabels(asking, figures),
    caveat: `sample: meetings of ${fullDate(rank.first)} to ${fullDate(rank.last)}; many near-certain meetings move little`,
    numbers: receipts(rank.move, rank.rank, rank.count, rank.median, rank.largest.size, rank.daysOut),
    settings: typed ? [typed.typed] : [],
    command: `/fedodds ${figures.meeting} shift asof ${figures.odds.asOf}`,
  });
}

/** Small caps beside rates: slope, fit, and days of large rate moves. */
export async function ratesLinkAnswer(asking: Asking): Promise<AnswerDraft> {
  const day = await readFed(asking.desk.fedMarket, asking.session);
  const [subject, benchmark] = await Promise.all([
    asking.desk.market.prices('RUT', day.odds.asOf),
    asking.desk.market.prices('GSPC', day.odds.asOf),
  ]);
  const view = ratesView(day, subject, benchmark);
  const first = day.odds.meetings[0] && meetingFigures(day.odds, day.odds.meetings[0].meeting);
  if (!view || !first) throw refused('Too few common days of small caps and rates.', '/fedodds smallcaps');
  const figures = Object.values(view.beta).filter(
    (one): one is Receipt<number> => typeof one === 'object' && one !== null && 'formula' in one,
  );
  const slope = figures[0];
  if (!slope) throw refused('Too few common days of small caps and rates.', '/fedodds smallcaps');
  return draft({
    lead: `${signedNumber(slope.value, 2)}: ${slope.basis}.`,
    lines: figures.slice(1, 3).map((one) => `*${signedNumber(one.value, 2)}* ${one.id.split('.').at(-1) ?? ''}`),
    basis: 'daily gap on the change of the rate implied for 12 months, last 60 sessions',
    ...oddsLabels(asking, first),
    source: sourceWords(view.sources),
    caveat: 'the slope changes sign over time; a common day is not a cause',
    numbers: receipts(...figures),
    settings: ['60 sessions', slope.basis],
    command: `/fedodds smallcaps asof ${day.odds.asOf}`,
  });
}
