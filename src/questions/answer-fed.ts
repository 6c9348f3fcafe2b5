/** Answers about the size of a move of the odds beside others, and about small caps beside rates. Measures and words it. */

import type { AnswerDraft } from '../messages/answer.ts';
import { directionOf } from '../messages/fedodds-parts.ts';
import {
  counted,
  fullDate,
  ordinal,
  plain,
  points,
  pointsSize,
  probability,
  shortDate,
  signedNumber,
} from '../messages/format.ts';
import { fits } from '../metrics/claimed-figure.ts';
import { type MoveRank, type MoveSpan, moveRank } from '../metrics/fed-move-rank.ts';
import { meetingFigures } from '../metrics/fed-receipts.ts';
import { type MeetingView, ratesView } from '../metrics/fed-views.ts';
import { oddsLabels } from './answer-odds-labels.ts';
import { type Asking, draft, receipts, refused, sourceWords } from './desk.ts';
import { wordsOf } from './odds-words.ts';
import type { Figure } from './question.ts';
import { readFed, readMeeting } from './read-fed.ts';

/** The post's own change of odds, over a day, a week or a month, among the same change before every other meeting, as far out. */
export async function moveRankAnswer(asking: Asking): Promise<AnswerDraft> {
  const { figures, day, view } = await readMeeting(asking);
  const direction = directionOf(figures, view.rows);
  const lookBack = spanAsked(asking, view, direction);
  const rank = moveRank(day, figures, { word: direction, lookBack });
  if (!rank) throw refused('There are too few meetings to rank that move.', '/fedodds march shift');
  const typed = typedMove(asking);
  const other = typed && !isMove(rank.move.value, typed);
  const words = wordsOf(asking);
  const most = /\b(biggest|largest|most|record|ever)\b/.test(words) && !/\b(is|was) (that|this|it)\b/.test(words);
  const asked = most ? 'largest' : /\b(how (often|many)|more often|times)\b/.test(words) ? 'count' : 'rank';
  return draft({
    lead: rankLead(rank, asked, SPAN_WORDS[lookBack]),
    lines: [
      ...(most
        ? [
            `*${ordinal(rank.rank.value)}* of ${counted(rank.count.value, 'meeting')} is this post’s; other distances are not compared`,
          ]
        : []),
      `*${points(rank.move.value, 1)}* is this post’s ${SPAN_WORDS[lookBack]} for the ${direction} by ${shortDate(figures.meeting, figures.odds.asOf)}${other ? `, not “${typed.typed}”` : ''}`,
      `*${pointsSize(rank.median.value, 1)}* is the median size, the largest ${pointsSize(rank.largest.size.value, 1)} before ${fullDate(rank.largest.meeting)}`,
    ],
    basis: `size of the one-${SPAN_WORDS[lookBack]} change of ${direction} odds by the meeting, one case a meeting, same distance from each decision`,
    ...oddsLabels(asking, figures),
    caveat: `sample: meetings of ${fullDate(rank.first)} to ${fullDate(rank.last)}; many near-certain meetings move little`,
    numbers: receipts(
      rank.move,
      rank.rank,
      rank.larger,
      rank.count,
      rank.median,
      rank.largest.size,
      rank.daysOut,
      ...view.rows.flatMap(({ cutShift, hikeShift }) => [cutShift, hikeShift]),
    ),
    settings: typed ? [typed.typed] : [],
    command: `/fedodds ${figures.meeting} shift asof ${figures.odds.asOf}`,
  });
}

function rankLead(rank: MoveRank, asked: 'largest' | 'count' | 'rank', span: string): string {
  const distance = `at ${counted(rank.daysOut.value, 'day')} out`;
  const of = counted(rank.count.value, 'meeting');
  const { size, meeting } = rank.largest;
  if (asked === 'largest')
    return `${pointsSize(size.value, 1)} before ${fullDate(meeting)}: the largest one-${span} move ${distance}.`;
  if (asked === 'count') return `Larger before ${plain(rank.larger.value)} of ${of}, ${distance}.`;
  const share = rank.rank.value / rank.count.value;
  const big = share <= 0.1 ? 'Yes' : share <= 0.33 ? 'Large, not rare' : 'No';
  return `${big}: ${ordinal(rank.rank.value)} largest of ${of} ${distance}.`;
}

const SPANS: readonly MoveSpan[] = ['1d', '1w', '1m'];
const SPAN_WORDS: Readonly<Record<MoveSpan, string>> = { '1d': 'day', '1w': 'week', '1m': 'month' };

/** The look-back named, else the one whose shift was typed, else the only one the post states, else a month. */
function spanAsked(asking: Asking, { rows }: MeetingView, direction: 'cut' | 'hike'): MoveSpan {
  const text = wordsOf(asking);
  if (/\b([3-5]|four|few) ?w(eeks?)?\b|\b(28|30|31) days?\b/.test(text)) return '1m';
  if (/\b(1 ?d|days?|daily|today|todays|overnight|yesterdays?|session)\b(?! out(?! of\b))/.test(text)) return '1d';
  if (/\b(1 ?w|weeks?|weekly)\b(?! out(?! of\b))/.test(text)) return '1w';
  if (/\b(1 ?m|months?|monthly)\b(?! out(?! of\b))/.test(text)) return '1m';
  const typed = typedMove(asking);
  const stated = (asking.post?.numbers ?? []).flatMap(({ id }) =>
    SPANS.filter((span) => id.endsWith(`_by.shift.${span}`)),
  );
  const [only, ...more] = new Set(stated);
  const fitting = rows.find(
    (row) => typed && isMove((direction === 'cut' ? row.cutShift : row.hikeShift).value, typed),
  );
  if (fitting && typeof fitting.lookBack === 'string') return fitting.lookBack;
  return only !== undefined && more.length === 0 ? only : '1m';
}

function typedMove({ question }: Asking) {
  return question.slots.figures.find(({ unit }) => unit !== 'bp');
}

function isMove(value: number, typed: Figure): boolean {
  return fits(value, { size: typed.value / 100, tolerance: 0.005 });
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
  const { beta, shocks } = view;
  const { betaPer10Bp: slope, rSquared, t } = beta;
  const rows = shocks.filter(({ thresholdBp }) => thresholdBp !== undefined);
  return draft({
    lead: `${points(slope.value, 2)} on the daily small-cap gap per +10 bp`,
    rest: 'in the rate implied 12 months ahead.',
    lines: [
      `*R² ${plain(rSquared.value, 2)}*, t ${signedNumber(t.value, 1)}, ${beta.sessions} sessions${Math.abs(t.value) < 2 ? ': not distinguishable from 0' : ''}`,
      ...rows.map(
        ({ days, meanGap, ahead, count }) =>
          `*${points(meanGap.value, 2)}* mean gap on ${plain(count)} days of ${days}; small caps ahead on ${probability(ahead.value)}`,
      ),
    ],
    basis: `daily gap, price return, on the daily change of the implied rate; least squares over ${beta.sessions} sessions, days by the top and bottom 5%`,
    ...oddsLabels(asking, first),
    source: sourceWords(view.sources),
    caveat: 'the slope changes sign over time; a common day is not a cause',
    numbers: receipts(slope, rSquared, t, ...rows.flatMap(({ meanGap, ahead }) => [meanGap, ahead])),
    settings: ['+10 bp', `${beta.sessions} sessions`, '12 months', '5%', ...rows.map(({ count }) => plain(count))],
    command: `/fedodds smallcaps asof ${day.odds.asOf}`,
  });
}
