/** Calls for tests: one with everything decided, to be changed where a test needs it. */
import type { CallFacts, CallVersion } from '../../src/metrics/calls.ts';
import { seedCalls } from '../../src/store/seed/calls.ts';

/** Goldman's 12-month call of 12 January 2024, as the note states it. */
export const GOLDMAN: CallFacts = {
  firm: 'Goldman Sachs',
  people: ['David Kostin'],
  index: 'RUT',
  value: { kind: 'return', fraction: 0.15 },
  basis: 'unknown',
  baseDate: '2024-01-12',
  baseClose: 1950.96,
  horizon: { kind: 'months', months: 12 },
  noteDate: '2024-01-12',
  noteDateApproximate: false,
  variant: '',
  view: 'strategist',
  source: { link: 'https://example.com/note', publisher: 'Yahoo Finance', quote: 'should return roughly 15%' },
};

/** A version of a call, number 1 and version 1 unless said otherwise. */
export function versionWith(changes: Partial<CallVersion> = {}): CallVersion {
  return { ...GOLDMAN, call: 1, version: 1, enteredBy: 'U1', enteredAt: '2024-01-12T21:30:00Z', ...changes };
}

/** A level for a year's end, on the S&P 500. */
export function yearEnd(firm: string, level: number, changes: Partial<CallVersion> = {}): CallVersion {
  const { baseClose: _, ...facts } = versionWith({
    firm,
    index: 'GSPC',
    value: { kind: 'level', level },
    basis: 'price',
    baseDate: '2024-01-02',
    horizon: { kind: 'year-end', year: 2024 },
    noteDate: '2024-01-02',
  });
  return { ...facts, ...changes };
}

/** The shipped calls as the first versions of an empty ledger. */
export function seedVersions(): CallVersion[] {
  return seedCalls().map((facts, index) => {
    return { ...facts, call: index + 1, version: 1, enteredBy: 'seed', enteredAt: '2024-01-12T21:30:00Z' };
  });
}
