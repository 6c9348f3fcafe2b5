/** `/smallcaps ratio` in words and blocks: relative strength, its percentiles and its place in the year's range. Pure. */

import { yearOf } from '../calendar/day.ts';
import { ratioChart } from '../charts/ratio-chart.ts';
import { ratioPanelChart } from '../charts/ratio-panel-chart.ts';
import { closesBasis } from '../metrics/pair.ts';
import type { RatioSpan, RatioStanding } from '../metrics/ratio.ts';
import type { RatioView } from '../metrics/ratio-view.ts';
import { isMeasured } from '../metrics/receipt.ts';
import { counted, fullDate, percent, plain, probability, shortDate, signedNumber } from './format.ts';
import type { Message } from './message.ts';
import type { AnswerContext } from './smallcaps.ts';
import { refusedMessage, viewMessage } from './smallcaps-view.ts';
import { columnName, seriesName } from './words.ts';

export interface RatioContext extends AnswerContext {
  /** `panel` draws the two-axis panel instead of the line. */
  readonly chart?: 'ratio' | 'panel';
}

/** "Lowest since" is news only after a month. */
const NEWS_SESSIONS = 21;
const SPAN_WORDS: Record<RatioSpan, string> = { '1y': '1 year', '5y': '5 years', '10y': '10 years', all: 'all days' };

/** The ratio of the two closes and where it stands. */
export function ratioMessage(view: RatioView, answer: RatioContext): Message {
  const { inputs, standings } = view;
  const shown = standings.filter(({ percentile }) => isMeasured(percentile));
  const [first] = shown;
  const refused = standings.find(({ percentile }) => 'absent' in percentile)?.percentile;
  if (!first) {
    const reason = refused && 'absent' in refused ? refused : { id: view.ratio.id, absent: 'no common history' };
    return refusedMessage({ inputs, what: 'Ratio', refused: reason }, answer);
  }
  const lines = [ratioLine(view), percentileLine(view), rangeLine(view)];
  return viewMessage(
    {
      inputs,
      text: fallback(view),
      header: headline(view),
      lines: lines.filter((line) => line !== undefined),
      rows: rowsOf(view),
      chart: answer.chart === 'panel' ? ratioPanelChart(view) : ratioChart(view),
      basis: `ratio of ${closesBasis(view.pair)}`,
      base: `since ${fullDate(view.pair.dates[0] ?? '')}`,
      notes: [
        'Lower: share of sessions of the span with a lower ratio. z: distance from the mean of the span in its deviations.',
        ...(refused && 'absent' in refused ? [`Not shown (–): ${refused.absent}.`] : []),
      ],
      numbers: view.numbers,
    },
    answer,
  );
}

function name({ inputs }: RatioView): string {
  return `${seriesName(inputs.subject)}/${seriesName(inputs.benchmark)}`;
}

/** The longest of 10, 5 and 1 years the data can tell. */
function mainStanding({ standings }: RatioView): RatioStanding | undefined {
  const spans: RatioSpan[] = ['10y', '5y', '1y', 'all'];
  const told = spans.map((span) => standings.find((one) => one.span === span && isMeasured(one.percentile)));
  return told.find((one) => one !== undefined);
}

function headline(view: RatioView): string {
  const main = mainStanding(view);
  const value = plain(view.ratio.value, 4);
  const since = waitWords(view);
  if (since !== undefined && `${name(view)} ratio ${value}, ${since}`.length <= 72)
    return `${name(view)} ratio ${value}, ${since}`;
  if (!main || !isMeasured(main.percentile)) return `${name(view)} ratio ${value}`;
  const rest = ` ratio ${value}, lower on ${probability(main.percentile.value)} of ${daysOf(main.span)}`;
  const { subject, benchmark } = view.inputs;
  return (name(view) + rest).length > 72 ? `${columnName(subject)}/${columnName(benchmark)}${rest}` : name(view) + rest;
}

function daysOf(span: RatioSpan): string {
  return span === 'all' ? 'all days' : `days in ${SPAN_WORDS[span]}`;
}

