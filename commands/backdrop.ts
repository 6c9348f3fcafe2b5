/** `/backdrop [thesis] [asof DATE] [csv]`: parse → read → measure → write. It posts nothing and catches nothing but absence. */
import { type Day, newYorkTime } from '../src/calendar/day.ts';
import { CapwatchError } from '../src/errors.ts';
import type { FedMarket } from '../src/market/fed-market.ts';
import type { MacroMarket } from '../src/market/macro-market.ts';
import type { Market } from '../src/market/market.ts';
import { readSmallCaps } from '../src/market/small-caps.ts';
import { backdropMessage } from '../src/messages/backdrop.ts';
import type { Message } from '../src/messages/message.ts';
import { thesisMessage } from '../src/messages/thesis.ts';
import { backdrop as backdropOf } from '../src/metrics/backdrop.ts';
import { futuresDayAt } from '../src/metrics/fed-futures.ts';
import { fedOdds } from '../src/metrics/fed-odds.ts';
import { type ThesisBoard, type ThesisInputs, thesisBoard } from '../src/metrics/thesis.ts';
import { askedSession } from '../src/questions/as-of.ts';
import { parseBackdropRequest } from '../src/questions/backdrop-request.ts';

interface Markets {
  readonly macroMarket: MacroMarket;
  readonly fedMarket: FedMarket;
  readonly market: Market;
}

/** What `/backdrop` needs of Capwatch. */
export interface BackdropCall {
  readonly now: Temporal.Instant;
  readonly capwatch: Markets;
}

/** The answer to `/backdrop text`. @throws CapwatchError as its steps do. */
export async function backdrop(text: string, { capwatch, now }: BackdropCall): Promise<Message> {
  const request = parseBackdropRequest(text, newYorkTime(now).day);
  const { session, notes } = askedSession(request.asOf, now, '/backdrop');
  const message = request.thesis
    ? thesisMessage(await readBoard(capwatch, session), { command: `/backdrop thesis asof ${session}`, notes })
    : backdropMessage(backdropOf(await capwatch.macroMarket.macro(session)), {
        command: `/backdrop asof ${session}`,
        notes,
      });
  return request.csv ? { ...message, sendCsv: true } : message;
}

/** Each pillar is read by itself; one without data is on the board with the reason. */
async function readBoard({ macroMarket, fedMarket, market }: Markets, asOf: Day): Promise<ThesisBoard> {
  const [macro, fed, prices] = await Promise.all([
    unlessLacking(macroMarket.macro(asOf)),
    unlessLacking(fedMarket.fedFunds(asOf)),
    unlessLacking(readSmallCaps(market, 'GSPC', asOf)),
  ]);
  const futures = fed && futuresDayAt(fed.futures, asOf);
  const odds = fed && futures && fedOdds(fed.calendar, futures);
  const inputs: ThesisInputs = {
    asOf,
    ...(macro && { backdrop: backdropOf(macro) }),
    ...(macro?.marketValue && { marketValue: macro.marketValue }),
    ...(odds && { odds }),
    ...(fed?.effr && { effr: fed.effr }),
    ...(prices && { prices }),
  };
  return thesisBoard(inputs);
}

async function unlessLacking<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof CapwatchError) return undefined;
    throw error;
  }
}
