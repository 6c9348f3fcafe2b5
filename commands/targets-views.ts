/** The views of `/targets`: which reads what, which measures, which writes the message. */
import { callsChart, consensusChart, revisionsChart, scoreChart } from '../src/charts/targets-chart.ts';
import { CapwatchError } from '../src/errors.ts';
import type { Message } from '../src/messages/message.ts';
import { surveyListMessage, surveyMessage } from '../src/messages/surveys.ts';
import { targetsMessage } from '../src/messages/targets.ts';
import { indexWord } from '../src/messages/targets-buttons.ts';
import { changesMessage } from '../src/messages/targets-changes.ts';
import { consensusMessage } from '../src/messages/targets-consensus.ts';
import { exportMessage } from '../src/messages/targets-help.ts';
import { scoreCell, scoreMessage } from '../src/messages/targets-score.ts';
import { firmMessage } from '../src/messages/targets-who.ts';
import { shortFirm, standingOn } from '../src/messages/targets-words.ts';
import { callChanges } from '../src/metrics/call-changes.ts';
import { scoreTable } from '../src/metrics/call-scores.ts';
import { type CallState, callStates } from '../src/metrics/call-status.ts';
import { type CallVersion, firmKey, knownCalls } from '../src/metrics/calls.ts';
import { callTable } from '../src/metrics/calls-table.ts';
import { consensus } from '../src/metrics/consensus.ts';
import type { PriceSeries } from '../src/metrics/series.ts';
import { knownReadings } from '../src/metrics/surveys.ts';
import { isNamed } from '../src/questions/survey-line.ts';
import { type IndexSymbol, type ReadRequest, unknownWord } from '../src/questions/targets-request.ts';
import { contextOf, type Days, daysOf, pricesOf, readerOf, type TargetsCall } from './targets-ledger.ts';

const INDEXES: readonly IndexSymbol[] = ['RUT', 'GSPC'];

async function versionsOf(call: TargetsCall): Promise<CallVersion[]> {
  const { reader, team } = readerOf(call);
  return reader.listCallVersions(team);
}

/** `/targets INDEX`, `… consensus`, `… score`. */
export async function indexAnswer(request: ReadRequest, call: TargetsCall): Promise<Message> {
  const days = daysOf(request.asOf, call.now);
  const [versions, series] = await Promise.all([versionsOf(call), pricesOf(call, request.index, days)]);
  const states = callStates(versions, days.known, (index) => (index === series.symbol ? series : undefined)).filter(
    (state) => state.call.index === series.symbol,
  );
  const word = indexWord(request.index);
  const line = (view: string) => `/targets ${word}${view} asof ${days.known}`;
  if (request.view === 'score') {
    const scores = scoreTable(states, series);
    const chart = request.chart
      ? scoreChart(scores.scores, series, ({ state }) => scoreCell(state.call, scores.scores))
      : undefined;
    return scoreMessage(
      { series, scores, chart },
      contextOf(line(request.chart ? ' score chart' : ' score'), days, series),
    );
  }
  const together = consensus(states, series);
  const [group] = together.groups;
  const chart = group && consensusChart(group, series, shortFirm);
  if (request.view !== 'consensus') {
    const drawn = request.chart
      ? (chart ?? callsChart({ states: standingOn(states, series), series, firm: shortFirm }))
      : undefined;
    const context = contextOf(line(request.chart ? ' chart' : ''), days, series);
    return targetsMessage({ series, states, consensus: together, chart: drawn }, context);
  }
  return consensusMessage({ series, consensus: together, chart }, contextOf(line(' consensus'), days, series));
}

type Named = ReadRequest & { readonly name: string };

/** `/targets who FIRM`, and `/targets INDEX FIRM` for one index. */
export async function firmAnswer(request: Named, call: TargetsCall): Promise<Message> {
  const days = daysOf(request.asOf, call.now);
  const known = knownCalls(await versionsOf(call), days.known);
  const firm = firmNamed(request.name, known);
  const own = known.filter((one) => firmKey(one.firm) === firmKey(firm));
  const indexes = request.indexTyped
    ? [request.index]
    : INDEXES.filter((index) => own.some((one) => one.index === index));
  const series = await pricesByIndex(call, indexes, days);
  const states = callStates(known, days.known, (index) => series.get(index))
    .filter(
      (state) => firmKey(state.call.firm) === firmKey(firm) && indexes.some((index) => index === state.call.index),
    )
    .sort(newestFirst);
  if (states.length === 0) throw nothingFrom(firm, request);
  const first = series.get(states[0]?.call.index ?? '');
  const chart = first && revisionsChart({ states, series: first, firm: shortFirm(firm) });
  const words = request.indexTyped ? `${indexWord(request.index)} ${firmKey(firm)}` : `who ${firmKey(firm)}`;
  const context = contextOf(`/targets ${words} asof ${days.known}`, days, first);
  return firmMessage({ firm, states, series, asOf: days.session, chart }, context);
}

