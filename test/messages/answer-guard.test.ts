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

  it('reads “>99.9%” and “<0.1%” as chances that are neither certain nor nothing', () => {
    const bounds = { rest: 'cut >99.9%, hold <0.1%.' };
    const chance = (value: number): Receipt => ({ ...GAP, id: `chance.${value}`, value, inputs: [] });
    expect(unprovenFigures(draft({ ...bounds, numbers: [chance(0.99971), chance(0.00029)] }))).toEqual([]);
    expect(unprovenFigures(draft({ ...bounds, numbers: [chance(0.9989), chance(0.0011)] }))).toEqual([
      '>99.9%',
      '<0.1%',
    ]);
  });

  it.each(['10y', 'ZQF24', 'DGS10', 'Q4', '30d', 'GDPNow'])('takes %s for a name', (name) => {
    expect(unprovenFigures(draft({ lines: [`as ${name} has it`] }))).toEqual([]);
  });

  it('takes a quoted figure out where it stands alone, and leaves a longer one whole', () => {
    expect(unprovenFigures(draft({ lines: ['now −3.85\u00a0pp, not 3'], settings: ['3'] }))).toEqual([]);
  });

  it('takes a quoted figure out where it stands alone, never, never out of a longer number', () => {
    expect(unprovenFigures(draft({ lines: ['yours is 7%'], settings: ['7%'] }))).toEqual([]);
    expect(unprovenFigures(draft({ lines: ['ours is −4.27%'], settings: ['7%'] }))).toEqual(['−4.27%']);
  });
});
