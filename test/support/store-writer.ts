/** A process that writes calls until it is killed, saying after each commit which one the store acknowledged. */
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import { GOLDMAN } from './calls.ts';

const path = process.argv[2] ?? '';
const round = process.argv[3] ?? '';
const store = await openSqliteStore(path, Temporal.Now.instant());
const by = { user: `U${round}`, at: Temporal.Instant.from('2024-01-22T21:30:00Z') };
process.stdout.write('open\n');

for (let count = 1; ; count++) {
  const facts = { ...GOLDMAN, variant: `round ${round} call ${count}` };
  const added = await store.recordCall({ team: 'T1', by }, facts);
  if (added.kind !== 'written') throw new Error(added.kind);
  process.stdout.write(`${added.version.call} 1\n`);
  const corrected = await store.recordCorrection({ team: 'T1', by }, { call: added.version.call, version: 1, facts });
  if (corrected.kind !== 'written') throw new Error(corrected.kind);
  process.stdout.write(`${added.version.call} 2\n`);
}
