/** What the firms that cover an index say together, one figure a firm, one horizon at a time; what is left out is counted. Pure. */
import { type Day, daysBetween } from '../calendar/day.ts';
import { type CallState, isStanding } from './call-status.ts';
import { firmKey } from './calls.ts';
import { horizonDay } from './calls-horizon.ts';
import { callLevel } from './calls-level.ts';
import { isMeasured, type Receipt, type ReceiptInput, type ReceiptSource } from './receipt.ts';
import { at, closeInput, lastSession, type PriceSeries } from './series.ts';
import { ascending, mean, quantile, standardDeviation } from './statistics.ts';

/** A call not renewed for longer is stale: it stands in the table and leaves the consensus. */
export const STALE_AFTER_DAYS = 120;
/** Fewer firms than this are a list, no consensus. */
export const FEWEST_FIRMS = 3;

export type LeftOut = 'stale' | 'past' | 'ended' | 'second-figure' | 'bottom-up' | 'no-price-level';

export interface Consensus {
  /** The horizon all its calls share. */
  readonly horizon: Day;
  /** One per firm, highest level first. */
  readonly states: readonly CallState[];
  readonly n: Receipt<number>;
  readonly mean: Receipt<number>;
  readonly median: Receipt<number>;
  readonly high: Receipt<number>;
  readonly low: Receipt<number>;
  /** Standard deviation of the levels over their mean, a fraction. */
  readonly dispersion: Receipt<number>;
  /** Mean and median level over the as-of close − 1. */
  readonly impliedByMean: Receipt<number>;
  readonly impliedByMedian: Receipt<number>;
  /** Share of the levels above the as-of close. */
  readonly shareAbove: Receipt<number>;
}

export interface ConsensusView {
  readonly asOf: Day;
  /** Horizons with enough firms, nearest first; empty when none has. */
  readonly groups: readonly Consensus[];
  /** Firms with a standing call, and how many different horizons they speak of, stale ones included. */
  readonly firms: number;
  readonly horizons: number;
  /** How many known calls on the index were left out, by reason. */
  readonly leftOut: Readonly<Record<LeftOut, number>>;
  /** Note dates of the oldest and the newest call used. */
  readonly notes?: readonly [Day, Day];
}

interface Usable {
  readonly state: CallState;
  readonly level: Receipt<number>;
}

/**
 * The consensus on `series`' index as of its last session, from the states of that day. `stale: 'kept'` counts notes of
 * any age: a list of what was last said, no consensus, and to be called so. `of` names a part of the street in the ids.
 */
export function consensus(
  states: readonly CallState[],
  series: PriceSeries,
  { stale = 'out', of = '' }: { readonly stale?: 'out' | 'kept'; readonly of?: string } = {},
): ConsensusView {
  const asOf = lastSession(series);
  const own = states.filter(({ call }) => call.index === series.symbol);
  const leftOut: Record<LeftOut, number> = {
    stale: 0,
    past: 0,
    ended: 0,
    'second-figure': 0,
    'bottom-up': 0,
    'no-price-level': 0,
  };
  const usable: Usable[] = [];
  const counted = new Set<string>();
  for (const state of newestFirst(own)) {
    const level = callLevel(state.call, series);
    const reason = whyLeftOut(state, { asOf, measured: isMeasured(level), counted, stale });
    if (reason) leftOut[reason]++;
    else if (isMeasured(level)) usable.push({ state, level });
    if (!reason) counted.add(firmAndHorizon(state));
  }
  const standing = own.filter((state) => isStanding(state, asOf));
  const groups = groupsOf(usable).filter((group) => group.length >= FEWEST_FIRMS);
  const notes = groups
    .flat()
    .map(({ state }) => state.call.noteDate)
    .sort();
  const [oldest, newest] = [notes[0], notes.at(-1)];
  return {
    asOf,
    groups: groups.map((group) => consensusOf(group, series, { stale, of })),
    firms: new Set(standing.map(({ call }) => firmKey(call.firm))).size,
    horizons: new Set(standing.map(({ call }) => horizonDay(call))).size,
    leftOut,
    ...(oldest !== undefined && newest !== undefined && { notes: [oldest, newest] as const }),
  };
}

function newestFirst(states: readonly CallState[]): CallState[] {
  return [...states].sort((a, b) => {
    if (a.call.noteDate !== b.call.noteDate) return a.call.noteDate < b.call.noteDate ? 1 : -1;
    return b.call.call - a.call.call;
  });
}

