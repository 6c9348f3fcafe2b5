/** `/targets INDEX score`: each call at its own horizon beside a naive base rate (golden 04-targets-score). Pure. */

import { yearOf } from '../calendar/day.ts';
import type { TargetsSpec } from '../charts/spec.ts';
import { tooHigh } from '../metrics/call-counts.ts';
import type { CallScore, ScoreTable } from '../metrics/call-scores.ts';
import type { CallVersion } from '../metrics/calls.ts';
import { firmKey } from '../metrics/calls.ts';
import { isMeasured, type Receipt } from '../metrics/receipt.ts';
import { measured } from '../metrics/returns.ts';
import { at, lastSession, type PriceSeries } from '../metrics/series.ts';
import { actions, BUTTONS, context, header, section, table } from './blocks.ts';
import { bareSigned, counted, escapeText, fullDate, level, percent, plain, points, sessionDate } from './format.ts';
import type { Message, MessageBlock } from './message.ts';
import { isSample } from './receipt-line.ts';
import { notesLine } from './smallcaps.ts';
import {
  cut,
  horizonKind,
  levelWords,
  monthCell,
  monthWords,
  notification,
  shortFirm,
  statedPercent,
  type TargetsContext,
  warnings,
} from './targets-words.ts';

export interface ScoreAnswer {
  readonly series: PriceSeries;
  readonly scores: ScoreTable;
  readonly chart?: TargetsSpec | undefined;
}

/** Fewer firms than this are not ranked. */
const FEW = 10;
const MOST_ROWS = 10;
/** The first cell holds firm, length and month; the golden's longest has 18 characters. */
const LABEL = 18;

/** How the calls on an index did. */
export function scoreMessage({ series, scores, chart }: ScoreAnswer, context_: TargetsContext): Message {
  if (scores.scores.length === 0) return nothingScored({ series, scores }, context_);
  const shown = newest(scores.scores);
  const charts = chart ? [chart] : [];
  const blocks: MessageBlock[] = [
    header(headline(scores, series)),
    section(...linesOf(scores, series).map(escapeText)),
    table([['Call', 'Miss, pp', 'Naive, pp', 'Said', 'Was'], ...shown.map((score) => row(score, scores.scores))]),
    ...charts.map(() => ({ type: 'chart', chart: 0 }) as const),
    context(escapeText(sourceLine(series)), ...notesLine(notesOf(scores, series, context_))),
    actions(BUTTONS.share(context_.command), BUTTONS.receipts(context_.command), BUTTONS.csv(context_.command)),
  ];
  return {
    text: notification(`${warnings(series, context_)}${fallback(scores, series)}`),
    blocks,
    charts,
    numbers: [
      scores.calls,
      scores.firms,
      scores.naiveCloser,
      tooHigh(scores.scores, series),
      ...scores.scores.flatMap(numbersOf),
    ],
    asOf: lastSession(series),
  };
}

/** The receipts of one scored call. */
function numbersOf({ said, was, miss, naive, naiveMiss, best }: CallScore): Receipt[] {
  return measured([said, was, miss, naive, naiveMiss, best]);
}

/** The ten scored last, in the table's own order. */
function newest(scores: readonly CallScore[]): CallScore[] {
  const latest = [...scores].sort((a, b) => (a.state.due < b.state.due ? 1 : -1)).slice(0, MOST_ROWS);
  return scores.filter((score) => latest.includes(score));
}

/** "+" when all were above the outcome: too high; "−" when all were below. */
function side(scores: readonly CallScore[]): 'high' | 'low' | 'mixed' {
  if (scores.every(({ miss }) => miss.value < 0)) return 'high';
  return scores.every(({ miss }) => miss.value > 0) ? 'low' : 'mixed';
}

function headline({ scores, naiveCloser }: ScoreTable, series: PriceSeries): string {
  const name = series.name.replace(/ \d+$/, '');
  const n = scores.length;
  const closer =
    naiveCloser.value === n
      ? n === 1
        ? 'closer'
        : `closer in all ${n}`
      : `closer in ${plain(naiveCloser.value)} of ${n}`;
  const which = side(scores);
  const calls = n === 1 ? `the one ${name} call` : `all ${n} ${name} calls`;
  if (which !== 'mixed') return `Scored: ${calls} too ${which}; base rate ${closer}`;
  const high = plain(tooHigh(scores, series).value);
  return `Scored: ${high} of ${n} ${name} calls too high; base rate ${closer}`;
}

