import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../commands/question.ts';
import type { AnswerQuestion } from '../../commands/question-desk.ts';
import { createCapwatch } from '../../src/capwatch.ts';
import { parseConfig } from '../../src/config.ts';
import { type Manifest, readManifest } from '../../src/demo/slack/manifest.ts';
import { type StandIn, startSlackStandIn } from '../../src/demo/slack/stand-in.ts';
import { createLog } from '../../src/log.ts';
import { sendingOf } from '../../src/sending.ts';
import { type Running, startOnSlack } from '../../src/start.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { echo, gap } from '../support/question-rig.ts';
import { storePath } from '../support/store.ts';

const MANIFEST = readManifest(fileURLToPath(new URL('../../manifest.yml', import.meta.url)));
const MENTION_ONLY: Manifest = {
  ...MANIFEST,
  scopes: MANIFEST.scopes.filter((scope) => !scope.endsWith(':history')),
  events: MANIFEST.events.filter((event) => !event.startsWith('message.')),
};
const MONDAY_EVENING = Temporal.Instant.from('2024-01-22T23:00:00Z');

let standIn: StandIn;
let store: Store;
const running: Running[] = [];

interface DeskOptions {
  readonly manifest?: Manifest;
  readonly answer?: AnswerQuestion;
  /** The store as the bot sees it. */
  readonly seen?: (store: Store) => Store;
  /** True: the clock runs too, so that alerts can be set. */
  readonly sends?: boolean;
}

/** The whole bot over real sockets, against the local Slack with the app's own manifest. */
async function desk({ manifest = MANIFEST, ...rest }: DeskOptions = {}): Promise<void> {
  standIn = await startSlackStandIn({ port: 0, now: () => MONDAY_EVENING, manifest, fileReadyMs: 0, ackMs: 400 });
  store = await openSqliteStore(storePath(), MONDAY_EVENING);
  await start(rest);
}

async function start({ answer = echo, seen = (given) => given, sends = false }: DeskOptions): Promise<void> {
  const { tokens, apiUrl } = standIn;
  const config = { ...parseConfig({}), slack: { botToken: tokens.bot, appToken: tokens.app, apiUrl } };
  const capwatch = createCapwatch(config, { log: createLog('error', () => {}), clock: () => MONDAY_EVENING });
  const parts = { store: seen(store), answer, ...(sends && sendingOf(capwatch, store)) };
  running.push(await startOnSlack(capwatch, { botToken: tokens.bot, appToken: tokens.app }, parts));
}

afterEach(async () => {
  if (running.length === 0) return;
  for (const one of running.splice(0)) await one.stop();
  await store.close();
  await standIn.close();
});

const texts = (channel = 'desk-us') => standIn.messages(channel).map(({ text }) => text);
const answers = (channel = 'desk-us') => texts(channel).filter((text) => text.startsWith('answer'));

async function answered(count: number, channel = 'desk-us'): Promise<void> {
  await standIn.until(`${count} answers`, () => answers(channel).length >= count);
}

