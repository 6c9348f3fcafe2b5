import { describe, expect, test } from 'vitest';
import { callId, callIdentity, firmKey, knownCalls, latestVersions } from '../../src/metrics/calls.ts';
import { GOLDMAN, versionWith } from '../support/calls.ts';

describe('firmKey', () => {
  test('short names and spellings of one firm are one firm', () => {
    expect(['Goldman', 'GS', 'goldman sachs', 'Goldman  Sachs'].map(firmKey)).toEqual(
      Array.from({ length: 4 }, () => 'goldman-sachs'),
    );
    expect(firmKey('J.P. Morgan')).toBe('jpmorgan');
    expect(firmKey('Société Générale')).toBe('societe-generale');
    expect(firmKey('UBS Global Wealth Management')).not.toBe(firmKey('UBS'));
  });
});

describe('callId', () => {
  test('a 12-month call is named by firm, index and note date', () => {
    expect(callId(GOLDMAN)).toBe('target.goldman-sachs.RUT.2024-01-12');
  });

  test('another horizon and a variant are part of the name', () => {
    expect(callId({ ...GOLDMAN, horizon: { kind: 'months', months: 6 } })).toBe(
      'target.goldman-sachs.RUT.2024-01-12.6m',
    );
    expect(callId({ ...GOLDMAN, variant: '3,000' })).toBe('target.goldman-sachs.RUT.2024-01-12.3000');
  });

  test('a note of November that speaks of next year’s end has the plain name, one for this year’s has not', () => {
    const call = { ...GOLDMAN, noteDate: '2024-11-18' };
    expect(callId({ ...call, horizon: { kind: 'year-end', year: 2025 } })).toBe('target.goldman-sachs.RUT.2024-11-18');
    expect(callId({ ...call, horizon: { kind: 'year-end', year: 2024 } })).toBe(
      'target.goldman-sachs.RUT.2024-11-18.2024',
    );
  });
});

describe('callIdentity', () => {
  test('the same note under another spelling of the firm is the same call; another horizon is another', () => {
    expect(callIdentity({ ...GOLDMAN, firm: 'GS' })).toBe(callIdentity(GOLDMAN));
    expect(callIdentity({ ...GOLDMAN, horizon: { kind: 'year-end', year: 2024 } })).not.toBe(callIdentity(GOLDMAN));
  });
});

describe('knownCalls', () => {
  const first = versionWith();
  const corrected = versionWith({
    version: 2,
    value: { kind: 'return', fraction: 0.14 },
    enteredAt: '2024-05-01T00:00:00Z',
  });
  const march = versionWith({ call: 2, noteDate: '2024-03-25', enteredAt: '2024-03-25T00:00:00Z' });

  test('knows nothing of a note dated later, whenever it was entered', () => {
    const enteredEarly = { ...march, enteredAt: '2023-01-01T00:00:00Z' };
    expect(knownCalls([first, enteredEarly], '2024-03-01').map(({ call }) => call)).toEqual([1]);
    expect(knownCalls([first, march], '2024-03-25').map(({ call }) => call)).toEqual([1, 2]);
  });

  test('shows a call of the past as it was corrected later', () => {
    expect(knownCalls([first, corrected], '2024-01-22')).toEqual([corrected]);
  });

  test('a correction that moves the note’s date moves what is known', () => {
    const moved = versionWith({ version: 2, noteDate: '2024-02-12' });
    expect(knownCalls([first, moved], '2024-01-22')).toEqual([]);
  });
});

describe('latestVersions', () => {
  test('gives the ledger as it stood on an earlier day', () => {
    const first = versionWith();
    const second = versionWith({ version: 2, enteredAt: '2024-05-01T00:00:00Z' });
    expect(latestVersions([second, first], '2024-04-30T23:59:59Z')).toEqual([first]);
    expect(latestVersions([second, first])).toEqual([second]);
  });
});
