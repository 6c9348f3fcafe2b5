/** Asks each source one small question, to tell whether it answers from here and how new its answer is. It stores nothing. */
import { addDays, type Day, newYorkTime } from '../calendar/day.ts';
import { monthOf } from '../calendar/month.ts';
import { lastCompletedSession } from '../calendar/nyse.ts';
import { CapwatchError } from '../errors.ts';
import { cboeBars } from './cboe/bars.ts';
import { createEodhd } from './eodhd/bars.ts';
import { fedMeetings } from './fed-calendar/meetings.ts';
import { createFmp } from './fmp/bars.ts';
import { createFredApi } from './fred/api.ts';
import { alfredGraph, fredGraph } from './fred/graph.ts';
import type { SourceKeys } from './live.ts';
import { nyFedRates } from './nyfed/rates.ts';
import type { Observations, SeriesQuery } from './observations.ts';
import { ofrMoneyFunds } from './ofr/money-funds.ts';
import type { BarQuery, DailyBars, Provider, SourceCard } from './provider.ts';
import type { Requester } from './requester.ts';
import { createTiingo } from './tiingo/bars.ts';
import { treasuryYields } from './treasury/yields.ts';
import { yahooBars } from './yahoo/bars.ts';
import { yahooFutures } from './yahoo/futures.ts';

export interface Probe {
  readonly card: SourceCard;
  /** What was asked for: "Russell 2000 closes". */
  readonly what: string;
  /** Milliseconds until the answer was read and checked, waiting for the source's turn included. */
  readonly tookMs: number;
  /** The newest day in the answer; absent when there was none. */
  readonly latest?: Day;
  readonly failure?: CapwatchError;
}

interface Question {
  readonly card: SourceCard;
  readonly what: string;
  readonly latest: (requester: Requester) => Promise<Day>;
}

export interface ProbeParts {
  readonly requester: Requester;
  readonly keys: SourceKeys;
  readonly clock: () => Temporal.Instant;
}

/** One request a source, side by side; sources without their key, or switched off, are left out. */
export function probeSources(parts: ProbeParts): Promise<readonly Probe[]> {
  const asked = questions(parts).filter(({ card }) => !parts.requester.isOff(card));
  return Promise.all(asked.map((question) => probe(question, parts)));
}

async function probe({ card, what, latest }: Question, { requester, clock }: ProbeParts): Promise<Probe> {
  const began = clock();
  const took = () => Math.round(began.until(clock()).total('milliseconds'));
  try {
    const day = await latest(requester);
    return { card, what, latest: day, tookMs: took() };
  } catch (failure) {
    if (!(failure instanceof CapwatchError)) throw failure;
    return { card, what, failure, tookMs: took() };
  }
}

/** Sources anybody may ask, then those a desk has a key of. */
function questions(parts: ProbeParts): Question[] {
  const { clock } = parts;
  const to = lastCompletedSession(clock());
  const span = { from: addDays(to, -10), to };
  const closes = { ...span, symbol: 'RUT', basis: 'price' } as const;
  const yields = { id: 'DGS10', from: addDays(to, -20) } as const;
  const { day: today } = newYorkTime(clock());
  return [
    question(yahooBars, closes, { what: 'Russell 2000 closes', latest: lastBar }),
    question(
      yahooFutures,
      { ...span, month: monthOf(to) + 1 },
      {
        what: 'next month’s fed funds future',
        latest: ({ bars }) => bars.at(-1)?.date,
      },
    ),
    question(cboeBars, closes, { what: 'Russell 2000 closes', latest: lastBar }),
    question(nyFedRates, { days: 5 }, { what: 'effective funds rate', latest: ({ effr }) => effr.dates.at(-1) }),
    question(treasuryYields, span, { what: 'yields', latest: ({ DGS10 }) => lastPoint(DGS10) }),
    question(fedMeetings, {}, { what: 'meeting dates', latest: (days) => days.find((day) => day >= today) }),
    question(fredGraph, yields, { what: 'ten-year yield', latest: lastPoint }),
    question(alfredGraph, { ...yields, vintage: to }, { what: 'ten-year yield as known', latest: lastPoint }),
    question(
      ofrMoneyFunds,
      { id: 'MMF-MMF_TOT-M', from: addDays(to, -200) },
      { what: 'money funds', latest: lastPoint },
    ),
    ...keyedQuestions(parts.keys, closes, yields),
  ];
}

function keyedQuestions(keys: SourceKeys, closes: BarQuery, yields: SeriesQuery): Question[] {
  return [
    ...(keys.fred ? [question(createFredApi(keys.fred), yields, { what: 'ten-year yield', latest: lastPoint })] : []),
    ...(keys.eodhd
      ? [question(createEodhd(keys.eodhd), closes, { what: 'Russell 2000 closes', latest: lastBar })]
      : []),
    ...(keys.fmp ? [question(createFmp(keys.fmp), closes, { what: 'Russell 2000 closes', latest: lastBar })] : []),
    ...(keys.tiingo
      ? [
          question(
            createTiingo(keys.tiingo),
            { ...closes, symbol: 'IWM' },
            {
              what: 'IWM closes',
              latest: lastBar,
            },
          ),
        ]
      : []),
  ];
}

interface Reading<Answer> {
  readonly what: string;
  readonly latest: (answer: Answer) => Day | undefined;
}

function question<Query, Answer>(
  source: Provider<Query, Answer>,
  query: NoInfer<Query>,
  { what, latest }: Reading<NoInfer<Answer>>,
): Question {
  const { card } = source;
  return {
    card,
    what,
    async latest(requester) {
      const day = latest(await requester.read(source, query));
      if (day !== undefined) return day;
      throw new CapwatchError('bad_response', `${card.publisher} sent no data.`, {
        source: card.publisher,
        code: 'empty',
      });
    },
  };
}

function lastBar({ bars }: DailyBars): Day | undefined {
  return bars.at(-1)?.date;
}

function lastPoint({ points }: Observations): Day | undefined {
  return points.at(-1)?.period;
}
