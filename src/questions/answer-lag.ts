/** Answers about the gap: how wide, from which base. Measures with the commands' functions, words it. */
import { smallCapLagChart } from '../charts/small-cap-lag-chart.ts';
import type { SmallCapSeries } from '../market/small-caps.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { bareSigned, fullDate, level, percent, sessionDate, signedNumber } from '../messages/format.ts';
import { basisWords } from '../messages/receipt-line.ts';
import {
  directionWord,
  gapSize,
  gapWords,
  isLevel,
  isRatio,
  seriesName,
  subjectWords,
  windowLabel,
} from '../messages/words.ts';
import { readingAt } from '../metrics/claimed-figure.ts';
import { isMeasured, type Measured, type Receipt, type ReceiptInput } from '../metrics/receipt.ts';
import { type Comparison, comparison } from '../metrics/returns.ts';
import { at, lastSession, type PriceSeries } from '../metrics/series.ts';
import { type Window, windowId } from '../metrics/windows.ts';
import { type Asking, asOfWords, draft, receipts, refused, sourceWords, worded } from './desk.ts';
import { wordsOf } from './odds-words.ts';
import { seriesNamed } from './series-named.ts';
import { benchmarkIn, indexIn } from './slots-names.ts';
import { spanPhrase, windowAsked } from './windows-asked.ts';

/** Lines under a lead, and the numbers in them. */
interface Extra {
  readonly lines: readonly string[];
  readonly numbers: readonly Receipt[];
}

/** The gap over a window, both legs, the base; where the post is older than the last close, that one too. */
export async function lagAnswer(asking: Asking): Promise<AnswerDraft> {
  const series = await seriesNamed(asking);
  const window = await windowAsked(asking, series);
  const found = comparison(series.subject, series.benchmark, window);
  const { gap } = found;
  if (!isMeasured(gap)) throw refused(`That gap cannot be computed: ${gap.absent}.`, '/smallcaps ytd');
  const extras = [await newerGap(asking, window), inPoints(asking, found)];
  const table = asking.question.slots.table ? windowsTable(series) : undefined;
  const day = intraday(series.subject, found.subject);
  const chart = asking.question.slots.chart ? smallCapLagChart({ ...series, window }, found) : undefined;
  return draft({
    ...saidOf(asking, series, found),
    lines: extras.flatMap((extra) => extra?.lines ?? []),
    ...(table && { rows: table.rows }),
    basis: `${basisWords([series.subject, series.benchmark])}, base closes of ${baseWords(found)}`,
    asOf: asOfWords(asking, series.session),
    source: `${sourceWords([series.subject.source, series.benchmark.source])}, two daily series`,
    caveat: `${isRatio(gap) ? 'beyond 12 months the change of the ratio, not a difference; ' : ''}${dividendWords(series)}${day?.words ?? ''}${proxyWords(asking)}`,
    ...(chart && { chart }),
    chartCommand: commandOf(series, window),
    numbers: receipts(
      ...[gap, found.subject, found.benchmark, ...(day?.numbers ?? []), ...(table?.numbers ?? [])],
      ...extras.flatMap((extra) => extra?.numbers ?? []),
    ),
    session: series.session,
    command: commandOf(series, window),
    told: { day: series.session, side: sideOf(gap.value) },
  });
}

function sideOf(value: number): 'low' | 'high' {
  return value < 0 ? 'low' : 'high';
}

function dividendWords({ subject, benchmark }: SmallCapSeries): string {
  return subject.totalReturn || benchmark.totalReturn
    ? 'dividends reinvested, costs of the funds included'
    : 'without dividends';
}

/** The lead, the legs and the notification. */
function saidOf(asking: Asking, { subject, benchmark, session }: SmallCapSeries, found: Comparison) {
  const { gap } = found;
  if (!isMeasured(gap)) return { lead: '', rest: '', text: '' };
  const phrase = spanPhrase(found.window, asking);
  const legs = `${seriesName(subject)} ${worded(found.subject, percent)}, ${seriesName(benchmark)} ${worded(found.benchmark, percent)}.`;
  const side = isLevel(gap.value) ? 'Level' : `${gap.value < 0 ? 'Behind' : 'Ahead'} by ${gapSize(gap)}`;
  const [base] = baseInputs(found);
  const alone = isOtherAlone(asking);
  return {
    lead: alone ? `${seriesName(benchmark)} ${worded(found.benchmark, percent)} ${phrase};` : `${side} ${phrase}:`,
    rest: alone
      ? `${seriesName(subject)} ${worded(found.subject, percent)}, ${isLevel(gap.value) ? 'level with it' : `${gap.value < 0 ? 'behind' : 'ahead'} by ${gapSize(gap)}`}.`
      : legs,
    text: `${sentence(subject, gap)} ${phrase}: ${legs} Base ${fullDate(base?.date ?? session)}, close ${sessionDate(session)}.`,
  };
}

const OF_BOTH =
  /^(and|or|vs|same|what about|how about)\b|\b(small\w*|russell|r2k|rut|rty|iwm|gap|spread|lag\w*|trail\w*|behind|ahead|lead\w*|led|vs?|versus|against|relative|difference|beat\w*|(out|under) ?perform\w*|both|it|that|this|them)\b/;

/** "Nasdaq ytd", "how did tech do": the other index is asked about for itself. */
function isOtherAlone(asking: Asking): boolean {
  const text = wordsOf(asking);
  return (
    (benchmarkIn(text) !== undefined || indexIn(text) === 'GSPC') &&
    !OF_BOTH.test(text.replaceAll(/\bthis (year|month|week|quarter)\b/g, ''))
  );
}

