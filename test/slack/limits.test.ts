import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actions, button, context, header, section, table } from '../../src/messages/blocks.ts';
import { escapeText } from '../../src/messages/format.ts';
import { fitted, shortened } from '../../src/slack/limits.ts';

const answer = (...blocks: Parameters<typeof fitted>[0]['blocks']) => ({ text: 'Text.', blocks });

describe('fitted', () => {
  it('leaves what fits as it is', () => {
    const given = answer(header('Head'), section('*1* line'), context('*Close*'), table([['a'], ['b']]));

    expect(fitted(given)).toEqual(given);
  });

  it.each([4001, 40_001])('shortens a text of %i characters, saying so', (length) => {
    const { text } = fitted({ text: 'x'.repeat(length), blocks: [] });

    expect(text).toHaveLength(4000);
    expect(text.endsWith('(shortened to fit)')).toBe(true);
  });

  it('shortens a section over 3,000 characters, saying so', () => {
    expect(fitted(answer(section('y'.repeat(3001)))).blocks).toMatchObject([
      { text: { text: `${'y'.repeat(2981)} (shortened to fit)` } },
    ]);
  });

  it('shortens an alternative text over 2,000 characters', () => {
    const image = { type: 'image', slack_file: { id: 'F0CHART00001' }, alt_text: 'z'.repeat(2001) } as const;

    expect(fitted(answer(image)).blocks).toMatchObject([{ alt_text: expect.stringMatching(/^z{1981} \(shortened/) }]);
  });

  it.each([
    ['51 blocks', Array.from({ length: 51 }, () => section('x'))],
    ['151 header characters', [header('h'.repeat(151))]],
    ['11 context elements', [context(...Array.from({ length: 11 }, () => 'c'))]],
    ['101 table rows', [table(Array.from({ length: 101 }, () => ['r']))]],
    ['21 table columns', [table([Array.from({ length: 21 }, () => 'c')])]],
    ['26 action elements', [actions(...Array.from({ length: 26 }, () => button('a', 'A', { label: 'A' })))]],
    ['76 button characters', [actions(button('a', 'b'.repeat(76), { label: 'A' }))]],
  ])('%s is our own fault and says so', (fault, blocks) => {
    expect(() => fitted(answer(...blocks))).toThrow(fault);
  });
});

describe('shortened', () => {
  it('never cuts an escaped character in half, and never exceeds the limit', () => {
    const text = fc.string({ unit: fc.constantFrom('&', '<', 'a', '🤷', ' '), minLength: 30, maxLength: 120 });
    fc.assert(
      fc.property(text, fc.integer({ min: 30, max: 90 }), (words, limit) => {
        const escaped = escapeText(words);
        const result = shortened(escaped, limit);
        expect(result.length).toBeLessThanOrEqual(Math.max(limit, 0));
        expect(result).not.toMatch(/&(?!amp;|lt;|gt;)/);
        expect(result.isWellFormed()).toBe(true);
      }),
    );
  });
});
