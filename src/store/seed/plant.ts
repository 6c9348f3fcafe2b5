/** Plants the ledger that ships with the product in a workspace that has none: through the same writes as a person's. */
import type { Kysely } from 'kysely';
import { listAudit } from '../audit-log.ts';
import { recordImport } from '../call-import.ts';
import { listSurveySeries, recordSurveyReading, recordSurveySeries } from '../survey-ledger.ts';
import type { Tables } from '../tables.ts';
import { seedCalls } from './calls.ts';
import { SEED_READINGS, SEED_SERIES } from './surveys.ts';

/** Who entered a seeded row, in the log and in the ledger. */
export const SEED_USER = 'seed';

/**
 * Writes the seed once: not into a workspace whose log has any entry, and each half only while it is missing, so that a
 * start cut off in between is finished by the next. True when something was written.
 */
export async function plantSeed(db: Kysely<Tables>, team: string, at: Temporal.Instant): Promise<boolean> {
  const log = await listAudit(db, team, 1000);
  if (log.some(({ user }) => user !== SEED_USER)) return false;
  const writing = { team, by: { user: SEED_USER, at } };
  const series = await listSurveySeries(db, team);
  const planted = log.some(({ action }) => action === 'seed');
  if (!planted) {
    const calls = seedCalls().map((facts, index) => ({ line: index + 1, facts }));
    await recordImport(db, { ...writing, action: 'seed' }, { calls, mode: 'keep-the-good' });
  }
  const missing = SEED_SERIES.filter(
    (one) => !series.some((held) => held.survey === one.survey && held.series === one.series),
  );
  for (const one of missing) await recordSurveySeries(db, writing, one);
  for (const reading of SEED_READINGS) await recordSurveyReading(db, writing, { reading, seen: 0 });
  return !planted || missing.length > 0;
}
