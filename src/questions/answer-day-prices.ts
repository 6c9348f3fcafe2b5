/** Answers the high, low and close of one session; says that the open is not read. Measures, words it. */
import type { AnswerDraft } from '../messages/answer.ts';
import { fullDate, level, percent, sessionDate } from '../messages/format.ts';
import { seriesName } from '../messages/words.ts';
import { dayPrices } from '../metrics/day-prices.ts';
import { isMeasured } from '../metrics/receipt.ts';
import type { PriceSeries } from '../metrics/series.ts';
import { type Asking, asOfWords, draft, receipts, refused, seriesOf, sourceWords } from './desk.ts';
import { wordsOf } from './odds-words.ts';
import { benchmarkIn } from './slots-names.ts';

/** High, low and close of the series named, else of both indexes. @throws CapwatchError by the name of one without quoted closes */
export async function dayPricesAnswer(asking: Asking): Promise<AnswerDraft> {
  const [first, second] = await seriesAsked(asking);
  const { close, before, high, low, range, change } = dayPrices(first);
  const day = close.asOf;
  const other = second && dayPrices(second);
  const name = seriesName(first);
  const withLow = isMeasured(high) && isMeasured(low);
  const opens = /\bopen(ed|s)?\b/.test(wordsOf(asking)) && !/\b(high|low|hi|lo|ohlc)\b/.test(wordsOf(asking));
  return draft({
    ...(opens && { rest: 'The open is not read here.' }),
    lead: withLow
      ? `${name} on ${sessionDate(day)}: high ${level(high.value)}, low ${level(low.value)}, close ${level(close.value)}.`
      : `${name} on ${sessionDate(day)}: close ${level(close.value)}; high and low are not in the data.`,
    lines: [
      ...(before && isMeasured(change)
        ? [`*${percent(change.value)}* on the day, from ${level(before.value)} on ${sessionDate(before.asOf)}`]
        : []),
      ...(isMeasured(range) ? [`*${percent(range.value).replace('+', '')}* from low to high, of that close`] : []),
      ...(second && other && isMeasured(other.high) && isMeasured(other.low)
        ? [
            `*${seriesName(second)}*: high ${level(other.high.value)}, low ${level(other.low.value)}, close ${level(other.close.value)}`,
          ]
        : []),
      ...(opens ? [] : ['*Open*: not read here']),
    ],
    basis: `${first.kind === 'etf' ? 'ETF price, without dividends' : 'price index, points'}; high and low are intraday`,
    asOf: asOfWords(asking, day),
    source: sourceWords([first.source, ...(second ? [second.source] : [])]),
    caveat: `one session, ${fullDate(day)}; figures of a running session are not told here`,
    numbers: receipts(close, before, high, low, range, change, other?.high, other?.low, other?.close),
    session: day,
    command: `/smallcaps 1d asof ${day}`,
  });
}

/** The index or fund named; both indexes where none is. */
async function seriesAsked(asking: Asking): Promise<readonly [PriceSeries, PriceSeries?]> {
  const { desk, question, session } = asking;
  const { index, proxy } = question.slots;
  const named = index === undefined ? benchmarkIn(wordsOf(asking)) : undefined;
  const symbol = proxy === 'IWM' || proxy === 'SPY' ? proxy : named;
  if (symbol === 'RSP' || symbol === 'IJR')
    throw refused(
      `${symbol} is held as a dividend-adjusted close only: its highs and lows were never quoted.`,
      '/smallcaps highs',
    );
  if (symbol !== undefined && symbol !== 'GSPC') return [await desk.market.prices(symbol, session)];
  const series = await seriesOf(asking, 'GSPC');
  if (index === undefined && symbol === undefined) return [series.subject, series.benchmark];
  return [index === 'RUT' ? series.subject : series.benchmark];
}
