/** A source of fed funds futures for tests: a price by contract and day, a failure, or a month it does not list. */
import { monthText } from '../../src/calendar/month.ts';
import { CapwatchError } from '../../src/errors.ts';
import type { ContractBar, ContractProvider, ContractQuery } from '../../src/market/futures.ts';
import { YAHOO } from '../../src/market/yahoo/request.ts';

export interface ContractSource extends ContractProvider {
  /** By month (`2026-12`): its bars. */
  listed: Record<string, readonly ContractBar[]>;
  failure: { readonly month: string; readonly error: Error } | undefined;
  readonly asked: ContractQuery[];
}

export function contractSource(listed: Record<string, readonly ContractBar[]>): ContractSource {
  const source: ContractSource = {
    card: YAHOO,
    listed,
    failure: undefined,
    asked: [],
    async fetchAnswer(query) {
      source.asked.push(query);
      const month = monthText(query.month);
      if (source.failure?.month === month) throw source.failure.error;
      const bars = source.listed[month]?.filter(({ date }) => date >= query.from && date <= query.to);
      if (bars === undefined || bars.length === 0) throw new CapwatchError('not_found', `no ${month}`);
      return { month: query.month, bars };
    },
  };
  return source;
}

/** Bars of one price on each of `days`. */
export function flat(price: number, days: readonly string[], volume = 1000): ContractBar[] {
  return days.map((date) => ({ date, price, volume }));
}
