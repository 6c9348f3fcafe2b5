/** Answers whether large technology alone makes the gap, and how unusual the gap is for the time of year. Measures, words it. */
import type { AnswerDraft } from '../messages/answer.ts';
import { counted, fullDate, ordinal, percent } from '../messages/format.ts';
import { basisWords } from '../messages/receipt-line.ts';
import { gapWords, windowPhrase } from '../messages/words.ts';
import { gapRank } from '../metrics/gap-rank.ts';
import { isMeasured } from '../metrics/receipt.ts';
import { type Comparison, comparison } from '../metrics/returns.ts';
import { lastSession, type PriceSeries, upTo } from '../metrics/series.ts';
import type { Window } from '../metrics/windows.ts';
import { against, baseInputs, commandOf } from './answer-lag.ts';
import { type Asking, asOfWords, draft, receipts, refused, seriesOf, sourceWords, worded } from './desk.ts';
import { windowAsked } from './windows-asked.ts';

/** The rank of the year's gap among all years at this point. */
export async function gapRankAnswer(asking: Asking): Promise<AnswerDraft> {
  const series = await seriesOf(asking);
  const { subject, benchmark, session } = series;
  const { gap } = comparison(subject, benchmark, 'ytd');
  const rank = gapRank(subject, benchmark);
  if ('absent' in rank || !isMeasured(gap)) throw refused('That gap has no rank: too few years.', '/smallcaps ytd');
  const kind = gap.value < 0 ? 'lag' : 'lead';
  return draft({
    lead: `${ordinal(rank.rank.value)} widest ${kind} of ${rank.years} years at this point of a year:`,
    rest: `${gapWords(gap)} after ${counted(rank.sessions, 'session')}.`,
    lines: [
      `*${gapWords({ ...gap, value: rank.next.gap })}* in ${rank.next.year}, the ${rank.rank.value === 1 ? 'next' : 'widest'}`,
    ],
    basis: `${basisWords([subject, benchmark])}, year to date at the same session of each year`,
    asOf: asOfWords(asking, session),
    source: sourceWords([subject.source, benchmark.source]),
    caveat: `${rank.years} years since the data begin; early in a year a few sessions decide the rank`,
    numbers: receipts(gap, rank.rank),
    session,
    command: `/smallcaps ytd${against(benchmark)} asof ${session}`,
  });
}

/** Large technology and equal weight beside the gap; what is missing is named. */
export async function breadthAnswer(asking: Asking): Promise<AnswerDraft> {
  const series = await seriesOf(asking, 'GSPC');
  const { subject, benchmark, third, session } = series;
  const window = await windowAsked(asking, series);
  const main = comparison(subject, benchmark, window);
  const tech = third ? comparison(third, benchmark, window) : undefined;
  const equal = await equalWeight(asking, window);
  return draft({
    lead: breadthLead(main, equal, session),
    lines: [
      ...equalLine(equal, window, session),
      `*${worded(main.subject, percent)}* Russell 2000, S&P 500 ${worded(main.benchmark, percent)}, price return`,
      ...(tech
        ? [
            `*${worded(tech.subject, percent)}* XLK (technology), ${worded(tech.gap, () => gapWords(tech.gap))} against the S&P 500: context, not a contribution`,
          ]
        : []),
    ],
    basis: `${windowPhrase(window)}, base close ${fullDate(baseInputs(main)[0]?.date ?? '')}; RSP exists here as dividend-adjusted close only`,
    asOf: asOfWords(asking, session),
    source: sourceWords([subject.source, benchmark.source, ...equal.sources]),
    caveat: equal.found
      ? `index weights are not stored, so no contribution by sector; XLK lacks Alphabet, Amazon and Meta${equal.absent === '' ? '' : `; ${equal.absent}`}`
      : `missing: ${equal.absent}; a data folder with RSP.csv up to that day would answer it; index weights are not stored either`,
    numbers: receipts(
      ...[main.gap, main.subject, main.benchmark, tech?.subject, tech?.gap],
      ...[equal.found?.subject, equal.found?.benchmark, equal.found?.gap],
    ),
    session,
    command: commandOf(series, window),
  });
}

interface EqualWeight {
  readonly found?: Comparison;
  /** The session the series ends on, where it is not the one asked for. */
  readonly until?: string;
  /** What is missing, and of which series. */
  readonly absent: string;
  readonly sources: PriceSeries['source'][];
}

function breadthLead(main: Comparison, { found, until }: EqualWeight, session: string): string {
  const [broad, small] = [found?.gap, main.gap];
  if (!broad || !isMeasured(broad))
    return `No equal-weight series reaches ${fullDate(session)}, so that cannot be tested.`;
  const alike = isMeasured(small) && Math.sign(broad.value) === Math.sign(small.value) && broad.value !== 0;
  const day = until === undefined ? '' : ` by ${fullDate(until)}, the last day held`;
  return `${alike && broad.value < 0 ? 'Not large technology alone: e' : 'E'}qual weight ${gapWords(broad)} against the S&P 500${day}, small caps ${gapWords(small)}.`;
}

function equalLine({ found, until }: EqualWeight, window: Window, session: string): string[] {
  if (!found) return [];
  const day = until === undefined ? '' : `, ${fullDate(until)} where the rest is ${fullDate(session)}`;
  return [
    `*${worded(found.subject, percent)}* RSP (S&P 500 equal weight) ${windowPhrase(window)}, SPY ${worded(found.benchmark, percent)}, both with dividends${day}`,
  ];
}

/** Equal weight to the session, or to the last day both funds are held; a window of days that ended before is none. */
async function equalWeight({ desk, session }: Asking, window: Window): Promise<EqualWeight> {
  try {
    const [rsp, spy] = await Promise.all([
      desk.market.totalReturn('RSP', session),
      desk.market.totalReturn('SPY', session),
    ]);
    const last = [lastSession(rsp), lastSession(spy)].sort()[0] ?? session;
    if (last === session) return { found: comparison(rsp, spy, window), absent: '', sources: [rsp.source] };
    const absent = `RSP ends on ${fullDate(last)}`;
    const found = comparison(upTo(rsp, last), upTo(spy, last), window);
    const usable = window === 'ytd' && last.slice(0, 4) === session.slice(0, 4) && isMeasured(found.gap);
    return usable ? { found, until: last, absent, sources: [rsp.source] } : { absent, sources: [] };
  } catch {
    return { absent: 'no equal-weight series (RSP) in the data', sources: [] };
  }
}
