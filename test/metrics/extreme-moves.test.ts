import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { createFolderMarket } from '../../src/market/folder/folder-market.ts';
import { extremeMoves, lastBeyond, type MoveQuery } from '../../src/metrics/extreme-moves.ts';
import { pairOf } from '../../src/metrics/pair.ts';
import { DATA_DIR, describeWithData } from '../support/data-folder.ts';
import { recompute } from '../support/formula.ts';
import { seriesOn } from '../support/series.ts';

const russell = seriesOn({
  '2023-12-28': 100,
  '2023-12-29': 102,
  '2024-01-02': 99.96,
  '2024-01-03': 101.9592,
  '2024-01-04': 100.939608,
});
const spx = seriesOn(
  { '2023-12-28': 50, '2023-12-29': 50, '2024-01-02': 50, '2024-01-03': 50, '2024-01-04': 50 },
  { symbol: 'GSPC', name: 'S&P 500' },
);
const pair = pairOf(russell, spx);
const day = (more: Partial<MoveQuery> = {}): MoveQuery => ({ length: 'day', side: 'low', of: 'gap', ...more });

describe('the most extreme stretch', () => {
  it('is the widest lag of all days, with the next one and where the last stands', () => {
    const found = extremeMoves(pair, day());

    expect(found?.first).toMatchObject({ from: '2023-12-29', to: '2024-01-02' });
    expect(found?.first.value.value).toBeCloseTo(-0.02, 9);
    expect(found?.second).toMatchObject({ to: '2024-01-04' });
    expect(found?.among.value).toBe(4);
    expect(found?.current.to).toBe('2024-01-04');
    expect(found?.asExtreme?.to).toBe('2024-01-02');
  });

  it('counts only stretches that end after the day asked for', () => {
    expect(extremeMoves(pair, day({ since: '2024-01-02' }))?.first.to).toBe('2024-01-04');
  });

  it('is none of one stretch', () => {
    expect(extremeMoves(pair, day({ since: '2024-01-03' }))).toBeUndefined();
  });

  it('leaves out a day beside a lost session', () => {
    const holed = pairOf({ ...russell, missing: ['2024-01-01'] }, spx);

    expect(extremeMoves(holed, day())?.first.to).toBe('2024-01-04');
  });
});

describe('when the gap was last as wide', () => {
  it('is a day of this year and one of an earlier year', () => {
    expect(lastBeyond(pair, { window: 'ytd', side: 'low', bound: -0.0001 })).toEqual({ day: '2024-01-03' });
  });

  it('is not told of windows that are not looked back for', () => {
    expect(lastBeyond(pair, { window: '5y', side: 'low', bound: 0 })).toBeUndefined();
  });
});

describeWithData('the Russell against the S&P 500 on 22 January 2024', async () => {
  const market = createFolderMarket({
    dir: DATA_DIR,
    publisher: 'Yahoo Finance',
    sample: false,
    log: createLog('error', () => {}),
  });
  const real = pairOf(await market.prices('RUT', '2024-01-22'), await market.prices('GSPC', '2024-01-22'));

  // Read off RUT.csv and GSPC.csv by a script of its own.
  it.each([
    [day(), '1987-10-20', -0.144719],
    [day({ side: 'high' }), '1987-10-19', 0.0793583],
    [day({ since: '2023-12-29' }), '2024-01-03', -0.0186133],
    [day({ length: 'month', side: 'high' }), '2000-02-29', 0.1843062],
    [day({ length: 'month', side: 'low', since: '1999-12-31' }), '2000-03-31', -0.16357],
    [day({ length: 'month', side: 'low', of: 'subject', since: '1999-12-31' }), '2020-03-31', -0.2189945],
  ])('%j is on %s', (query, to, value) => {
    const found = extremeMoves(real, query);

    expect(found?.first.to).toBe(to);
    expect(found?.first.value.value).toBeCloseTo(value, 6);
  });

  it('was behind by as much on Friday, and at the end of 2023; ahead last on 10 March 2023', () => {
    expect(lastBeyond(real, { window: 'ytd', side: 'low', bound: -0.0384512 })).toEqual({
      day: '2024-01-19',
      earlierYear: '2023-12-29',
    });
    expect(lastBeyond(real, { window: 'ytd', side: 'high', bound: 1e-9 })).toEqual({
      day: '2023-03-10',
      earlierYear: '2023-03-10',
    });
  });

  it('proves every figure from its inputs', () => {
    const found = extremeMoves(real, day({ length: 'month' }));
    const moves = [found?.first, found?.second, found?.current, found?.asExtreme].flatMap((move) =>
      move ? [move.value, move.own, move.other] : [],
    );

    for (const receipt of [...moves, ...(found ? [found.among] : [])])
      expect(recompute(receipt)).toBeCloseTo(receipt.value, 9);
  });
});
