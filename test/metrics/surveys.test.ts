import { describe, expect, test } from 'vitest';
import {
  firstSince,
  knownReadings,
  latestReading,
  missingMonths,
  type SurveyVersion,
} from '../../src/metrics/surveys.ts';
import { SEED_READINGS, SEED_SERIES } from '../../src/store/seed/surveys.ts';
import { recompute } from '../support/formula.ts';

const [LARGE, CASH] = SEED_SERIES;
if (!LARGE || !CASH) throw new Error('the shipped series are missing');

function reading(period: string, value: number, changes: Partial<SurveyVersion> = {}): SurveyVersion {
  return {
    survey: 'bofa-fms',
    series: 'large-over-small',
    period,
    published: `${period}-16`,
    value,
    direction: value === 0 ? 0 : value > 0 ? 1 : -1,
    source: { link: 'https://example.com', publisher: 'Test' },
    version: 1,
    enteredBy: 'U1',
    enteredAt: '2024-01-16T14:00:00Z',
    ...changes,
  };
}

describe('knownReadings', () => {
  test('knows a reading from its publication on, not from its field days', () => {
    const january = reading('2024-01', -5, { fieldFrom: '2024-01-05', fieldTo: '2024-01-11' });
    expect(knownReadings([january], LARGE, '2024-01-15')).toEqual([]);
    expect(knownReadings([january], LARGE, '2024-01-16')).toEqual([january]);
  });

  test('a correction is the version that counts', () => {
    const corrected = reading('2024-01', -7, { version: 2 });
    expect(knownReadings([reading('2024-01', -5), corrected], LARGE, '2024-02-01')).toEqual([corrected]);
  });
});

describe('firstSince', () => {
  const year = ['2023-10', '2023-11', '2023-12'].map((period) => reading(period, 10));

  test('finds the last month with the same sign, proven when no month is missing', () => {
    const found = firstSince(LARGE, [reading('2023-09', -3), ...year, reading('2024-01', -5)]);
    expect(found).toMatchObject({
      kind: 'since',
      earlier: { period: '2023-09' },
      missing: [],
      proven: true,
      flipped: true,
    });
  });

  test('names the missing months and claims no proof', () => {
    const found = firstSince(LARGE, [reading('2023-09', -3), reading('2023-12', 10), reading('2024-01', -5)]);
    expect(found).toMatchObject({ kind: 'since', missing: ['2023-10', '2023-11'], proven: false });
  });

  test('a sign the month before already had is no first time', () => {
    expect(firstSince(LARGE, [reading('2023-12', -1), reading('2024-01', -5)])).toMatchObject({
      kind: 'continues',
      flipped: false,
    });
  });

  test('zero is neither, and does not end a spell of the other sign', () => {
    expect(firstSince(LARGE, [reading('2024-01', 0)])).toHaveProperty('absent', '2024-01 reads zero, which is neither');
    const found = firstSince(LARGE, [reading('2023-11', -2), reading('2023-12', 0), reading('2024-01', -5)]);
    expect(found).toMatchObject({ kind: 'since', earlier: { period: '2023-11' }, flipped: true });
  });

  test('without an earlier one it is the first on record', () => {
    expect(firstSince(LARGE, [...year, reading('2024-01', -5)])).toMatchObject({ kind: 'first', proven: true });
  });

  test('the shipped flip of January 2024 is the first since June 2021 on the publisher’s word: 30 months are missing', () => {
    const versions = SEED_READINGS.map((one) => ({
      ...one,
      version: 1,
      enteredBy: 'seed',
      enteredAt: '2024-01-16T00:00:00Z',
    }));
    const found = firstSince(LARGE, knownReadings(versions, LARGE, '2024-01-22'));
    if ('absent' in found) throw new Error(found.absent);
    expect(found).toMatchObject({ kind: 'since', earlier: { period: '2021-06' }, proven: false });
    expect([found.missing[0], found.missing.at(-1), found.missing.length]).toEqual(['2021-07', '2023-12', 30]);
    expect('value' in found.days && recompute(found.days)).toBe('value' in found.days && found.days.value);
  });
});

describe('latestReading', () => {
  test('prints the unit and which side zero divides', () => {
    const latest = latestReading(LARGE, [reading('2024-01', -5)]);
    expect(latest).toMatchObject({ id: 'survey.bofa-fms.large-over-small.latest', value: -5, unit: 'percent' });
    expect(latest).toHaveProperty('basis', expect.stringMatching(/^net %, above zero = large caps expected/));
  });

  test('a direction without a value is no number', () => {
    const { value: _, ...only } = reading('2024-01', -5);
    expect(latestReading(LARGE, [only])).toHaveProperty(
      'absent',
      expect.stringMatching(/small caps expected to outperform/),
    );
  });
});

describe('missingMonths', () => {
  test('lists what lies strictly between two months', () => {
    expect(missingMonths([reading('2023-12', 1)], '2023-10', '2024-02')).toEqual(['2023-11', '2024-01']);
    expect(missingMonths([], '2024-01', '2024-02')).toEqual([]);
  });
});
