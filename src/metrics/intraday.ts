/** The running session at a glance: last prints against the last closes. Pure; it is never a headline and never a close. */
import { type Day, newYorkTime } from '../calendar/day.ts';
import type { Receipt, ReceiptSource } from './receipt.ts';
import { lastSession, type PriceSeries } from './series.ts';

/** A print of the running session; the market's own quote fits. */
export interface Print {
  readonly symbol: string;
  readonly name: string;
  readonly price: number;
  readonly at: Temporal.Instant;
  readonly source: ReceiptSource;
}

export interface IntradayItem {
  readonly print: Print;
  readonly price: Receipt<number>;
  /** On the last close: a fraction. */
  readonly change: Receipt<number>;
}

/** A print and its change on the series' last close; undefined for another symbol or a series without a close. */
export function intradayItem(print: Print, series: PriceSeries): IntradayItem | undefined {
  const close = series.close.at(-1);
  if (close === undefined || series.symbol !== print.symbol) return undefined;
  const day: Day = newYorkTime(print.at).day;
  const last = { name: 'last print', series: print.symbol, date: day, value: print.price };
  const about = { asOf: day, basis: 'intraday, not a close', sources: [print.source] };
  return {
    print,
    price: {
      ...about,
      id: `${print.symbol}.intraday`,
      value: print.price,
      unit: 'index',
      formula: 'last print',
      inputs: [last],
    },
    change: {
      ...about,
      id: `${print.symbol}.intraday.change`,
      value: print.price / close - 1,
      unit: 'fraction',
      formula: 'last print / close − 1',
      inputs: [last, { name: 'close', series: print.symbol, date: lastSession(series), value: close }],
      sources: [print.source, series.source],
    },
  };
}
