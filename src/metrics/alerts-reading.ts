/** One look of an alert at the session's figures: past its threshold, back inside its re-arm line, or neither. Pure. */
import type { AlertRule, DivergenceRule, DrawdownRule, GapRule, RecordRule, Watched } from './alerts.ts';
import { type AlertData, isPast, type Look, type NoReading, type Reading } from './alerts-look.ts';
import { callsReading, oddsReading } from './alerts-odds-reading.ts';
import { RECORD_SESSIONS, sessionsSinceRecords } from './divergence.ts';
import { drawdown, recordFlag, sessionsSinceRecord } from './highs.ts';
import type { MorningPrices } from './morning-prices.ts';
import { isMeasured, type Measured, type Receipt } from './receipt.ts';
import { recoveryHistory } from './recoveries.ts';
import { recoveryFigures } from './recovery-receipts.ts';
import { comparison, measured } from './returns.ts';
import { at, dateAt, lastSession, type PriceSeries, upTo } from './series.ts';

/** The reading of `rule`; `since` is the last look, for rules about what happened after it. */
export function alertReading(rule: AlertRule, data: AlertData, since: Look): Reading | NoReading {
  switch (rule.kind) {
    case 'odds':
    case 'odds-move':
      return data.fed.ok ? oddsReading(rule, data.fed.value) : { why: data.fed.why };
    case 'calls':
      return callsReading(rule, data, since);
    default:
      return data.prices.ok ? priceReading(rule, data.prices.value, since) : { why: data.prices.why };
  }
}

type PriceRule = GapRule | DrawdownRule | RecordRule | DivergenceRule | Extract<AlertRule, { kind: 'recovery' }>;

function priceReading(rule: PriceRule, prices: MorningPrices, since: Look): Reading | NoReading {
  const early = provisional(prices);
  if (early) return early;
  switch (rule.kind) {
    case 'gap':
      return gapReading(rule, prices);
    case 'drawdown':
      return drawdownReading(rule, prices);
    case 'record':
      return recordReading(rule, newsPrices(rule, prices, since));
    case 'divergence':
      return divergenceReading(rule, prices);
    case 'recovery':
      return recoveryReading(prices, since);
  }
}

/** An alert waits for final closes: a provisional print is no figure to fire with. */
function provisional({ subject, benchmark }: MorningPrices): NoReading | undefined {
  const early = [subject, benchmark].find((series) =>
    series.notes?.some(({ kind, date }) => kind === 'provisional' && date === lastSession(series)),
  );
  return early && { why: `the ${early.name} close is still provisional` };
}

function gapReading({ window, side, threshold, rearm }: GapRule, prices: MorningPrices): Reading | NoReading {
  const { gap, subject, benchmark } = comparison(prices.subject, prices.benchmark, window);
  if (!isMeasured(gap)) return { why: gap.absent };
  const back = side === 'below' ? 'above' : 'below';
  return {
    asOf: gap.asOf,
    figure: gap,
    past: isPast(gap.value, side, threshold),
    clear: isPast(gap.value, back, rearm),
    details: measured([subject, benchmark]),
    prices,
  };
}

function seriesOf(prices: MorningPrices, symbol: Watched): PriceSeries {
  return symbol === 'RUT' ? prices.subject : prices.benchmark;
}

function drawdownReading({ symbol, threshold, rearm }: DrawdownRule, prices: MorningPrices): Reading | NoReading {
  const figure = drawdown(seriesOf(prices, symbol), 'record');
  if (!isMeasured(figure)) return { why: figure.absent };
  // "20% or more below": exactly at the tier counts.
  const past = shareOfRecord(figure) <= 1 + threshold;
  return { asOf: figure.asOf, figure, past, clear: figure.value > rearm, details: [], prices };
}

/** A record that is news: the first in this many sessions; the ones right after it are not. */
const RECORD_NEWS_SESSIONS = 20;