interface Judged {
  readonly asOf: Day;
  readonly measured: boolean;
  /** Firm and horizon of what is already accepted, all of it newer. */
  readonly counted: ReadonlySet<string>;
  readonly stale: 'out' | 'kept';
}

function whyLeftOut(state: CallState, { asOf, measured, counted, stale }: Judged): LeftOut | undefined {
  const { call, status } = state;
  if (status === 'superseded' || status === 'withdrawn') return 'ended';
  if (!isStanding(state, asOf)) return 'past';
  if (call.view === 'bottom-up') return 'bottom-up';
  if (!measured) return 'no-price-level';
  if (stale === 'out' && daysBetween(call.noteDate, asOf) > STALE_AFTER_DAYS) return 'stale';
  return counted.has(firmAndHorizon(state)) ? 'second-figure' : undefined;
}

function firmAndHorizon({ call }: CallState): string {
  return `${firmKey(call.firm)} ${horizonDay(call)}`;
}

function groupsOf(usable: readonly Usable[]): Usable[][] {
  const groups = Map.groupBy(usable, ({ state }) => horizonDay(state.call));
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function consensusOf(group: readonly Usable[], series: PriceSeries, part: Pick<Part, 'stale' | 'of'>): Consensus {
  const sorted = [...group].sort((a, b) => b.level.value - a.level.value);
  const levels = sorted.map(({ level }) => level.value);
  const horizon = sorted[0] ? horizonDay(sorted[0].state.call) : '';
  const spot = at(series.close, series.dates.length - 1);
  const made = maker(sorted, series, { horizon, ...part });
  const [average, middle] = [mean(levels), quantile(ascending(levels), 0.5)];
  const implied = (part: string, level: number) => {
    const formula = `${part}(level) / close(as-of) − 1`;
    return made({ part: `${part}.implied`, value: level / spot - 1, formula, unit: 'fraction' });
  };
  return {
    horizon,
    states: sorted.map(({ state }) => state),
    n: made({ part: 'n', value: levels.length, formula: 'count(level)', unit: 'count' }),
    mean: made({ part: 'mean', value: average, formula: 'mean(level)', unit: 'index' }),
    median: made({ part: 'median', value: middle, formula: 'median(level)', unit: 'index' }),
    high: made({ part: 'high', value: Math.max(...levels), formula: 'max(level)', unit: 'index' }),
    low: made({ part: 'low', value: Math.min(...levels), formula: 'min(level)', unit: 'index' }),
    dispersion: made({
      part: 'dispersion',
      value: standardDeviation(levels) / average,
      formula: 'deviation(level) / mean(level)',
      unit: 'fraction',
    }),
    impliedByMean: implied('mean', average),
    impliedByMedian: implied('median', middle),
    shareAbove: made({
      part: 'share_above',
      value: levels.filter((level) => level > spot).length / levels.length,
      formula: 'sum(above the close) / count(level)',
      unit: 'fraction',
    }),
  };
}

interface Figure {
  readonly part: string;
  readonly value: number;
  readonly formula: string;
  readonly unit: Receipt['unit'];
}

interface Part {
  readonly horizon: Day;
  readonly stale: 'out' | 'kept';
  readonly of: string;
}

function maker(
  group: readonly Usable[],
  series: PriceSeries,
  { horizon, stale, of }: Part,
): (figure: Figure) => Receipt<number> {
  const last = series.dates.length - 1;
  const close = closeInput(series, last, 'close(as-of)');
  const levels = group.map(({ state: { call }, level }): ReceiptInput => {
    return { name: 'level', series: `${call.firm} note`, date: call.noteDate, value: level.value };
  });
  const above = levels.map((level) => ({
    ...level,
    name: 'above the close',
    value: level.value > close.value ? 1 : 0,
  }));
  const sources = [...group.flatMap(({ level }) => level.sources), series.source].filter(
    (source: ReceiptSource, index, all) => all.findIndex(({ series: name }) => name === source.series) === index,
  );
  return ({ part, value, formula, unit }) => ({
    id: `consensus.${series.symbol}.${horizon}.${stale === 'kept' ? 'any-age.' : ''}${of === '' ? '' : `${of}.`}${part}`,
    value,
    unit,
    asOf: lastSession(series),
    basis: `price levels of one note a firm, ${stale === 'kept' ? 'of any age' : `none older than ${STALE_AFTER_DAYS} days`}`,
    formula,
    inputs: [...levels, ...above, close].filter(({ name }) => formula.includes(name)),
    sources,
  });
}
