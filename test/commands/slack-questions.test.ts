import { afterEach, describe, expect, it } from 'vitest';
import type { AnswerQuestion } from '../../commands/question-desk.ts';
import type { Store } from '../../src/store/store.ts';
import {
  type Body,
  CHANNEL,
  echo,
  eventBody,
  gap,
  type QuestionRig,
  questionRig,
  type RigOptions,
  said,
  TEAM,
  typedBy,
} from '../support/question-rig.ts';

const rigs: QuestionRig[] = [];

async function rig(options?: RigOptions): Promise<QuestionRig> {
  const made = await questionRig(options);
  rigs.push(made);
  return made;
}

afterEach(async () => {
  for (const made of rigs.splice(0).reverse()) await made.close();
});

let number = 0;

/** A person's reply under `thread_ts`, in the channel and as Slack tells of it. */
function reply({ standIn }: QuestionRig, thread_ts: string, text: string, more: Record<string, unknown> = {}): Body {
  number += 1;
  const { ts } = typedBy(standIn, text, { thread_ts });
  return eventBody('event-reply', { text, ts, event_ts: ts, thread_ts, ...more }, { event_id: `Ev0REPLY${number}` });
}

/** A mention outside threads, as an `app_mention` and as the `message` that Slack sends of it too. */
function mention({ standIn }: QuestionRig, text: string): { readonly mention: Body; readonly message: Body } {
  number += 1;
  const { ts } = typedBy(standIn, text);
  const event = { text, ts, event_ts: ts };
  return {
    mention: eventBody('event-mention', event, { event_id: `Ev0MENTION${number}` }),
    message: eventBody(
      'event-mention',
      { ...event, type: 'message', channel_type: 'channel' },
      { event_id: `Ev0MESSAGE${number}` },
    ),
  };
}

describe('a reply under a post of ours', () => {
  it('is answered in the thread, about the numbers of that post, and not in the channel', async () => {
    const bot = await rig();
    const post = await bot.shared(
      said('Small caps lag', { value: -0.0701, buttons: ['receipts'], asOf: '2024-01-19' }),
    );

    await bot.send(reply(bot, post.ts, 'how far behind is it ytd?'));

    expect(bot.answers()).toMatchObject([{ text: 'answer 1 to how far behind is it ytd?', thread_ts: post.ts }]);
    expect(bot.answers()[0]).not.toHaveProperty('reply_broadcast');
    expect(bot.heard[0]?.post).toEqual({
      ...{ team: TEAM, channel: CHANNEL, ts: post.ts, kind: 'shared' },
      ...{ command: 'value of receipts', asOf: '2024-01-19', numbers: [gap(-0.0701, '2024-01-19')] },
    });
    expect(bot.heard[0]?.asker).toMatchObject({ team: TEAM, user: 'U0LOCALUSER', channel: CHANNEL });
  });

  it('knows what was asked before in the thread, and nothing of other threads', async () => {
    const bot = await rig();
    const [first, second] = [await bot.shared(), await bot.shared()];

    await bot.send(reply(bot, first.ts, 'one?'));
    await bot.send(reply(bot, second.ts, 'elsewhere?'));
    await bot.send(reply(bot, first.ts, 'two?'));
    await bot.send(reply(bot, first.ts, 'three?'));

    expect(bot.heard.map(({ chain }) => chain)).toEqual([[], [], ['one?'], ['one?', 'two?']]);
  });

  it('is answered once when it was sent to the channel too, and the answer stays in the thread', async () => {
    const bot = await rig();
    const post = await bot.shared();

    await bot.send(reply(bot, post.ts, 'and ytd?', { subtype: 'thread_broadcast', root: { ts: post.ts } }));

    expect(bot.answers()).toHaveLength(1);
    expect(bot.answers()[0]).not.toHaveProperty('reply_broadcast');
  });

  it('that talks to another person, thanks somebody, or stands in a thread of people is left alone', async () => {
    const bot = await rig({
      answer: async (text, context) => ({ ...(await echo(text, context)), understood: false }),
    });
    const post = await bot.shared();
    const talk = typedBy(bot.standIn, 'lunch?');

    await bot.send(reply(bot, post.ts, '<@U0SOMEBODY1> what do you think of ytd?'));
    await bot.send(reply(bot, post.ts, 'thanks, nice'));
    await bot.send(reply(bot, talk.ts, 'what about ytd?'));

    expect(bot.answers()).toEqual([]);
    expect(bot.heard.map(({ text }) => text)).toEqual(['thanks, nice']);
    expect(await bot.store.threads.listUnanswered(TEAM)).toEqual([]);
  });

  it('that asks something unknown is answered with what can be, and goes on the list', async () => {
    const bot = await rig();
    const post = await bot.shared();

    await bot.send(reply(bot, post.ts, 'what is the gibberish?'));

    expect(bot.answers()).toHaveLength(1);
    expect(await bot.store.threads.listUnanswered(TEAM)).toMatchObject([
      { text: 'what is the gibberish?', why: 'unknown', channel: CHANNEL },
    ]);
  });

  it('under a corrected post gets the numbers as they are now, and as they were', async () => {
    const bot = await rig();
    const post = await bot.shared();
    const { remember } = bot.questions.desk.once;
    const corrected = said('Corrected: −3.80 pp', { value: -0.038 });
    await remember?.({ message: corrected, posted: post, about: 'edited', edited: true });

    await bot.send(reply(bot, post.ts, 'is that right?'));

    expect(bot.heard[0]?.post).toMatchObject({
      numbers: [gap(-0.038)],
      corrected: { note: 'Corrected: −3.80 pp', before: [gap(-0.0385)] },
    });
  });

  it('that fails on our side says so in the thread, with the reference of the log', async () => {
    const bot = await rig();
    const post = await bot.shared();

    await bot.send(reply(bot, post.ts, 'boom?'));

    const [failure] = bot.standIn.messages(CHANNEL).filter(({ text }) => text.startsWith('That failed on our side'));
    const reference = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(failure?.text ?? '')?.[0] ?? 'none';
    expect(failure?.thread_ts).toBe(post.ts);
    expect(bot.logged.join()).toContain(reference);
    expect(JSON.stringify(failure?.blocks)).toContain('"action_id":"ask_1"');
  });
});

