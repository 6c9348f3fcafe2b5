import { describe, expect, it } from 'vitest';
import { CBOE } from '../../src/market/cboe/bars.ts';
import { NY_FED } from '../../src/market/nyfed/rates.ts';
import { createPacing } from '../../src/market/pacing.ts';
import { YAHOO } from '../../src/market/yahoo/request.ts';
import { testTime } from '../support/sources.ts';

describe('createPacing', () => {
  it('starts requests to one source apart, in the order they came', async () => {
    const time = testTime();
    const paced = createPacing(time);
    const started: [number, number][] = [];
    const begin = time.now;

    await Promise.all(
      [1, 2, 3].map((number) =>
        paced(CBOE, async () => {
          started.push([number, begin.until(time.now).total('milliseconds')]);
        }),
      ),
    );

    expect(started).toEqual([
      [1, 0],
      [2, 1000],
      [3, 2000],
    ]);
  });

  it('has no more open at once than the source allows, and gives the place on after a failure', async () => {
    const paced = createPacing(testTime());
    let open = 0;
    let most = 0;
    const work = async () => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setTimeout(resolve, 2));
      open -= 1;
      throw new Error('failed');
    };

    const ends = await Promise.allSettled(Array.from({ length: 7 }, () => paced(YAHOO, work)));

    expect(most).toBe(2);
    expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(7);
  });

  it('keeps one slow source from holding up another', async () => {
    const paced = createPacing(testTime());
    const slow = paced(CBOE, () => new Promise(() => {}));

    await expect(paced(NY_FED, async () => 'done')).resolves.toBe('done');
    expect(slow).toBeInstanceOf(Promise);
  });

  it('turns callers away behind a hundred others', async () => {
    const paced = createPacing(testTime());
    const waiting = Array.from({ length: 101 }, () => paced(CBOE, () => new Promise(() => {})));

    await expect(paced(CBOE, async () => 1)).rejects.toMatchObject({ kind: 'rate_limited' });
    expect(waiting).toHaveLength(101);
  });
});
