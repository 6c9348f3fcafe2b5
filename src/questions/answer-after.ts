/** Answers what came after days like this one, beside any day. Measures with the commands' functions, words it. */
import { eventFanChart } from '../charts/event-fan-chart.ts';
import type { SmallCapSeries } from '../market/small-caps.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { ruleWords } from '../messages/event-words.ts';
import { counted, fullDate, percent, probability } from '../messages/format.ts';
import { type AfterView, afterView } from '../metrics/after-view.ts';
import type { HorizonStudy } from '../metrics/event-study.ts';
import { ruleOf } from '../metrics/events.ts';
import type { Outcomes } from '../metrics/outcomes.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { afterDayAnswer } from './answer-after-day.ts';
import { type Asking, asOfWords, draft, receipts, refused, seriesOf, sourceWords } from './desk.ts';

const ASKED_HORIZONS = ['1m', '3m', '6m', '12m'];
const FEW = 10;

/** A horizon that has cases and a base rate. */
interface Shown extends HorizonStudy {
  readonly events: Outcomes;
  readonly anyDay: Outcomes;
}

/** Median, mean, share up and worst after earlier days like it, beside every day of the same sample. */
export async function afterAnswer(asking: Asking): Promise<AnswerDraft> {
  const { onDay } = asking.question.slots;
  if (onDay !== undefined) return afterDayAnswer(asking, onDay);
  const series = await seriesOf(asking, 'GSPC');
  const view = viewAsked(asking, series);
  const { study, inputs } = view;
  if ('absent' in study) throw refused(`What followed cannot be told: ${study.absent}.`, '/smallcaps after');
  const shown = study.horizons.flatMap(shownOf);
  const main = shown.find(({ horizon }) => horizon.id === (asking.question.slots.ahead ?? '3m')) ?? shown[0];
  const other = shown.findLast((one) => one !== main);
  if (!main) throw refused('There is no earlier case of it in the data.', '/smallcaps after');
  const words = ruleWords(study.rule, inputs);
  const chart = asking.question.slots.chart ? eventFanChart(view, words) : undefined;
  return draft({
    ...leadOf(main),
    lines: [
      ...[asking.question.slots.ahead === undefined ? other : main].flatMap((one) => (one ? [outcomeLine(one)] : [])),
      `*${shown.map(({ events }) => percent(events.mean.value)).join(' · ')}* means of ${shown.map(label).join(', ')}; ${overlapWords(shown)}, so cases are not independent`,
    ],
    rows: [['Russell 2000', 'Median', 'Any day', 'Up', 'Worst'], ...shown.map(rowOf)],
    basis: `${words}; price return on closes; any day = every session since ${fullDate(study.sampleFrom)}`,
    asOf: asOfWords(asking, series.session),
    source: sourceWords([series.subject.source, series.benchmark.source]),
    caveat: `${counted(main.events.count.value, 'case')}, some in the same cycle; windows overlap: description, not a forecast`,
    ...(chart && { chart }),
    chartCommand: `/smallcaps after asof ${series.session}`,
    numbers: receipts(...view.numbers, overlaps(shown, series.session)),
    session: series.session,
    settings: [words],
    command: `/smallcaps after asof ${series.session}`,
  });
}

/** The study of the event that is spoken of: a recovery, the divergence of the post, else whatever is true that day. */
function viewAsked({ question, post, text }: Asking, series: SmallCapSeries): AfterView {
  const command = post?.command ?? '';
  if (
    question.slots.event === 'recovery' ||
    /\brecover(y|ies)\b|\b(rebound|snap ?back|round trip|turnaround)s?\b|\blows? to (a |its |the )?(1 year |52 ?[- ]?w(ee)?k? )?highs?\b/i.test(
      text,
    ) ||
    /^\/smallcaps recovery\b/.test(command)
  )
    return afterView(series, ruleOf('recovery'));
  const view = afterView(series);
  const diverged = /\bdivergence\b/.test(command) || /\bdiverge/i.test(text);
  const already = 'rule' in view.study && view.study.rule.kind === 'record-lag';
  return diverged && !already ? afterView(series, ruleOf('record-lag-5')) : view;
}

function shownOf(study: HorizonStudy): Shown[] {
  const { events, anyDay } = study.subject;
  return ASKED_HORIZONS.includes(study.horizon.id) && events && anyDay ? [{ ...study, events, anyDay }] : [];
}

function leadOf(main: Shown): Pick<AnswerDraft, 'lead' | 'rest'> {
  const { events, anyDay } = main;
  const said = `median ${percent(events.median.value)} in ${label(main)} after ${counted(events.count.value, 'case')},`;
  return {
    lead: events.count.value < FEW ? `Too few to rank: ${said}` : said.replace(/^m/, 'M'),
    rest: `any day ${percent(anyDay.median.value)}.`,
  };
}

function label({ horizon }: Shown): string {
  return horizon.id.toUpperCase();
}

function rowOf(one: Shown): string[] {
  const { events, anyDay } = one;
  return [
    label(one),
    percent(events.median.value),
    percent(anyDay.median.value),
    probability(events.up.value),
    percent(events.worst.value),
  ];
}

function outcomeLine(one: Shown): string {
  const { events, anyDay } = one;
  return `*${percent(events.median.value)}* median in ${label(one)}, mean ${percent(events.mean.value)}, ${probability(events.up.value)} of ${events.count.value} up, worst ${percent(events.worst.value)}; any day ${percent(anyDay.median.value)}, ${probability(anyDay.up.value)} up`;
}

function overlapWords(shown: readonly Shown[]): string {
  return counted(Math.max(...shown.map(({ overlapping }) => overlapping)), 'overlapping window');
}

function overlaps(shown: readonly Shown[], asOf: string): Receipt<number> {
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
