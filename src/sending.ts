/** What goes out by the clock, put together: the store that remembers, the sources it is measured on, the words. */
import { createContent } from '../jobs/all-content.ts';
import { newYorkTime } from './calendar/day.ts';
import { lastCompletedSession, previousSession } from './calendar/nyse.ts';
import type { Capwatch } from './capwatch.ts';
import { contentSources } from './content-sources.ts';
import { type ContentSources, readMorning, settled } from './market/morning-facts.ts';
import type { HomeMarket } from './messages/app-home.ts';
import { homeMarket } from './messages/home-market.ts';
import { backdrop } from './metrics/backdrop.ts';
import { callStates } from './metrics/call-status.ts';
import type { CallVersion } from './metrics/calls.ts';
import { morningView } from './metrics/morning.ts';
import type { Sending } from './start.ts';
import { seedReader } from './store/seed/seed-reader.ts';
import type { Store } from './store/store.ts';

/** Summaries and alerts over this Capwatch's markets, remembered in `store`. */
export function sendingOf(capwatch: Capwatch, store: Store): Sending {
  let team: string | undefined;
  const sources = contentSources(capwatch, () => team);
  const joined = (name: string) => {
    team = name;
  };
  const versions = () => versionsOf(capwatch, team);
  const reading = { sources, macroMarket: capwatch.macroMarket, versions };
  return { store, sources, joined, content: createContent(sources), market: (now) => marketAt(reading, now) };
}

/** What the home tab reads: the summary's sources, the backdrop's prints, the ledger's calls. */
export interface HomeReading extends Pick<Capwatch, 'macroMarket'> {
  readonly sources: ContentSources;
  readonly versions: () => Promise<readonly CallVersion[]>;
}

/** The last session's figures, for the home tab; every source is read on its own. */
export async function marketAt(
  { sources, macroMarket, versions }: HomeReading,
  now: Temporal.Instant,
): Promise<HomeMarket> {
  const session = lastCompletedSession(now);
  const { day: today } = newYorkTime(now);
  const [facts, known, macro] = await Promise.all([
    readMorning(sources, { session, today }),
    settled(sources.log, 'Calls', versions),
    settled(sources.log, 'Macro prints', async () => backdrop(await macroMarket.macro(session))),
  ]);
  const subject = facts.prices.ok ? facts.prices.value.subject : undefined;
  const pricesOf = (index: string) => (index === subject?.symbol ? subject : undefined);
  const calls = known.ok
    ? ({ ok: true, value: callStates(known.value, today, pricesOf) } as const)
    : ({ ok: false, why: known.why } as const);
  return homeMarket({ view: morningView(facts, previousSession(session)), calls, macro });
}

/** The calls of the workspace's ledger, of the shipped one where none is kept. */
async function versionsOf({ ledger }: Capwatch, joined: string | undefined): Promise<readonly CallVersion[]> {
  const team = joined ?? ledger?.team;
  if (ledger && team !== undefined) return ledger.reader.listCallVersions(team);
  return seedReader().listCallVersions('seed');
}
