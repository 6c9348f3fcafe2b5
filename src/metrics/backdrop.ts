/** The macro backdrop of a day: last prints, their changes and what they are now, each with its receipt. Pure; it sees no later print. */
import type { Day } from '../calendar/day.ts';
import type { Absent, Measured, Receipt, ReceiptInput, ReceiptSource, Unit } from './receipt.ts';
import { isMeasured } from './receipt.ts';

/**
 * Claims and their 4-week mean, permits, retail sales, real consumption, real GDP, nowcast, unemployment, two- and ten-year
 * yield, money market funds by week (ICI) and by month (OFR).
 */
export const MACRO_IDS = [
  'ICSA',
  'IC4WSA',
  'PERMIT',
  'RSAFS',
  'PCEC96',
  'GDPC1',
  'GDPNOW',
  'UNRATE',
  'DGS2',
  'DGS10',
  'MMF',
  'MMF_MONTH',
] as const;
export type MacroId = (typeof MACRO_IDS)[number];

/** Shown where they are known; a backdrop without them is whole. */
const BESIDE: ReadonlySet<MacroId> = new Set(['IC4WSA', 'PCEC96', 'GDPC1', 'MMF_MONTH']);

export interface MacroPoint {
  /** The day that names the period: first of a month or quarter, the end of a week, the day itself. */
  readonly period: Day;
  readonly value: number;
}

/** One value as known that day, with what it was compared with then; in the publisher's unit. */
export interface MacroPrint extends MacroPoint {
  readonly id: MacroId;
  /** Day of the first print; absent where the value is the vintage of the day and its release is not known. */
  readonly released?: Day;
  /** What it was compared with, as known that day: the period before, or the estimate before. */
  readonly previous?: MacroPoint;
  /** Fraction on the period before, where the publisher's sentence is all there is. */
  readonly statedChange?: number;
  /** The last lower value before, as the publisher tells it. */
  readonly lowestSince?: MacroPoint;
  /** The highest value known that day, this one included. */
  readonly record?: MacroPoint;
  /** The later period that should have been out by then: this print is stale, and no headline. */
  readonly overdue?: Day;
  /** No calendar lists the day of its next release. */
  readonly nextUnknown?: boolean;
  /** Of the latest vintage: its period was out that day, this value perhaps not yet. */
  readonly isRevised?: true;
  /** Values known that day, ascending, this one last. */
  readonly history: readonly MacroPoint[];
  readonly source: ReceiptSource;
}

/** The same period in the latest vintage: what nobody knew that day. */
export interface MacroRevision extends MacroPoint {
  readonly id: MacroId;
  readonly previous?: MacroPoint;
  /** Values of the latest vintage up to this period, ascending; absent where none is read. */
  readonly latestHistory?: readonly MacroPoint[];
  readonly source: ReceiptSource;
}

export interface MacroKnown {
  readonly asOf: Day;
  readonly prints: readonly MacroPrint[];
  readonly revisions: readonly MacroRevision[];
  /** Series without a print known that day, as the latest vintage has the period that was out by then. */
  readonly revisedOnly?: readonly MacroPrint[];
  /** Why a series without a print has none: "no first print stored". */
  readonly lacking: string;
  /** Market value of the S&P 500 in billions of dollars, where a desk stores it. */
  readonly marketValue?: MacroPoint & { readonly source: ReceiptSource };
}

export interface BackdropItem {
  readonly print: MacroPrint;
  readonly latest: Receipt<number>;
  /** What it was compared with, as known that day. */
  readonly previous?: Receipt<number>;
  readonly change: Measured<number>;
  readonly now?: { readonly value: Receipt<number>; readonly change: Measured<number> };
}

export interface Backdrop {
  readonly asOf: Day;
  /** In the order of MACRO_IDS; what has no print that day is in `absent`. */
  readonly items: readonly BackdropItem[];
  readonly absent: readonly MacroId[];
  readonly lacking: string;
  readonly numbers: readonly Receipt[];
}

interface Measure {
  readonly unit: Unit;
  readonly changeUnit: Unit;
  readonly changeFormula: string;
}

const LEVEL: Measure = { unit: 'count', changeUnit: 'count', changeFormula: 'latest − previous' };
const GROWTH: Measure = { unit: 'count', changeUnit: 'fraction', changeFormula: 'latest / previous − 1' };
const RATE: Measure = { unit: 'percent', changeUnit: 'bp', changeFormula: '(latest − previous) × 100' };
const ESTIMATE: Measure = { unit: 'percent', changeUnit: 'percent', changeFormula: 'latest − previous' };

/** A quarter's growth four times over: the annual rate. */
const ANNUAL: Measure = {
  ...GROWTH,
  changeFormula: 'latest / previous × latest / previous × latest / previous × latest / previous − 1',
};

const MEASURES: Readonly<Record<MacroId, Measure>> = {
  ICSA: LEVEL,
  IC4WSA: LEVEL,
  PERMIT: GROWTH,
  RSAFS: GROWTH,
  PCEC96: GROWTH,
  GDPC1: ANNUAL,
  GDPNOW: ESTIMATE,
  UNRATE: ESTIMATE,
  DGS2: RATE,
  DGS10: RATE,
  MMF: { ...LEVEL, changeFormula: 'latest − record' },
  MMF_MONTH: LEVEL,
};

