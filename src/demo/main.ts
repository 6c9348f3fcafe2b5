/** `npm run demo`: starts the local Slack stand-in, then the unchanged bot against it, and says which page to open. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { newYorkTime } from '../calendar/day.ts';
import { lastCompletedSession } from '../calendar/nyse.ts';
import { type Capwatch, createCapwatch } from '../capwatch.ts';
import { type Config, parseConfig } from '../config.ts';
import { CapwatchError } from '../errors.ts';
import { openLedger } from '../ledger.ts';
import { createLog } from '../log.ts';
import { createMemoryStore, type KeyValueStore } from '../market/key-value.ts';
import { sessionDate } from '../messages/format.ts';
import { sendingOf } from '../sending.ts';
import { startOnSlack } from '../start.ts';
import { readManifest } from './slack/manifest.ts';
import { type StandIn, startSlackStandIn } from './slack/stand-in.ts';

const PORT = 3117;
const PORTS_TRIED = 20;
/** sysexits.h: the command was used incorrectly. */
const EX_USAGE = 64;
/** sysexits.h: a service is unavailable. */
const EX_UNAVAILABLE = 69;
const EXIT_CODES: Readonly<Partial<Record<CapwatchError['kind'], number>>> = {
  invalid_input: EX_USAGE,
  unreachable: EX_UNAVAILABLE,
};
const MANIFEST = fileURLToPath(new URL('../../manifest.yml', import.meta.url));

async function main(): Promise<void> {
  const { port, live } = asked();
  const set = parseConfig();
  const given: Config = live ? { ...set, live } : set;
  // The page is what a person looks at; routine log lines would only push the address off the screen.
  const log = createLog(given.logLevel === 'info' ? 'warn' : given.logLevel);
  const kept = createMemoryStore();
  if (given.live) await requireLive(given, kept);
  const folder = mkdtempSync(join(tmpdir(), 'capwatch-demo-'));
  const { ledger, store } = await openLedger(join(folder, 'capwatch.db'), Temporal.Now.instant(), log);
  const capwatch = createCapwatch(given, { log, ledger, kept });
  const standIn = await startOnFreePort(port, capwatch);
  const config = connectedTo(given, standIn);
  const running = await startOnSlack(
    { ...capwatch, config },
    { botToken: standIn.tokens.bot, appToken: standIn.tokens.app },
    store && sendingOf(capwatch, store),
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void running
        .stop()
        .then(() => Promise.all([standIn.close(), store?.close()]))
        .finally(() => {
          rmSync(folder, { recursive: true, force: true });
          process.exit(0);
        });
    });
  }
  process.stdout.write(greeting(capwatch, standIn));
}

/** One close from whoever has it, before anything is started. @throws CapwatchError `unreachable` that offers the sample. */
async function requireLive(config: Config, kept: KeyValueStore): Promise<void> {
  process.stdout.write('Asking live sources for the last close …\n');
  const capwatch = createCapwatch(config, { log: createLog('error'), kept });
  try {
    await capwatch.market.prices('RUT', lastCompletedSession(capwatch.clock()));
  } catch (cause) {
    if (!(cause instanceof CapwatchError)) throw cause;
    const sample = 'The sample needs no network: npm run demo\nEach source by itself: npm run doctor';
    throw new CapwatchError('unreachable', `No live source answers from here: ${cause.userMessage}\n${sample}`, {
      cause,
    });
  } finally {
    await capwatch.close();
  }
}

/** What the command line asks for. @throws CapwatchError `invalid_input` for anything else there. */
function asked(): { readonly port: number; readonly live: boolean } {
  const { values } = readArguments();
  return { port: portIn(values.port), live: values.live ?? false };
}

function portIn(text: string | undefined): number {
  if (text === undefined) return PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw usage('--port takes a number from 0 to 65535.');
  return port;
}

function readArguments() {
  try {
    return parseArgs({ options: { port: { type: 'string' }, live: { type: 'boolean' } } });
  } catch (cause) {
    throw usage(
      `${cause instanceof Error ? cause.message : 'Unknown argument'}\nUse: npm run demo -- [--live] [--port 3117]`,
    );
  }
}

function usage(sentence: string): CapwatchError {
  return new CapwatchError('invalid_input', sentence);
}

/** The stand-in on `first`, or on the next port that is free. */
async function startOnFreePort(first: number, capwatch: Capwatch): Promise<StandIn> {
  const options = { now: capwatch.clock, replay: capwatch.market.sample, manifest: readManifest(MANIFEST) };
  for (let port = first; ; port += 1) {
    try {
      return await startSlackStandIn({ ...options, port });
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!busy) throw error;
      if (port - first >= PORTS_TRIED)
        throw usage(`Ports ${first} to ${port} are in use. Use: npm run demo -- --port N`);
    }
  }
}

/** The settings as they would be with SLACK_API_URL and the tokens pointing at the stand-in. */
function connectedTo(config: Config, { tokens, apiUrl }: StandIn): Config {
  return { ...config, slack: { botToken: tokens.bot, appToken: tokens.app, apiUrl } };
}

function greeting({ market, clock, config, dataSource }: Capwatch, { url }: StandIn): string {
  const { day, time } = newYorkTime(clock());
  const replay = market.sample
    ? `It replays ${sessionDate(day)}, ${time} ET, from SAMPLE DATA.`
    : config.live
      ? `It reads ${dataSource}; /capwatch sources tells how each is doing.`
      : 'It reads your data folder.';
  return `
  Capwatch is running in a local workspace (a stand-in on this machine, not Slack).

    Open   ${url}
    Type   /smallcaps ytd

  ${replay} Ctrl-C ends it.

`;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof CapwatchError)) throw error;
  process.stderr.write(`${error.userMessage}\n`);
  process.exit(EXIT_CODES[error.kind] ?? 1);
}
