/** Morning facts for tests: the desk's data folder, with settlements put in place of last trades where a golden has them. */

import { monthOf } from '../../src/calendar/month.ts';
import { nextSession, previousSession } from '../../src/calendar/nyse.ts';
import { createLog } from '../../src/log.ts';
import { createFolderFedMarket } from '../../src/market/folder/fedfunds.ts';
import { createFolderMarket } from '../../src/market/folder/folder-market.ts';
import { createFolderYields } from '../../src/market/folder/yields.ts';
import { type ContentSources, factsAt, readMorning } from '../../src/market/morning-facts.ts';
import type { QuotedContract } from '../../src/metrics/fed-futures.ts';
import { type MorningFacts, type MorningView, morningView } from '../../src/metrics/morning.ts';
import { DATA_DIR } from './data-folder.ts';
import { withQuotes } from './fed-desk.ts';

/**
 * Settlements that give the published odds: 22 Jan and 22 Dec as golden/article.md implies them, 19 Jan made so that a
 * cut by March is 47.1% as published.
 */
export const JANUARY_SETTLEMENTS: readonly QuotedContract[] = [
  ...settled('2024-01-22', { '2024-01': 94.67, '2024-02': 94.675, '2024-04': 94.78 }),
  ...settled('2024-01-19', { '2024-01': 94.67, '2024-02': 94.675, '2024-04': 94.78995 }),
  ...settled('2023-12-22', { '2024-01': 94.67, '2024-02': 94.705, '2024-04': 94.92 }),
];

function settled(date: string, prices: Record<string, number>): QuotedContract[] {
  return Object.entries(prices).map(([month, price]) => ({
    month: monthOf(`${month}-01`),
    date,
    price,
    kind: 'settlement',
  }));
}

/** Sources of the data folder, futures days replaced where quotes are given. */
export function folderSources(quotes: readonly QuotedContract[] = []): ContentSources {
  const fedMarket = createFolderFedMarket({ dir: DATA_DIR, sample: false });
  const log = createLog('error', () => undefined);
  return {
    market: createFolderMarket({ dir: DATA_DIR, publisher: 'Yahoo Finance', sample: false, log }),
    fedMarket: quotes.length === 0 ? fedMarket : withQuotes(fedMarket, quotes),
    yields: createFolderYields({ dir: DATA_DIR, sample: false }),
    calls: () => Promise.resolve(() => ({ ok: true, value: [] })),
    log,
  };
}

/** The facts of `session` as read on the next session's morning. */
export function factsOf(session: string, sources: ContentSources = folderSources()): Promise<MorningFacts> {
  return readMorning(sources, { session, today: nextSession(session) });
}

/** The view of a channel that saw the summary of the session before. */
export function viewOf(facts: MorningFacts, since = previousSession(facts.session)): MorningView {
  return morningView(facts, since);
}

/** What the summary of the session before looked like. */
export function viewBefore(facts: MorningFacts): MorningView | undefined {
  const session = previousSession(facts.session);
  const before = factsAt(facts, session);
  return before && morningView(before, previousSession(session));
}
