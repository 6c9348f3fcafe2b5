/** Puts a Capwatch on Slack: the same start for `npm start` and for the local workspace. */
import type { HomeDesk } from '../commands/app-home.ts';
import { registerCommands } from '../commands/slack.ts';
import { type RunningClock, startClock } from '../jobs/clock.ts';
import type { Content } from '../jobs/content.ts';
import type { DeskOptions } from '../jobs/desk.ts';
import { scheduleJobs } from '../jobs/index.ts';
import { scheduledMeetings } from './calendar/fomc.ts';
import { BUNDLED_MEETINGS } from './calendar/fomc-seed.ts';
import type { Capwatch } from './capwatch.ts';
import { type Listening, listen } from './listening.ts';
import type { HomeMarket } from './messages/app-home.ts';
import { rememberIn } from './remember.ts';
import { createSlackApp, type SlackApp } from './slack/app.ts';
import { realWait } from './slack/wait.ts';
import type { ClockStore } from './store/clock-store.ts';

export interface Running {
  /** Takes nothing new, lets what is under way finish, then closes everything. */
  stop(): Promise<void>;
}

/** What goes out by the clock: where it is remembered, and what it says. */
export interface Sending {
  readonly store: ClockStore;
  readonly content: Content;
  /** The market in six lines, for the home tab. */
  readonly market?: (now: Temporal.Instant) => Promise<HomeMarket | undefined>;
}

/** What runs beside commands: the clock, and questions in threads. */
export interface StartParts extends Partial<Sending> {
  readonly questions?: Listening;
}

/**
 * Connects, and resolves when Slack can reach the commands.
 * @throws CapwatchError `not_configured` naming the token that Slack refused, or `unreachable`.
 */
export async function startOnSlack(
  capwatch: Capwatch,
  tokens: { readonly botToken: string; readonly appToken: string },
  { store, content, market, questions }: StartParts = {},
): Promise<Running> {
  const { log, config } = capwatch;
  const { apiUrl } = config.slack;
  const app = await createSlackApp({ ...tokens, log, ...(apiUrl !== undefined && { apiUrl }) });
  const listener = questions && listen(app, capwatch, questions);
  if (listener) app.keepFirst(listener.intake.keep);
  const sending = store &&
    content && { store, content, remember: questions && rememberIn(questions.store.threads, app.team) };
  const clock = sending && (await clockOf(app, capwatch, sending));
  const home = clock && { subscriptions: homeDeskOf(clock, market) };
  registerCommands(app, capwatch, { ...home, ...(listener && { questions: listener.questions }) });
  await app.start();
  void listener?.intake
    .resume()
    .catch((error: unknown) => log.error('open questions wait for the next start', { error }));
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

function clockOf(
  app: SlackApp,
  capwatch: Capwatch,
  { store, content, remember }: Pick<Sending, 'store' | 'content'> & { remember: DeskOptions['remember'] },
): Promise<RunningClock> {
  const { log, clock, draw } = capwatch;
  const { team, slack } = app;
  const meetings = scheduledMeetings(BUNDLED_MEETINGS).map(({ date }) => date);
  const elapsedMs = () => performance.now();
  return startClock({
    team,
    store,
    content,
    slack,
    draw,
    wait: realWait,
    log,
    clock,
    elapsedMs,
    meetings,
    ...(remember && { remember }),
  });
}

function homeDeskOf({ desk, preview }: RunningClock, market: Sending['market']): HomeDesk {
  const { store, meetings } = desk;
  return { store, meetings, preview, ...(market && { market }) };
}
