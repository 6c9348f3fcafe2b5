import { expect, it } from 'vitest';
import { createFolderFedMarket } from '../../src/market/folder/fedfunds.ts';
import { futuresDayAt } from '../../src/metrics/fed-futures.ts';
import { moveRank } from '../../src/metrics/fed-move-rank.ts';
import { fedOdds } from '../../src/metrics/fed-odds.ts';
import { meetingFigures } from '../../src/metrics/fed-receipts.ts';
import { DATA_DIR, describeWithData } from '../support/data-folder.ts';
import { recompute } from '../support/formula.ts';

describeWithData('a change of odds among those of other meetings', () => {
  it('is ranked at the same distance, and every figure proves itself', async () => {
    const data = await createFolderFedMarket({ dir: DATA_DIR, sample: false }).fedFunds('2024-01-22');
    const day = futuresDayAt(data.futures, '2024-01-22');
    const odds = day && fedOdds(data.calendar, day);
    const figures = odds && meetingFigures(odds, '2024-03-20');
    const rank = figures && moveRank(data, figures, { word: 'cut', lookBack: '1m' });

    expect(rank?.daysOut.value).toBe(58);
    expect([rank?.rank.value, rank?.count.value]).toEqual([24, 273]);
    expect(rank?.larger.value).toBe(23);
    for (const figure of [rank?.rank, rank?.count, rank?.larger, rank?.median, rank?.largest.size, rank?.daysOut]) {
      if (figure) expect(recompute(figure)).toBeCloseTo(figure.value, 12);
    }
  });

  it('is ranked over a day and a week too', async () => {
    const data = await createFolderFedMarket({ dir: DATA_DIR, sample: false }).fedFunds('2024-01-22');
    const day = futuresDayAt(data.futures, '2024-01-22');
    const odds = day && fedOdds(data.calendar, day);
    const figures = odds && meetingFigures(odds, '2024-03-20');
    for (const lookBack of ['1d', '1w'] as const) {
      const rank = figures && moveRank(data, figures, { word: 'cut', lookBack });
      expect(rank?.rank.id).toBe(`fed.2024-03-20.cut_by.shift.${lookBack}.rank`);
      expect(rank && recompute(rank.rank)).toBe(rank?.rank.value);
      expect(rank?.count.value).toBeGreaterThan(250);
    }
  });
});