describe('a mention', () => {
  it.each(['mention first', 'message first', 'both at once'])(
    'and the message of it are one question: %s',
    async (order) => {
      const bot = await rig();
      const both = mention(bot, '<@U0CAPWATCH0> what is the gap?');
      const bodies = order === 'message first' ? [both.message, both.mention] : [both.mention, both.message];

      if (order === 'both at once') await Promise.all(bodies.map(bot.send));
      else for (const body of bodies) await bot.send(body);

      expect(bot.heard.map(({ text }) => text)).toEqual(['what is the gap?']);
      expect(bot.answers()).toMatchObject([{ thread_ts: both.mention.event.ts }]);
    },
  );

  it('begins a thread in which no further mention is needed', async () => {
    const bot = await rig();
    const { mention: first } = mention(bot, '<@U0CAPWATCH0> gap?');
    await bot.send(first);

    await bot.send(reply(bot, String(first.event.ts), 'why?'));

    expect(bot.heard.map(({ text, chain }) => [text, chain])).toEqual([
      ['gap?', []],
      ['why?', ['gap?']],
    ]);
  });

  it('is heard in a thread of people, whose other replies stay theirs', async () => {
    const bot = await rig();
    const talk = typedBy(bot.standIn, 'rough day');

    await bot.send(reply(bot, talk.ts, '<@U0CAPWATCH0> gap?'));
    await bot.send(reply(bot, talk.ts, 'why would that be?'));

    expect(bot.heard.map(({ text }) => text)).toEqual(['gap?']);
    expect(bot.answers()).toMatchObject([{ thread_ts: talk.ts }]);
  });
});

