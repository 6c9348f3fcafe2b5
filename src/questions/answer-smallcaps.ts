/** Answers about the gap: how wide, from which base, how long, how unusual. Measures with the commands' functions, words it. */
import { smallCapLagChart } from '../charts/small-cap-lag-chart.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { counted, fullDate, level, ordinal, percent, sessionDate } from '../messages/format.ts';
import { basisWords } from '../messages/receipt-line.ts';
import {
  directionWord,
  gapSize,
  gapWords,
  isLevel,
  isRatio,
  seriesName,
  subjectWords,
  windowPhrase,
} from '../messages/words.ts';
import { readingAt } from '../metrics/claimed-figure.ts';
import { gapRank } from '../metrics/gap-rank.ts';
import { isMeasured, type Measured, type Receipt, type ReceiptInput } from '../metrics/receipt.ts';
import { type Comparison, comparison } from '../metrics/returns.ts';
import { at, lastSession, type PriceSeries } from '../metrics/series.ts';
import { type Window, windowId } from '../metrics/windows.ts';
import { type Asking, asOfWords, draft, receipts, refused, seriesOf, sourceWords, worded } from './desk.ts';

/** The gap over a window, both legs, the base; where the post is older than the last close, that one too. */
export async function lagAnswer(asking: Asking): Promise<AnswerDraft> {
  const series = await seriesOf(asking);
  const window = windowOf(asking);
  const { subject, benchmark } = series;
  const found = comparison(subject, benchmark, window);
  const { gap } = found;
  if (!isMeasured(gap)) throw refused(`That gap cannot be computed: ${gap.absent}.`, '/smallcaps ytd');
  const newer = await newerGap(asking, window);
  const day = intraday(subject, found.subject);
  const phrase = windowPhrase(window);
  const legs = `${seriesName(subject)} ${worded(found.subject, percent)}, ${seriesName(benchmark)} ${worded(found.benchmark, percent)}.`;
  const side = isLevel(gap.value) ? 'Level' : `${gap.value < 0 ? 'Behind' : 'Ahead'} by ${gapSize(gap)}`;
  const [base] = baseInputs(found);
  const chart = asking.question.slots.chart ? smallCapLagChart({ ...series, window }, found) : undefined;
  return draft({
    lead: `${side} ${phrase}:`,
    rest: legs,
    text: `${sentence(subject, gap)} ${phrase}: ${legs} Base ${fullDate(base?.date ?? series.session)}, close ${sessionDate(series.session)}.`,
    lines: newer?.lines ?? [],
    basis: `${basisWords([subject, benchmark])}, base closes of ${baseWords(found)}`,
    asOf: asOfWords(asking, series.session),
    source: `${sourceWords([subject.source, benchmark.source])}, two daily series`,
    caveat: `${isRatio(gap) ? 'beyond 12 months the change of the ratio, not a difference; ' : ''}without dividends${day?.words ?? ''}`,
    ...(chart && { chart }),
    chartCommand: `/smallcaps ${windowId(window).replace('since.', 'since ')}${against(benchmark)} asof ${series.session}`,
    numbers: receipts(gap, found.subject, found.benchmark, ...(day?.numbers ?? []), ...(newer?.numbers ?? [])),
    session: series.session,
    command: `/smallcaps ${windowId(window).replace('since.', 'since ')}${against(benchmark)} asof ${series.session}`,
  });
}

function sentence(subject: PriceSeries, gap: Receipt<number>): string {
  const { text, plural } = subjectWords(subject);
  if (isLevel(gap.value)) return `${text} ${plural ? 'are' : 'is'} level`;
  return `${text} ${directionWord(gap.value, { plural })} by ${gapSize(gap)}`;
}

export function against({ symbol }: PriceSeries): string {
  return symbol === 'GSPC' ? '' : ` vs ${symbol.toLowerCase()}`;
}

/** The window asked for, or the year to date. */
export function windowOf({ question, post }: Asking): Window {
  const asked = question.slots.window;
  if (asked !== undefined) return asked;
  const posted = /^\/smallcaps (1d|1w|mtd|1m|qtd|3m|6m|1y|3y|5y|10y|max)\b/.exec(post?.command ?? '')?.[1];
  return (posted as Window | undefined) ?? 'ytd';
}

/** What a gap counts from: the base close of each leg. */
function baseInputs(found: Comparison): ReceiptInput[] {
  return [found.subject, found.benchmark].flatMap((leg) =>
    isMeasured(leg) ? leg.inputs.filter(({ name }) => name === 'close(base)') : [],
  );
}

/** "29 Dec 2023: 2,027.07 and 4,769.83". */
function baseWords(found: Comparison): string {
  const inputs = baseInputs(found);
  return `${fullDate(inputs[0]?.date ?? '')}: ${inputs.map(({ value }) => level(value)).join(' and ')}`;
}

/** How far the subject's day reached on the same base, where the source holds highs and lows. */
function intraday(subject: PriceSeries, leg: Measured): { words: string; numbers: Receipt[] } | undefined {
  const base = isMeasured(leg) ? leg.inputs.find(({ name }) => name === 'close(base)') : undefined;
  if (!base) return undefined;
  const start = { day: base.date, column: 'close' } as const;
  const day = lastSession(subject);
  const [low, high] = (['low', 'high'] as const).map((basis) => readingAt(subject, start, { day, basis }));
  if (!low || !high) return undefined;
  const name = subject.symbol === 'RUT' ? 'the Russell' : seriesName(subject);
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(
    Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds,
  );
  return {
    words: `; intraday on ${weekday} ${name} was between ${percent(low.receipt.value)} and ${percent(high.receipt.value)}`,
    numbers: [low.receipt, high.receipt],
  };
}

