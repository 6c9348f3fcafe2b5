/** `/smallcaps after` in words and blocks: what followed a kind of day, beside every day of the same sample. Pure. */
import { eventFanChart } from '../charts/event-fan-chart.ts';
import type { AfterView, RuleChoice } from '../metrics/after-view.ts';
import { CLUSTER_SESSIONS, type EventStudy, type HorizonStudy } from '../metrics/event-study.ts';
import { ruleId } from '../metrics/events.ts';
import type { Outcomes } from '../metrics/outcomes.ts';
import { returnBasis } from '../metrics/returns.ts';
import { ruleWords, shortRuleWords } from './event-words.ts';
import { counted, fullDate, percent, plain, points, probability, shortDate } from './format.ts';
import type { Message } from './message.ts';
import type { AnswerContext } from './smallcaps.ts';
import { refusedMessage, viewMessage } from './smallcaps-view.ts';
import { columnName, seriesName } from './words.ts';

/** Fewer cases than this are too few to rank. */
const FEW = 10;

/** The study of the rule in view; its own episode of today is never part of it. */
export function afterMessage(view: AfterView, answer: AnswerContext): Message {
  const { inputs, study } = view;
  if ('absent' in study) return refusedMessage({ inputs, what: 'Event study', refused: study }, answer);
  const shown = study.horizons.filter(({ subject }) => subject.events && subject.anyDay);
  const main = shown.find(({ horizon }) => horizon.id === '3m') ?? shown.at(-1);
  if (!main) return noCases(view, study, answer);
  const words = ruleWords(study.rule, inputs);
  return viewMessage(
    {
      inputs,
      text: fallback(view, study, main),
      header: headline(view, study, main),
      lines: [subjectLine(view, main), ...farLine(view, shown), gapLine(view, shown.at(-1) ?? main)].slice(0, 3),
      rows: rowsOf(shown),
      prose: [`Rule: ${words}; ${choiceWords(view, study)}.`, ...cautions(study, shown)],
      chart: eventFanChart(view, words),
      basis: `${columnName(inputs.subject)} ${returnBasis(inputs.subject)}, closes`,
      base: `any day = every session since ${fullDate(study.sampleFrom)}`,
      notes: [
        `Episode: the rule holds and has not held for ${CLUSTER_SESSIONS} sessions before; today’s own episode is left out. ${columnName(inputs.benchmark)}, gap, means and worst of all horizons: Receipts and CSV.`,
      ],
      numbers: view.numbers,
    },
    answer,
  );
}

function noCases(view: AfterView, study: EventStudy, answer: AnswerContext): Message {
  const since = study.sampleFrom === '' ? ' in so short a history' : ` since ${fullDate(study.sampleFrom)}`;
  const absent = `no earlier episode of “${ruleWords(study.rule, view.inputs)}”${since}`;
  return refusedMessage({ inputs: view.inputs, what: 'Event study', refused: { id: 'after', absent } }, answer);
}

/** "3M", "12M". */
function ahead({ horizon }: HorizonStudy): string {
  return horizon.id.toUpperCase();
}

function headline({ inputs }: AfterView, { rule }: EventStudy, main: HorizonStudy): string {
  const { events } = main.subject;
  const median = events ? percent(events.median.value) : '–';
  const short = `After ${shortRuleWords(rule, inputs)}: median ${median} in ${ahead(main)}`;
  const count = events ? `, ${counted(events.count.value, 'case')}` : '';
  return `${short}${count}`.length > 72 ? short.slice(0, 72) : `${short}${count}`;
}

function few(events: Outcomes | undefined): string {
  return events && events.count.value < FEW ? ', too few to rank' : '';
}

function upWords({ count, up }: Outcomes): string {
  return `${Math.round(up.value * count.value)} of ${count.value} up`;
}

