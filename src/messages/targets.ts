/** `/targets INDEX` in words and blocks: every standing call on an index and how far it is (golden 04-targets-russell). Pure. */
import type { TargetsSpec } from '../charts/spec.ts';
import { callCounts } from '../metrics/call-counts.ts';
import type { CallState } from '../metrics/call-status.ts';
import { type CallVersion, firmKey } from '../metrics/calls.ts';
import { baseCloseOf, callLevel, daysLeft, isDerived, remainingUpside, upsideAtCall } from '../metrics/calls-level.ts';
import type { ConsensusView } from '../metrics/consensus.ts';
import { isMeasured, type Measured, type Receipt } from '../metrics/receipt.ts';
import { measured } from '../metrics/returns.ts';
import { at, lastSession, type PriceSeries } from '../metrics/series.ts';
import { actions, context, header, LIMITS, section, table } from './blocks.ts';
import { counted, escapeText, level, percent, plain, sessionDate } from './format.ts';
import type { Message, MessageBlock } from './message.ts';
import { notesLine } from './smallcaps.ts';
import { ADD_BUTTON, targetButtons } from './targets-buttons.ts';
import { consensusLines, consensusNumbers } from './targets-consensus.ts';
import {
  basisOfCalls,
  callCell,
  cut,
  dayCell,
  freshness,
  horizonPhrase,
  joined,
  levelCell,
  nearDate,
  notification,
  possessive,
  shortFirm,
  standingOn,
  statusCell,
  type TargetsContext,
  valueWords,
  warnings,
} from './targets-words.ts';

export interface TargetsTable {
  readonly series: PriceSeries;
  /** Of the whole ledger, as of the series' last session. */
  readonly states: readonly CallState[];
  readonly consensus: ConsensusView;
  /** Only where it was asked for. */
  readonly chart?: TargetsSpec | undefined;
}

const MOST_ROWS = 10;

interface Shown {
  readonly state: CallState;
  readonly remaining: Measured;
}

/** The table of an index's calls. */
export function targetsMessage(view: TargetsTable, context_: TargetsContext): Message {
  const { series, states } = view;
  const standing = standingOn(states, series);
  if (standing.length === 0) return noCallsMessage(view, context_);
  const shown = byDistance(standing, series);
  const rows = shown.slice(0, MOST_ROWS);
  const charts = view.chart && context_.staleSessions === 0 ? [view.chart] : [];
  const blocks: MessageBlock[] = [
    header(headline(view, standing)),
    section(...linesOf(view, standing).map(escapeText)),
    table(tableOf(rows, series)),
    ...charts.map(() => ({ type: 'chart', chart: 0 }) as const),
    context(escapeText(sourceLine(view, standing, context_)), ...notesLine(notesOf(rows, shown.length, context_))),
    actions(...targetButtons(context_.command, series)),
  ];
  return {
    text: notification(`${warnings(series, context_)}${fallback(view, standing)}`),
    blocks,
    charts,
    numbers: [
      ...figuresOf(standing, series),
      ...view.consensus.groups.flatMap(consensusNumbers),
      ...Object.values(countsOf(standing, series)),
    ],
    asOf: lastSession(series),
  };
}

/** Every figure of some calls, each with its proof: level, upside when made, upside left, days left. */
export function figuresOf(states: readonly CallState[], series: PriceSeries): Receipt[] {
  const asOf = lastSession(series);
  const figures = states.flatMap(({ call }) => [
    callLevel(call, series),
    upsideAtCall(call, series),
    remainingUpside(call, series),
    daysLeft(call, asOf),
  ]);
  const unique = new Map(measured(figures).map((receipt) => [receipt.id, receipt]));
  return [...unique.values()];
}

/** Widest distance first; calls without a level last. */
function byDistance(states: readonly CallState[], series: PriceSeries): Shown[] {
  const worth = ({ remaining }: Shown) => (isMeasured(remaining) ? remaining.value : Number.NEGATIVE_INFINITY);
  return states
    .map((state) => ({ state, remaining: remainingUpside(state.call, series) }))
    .sort((a, b) => worth(b) - worth(a));
}

