import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../src/messages/message.ts';
import { editOnce, type Once, publishOnce } from '../src/publish-once.ts';
import { CHANNEL, gap, type QuestionRig, questionRig, said, TEAM } from './support/question-rig.ts';

let bot: QuestionRig;

beforeEach(async () => {
  bot = await questionRig();
});
afterEach(() => bot.close());

async function posted(message: Message, about: string, thread_ts?: string): Promise<string> {
  const key = `${about}/${message.text}`;
  const facts = { team: TEAM, key, channel: CHANNEL, about, day: message.asOf, snapshot: '{}' };
  const once: Once = await publishOnce(message, { ...facts, ...(thread_ts && { thread_ts }) }, bot.questions.desk.once);
  if (once.kind !== 'sent') throw new Error(once.kind);
  return once.posted.ts;
}

function kept(ts: string) {
  return bot.store.threads.findSnapshot({ team: TEAM, channel: CHANNEL, ts });
}

describe('what the clock posts', () => {
  it('a summary is known with its own numbers and those of its thread', async () => {
    const lead = await posted(said('Monday', { buttons: ['receipts'], asOf: '2024-01-19', value: -0.0701 }), 'morning');
    const reply: Message = {
      ...said('2/5 Fed', { asOf: '2024-01-19' }),
      numbers: [{ ...gap(0.43, '2024-01-19'), id: 'FED.2024-03-20.cut' }],
    };
    await posted(reply, 'morning', lead);

    expect(await kept(lead)).toMatchObject({
      ...{ kind: 'morning', command: 'value of receipts', asOf: '2024-01-19' },
      numbers: [{ id: 'RUT-GSPC.gap.ytd', value: -0.0701 }, { id: 'FED.2024-03-20.cut' }],
    });
  });

  it('an alert that cleared still has the numbers it fired with', async () => {
    const fired = await posted(said('Gap past −8 pp', { value: -0.081, asOf: '2024-01-19' }), 'alert');
    const cleared = said('Cleared', { value: -0.0385 });
    const post = { team: TEAM, key: 'alert/Gap past −8 pp', posted: { channel: CHANNEL, ts: fired }, snapshot: '{}' };
    await editOnce(cleared, post, bot.questions.desk.once);

    expect(await kept(fired)).toMatchObject({ kind: 'alert', numbers: [gap(-0.081, '2024-01-19'), gap(-0.0385)] });
    expect(await kept(fired)).not.toHaveProperty('corrected');
  });

  it('a post that could not be remembered is out all the same, and the log says so', async () => {
    const { once } = bot.questions.desk;
    const failing = { ...once, remember: () => Promise.reject(new Error('disk full')) };
    const facts = { team: TEAM, key: 'k', channel: CHANNEL, about: 'morning', day: '2024-01-22', snapshot: '{}' };

    expect(await publishOnce(said('Monday'), facts, failing)).toMatchObject({ kind: 'sent' });
    expect(bot.logged.join()).toContain('a post was not remembered');
  });
});
