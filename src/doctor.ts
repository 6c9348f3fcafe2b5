/** `npm run doctor [-- --offline]`: looks at settings, machine, Slack, data and every source once. Prints no secret; exit code 0 when nothing failed. */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createCapwatch } from './capwatch.ts';
import { type Check, checksText } from './checks/check.ts';
import { closesCheck, sourceChecks } from './checks/data.ts';
import { drawingCheck, storeCheck, timeZoneCheck } from './checks/machine.ts';
import { slackChecks } from './checks/slack.ts';
import { type Config, parseConfig } from './config.ts';
import { CapwatchError } from './errors.ts';
import { createLog } from './log.ts';
import { createMemoryStore } from './market/key-value.ts';
import { probeSources } from './market/probes.ts';
import { createRequester } from './market/requester.ts';

/** Everything that was found, in the order it is told. */
async function examined(config: Config, offline: boolean): Promise<Check[]> {
  const log = createLog('error', () => {});
  const capwatch = createCapwatch(config, { log });
  const clock = () => Temporal.Now.instant();
  try {
    const requester = createRequester({ clock, sleep: (ms) => sleep(ms), store: createMemoryStore(), log });
    return [
      { name: 'Settings', state: 'ok', found: 'all can be read' },
      timeZoneCheck(),
      await storeCheck(config.storePath),
      await drawingCheck(capwatch.draw),
      await closesCheck(capwatch.market, capwatch.clock()),
      ...(offline ? [] : await slackChecks(config.slack, clock)),
      ...(offline ? [] : sourceChecks(await probeSources({ requester, keys: {}, clock }), false)),
    ];
  } finally {
    await capwatch.close();
  }
}

/** The settings, or what is wrong with them, by name. */
function readSettings(): Config | Check {
  try {
    return parseConfig();
  } catch (error) {
    if (!(error instanceof CapwatchError)) throw error;
    return {
      name: 'Settings',
      state: 'fail',
      found: error.userMessage.replaceAll('\n', ' '),
      todo: 'see .env.example',
    };
  }
}

const { values } = parseArgs({ options: { offline: { type: 'boolean', default: false } } });
const settings = readSettings();
const checks = 'state' in settings ? [settings] : await examined(settings, values.offline);
process.stdout.write(checksText(checks));
process.exitCode = checks.some(({ state }) => state === 'fail') ? 1 : 0;