/** Unit of the publisher, for the receipt: "thousand units, annual rate". */
const BASES: Readonly<Record<MacroId, string>> = {
  ICSA: 'initial claims in the week, seasonally adjusted',
  IC4WSA: 'mean of four weeks of initial claims, seasonally adjusted',
  PERMIT: 'thousand units, annual rate, seasonally adjusted',
  RSAFS: 'million dollars in the month, seasonally adjusted, nominal',
  PCEC96: 'billion 2017 dollars, annual rate, seasonally adjusted, real',
  GDPC1: 'billion 2017 dollars, annual rate, seasonally adjusted, real; change as annual rate',
  GDPNOW: 'per cent, annual rate, nowcast',
  UNRATE: 'per cent of the labor force, seasonally adjusted',
  DGS2: 'per cent per annum, par yield',
  DGS10: 'per cent per annum, par yield',
  MMF: 'billion dollars, nominal, not scaled to market value',
  MMF_MONTH: 'billion dollars at the end of the month, nominal, not scaled to market value',
};

/** Figures of everything printed by `known.asOf`. Claims as counts, money in billions of dollars, rates in per cent. */
export function backdrop({ asOf, prints, revisions, lacking }: MacroKnown): Backdrop {
  const items = MACRO_IDS.flatMap((id): BackdropItem[] => {
    const print = prints.find((one) => one.id === id);
    if (print === undefined) return [];
    const revision = revisions.find((one) => one.id === id && one.period === print.period && one.value !== print.value);
    return [item(print, revision, asOf)];
  });
  return {
    asOf,
    items,
    lacking,
    absent: MACRO_IDS.filter((id) => !BESIDE.has(id) && !items.some(({ print }) => standsFor(print.id, id))),
    numbers: items.flatMap(({ latest, previous, change, now }) => [
      latest,
      ...(previous ? [previous] : []),
      ...[change, ...(now ? [now.value, now.change] : [])].filter(isMeasured),
    ]),
  };
}

/** A month's total of money funds stands for the week's where only that is known. */
function standsFor(held: MacroId, id: MacroId): boolean {
  return held === id || (id === 'MMF' && held === 'MMF_MONTH');
}

function item(print: MacroPrint, revision: MacroRevision | undefined, asOf: Day): BackdropItem {
  const about = { id: `macro.${print.id}` };
  return {
    print,
    latest: valueReceipt(`${about.id}.latest`, print, asOf),
    ...(print.previous && { previous: valueReceipt(`${about.id}.previous`, { ...print, ...print.previous }, asOf) }),
    change: changeReceipt(`${about.id}.change`, print, asOf),
    ...(revision && {
      now: {
        value: valueReceipt(`${about.id}.now`, revision, asOf),
        change: changeReceipt(`${about.id}.now.change`, revision, asOf),
      },
    }),
  };
}

function valueReceipt(id: string, point: MacroPrint | MacroRevision, asOf: Day): Receipt<number> {
  return {
    id,
    value: point.value,
    unit: MEASURES[point.id].unit,
    asOf,
    basis: `${BASES[point.id]}, ${vintage(point)}`,
    formula: 'latest',
    inputs: [input('latest', point.id, point)],
    sources: [point.source],
  };
}

/** "first print of 2024-01-18", "as known that day", or "latest vintage, not known that day". */
function vintage(point: MacroPrint | MacroRevision): string {
  if (!('history' in point) || point.isRevised) return 'latest vintage, not known that day';
  return point.overdue === undefined ? known(point) : `${known(point)}; stale, ${point.overdue} should be out`;
}

function known({ id, released }: MacroPrint): string {
  if (id === 'MMF_MONTH') return 'as published now, of a month that was out that day';
  return released !== undefined ? `first print of ${released}` : 'as known that day';
}

function changeReceipt(id: string, point: MacroPrint | MacroRevision, asOf: Day): Measured<number> {
  const { changeUnit, changeFormula } = MEASURES[point.id];
  const about = { id, unit: changeUnit, asOf, sources: [point.source] };
  const stated = 'statedChange' in point ? point.statedChange : undefined;
  const against = point.id === 'MMF' && 'record' in point ? point.record : point.previous;
  if (against !== undefined) {
    const name = point.id === 'MMF' ? 'record' : 'previous';
    const inputs = [input('latest', point.id, point), input(name, point.id, against)];
    const value = change(point.id, point.value, against.value);
    return { ...about, value, basis: `${BASES[point.id]}, ${vintage(point)}`, formula: changeFormula, inputs };
  }
  if (stated === undefined) return absentChange(id, point);
  const inputs = [input('change', point.id, { period: point.period, value: stated })];
  return {
    ...about,
    value: stated,
    basis: 'on the period before, as the publisher states it',
    formula: 'change',
    inputs,
  };
}

function change(id: MacroId, latest: number, other: number): number {
  const { changeUnit } = MEASURES[id];
  if (id === 'GDPC1') return (latest / other) ** 4 - 1;
  if (changeUnit === 'fraction') return latest / other - 1;
  return changeUnit === 'bp' ? (latest - other) * 100 : latest - other;
}

function absentChange(id: string, { period }: MacroPoint): Absent {
  return { id, absent: `nothing known to compare ${period} with` };
}

function input(name: string, series: string, { period, value }: MacroPoint): ReceiptInput {
  return { name, series, date: period, value };
}
