import { describe, expect, test } from 'vitest';
import { callStates, isStanding } from '../../../src/metrics/call-status.ts';
import { callIdentity } from '../../../src/metrics/calls.ts';
import { callLevel, isDerived, remainingUpside } from '../../../src/metrics/calls-level.ts';
import { isMeasured } from '../../../src/metrics/receipt.ts';
import { SEED_READINGS, SEED_SERIES } from '../../../src/store/seed/surveys.ts';
import { seedVersions } from '../../support/calls.ts';
import { describeWithData } from '../../support/data-folder.ts';
import { recompute } from '../../support/formula.ts';
import { realPrices } from '../../support/real-prices.ts';

const SEED = seedVersions();

describe('the shipped ledger', () => {
  test('every entry has a source, no two are the same note, and quotes are one short line', () => {
    expect(new Set(SEED.map(callIdentity)).size).toBe(SEED.length);
    for (const { source, remark = '' } of [...SEED, ...SEED_READINGS.map((one) => ({ ...one, remark: '' }))]) {
      expect(source.link).toMatch(/^https:\/\//);
      expect(source.publisher).not.toBe('');
      expect((source.quote ?? '').length).toBeLessThanOrEqual(200);
      expect(remark).not.toContain('\n');
    }
  });

  test('is a few firms', () => {
    expect([...new Set(SEED.map(({ firm }) => firm))].sort()).toEqual([
      'Bank of America',
      'Fundstrat',
      'Goldman Sachs',
      'Morgan Stanley',
      'Oppenheimer',
    ]);
  });

  test('Goldman’s 15% of about 9 January stands until the note of the 12th, which is the one answered', () => {
    const goldman = (day: string) =>
      callStates(SEED, day, () => undefined)
        .filter(({ call }) => call.index === 'RUT' && call.horizon.kind === 'months' && call.horizon.months === 12)
        .map(({ call, status }) => `${call.noteDate} ${status}`);
    expect(goldman('2024-01-11')).toEqual(['2023-06-28 active', '2024-01-09 active']);
    expect(goldman('2024-01-12')).toEqual(['2023-06-28 active', '2024-01-09 superseded', '2024-01-12 active']);
  });

  test('every reading belongs to a series', () => {
    const series = new Set(SEED_SERIES.map(({ survey, series: name }) => `${survey} ${name}`));
    expect(SEED_READINGS.filter((one) => !series.has(`${one.survey} ${one.series}`))).toEqual([]);
  });
});

describeWithData('the shipped calls on the Russell 2000, 22 January 2024', () => {
  test('are the golden table’s five, largest first', async () => {
    const series = await realPrices('RUT', '2024-01-22');
    const standing = callStates(SEED, '2024-01-22', () => series).filter(
      (state) => state.call.index === 'RUT' && isStanding(state, '2024-01-22'),
    );
    const rows = standing.map((state) => {
      const [left, level] = [remainingUpside(state.call, series), callLevel(state.call, series)];
      if (!isMeasured(left) || !isMeasured(level)) throw new Error('not measured');
      expect(recompute(left)).toBeCloseTo(left.value, 12);
      const mark = isDerived(state.call) ? ' d' : '';
      return [(left.value * 100).toFixed(2), Math.round(level.value) + mark, state.due, state.status];
    });
    // golden/messages/04-targets-russell.json
    expect(rows.sort((a, b) => Number(b[0]) - Number(a[0]))).toEqual([
      ['53.30', '3041 d', '2024-12-31', 'active'],
      ['51.26', '3000', '2024-12-31', 'active'],
      ['13.12', '2244 d', '2025-01-10', 'active'],
      ['8.16', '2145 d', '2024-07-09', 'active'],
      ['6.83', '2119 d', '2024-06-28', 'active'],
    ]);
  });

  test('on 1 March nothing of the note of 25 March is known', () => {
    const notes = callStates(SEED, '2024-03-01', () => undefined).map(({ call }) => call.noteDate);
    expect(notes.every((day) => day <= '2024-03-01')).toBe(true);
    expect(notes).toContain('2024-01-12');
  });
});
