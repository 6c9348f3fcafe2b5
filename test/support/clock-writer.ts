/** A process that sends one long summary through the local Slack until it is killed; it says when it begins and ends. */
import { flushCompileCache } from 'node:module';
import { startClock } from '../../jobs/clock.ts';
import { createLog } from '../../src/log.ts';
import { slackClients } from '../../src/slack/clients.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import { fakeContent, TEAM } from './fake-content.ts';

const [path = '', apiUrl = '', begin = '', replies = '40'] = process.argv.slice(2);
const started = Temporal.Now.instant();
const clock = () => Temporal.Instant.from(begin).add(started.until(Temporal.Now.instant()));
const log = createLog('error');
const store = await openSqliteStore(path, clock());
const options = {
  team: TEAM,
  store: store.clock,
  content: fakeContent(Number(replies)),
  slack: slackClients({ token: 'xoxb-local', apiUrl, log }),
  draw: () => Promise.reject(new Error('nothing is drawn here')),
  // Pacing is held elsewhere; here it would only make the killing slow.
  wait: (ms: number, signal?: AbortSignal) =>
    signal ? new Promise<void>((resolve) => setTimeout(resolve, ms)) : Promise.resolve(),
  log,
  clock,
  elapsedMs: () => performance.now(),
  meetings: [],
};
const running = await startClock(options, { wakes: false });
// A killed process would not write it.
flushCompileCache();
process.stdout.write('ready\n');
await running.tick();
const open = (await store.clock.listSlots(TEAM)).some(({ state }) => state === 'queued');
process.stdout.write(open ? 'waiting\n' : 'done\n');
process.exit(0);
