/** The ledger that ships with the product, read without a store: what `show` and an installation without one answer from. */
import type { CapwatchError } from '../../errors.ts';
import type { CallVersion } from '../../metrics/calls.ts';
import type { SurveyVersion } from '../../metrics/surveys.ts';
import type { StoreReader } from '../store.ts';
import { seedCalls } from './calls.ts';
import { SEED_USER } from './plant.ts';
import { SEED_READINGS, SEED_SERIES } from './surveys.ts';

/** When the shipped facts were put together; receipts print it as the day they were entered. */
const COMPILED_AT = '2026-11-22T12:00:00Z';
const STAMP = { version: 1, enteredBy: SEED_USER, enteredAt: COMPILED_AT } as const;

/** The seed as every team would find it in an empty store: same numbers, same order. Writes nothing. */
export function seedReader(): StoreReader {
  const calls = seedCalls().map((facts, index): CallVersion => ({ ...facts, call: index + 1, ...STAMP }));
  const readings = SEED_READINGS.map((reading): SurveyVersion => ({ ...reading, ...STAMP }));
  const planted = {
    entry: 1,
    at: COMPILED_AT,
    user: SEED_USER,
    action: 'seed' as const,
    subject: `calls 1 to ${calls.length}`,
    detail: 'the ledger that ships with Capwatch; this installation has no store',
  };
  return {
    listCallVersions: () => Promise.resolve(calls),
    findCall: (_team, call) => Promise.resolve(calls.find((one) => one.call === call)),
    listSurveySeries: () => Promise.resolve([...SEED_SERIES]),
    listSurveyReadings: () => Promise.resolve(readings),
    listAudit: () => Promise.resolve([planted]),
    findWriters: () => Promise.resolve([]),
    close: () => Promise.resolve(),
  };
}

/** Stands for a store that could not be opened: every read says why, and nothing else of Capwatch notices. */
export function brokenReader(error: CapwatchError): StoreReader {
  const refuse = () => Promise.reject(error);
  return {
    listCallVersions: refuse,
    findCall: refuse,
    listSurveySeries: refuse,
    listSurveyReadings: refuse,
    listAudit: refuse,
    findWriters: refuse,
    close: () => Promise.resolve(),
  };
}
