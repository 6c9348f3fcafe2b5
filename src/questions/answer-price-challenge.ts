/** Whose figure of a return, a gap or a distance is right: the day and basis on which the quoted one is true. Measures, words it. */
import { monthsBefore } from '../calendar/day.ts';
import type { SmallCapSeries } from '../market/small-caps.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { fullDate, level, percent, weekdayDate } from '../messages/format.ts';
import { gapWords, isRatio } from '../messages/words.ts';
import { fits, fittingReadings, type Quoted, type Reading, readingAt, type Start } from '../metrics/claimed-figure.ts';
import { isMeasured } from '../metrics/receipt.ts';
import { comparison } from '../metrics/returns.ts';
import { lastSession, type PriceSeries } from '../metrics/series.ts';
import { commandOf } from './answer-lag.ts';
import { recoveryDispute } from './answer-recovery.ts';
import { type Asking, asOfWords, draft, receipts, refused, seriesOf, sourceWords } from './desk.ts';
import { wordsOf } from './odds-words.ts';
import type { Figure } from './question.ts';
import { type Alternative, gapAlternatives, returnAlternatives, UNTRIED } from './quoted-bases.ts';
import { quotedPair } from './quoted-pair.ts';
import { deepestSince, intradayHigh, type Meant, meantStart, readingDays, readingWords } from './quoted-start.ts';
import { windowAsked } from './windows-asked.ts';

/** A figure of a return, a gap or a drawdown that another place shows: on which day and basis it is true. */
export async function priceChallengeAnswer(asking: Asking): Promise<AnswerDraft> {
  const series = await seriesOf(asking);
  const { figures, quote } = asking.question.slots;
  // "Which do I quote" repeats no figure: the one disputed before is meant.
  const { theirs, ours } = quote ? { theirs: figures[0], ours: undefined } : quotedPair(wordsOf(asking), figures);
  if (asking.question.slots.days !== undefined) {
    const answer = await recoveryDispute(asking);
    if (answer) return answer;
  }
  if (!theirs) throw refused('Which figure do you see, and of what?', 'yahoo says 7% off the december high');
  const pair: Quotes = { theirs, ours };
  if (isGap(asking)) return gapChallenge(asking, series, pair);
  const meant = await meantStart(asking, series, quotedOf(theirs));
  return reconciled(asking, meant, pair);
}

interface Quotes {
  readonly theirs: Figure;
  readonly ours: Figure | undefined;
}

/** A difference between two returns is quoted, not one return and not a distance. */
function isGap({ text, question }: Asking): boolean {
  if (question.slots.fromHigh) return false;
  return /\b(gap|behind|lag\w*|trail\w*|lead\w*|ahead|spread|under ?perform\w*|out ?perform\w*|pp|points? (behind|ahead))\b/i.test(
    text,
  );
}

/** The figure with its tolerance; `falls` where the words say so. */
function quotedOf(figure: Figure, direction?: -1 | 1): Quoted {
  const tolerance = (0.5 * 10 ** -figure.decimals) / 100;
  return { size: Math.abs(figure.value) / 100, tolerance, ...(direction && { direction }) };
}

function reconciled(asking: Asking, meant: Meant, { theirs, ours }: Quotes): AnswerDraft | Promise<AnswerDraft> {
  const { series, start, falls } = meant;
  const last = lastSession(series);
  const now = readingAt(series, start, { day: last, basis: 'close' });
  if (!now) throw refused(`No close of the ${series.name} that day.`, '/smallcaps highs');
  const direction = falls ? -1 : directionOf(asking, theirs);
  const quoted = quotedOf(theirs, direction);
  const own = ours && fittingReadings(series, start, quotedOf(ours, direction)).find(({ basis }) => basis === 'close');
  const near = fittingReadings(series, start, quoted).filter(({ basis }) => basis !== 'high' || !falls);
  // A fall may be counted from the intraday high; a return has one base, its close.
  const found = near.length > 0 || !falls ? near : fittingReadings(series, { ...start, column: 'high' }, quoted);
  return wordedChallenge(asking, {
    meant,
    theirs,
    ours,
    own: own ?? now,
    now,
    found,
  });
}

