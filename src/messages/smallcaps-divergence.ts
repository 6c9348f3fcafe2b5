/** `/smallcaps divergence` in words and blocks: the state of every tier, since when, and how it went before. Pure. */

import { yearOf } from '../calendar/day.ts';
import { underwaterChart } from '../charts/underwater-chart.ts';
import { isOn, RECORD_SESSIONS, type Tier, type TierState } from '../metrics/divergence.ts';
import type { DivergenceView } from '../metrics/divergence-view.ts';
import { closesBasis } from '../metrics/pair.ts';
import { isMeasured, type Measured } from '../metrics/receipt.ts';
import { counted, fullDate, percent, plain, shortDate } from './format.ts';
import type { Message } from './message.ts';
import type { AnswerContext } from './smallcaps.ts';
import { refusedMessage, viewMessage } from './smallcaps-view.ts';
import { seriesName } from './words.ts';

/** Whether the benchmark is at records while the subject is not, by how much, and since when. */
export function divergenceMessage(view: DivergenceView, answer: AnswerContext): Message {
  const { inputs, history } = view;
  if ('absent' in history) return refusedMessage({ inputs, what: 'Divergence', refused: history }, answer);
  const { tiers, pair } = history;
  const name = seriesName(inputs.subject);
  const lines = [recordsLine(view), stateLine(view, tiers), pastLine(view, tiers)];
  return viewMessage(
    {
      inputs,
      text: fallback(view, tiers),
      header: headline(view, tiers),
      lines: lines.filter((line) => line !== undefined),
      rows: rowsOf(view, tiers),
      chart: underwaterChart(inputs),
      basis: closesBasis(pair),
      base: `since ${fullDate(pair.dates[0] ?? '')}`,
      notes: [
        `On: ${seriesName(inputs.benchmark)} record close within ${RECORD_SESSIONS} sessions and ${name} close at or beyond the tier below its record. Median and longest of finished periods.`,
      ],
      numbers: view.numbers,
    },
    answer,
  );
}

/** "−10%": a tier as people name it. */
function tierWords(tier: Tier): string {
  return percent(-tier).replace('.00', '');
}

/** The deepest tier that is on. */
function deepest(tiers: readonly TierState[]): TierState | undefined {
  return tiers.findLast(isOn);
}

function ageWords(age: Measured, what: string): string {
  if (!isMeasured(age)) return '';
  return age.value === 0 ? `${what} today` : `${what} ${counted(age.value, 'session')} ago`;
}

function headline(view: DivergenceView, tiers: readonly TierState[]): string {
  const { inputs, subjectDrawdown, benchmarkRecordAge } = view;
  const [own, other] = [seriesName(inputs.subject), seriesName(inputs.benchmark)];
  const on = deepest(tiers);
  const fall = isMeasured(subjectDrawdown) ? percent(subjectDrawdown.value) : '–';
  if (!on && isMeasured(subjectDrawdown) && subjectDrawdown.value === 0)
    return `Divergence off: ${own} at a record close`;
  if (!on) return `Divergence off: ${own} ${fall} from its record close`;
  const record = isMeasured(benchmarkRecordAge) && benchmarkRecordAge.value === 0 ? 'at a record' : 'record this month';
  const long = `Divergence on at ${tierWords(on.tier)}: ${other} ${record}, ${own} ${fall}`;
  return long.length > 72 ? `Divergence on at ${tierWords(on.tier)}: ${own} ${fall} from its record` : long;
}

/** "*−18.81%* Russell 2000 from its record close, 552 sessions old; S&P 500 record close today". */
function recordsLine({
  inputs,
  subjectDrawdown,
  subjectRecordAge,
  benchmarkRecordAge,
  benchmarkDrawdown,
}: DivergenceView) {
  if (!isMeasured(subjectDrawdown)) return undefined;
  const own = seriesName(inputs.subject);
  const age = isMeasured(subjectRecordAge) ? `, ${counted(subjectRecordAge.value, 'session')} old` : '';
  const lead =
    subjectDrawdown.value === 0
      ? `*0 sessions* since the ${own} record close: it is at one`
      : `*${percent(subjectDrawdown.value)}* ${own} from its record close${age}`;
  const other = ageWords(benchmarkRecordAge, `${seriesName(inputs.benchmark)} record close`);
  const below =
    isMeasured(benchmarkDrawdown) && benchmarkDrawdown.value < 0 ? `, ${percent(benchmarkDrawdown.value)} since` : '';
  const whole = `${lead}; ${other}${below}`;
  return whole.length > 114 ? `${lead}; ${other}` : whole;
}

