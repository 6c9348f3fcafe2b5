/** Many calls in one write: all of them or, where asked, those the ledger does not hold yet; one entry in the log. */
import type { Kysely, Transaction } from 'kysely';
import { type CallFacts, callIdentity } from '../metrics/calls.ts';
import { type AuditAction, recordAudit } from './audit-log.ts';
import { nextNumber, type Writing } from './call-ledger.ts';
import { callRow } from './call-rows.ts';
import type { Tables } from './tables.ts';
import { findWriters, mayWrite, type Writers } from './writers.ts';

/** A call to import, and where it stood in the file. */
export interface ImportedCall {
  readonly line: number;
  readonly facts: CallFacts;
  /** Its number in the ledger the file was exported from, and there the number of the call it restates. */
  readonly fileCall?: number;
  readonly fileSupersedes?: number;
}

export type ImportMode = 'all-or-nothing' | 'keep-the-good';

export type CallImport =
  /** `from`–`to`: the new calls' numbers; `held`: lines whose note the ledger already has. */
  | { readonly kind: 'written'; readonly from: number; readonly to: number; readonly held: readonly HeldLine[] }
  /** Nothing was written: all-or-nothing met lines already held, or there was nothing new. */
  | { readonly kind: 'nothing'; readonly held: readonly HeldLine[] }
  | { readonly kind: 'forbidden'; readonly writers: Writers };

interface HeldLine {
  readonly line: number;
  /** The number of the call that holds the same note. */
  readonly call: number;
}

/** Rows per insert: far below the parameters one statement may have. */
const CHUNK = 200;

/** Writes the calls of a file in one transaction. */
export async function recordImport(
  db: Kysely<Tables>,
  { action = 'import', ...writing }: Writing & { readonly action?: AuditAction },
  { calls, mode }: { readonly calls: readonly ImportedCall[]; readonly mode: ImportMode },
): Promise<CallImport> {
  return db.transaction().execute(async (trx) => {
    const writers = await findWriters(trx, writing.team);
    if (!mayWrite(writers, writing.by.user)) return { kind: 'forbidden', writers };
    const held = await heldLines(trx, writing.team, calls);
    const lines = new Set(held.map(({ line }) => line));
    const fresh = calls.filter(({ line }) => !lines.has(line));
    if (fresh.length === 0 || (mode === 'all-or-nothing' && held.length > 0)) return { kind: 'nothing', held };
    const from = await nextNumber(trx, writing.team);
    const to = from + fresh.length - 1;
    await insertAll(trx, writing, { fresh, from, held, all: calls });
    const detail = `${fresh.length} calls, ${held.length} lines already held`;
    await recordAudit(trx, writing, { action, subject: `calls ${from} to ${to}`, detail });
    return { kind: 'written', from, to, held };
  });
}

async function heldLines(trx: Transaction<Tables>, team: string, calls: readonly ImportedCall[]): Promise<HeldLine[]> {
  const rows = await trx.selectFrom('calls').select(['call', 'identity']).where('team', '=', team).execute();
  const numbers = new Map(rows.map(({ identity, call }) => [identity, call]));
  return calls.flatMap(({ line, facts }) => {
    const call = numbers.get(callIdentity(facts));
    return call === undefined ? [] : [{ line, call }];
  });
}

interface Fresh {
  readonly fresh: readonly ImportedCall[];
  readonly from: number;
  readonly held: readonly HeldLine[];
  /** Every line of the file, held ones included. */
  readonly all: readonly ImportedCall[];
}

/** The number here of every call of the file that carried one of its own. */
function numbersHere({ fresh, from, held, all }: Fresh): Map<number, number> {
  const byLine = new Map(held.map(({ line, call }) => [line, call]));
  for (const [index, { line }] of fresh.entries()) byLine.set(line, from + index);
  return new Map(
    all.flatMap(({ line, fileCall }) => {
      const call = byLine.get(line);
      return fileCall === undefined || call === undefined ? [] : [[fileCall, call] as const];
    }),
  );
}

async function insertAll(trx: Transaction<Tables>, { team, by }: Writing, file: Fresh): Promise<void> {
  const here = numbersHere(file);
  const stamp = { team, version: 1, enteredBy: by.user, enteredAt: by.at.toString() };
  for (let start = 0; start < file.fresh.length; start += CHUNK) {
    const chunk = file.fresh.slice(start, start + CHUNK).map(({ facts, fileSupersedes }, index) => {
      const supersedes = fileSupersedes === undefined ? facts.supersedes : here.get(fileSupersedes);
      return { facts: { ...facts, ...(supersedes !== undefined && { supersedes }) }, call: file.from + start + index };
    });
    const identities = chunk.map(({ facts, call }) => ({ team, call, identity: callIdentity(facts) }));
    await trx.insertInto('calls').values(identities).execute();
    await trx
      .insertInto('call_versions')
      .values(chunk.map(({ facts, call }) => callRow(facts, { ...stamp, call })))
      .execute();
    // One connection, synchronous underneath: without this a large file would hold up every answer.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
