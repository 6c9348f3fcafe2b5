/** A fed funds desk for tests of `/fedodds`: the desk's data folder or futures made by hand, at a fixed time. */
import type { FedCall } from '../../commands/fedodds.ts';
import { fedOdds } from '../../commands/fedodds.ts';
import type { Day } from '../../src/calendar/day.ts';
import { createLog } from '../../src/log.ts';
import type { FedData, FedMarket } from '../../src/market/fed-market.ts';
import { createFolderFedMarket } from '../../src/market/folder/fedfunds.ts';
import { createFolderMarket } from '../../src/market/folder/folder-market.ts';
import type { Message } from '../../src/messages/message.ts';
import { fedFutures, futuresUpTo, type QuotedContract } from '../../src/metrics/fed-futures.ts';
import { DATA_DIR } from './data-folder.ts';

/** A Sunday evening after the last day of the data folder. */
const AFTER_THE_DATA = Temporal.Instant.from('2026-11-22T22:00:00Z');

/** Answers `/fedodds text` from the real data folder, or with some quotes put in place of its own. */
export function fedDesk(
  replaced: readonly QuotedContract[] = [],
  now = AFTER_THE_DATA,
): (text: string) => Promise<Message> {
  const folder = createFolderFedMarket({ dir: DATA_DIR, sample: false });
  const log = createLog('error', () => {});
  const capwatch: FedCall['capwatch'] = {
    fedMarket: replaced.length === 0 ? folder : withQuotes(folder, replaced),
    market: createFolderMarket({ dir: DATA_DIR, publisher: 'Yahoo Finance', sample: false, log }),
  };
  return (text) => fedOdds(text, { now, capwatch });
}

/** The market with all prices of the quotes' days taken away and the quotes put there. */
export function withQuotes(market: FedMarket, replaced: readonly QuotedContract[]): FedMarket {
  const days = new Set(replaced.map(({ date }) => date));
  return {
    async fedFunds(asOf: Day): Promise<FedData> {
      const data = await market.fedFunds(asOf);
      const kept = quotesOf(data.futures).filter(({ date }) => !days.has(date));
      return { ...data, futures: futuresUpTo(fedFutures([...kept, ...replaced], data.futures.source), asOf) };
    },
  };
}

/** Quotes since autumn 2023, which is all these tests look at. */
function quotesOf({ dates, firstMonth, offset, price }: FedData['futures']): QuotedContract[] {
  return dates.flatMap((date, row) => {
    if (date < '2023-09-18') return [];
    const [begin, end] = [offset[row] ?? 0, offset[row + 1] ?? 0];
    return [...price.subarray(begin, end)].flatMap((value, index) =>
      Number.isNaN(value)
        ? []
        : [{ month: (firstMonth[row] ?? 0) + index, date, price: value, kind: 'last trade' as const }],
    );
  });
}