/** "*2 sessions* on at −5% and −10%, since 19 Jan; off at −20% since 22 Jan". */
function stateLine(view: DivergenceView, tiers: readonly TierState[]): string | undefined {
  const groups = grouped(tiers);
  const [first] = groups;
  if (!first || !isMeasured(first.lasted)) return undefined;
  const words = groups.map((group, place) => groupWords(view, group, place === 0));
  return `*${counted(first.lasted.value, 'session')}* ${words.join('; ')}`;
}

interface Group {
  readonly on: boolean;
  readonly tiers: readonly Tier[];
  readonly lasted: Measured;
  readonly switched: string | undefined;
}

/** Tiers of the same state that changed on the same day are told together, those that are on first. */
function grouped(tiers: readonly TierState[]): Group[] {
  const groups: Group[] = [];
  for (const state of tiers) {
    const same = groups.findIndex(({ on, switched }) => on === isOn(state) && switched === state.switched);
    const group = groups[same];
    if (group) groups[same] = { ...group, tiers: [...group.tiers, state.tier] };
    else groups.push({ on: isOn(state), tiers: [state.tier], lasted: state.lasted, switched: state.switched });
  }
  return groups.toSorted((a, b) => Number(b.on) - Number(a.on));
}

function groupWords({ inputs }: DivergenceView, { on, tiers, switched }: Group, first: boolean): string {
  const names = tiers.map(tierWords).join(' and ');
  const since = switched === undefined ? 'always' : `since ${shortDate(switched, inputs.session)}`;
  return `${on ? 'on' : 'off'} at ${names}${first ? ',' : ''} ${since}`;
}

/** "*36 periods* at −10% since 1987, median 5.5 sessions, longest 65". */
function pastLine(view: DivergenceView, tiers: readonly TierState[]): string | undefined {
  const place = tiers.findIndex((tier) => tier === (deepest(tiers) ?? tiers[1]));
  const [past, state] = [view.past[place], tiers[place]];
  if (!past || !state || !isMeasured(past.count) || !isMeasured(past.median) || !isMeasured(past.longest))
    return undefined;
  const since = yearOf(view.inputs.subject.dates[0] ?? '');
  const median = plain(past.median.value, past.median.value % 1 === 0 ? 0 : 1);
  return `*${counted(past.count.value, 'finished period')}* on at ${tierWords(state.tier)} since ${since}: median ${median} sessions, longest ${past.longest.value}`;
}

function rowsOf(view: DivergenceView, tiers: readonly TierState[]): string[][] {
  const number = (figure: Measured | undefined) =>
    figure && isMeasured(figure) ? plain(figure.value, figure.value % 1 === 0 ? 0 : 1) : '–';
  return [
    ['Tier', 'State, sess.', 'Since', 'Periods', 'Median / longest'],
    ...tiers.map((state, place) => [
      tierWords(state.tier),
      `${isOn(state) ? 'on' : 'off'}, ${number(state.lasted)}`,
      state.switched === undefined ? '–' : `${shortDate(state.switched)} ${state.switched.slice(2, 4)}`,
      number(view.past[place]?.count),
      `${number(view.past[place]?.median)} / ${number(view.past[place]?.longest)}`,
    ]),
  ];
}

function fallback(view: DivergenceView, tiers: readonly TierState[]): string {
  const state = tiers.map((tier) => `${tierWords(tier.tier)} ${isOn(tier) ? 'on' : 'off'}`).join(', ');
  const { subjectRecordAge, benchmarkRecordAge, inputs } = view;
  const own = isMeasured(subjectRecordAge)
    ? ` ${seriesName(inputs.subject)} record ${counted(subjectRecordAge.value, 'session')} old;`
    : '';
  const other = ageWords(benchmarkRecordAge, `${seriesName(inputs.benchmark)} record close`);
  return `${headline(view, tiers)} (${state}).${own} ${other}.`;
}