describe('a direct message', () => {
  it('is answered on its main line, and remembers what was said there within the hour', async () => {
    const bot = await rig();
    const direct = (text: string, ts: string) =>
      eventBody(
        'event-reply',
        { text, ts, thread_ts: undefined, channel: 'D0CAPWATCH0', channel_type: 'im' },
        { event_id: `Ev${ts}` },
      );

    await bot.send(direct('gap?', '1705965001.000100'));
    await bot.send(direct('why?', '1705965002.000100'));

    expect(bot.answers('D0CAPWATCH0').map(({ text, thread_ts }) => [text, thread_ts])).toEqual([
      ['answer 1 to gap?', undefined],
      ['answer 2 to why?', undefined],
    ]);
  });
});

describe('events that come twice, late or to two', () => {
  it('one event redelivered three times is one answer', async () => {
    const bot = await rig();
    const body = reply(bot, (await bot.shared()).ts, 'gap?');

    for (let retry = 0; retry <= 3; retry += 1) await bot.send({ ...body, retry_attempt: retry });

    expect(bot.answers()).toHaveLength(1);
    expect(bot.heard).toHaveLength(1);
  });

  it('one event twice at the same time is one answer', async () => {
    const bot = await rig();
    const body = reply(bot, (await bot.shared()).ts, 'gap?');

    await Promise.all([bot.send(body), bot.send(body)]);

    expect(bot.answers()).toHaveLength(1);
  });

  it('one message under another event id is one answer', async () => {
    const bot = await rig();
    const body = reply(bot, (await bot.shared()).ts, 'gap?');

    await bot.send(body);
    await bot.send({ ...body, event_id: 'Ev0ANOTHER001' });

    expect(bot.answers()).toHaveLength(1);
  });

  it('a first delivery that never came does not matter: a repeat is answered', async () => {
    const bot = await rig();

    await bot.send({ ...reply(bot, (await bot.shared()).ts, 'gap?'), retry_attempt: 1, retry_reason: 'timeout' });

    expect(bot.answers()).toHaveLength(1);
  });

  it('two instances on one store that hear the same answer once', async () => {
    const bot = await rig();
    const twin = await rig({ standIn: bot.standIn, store: bot.store });
    const body = reply(bot, (await bot.shared()).ts, 'gap?');

    await Promise.all([bot.send(body), twin.send(body)]);

    expect(bot.answers()).toHaveLength(1);
    expect(bot.heard.length + twin.heard.length).toBe(1);
  });

  it('a start forgets what is too old, and so does a question a day later', async () => {
    const bot = await rig();
    const place = { team: TEAM, channel: 'C0SILENT001', ts: '1600000000.000100' };
    const old = { kind: 'shared', command: '', asOf: '2020-09-13', numbers: [gap(-0.01)] };
    await bot.store.threads.recordPostNumbers(place, old);
    await bot.intake.resume();
    expect(await bot.store.threads.findSnapshot(place)).toBeUndefined();

    await bot.store.threads.recordPostNumbers(place, old);
    const twin = await rig({ standIn: bot.standIn, store: bot.store });
    await twin.send(reply(twin, (await twin.shared()).ts, 'gap?'));

    await expect.poll(() => bot.store.threads.findSnapshot(place)).toBeUndefined();
  });

  it('a question kept before a stop is answered after the start, once', async () => {
    const bot = await rig();
    const body = reply(bot, (await bot.shared()).ts, 'gap?');
    await bot.intake.keep(body);
    expect(bot.answers()).toHaveLength(0);
    const next = await rig({ standIn: bot.standIn, store: bot.store });

    await next.intake.resume();
    await next.intake.resume();
    await next.send(body);

    expect(bot.answers()).toHaveLength(1);
  });

  it('a stop between the answer and its record does not answer twice', async () => {
    const bot = await rig();
    const post = await bot.shared();
    const { threads } = bot.store;
    const dying: Store = {
      ...bot.store,
      threads: {
        ...threads,
        recordTurn: () => Promise.reject(new Error('killed')),
        returnQuestion: () => Promise.resolve(),
      },
    };
    const first = await rig({ standIn: bot.standIn, store: dying });
    await first.send(reply(bot, post.ts, 'gap?'));
    expect(bot.answers()).toHaveLength(1);

    await bot.intake.resume();

    expect(bot.answers()).toHaveLength(1);
    expect(await threads.listTurns({ team: TEAM, channel: CHANNEL, thread_ts: post.ts })).toMatchObject([
      { text: 'gap?' },
    ]);
  });
});

