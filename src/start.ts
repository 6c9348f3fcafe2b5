/** Puts a Capwatch on Slack: the same start for `npm start` and for the local workspace. */
import { registerCommands } from '../commands/slack.ts';
import { scheduleJobs } from '../jobs/index.ts';
import type { Capwatch } from './capwatch.ts';
import { createSlackApp } from './slack/app.ts';

export interface Running {
  /** Takes nothing new, lets what is under way finish, then closes everything. */
  stop(): Promise<void>;
}

/**
 * Connects, and resolves when Slack can reach the commands.
 * @throws CapwatchError `not_configured` naming the token that Slack refused, or `unreachable`.
 */
export async function startOnSlack(
  capwatch: Capwatch,
  tokens: { readonly botToken: string; readonly appToken: string },
): Promise<Running> {
  const { log, config } = capwatch;
  const { apiUrl } = config.slack;
  const app = await createSlackApp({ ...tokens, log, ...(apiUrl !== undefined && { apiUrl }) });
  await capwatch.ledger?.store?.plantSeed(app.team, capwatch.clock());
  registerCommands(app, capwatch);
  await app.start();
  const jobs = scheduleJobs(capwatch);
  log.info('ready', { team: app.team, data: capwatch.dataSource, sample: capwatch.market.sample });
  return {
    async stop() {
      await jobs.stop();
      await app.stop();
      await capwatch.close();
    },
  };
}
