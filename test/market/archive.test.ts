import { describe, expect, it } from 'vitest';
import { createArchive } from '../../src/market/archive.ts';
import type { Chosen, ChosenBar } from '../../src/market/chain.ts';
import { createMemoryStore } from '../../src/market/key-value.ts';

const AT = '2026-11-20T23:30:00Z';

function chosen(
  closes: Readonly<Record<string, number>>,
  about: Partial<ChosenBar> = {},
  more: Partial<Chosen> = {},
): Chosen {
  const bars = Object.entries(closes).map(([date, close]) => ({
    date,
    close,
    final: true,
    publisher: 'Yahoo Finance',
    agreed: false,
    ...about,
  }));
  return { bars, notes: [], tried: [], ...more };
}

describe('createArchive', () => {
  it('gives back what it was given, after a restart too', async () => {
    const store = createMemoryStore();

    await createArchive(store).add('RUT', chosen({ '2026-11-19': 2977.6, '2026-11-20': 2987.41 }), AT);

    const shelf = await createArchive(store).read('RUT');
    expect(shelf?.bars).toEqual([
      { date: '2026-11-19', close: 2977.6, publisher: 'Yahoo Finance' },
      { date: '2026-11-20', close: 2987.41, publisher: 'Yahoo Finance' },
    ]);
    expect(await createArchive(store).read('GSPC')).toBeUndefined();
  });

  it('never changes a final close that one source tells differently later, and remembers that it did', async () => {
    const archive = createArchive(createMemoryStore());
    await archive.add('RUT', chosen({ '2026-11-20': 2987.41 }), AT);

    await archive.add('RUT', chosen({ '2026-11-20': 2990 }), AT);
    await archive.add('RUT', chosen({ '2026-11-20': 2990 }), AT);

    const shelf = await archive.read('RUT');
    expect(shelf?.bars.map(({ close }) => close)).toEqual([2987.41]);
    expect(shelf?.restated).toEqual([
      {
        date: '2026-11-20',
        was: { publisher: 'Yahoo Finance', close: 2987.41 },
        now: { publisher: 'Yahoo Finance', close: 2990 },
        at: AT,
        applied: false,
      },
    ]);
  });

  it('changes it, as a restatement on record, when two sources agree', async () => {
    const archive = createArchive(createMemoryStore());
    await archive.add('RUT', chosen({ '2026-11-20': 2987.41 }), AT);

    await archive.add('RUT', chosen({ '2026-11-20': 2990 }, { agreed: true }), AT);

    const shelf = await archive.read('RUT');
    expect(shelf?.bars.map(({ close }) => close)).toEqual([2990]);
    expect(shelf?.restated).toMatchObject([{ applied: true, was: { close: 2987.41 }, now: { close: 2990 } }]);
  });

  it('takes two closes a cent apart for one', async () => {
    const archive = createArchive(createMemoryStore());
    await archive.add('RUT', chosen({ '2026-11-20': 2987.41 }), AT);

    await archive.add('RUT', chosen({ '2026-11-20': 2987.413 }, { agreed: true }), AT);

    expect(await archive.read('RUT')).toMatchObject({ bars: [{ close: 2987.41 }], restated: [] });
  });

  it('says so and changes nothing when the closes moved by one factor, until the whole history is replaced', async () => {
    const archive = createArchive(createMemoryStore());
    const before = { '2026-11-16': 350, '2026-11-17': 352, '2026-11-18': 351, '2026-11-19': 354 };
    const after = { '2026-11-16': 175, '2026-11-17': 176, '2026-11-18': 175.5, '2026-11-19': 177, '2026-11-20': 178 };
    await archive.add('XLK', chosen(before), AT);

    expect(await archive.add('XLK', chosen(after), AT)).toBe(true);
    expect((await archive.read('XLK'))?.bars.map(({ close }) => close)).toEqual(Object.values(before));

    await archive.replace('XLK', chosen(after), AT);
    const shelf = await archive.read('XLK');
    expect(shelf?.bars.map(({ close }) => close)).toEqual(Object.values(after));
    expect(shelf?.restated).toHaveLength(4);
  });

  it('keeps what was said of a session, and ends a quarantine when the session has a close', async () => {
    const archive = createArchive(createMemoryStore());
    const note = { publisher: 'Yahoo Finance', close: 29874 };
    const disputed = { date: '2026-11-18', kind: 'disputed', publisher: 'Cboe', close: 2979.02 } as const;
    const notes = [disputed, { ...note, date: '2026-11-20', kind: 'quarantined' } as const];
    await archive.add('RUT', chosen({ '2026-11-18': 2979.02 }, {}, { notes }), AT);

    await archive.add('RUT', chosen({ '2026-11-20': 2987.41 }), AT);

    expect((await archive.read('RUT'))?.notes).toEqual([disputed]);
  });

  it('refuses a shelf it cannot read instead of starting over', async () => {
    const store = createMemoryStore();
    await store.set('bars/RUT', '{"bars":[{"date":"2026-11-20","close":-1}]}');

    await expect(createArchive(store).read('RUT')).rejects.toThrow();
  });
});
