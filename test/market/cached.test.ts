import { describe, expect, it } from 'vitest';
import { CapwatchError } from '../../src/errors.ts';
import { createCache } from '../../src/market/cached.ts';
import { testTime } from '../support/sources.ts';

const AGES = { softMinutes: 5, hardMinutes: 60 };
const down = () => Promise.reject(new CapwatchError('unreachable', 'down'));

describe('createCache', () => {
  it('asks once for 200 who ask at the same time', async () => {
    const cache = createCache(testTime());
    let asked = 0;
    const load = async () => {
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return asked;
    };

    const answers = await Promise.all(Array.from({ length: 200 }, () => cache.read('key', AGES, load)));

    expect(asked).toBe(1);
    expect(new Set(answers.map(({ value }) => value))).toEqual(new Set([1]));
  });

  it('asks nobody until the soft age is over, then again', async () => {
    const time = testTime();
    const cache = createCache(time);
    await cache.read('key', AGES, async () => 'old');

    time.now = time.now.add({ minutes: 5 });
    expect((await cache.read('key', AGES, down)).value).toBe('old');
    time.now = time.now.add({ seconds: 1 });
    expect(await cache.read('key', AGES, async () => 'new')).toEqual({ value: 'new', fetchedAt: time.now });
  });

  it('shows the old value as stale, with the reason, up to the hard age, and then tells the failure', async () => {
    const time = testTime();
    const cache = createCache(time);
    await cache.read('key', AGES, async () => 'old');

    time.now = time.now.add({ minutes: 60 });
    expect(await cache.read('key', AGES, down)).toMatchObject({ value: 'old', stale: { kind: 'unreachable' } });
    time.now = time.now.add({ seconds: 1 });
    await expect(cache.read('key', AGES, down)).rejects.toMatchObject({ kind: 'unreachable' });
  });

  it('keeps no failure', async () => {
    const cache = createCache(testTime());

    await expect(cache.read('key', AGES, down)).rejects.toThrow('down');

    expect((await cache.read('key', AGES, async () => 'up')).value).toBe('up');
  });

  it('never hides a fault of the program behind an old value', async () => {
    const time = testTime();
    const cache = createCache(time);
    await cache.read('key', AGES, async () => 'old');
    time.now = time.now.add({ minutes: 10 });

    await expect(cache.read('key', AGES, () => Promise.reject(new TypeError('a slip')))).rejects.toThrow(TypeError);
  });
});