/** "lowest since 17 Jan 2024", "highest since the data begin in 1987"; undefined when it is no news. */
function waitWords({ wait, pair }: RatioView): string | undefined {
  if (!isMeasured(wait.sessions) || wait.sessions.value < NEWS_SESSIONS) return undefined;
  const word = wait.side === 'low' ? 'lowest' : 'highest';
  if (wait.since === undefined) return `${word} since the data begin in ${yearOf(pair.dates[0] ?? '')}`;
  return `${word} since ${fullDate(wait.since)}`;
}

/** "*0.4089* Russell 2000 / S&P 500; −3.11% in 20 sessions; highest since …". */
function ratioLine(view: RatioView): string {
  const { ratio, change20, inputs, wait } = view;
  const names = `${seriesName(inputs.subject)} / ${seriesName(inputs.benchmark)}`;
  const change = isMeasured(change20) ? `; ${percent(change20.value)} in 20 sessions` : '';
  const since = waitWords(view);
  const sessions = since && isMeasured(wait.sessions) ? `; ${since}, ${counted(wait.sessions.value, 'session')}` : '';
  return `*${plain(ratio.value, 4)}* ${names}${change}${sessions}`;
}

/** "*2.1%* of 10 years' sessions had a lower ratio; 5 years 4.3%, 1 year 21.5%, all since 1987 10.8%". */
function percentileLine(view: RatioView): string | undefined {
  const main = mainStanding(view);
  if (!main || !isMeasured(main.percentile)) return undefined;
  const words = (one: RatioStanding) =>
    isMeasured(one.percentile) ? [`${spanWords(view, one.span)} ${probability(one.percentile.value)}`] : [];
  const others = view.standings
    .filter((one) => one !== main)
    .toReversed()
    .flatMap(words);
  const lead = `*${probability(main.percentile.value)}* of the sessions of ${spanWords(view, main.span)} had a lower ratio`;
  return others.length > 0 ? `${lead}; ${others.join(', ')}` : lead;
}

function spanWords({ pair }: RatioView, span: RatioSpan): string {
  return span === 'all' ? `all since ${yearOf(pair.dates[0] ?? '')}` : SPAN_WORDS[span];
}

/** "*24.1%* of the way from its 52-week low (0.3862, 10 Nov 2023) to its high (0.4804, 1 Mar 2023)". */
function rangeLine({ range, standings, inputs }: RatioView): string | undefined {
  const year = standings.find(({ span }) => span === '1y');
  if (!year || !isMeasured(range) || !isMeasured(year.low) || !isMeasured(year.high)) return undefined;
  const low = `${plain(year.low.value, 4)}, ${shortDate(year.lowDay ?? '', inputs.session)}`;
  const high = `${plain(year.high.value, 4)}, ${shortDate(year.highDay ?? '', inputs.session)}`;
  return `*${probability(range.value)}* of the way from its 52-week low (${low}) to its high (${high})`;
}

function rowsOf({ standings }: RatioView): string[][] {
  return [
    ['Span', 'Lower', 'z', 'Low', 'High'],
    ...standings.map(({ span, percentile, z, low, high }) => [
      SPAN_WORDS[span],
      isMeasured(percentile) ? probability(percentile.value) : '–',
      isMeasured(z) ? signedNumber(z.value) : '–',
      isMeasured(low) ? plain(low.value, 4) : '–',
      isMeasured(high) ? plain(high.value, 4) : '–',
    ]),
  ];
}

function fallback(view: RatioView): string {
  const five = view.standings.find(({ span }) => span === '5y');
  const z = five && isMeasured(five.z) ? ` z ${signedNumber(five.z.value)} over 5 years.` : '';
  const main = mainStanding(view);
  const lower =
    main && isMeasured(main.percentile)
      ? ` Lower on ${probability(main.percentile.value)} of ${daysOf(main.span)}.`
      : '';
  const head = headline(view);
  return head.includes('lower on') ? `${head}.${z}` : `${head}.${lower}${z}`;
}
