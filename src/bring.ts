/** Entry of `npm run bring -- settlements|money FILE`: takes a file a person got from a publisher into the store of live data. It asks nobody. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createCapwatch } from './capwatch.ts';
import { parseConfig } from './config.ts';
import { CapwatchError } from './errors.ts';
import { keptIn } from './kept.ts';
import { createLog } from './log.ts';
import { parseMoneyFundWeeks } from './market/ici/import.ts';
import { addMoneyWeeks } from './market/ici/weeks.ts';
import { parseSettlements } from './market/settlements/import.ts';
import { openSqliteStore } from './store/sqlite-store.ts';

const USAGE = 'npm run bring -- settlements FILE [--day 2026-11-20], or npm run bring -- money FILE';

interface Brought {
  readonly what: 'settlements' | 'money';
  readonly file: string;
  readonly day?: string;
}

function readArguments(): Brought {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { day: { type: 'string' } } });
  const [what, file, ...more] = positionals;
  if ((what !== 'settlements' && what !== 'money') || file === undefined || more.length > 0) {
    throw new CapwatchError('invalid_input', `Usage: ${USAGE}`);
  }
  return { what, file, ...(values.day !== undefined && { day: values.day }) };
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new CapwatchError('invalid_input', `The file ${file} cannot be read.`, { cause });
  }
}

/** Reads the file before the store is opened, so that a wrong file touches nothing. */
async function main(): Promise<void> {
  const { what, file, day } = readArguments();
  const config = parseConfig();
  const text = await textOf(file);
  const settlements = what === 'settlements' ? parseSettlements(text, day) : undefined;
  const weeks = what === 'money' ? parseMoneyFundWeeks(text) : [];
  const now = Temporal.Now.instant();
  const store = await openSqliteStore(config.storePath, now);
  try {
    const kept = keptIn(store);
    if (settlements === undefined) {
      const held = await addMoneyWeeks(kept, weeks, now);
      process.stdout.write(`${weeks.length} weekly totals taken in; ${held} held\n`);
      return;
    }
    const capwatch = createCapwatch(config, { log: createLog('error'), kept });
    await capwatch.live.fedMarket.addSettlements(settlements);
    await capwatch.close();
    process.stdout.write(`${settlements.rows.length} settlements of ${settlements.tradeDate} taken in\n`);
  } finally {
    await store.close();
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof CapwatchError) && !(error instanceof TypeError && 'code' in error)) throw error;
  const said = error instanceof CapwatchError ? error.userMessage : error.message;
  process.stderr.write(`${said.replaceAll('`', '')}\n`);
  process.exitCode = 1;
}
