/** `npm run doctor [-- --offline]`: looks at settings, machine, Slack, data and every source once. Prints no secret; exit code 0 when nothing failed. */
import { parseArgs } from 'node:util';
import { createCapwatch } from './capwatch.ts';
import { type Check, checksText } from './checks/check.ts';
import { examined } from './checks/examine.ts';
import { type Config, parseConfig } from './config.ts';
import { CapwatchError } from './errors.ts';
import { openBeside } from './kept.ts';
import { createLog } from './log.ts';

async function checksOf(config: Config, offline: boolean): Promise<Check[]> {
  const { kept, close } = await openBeside(config);
  try {
    const capwatch = createCapwatch(config, { log: createLog('error', () => {}), kept });
    try {
      return await examined(capwatch, { slack: !offline, sources: !offline });
    } finally {
      await capwatch.close();
    }
  } finally {
    await close();
  }
}

/** What was found, or what is wrong with the settings, by name. */
async function checked(offline: boolean): Promise<Check[]> {
  try {
    return await checksOf(parseConfig(), offline);
  } catch (error) {
    if (!(error instanceof CapwatchError)) throw error;
    const found = error.userMessage.replaceAll('\n', ' ');
    return [{ name: 'Settings', state: 'fail', found, todo: 'see .env.example' }];
  }
}

const { values } = parseArgs({ options: { offline: { type: 'boolean', default: false } } });
const checks = await checked(values.offline);
process.stdout.write(checksText(checks));
process.exitCode = checks.some(({ state }) => state === 'fail') ? 1 : 0;
