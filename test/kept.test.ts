import { describe, expect, it } from 'vitest';
import { keptBeside, keptIn } from '../src/kept.ts';
import { openStore, storePath } from './support/store.ts';

describe('keptBeside', () => {
  it('reads what a running Capwatch kept, and writes nothing into its store', async () => {
    const path = storePath();
    const store = await openStore(path);
    await keptIn(store).set('bars/RUT', 'from the store');

    const { kept, close } = await keptBeside({ live: true, storePath: path });
    expect(await kept.get('bars/RUT')).toBe('from the store');
    await kept.set('bars/RUT', 'read anew');
    expect(await kept.get('bars/RUT')).toBe('read anew');
    await close();

    expect(await keptIn(store).get('bars/RUT')).toBe('from the store');
    await store.close();
  });

  it('is empty without a store', async () => {
    const { kept, close } = await keptBeside({ live: true, storePath: storePath() });

    expect(await kept.get('bars/RUT')).toBeUndefined();
    await close();
  });
});
