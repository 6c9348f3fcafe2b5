/** `/smallcaps seasonality`: this calendar month in all years, when the two parted, and what the rest of the year did. Pure. */
import type { Outcomes } from './outcomes.ts';
import { closesBasis, type Pair, pairOf, pairRefusal } from './pair.ts';
import { type Absent, isMeasured, type Measured, type Receipt } from './receipt.ts';
import { measured, returnBasis } from './returns.ts';
import { isSplit, type MonthReturn, monthReturns, restOfYear } from './seasonality.ts';
import { at } from './series.ts';
import type { ViewInputs } from './view-inputs.ts';

/** Split months beside all months of the same sample, for one leg. */
interface Rest {
  readonly split: Outcomes | undefined;
  readonly all: Outcomes | undefined;
}

export interface SeasonalityView {
  readonly inputs: ViewInputs;
  readonly pair: Pair;
  readonly refused?: Absent;
  /** The as-of session's month so far. */
  readonly current?: MonthReturn;
  readonly own: Measured;
  readonly other: Measured;
  /** Earlier years' same month with the subject down and the benchmark up, oldest first. */
  readonly split: readonly MonthReturn[];
  /** Earlier years in which that month is known. */
  readonly years: Measured;
  readonly splitYears: Measured;
  /** Rest of the year after this calendar month; empty in December. */
  readonly subject: Rest;
  readonly benchmark: Rest;
  readonly gap: Rest;
  /** The same over all months January to November, for more cases. */
  readonly everyMonth: Rest;
  readonly numbers: readonly Receipt[];
}

/** Every figure of the view; the month of the as-of session is never its own evidence. */
export function seasonalityView(inputs: ViewInputs): SeasonalityView {
  const pair = pairOf(inputs.subject, inputs.benchmark);
  const id = `${inputs.subject.symbol}-${inputs.benchmark.symbol}.seasonality`;
  const refused = pairRefusal(pair, id);
  const months = refused ? [] : monthReturns(pair);
  const current = months.at(-1);
  const earlier = months.slice(0, -1);
  const same = earlier.filter(({ month }) => month === current?.month);
  const open = earlier.filter(({ month }) => month < 12);
  const name = `seasonality.${inputs.session.slice(5, 7)}`;
  const rest = (leg: 'subject' | 'benchmark' | 'gap'): Rest =>
    current?.month === 12 ? { split: undefined, all: undefined } : restOf(pair, { id: name, months: same, leg });
  const view = {
    inputs,
    pair,
    ...(refused && { refused }),
    ...(current && { current }),
    own: monthFigure(pair, 'subject', current),
    other: monthFigure(pair, 'benchmark', current),
    split: same.filter(isSplit),
    years: countFigure(pair, `${id}.years`, same),
    splitYears: countFigure(pair, `${id}.split`, same.filter(isSplit)),
    subject: rest('subject'),
    benchmark: rest('benchmark'),
    gap: rest('gap'),
    everyMonth: restOf(pair, { id: 'seasonality.every_month', months: open, leg: 'subject' }),
  };
  return { ...view, numbers: numbersOf(view) };
}

function restOf(
  pair: Pair,
  { id, months, leg }: { id: string; months: readonly MonthReturn[]; leg: 'subject' | 'benchmark' | 'gap' },
): Rest {
  return {
    split: restOfYear(pair, { id: `${id}.split`, months: months.filter(isSplit), leg }),
    all: restOfYear(pair, { id: `${id}.all`, months, leg }),
  };
}

/** The month-to-date return of one side. Id `RUT.return.month`. */
function monthFigure(pair: Pair, which: 'subject' | 'benchmark', month: MonthReturn | undefined): Measured {
  const series = pair[which];
  const id = `${series.symbol}.return.month`;
  if (!month) return { id, absent: 'the data hold no whole month' };
  const closes = which === 'subject' ? pair.own : pair.other;
  const input = (name: string, index: number) => ({
    name,
    series: series.symbol,
    date: pair.dates[index] ?? '',
    value: at(closes, index),
  });
  return {
    id,
    value: which === 'subject' ? month.own : month.other,
    unit: 'fraction',
    asOf: month.lastDay,
    basis: returnBasis(series),
    formula: 'close(as-of) / close(base) − 1',
    inputs: [input('close(as-of)', month.end), input('close(base)', month.base)],
    sources: [series.source],
  };
}

/** The gap of the month so far, from its two legs. Id `RUT-GSPC.gap.month`. */
function monthGap({ pair, own, other }: Pick<SeasonalityView, 'pair' | 'own' | 'other'>): Measured {
  const { subject, benchmark } = pair;
  const id = `${subject.symbol}-${benchmark.symbol}.gap.month`;
  if (!isMeasured(own)) return { id, absent: own.absent };
  if (!isMeasured(other)) return { id, absent: other.absent };
  const leg = (series: string, figure: Receipt<number>) => ({
    name: `${series} return`,
    series,
    date: figure.asOf,
    value: figure.value,
  });
  return {
    ...own,
    id,
    value: own.value - other.value,
    basis: closesBasis(pair),
    formula: `${subject.symbol} return − ${benchmark.symbol} return`,
    inputs: [leg(subject.symbol, own), leg(benchmark.symbol, other)],
    sources: pair.sources,
  };
}

function countFigure(pair: Pair, id: string, months: readonly MonthReturn[]): Measured {
  const { subject, benchmark } = pair;
  const first = months[0];
  if (!first) return { id, absent: 'no such month in the data' };
  return {
    id,
    value: months.length,
    unit: 'count',
    asOf: pair.dates.at(-1) ?? '',
    basis: closesBasis(pair),
    formula: 'count(gaps of the month)',
    inputs: months.flatMap(({ lastDay: date, own, other }) => [
      { name: 'gaps of the month', series: `${subject.symbol}-${benchmark.symbol}`, date, value: own - other },
      { name: 'month of the one', series: subject.symbol, date, value: own },
      { name: 'month of the other', series: benchmark.symbol, date, value: other },
    ]),
    sources: pair.sources,
  };
}

function numbersOf(view: Omit<SeasonalityView, 'numbers'>): Receipt[] {
  const rests = [view.subject, view.benchmark, view.gap, view.everyMonth].flatMap(({ split, all }) => [split, all]);
  const figures: Measured[] = [monthGap(view), view.own, view.other, view.years, view.splitYears];
  const outcomes = rests.filter((one): one is Outcomes => one !== undefined).flatMap((one) => Object.values(one));
  return [...measured(figures), ...outcomes];
}
