import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keptIn, openBeside } from '../src/kept.ts';
import { GOLDMAN } from './support/calls.ts';
import { openStore, STORE_NOW, storePath } from './support/store.ts';

const WRITER = { user: 'U1', at: STORE_NOW };

describe('openBeside', () => {
  it('reads what a running Capwatch kept, and writes nothing into its store', async () => {
    const path = storePath();
    const store = await openStore(path);
    await keptIn(store).set('bars/RUT', 'from the store');

    const { kept, close } = await openBeside({ live: true, storePath: path });
    expect(await kept.get('bars/RUT')).toBe('from the store');
    await kept.set('bars/RUT', 'read anew');
    expect(await kept.get('bars/RUT')).toBe('read anew');
    await close();

    expect(await keptIn(store).get('bars/RUT')).toBe('from the store');
    await store.close();
  });

  it('is empty without a store', async () => {
    const { kept, close } = await openBeside({ live: true, storePath: storePath() });

    expect(await kept.get('bars/RUT')).toBeUndefined();
    await close();
  });

  it('has the ledger of a store of one workspace, and of no store of two', async () => {
    const path = storePath();
    const store = await openStore(path);
    await store.recordCall({ team: 'T1', by: WRITER }, GOLDMAN);
    const one = await openBeside({ live: false, storePath: path });
    await store.recordCall({ team: 'T2', by: WRITER }, GOLDMAN);
    const two = await openBeside({ live: false, storePath: path });
    await store.close();

    expect(one.ledger?.team).toBe('T1');
    expect(await one.ledger?.reader.listCallVersions('T1')).toHaveLength(1);
    expect(two.ledger).toBeUndefined();
    await Promise.all([one.close(), two.close()]);
  });

  it('says why a store cannot be read', async () => {
    const path = storePath();
    writeFileSync(path, 'not a database, but long enough to be taken for one');
    const { unread, close } = await openBeside({ live: false, storePath: path });

    expect(unread).toContain(path);
    await close();
  });
});