/** "*−0.41%* Russell 2000, median of 3M, 9 of 18 up; any day +2.96%, 62.5% up". */
function subjectLine({ inputs }: AfterView, study: HorizonStudy): string {
  const { events, anyDay } = study.subject;
  if (!events || !anyDay) return '';
  const baseline = `any day ${percent(anyDay.median.value)}, ${probability(anyDay.up.value)} up`;
  const name = seriesName(inputs.subject);
  return `*${percent(events.median.value)}* ${name}, median of ${ahead(study)}, ${upWords(events)}; ${baseline}`;
}

function farLine(view: AfterView, shown: readonly HorizonStudy[]): string[] {
  const far = shown.at(-1);
  return far && far.horizon.id === '12m' ? [subjectLine(view, far)] : [];
}

/** "*−3.27 pp* gap to the S&P 500, median of 12M, 6 of 18 ahead; any day −0.11 pp". */
function gapLine({ inputs }: AfterView, study: HorizonStudy): string {
  const { events, anyDay } = study.gap;
  if (!events || !anyDay) return '';
  const leads = `${Math.round(events.up.value * events.count.value)} of ${events.count.value} ahead`;
  return `*${points(events.median.value)}* gap to ${columnName(inputs.benchmark)}, median of ${ahead(study)}, ${leads}; any day ${points(anyDay.median.value)}`;
}

/** Two rows a horizon: the episodes, then every day of the same sample. */
function rowsOf(shown: readonly HorizonStudy[]): string[][] {
  const row = (label: string, { median, mean, up, worst }: Outcomes) => [
    label,
    percent(median.value),
    probability(up.value),
    percent(mean.value),
    percent(worst.value),
  ];
  return [
    ['Ahead, N', 'Median', 'Up', 'Mean', 'Worst'],
    ...shown.flatMap((study) => {
      const { events, anyDay } = study.subject;
      if (!events || !anyDay) return [];
      return [
        row(`${ahead(study)}, ${events.count.value}`, events),
        row(`any day, ${plain(anyDay.count.value)}`, anyDay),
      ];
    }),
  ];
}

const CHOICES: Record<Exclude<RuleChoice, 'last'>, string> = { asked: 'as asked for', today: 'true today' };

function choiceWords({ choice, alsoTrue, inputs }: AfterView, { episodes }: EventStudy): string {
  const others =
    alsoTrue.length > 0 ? `; also true today: ${alsoTrue.map((rule) => `\`${ruleId(rule)}\``).join(', ')}` : '';
  if (choice !== 'last') return `${CHOICES[choice]}${others}`;
  return episodes.lastHeld === undefined
    ? 'no rule of the list is true today'
    : `no rule of the list is true today, this one was last, on ${shortDate(episodes.lastHeld, inputs.session)}`;
}

/** What a reader must not make of it: few cases, or windows that share days. */
function cautions({ episodes }: EventStudy, shown: readonly HorizonStudy[]): string[] {
  const overlapping = shown.filter((study) => study.overlapping > 0);
  const shares = overlapping.map(
    (study) => `${study.overlapping} of ${study.subject.events?.count.value ?? 0} at ${ahead(study)}`,
  );
  const least = Math.min(...shown.map(({ subject }) => subject.events?.count.value ?? 0));
  return [
    ...(least < FEW ? [`Too few to rank: ${counted(least, 'case')}, a description, not a forecast.`] : []),
    ...(shares.length > 0 ? [`Windows overlap the one before: ${shares.join(', ')}; they are not independent.`] : []),
    ...(episodes.past.length >= FEW && shares.length === 0 ? ['A description of the past, not a forecast.'] : []),
  ];
}

function fallback(view: AfterView, study: EventStudy, main: HorizonStudy): string {
  const { events, anyDay } = main.subject;
  const { inputs } = view;
  const cases = events ? counted(events.count.value, 'case') : 'no case';
  const lead = `After ${shortRuleWords(study.rule, inputs)} (${cases}${few(events)}): ${seriesName(inputs.subject)}`;
  const median = events ? ` median ${percent(events.median.value)} in ${ahead(main)}, ${upWords(events)}` : '';
  const baseline = anyDay ? `; any day ${percent(anyDay.median.value)}, ${probability(anyDay.up.value)} up` : '';
  return `${lead}${median}${baseline}.`;
}
