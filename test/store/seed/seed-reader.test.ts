import { describe, expect, it } from 'vitest';
import { CapwatchError } from '../../../src/errors.ts';
import { brokenReader, seedReader } from '../../../src/store/seed/seed-reader.ts';
import { openStore, STORE_NOW } from '../../support/store.ts';

describe('seedReader', () => {
  it('reads what planting writes into an empty store: same numbers, same facts', async () => {
    const store = await openStore();
    await store.plantSeed('T1', STORE_NOW);
    const reader = seedReader();
    const bare = (list: readonly object[]) => list.map((one) => ({ ...one, enteredAt: '' }));

    expect(bare(await reader.listCallVersions('T1'))).toEqual(bare(await store.listCallVersions('T1')));
    expect(await reader.listSurveySeries('T1')).toEqual(expect.arrayContaining(await store.listSurveySeries('T1')));
    const byPeriod = (list: readonly { series: string; period: string }[]) =>
      [...list].sort((a, b) => (`${a.series}${a.period}` < `${b.series}${b.period}` ? -1 : 1));
    expect(bare(byPeriod(await reader.listSurveyReadings('T1')))).toEqual(
      bare(byPeriod(await store.listSurveyReadings('T1'))),
    );
    await store.close();
  });

  it('lets nobody write', async () => {
    expect(await seedReader().findWriters('T1')).toEqual([]);
  });
});

describe('brokenReader', () => {
  it('answers every read with the reason, and closes quietly', async () => {
    const reason = new CapwatchError('bad_response', 'The store x is damaged.');
    const reader = brokenReader(reason);

    await expect(reader.listCallVersions('T1')).rejects.toBe(reason);
    await expect(reader.listAudit('T1')).rejects.toBe(reason);
    await expect(reader.close()).resolves.toBeUndefined();
  });
});