function sentence(subject: PriceSeries, gap: Receipt<number>): string {
  const { text, plural } = subjectWords(subject);
  if (isLevel(gap.value)) return `${text} ${plural ? 'are' : 'is'} level`;
  return `${text} ${directionWord(gap.value, { plural })} by ${gapSize(gap)}`;
}

/** The command line that shows the same window and pair. */
export function commandOf(
  { benchmark, session }: Pick<SmallCapSeries, 'benchmark' | 'session'>,
  window: Window,
): string {
  return `/smallcaps ${windowId(window).replace('since.', 'since ')}${against(benchmark)} asof ${session}`;
}

export function against({ symbol }: PriceSeries): string {
  return symbol === 'GSPC' ? '' : ` vs ${symbol.toLowerCase()}`;
}

/** Said where a future was typed for an index. */
export function proxyWords({ question, text }: Asking): string {
  const { proxy, benchmark } = question.slots;
  if (benchmark === 'QQQ' && /\b(ndx|nasdaq[ -]?100)\b/i.test(text))
    return '; QQQ, its fund, stands for the Nasdaq 100';
  return proxy !== undefined && /futures/.test(proxy) ? `; ${proxy} are not held, the index is used here` : '';
}

/** What a gap counts from: the base close of each leg. */
export function baseInputs(found: Comparison): ReceiptInput[] {
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
async function newerGap(asking: Asking, window: Window): Promise<Extra | undefined> {
  const { latest, session, question } = asking;
  if (latest <= session || question.slots.asOf !== undefined) return undefined;
  const { subject, benchmark } = await seriesNamed({ ...asking, session: latest });
  if (lastSession(subject) <= session) return undefined;
  const { gap } = comparison(subject, benchmark, window);
  if (!isMeasured(gap)) return undefined;
  return { lines: [`*${gapWords(gap)}* now, close of ${sessionDate(gap.asOf)}, same window`], numbers: [gap] };
}

/** Both legs in index points, where that is asked. */
function inPoints({ question }: Asking, { subject, benchmark }: Comparison): Extra | undefined {
  if (!question.slots.points || !isMeasured(subject) || !isMeasured(benchmark)) return undefined;
  const [own, other] = [changeInPoints(subject), changeInPoints(benchmark)];
  return {
    lines: [
      `*${signedNumber(own.value)}* index points for the one, *${signedNumber(other.value)}* for the other; points of two indexes are not subtracted`,
    ],
    numbers: [own, other],
  };
}

function changeInPoints(leg: Receipt<number>): Receipt<number> {
  const [now, base] = leg.inputs;
  return {
    ...leg,
    id: `${leg.id}.points`,
    value: (now?.value ?? 0) - (base?.value ?? 0),
    unit: 'index',
    formula: 'close(as-of) − close(base)',
  };
}

const TABLED: readonly Window[] = ['1d', '1w', 'mtd', '1m', '3m', '6m', 'ytd', '1y'];

/** The usual windows side by side. */
function windowsTable({ subject, benchmark }: SmallCapSeries): { rows: string[][]; numbers: Measured[] } {
  const found = TABLED.map((window) => comparison(subject, benchmark, window)).filter(({ gap }) => isMeasured(gap));
  return {
    rows: [
      ['Window', 'Gap, pp', seriesName(subject), seriesName(benchmark)],
      ...found.map(({ window, gap, subject: own, benchmark: other }) => [
        windowLabel(window),
        worded(gap, bareSigned),
        worded(own, percent),
        worded(other, percent),
      ]),
    ],
    numbers: found.flatMap(({ gap, subject: own, benchmark: other }) => [gap, own, other]),
  };
}

/** The base date, both closes, and why it is that day. */
export async function baseAnswer(asking: Asking): Promise<AnswerDraft> {
  const series = await seriesNamed(asking);
  const { subject, benchmark, session } = series;
  const window = await windowAsked(asking, series);
  const found = comparison(subject, benchmark, window);
  const [own, other] = baseInputs(found);
  if (!own || !other) throw refused('That window has no base close in the data.', '/smallcaps ytd');
  const phrase = spanPhrase(window, asking);
  const why =
    window === 'ytd'
      ? 'the last session of the year before, not 1 January'
      : 'the last session on or before the day it counts from';
  return draft({
    lead: `${fullDate(own.date)}, at the close:`,
    rest: `${seriesName(subject)} ${level(own.value)}, ${seriesName(benchmark)} ${level(other.value)}.`,
    lines: [
      `*${worded(found.gap, () => gapWords(found.gap))}* ${phrase} from there, ${seriesName(subject)} at ${level(closeOf(subject))}, ${seriesName(benchmark)} at ${level(closeOf(benchmark))}`,
    ],
    basis: `${phrase} counts from ${why}; ${basisWords([subject, benchmark])}`,
    asOf: asOfWords(asking, session),
    source: `${sourceWords([subject.source, benchmark.source])}, two daily series`,
    caveat: 'a base one session later, or with dividends, gives other figures; both closes are final',
    numbers: receipts(found.gap, found.subject, found.benchmark),
    session,
    command: commandOf(series, window),
    told: { day: own.date, ...(isMeasured(found.gap) && { side: sideOf(found.gap.value) }) },
  });
}

/** The last close of a series. */
export function closeOf(series: PriceSeries): number {
  return at(series.close, series.close.length - 1);
}