/** The side a return is quoted on: by its sign, else by a word for up or down; undefined where neither is there. */
function directionOf(asking: Asking, { value, typed }: Figure): -1 | 1 | undefined {
  if (value < 0) return -1;
  if (typed.startsWith('+')) return 1;
  const text = wordsOf(asking);
  const [up, down] = [/\b(up|gain\w*|higher|rose|rise)\b/, /\b(down|lower|fell|fall\w*|lost|loss|off)\b/].map((one) =>
    one.test(text),
  );
  return up === down ? undefined : up ? 1 : -1;
}

interface Case extends Quotes {
  readonly meant: Meant;
  /** The reading our quoted figure is, else the last. */
  readonly own: Reading;
  readonly now: Reading;
  /** Readings on which their figure is true. */
  readonly found: readonly Reading[];
}

const NOT_NOW = 'a current distance is not the largest one';

async function wordedChallenge(asking: Asking, one: Case): Promise<AnswerDraft> {
  const { meant, theirs, ours, own, now, found } = one;
  const { series, start, falls } = meant;
  const { quote, proxy } = asking.question.slots;
  const last = lastSession(series);
  const isFund = proxy === 'IWM' || proxy === 'SPY';
  const others =
    meant.window === undefined || (found.some(({ basis }) => basis === 'close') && !isFund)
      ? []
      : await returnAlternatives(asking, meant, quotedOf(theirs));
  const deepest = falls ? deepestSince(series, start) : undefined;
  const nearLines = found.length + others.length === 0 ? dayLine(series, start, now) : { lines: [], readings: [] };
  const high = falls ? intradayHigh(series, start, last) : { words: '', numbers: [] };
  return draft({
    ...(quote ? quoteLead(one) : challengeLead(one, { others, asked: proxy })),
    lines: [
      ...(now.day !== own.day ? [`*${percent(now.receipt.value)}* now, ${readingWords(now, last)}`] : []),
      ...others.slice(0, 2).map(({ words, receipt }) => `*${percent(receipt.value)}* ${words}`),
      ...(deepest
        ? [`*${percent(deepest.receipt.value)}* deepest close since, ${fullDate(deepest.day)}: ${NOT_NOW}`]
        : []),
      ...nearLines.lines,
      ...(found.length + others.length === 0 ? [UNTRIED] : []),
    ],
    basis: `close / ${start.column} of ${fullDate(start.day)} − 1; lows are intraday${high.words}`,
    asOf: [asOfWords(asking, last), ...readingDays([own, ...found])]
      .join('; ')
      .replace(/(nothing newer|newest session [^;]+); /, '$1; '),
    source: `${sourceWords([series.source])} for our figures; yours is ${asking.question.slots.who ?? 'the one you quote'}`,
    caveat:
      'the other side’s day and basis are not known here: the days named are the latest on which its figure is true',
    numbers: receipts(
      ...[own, now, deepest, ...nearLines.readings, ...found, ...others].map((figure) => figure?.receipt),
      ...high.numbers,
    ),
    session: last,
    settings: [theirs.typed, ...(ours ? [ours.typed] : [])],
    command: `/smallcaps highs asof ${last}`,
  });
}

/** "Which do I quote": ours of the last close, from where it counts. */
function quoteLead({ meant, now }: Case) {
  const quote = `Quote ${percent(now.receipt.value)}: the close of ${weekdayDate(now.day)}`;
  return { lead: `${quote},`, rest: `from ${meant.words}.`, text: `${quote}.` };
}

interface FundCase {
  readonly fund: Alternative;
  readonly asked: string;
  readonly theirs: Figure;
  readonly now: Reading;
}

/** The figure is of the fund they named; ours is of the index. */
function fundLead({ fund, asked, theirs, now }: FundCase) {
  const last = now.day;
  return {
    lead: `Both, of different series: “${theirs.typed}” is ${asked}, ${percent(fund.receipt.value)};`,
    rest: `ours is the index, ${readingWords(now, last)} ${percent(now.receipt.value)}.`,
    text: `Both, of different series: ${asked} ${percent(fund.receipt.value)}, the index ${percent(now.receipt.value)}.`,
  };
}