function bySize(scores: readonly CallScore[]): CallScore[] {
  return [...scores].sort((a, b) => Math.abs(a.miss.value) - Math.abs(b.miss.value));
}

function linesOf({ scores, calls, firms, naiveCloser }: ScoreTable, series: PriceSeries): string[] {
  const [smallest, largest] = [bySize(scores)[0], bySize(scores).at(-1)];
  const few = firms.value < FEW;
  const last = few
    ? 'too few to rank; open calls left out'
    : `base rate closer in ${plain(naiveCloser.value)}; open calls left out`;
  return [
    ...(smallest ? [`*${points(smallest.miss.value)}* smallest miss: ${missWords(smallest, scores, series)}`] : []),
    ...(largest && scores.length > 1
      ? [`*${points(largest.miss.value)}* largest miss: ${missWords(largest, scores, series)}`]
      : []),
    `*${counted(calls.value, 'call')}, ${counted(firms.value, 'firm')}:* ${last}`,
  ];
}

/** "Goldman 15%, at its horizon; its level was hit on a close, 16 Jul 2024". */
function missWords(score: CallScore, all: readonly CallScore[], series: PriceSeries): string {
  const { call, hitOn, touchedOn } = score.state;
  const name = namedCall(score, all);
  if (hitOn !== undefined) return `${name}, at its horizon; its level was hit on a close, ${fullDate(hitOn)}`;
  if (touchedOn !== undefined) return `${name}, at its horizon; its level was touched, ${fullDate(touchedOn)}`;
  return `${name}; ${bestWords(score, call, series)}`;
}

/** "highest close of 2024 was 2,442.03" where the best close while the call ran is also the year's. */
function bestWords({ best }: CallScore, { horizon }: CallVersion, series: PriceSeries): string {
  const kind = best.formula.startsWith('min') ? 'lowest' : 'highest';
  if (horizon.kind === 'year-end' && best.value === yearExtreme(series, horizon.year, kind))
    return `${kind} close of ${horizon.year} was ${level(best.value)}`;
  return `${kind} close while it ran was ${level(best.value)}`;
}

function yearExtreme(series: PriceSeries, year: number, kind: 'highest' | 'lowest'): number | undefined {
  const closes = series.dates.flatMap((day, index) => (yearOf(day) === year ? [at(series.close, index)] : []));
  if (closes.length === 0) return undefined;
  return kind === 'highest' ? Math.max(...closes) : Math.min(...closes);
}

/** "Goldman 15%"; with the month of its note where another scored call has the same figure. */
function namedCall({ state: { call } }: CallScore, all: readonly CallScore[]): string {
  const value =
    call.value.kind === 'level' ? levelWords(call.value.level) : statedPercent(call.value.fraction).replace('+', '');
  const name = `${cut(shortFirm(call.firm), 20)} ${value}`;
  const twins = all.filter(({ state }) => sameFirm(state.call, call) && sameValue(state.call, call));
  return twins.length > 1 ? `${name} of ${monthWords(call.noteDate.slice(0, 7))}` : name;
}

function sameFirm(a: CallVersion, b: CallVersion): boolean {
  return firmKey(a.firm) === firmKey(b.firm);
}

function sameValue({ value: a }: CallVersion, { value: b }: CallVersion): boolean {
  if (a.kind === 'level') return b.kind === 'level' && a.level === b.level;
  return b.kind === 'return' && a.fraction === b.fraction;
}

function row(score: CallScore, all: readonly CallScore[]): string[] {
  const { miss, naiveMiss, said, was, state } = score;
  return [
    scoreCell(state.call, all),
    bareSigned(miss.value),
    isMeasured(naiveMiss) ? bareSigned(naiveMiss.value) : '–',
    state.call.value.kind === 'return' ? statedPercent(said.value) : percent(said.value),
    percent(was.value),
  ];
}

