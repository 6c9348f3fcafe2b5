/** Puts a Capwatch on Slack: the same start for `npm start` and for the local workspace. */

import { answerQuestion } from '../commands/question.ts';
import type { AnswerQuestion } from '../commands/question-desk.ts';
import { registerCommands, type Sent } from '../commands/slack.ts';
import { registerChannelLife } from '../jobs/channel-life.ts';
import { type RunningClock, startClock } from '../jobs/clock.ts';
import type { Content } from '../jobs/content.ts';
import { scheduleJobs } from '../jobs/index.ts';
import { scheduledMeetings } from './calendar/fomc.ts';
import { BUNDLED_MEETINGS } from './calendar/fomc-seed.ts';
import type { Capwatch } from './capwatch.ts';
import { listen } from './listening.ts';
import type { ContentSources } from './market/morning-facts.ts';
import type { HomeMarket } from './messages/app-home.ts';
import { rememberIn } from './remember.ts';
import { createSlackApp, type SlackApp } from './slack/app.ts';
import { realWait } from './slack/wait.ts';
import type { Writing } from './store/call-ledger.ts';
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

/** What runs beside commands: with a store questions in threads are answered, with content the clock sends. */
export interface StartParts extends Partial<Sending> {
  /** Who answers questions; a test may bring its own. */
  readonly answer?: AnswerQuestion;
}

/**
 * Connects, and resolves when Slack can reach the commands.
 * @throws CapwatchError `not_configured` naming the token that Slack refused, or `unreachable`.
 */
export async function startOnSlack(
  capwatch: Capwatch,
  tokens: { readonly botToken: string; readonly appToken: string },
  parts: StartParts = {},
): Promise<Running> {
  const { log, config } = capwatch;
  const { apiUrl } = config.slack;
  const app = await createSlackApp({ ...tokens, log, ...(apiUrl !== undefined && { apiUrl }) });
  await capwatch.ledger?.store?.plantSeed(app.team, capwatch.clock());
  const sending = isSending(parts) ? parts : undefined;
  sending?.joined?.(app.team);
  const clock = sending && (await clockOf(app, capwatch, sending));
  const sent = clock && sending && { sent: sentOf(clock, sending) };
  const { store, answer = answerQuestion } = parts;
  const listener = store && listen(app, capwatch, { store, answer, ...sent });
  if (listener) app.keepFirst(listener.intake.keep);
  registerCommands(app, capwatch, { ...sent, ...(listener && { questions: listener.questions }) });
  if (clock) registerChannelLife(app.bolt, clock.desk);
  await app.start();
  void listener?.intake.resume().catch((error: unknown) => log.error('questions wait for a start', { error }));
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

function isSending(parts: StartParts): parts is Sending {
  return parts.store !== undefined && parts.content !== undefined && parts.sources !== undefined;
}

function clockOf(app: SlackApp, capwatch: Capwatch, { store, content }: Sending): Promise<RunningClock> {
  const { log, clock, draw } = capwatch;
  const { team, slack } = app;
  const meetings = scheduledMeetings(BUNDLED_MEETINGS).map(({ date }) => date);
  const elapsedMs = () => performance.now();
  const remember = rememberIn(store.threads, team);
  const sent = { team, store: store.clock, content, slack, draw, wait: realWait, log, clock, elapsedMs, meetings };
  return startClock({ ...sent, remember, drafts: store });
}

function sentOf({ desk, preview }: RunningClock, { store, sources, market }: Sending): Sent {
  const { meetings } = desk;
  const alerts = { store: store.clock, sources };
  const alertsOf = (by: Writing) => ({
    ...alerts,
    drafts: {
      record: (content: string) => store.recordDraft(by, content),
      take: (name: string) => store.takeDraft(by, name),
    },
  });
  return {
    subscriptions: { store: store.clock, meetings, preview, alertsOf, ...(market && { market }) },
    alerts,
    drafts: store,
  };
}
