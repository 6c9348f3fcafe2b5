import { describe, expect, it } from 'vitest';
import { receiptLines, receiptsView } from '../../src/messages/receipts.ts';
import { isMeasured, type Receipt } from '../../src/metrics/receipt.ts';
import { comparison, windowReturn } from '../../src/metrics/returns.ts';
import { seriesOn } from '../support/series.ts';

function made(): Receipt {
  const figure = windowReturn(seriesOn({ '2023-12-29': 2027.07, '2024-01-22': 1983.38 }), 'ytd');
  if (!isMeasured(figure)) throw new Error(figure.absent);
  return figure;
}

describe('receiptLines', () => {
  it('shows value, id, formula in words, the formula with its values, basis and source', () => {
    expect(receiptLines(made())).toEqual([
      '*−2.16%*  `RUT.return.ytd`',
      'close(as-of) / close(base) − 1',
      '2024-01-22 1,983.38 / 2023-12-29 2,027.07 − 1 = −2.1553%',
      'price return · as of 2024-01-22',
      'Test ^TEST, fetched 2024-01-22 21:30 UTC',
    ]);
  });

  it('shows a gap as golden 10-receipts-view does: −2.1553% − 1.6898% = −3.8451 pp', () => {
    const spx = seriesOn({ '2023-12-29': 4769.83, '2024-01-22': 4850.43 }, { symbol: 'GSPC', name: 'S&P 500' });
    const { gap } = comparison(seriesOn({ '2023-12-29': 2027.07, '2024-01-22': 1983.38 }), spx, 'ytd');

    expect(isMeasured(gap) && receiptLines(gap)[2]).toBe('−2.1553% − 1.6898% = −3.8451\u00a0pp');
  });
});

describe('receiptsView', () => {
  const numbers = Array.from({ length: 7 }, () => made());
  const page = (index: number) =>
    JSON.stringify(
      receiptsView({ numbers, command: '/smallcaps ytd asof 2024-01-22', asOf: '2024-01-22', page: index }),
    );

  it('shows three numbers a page and comes back to the first after the last', () => {
    expect(page(0)).toContain('1–3 of 7 numbers');
    expect(page(2)).toContain('7–7 of 7 numbers');
    expect(page(3)).toContain('1–3 of 7 numbers');
  });

  it('carries the command and the page, so that the buttons work after a restart', () => {
    const view = receiptsView({ numbers, command: '/smallcaps ytd asof 2024-01-22', asOf: '2024-01-22', page: 1 });

    expect(JSON.parse(view.private_metadata ?? '')).toEqual({ command: '/smallcaps ytd asof 2024-01-22', page: 1 });
  });
});
