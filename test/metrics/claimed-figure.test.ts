import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { createFolderMarket } from '../../src/market/folder/folder-market.ts';
import { fits, fittingReadings } from '../../src/metrics/claimed-figure.ts';
import { DATA_DIR, describeWithData } from '../support/data-folder.ts';
import { recompute } from '../support/formula.ts';

describe('a quoted figure', () => {
  it('fits what rounds to it and nothing else', () => {
    const seven = { size: 0.07, tolerance: 0.005 };

    expect([-0.069, -0.0734, 0.065].map((value) => fits(value, seven))).toEqual([true, true, true]);
    expect([-0.059, 0.0751].map((value) => fits(value, seven))).toEqual([false, false]);
  });
});

describeWithData('“about 7% off its December highs” of January 2024', () => {
  it('is Thursday’s close and Friday’s low, and each reading proves itself', async () => {
    const market = createFolderMarket({
      dir: DATA_DIR,
      publisher: 'Yahoo Finance',
      sample: false,
      log: createLog('error', () => {}),
    });
    const series = await market.prices('RUT', '2024-01-22');
    const found = fittingReadings(
      series,
      { day: '2023-12-27', column: 'close' },
      { size: 0.07, tolerance: 0.005 },
    ).filter(({ basis }) => basis !== 'high');

    expect(found.map(({ day, basis, receipt }) => [day, basis, receipt.value.toFixed(4)])).toEqual([
      ['2024-01-18', 'close', '-0.0690'],
      ['2024-01-19', 'low', '-0.0734'],
    ]);
    for (const { receipt } of found) expect(recompute(receipt)).toBeCloseTo(receipt.value, 12);
  });
});
