/** Puts a Capwatch on Slack: the same start for `npm start` and for the local workspace. */
import { registerCommands, type Sent } from '../commands/slack.ts';
import { type RunningClock, startClock } from '../jobs/clock.ts';
import type { Content } from '../jobs/content.ts';
import { scheduleJobs } from '../jobs/index.ts';
import { scheduledMeetings } from './calendar/fomc.ts';
import { BUNDLED_MEETINGS } from './calendar/fomc-seed.ts';
import type { Capwatch } from './capwatch.ts';
import type { ContentSources } from './market/morning-facts.ts';
import type { HomeMarket } from './messages/app-home.ts';
import { createSlackApp, type SlackApp } from './slack/app.ts';
import { realWait } from './slack/wait.ts';
import type { Store } from './store/store.ts';

export interface Running {
  /** Takes nothing new, lets what is under way finish, then closes everything. */
  stop(): Promise<void>;
}

/** What goes out by the clock: where it is remembered, and what it says. */
export interface Sending {
  readonly store: Store;
  readonly content: Content;
  /** What a new alert is measured on. */
  readonly sources: ContentSources;
  /** Told the workspace once it is known: whose ledger the summaries speak of. */
  readonly joined?: (team: string) => void;
  /** The market in six lines, for the home tab. */
  readonly market?: (now: Temporal.Instant) => Promise<HomeMarket | undefined>;
}

/**
 * Connects, and resolves when Slack can reach the commands.
 * @throws CapwatchError `not_configured` naming the token that Slack refused, or `unreachable`.
 */
export async function startOnSlack(
  capwatch: Capwatch,
  tokens: { readonly botToken: string; readonly appToken: string },
  sending?: Sending,
): Promise<Running> {
  const { log, config } = capwatch;
  const { apiUrl } = config.slack;
  const app = await createSlackApp({ ...tokens, log, ...(apiUrl !== undefined && { apiUrl }) });
  await capwatch.ledger?.store?.plantSeed(app.team, capwatch.clock());
  sending?.joined?.(app.team);
  const clock = sending && (await clockOf(app, capwatch, sending));
  registerCommands(app, capwatch, clock && sending && sentOf(clock, sending));
  await app.start();
  const jobs = scheduleJobs(capwatch);
  log.info('ready', { team: app.team, data: capwatch.dataSource, sample: capwatch.market.sample });
  return {
    async stop() {
      await jobs.stop();
      await Promise.all([app.stop(), clock?.stop()]);
      await capwatch.close();
    },
  };
}

function clockOf(app: SlackApp, capwatch: Capwatch, { store, content }: Sending): Promise<RunningClock> {
  const { log, clock, draw } = capwatch;
  const { team, slack } = app;
  const meetings = scheduledMeetings(BUNDLED_MEETINGS).map(({ date }) => date);
  const elapsedMs = () => performance.now();
  const sent = { team, store: store.clock, content, slack, draw, wait: realWait, log, clock, elapsedMs, meetings };
  return startClock(sent);
}

function sentOf({ desk, preview }: RunningClock, { store, sources, market }: Sending): Sent {
  const { meetings } = desk;
  return {
    subscriptions: { store: store.clock, meetings, preview, ...(market && { market }) },
    alerts: { store: store.clock, sources },
    drafts: store,
  };
}
