/** `npm start`: settings → Capwatch → Slack; stays up until it is told to stop. */
import { createCapwatch } from './capwatch.ts';
import { parseConfig } from './config.ts';
import { runEntry } from './entry.ts';
import { keptIn } from './kept.ts';
import { openLedger } from './ledger.ts';
import { createLog } from './log.ts';
import { sendingOf } from './sending.ts';
import { startOnSlack } from './start.ts';

/** sysexits.h: something was found in an unconfigured or misconfigured state. */
const EX_CONFIG = 78;

const WITHOUT_TOKENS = `Capwatch needs a Slack app to talk to. Either:
  see it now, without Slack:   npm run demo
  or connect a workspace, in about five minutes:
    1. api.slack.com/apps → Create New App → From a manifest → paste manifest.yml
    2. Install App → copy the bot token (xoxb-…)
    3. Basic Information → App-Level Tokens → connections:write → copy the token (xapp-…)
    4. SLACK_BOT_TOKEN=xoxb-… SLACK_APP_TOKEN=xapp-… CAPWATCH_DATA_DIR=/path/to/data npm start
`;

async function main(): Promise<void> {
  const config = parseConfig();
  const { botToken, appToken } = config.slack;
  if (botToken === undefined || appToken === undefined) {
    process.stderr.write(WITHOUT_TOKENS);
    process.exitCode = EX_CONFIG;
    return;
  }
  const log = createLog(config.logLevel);
  const { ledger, store } = await openLedger(config.storePath, Temporal.Now.instant(), log);
  const capwatch = createCapwatch(config, { log, ledger, ...(store && { kept: keptIn(store) }) });
  const running = await startOnSlack(capwatch, { botToken, appToken }, store && sendingOf(capwatch, store));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      capwatch.log.info('stopping', { signal });
      // Sockets that the other side never closes would keep the process for half a minute.
      void running
        .stop()
        .then(() => store?.close())
        .finally(() => process.exit(0));
    });
  }
}

await runEntry(main, ({ kind }) => (kind === 'not_configured' ? EX_CONFIG : 1));