describe('what must not be answered', () => {
  const changed = { message: { user: 'U0LOCALUSER', text: '<@U0CAPWATCH0> gap?' }, hidden: true };

  it.each<[string, Record<string, unknown>]>([
    ['our own post', { user: 'U0CAPWATCH0', bot_id: 'B0CAPWATCH0' }],
    ['another app’s post', { subtype: 'bot_message', bot_id: 'B0OTHER0001', user: undefined }],
    ['another app’s user', { user: 'U0OTHERBOT1', bot_id: 'B0OTHER0001', bot_profile: { id: 'B0OTHER0001' } }],
    ['an edit', { subtype: 'message_changed', ...changed }],
    ['a mention edited in', { edited: { user: 'U0LOCALUSER', ts: '1705965001.000000' } }],
    ['a deletion', { subtype: 'message_deleted', deleted_ts: '1705965000.000200', hidden: true }],
    ['a join', { subtype: 'channel_join' }],
    ['Slackbot', { user: 'USLACKBOT' }],
    ['no text', { text: '' }],
    ['a strange ts', { ts: '1705965000' }],
    ['a strange channel', { channel: '../etc' }],
  ])('%s', async (_name, event) => {
    const bot = await rig();
    const post = await bot.shared();

    await bot.send(reply(bot, post.ts, '<@U0CAPWATCH0> gap?', event));

    expect(bot.heard).toEqual([]);
    expect(bot.answers()).toEqual([]);
    expect(await bot.store.threads.listOpenQuestions(TEAM, { alone: true })).toEqual([]);
  });

  it('another workspace’s event, nor with another workspace’s numbers', async () => {
    const bot = await rig();
    const post = await bot.shared();
    const place = { channel: CHANNEL, ts: post.ts };
    const theirs = { kind: 'shared', command: '', asOf: '2024-01-22', numbers: [gap(-0.99)] };
    await bot.store.threads.recordPostNumbers({ ...place, team: 'T0THEIRS001' }, theirs);
    await bot.send({ ...reply(bot, post.ts, 'gap?'), team_id: 'T0THEIRS001', context_team_id: 'T0THEIRS001' });
    expect(bot.heard).toEqual([]);

    await bot.send(reply(bot, post.ts, 'gap?'));

    expect(bot.heard[0]?.post?.numbers).toEqual([gap(-0.0385)]);
  });
});

describe('under load', () => {
  it('events are acknowledged before anything is answered', async () => {
    const { promise: hold, resolve: go } = Promise.withResolvers<void>();
    const slow: AnswerQuestion = async (text, context) => {
      await hold;
      return echo(text, context);
    };
    const bot = await rig({ answer: slow });
    const post = await bot.shared();
    const bodies = Array.from({ length: 3 }, (_, index) => reply(bot, post.ts, `gap ${index}?`));

    const sending = bodies.map(bot.send);
    await expect.poll(() => bot.acks.length).toBe(3);
    expect(bot.answers()).toEqual([]);
    go();
    await Promise.all(sending);

    expect(bot.answers().map(({ text }) => text)).toEqual([
      'answer 1 to gap 0?',
      'answer 2 to gap 1?',
      'answer 3 to gap 2?',
    ]);
  });

  it('a slow thread does not hold up another', async () => {
    const { promise: hold, resolve: go } = Promise.withResolvers<void>();
    const bot = await rig({
      answer: async (text, context) => {
        if (text === 'slow?') await hold;
        return echo(text, context);
      },
    });
    const [first, second] = [await bot.shared(), await bot.shared()];
    const slow = bot.send(reply(bot, first.ts, 'slow?'));

    await bot.send(reply(bot, second.ts, 'quick?'));

    expect(bot.answers().map(({ text }) => text)).toEqual(['answer 1 to quick?']);
    go();
    await slow;
  });
});
