import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerOrRefusal } from '../../commands/index.ts';
import { withoutPictures } from '../../src/messages/pictures.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import { CHANNEL, eventBody, type QuestionRig, questionRig, TEAM, typedBy } from '../support/question-rig.ts';

let bot: QuestionRig;
let thread: string;

beforeEach(async () => {
  bot = await questionRig();
  thread = (await bot.shared()).ts;
});
afterEach(() => bot.close());

/** Asks in the thread and returns where the answer is. */
async function asked(text: string): Promise<string> {
  const { ts } = typedBy(bot.standIn, text, { thread_ts: thread });
  await bot.send(eventBody('event-reply', { text, ts, thread_ts: thread }, { event_id: `Ev${ts}` }));
  return bot.answers().at(-1)?.ts ?? '';
}

/** A press as Slack sends it for a button of a message in the thread. */
async function pressed(action_id: string, ts: string, { user = 'U0LOCALUSER', value = '' } = {}): Promise<void> {
  const recorded = JSON.parse(readFileSync(new URL('../fixtures/slack/button-press.json', import.meta.url), 'utf8'));
  const [action] = recorded.actions;
  const secret = `press-${ts}-${user}-${bot.standIn.messages(CHANNEL).length}`;
  bot.standIn.allowResponses(secret, { channel: CHANNEL, thread_ts: thread, original: ts });
  await bot.send({
    ...recorded,
    team: { id: TEAM, domain: 'local-desk' },
    user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: TEAM },
    channel: { id: CHANNEL, name: 'desk-us' },
    container: { type: 'message', message_ts: ts, channel_id: CHANNEL, thread_ts: thread, is_ephemeral: false },
    response_url: `${bot.standIn.url}/response/${secret}`,
    actions: [{ ...action, action_id, ...(value && { value }), action_ts: '1705966000.000100' }],
  });
}

const ephemeral = () =>
  bot.standIn
    .messages(CHANNEL)
    .filter((message) => message.ephemeral)
    .map(({ text }) => text);

describe('buttons under a thread answer', () => {
  it('“Chart it” goes on from the answer it stands under, in the thread, and a second press adds nothing', async () => {
    const first = await asked('gap?');
    await asked('odds?');

    await pressed('answer_chart', first);
    await pressed('answer_chart', first);

    expect(bot.heard.at(2)).toMatchObject({ text: 'chart it', chain: ['gap?'] });
    expect(bot.answers().filter(({ text }) => text.endsWith('to chart it'))).toMatchObject([{ thread_ts: thread }]);
  });

  it('an offered question is asked as if it had been typed there', async () => {
    const first = await asked('gap?');

    await pressed('ask_1', first, { value: 'gap vs tech?' });

    expect(bot.heard.at(-1)).toMatchObject({ text: 'gap vs tech?', chain: ['gap?'] });
    expect(bot.answers().at(-1)).toMatchObject({ text: 'answer 2 to gap vs tech?', thread_ts: thread });
  });

  it('“Not what I asked” counts each person once and puts the question on the list', async () => {
    const first = await asked('gap?');

    await pressed('answer_miss', first);
    await pressed('answer_miss', first, { user: 'U0TOM000001' });
    await pressed('answer_miss', first);

    expect(ephemeral()).toEqual([
      expect.stringMatching(/^Noted, once for you\./),
      expect.stringMatching(/^Noted, once for you\./),
      expect.stringMatching(/^You have told me already/),
    ]);
    expect(await bot.store.threads.listUnanswered(TEAM)).toMatchObject([{ text: 'gap?', why: 'missed', voters: 2 }]);
    expect(bot.answers()).toHaveLength(1);
  });
});

describe('/capwatch unanswered', () => {
  async function typed(line: string, user = 'U0LOCALUSER'): Promise<string> {
    const call = { ...bot.questions.desk.callFor(user, CHANNEL) };
    return plainText(withoutPictures(await answerOrRefusal(line, call)));
  }

  it('lists what was not understood and what missed, newest first, as text that cannot link or mention', async () => {
    await pressed('answer_miss', await asked('gap?'));
    await asked('what is <!channel> &lt;gibberish&gt; *really*?');

    const message = await answerOrRefusal('/capwatch unanswered', bot.questions.desk.callFor('U0LOCALUSER', CHANNEL));

    expect(message.text).toBe('2 open questions, the newest first.');
    expect(JSON.stringify(message.blocks)).not.toMatch(/<!|<gibberish/);
    expect(plainText(withoutPictures(message))).toMatch(
      /gibberish[^\n]*not understood[\s\S]*gap\?[^\n]*1 person: not what I asked/,
    );
  });

  it('says when there is nothing, and turns keeping words off and on', async () => {
    expect(await typed('/capwatch unanswered')).toMatch(/^No open questions/);
    await asked('what is the gibberish?');
    expect(await typed('/capwatch unanswered words off')).toMatch(/^Words of questions are no longer kept/);
    expect(await typed('/capwatch unanswered')).toMatch(/\(words not kept\)/);
    expect(await typed('/capwatch unanswered words on')).toMatch(/^Words of open questions are kept/);
    expect(await typed('/capwatch unanswered words maybe')).toMatch(/I do not know words maybe here/);
  });

  it('is for those who may write', async () => {
    await bot.store.recordWriters(
      { team: TEAM, by: { user: 'U0ADMIN0001', at: Temporal.Instant.from('2024-01-22T22:00:00Z') } },
      ['U0ADMIN0001'],
    );
    expect(await typed('/capwatch unanswered')).toMatch(/shown to those who may write/);
    expect(await typed('/capwatch unanswered', 'U0ADMIN0001')).toMatch(/^No open questions/);
  });
});