describe('threads over sockets', () => {
  it('a shared answer can be asked about in its thread', async () => {
    await desk();
    await standIn.typeCommand('/smallcaps ytd');
    await standIn.until('an answer', () => standIn.messages('desk-us').length > 0);
    await standIn.pressButton('desk-us', 'share');
    await standIn.until('the share', () => standIn.messages('desk-us').some(({ ephemeral }) => !ephemeral));
    const post = standIn.messages('desk-us').find(({ ephemeral }) => !ephemeral);
    const place = { team: 'T0LOCALDESK', channel: 'C0DESKUS001', ts: post?.ts ?? '' };
    await expect.poll(() => store.threads.findSnapshot(place)).toBeDefined();

    await standIn.postUserMessage('desk-us', 'how far behind?', post?.ts);
    await answered(1);
    await standIn.postUserMessage('desk-us', 'why?', post?.ts);
    await answered(2);

    expect(
      standIn
        .messages('desk-us')
        .filter(({ thread_ts }) => thread_ts === post?.ts)
        .map(({ text }) => text),
    ).toEqual(['how far behind?', 'answer 1 to how far behind?', 'why?', 'answer 2 to why?']);
    expect(await store.threads.findSnapshot(place)).toMatchObject({
      kind: 'shared',
      command: '/smallcaps ytd asof 2024-01-22',
      numbers: expect.arrayContaining([expect.objectContaining({ id: 'RUT-GSPC.gap.ytd' })]),
    });
  });

  it('a mention is one answer although Slack sends two events; a direct message needs no mention', async () => {
    await desk();
    await standIn.postUserMessage('desk-us', '@Capwatch gap?');
    await answered(1);
    await standIn.postUserMessage('Capwatch', 'gap?');
    await answered(1, 'Capwatch');
    await standIn.postUserMessage('desk-us', 'just talking');

    expect(answers()).toEqual(['answer 1 to gap?']);
    expect(answers('Capwatch')).toEqual(['answer 1 to gap?']);
  });

  it('an event that could not be kept is not acknowledged; Slack sends it again and it is answered once', async () => {
    let failures = 1;
    await desk({
      seen: (given) => ({
        ...given,
        threads: {
          ...given.threads,
          keepQuestion: (...rest) =>
            failures-- > 0 ? Promise.reject(new Error('disk full')) : given.threads.keepQuestion(...rest),
        },
      }),
    });

    await standIn.postUserMessage('Capwatch', 'gap?');
    await answered(1, 'Capwatch');

    expect(answers('Capwatch')).toHaveLength(1);
    expect(failures).toBeLessThan(0);
  });

  it('an alert asked for in a thread is set by the person who asked, once confirmed', async () => {
    await desk({ answer: answerQuestion, sends: true });
    await standIn.postUserMessage('desk-us', '@Capwatch ping me if the ytd gap goes past -8');
    await standIn.until('the question back', () => texts().some((text) => text.startsWith('Set this alert')), 10_000);
    expect(await store.clock.listAlerts('T0LOCALDESK')).toEqual([]);
    const question = JSON.stringify(standIn.messages('desk-us').at(-1)?.blocks);
    expect(question).toContain('*Set this alert in <#C0DESKUS001>? Nothing is set yet.*');
    expect(question).toContain('Asked by <@U0LOCALUSER> in this thread');
    expect(question).toContain('"accessibility_label":"Set this alert in this channel"');

    await standIn.pressButton('desk-us', 'confirm_write');
    await expect
      .poll(() => store.clock.listAlerts('T0LOCALDESK'), { timeout: 10_000 })
      .toMatchObject([{ by: 'U0LOCALUSER', channel: 'C0DESKUS001', channelName: '#desk-us', status: 'active' }]);
  });

  it('Receipts under an answer shows that answer’s own numbers, page by page, whatever the data say since', async () => {
    const numbers = [-0.051, -0.052, -0.053, -0.054].map((value, index) => ({ ...gap(value), id: `RUT.own.${index}` }));
    await desk({
      answer: async (text, context) => {
        const { message, ...rest } = await echo(text, context);
        return { ...rest, message: { ...message, numbers } };
      },
    });
    await standIn.postUserMessage('desk-us', '@Capwatch gap?');
    await answered(1);
    const shown = () => JSON.stringify(standIn.views().at(-1)?.blocks ?? []);
    const channel = { channel: 'C0DESKUS001', ts: standIn.messages('desk-us').at(-1)?.ts ?? '' };
    await expect.poll(() => store.threads.findSnapshot({ team: 'T0LOCALDESK', ...channel })).toBeDefined();

    await standIn.pressButton('desk-us', 'receipts');
    await standIn.until('the receipts', () => standIn.views().length > 0);
    expect(shown()).toMatch(/−5\.10%.*RUT\.own\.0.*−5\.30%.*RUT\.own\.2/);
    expect(shown()).toContain('as this post gave them · 1–3 of 4 numbers');
    await standIn.person.act({ view: standIn.views().at(-1)?.id ?? '' }, { action_id: 'receipts_next' });
    await standIn.until('the second page', () => shown().includes('4–4 of 4'));

    expect(shown()).toMatch(/−5\.40%.*RUT\.own\.3/);
    expect(shown()).not.toContain('gap.ytd');
  });

  it('ten questions at once are all acknowledged in time and all answered', async () => {
    await desk();
    const channels = Array.from({ length: 10 }, (_, index) => `@Capwatch gap ${index}?`);

    const outcomes = await Promise.all(channels.map((text) => standIn.postUserMessage('desk-us', text)));
    await standIn.until('ten answers', () => answers().length === 10, 20_000);

    expect(new Set(outcomes)).toEqual(new Set(['sent']));
    expect(new Set(answers()).size).toBe(10);
  });
});

describe('without the history scopes', () => {
  it('mentions are answered, other words are never heard, and no call lacks a scope', async () => {
    await desk({ manifest: MENTION_ONLY });

    await standIn.postUserMessage('desk-us', '@Capwatch gap?');
    await answered(1);
    const root = standIn.messages('desk-us')[0]?.ts;
    await standIn.postUserMessage('desk-us', 'why?', root);
    await standIn.postUserMessage('desk-us', '@Capwatch why?', root);
    await answered(2);

    expect(answers()).toEqual(['answer 1 to gap?', 'answer 2 to why?']);
    expect(standIn.calls.filter(({ answer }) => answer.error === 'missing_scope')).toEqual([]);
  });

  it('the manifest lists the scope of every event it subscribes to', () => {
    const needed: Record<string, string> = {
      app_mention: 'app_mentions:read',
      'message.channels': 'channels:history',
      'message.groups': 'groups:history',
      'message.im': 'im:history',
    };
    for (const [event, scope] of Object.entries(needed)) {
      expect(MANIFEST.events).toContain(event);
      expect(MANIFEST.scopes).toContain(scope);
    }
  });
});
