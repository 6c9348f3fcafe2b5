import { describe, expect, it } from 'vitest';
import { callChanges } from '../../src/metrics/call-changes.ts';
import { callStates } from '../../src/metrics/call-status.ts';
import { versionWith } from '../support/calls.ts';
import { recompute } from '../support/formula.ts';

const SPAN = { since: '2024-01-10', asOf: '2024-01-22' };
const states = (
  day: string,
  versions = [versionWith(), versionWith({ call: 2, noteDate: '2024-01-08', variant: 'b' })],
) => callStates(versions, day, () => undefined);

describe('callChanges', () => {
  it('counts new calls apart from changed ones, newest first, with a receipt that recomputes', () => {
    const withdrawn = versionWith({
      call: 2,
      version: 2,
      noteDate: '2024-01-08',
      variant: 'b',
      withdrawnOn: '2024-01-19',
    });

    const view = callChanges(SPAN, states('2024-01-10'), states('2024-01-22', [versionWith(), withdrawn]));

    expect(view.changes.map(({ before, after }) => [after.call.call, before, after.status])).toEqual([
      [2, 'active', 'withdrawn'],
      [1, 'unknown', 'active'],
    ]);
    expect([view.count.value, view.fresh.value]).toEqual([2, 1]);
    for (const receipt of [view.count, view.fresh]) expect(recompute(receipt)).toBe(receipt.value);
  });

  it('counts nothing where nothing changed', () => {
    const view = callChanges(SPAN, states('2024-01-22'), states('2024-01-22'));

    expect(view.changes).toEqual([]);
    expect(recompute(view.count)).toBe(0);
  });
});
