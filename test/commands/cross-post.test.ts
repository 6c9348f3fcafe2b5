import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../commands/question.ts';
import { withoutPictures } from '../../src/messages/pictures.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import type { Receipt } from '../../src/metrics/receipt.ts';
import type { ChannelPost } from '../../src/questions/post-snapshot.ts';
import { describeWithData } from '../support/data-folder.ts';
import { desk } from '../support/desk.ts';
import { CHANNEL, eventBody, gap, questionRig, said, TEAM, typedBy } from '../support/question-rig.ts';

const { call } = desk();
const MONDAY_EVENING = Temporal.Instant.from('2024-01-23T03:00:00Z');
const QUESTION = 'doesnt that contradict the odds alert yesterday';
const FRIDAY = '1705699200.000100';

function fed(value: number): Receipt {
  return { ...gap(value, '2024-01-19'), id: 'fed.2024-03-20.cut_by' };
}

function post(more: Partial<ChannelPost> = {}): ChannelPost {
  return {
    ...{ team: 'T', channel: 'C', ts: '1705957200.000100', kind: 'alert', command: '', asOf: '2024-01-22' },
    numbers: [gap(-0.0385)],
    ...more,
  };
}

async function answered(posts: readonly ChannelPost[], above = post({ link: 'https://desk.slack.com/archives/C/p1' })) {
  const context = { post: above, chain: [], call: { ...call, now: MONDAY_EVENING } };
  const { message } = await answerQuestion(QUESTION, { ...context, posts: () => Promise.resolve(posts) });
  return { message, words: plainText(withoutPictures(message)).replaceAll('\u00a0', ' ') };
}

describeWithData('a question that holds two posts against each other', () => {
  it('links both, says each number with its day and what it measures, and where it stands now', async () => {
    const link = 'https://desk.slack.com/archives/C/p1705699200000100';
    const { message, words } = await answered([
      post({ ts: FRIDAY, asOf: '2024-01-19', numbers: [fed(0.5)], link }),
      post({ ts: '1705600000.000100', asOf: '2024-01-18', numbers: [fed(0.9)] }),
    ]);

    expect(words).toContain('−3.85 pp gap year to date, close of 22 Jan 2024: what prices did');
    expect(words).toContain(
      '50.0% cut by 20 Mar, 19 Jan 2024: what futures price for one meeting; 42.6% on 22 Jan 2024',
    );
    const section = JSON.stringify(message.blocks[0]);
    expect(section).toContain(
      '<https://desk.slack.com/archives/C/p1|the small-cap alert of Mon 22 Jan 2024, 16:00 ET>',
    );
    expect(section).toContain(`<${link}|the odds alert of Fri 19 Jan 2024, 16:20 ET>`);
    expect(words).not.toMatch(/agree|in line|consistent|\. *Both/);
  });

  it('says when no such post is in the channel and names the nearest thing, the odds themselves', async () => {
    const { words } = await answered([]);

    expect(words).toContain('No odds alert of Fri 19 Jan 2024 is stored for this channel');
    expect(words).toMatch(/% cut by \d+ \w+, 19 Jan 2024: what futures price/);
    expect(words).not.toContain('the odds alert of');
  });

  it('says when only an older one is there, and links that', async () => {
    const { words } = await answered([post({ ts: '1705600000.000100', asOf: '2024-01-18', numbers: [fed(0.9)] })]);

    expect(words).toContain('No odds alert of Fri 19 Jan 2024 is stored for this channel; nearest is the one below');
    expect(words).toContain('the odds alert of Thu 18 Jan 2024');
  });

  it('tells two figures of one measure apart by their days', async () => {
    const { words } = await answered(
      [post({ ts: FRIDAY, asOf: '2024-01-19', numbers: [fed(0.5)] })],
      post({ numbers: [{ ...fed(0.426), asOf: '2024-01-22' }] }),
    );

    expect(words).toMatch(/^The same measure on two days/);
  });

  it('says when both give one figure, and when one of them is out of date', async () => {
    const morning = (value: number) =>
      post({ ts: FRIDAY, kind: 'morning', numbers: [{ ...fed(value), asOf: '2024-01-22' }] });
    const above = post({ numbers: [{ ...fed(0.426), asOf: '2024-01-22' }] });

    expect((await answered([morning(0.426)], above)).words).toMatch(/^Both posts give the same figure of the same day/);
    expect((await answered([morning(0.5)], above)).words).toMatch(/^Two figures of one measure on one day/);
  });

  it('keeps the numbers of the posts as its receipts', async () => {
    const { message } = await answered([post({ ts: FRIDAY, asOf: '2024-01-19', numbers: [fed(0.5)] })]);

    expect(message.numbers.map(({ id, asOf, value }) => [id, asOf, value])).toEqual([
      ['RUT-GSPC.gap.ytd', '2024-01-22', -0.0385],
      ['fed.2024-03-20.cut_by', '2024-01-19', 0.5],
      ['fed.2024-03-20.cut_by', '2024-01-22', expect.closeTo(0.426, 3)],
    ]);
  });
});

describe('the posts of a channel', () => {
  it('are those of this workspace and this channel, newest first, with the address of each', async () => {
    let seen: readonly ChannelPost[] = [];
    const bot = await questionRig({
      url: 'https://desk.slack.com/',
      async answer(text, { posts }) {
        seen = (await posts?.()) ?? [];
        return { message: said(`answer to ${text}`), turn: { text, command: '', memory: '' }, understood: true };
      },
    });
    const first = await bot.shared(said('first'));
    const second = await bot.shared(said('second'));
    const theirs = { kind: 'alert', command: '', asOf: '2024-01-22', numbers: [gap(-0.99)] };
    await bot.store.threads.recordPostNumbers({ team: 'T0THEIRS001', channel: CHANNEL, ts: '1705964400.9' }, theirs);
    await bot.store.threads.recordPostNumbers({ team: TEAM, channel: 'C0PRIVATE01', ts: '1705964400.9' }, theirs);
    const ask = async (text: string) => {
      const { ts } = typedBy(bot.standIn, text, { thread_ts: second.ts });
      await bot.send(eventBody('event-reply', { text, ts, thread_ts: second.ts }, { event_id: `Ev${ts}` }));
    };

    await ask('gap?');
    // The answer just given is no post of its own to compare with.
    await ask('again?');

    expect(seen.map(({ ts, link }) => [ts, link])).toEqual([
      [second.ts, `https://desk.slack.com/archives/${CHANNEL}/p${second.ts.replace('.', '')}`],
      [first.ts, `https://desk.slack.com/archives/${CHANNEL}/p${first.ts.replace('.', '')}`],
    ]);
    await bot.close();
  });
});
