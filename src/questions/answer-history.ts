/** Answers about what came after days like this one, and about recoveries. Measures with the commands' functions, words it. */
import { eventFanChart } from '../charts/event-fan-chart.ts';
import { recoveryRaceChart } from '../charts/recovery-race-chart.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { ruleWords } from '../messages/event-words.ts';
import { counted, fullDate, ordinal, percent, plain, probability, shortDate } from '../messages/format.ts';
import { afterView } from '../metrics/after-view.ts';
import type { HorizonStudy } from '../metrics/event-study.ts';
import type { Outcomes } from '../metrics/outcomes.ts';
import { isMeasured, type Receipt } from '../metrics/receipt.ts';
import type { Recovery } from '../metrics/recoveries.ts';
import { recoveryView } from '../metrics/recovery-view.ts';
import { type Asking, asOfWords, draft, receipts, refused, seriesOf, sourceWords, worded } from './desk.ts';

const ASKED_HORIZONS = ['1m', '3m', '6m', '12m'];
const FEW = 10;

/** Median, mean, share up and worst after earlier days like it, beside every day of the same sample. */
export async function afterAnswer(asking: Asking): Promise<AnswerDraft> {
  const series = await seriesOf(asking, 'GSPC');
  const view = afterView(series);
  const { study, inputs } = view;
  if ('absent' in study) throw refused(`What followed cannot be told: ${study.absent}.`, '/smallcaps after');
  const shown = study.horizons.filter(
    ({ horizon, subject }) => ASKED_HORIZONS.includes(horizon.id) && subject.events && subject.anyDay,
  );
  const main = shown.find(({ horizon }) => horizon.id === '3m') ?? shown[0];
  const events = main?.subject.events;
  const anyDay = main?.subject.anyDay;
  if (!main || !events || !anyDay) throw refused('There is no earlier case of it in the data.', '/smallcaps after');
  const words = ruleWords(study.rule, inputs);
  const few = events.count.value < FEW ? 'Too few to rank: ' : '';
  const chart = asking.question.slots.chart ? eventFanChart(view, words) : undefined;
  const last = shown.at(-1) ?? main;
  return draft({
    lead: `${few}median ${percent(events.median.value)} in ${main.horizon.id.toUpperCase()} after ${counted(events.count.value, 'case')},`.replace(
      /^m/,
      'M',
    ),
    rest: `any day ${percent(anyDay.median.value)}.`,
    lines: [
      outcomeLine(last),
      `*${shown.map(({ subject }) => (subject.events ? percent(subject.events.mean.value) : '–')).join(' · ')}* means of ${shown.map(({ horizon }) => horizon.id.toUpperCase()).join(', ')}; ${overlapWords(shown)} overlapping windows, so cases are not independent`,
    ],
    rows: [['Russell 2000', 'Median', 'Any day', 'Up', 'Worst'], ...shown.map(row)],
    basis: `${words}; price return on closes; any day = every session since ${fullDate(study.sampleFrom)}`,
    asOf: asOfWords(asking, series.session),
    source: sourceWords([series.subject.source, series.benchmark.source]),
    caveat: `${counted(events.count.value, 'case')}, some in the same cycle; windows overlap: description, not a forecast`,
    ...(chart && { chart }),
    chartCommand: `/smallcaps after asof ${series.session}`,
    numbers: receipts(...view.numbers, overlaps(shown, series.session)),
    session: series.session,
    settings: [words],
    command: `/smallcaps after asof ${series.session}`,
  });
}

function row({ horizon, subject: { events, anyDay } }: HorizonStudy): string[] {
  if (!events || !anyDay) return [horizon.id.toUpperCase(), '–', '–', '–', '–'];
  return [
    horizon.id.toUpperCase(),
    percent(events.median.value),
    percent(anyDay.median.value),
    probability(events.up.value),
    percent(events.worst.value),
  ];
}

