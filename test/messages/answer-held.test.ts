import { describe, expect, it } from 'vitest';
import { type AnswerDraft, answerMessage } from '../../src/messages/answer.ts';
import { provenPart } from '../../src/messages/answer-held.ts';

const DRAFT: AnswerDraft = {
  lead: 'Behind by 3.85\u00a0pp.',
  rest: 'And 12.34% from nowhere.',
  lines: ['*−3.85\u00a0pp* year to date', '*7.77%* from nowhere'],
  basis: 'closes',
  asOf: 'Mon 22 Jan 2024',
  source: 'Yahoo Finance',
  caveat: 'about 9.99% of nothing',
  rows: [['Gap'], ['−3.85']],
  numbers: [
    {
      id: 'RUT-GSPC.gap.ytd',
      value: -0.0384512,
      unit: 'fraction',
      asOf: '2024-01-22',
      basis: 'price return',
      formula: 'gap',
      inputs: [],
      sources: [],
    },
  ],
  session: '2024-01-22',
  settings: [],
  command: '/smallcaps ytd',
};

describe('an answer with a figure nothing proves', () => {
  it('says so, keeps what is proven and can be sent', () => {
    const part = provenPart(DRAFT);
    expect(part.lead).toMatch(/held back/);
    expect(part.lines).toEqual(['*−3.85\u00a0pp* year to date']);
    expect(part.rest).toBeUndefined();
    expect(part.rows).toEqual([['Gap'], ['−3.85']]);
    expect(() => answerMessage(part)).not.toThrow();
    expect(JSON.stringify(part)).not.toMatch(/12\.34|7\.77|9\.99/);
  });
});
