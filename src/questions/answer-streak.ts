/** Answers how many sessions in a row small caps are behind or ahead, the longest run, the last one of a side. Words it. */
import type { SmallCapSeries } from '../market/small-caps.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { counted, fullDate, ordinal } from '../messages/format.ts';
import { gapWords, seriesName } from '../messages/words.ts';
import { type DailyGaps, dailyGaps } from '../metrics/daily-gaps.ts';
import { isMeasured, type Receipt, type ReceiptInput } from '../metrics/receipt.ts';
import { type Run, runs, type Streak } from '../metrics/streak.ts';
import { type StreakView, streakView } from '../metrics/streak-view.ts';
import { against, proxyWords } from './answer-lag.ts';
import { type Asking, asOfWords, draft, receipts, refused, seriesOf, sourceWords } from './desk.ts';

const SIDES = { [-1]: 'behind', 0: 'level', 1: 'ahead' } as const;

/** A run with its length proven. */
interface Told extends Run {
  readonly receipt: Receipt<number>;
}

/** Sessions in a row on one side, since when, the longest, how ties count. */
export async function streakAnswer(asking: Asking): Promise<AnswerDraft> {
  const series = await seriesOf(asking);
  const view = streakView(series);
  const { streak } = view;
  const { subject, benchmark, session } = series;
  if (!streak)
    throw refused(`No streak: ${view.refused?.absent ?? 'no gap for the last session'}.`, '/smallcaps streak');
  const { side } = asking.question.slots;
  const named = side && (side === 'below' ? -1 : 1);
  const wanted = askedSide(asking.text) ?? named ?? (streak.side === 0 ? -1 : streak.side);
  const { longest, last } = runsOf(series, wanted);
  const record = asking.question.slots.longest || /\b(longest|record|ever|most)\b/i.test(asking.text);
  return draft({
    ...(record && longest ? recordLead(longest, wanted) : currentLead(streak, wanted)),
    lines: [
      ...(record && longest
        ? [`*${counted(streak.length.value, 'session')}* ${SIDES[streak.side]} now, ${spanWords(streak.current)}`]
        : []),
      ...gainedLine(view, series),
      ...(wanted !== streak.side && last ? [runLine(last, `${SIDES[wanted]} in the last such run`)] : []),
      ...(longest && !record ? [runLine(longest, `is the longest ${SIDES[wanted]} on record`)] : []),
      ...rankLine(view, streak),
    ].slice(0, 4),
    basis: 'unrounded close-to-close returns of each session; a tie ends a run and counts for neither side',
    asOf: asOfWords(asking, session),
    source: `${sourceWords([subject.source, benchmark.source])}, daily closes since ${fullDate(streak.dataFrom)}`,
    caveat: `daily gaps have no intraday basis; rounded returns would call small gaps level${proxyWords(asking)}`,
    numbers: receipts(streak.length, view.gained, view.rank, view.count, longest?.receipt, last?.receipt),
    session,
    command: `/smallcaps streak${against(benchmark)} asof ${session}`,
    told: { side: wanted === -1 ? 'low' : 'high', day: record && longest ? longest.to : streak.current.to },
  });
}

function runLine(run: Told, what: string): string {
  return `*${counted(run.receipt.value, 'session')}* ${what}, ${spanWords(run)}`;
}

function rankLine({ rank, count }: StreakView, { side }: Streak): string[] {
  if (!isMeasured(rank) || !isMeasured(count)) return [];
  return [`*${ordinal(rank.value)}* of ${count.value} runs ${SIDES[side]} by length`];
}

function currentLead({ side, length, current }: Streak, wanted: 1 | -1): Pick<AnswerDraft, 'lead' | 'rest'> {
  const none = wanted !== side ? `Not ${SIDES[wanted]} on the last session: ` : '';
  return {
    lead: `${none}${counted(length.value, 'session')} in a row ${SIDES[side]},`,
    rest: `${spanWords(current)}.`,
  };
}

function recordLead(longest: Told, side: 1 | -1): Pick<AnswerDraft, 'lead' | 'rest'> {
  return {
    lead: `${counted(longest.receipt.value, 'session')} in a row ${SIDES[side]} is the longest on record,`,
    rest: `${spanWords(longest)}.`,
  };
}

function spanWords({ from, to }: Run): string {
  return from === to ? fullDate(to) : `${fullDate(from)} to ${fullDate(to)}`;
}

function gainedLine({ gained }: StreakView, { subject, benchmark }: SmallCapSeries): string[] {
  if (!isMeasured(gained)) return [];
  return [`*${gapWords(gained)}* summed over the run, ${seriesName(subject)} less ${seriesName(benchmark)}`];
}

/** The side a text names, or undefined. */
function askedSide(text: string): 1 | -1 | undefined {
  if (/\b(lag|behind|under|trail|los)/i.test(text)) return -1;
  return /\b(lead|led|ahead|outperform|beat|w[io]n)/i.test(text) ? 1 : undefined;
}

/** The longest run of a side since the data begin, the latest of equal ones, and the last run of that side. */
function runsOf(series: SmallCapSeries, side: 1 | -1): { longest?: Told; last?: Told } {
  const gaps = dailyGaps(series.subject, series.benchmark);
  const all = runs(gaps, side);
  const [longest] = all.toSorted((a, b) => b.sessions - a.sessions || (a.to < b.to ? 1 : -1));
  const last = all.at(-1);
  return {
    ...(longest && { longest: told(series, gaps, { run: longest, part: `longest.${SIDES[side]}` }) }),
    ...(last && { last: told(series, gaps, { run: last, part: `last.${SIDES[side]}` }) }),
  };
}

function told(
  { subject, benchmark, session }: SmallCapSeries,
  gaps: DailyGaps,
  { run, part }: { run: Run; part: string },
): Told {
  const end = (name: string, date: string): ReceiptInput => ({
    name,
    series: `${subject.symbol}-${benchmark.symbol}`,
    date,
    value: gaps.values[gaps.dates.indexOf(date)] ?? 0,
  });
  const receipt: Receipt<number> = {
    id: `${subject.symbol}-${benchmark.symbol}.streak.${part}`,
    value: run.sessions,
    unit: 'sessions',
    asOf: session,
    basis: 'daily gap of unrounded close-to-close returns',
    formula: 'sessions(first, last) + 1',
    inputs: [end('first', run.from), end('last', run.to)],
    sources: [subject.source, benchmark.source],
  };
  return { ...run, receipt };
}