/** The one call that speaks for a firm: its newest of the main line; firms by that note, the newest first. */
export function leadCalls(states: readonly CallState[]): CallState[] {
  const firms = Map.groupBy(states, ({ call }) => firmKey(call.firm));
  return [...firms.values()].map((own) => own.reduce(moreTelling)).sort((a, b) => newerFirst(a.call, b.call));
}

function moreTelling(best: CallState, other: CallState): CallState {
  const main = (state: CallState) => state.call.variant === '' && state.call.view === 'strategist';
  if (main(best) !== main(other)) return main(best) ? best : other;
  return newerFirst(best.call, other.call) <= 0 ? best : other;
}

function newerFirst(a: CallVersion, b: CallVersion): number {
  if (a.noteDate !== b.noteDate) return a.noteDate < b.noteDate ? 1 : -1;
  return a.call - b.call;
}

function headline({ series, consensus }: TargetsTable, standing: readonly CallState[]): string {
  const [group] = consensus.groups;
  if (group) {
    const mean = `mean ${plain(group.mean.value)} of ${counted(group.n.value, 'firm')}`;
    return `${series.name} calls: ${mean}, ${percent(group.impliedByMean.value)} from here`;
  }
  const told = leadCalls(standing).map(({ call }) => distanceWords(call, series));
  const [first = '', second] = told;
  const lead = `${series.name} ${standing.length === 1 ? 'call' : 'calls'}: ${first} from here`;
  const both = `${lead}, ${second ?? ''}`;
  return cut(second !== undefined && both.length <= LIMITS.headline ? both : lead, LIMITS.headline);
}

/** "Goldman +13.12%". */
function distanceWords(call: CallVersion, series: PriceSeries): string {
  const remaining = remainingUpside(call, series);
  return `${cut(shortFirm(call.firm), 20)} ${isMeasured(remaining) ? percent(remaining.value) : 'without a level'}`;
}

function linesOf(view: TargetsTable, standing: readonly CallState[]): string[] {
  const { series, consensus } = view;
  const [group] = consensus.groups;
  if (group) return consensusLines(group);
  const calls = leadCalls(standing).slice(0, 2);
  const { firms, horizons } = countsOf(standing, series);
  const apart = `${counted(firms.value, 'firm')}, ${horizons.value === 1 ? '1 horizon' : `${plain(horizons.value)} different horizons`}`;
  return [...calls.map(({ call }) => callLine(call, series)), `*No consensus* printed: ${apart}`];
}

/** "*+13.12%* to Goldman’s +15% in 12 months: 2,244 derived from 1,950.96 (12 Jan)". */
function callLine(call: CallVersion, series: PriceSeries): string {
  const asOf = lastSession(series);
  const [remaining, figure] = [remainingUpside(call, series), callLevel(call, series)];
  const said = `${possessive(cut(shortFirm(call.firm), 24))} ${valueWords(call.value)} ${horizonPhrase(call)}`;
  if (!isMeasured(remaining) || !isMeasured(figure)) return `*No level* for ${said}`;
  const base = baseCloseOf(call, series);
  const origin =
    isDerived(call) && 'value' in base
      ? `${plain(figure.value)} derived from ${level(base.value)} (${nearDate(call.baseDate, asOf)})`
      : `stated ${nearDate(call.noteDate, asOf)}`;
  return `*${percent(remaining.value)}* to ${said}: ${origin}`;
}

function tableOf(rows: readonly Shown[], series: PriceSeries): string[][] {
  const asOf = lastSession(series);
  const told = rows.some(({ state }) => state.status !== 'active');
  return [
    ['Call', 'From here', 'Level', 'By', ...(told ? ['Status'] : [])],
    ...rows.map(({ state, remaining }) => [
      callCell(state.call, asOf),
      isMeasured(remaining) ? percent(remaining.value) : '–',
      levelCell(state.call, series),
      dayCell(state.due),
      ...(told ? [statusCell(state)] : []),
    ]),
  ];
}

