/** `/smallcaps recovery`: every recovery since the data begin, the last one or the one under way in its place. Pure. */
import { type Claim, claim, type Trial } from './claims.ts';
import type { Basis } from './highs.ts';
import { everyIndex, forwardReturns, HORIZONS, type Outcomes, outcomesOf } from './outcomes.ts';
import { type Absent, isMeasured, type Measured, type Receipt } from './receipt.ts';
import { type Recovery, type RecoveryHistory, recoveryHistory, type UnderWay } from './recoveries.ts';
import {
  countOf,
  type RecoveryFigures,
  rankOf,
  recoveryFigures,
  type UnderWayFigures,
  underWayFigures,
} from './recovery-receipts.ts';
import { measured, returnBasis } from './returns.ts';
import { at, closeInput, lastSession } from './series.ts';
import { refusal, type ViewInputs } from './view-inputs.ts';

/** The last completed recovery on one basis and the company it is ranked in. */
interface Placed {
  readonly recovery: Recovery;
  readonly figures: RecoveryFigures;
  /** Among all completed ones. */
  readonly rank: Measured;
  /** Among those whose low has 52 weeks of data behind it. */
  readonly rankWholeYear: Measured;
  /** The fastest of the others. */
  readonly next?: { readonly recovery: Recovery; readonly figures: RecoveryFigures };
}

export interface BasisView {
  readonly history: RecoveryHistory;
  readonly count: Measured;
  readonly countWholeYear: Measured;
  readonly last?: Placed;
  readonly current?: { readonly underWay: UnderWay; readonly figures: UnderWayFigures };
}

/** What followed the earlier recoveries, beside every session of the same sample. */
export interface After {
  readonly horizon: '3m' | '12m';
  readonly events: Outcomes;
  readonly anyDay: Outcomes;
}

export interface RecoveryView {
  readonly inputs: ViewInputs;
  readonly close: BasisView;
  readonly intraday: BasisView | Absent;
  /** "Fastest of all", tried on both bases, in days and in sessions. */
  readonly fastest: Claim;
  /** Close against the close that completed the last recovery. */
  readonly since?: Measured;
  readonly after: readonly After[];
  /** All completed recoveries on closes, fastest first, with their figures. */
  readonly table: readonly { readonly recovery: Recovery; readonly figures: RecoveryFigures }[];
  /** The same on intraday lows and highs; empty where the source has none. */
  readonly intradayTable: RecoveryView['table'];
  readonly numbers: readonly Receipt[];
}

/** Every figure of the view. */
export function recoveryView(inputs: ViewInputs): RecoveryView {
  const closes = recoveryHistory(inputs.subject, 'close');
  const highs = recoveryHistory(inputs.subject, 'intraday');
  if ('absent' in closes) throw new RangeError(closes.absent);
  const close = basisView(closes);
  const intraday = 'absent' in highs ? highs : basisView(highs);
  const since = sinceHigh(inputs, close);
  const view = {
    inputs,
    close,
    intraday,
    fastest: claim('fastest', trials(close, intraday)),
    ...(since && { since }),
    after: afterEarlier(closes),
    table: byLength(closes),
    intradayTable: 'absent' in highs ? [] : byLength(highs),
  };
  return { ...view, numbers: numbersOf(view) };
}

function basisView(history: RecoveryHistory): BasisView {
  const prefix = `${history.series.symbol}.recovery`;
  const { completed, underWay, basis } = history;
  const whole = completed.filter(({ wholeYear }) => wholeYear);
  const last = completed.at(-1);
  return {
    history,
    count: countOf(history, `${prefix}.${basis}.count`, completed),
    countWholeYear: countOf(history, `${prefix}.${basis}.count.whole_year`, whole),
    ...(last && { last: placed(history, last, whole) }),
    ...(underWay && { current: { underWay, figures: underWayFigures(history, underWay) } }),
  };
}

function placed(history: RecoveryHistory, recovery: Recovery, whole: readonly Recovery[]): Placed {
  const { series, basis, completed } = history;
  const prefix = `${series.symbol}.recovery.last.${basis}`;
  const [fastest] = completed.filter((one) => one !== recovery).toSorted((a, b) => a.days - b.days);
  return {
    recovery,
    figures: recoveryFigures(history, prefix, recovery),
    rank: rankOf(history, { id: `${prefix}.rank`, own: recovery, among: completed }),
    rankWholeYear: rankOf(history, { id: `${prefix}.rank.whole_year`, own: recovery, among: whole }),
    ...(fastest && { next: { recovery: fastest, figures: episodeFigures(history, fastest) } }),
  };
}

