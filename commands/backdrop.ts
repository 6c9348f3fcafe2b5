/** `/backdrop [asof DATE] [csv]`: parse → read → measure → write. It posts nothing and catches nothing. */
import { newYorkTime } from '../src/calendar/day.ts';
import type { MacroMarket } from '../src/market/macro-market.ts';
import { backdropMessage } from '../src/messages/backdrop.ts';
import type { Message } from '../src/messages/message.ts';
import { backdrop as backdropOf } from '../src/metrics/backdrop.ts';
import { askedSession } from '../src/questions/as-of.ts';
import { parseBackdropRequest } from '../src/questions/backdrop-request.ts';

/** What `/backdrop` needs of Capwatch. */
export interface BackdropCall {
  readonly now: Temporal.Instant;
  readonly capwatch: { readonly macroMarket: MacroMarket };
}

/** The answer to `/backdrop text`. @throws CapwatchError as its steps do. */
export async function backdrop(text: string, { capwatch, now }: BackdropCall): Promise<Message> {
  const request = parseBackdropRequest(text, newYorkTime(now).day);
  const { session, notes } = askedSession(request.asOf, now, '/backdrop');
  const measured = backdropOf(await capwatch.macroMarket.macro(session));
  const message = backdropMessage(measured, { command: `/backdrop asof ${session}`, notes });
  return request.csv ? { ...message, sendCsv: true } : message;
}
