/** Answers where small caps stand relative to large ones, and what a calendar month has done. Measures, words it; no verdict on value. */
import { ratioChart } from '../charts/ratio-chart.ts';
import type { ChartSpec } from '../charts/spec.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { counted, fullDate, MONTH_NAMES, percent, plain, points, probability } from '../messages/format.ts';
import { gapWords, seriesName } from '../messages/words.ts';
import { type Outcomes, outcomesOf } from '../metrics/outcomes.ts';
import { closesBasis, type Pair, pairOf, pairRefusal } from '../metrics/pair.ts';
import type { RatioStanding } from '../metrics/ratio.ts';
import { type RatioView, ratioView } from '../metrics/ratio-view.ts';
import { isMeasured } from '../metrics/receipt.ts';
import { comparison } from '../metrics/returns.ts';
import { type MonthReturn, monthReturns } from '../metrics/seasonality.ts';
import { against, proxyWords } from './answer-lag.ts';
import { type Asking, asOfWords, draft, receipts, refused, seriesOf, sourceWords } from './desk.ts';

const SPANS: Readonly<Record<RatioStanding['span'], string>> = {
  '1y': 'in a year',
  '5y': 'in 5 years',
  '10y': 'in 10 years',
  all: 'since the data begin',
};

/** The ratio of the two closes and on what share of days it was lower. */
export async function ratioAnswer(asking: Asking): Promise<AnswerDraft> {
  const series = await seriesOf(asking);
  const { subject, benchmark, session } = series;
  const view = ratioView(series);
  const standings = view.standings.filter(({ percentile }) => isMeasured(percentile));
  const main = standings.find(({ span }) => span === '10y') ?? standings[0];
  if (!main || !isMeasured(main.percentile))
    throw refused('The ratio has no common history to stand in.', '/smallcaps ratio');
  const value = /\b(cheap|expensive|rich|stretched|valued|value|discount|premium)/i.test(asking.text);
  const name = `${seriesName(subject)}/${seriesName(benchmark)}`;
  const { side, since, sessions } = view.wait;
  return draft({
    lead: `${value ? 'No verdict on value: ' : ''}${name} ${plain(view.ratio.value, 4)}, lower on ${probability(main.percentile.value)} of days ${SPANS[main.span]}.`,
    lines: [
      `*${standings.map(({ percentile }) => (isMeasured(percentile) ? probability(percentile.value) : '–')).join(' · ')}* of days lower ${standings.map(({ span }) => SPANS[span]).join(', ')}`,
      ...(isMeasured(sessions)
        ? [
            `*${counted(sessions.value, 'session')}* since it was ${side === 'low' ? 'lower' : 'higher'}${since === undefined ? ': never before' : `, on ${fullDate(since)}`}`,
          ]
        : []),
      ...(value
        ? [
            '*Not held*: earnings, book values or price/earnings of either index; this is the price of one over the other',
          ]
        : []),
    ],
    basis: `ratio of ${closesBasis(view.pair)}, one value a session`,
    asOf: asOfWords(asking, session),
    source: `${sourceWords([subject.source, benchmark.source])}, common closes since ${fullDate(view.pair.dates[0] ?? '')}`,
    caveat: `a low ratio has stayed low for years; a description, no call${proxyWords(asking)}`,
    ...(asking.question.slots.chart ? drawnRatio(view) : {}),
    chartCommand: `/smallcaps ratio${against(benchmark)} asof ${session}`,
    numbers: receipts(view.ratio, ...standings.map(({ percentile }) => percentile), sessions),
    settings: Object.values(SPANS),
    session,
    command: `/smallcaps ratio${against(benchmark)} asof ${session}`,
  });
}

/** A picture only where there is one to draw. */
function drawnRatio(view: RatioView): { chart?: ChartSpec } {
  const chart = ratioChart(view);
  return chart ? { chart } : {};
}

