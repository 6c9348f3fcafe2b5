/** Pictures of calls: levels against the close, what was said against what was, and one firm's revisions. Pure. */
import { type Day, daysBetween } from '../calendar/day.ts';
import { closeTime } from '../calendar/nyse.ts';
import { level, percent, plain, sessionDate, shortDate } from '../messages/format.ts';
import type { CallScore } from '../metrics/call-scores.ts';
import type { CallState } from '../metrics/call-status.ts';
import type { CallVersion } from '../metrics/calls.ts';
import { horizonDay } from '../metrics/calls-horizon.ts';
import { callLevel } from '../metrics/calls-level.ts';
import type { Consensus } from '../metrics/consensus.ts';
import { isMeasured } from '../metrics/receipt.ts';
import { at, indexAt, lastSession, type PriceSeries } from '../metrics/series.ts';
import type { ChartHead, RevisionsSpec, TargetLine, TargetsSpec } from './spec.ts';

const MOST_STEMS = 8;
const MOST_HORIZONS = 3;
/** How a firm is called under its stem; handed in, since the short names belong to the messages. */
export type FirmWords = (firm: string) => string;

function head(series: PriceSeries): Pick<ChartHead, 'source' | 'asOf' | 'sample'> {
  const day = lastSession(series);
  const { publisher, sample } = series.source;
  return { source: `call ledger, ${publisher}`, asOf: `${sessionDate(day)}, ${closeTime(day)} ET`, sample };
}

/** One horizon's levels against the close, with their median; the highest eight where there are more. */
export function consensusChart(group: Consensus, series: PriceSeries, firm: FirmWords): TargetsSpec {
  const spot = at(series.close, series.dates.length - 1);
  const shown = group.states.slice(0, MOST_STEMS);
  const stems = shown.flatMap(({ call }) => {
    const figure = callLevel(call, series);
    if (!isMeasured(figure)) return [];
    return [
      { label: fitted(firm(call.firm), shown.length), from: spot, to: figure.value, toLabel: plain(figure.value) },
    ];
  });
  const told = stems.map(({ label, toLabel }) => `${label} ${toLabel}`).join(', ');
  const median = group.median.value;
  return {
    kind: 'targets',
    ...head(series),
    title: `Median of ${group.n.value} firms ${percent(group.impliedByMedian.value)} from here`,
    subtitle: `${series.name} targets for ${shortDate(group.horizon)} ${group.horizon.slice(0, 4)}, index points`,
    alt: `Lollipop of targets, index points. ${told}. Median ${plain(median)}, close ${level(spot)}.`.slice(0, 400),
    unit: 'index',
    stems,
    bothEnds: false,
    levels: [
      { value: spot, label: `Close\n${plain(spot)}`, role: 'spot' },
      { value: median, label: `Median\n${plain(median)}`, role: 'median' },
    ],
  };
}

interface OpenCalls {
  readonly states: readonly CallState[];
  readonly series: PriceSeries;
  readonly firm: FirmWords;
}

/** Every open call's level against the close, without a median: for an index with too few firms. Undefined without a level. */
export function callsChart({ states, series, firm }: OpenCalls): TargetsSpec | undefined {
  const spot = at(series.close, series.dates.length - 1);
  const shown = states
    .flatMap(({ call }) => {
      const figure = callLevel(call, series);
      return isMeasured(figure) ? [{ call, value: figure.value }] : [];
    })
    .sort((a, b) => b.value - a.value)
    .slice(0, MOST_STEMS);
  const [highest] = shown;
  if (!highest) return undefined;
  const stems = shown.map(({ call, value }) => ({
    label: `${fitted(firm(call.firm), shown.length)}\n${statedShort(call)}`,
    from: spot,
    to: value,
    toLabel: plain(value),
  }));
  const told = shown.map(({ call, value }) => `${firm(call.firm)} ${statedShort(call)} at ${plain(value)}`).join(', ');
  return {
    kind: 'targets',
    ...head(series),
    title: `${firm(highest.call.firm).slice(0, 16)} highest, ${percent(highest.value / spot - 1)} from here`,
    subtitle: `${series.name} calls against the close, index points`,
    alt: `Lollipop of calls, index points. ${told}. Close ${level(spot)}.`.slice(0, 400),
    unit: 'index',
    stems,
    bothEnds: false,
    levels: [{ value: spot, label: `Close\n${plain(spot)}`, role: 'spot' }],
  };
}

/** "+15%", "3,000": what the note states, under its firm. */
function statedShort({ value }: CallVersion): string {
  return value.kind === 'level' ? plain(value.level) : percent(value.fraction).replace(/\.?0+%$/, '%');
}