/** "Goldman Jun 23"; "Goldman 6M Jan 24" beside another of that month; "Fundstrat 3,000" for a variant by its level. */
export function scoreCell(call: CallVersion, all: readonly CallScore[]): string {
  const firm = shortFirm(call.firm);
  const fitted = (rest: string) => `${cut(firm, LABEL - rest.length - 1)} ${rest}`;
  if (call.variant !== '' && call.value.kind === 'level') return fitted(levelWords(call.value.level));
  const month = monthCell(call.noteDate);
  const twins = all.filter(
    ({ state }) =>
      sameFirm(state.call, call) && state.call.variant === call.variant && monthCell(state.call.noteDate) === month,
  );
  if (twins.length < 2) return fitted(month);
  return fitted(call.horizon.kind === 'months' ? `${call.horizon.months}M ${month}` : `${dayOrYear(call)} ${month}`);
}

function dayOrYear({ horizon }: CallVersion): string {
  if (horizon.kind === 'year-end') return `YE${String(horizon.year).slice(2)}`;
  return horizon.kind === 'second-half' ? 'H2' : horizonKind({ horizon });
}

function sourceLine(series: PriceSeries): string {
  const chip = isSample([series.source]) ? '*SAMPLE DATA* close' : '*Close*';
  return `${chip} at each horizon · price return · call ledger, point in time · as of ${sessionDate(lastSession(series))}`;
}

function notesOf({ scores, unscored }: ScoreTable, series: PriceSeries, { notes }: TargetsContext): string[] {
  const from = series.dates[0]?.slice(0, 4) ?? '';
  const hidden = scores.length - Math.min(scores.length, MOST_ROWS);
  const odd = unscored.filter(({ why }) => why === 'not-measurable').length;
  return [
    `Miss = was minus said. Naive = mean ${series.name} return over the same length, ${from} to the note date.`,
    'Variants of one call are scored apart.',
    ...(hidden > 0 ? [`${counted(hidden, 'earlier call')} not shown.`] : []),
    ...(odd > 0 ? [`${counted(odd, 'due call')} without a score.`] : []),
    ...notes,
  ];
}

const NUMBER_WORDS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

function fallback({ scores, firms, naiveCloser }: ScoreTable, series: PriceSeries): string {
  const n = scores.length;
  const sizes = bySize(scores).map(({ miss }) => miss.value);
  const [least = 0, most = 0] = [sizes[0], sizes.at(-1)];
  const range = `by ${bareSigned(Math.abs(least)).slice(1)} to ${points(Math.abs(most)).slice(1)}`;
  const which = side(scores);
  const high = plain(tooHigh(scores, series).value);
  const calls = n === 1 ? 'the one was' : `all ${n} were`;
  const finding =
    which === 'mixed'
      ? `${high} of ${n} were above the outcome, misses ${range.slice(3)}`
      : `${calls} ${which === 'high' ? 'above' : 'below'} the outcome, ${n === 1 ? `by ${points(Math.abs(most)).slice(1)}` : range}`;
  const rank =
    firms.value < FEW
      ? `${NUMBER_WORDS[firms.value] ?? plain(firms.value)} ${firms.value === 1 ? 'firm' : 'firms'}, too few to rank`
      : `${plain(firms.value)} firms`;
  return `${series.name} calls scored: ${finding}; the naive base rate was closer in ${plain(naiveCloser.value)} of ${n}. ${rank}. ${sessionDate(lastSession(series))}.`;
}

function nothingScored({ series, scores }: ScoreAnswer, context_: TargetsContext): Message {
  const open = scores.unscored.filter(({ why }) => why === 'open');
  const next = open.map(({ state }) => state.due).sort()[0];
  const words = `No ${series.name} call is due yet on ${sessionDate(lastSession(series))}`;
  const then = next === undefined ? 'no open call is known' : `the next is due ${sessionDate(next)}`;
  return {
    text: escapeText(`${warnings(series, context_)}${words}: ${then}.`),
    blocks: [
      section(`*${escapeText(words)}*: ${escapeText(then)}.`),
      context(escapeText(sourceLine(series)), ...notesLine(context_.notes)),
    ],
    charts: [],
    numbers: [],
    asOf: lastSession(series),
  };
}
