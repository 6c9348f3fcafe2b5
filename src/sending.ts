/** What goes out by the clock, put together: the store that remembers, the sources it is measured on, the words. */
import { createContent } from '../jobs/all-content.ts';
import type { Capwatch } from './capwatch.ts';
import { createFolderYields } from './market/folder/yields.ts';
import type { ContentSources } from './market/morning-facts.ts';
import type { Sending } from './start.ts';
import type { Store } from './store/store.ts';

/** Summaries and alerts over this Capwatch's markets, remembered in `store`. */
export function sendingOf(capwatch: Capwatch, store: Store): Sending {
  const { market, fedMarket, config, log } = capwatch;
  const { dataDir: dir } = config;
  const sources: ContentSources = {
    market,
    fedMarket,
    log,
    ...(dir !== undefined && { yields: createFolderYields({ dir, sample: false }) }),
  };
  return { store, sources, content: createContent(sources) };
}