/** Figures of one recovery under the day of its low: `RUT.recovery.2014-10-13.close.days`. */
function episodeFigures(history: RecoveryHistory, one: Recovery): RecoveryFigures {
  return recoveryFigures(history, `${history.series.symbol}.recovery.${one.low.day}.${history.basis}`, one);
}

function byLength(history: RecoveryHistory): RecoveryView['table'] {
  const fastestFirst = history.completed.toSorted((a, b) => a.days - b.days);
  return fastestFirst.map((recovery) => ({ recovery, figures: episodeFigures(history, recovery) }));
}

function trials(close: BasisView, intraday: BasisView | Absent): Trial[] {
  const views = 'absent' in intraday ? [close] : [close, intraday];
  return views.map(({ history }) => trial(history.basis, history.completed));
}

function trial(basis: Basis, completed: readonly Recovery[]): Trial {
  const lengths = completed.map(({ low, days, sessions }) => ({ day: low.day, days, sessions }));
  return { basis, own: lengths.at(-1), earlier: lengths.slice(0, -1) };
}

function sinceHigh({ subject }: ViewInputs, { last }: BasisView): Measured | undefined {
  if (!last) return undefined;
  const { high } = last.recovery;
  const id = `${subject.symbol}.recovery.last.close.since`;
  const end = subject.close.length - 1;
  return (
    refusal(subject, id, { from: high.day }) ?? {
      id,
      value: at(subject.close, end) / high.value - 1,
      unit: 'fraction',
      asOf: lastSession(subject),
      basis: 'close',
      formula: 'close(as-of) / close(high) − 1',
      inputs: [closeInput(subject, end, 'close(as-of)'), closeInput(subject, high.index, 'close(high)')],
      sources: [subject.source],
    }
  );
}

/** 3 and 12 months after the recoveries before the one in view; baseline: every session that could have been a high. */
function afterEarlier(history: RecoveryHistory): After[] {
  const { series, completed, underWay, judgedFrom } = history;
  const earlier = underWay ? completed : completed.slice(0, -1);
  if (series.missing.length > 0) return [];
  const days = everyIndex(judgedFrom, series.dates.length);
  const highs = Int32Array.from(earlier, ({ high }) => high.index);
  const sample = {
    series: series.symbol,
    basis: returnBasis(series),
    asOf: lastSession(series),
    sources: [series.source],
  };
  return HORIZONS.flatMap(({ id, sessions }) => {
    if (id !== '3m' && id !== '12m') return [];
    const returns = (starts: Int32Array) => forwardReturns(series.dates, series.close, { starts, sessions });
    const prefix = `${series.symbol}.recovery`;
    const events = outcomesOf({ ...sample, id: `${prefix}.after.${id}`, returns: returns(highs) });
    const anyDay = outcomesOf({ ...sample, id: `${prefix}.any_day.${id}`, returns: returns(days) });
    return events && anyDay ? [{ horizon: id, events, anyDay }] : [];
  });
}

function numbersOf(view: Omit<RecoveryView, 'numbers'>): Receipt[] {
  const bases = 'absent' in view.intraday ? [view.close] : [view.close, view.intraday];
  const figures: Measured[] = [
    ...bases.flatMap(basisNumbers),
    ...(view.since ? [view.since] : []),
    ...view.after.flatMap(({ events, anyDay }) => [...Object.values(events), ...Object.values(anyDay)]),
    ...view.table.flatMap((row) => Object.values(row.figures)),
  ];
  const ids = new Set<string>();
  return measured(figures).filter((figure) => isMeasured(figure) && !ids.has(figure.id) && ids.add(figure.id));
}

function basisNumbers({ count, countWholeYear, last, current }: BasisView): Measured[] {
  return [
    ...(current ? Object.values(current.figures) : []),
    ...(last ? [...Object.values(last.figures), last.rank, last.rankWholeYear] : []),
    ...(last?.next ? Object.values(last.next.figures) : []),
    count,
    countWholeYear,
  ].filter((figure): figure is Measured => figure !== undefined);
}