/** Today's gap under an older post. */
async function newerGap(asking: Asking, window: Window): Promise<{ lines: string[]; numbers: Receipt[] } | undefined> {
  const { latest, session, question } = asking;
  if (latest <= session || question.slots.asOf !== undefined) return undefined;
  const { subject, benchmark } = await seriesOf({ ...asking, session: latest });
  if (lastSession(subject) <= session) return undefined;
  const { gap } = comparison(subject, benchmark, window);
  if (!isMeasured(gap)) return undefined;
  return { lines: [`*${gapWords(gap)}* now, close of ${sessionDate(gap.asOf)}, same window`], numbers: [gap] };
}

/** The base date, both closes, and why it is that day. */
export async function baseAnswer(asking: Asking): Promise<AnswerDraft> {
  const series = await seriesOf(asking);
  const window = windowOf(asking);
  const { subject, benchmark, session } = series;
  const found = comparison(subject, benchmark, window);
  const [own, other] = baseInputs(found);
  if (!own || !other) throw refused('That window has no base close in the data.', '/smallcaps ytd');
  const why =
    window === 'ytd'
      ? 'the last session of the year before, not 1 January'
      : 'the last session on or before the day it counts from';
  return draft({
    lead: `${fullDate(own.date)}, at the close:`,
    rest: `${seriesName(subject)} ${level(own.value)}, ${seriesName(benchmark)} ${level(other.value)}.`,
    lines: [
      `*${worded(found.gap, () => gapWords(found.gap))}* ${windowPhrase(window)} from there, ${seriesName(subject)} at ${level(closeOf(subject))}, ${seriesName(benchmark)} at ${level(closeOf(benchmark))}`,
    ],
    basis: `${windowPhrase(window)} counts from ${why}; ${basisWords([subject, benchmark])}`,
    asOf: asOfWords(asking, session),
    source: `${sourceWords([subject.source, benchmark.source])}, two daily series`,
    caveat: 'a base one session later, or with dividends, gives other figures; both closes are final',
    numbers: receipts(found.gap, found.subject, found.benchmark),
    session,
    command: `/smallcaps ${windowId(window).replace('since.', 'since ')}${against(benchmark)} asof ${session}`,
  });
}

function closeOf(series: PriceSeries): number {
  return at(series.close, series.close.length - 1);
}

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
  const window = windowOf(asking);
  const series = await seriesOf(asking, 'GSPC');
  const { subject, benchmark, third, session } = series;
  const main = comparison(subject, benchmark, window);
  const tech = third ? comparison(third, benchmark, window) : undefined;
  const equal = await equalWeight(asking, window);
  const [broad, small] = [equal.found?.gap, main.gap];
  const alike = broad && isMeasured(broad) && isMeasured(small) && broad.value < 0 && small.value < 0;
  const lead =
    broad && isMeasured(broad)
      ? `${alike ? 'Not large technology alone: e' : 'E'}qual weight ${gapWords(broad)} against the S&P 500, small caps ${gapWords(small)}.`
      : `No equal-weight series reaches ${fullDate(session)}, so that cannot be tested.`;
  return draft({
    lead,
    lines: [
      ...(equal.found
        ? [
            `*${worded(equal.found.subject, percent)}* RSP (S&P 500 equal weight) ${windowPhrase(window)}, SPY ${worded(equal.found.benchmark, percent)}, both with dividends`,
          ]
        : []),
      `*${worded(main.subject, percent)}* Russell 2000, S&P 500 ${worded(main.benchmark, percent)}, price return`,
      ...(tech
        ? [
            `*${worded(tech.subject, percent)}* XLK (technology), ${worded(tech.gap, () => gapWords(tech.gap))} against the S&P 500: context, not a contribution`,
          ]
        : []),
    ],
    basis: `${windowPhrase(window)}, base close ${fullDate(baseInputs(main)[0]?.date ?? '')}; RSP exists here as dividend-adjusted close only`,
    asOf: asOfWords(asking, session),
    source: sourceWords([subject.source, benchmark.source, ...(equal.found ? equal.sources : [])]),
    caveat: equal.found
      ? 'index weights are not stored, so no contribution by sector; XLK lacks Alphabet, Amazon and Meta'
      : `missing: ${equal.absent}; index weights are not stored either`,
    numbers: receipts(
      main.gap,
      main.subject,
      main.benchmark,
      tech?.subject,
      tech?.gap,
      equal.found?.subject,
      equal.found?.benchmark,
      equal.found?.gap,
    ),
    session,
    command: `/smallcaps ${windowId(window).replace('since.', 'since ')} asof ${session}`,
  });
}

async function equalWeight({ desk, session }: Asking, window: Window) {
  try {
    const [rsp, spy] = await Promise.all([
      desk.market.totalReturn('RSP', session),
      desk.market.totalReturn('SPY', session),
    ]);
    const last = lastSession(rsp);
    if (last < session || lastSession(spy) < session) return { absent: `RSP ends on ${last}`, sources: [] };
    return { found: comparison(rsp, spy, window), absent: '', sources: [rsp.source] };
  } catch {
    return { absent: 'no equal-weight series (RSP) in the data', sources: [] };
  }
}