/** What one calendar month did in every year held, beside all months. */
export async function seasonalityAnswer(asking: Asking): Promise<AnswerDraft> {
  const series = await seriesOf(asking);
  const { subject, benchmark, session } = series;
  const pair = pairOf(subject, benchmark);
  const lost = pairRefusal(pair, 'seasonality');
  if (lost) throw refused(`That cannot be told: ${lost.absent}.`, '/smallcaps seasonality');
  const month = monthAsked(asking, session);
  const name = MONTH_NAMES[month - 1] ?? '';
  const whole = monthReturns(pair).slice(0, -1);
  const months = whole.filter((one) => one.month === month);
  const own = monthOutcomes(pair, `month.${String(month).padStart(2, '0')}`, { months });
  const all = monthOutcomes(pair, 'month.any', { months: whole });
  if (!own || !all) throw refused(`No whole ${name} is in the data.`, '/smallcaps seasonality');
  const current = comparison(subject, benchmark, 'mtd').gap;
  const running = Number(session.slice(5, 7)) === month && isMeasured(current);
  const about = aloneOf(asking, pair, { month, whole });
  return draft({
    ...(about?.words ?? {
      lead: `${name}: median gap ${points(own.median.value)} in ${counted(own.count.value, 'year')},`,
      rest: `any month ${points(all.median.value)}.`,
    }),
    lines: [
      ...(about
        ? [`*${points(own.median.value)}* median gap to the other index, any month ${points(all.median.value)}`]
        : []),
      `*${probability(own.up.value)}* of them with small caps ahead, any month ${probability(all.up.value)}; mean ${points(own.mean.value)}, worst ${points(own.worst.value)}`,
      ...(running ? [`*${gapWords(current)}* this ${name} so far, not part of its own evidence`] : []),
    ],
    basis: `${closesBasis(pair)}; gap of each whole calendar month, last close to last close`,
    asOf: asOfWords(asking, session),
    source: `${sourceWords([subject.source, benchmark.source])}, since ${fullDate(pair.dates[0] ?? '')}`,
    caveat:
      'one case a year: a description, not a forecast; twelve months looked at make one of them stand out by chance',
    numbers: receipts(...Object.values(own), ...Object.values(all), ...Object.values(about?.figures ?? {}), current),
    session,
    settings: ['twelve months'],
    command: `/smallcaps seasonality asof ${session}`,
  });
}

function monthAsked({ question, text }: Asking, session: string): number {
  if (question.slots.month !== undefined) return question.slots.month;
  return /\bsanta/i.test(text) ? 12 : Number(session.slice(5, 7));
}

interface Alone {
  readonly words: Pick<AnswerDraft, 'lead' | 'rest'>;
  readonly figures: Outcomes;
}

/** The month of the one index that is named. */
function aloneOf(
  asking: Asking,
  pair: Pair,
  { month, whole }: { readonly month: number; readonly whole: readonly MonthReturn[] },
): Alone | undefined {
  const leg = legAsked(asking);
  const months = whole.filter((one) => one.month === month);
  const figures = leg && monthOutcomes(pair, `${leg}.month.${month}`, { months, leg });
  if (!figures) return undefined;
  const { mean, count, median, up, worst } = figures;
  const words = {
    lead: `${MONTH_NAMES[month - 1]}: mean return of the ${seriesName(leg === 'own' ? pair.subject : pair.benchmark)} ${percent(mean.value)} in ${counted(count.value, 'year')},`,
    rest: `median ${percent(median.value)}, above zero in ${probability(up.value)}, worst ${percent(worst.value)}.`,
  };
  return { words, figures };
}

/** One index alone where it is named and no gap is. */
function legAsked({ question, text }: Asking): 'own' | 'other' | undefined {
  const { index } = question.slots;
  if (
    index === undefined ||
    /\b(gap|lag\w*|lead\w*|vs|versus|relative|behind|ahead|spread|effect|\w+perform\w*)\b/i.test(text)
  )
    return undefined;
  return index === 'RUT' ? 'own' : 'other';
}

interface Months {
  readonly months: readonly MonthReturn[];
  /** One leg alone; the gap without it. */
  readonly leg?: 'own' | 'other';
}

function monthOutcomes(pair: Pair, id: string, { months, leg }: Months): Outcomes | undefined {
  const { subject, benchmark, sources } = pair;
  const series =
    leg === undefined ? `${subject.symbol}-${benchmark.symbol}.gap` : (leg === 'own' ? subject : benchmark).symbol;
  return outcomesOf({
    id: `${series}.${id}`,
    series,
    basis: `${closesBasis(pair)}, whole calendar months`,
    asOf: pair.dates.at(-1) ?? '',
    returns: {
      day: (place) => months[place]?.lastDay ?? '',
      values: Float64Array.from(months, (one) => (leg === undefined ? one.own - one.other : one[leg])),
    },
    sources,
  });
}
