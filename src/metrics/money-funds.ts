/** Cash in money market funds against its own past and against the market's value: S19. Pure; a record of a nominal sum says little. */
import { addDays, type Day } from '../calendar/day.ts';
import type { MacroPoint, MacroPrint } from './backdrop.ts';
import type { Measured, ReceiptInput, ReceiptSource } from './receipt.ts';

/** Market value of the S&P 500 in billions of dollars, where a desk has it. */
export interface MarketValue extends MacroPoint {
  readonly source: ReceiptSource;
}

export interface MoneyFundFigures {
  /** Billions of dollars in four weeks. */
  readonly change: Measured<number>;
  /** Place among the weeks held: 1 is the highest. Fractions. */
  readonly percentile: Measured<number>;
  /** Share of the S&P 500's market value. */
  readonly share: Measured<number>;
}

const FOUR_WEEKS = 28;
const BASIS = 'billion dollars, nominal, weekly';

/** S19 from weekly totals as known on `asOf`; `value` is left out where no market value is stored. */
export function moneyFundFigures(print: MacroPrint, asOf: Day, value?: MarketValue): MoneyFundFigures {
  const about = { asOf, sources: [print.source] };
  const latest = input('latest', print);
  const base = print.history.find(({ period }) => period === addDays(print.period, -FOUR_WEEKS));
  const totals = print.history.map((point) => input('totals', point));
  const atMost = print.history.filter((point) => point.value <= print.value).length;
  return {
    change:
      base === undefined
        ? { id: 'macro.MMF.change_4w', absent: `no total for the week to ${addDays(print.period, -FOUR_WEEKS)}` }
        : {
            ...about,
            id: 'macro.MMF.change_4w',
            value: print.value - base.value,
            unit: 'count',
            basis: BASIS,
            formula: 'latest − base',
            inputs: [latest, input('base', base)],
          },
    percentile: {
      ...about,
      id: 'macro.MMF.percentile',
      value: atMost / totals.length,
      unit: 'fraction',
      basis: `${BASIS}; share of the ${totals.length} weeks held that were no higher`,
      formula: `1 − share(totals > ${print.value})`,
      inputs: totals,
    },
    share: shareOf(print, asOf, value),
  };
}

function shareOf(print: MacroPrint, asOf: Day, value: MarketValue | undefined): Measured<number> {
  const id = 'macro.MMF.share_of_sp500';
  if (value === undefined) return { id, absent: 'no S&P 500 market value stored' };
  return {
    id,
    value: print.value / value.value,
    unit: 'fraction',
    asOf,
    basis: 'money funds / market value of the S&P 500, billion dollars each',
    formula: 'latest / market value',
    inputs: [input('latest', print), { ...input('market value', value), series: 'S&P 500' }],
    sources: [print.source, value.source],
  };
}

function input(name: string, { period, value }: MacroPoint): ReceiptInput {
  return { name, series: 'MMF', date: period, value };
}