/** The prices as of the last such record after `since`, so that one on a session nobody looked at is told; else all. */
function newsPrices({ symbol }: RecordRule, prices: MorningPrices, { session }: Look): MorningPrices {
  const series = seriesOf(prices, symbol);
  const ages = sessionsSinceRecords(series);
  const news = series.dates.findLast(
    (day, index) => day > session && ages[index] === 0 && (ages[index - 1] ?? 0) >= RECORD_NEWS_SESSIONS,
  );
  if (news === undefined) return prices;
  return { subject: upTo(prices.subject, news), benchmark: upTo(prices.benchmark, news) };
}

function recordReading({ symbol }: RecordRule, prices: MorningPrices): Reading | NoReading {
  const series = seriesOf(prices, symbol);
  const [flag, since] = [recordFlag(series, 'close'), sessionsSinceRecord(series, 'close')];
  if (!isMeasured(flag)) return { why: flag.absent };
  if (!isMeasured(since)) return { why: since.absent };
  const figure: Receipt<number> = {
    ...flag,
    id: `${flag.id}.level`,
    unit: 'index',
    value: closeOf(series),
    formula: 'close(as-of)',
  };
  const past = flag.value && since.value > RECORD_NEWS_SESSIONS;
  return { asOf: flag.asOf, figure, past, clear: !past, details: [flag, since], prices };
}

function closeOf(series: PriceSeries): number {
  return at(series.close, series.close.length - 1);
}

/** On when the S&P 500 made a record within 20 sessions and the Russell 2000 is a tier or more below its own. */
function divergenceReading({ tier, rearm }: DivergenceRule, prices: MorningPrices): Reading | NoReading {
  const figure = drawdown(prices.subject, 'record');
  const age = recordAgeOf(prices.benchmark);
  const flag = recordFlag(prices.benchmark, 'close');
  if (!isMeasured(figure)) return { why: figure.absent };
  if (!isMeasured(age) || !isMeasured(flag)) return { why: `no record of ${prices.benchmark.name} is known` };
  const recent = age.value < RECORD_SESSIONS;
  const past = recent && shareOfRecord(figure) <= 1 - tier;
  return {
    asOf: figure.asOf,
    figure,
    past,
    clear: !recent || figure.value > rearm,
    details: [
      flag,
      age,
      backToRecord(figure),
      ...measured([sessionsSinceRecord(prices.benchmark, 'close')]),
      ...measured([recordAgeOf(prices.subject)]),
    ],
    prices,
  };
}

/** Exact at round tiers, which `− 1` would blur. */
function shareOfRecord({ inputs }: Receipt<number>): number {
  return (inputs[0]?.value ?? Number.NaN) / (inputs[1]?.value ?? Number.NaN);
}

/** Sessions since the record in force: 0 on a record itself. */
function recordAgeOf(series: PriceSeries): Measured {
  const ages = sessionsSinceRecords(series);
  const last = series.dates.length - 1;
  const value = ages[last] ?? 0;
  const input = (name: string, index: number) => ({
    name,
    series: series.symbol,
    date: dateAt(series, index),
    value: at(series.close, index),
  });
  return {
    id: `${series.symbol}.record.close.age`,
    value,
    unit: 'sessions',
    asOf: lastSession(series),
    basis: 'close',
    formula: 'sessions(record, as-of)',
    inputs: [input('record', last - value), input('as-of', last)],
    sources: [series.source],
  };
}

/** What it takes from here to the record: record / close − 1. */
function backToRecord(figure: Receipt<number>): Receipt<number> {
  const [close, high] = figure.inputs;
  const value = (high?.value ?? Number.NaN) / (close?.value ?? Number.NaN) - 1;
  return { ...figure, id: figure.id.replace('.drawdown.', '.back_to.'), value, formula: 'highest close / close − 1' };
}

function recoveryReading(prices: MorningPrices, since: Look): Reading | NoReading {
  const history = recoveryHistory(prices.subject, 'close');
  if ('absent' in history) return { why: history.absent };
  const last = history.completed.at(-1);
  if (!last) return { why: 'no 52-week recovery has been completed yet' };
  const { days, sessions, gain } = recoveryFigures(history, 'RUT.recovery.last.close', last);
  if (!isMeasured(days)) return { why: days.absent };
  const past = last.high.day > since.session || last.high.day === lastSession(prices.subject);
  return { asOf: days.asOf, figure: days, past, clear: !past, details: measured([sessions, gain]), prices };
}
