import { describe, expect, it } from 'vitest';
import { type AnswerDraft, answerMessage } from '../../src/messages/answer.ts';
import { unprovenFigures } from '../../src/messages/answer-guard.ts';
import type { Receipt } from '../../src/metrics/receipt.ts';

const GAP: Receipt = {
  id: 'RUT-GSPC.gap.ytd',
  value: -0.0384512,
  unit: 'fraction',
  asOf: '2024-01-22',
  basis: 'price return',
  formula: 'a − b',
  inputs: [
    { name: 'a', series: 'RUT', date: '2024-01-22', value: -0.0215533 },
    { name: 'b', series: 'GSPC', date: '2024-01-22', value: 0.0168979 },
  ],
  sources: [],
};

function draft(parts: Partial<AnswerDraft>): AnswerDraft {
  const words = {
    lead: 'Behind.',
    lines: [],
    basis: 'closes',
    asOf: 'Mon 22 Jan 2024',
    source: 'Yahoo Finance',
    caveat: 'none',
  };
  return { ...words, numbers: [GAP], session: '2024-01-22', settings: [], command: '/smallcaps ytd', ...parts };
}

describe('an answer without proof', () => {
  it('lets through what a receipt proves, as a value, an input or in per cent', () => {
    expect(
      unprovenFigures(draft({ lines: ['*−3.85\u00a0pp*: −2.16% and +1.69%, base 29 Dec 2023, 52-week'] })),
    ).toEqual([]);
  });

  it.each(['−3.86\u00a0pp', '7%', '1,983.38', '41.6'])('names %s, which no receipt has', (figure) => {
    expect(unprovenFigures(draft({ lines: [`about ${figure} so far`] }))).toEqual([figure]);
  });

  it('is not sent', () => {
    expect(() => answerMessage(draft({ rest: '12.34%' }))).toThrow('answer without receipt for: 12.34%');
  });

  it('takes a quoted figure out where it stands alone, never out of a longer number', () => {
    expect(unprovenFigures(draft({ lines: ['yours is 7%'], settings: ['7%'] }))).toEqual([]);
    expect(unprovenFigures(draft({ lines: ['ours is −4.27%'], settings: ['7%'] }))).toEqual(['−4.27%']);
  });
});
