/** `/smallcaps highs`: records, drawdowns and the way back, on closes and on intraday values, for both series. Pure. */
import { type Claim, claim, type Length, type Trial } from './claims.ts';
import { dayNumber } from './day-number.ts';
import { type Basis, closeFromHigh, drawdown, maxDrawdown, recordFlag, sessionsSinceRecord } from './highs.ts';
import { type Absent, isMeasured, type Measured, type Receipt } from './receipt.ts';
import { measured } from './returns.ts';
import { at, dateAt, type PriceSeries } from './series.ts';
import type { ViewInputs } from './view-inputs.ts';

/** One series on one basis. */
export interface Standing {
  readonly record: Measured<boolean>;
  /** Sessions back to the record before this session. */
  readonly sinceRecord: Measured;
  readonly fromRecord: Measured;
  readonly fromYearHigh: Measured;
  /** The deepest since the 52-week high. */
  readonly deepest: Measured;
  /** Gain that leads back to the record: 1 / (1 + drawdown) − 1. */
  readonly back: Measured;
  /** The record itself, in index points. */
  readonly level: Measured;
}

export interface SeriesHighs {
  readonly series: PriceSeries;
  readonly close: Standing;
  readonly intraday: Standing;
  /** The close against the highest intraday high, as the press often quotes it. */
  readonly closeFromRecordHigh: Measured;
}

export interface HighsView {
  readonly inputs: ViewInputs;
  readonly subject: SeriesHighs;
  readonly benchmark: SeriesHighs;
  /** "First record since …", tried on both bases; undefined when the subject made no record today. */
  readonly first?: Claim;
  readonly numbers: readonly Receipt[];
}

/** Every figure of the view. */
export function highsView(inputs: ViewInputs): HighsView {
  const [subject, benchmark] = [seriesHighs(inputs.subject), seriesHighs(inputs.benchmark)];
  const first = firstRecord(inputs.subject, subject);
  const view = { inputs, subject, benchmark, ...(first && { first }) };
  return { ...view, numbers: measured([...figuresOf(subject), ...figuresOf(benchmark)]) };
}

function seriesHighs(series: PriceSeries): SeriesHighs {
  return {
    series,
    close: standing(series, 'close'),
    intraday: standing(series, 'intraday'),
    closeFromRecordHigh: closeFromHigh(series, 'record'),
  };
}

function standing(series: PriceSeries, basis: Basis): Standing {
  const fromRecord = drawdown(series, 'record', basis);
  return {
    record: recordFlag(series, basis),
    sinceRecord: sessionsSinceRecord(series, basis),
    fromRecord,
    fromYearHigh: drawdown(series, '52w', basis),
    deepest: maxDrawdown(series, '52w', basis),
    back: wayBack(series, basis, fromRecord),
    level: levelOf(series, basis, fromRecord),
  };
}

function recordId(series: PriceSeries, basis: Basis, part: string): string {
  return `${series.symbol}.record.${basis}.${part}`;
}

/** From the last close on both bases: that is where one would buy. */
function wayBack(series: PriceSeries, basis: Basis, fall: Measured): Measured {
  const id = recordId(series, basis, 'back');
  const peak = isMeasured(fall) ? fall.inputs[1] : undefined;
  if (!isMeasured(fall) || !peak) return { id, absent: absence(fall) };
  const last = series.close.length - 1;
  const close = at(series.close, last);
  return {
    ...fall,
    id,
    value: peak.value / close - 1,
    formula: 'record / close − 1',
    inputs: [
      { ...peak, name: 'record' },
      { name: 'close', series: series.symbol, date: dateAt(series, last), value: close },
    ],
  };
}

function levelOf(series: PriceSeries, basis: Basis, fall: Measured): Measured {
  const id = recordId(series, basis, 'level');
  const peak = isMeasured(fall) ? fall.inputs[1] : undefined;
  if (!isMeasured(fall) || !peak) return { id, absent: absence(fall) };
  return { ...fall, id, value: peak.value, unit: 'index', formula: 'record', inputs: [{ ...peak, name: 'record' }] };
}

function absence(figure: Measured): string {
  return 'absent' in figure ? figure.absent : '';
}

/** The session and value a drawdown is counted from: the second input of every such receipt. */
export function peakOf(fall: Measured): { readonly date: string; readonly value: number } | undefined {
  return isMeasured(fall) ? fall.inputs[1] : undefined;
}

/** Waits between records on a basis: each record with the time since the one before. */
function recordWaits(series: PriceSeries, basis: Basis): Length[] {
  const column = basis === 'close' ? series.close : series.high;
  if (!column) return [];
  const waits: Length[] = [];
  let previous = 0;
  for (let index = 1; index < column.length; index++) {
    if (at(column, index) <= at(column, previous)) continue;
    const day = dateAt(series, index);
    waits.push({ day, sessions: index - previous, days: dayNumber(day) - dayNumber(dateAt(series, previous)) });
    previous = index;
  }
  return waits;
}

/** "First record in so long": compared with the waits that ended in every earlier record. */
function firstRecord(series: PriceSeries, { close, intraday }: SeriesHighs): Claim | undefined {
  const made = (figure: Measured<boolean>) => isMeasured(figure) && figure.value;
  if (!made(close.record) && !made(intraday.record)) return undefined;
  const trials: Trial[] = [close, intraday].map((standing, place) => {
    const basis: Basis = place === 0 ? 'close' : 'intraday';
    const waits = recordWaits(series, basis);
    if (!made(standing.record)) return { basis, own: undefined, earlier: waits };
    return { basis, own: waits.at(-1), earlier: waits.slice(0, -1) };
  });
  const own = trials.find((trial) => trial.own)?.own;
  const rival = trials[0]?.earlier.findLast((wait) => own !== undefined && wait.sessions >= own.sessions);
  return claim('first', trials, rival?.day);
}

function figuresOf({ close, intraday, closeFromRecordHigh }: SeriesHighs): Measured<number | boolean>[] {
  return [...Object.values(close), ...Object.values(intraday), closeFromRecordHigh];
}

/** What a view can say nothing about, each reason once. */
export function refusals(figures: readonly Measured<number | boolean>[]): string[] {
  const absent = figures.filter((figure): figure is Absent => !isMeasured(figure));
  return [...new Set(absent.map((figure) => figure.absent))];
}
