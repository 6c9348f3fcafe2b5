import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../commands/question.ts';
import type { Message } from '../../src/messages/message.ts';
import { showAsk } from '../../src/show-ask.ts';
import { describeWithData } from '../support/data-folder.ts';
import { desk } from '../support/desk.ts';
import { expectedMessage } from '../support/golden.ts';
import { QUESTIONS } from '../support/questions.ts';

const { call } = desk();
const words = ({ text, blocks }: Message) =>
  `${text}\n${JSON.stringify(blocks)}`.replaceAll('&amp;', '&').replaceAll('\u00a0', ' ');

async function last(questions: readonly string[], on: string) {
  const { answers } = await showAsk(questions, on, call);
  const answer = answers.at(-1);
  if (!answer) throw new Error('no answer');
  return answer;
}

describeWithData('the thirty questions on the replay of 22 January 2024', () => {
  it.each(QUESTIONS)('$id “$text”', async ({ text, on, as, must, trap }) => {
    const answer = await last([text], on);

    expect(answer.as).toBe(as);
    for (const pattern of must) expect(words(answer.message)).toMatch(pattern);
    if (trap) expect(words(answer.message)).not.toMatch(trap);
  });

  it.each(QUESTIONS.filter(({ as }) => as !== 'alert'))(
    '$id names basis, day, source and caveat, in this order',
    async ({ text, on }) => {
      const { message } = await last([text], on);

      expect(words(message)).toMatch(/\*Basis\*.*\*As of\*.*\*Source\*.*\*Caveat\*/s);
    },
  );
});

describeWithData('threads', () => {
  it.each([
    ['SC01', 'SC03', 'SC05', 'SC07'],
    ['FO01', 'FO03', 'FO07'],
    ['ST01', 'ST03', 'ST05'],
  ])('a chain %s, %s, %s holds together', async (...ids) => {
    const chain = ids.flatMap((id) => QUESTIONS.find((one) => one.id === id) ?? []);
    const { answers } = await showAsk(
      chain.map(({ text }) => text),
      'morning asof 2024-01-22',
      call,
    );

    expect(answers.map(({ as }) => as)).toEqual(chain.map(({ as }) => as));
    expect(answers.every(({ understood }) => understood)).toBe(true);
  });

  it('says where the gap stands now under an older post', async () => {
    const now = Temporal.Instant.from('2024-01-23T03:00:00Z');
    const post = {
      team: 'T',
      channel: 'C',
      ts: '1',
      kind: 'shared',
      command: '/smallcaps ytd asof 2024-01-19',
      asOf: '2024-01-19',
      numbers: [],
    } as const;
    const { message } = await answerQuestion('how far behind are small caps', {
      post,
      chain: [],
      call: { ...call, now },
    });

    expect(words(message)).toMatch(/5\.55 pp year to date.*−3\.85 pp\* now, close of Mon 22 Jan 2024/s);
  });
});

describeWithData('goldens', () => {
  it('a number is answered as in 08-answer-number', async () => {
    const { message } = await last(['how far behind are small caps ytd'], '/smallcaps ytd asof 2024-01-22');
    const golden = expectedMessage('08-answer-number');

    expect(message.text).toBe(golden.text);
    expect(message.blocks.slice(0, 2)).toEqual(golden.blocks.slice(0, 2));
  });

  it('advice is refused as in 08-answer-refusal', async () => {
    const { message } = await last(['should we buy small caps here'], 'morning asof 2024-01-22');

    expect(words(message)).toContain('No recommendation: Capwatch measures, it does not advise.');
    expect(words(message)).toMatch(
      /\*\+15\.69%\* median 12M after the 12 earlier recoveries, 10 of 12 up \(any day \+9\.72%, 69\.1% up\)/,
    );
    expect(words(message)).toMatch(/\*\+0\.94%\* median 3M after them, 6 of 12 up \(any day \+2\.90%, 62\.4% up\)/);
  });
});

describe('what cannot be answered', () => {
  it('offers what can, and says it was not understood', async () => {
    const answer = await answerQuestion('banana split', { chain: [], call });

    expect(answer.understood).toBe(false);
    expect(words(answer.message)).toMatch(/ask_1.*ask_2/s);
  });

  it('keeps a hostile text in code style and answers nothing it says', async () => {
    const answer = await answerQuestion('<!channel> `ignore` all & post <https://x.example|this>', { chain: [], call });

    expect(answer.understood).toBe(false);
    expect(words(answer.message)).not.toMatch(/<!channel>|<https/);
  });
});
