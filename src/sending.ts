/** What goes out by the clock, put together: the store that remembers, the sources it is measured on, the words. */
import { createContent } from '../jobs/all-content.ts';
import { newYorkTime } from './calendar/day.ts';
import { lastCompletedSession, previousSession } from './calendar/nyse.ts';
import type { Capwatch } from './capwatch.ts';
import { contentSources } from './content-sources.ts';
import { type ContentSources, readMorning } from './market/morning-facts.ts';
import type { HomeMarket } from './messages/app-home.ts';
import { homeMarket } from './messages/home-market.ts';
import { morningView } from './metrics/morning.ts';
import type { Sending } from './start.ts';
import type { Store } from './store/store.ts';

/** Summaries and alerts over this Capwatch's markets, remembered in `store`. */
export function sendingOf(capwatch: Capwatch, store: Store): Sending {
  let team: string | undefined;
  const sources = contentSources(capwatch, () => team);
  const joined = (name: string) => {
    team = name;
  };
  return { store, sources, joined, content: createContent(sources), market: (now) => marketAt(sources, now) };
}

/** The last session's figures, for the home tab. */
async function marketAt(sources: ContentSources, now: Temporal.Instant): Promise<HomeMarket> {
  const session = lastCompletedSession(now);
  const facts = await readMorning(sources, { session, today: newYorkTime(now).day });
  return homeMarket(morningView(facts, previousSession(session)));
}
