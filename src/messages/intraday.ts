/** One sentence about the running session, with the chip that says how old it is. Pure. */
import { newYorkTime } from '../calendar/day.ts';
import type { IntradayItem } from '../metrics/intraday.ts';
import { level, percent } from './format.ts';

/** How old the prints are: live, or so many minutes behind. */
export type PrintAge = { readonly kind: 'live' } | { readonly kind: 'delayed'; readonly minutes: number };

/** "*Delayed 15m* intraday 14:32 ET: Russell 2000 1,990.12, +0.34% on the last close; S&P 500 …". */
export function intradayWords(items: readonly IntradayItem[], age: PrintAge): string {
  const oldest = items.map(({ print }) => print.at).sort(Temporal.Instant.compare)[0];
  const time = oldest === undefined ? '' : ` ${newYorkTime(oldest).time} ET`;
  const chip = age.kind === 'live' ? 'Live' : `Delayed ${age.minutes}m`;
  const said = items.map(({ print, price, change }) => `${print.name} ${level(price.value)}, ${percent(change.value)}`);
  return `*${chip}* intraday${time}: ${said.join('; ')} on the last close.`;
}