function outcomeLine({ horizon, subject: { events, anyDay } }: HorizonStudy): string {
  if (!events || !anyDay) return '';
  return `*${percent(events.median.value)}* median in ${horizon.id.toUpperCase()}, mean ${percent(events.mean.value)}, ${probability(events.up.value)} up, worst ${percent(events.worst.value)}; any day ${percent(anyDay.median.value)}, ${upWords(anyDay)}`;
}

function upWords({ up }: Outcomes): string {
  return `${probability(up.value)} up`;
}

function overlapWords(shown: readonly HorizonStudy[]): string {
  return plain(Math.max(...shown.map(({ overlapping }) => overlapping)));
}

function overlaps(shown: readonly HorizonStudy[], asOf: string): Receipt<number> {
  const inputs = shown.map(({ horizon, overlapping }) => ({
    name: 'overlapping',
    series: horizon.id,
    date: asOf,
    value: overlapping,
  }));
  return {
    id: 'RUT.after.overlapping',
    value: Math.max(...inputs.map(({ value }) => value)),
    unit: 'count',
    asOf,
    basis: 'episodes whose window begins before the one before has ended',
    formula: 'max(overlapping)',
    inputs,
    sources: [],
  };
}

/** Fastest recoveries from 52-week low to 52-week high, ranked, in days and sessions. */
export async function recoveryAnswer(asking: Asking): Promise<AnswerDraft> {
  const series = await seriesOf(asking, 'GSPC');
  const view = recoveryView(series);
  const { close, intraday, table } = view;
  const [fastest] = table;
  if (!fastest || !isMeasured(close.count))
    throw refused('No recovery is complete in these data.', '/smallcaps recovery');
  const { recovery, figures } = fastest;
  const last = close.last;
  const other = 'absent' in intraday ? undefined : intraday.last;
  const chart = asking.question.slots.chart ? recoveryRaceChart(view) : undefined;
  return draft({
    lead: `${worded(figures.days, (value) => counted(value, 'day'))}, ${worded(figures.sessions, (value) => counted(value, 'session'))}:`,
    rest: `${fullDate(recovery.low.day)} to ${fullDate(recovery.high.day)}, fastest of ${close.count.value} completed on closes.`,
    lines: [
      ...(last
        ? [
            `*${worded(last.rank, ordinal)}* of ${close.count.value}: the last one, ${fullDate(last.recovery.low.day)} to ${fullDate(last.recovery.high.day)}`,
          ]
        : []),
      ...(other
        ? [
            `*${counted(other.recovery.days, 'day')}*, ${counted(other.recovery.sessions, 'session')} intraday for the last, low of ${shortDate(other.recovery.low.day)} to high of ${fullDate(other.recovery.high.day)}; rank ${worded(other.rank, ordinal)}`,
          ]
        : []),
    ],
    rows: [['Low', 'Days', 'Sessions', 'High', 'Gain'], ...table.slice(0, 10).map((one) => recoveryRow(one.recovery))],
    basis: 'last 52-week low to the first 52-week high after it, daily closes; days are calendar days',
    asOf: asOfWords(asking, series.session),
    source: `${sourceWords([series.subject.source])}, daily since ${fullDate(series.subject.dates[0] ?? '')}`,
    caveat: `N is ${close.count.value}; counts on weekly closes (“eight weeks”) are another basis and are not mixed in`,
    ...(chart && { chart }),
    chartCommand: `/smallcaps recovery asof ${series.session}`,
    numbers: receipts(
      ...view.numbers,
      ...table.flatMap((one) => [one.figures.days, one.figures.sessions, one.figures.gain]),
      other?.figures.days,
      other?.figures.sessions,
      other?.rank,
      last?.rank,
      close.count,
    ),
    session: series.session,
    command: `/smallcaps recovery all asof ${series.session}`,
  });
}

function recoveryRow({ low, high, days, sessions, gain }: Recovery): string[] {
  return [fullDate(low.day), plain(days), plain(sessions), fullDate(high.day), percent(gain)];
}