function sourceLine({ series }: TargetsTable, standing: readonly CallState[], context_: TargetsContext): string {
  const close = level(at(series.close, series.dates.length - 1));
  const basis = basisOfCalls(standing.map(({ call }) => call));
  return `${freshness(series, context_)}, ${close} · ${basis} · call ledger, ${openWords(standing, series)}`;
}

function countsOf(standing: readonly CallState[], series: PriceSeries) {
  return callCounts(series.symbol, standing, lastSession(series));
}

/** "5 active", "4 open, 3 of them not reached yet". */
function openWords(standing: readonly CallState[], series: PriceSeries): string {
  const { open, active } = countsOf(standing, series);
  return active.value === open.value
    ? `${plain(active.value)} active`
    : `${plain(open.value)} open, ${plain(active.value)} of them not reached yet`;
}

function notesOf(rows: readonly Shown[], all: number, { notes }: TargetsContext): string[] {
  const calls = rows.map(({ state }) => state.call);
  const approximate = calls
    .filter(({ noteDateApproximate }) => noteDateApproximate)
    .sort((a, b) => (a.noteDate < b.noteDate ? -1 : 1))
    .map((call) => `${cut(shortFirm(call.firm), 20)} ${valueWords(call.value)}`);
  const half = calls.some(({ horizon }) => horizon.kind === 'second-half');
  return [
    ...(calls.some(isDerived) ? ['d = derived: base close × stated return.'] : []),
    ...(approximate.length > 0 ? [`${joined(approximate)}: day of the note approximate.`] : []),
    ...(half ? ['H2 = last close of June to last close of the year.'] : []),
    ...(all > rows.length ? [`${all - rows.length} more calls not shown.`] : []),
    ...notes,
  ];
}

function fallback({ series, consensus }: TargetsTable, standing: readonly CallState[]): string {
  const day = sessionDate(lastSession(series));
  const close = level(at(series.close, series.dates.length - 1));
  const [group] = consensus.groups;
  if (group) {
    const range = `low ${plain(group.low.value)}, high ${plain(group.high.value)}`;
    return `${series.name} at ${close}: mean of ${counted(group.n.value, 'firm')} ${plain(group.mean.value)}, ${percent(group.impliedByMean.value)} from here, median ${plain(group.median.value)}; ${range}. ${day}.`;
  }
  const calls = leadCalls(standing).slice(0, 2);
  const told = calls.map(({ call }, place) => toldCall(call, { series, first: place === 0 }));
  return `${series.name} at ${close}: ${told.join('; ')}. ${day}.`;
}

function toldCall(call: CallVersion, { series, first }: { readonly series: PriceSeries; readonly first: boolean }) {
  const said = `${cut(shortFirm(call.firm), 24)} ${valueWords(call.value)} ${horizonPhrase(call)}`;
  const [figure, remaining] = [callLevel(call, series), remainingUpside(call, series)];
  if (!isMeasured(figure) || !isMeasured(remaining)) return `${said} has no price level`;
  const derived = isDerived(call) ? ` is ${plain(figure.value)} (derived)` : '';
  return `${said}${derived}, ${percent(remaining.value)}${first ? ' from here' : ''}`;
}

function noCallsMessage({ series, states }: TargetsTable, context_: TargetsContext): Message {
  const day = sessionDate(lastSession(series));
  const ended = states.filter(({ call }) => call.index === series.symbol).length;
  const words = `No ${series.name} call stands on ${day}`;
  const known = ended === 0 ? 'the ledger knows none up to then' : `${counted(ended, 'known call')}, none still open`;
  return {
    text: escapeText(`${warnings(series, context_)}${words}: ${known}.`),
    blocks: [
      section(`*${escapeText(words)}*: ${escapeText(known)}.`),
      context(escapeText(freshness(series, context_)), ...notesLine(context_.notes)),
      actions(ADD_BUTTON),
    ],
    charts: [],
    numbers: [],
    asOf: lastSession(series),
  };
}
