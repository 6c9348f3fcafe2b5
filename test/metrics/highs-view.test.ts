import { describe, expect, it } from 'vitest';
import { highsView, peakOf, refusals } from '../../src/metrics/highs-view.ts';
import { isMeasured, type Receipt } from '../../src/metrics/receipt.ts';
import { describeWithData } from '../support/data-folder.ts';
import { seriesFrom } from '../support/series.ts';
import { slowDrawdown } from '../support/slow-metrics.ts';
import { inputsOf, inputsOn, pairFrom, walkOf } from '../support/views.ts';

function value(numbers: readonly Receipt[], id: string): number | boolean | undefined {
  return numbers.find((receipt) => receipt.id === id)?.value;
}

describe('highsView', () => {
  it('needs 25% back after a fall of 20%: 1 / (1 − 0.2) − 1', () => {
    const { numbers } = highsView(pairFrom([100, 80], [100, 100]));

    expect(value(numbers, 'RUT.drawdown.record')).toBeCloseTo(-0.2, 12);
    expect(value(numbers, 'RUT.record.close.back')).toBeCloseTo(0.25, 12);
    expect(value(numbers, 'RUT.record.close.level')).toBe(100);
  });

  it('agrees with the plain search on a walk', () => {
    const walk = walkOf(250, { seed: 31 });

    const { numbers } = highsView(pairFrom(walk, walk));

    expect(value(numbers, 'RUT.drawdown.record')).toBeCloseTo(slowDrawdown(walk).now, 12);
    expect(value(numbers, 'RUT.maxdrawdown.52w')).toBeCloseTo(slowDrawdown(walk).deepest, 12);
  });

  it('names each reason for what is not shown once', () => {
    const subject = { ...seriesFrom('2020-01-02', [100, 90, 95]), missing: ['2020-01-03'] };
    const { subject: own } = highsView(inputsOf(subject, seriesFrom('2020-01-02', [1, 2, 3], { symbol: 'GSPC' })));

    expect(refusals(Object.values(own.close))).toEqual(['no Russell 2000 close for 2020-01-03']);
    expect(peakOf(own.close.fromRecord)).toBeUndefined();
  });
});

describeWithData('highsView', () => {
  it('always gives the four record flags: intraday but not on the close on 25 Nov 2024', async () => {
    const { numbers, first } = highsView(await inputsOn('2024-11-25'));

    expect(value(numbers, 'RUT.record.intraday')).toBe(true);
    expect(value(numbers, 'RUT.record.close')).toBe(false);
    expect(value(numbers, 'GSPC.record.intraday')).toBe(true);
    expect(value(numbers, 'GSPC.record.close')).toBe(false);
    expect([first?.held, first?.tried]).toEqual([2, 4]);
  });

  it('finds the first record close after 968 sessions on 18 Sep 2025, the longest wait since 1,022 in April 2004', async () => {
    const { numbers, first } = highsView(await inputsOn('2025-09-18'));

    expect(value(numbers, 'RUT.record.close')).toBe(true);
    expect(value(numbers, 'RUT.record.close.sessions_since')).toBe(968);
    expect(first?.since).toBe('2004-04-05');
    expect(first?.verdicts.find(({ measure }) => measure === 'sessions')?.rival).toEqual({
      day: '2004-04-05',
      length: 1022,
    });
    // Intraday the record before was ten months earlier: the claim holds on closes only.
    expect(first?.verdicts.filter(({ holds }) => holds).map(({ basis }) => basis)).toEqual(['close', 'close']);
  });

  it('holds the drawdowns of golden/article.md 4 and 5 on Friday 19 Jan 2024', async () => {
    const { numbers, subject } = highsView(await inputsOn('2024-01-19'));

    expect(value(numbers, 'RUT.drawdown.record')).toBeCloseTo(-0.204, 4);
    expect(value(numbers, 'RUT.drawdown.52w')).toBeCloseTo(-0.059, 4);
    expect(value(numbers, 'RUT.drawdown.record.close_v_high')).toBeCloseTo(-0.2092, 4);
    const { fromYearHigh } = subject.close;
    expect(isMeasured(fromYearHigh) && fromYearHigh.inputs[1]).toMatchObject({ date: '2023-12-27', value: 2066.21 });
  });
});