/** What calls said and what came, newest eight; undefined without a score. */
export function scoreChart(
  scores: readonly CallScore[],
  series: PriceSeries,
  label: (score: CallScore) => string,
): TargetsSpec | undefined {
  const latest = [...scores].sort((a, b) => (a.state.due < b.state.due ? 1 : -1)).slice(0, MOST_STEMS);
  const shown = scores.filter((score) => latest.includes(score));
  if (shown.length === 0) return undefined;
  const high = scores.filter(({ miss }) => miss.value < 0).length;
  const stems = shown.map((score) => ({
    label: stemLabel(label(score), shown.length),
    from: score.was.value,
    to: score.said.value,
    toLabel: percent(score.said.value),
  }));
  const told = shown.map(
    (score) => `${label(score)} said ${percent(score.said.value)}, was ${percent(score.was.value)}`,
  );
  return {
    kind: 'targets',
    ...head(series),
    title: `${high} of ${scores.length} calls above the outcome`,
    subtitle: `${series.name}: said (large dot) and was (small dot), return`,
    alt: `Lollipop, returns at each call’s horizon. ${told.join('; ')}.`.slice(0, 400),
    unit: 'fraction',
    stems,
    bothEnds: true,
    levels: [],
  };
}

/** Characters that fit under one of `count` stems. */
function fitted(name: string, count: number): string {
  const room = Math.max(6, Math.min(14, Math.floor(60 / count)));
  return name.length <= room ? name : `${name.slice(0, room - 1)}…`;
}

/** "Goldman Jan 24" on two lines: who, and when or what. */
function stemLabel(label: string, count: number): string {
  const [, name = label, rest = ''] = /^(.*?) ((?:\d+M |YE\d\d |H2 )?\S+(?: \d\d)?)$/.exec(label) ?? [];
  return rest === '' ? fitted(name, count) : `${fitted(name, count)}\n${rest}`;
}

interface Revisions {
  readonly states: readonly CallState[];
  readonly series: PriceSeries;
  /** As a reader knows it. */
  readonly firm: string;
}

/** A firm's targets on one index, a stepped line a horizon, from its first note; undefined with fewer than two notes. */
export function revisionsChart({ states, series, firm }: Revisions): RevisionsSpec | undefined {
  const asOf = lastSession(series);
  const own = states
    .filter(({ call }) => call.index === series.symbol && call.variant === '' && call.view === 'strategist')
    .filter(({ status }) => status !== 'withdrawn')
    .sort((a, b) => (a.call.noteDate < b.call.noteDate ? -1 : 1));
  const byHorizon = Map.groupBy(own, ({ call }) => horizonDay(call));
  const groups = [...byHorizon].sort(([a], [b]) => (a < b ? -1 : 1)).slice(-MOST_HORIZONS);
  const first = groups.flatMap(([, group]) => group.map(({ call }) => call.noteDate)).sort()[0];
  if (first === undefined || groups.flatMap(([, group]) => group).length < 2 || daysBetween(first, asOf) < 30)
    return undefined;
  const start = Math.max(0, indexAt(series.dates, first) - 5);
  const dates = series.dates.slice(start);
  const lines = groups
    .map(([horizon, group]) => targetLine(group, { dates, horizon, series }))
    .filter((line) => line !== undefined);
  const last = lines.at(-1);
  if (!last) return undefined;
  const close = [...series.close.subarray(start)];
  const now = level(at(series.close, series.dates.length - 1));
  return {
    kind: 'revisions',
    ...head(series),
    title: `${firm}: ${last.label.split('\n').reverse().join(' ').replace('For', 'for')}`.slice(0, 50),
    subtitle: `${firm.slice(0, 24)} targets by horizon and ${series.name}, index points`,
    alt: `Stepped lines of ${firm} targets, ${dates[0]} to ${asOf}, index points. ${lines.map(({ label }) => label.replace('\n', ' ')).join('; ')}. ${series.name} ${now}.`.slice(
      0,
      400,
    ),
    dates,
    close: { name: series.name, role: 'benchmark', values: close, endLabel: now },
    targets: lines,
  };
}

interface Axis {
  readonly dates: readonly Day[];
  readonly horizon: Day;
  readonly series: PriceSeries;
}

function targetLine(group: readonly CallState[], { dates, horizon, series }: Axis): TargetLine | undefined {
  const steps = group.flatMap(({ call }) => {
    const figure = callLevel(call, series);
    return isMeasured(figure) ? [{ from: call.noteDate, value: figure.value }] : [];
  });
  const last = steps.at(-1);
  if (!last) return undefined;
  const values = dates.map((day) => {
    if (day > horizon) return null;
    return steps.findLast(({ from }) => from <= day)?.value ?? null;
  });
  if (values.every((value) => value === null)) return undefined;
  return { label: `For ${horizon.slice(0, 4)}\n${plain(last.value)}`, values };
}
