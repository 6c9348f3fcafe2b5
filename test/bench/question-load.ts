/** Bench of acks while threads are answered: the whole bot on a store beside bare Bolt that only acknowledges. Prints; asserts nothing. */
import { existsSync } from 'node:fs';
import { App } from '@slack/bolt';
import { createCapwatch } from '../../src/capwatch.ts';
import { parseConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { sendingOf } from '../../src/sending.ts';
import { startOnSlack } from '../../src/start.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import { DATA_DIR } from '../support/data-folder.ts';
import { QUESTIONS } from '../support/questions.ts';
import { storePath } from '../support/store.ts';
import { type Load, spread, startedLoad } from './ack.ts';
import type { Fire } from './slack-load.ts';

const SECONDS = 20;
const ASKS = { words: QUESTIONS.map(({ text }) => text), perSecond: 10 };
const LOAD: Omit<Fire, 'sockets'> = {
  count: 50 * SECONDS,
  perSecond: 50,
  // Computed and answered in words: a picture a command would measure the drawing, not the acks.
  line: '/fedodds next',
};
const TOKENS = { botToken: 'xoxb-bench', appToken: 'xapp-bench' };

/** Report lines; takes about a minute. */
export async function benchQuestionLoad(): Promise<string[]> {
  const load = await startedLoad();
  const bare = await onBareBolt(load);
  const ours = await onCapwatch(load);
  load.close();
  return [
    `ack at 50 commands (${LOAD.line}) and 10 questions a second, ${SECONDS} s, every one of them answered by ours`,
    `  ours   commands ${spread(ours.latenciesMs)}`,
    `  bare   commands ${spread(bare.latenciesMs)}`,
    `  ours   questions, kept on disk first ${spread(ours.askedMs)} (budget p99 1000 ms)`,
    `  bare   questions ${spread(bare.askedMs)}`,
    `  ours   in the six seconds after a start, files unread: commands ${spread(ours.cold.latenciesMs)}, questions ${spread(ours.cold.askedMs)}`,
    `  ours   ${ours.inTime} of ${ours.askedMs.length} answers posted by then, ${ours.answeredMs.length} in the end, ${ours.failures} failures logged`,
    `  ours   from question to answer ${spread(ours.answeredMs)}; posts of a workspace leave at five a second`,
  ];
}

async function onBareBolt(load: Load) {
  const app = new App({
    ...{ token: TOKENS.botToken, appToken: TOKENS.appToken, socketMode: true },
    clientOptions: { slackApiUrl: load.apiUrl },
  });
  app.command(/.*/, async ({ ack }) => ack());
  app.event('app_mention', () => Promise.resolve());
  await app.start();
  const fired = await load.fireAll({ ...LOAD, sockets: [0], asks: { ...ASKS, answered: false } });
  await app.stop();
  return fired;
}

async function onCapwatch(load: Load) {
  let failures = 0;
  const log = createLog('error', () => {
    failures += 1;
  });
  const config = parseConfig(existsSync(DATA_DIR) ? { CAPWATCH_DATA_DIR: DATA_DIR } : {});
  const store = await openSqliteStore(storePath(), Temporal.Now.instant());
  const withSlack = { ...config, slack: { ...TOKENS, apiUrl: load.apiUrl } };
  const capwatch = createCapwatch(withSlack, { log });
  const running = await startOnSlack(capwatch, TOKENS, sendingOf(capwatch, store));
  // A start reads every file once; both are told.
  const cold = await load.fireAll({ ...LOAD, count: 300, sockets: [0, 1], asks: { ...ASKS, answered: true } });
  const fired = await load.fireAll({ ...LOAD, sockets: [0, 1], asks: { ...ASKS, answered: true } });
  await running.stop();
  await store.close();
  return { ...fired, cold, failures };
}
