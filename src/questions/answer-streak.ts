import type { SmallCapSeries } from '../market/small-caps.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { counted, fullDate, ordinal } from '../messages/format.ts';
import { gapWords, seriesName } from '../messages/words.ts';
import { dailyGaps } from '../metrics/daily-gaps.ts';
import { isMeasured, type Receipt, type ReceiptInput } from '../metrics/receipt.ts';
import { runs } from '../metrics/streak.ts';
import { streakView } from '../metrics/streak-view.ts';
import { against } from './answer-lag.ts';
import { type Asking, asOfWords, draft, receipts, refused, seriesOf, sourceWords } from './desk.ts';

/** Sessions in a row on one side, since when, the longest, how ties count. */
export async function streakAnswer(asking: Asking): Promise<AnswerDraft> {
  const series = await seriesOf(asking);
  const view = streakView(series);
  const { streak } = view;
  const { subject, benchmark, session } = series;
  if (!streak)
    throw refused(`No streak: ${view.refused?.absent ?? 'no gap for the last session'}.`, '/smallcaps streak');
  const { current, length, side } = streak;
  const wanted = askedSide(asking.text) ?? (side === 0 ? -1 : side);
  const longest = longestRun(series, wanted);
  const none = wanted !== side ? `Not ${SIDES[wanted]} on the last session: ` : '';
  const dates =
    current.from === current.to ? fullDate(current.to) : `${fullDate(current.from)} to ${fullDate(current.to)}`;
  return draft({
    lead: `${none}${counted(length.value, 'session')} in a row ${SIDES[side]},`,
    rest: `${dates}.`,
    lines: [
      ...(isMeasured(view.gained)
        ? [`*${gapWords(view.gained)}* summed over the run, ${seriesName(subject)} less ${seriesName(benchmark)}`]
        : []),
      ...(longest
        ? [
            `*${counted(longest.receipt.value, 'session')}* is the longest ${SIDES[wanted]} on record, ${fullDate(longest.from)} to ${fullDate(longest.to)}`,
          ]
        : []),
      ...(isMeasured(view.rank) && isMeasured(view.count)
        ? [`*${ordinal(view.rank.value)}* of ${view.count.value} runs ${SIDES[side]} by length`]
        : []),
    ],
    basis: 'unrounded close-to-close returns of each session; a tie ends a run and counts for neither side',
    asOf: asOfWords(asking, session),
    source: `${sourceWords([subject.source, benchmark.source])}, daily closes since ${fullDate(streak.dataFrom)}`,
    caveat: 'daily gaps have no intraday basis; rounded returns would call small gaps level',
    numbers: receipts(length, view.gained, view.rank, view.count, longest?.receipt),
    session,
    command: `/smallcaps streak${against(benchmark)} asof ${session}`,
  });
}

const SIDES = { [-1]: 'behind', 0: 'level', 1: 'ahead' } as const;

/** The side a text names, or undefined. */
function askedSide(text: string): 1 | -1 | undefined {
  if (/\b(lag|behind|under|trail|los)/i.test(text)) return -1;
  return /\b(lead|led|ahead|outperform|beat|w[io]n)/i.test(text) ? 1 : undefined;
}

/** The longest run of a side since the data begin, the latest of equal ones. */
function longestRun({ subject, benchmark, session }: SmallCapSeries, side: 1 | -1) {
  const gaps = dailyGaps(subject, benchmark);
  const [longest] = runs(gaps, side).toSorted((a, b) => b.sessions - a.sessions || (a.to < b.to ? 1 : -1));
  if (!longest) return undefined;
  const end = (name: string, date: string): ReceiptInput => ({
    name,
    series: `${subject.symbol}-${benchmark.symbol}`,
    date,
    value: gaps.values[gaps.dates.indexOf(date)] ?? 0,
  });
  const receipt: Receipt<number> = {
    id: `${subject.symbol}-${benchmark.symbol}.streak.longest.${SIDES[side]}`,
    value: longest.sessions,
    unit: 'sessions',
    asOf: session,
    basis: 'daily gap of unrounded close-to-close returns',
    formula: 'sessions(first, last) + 1',
    inputs: [end('first', longest.from), end('last', longest.to)],
    sources: [subject.source, benchmark.source],
  };
  return { ...longest, receipt };
}