/** Where nothing fits: how far the last session reached, so that a figure near one of them is seen. */
function dayLine(series: PriceSeries, start: Start, { day }: Reading): { lines: string[]; readings: Reading[] } {
  const readings = (['low', 'high'] as const).flatMap((basis) => readingAt(series, start, { day, basis }) ?? []);
  const words = readings.map((one) => `${readingWords(one, day)} ${percent(one.receipt.value)}`);
  return { lines: words.length > 0 ? [`*On the day*: ${words.join(', ')}`] : [], readings };
}

/** Who is right about what, then what to quote. */
function challengeLead(
  { meant, theirs, own, now, found }: Case,
  { others, asked }: { readonly others: readonly Alternative[]; readonly asked: string | undefined },
) {
  const last = now.day;
  const fund = others.find(({ words }) => /^(IWM|SPY), the fund/.test(words));
  if (fund && asked !== undefined) return fundLead({ fund, asked, theirs, now });
  const [best] = found;
  const same = fits(own.receipt.value, quotedOf(theirs)) || (own.day === best?.day && best.basis === 'close');
  const ours = `${readingWords(own, last)} *${percent(own.receipt.value)}*`;
  const named = found
    .filter((one) => one.day !== own.day || one.basis !== own.basis)
    .map((one) => `${readingWords(one, last)} *${percent(one.receipt.value)}*`);
  const fitted = best && !same ? ` “${theirs.typed}” fits ${readingWords(best, last)};` : '';
  const quote = `quote ${percent(now.receipt.value)} for ${weekdayDate(last)}.`;
  const lead = best
    ? same
      ? 'Both: the same figure, rounded.'
      : monthsBefore(last, 3) > best.day
        ? `Not since ${fullDate(best.day)}.`
        : 'Both, on different days.'
    : others.length > 0
      ? 'Both, on different bases.'
      : `Not on any close, low or high since ${fullDate(meant.start.day)}.`;
  return {
    lead,
    rest: `From ${meant.words}: ${[ours, ...named].join(', ')}.${fitted === '' ? ` ${quote.replace('q', 'Q')}` : `${fitted} ${quote}`}`,
    text: `${best ? 'Both, on different dates' : lead.replace(/\.$/, '')}: ${percent(own.receipt.value)} is ${readingWords(own, last)}${found.map((one) => `; ${theirs.typed} is ${readingWords(one, last)}, ${percent(one.receipt.value)}`).join('')}.`,
  };
}

/** A quoted gap: the day, window, benchmark or basis on which it is true. */
async function gapChallenge(asking: Asking, series: SmallCapSeries, { theirs, ours }: Quotes): Promise<AnswerDraft> {
  const window = await windowAsked(asking, series);
  const { gap } = comparison(series.subject, series.benchmark, window);
  if (!isMeasured(gap) || isRatio(gap)) throw refused('That gap cannot be computed here.', '/smallcaps ytd');
  const found = await gapAlternatives(asking, { series, window, quoted: quotedOf(theirs) });
  const same = fits(gap.value, quotedOf(theirs));
  const [best] = found;
  return draft({
    lead: same
      ? 'Both: the same figure, rounded.'
      : best
        ? `Both: “${theirs.typed}” is true ${best.short}.`
        : `“${theirs.typed}” fits no basis held here.`,
    rest: `Ours is ${gapWords(gap)}, close of ${weekdayDate(series.session)}.`,
    lines: [
      ...(same ? [] : found.slice(0, 3).map(({ words, receipt }) => `*${gapWords(receipt)}* ${words}`)),
      ...(best || same ? [] : [UNTRIED]),
    ],
    basis: 'difference of two returns over the same sessions, price return, unrounded closes',
    asOf: asOfWords(asking, series.session),
    source: `${sourceWords([series.subject.source, series.benchmark.source])} for our figures; yours is ${asking.question.slots.who ?? 'the one you quote'}`,
    caveat: `ours is not changed to match${best && !same ? '; the other side’s basis is not known here, only which would fit' : ''}; base ${levelWords(gap.inputs[2])}`,
    numbers: receipts(gap, ...found.map(({ receipt }) => receipt)),
    session: series.session,
    settings: [theirs.typed, ...(ours ? [ours.typed] : [])],
    command: commandOf(series, window),
  });
}

function levelWords(base: { readonly date: string; readonly value: number } | undefined): string {
  return base === undefined ? 'unknown' : `${fullDate(base.date)}, ${level(base.value)}`;
}
