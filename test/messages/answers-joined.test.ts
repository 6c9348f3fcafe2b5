import { describe, expect, it } from 'vitest';
import { type AnswerDraft, answerMessage } from '../../src/messages/answer.ts';
import { joinedMessage } from '../../src/messages/answers-joined.ts';

function answer(lead: string, chartCommand?: string) {
  const draft: AnswerDraft = {
    lead,
    lines: [],
    basis: 'closes',
    asOf: 'Mon 22 Jan 2024',
    source: 'Yahoo Finance',
    caveat: 'none',
    numbers: [],
    session: '2024-01-22',
    settings: [],
    command: '/smallcaps ytd',
    ...(chartCommand !== undefined && { chartCommand }),
  };
  return answerMessage(draft);
}

const buttons = (message: ReturnType<typeof joinedMessage>) =>
  message.blocks.flatMap((block) =>
    block.type === 'actions' ? block.elements.flatMap((one) => (one.type === 'button' ? [one.action_id] : [])) : [],
  );

describe('two answers in one message', () => {
  it('stand in the order asked, each with its own labels', () => {
    const joined = joinedMessage(
      { text: 'gap ytd', message: answer('Behind.') },
      { text: 'march odds', message: answer('Hold.') },
      [],
    );

    expect(joined.text).toBe('Behind. Hold.');
    expect(JSON.stringify(joined.blocks)).toMatch(/Behind.*Basis.*Caveat.*Hold.*Basis.*Caveat/s);
  });

  it('the first keeps its own chart as a question of its own, and one “Not what I asked” is enough', () => {
    const joined = joinedMessage(
      { text: 'gap ytd', message: answer('Behind.', '/smallcaps ytd') },
      { text: 'march odds', message: answer('Hold.', '/fedodds march') },
      [],
    );

    expect(buttons(joined)).toEqual(['ask_4', 'answer_chart', 'answer_miss']);
    expect(JSON.stringify(joined.blocks)).toContain('"value":"chart gap ytd"');
  });

  it('what else was asked stands on a button, in code style', () => {
    const joined = joinedMessage({ text: 'a', message: answer('A.') }, { text: 'b', message: answer('B.') }, [
      'source & <link>?',
    ]);

    expect(buttons(joined).at(-1)).toBe('ask_5');
    expect(JSON.stringify(joined.blocks)).toContain('Left for the next reply: `source &amp; &lt;link&gt;?`');
  });

  it('a long pair of texts is cut to what a notification holds', () => {
    const long = answer(`${'word '.repeat(50)}end.`);

    expect(
      joinedMessage({ text: 'a', message: long }, { text: 'b', message: long }, []).text.length,
    ).toBeLessThanOrEqual(300);
  });
});