/** By note date, then by number, newest first. */
function newestFirst(a: CallState, b: CallState): number {
  if (a.call.noteDate !== b.call.noteDate) return a.call.noteDate < b.call.noteDate ? 1 : -1;
  return b.call.call - a.call.call;
}

async function pricesByIndex(
  call: TargetsCall,
  indexes: readonly IndexSymbol[],
  days: Days,
): Promise<Map<string, PriceSeries>> {
  const read = await Promise.all(indexes.map((index) => pricesOf(call, index, days)));
  return new Map(read.map((series) => [series.symbol, series]));
}

/** The firm of the ledger that `typed` names: its key, a short name, or the beginning of one firm's name. */
function firmNamed(typed: string, known: readonly CallVersion[]): string {
  const firms = [...new Map(known.map(({ firm }) => [firmKey(firm), firm])).entries()];
  const key = firmKey(typed);
  const found = firms.find(([one]) => one === key) ?? firms.find(([one]) => key.length > 2 && one.startsWith(key));
  if (found) return found[1];
  throw unknownWord(
    typed,
    firms.map(([, firm]) => shortFirm(firm)),
  );
}

function nothingFrom(firm: string, { index }: ReadRequest): CapwatchError {
  const said = `The ledger knows no call of ${firm} on that index by then.`;
  return new CapwatchError('not_found', said, { example: `/targets ${indexWord(index)}` });
}

/** `/targets changes since DAY`. */
export async function changesAnswer(
  request: ReadRequest & { readonly since: string },
  call: TargetsCall,
): Promise<Message> {
  const days = daysOf(request.asOf, call.now);
  if (request.since >= days.known) {
    throw new CapwatchError('invalid_input', 'Changes are counted from an earlier day.', {
      example: '/targets changes since 2024-01-01',
    });
  }
  const versions = await versionsOf(call);
  const indexes = request.indexTyped ? [request.index] : INDEXES;
  const series = await pricesByIndex(call, indexes, days);
  const states = (day: string) =>
    callStates(versions, day, (index) => series.get(index)).filter((state) => series.has(state.call.index));
  const view = callChanges({ since: request.since, asOf: days.known }, states(request.since), states(days.known));
  const index = request.indexTyped ? ` ${indexWord(request.index)}` : '';
  const line = `/targets${index} changes since ${request.since} asof ${days.known}`;
  return changesMessage(view, contextOf(line, days));
}

/** `/targets export`: rows of every call known on the day. */
export async function exportAnswer(request: ReadRequest, call: TargetsCall): Promise<Message> {
  const days = daysOf(request.asOf, call.now);
  const known = knownCalls(await versionsOf(call), days.known).filter(
    ({ index }) => !request.indexTyped || index === request.index,
  );
  const index = request.indexTyped ? ` ${indexWord(request.index)}` : '';
  return exportMessage({
    calls: known.length,
    rows: callTable(known),
    asOf: days.known,
    command: `/targets${index} export asof ${days.known}`,
  });
}

/** `/targets survey [NAME]`. */
export async function surveyAnswer(request: ReadRequest, call: TargetsCall): Promise<Message> {
  const { reader, team } = readerOf(call);
  const days = daysOf(request.asOf, call.now);
  const [series, versions] = await Promise.all([reader.listSurveySeries(team), reader.listSurveyReadings(team)]);
  const name = request.name ?? '';
  const wanted = series.filter((one) => isNamed(one, name));
  if (wanted.length === 0 && name !== '')
    throw unknownWord(
      name,
      series.map((one) => one.series),
    );
  const records = wanted.map((one) => ({ series: one, readings: knownReadings(versions, one, days.known) }));
  const context = contextOf(`/targets survey${name === '' ? '' : ` ${name}`} asof ${days.known}`, {
    ...days,
    notes: [],
  });
  const [only, more] = records;
  return only && !more && name !== ''
    ? surveyMessage(only, days.known, context)
    : surveyListMessage(records, days.known, context);
}
