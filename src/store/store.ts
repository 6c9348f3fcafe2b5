/** The store as the upper floors see it: one object, every function naming its team; which database stands behind is open. */
import type { Kysely } from 'kysely';
import type { CallFacts, CallVersion } from '../metrics/calls.ts';
import type { SurveyReading, SurveySeries, SurveyVersion } from '../metrics/surveys.ts';
import { type AuditEntry, listAudit } from './audit-log.ts';
import { type CallImport, type ImportedCall, type ImportMode, recordImport } from './call-import.ts';
import {
  type CallTarget,
  type CallWrite,
  findCall,
  listCallVersions,
  recordCall,
  recordCorrection,
  recordWithdrawal,
  type Writing,
} from './call-ledger.ts';
import { type ClockStore, clockStoreOn } from './clock-store.ts';
import { type Drafting, findDraft, recordDraft, takeDraft } from './drafts.ts';
import { findKept, recordKept } from './kept.ts';
import { plantSeed } from './seed/plant.ts';
import {
  listSurveyReadings,
  listSurveySeries,
  recordSurveyReading,
  recordSurveySeries,
  type SurveyWrite,
} from './survey-ledger.ts';
import type { Tables } from './tables.ts';
import { type ThreadStore, threadStoreOn } from './thread-store.ts';
import { findWriters, recordWriters, type Writers } from './writers.ts';

/** What only reads: enough for `show` on a store that another process holds. */
export interface StoreReader {
  /** Every version of every call of the workspace; who knew what when is decided in src/metrics. */
  listCallVersions(team: string): Promise<CallVersion[]>;
  /** The newest version of one call. */
  findCall(team: string, call: number): Promise<CallVersion | undefined>;
  listSurveySeries(team: string): Promise<SurveySeries[]>;
  listSurveyReadings(team: string): Promise<SurveyVersion[]>;
  /** The newest entries first. */
  listAudit(team: string, limit?: number): Promise<AuditEntry[]>;
  findWriters(team: string): Promise<Writers>;
  close(): Promise<void>;
}

/** Market data under a name; it belongs to no team. */
export interface KeptReader {
  findKept(name: string): Promise<string | undefined>;
}

export interface Store extends StoreReader, KeptReader {
  /** Subscriptions, slots, posts, alerts and the queue. */
  readonly clock: ClockStore;
  /** Questions in threads: what came in, what posts said, turns, votes. */
  readonly threads: ThreadStore;
  recordCall(writing: Writing, facts: CallFacts): Promise<CallWrite>;
  recordCorrection(writing: Writing, correction: CallTarget & { readonly facts: CallFacts }): Promise<CallWrite>;
  recordWithdrawal(writing: Writing, withdrawal: CallTarget & { readonly on: string }): Promise<CallWrite>;
  recordImport(
    writing: Writing,
    file: { readonly calls: readonly ImportedCall[]; readonly mode: ImportMode },
  ): Promise<CallImport>;
  recordSurveySeries(writing: Writing, series: SurveySeries): Promise<SurveyWrite>;
  recordSurveyReading(
    writing: Writing,
    reading: { readonly reading: SurveyReading; readonly seen: number },
  ): Promise<SurveyWrite>;
  recordWriters(writing: Writing, writers: Writers): Promise<'written' | 'forbidden'>;
  /** Keeps a write until it is confirmed; returns its name. */
  recordDraft(drafting: Drafting, content: string): Promise<string>;
  findDraft(writing: Writing, draft: string): Promise<string | undefined>;
  /** The draft's content, once. */
  takeDraft(writing: Writing, draft: string): Promise<string | undefined>;
  /** Plants the ledger that ships with the product in a workspace that has none yet; true if it did. */
  plantSeed(team: string, at: Temporal.Instant): Promise<boolean>;
  recordKept(name: string, value: string): Promise<void>;
}

/** The reading half over an open database. */
export function storeReaderOn(db: Kysely<Tables>, close: () => Promise<void>): StoreReader {
  return {
    listCallVersions: (team) => listCallVersions(db, team),
    findCall: (team, call) => findCall(db, team, call),
    listSurveySeries: (team) => listSurveySeries(db, team),
    listSurveyReadings: (team) => listSurveyReadings(db, team),
    listAudit: (team, limit) => listAudit(db, team, limit),
    findWriters: (team) => findWriters(db, team),
    close,
  };
}

/** The whole store over an open database whose schema is this version's. */
export function storeOn(db: Kysely<Tables>, close: () => Promise<void>): Store {
  return {
    ...storeReaderOn(db, close),
    clock: clockStoreOn(db),
    threads: threadStoreOn(db),
    recordCall: (writing, facts) => recordCall(db, writing, facts),
    recordCorrection: (writing, correction) => recordCorrection(db, writing, correction),
    recordWithdrawal: (writing, withdrawal) => recordWithdrawal(db, writing, withdrawal),
    recordImport: (writing, file) => recordImport(db, writing, file),
    recordSurveySeries: (writing, series) => recordSurveySeries(db, writing, series),
    recordSurveyReading: (writing, reading) => recordSurveyReading(db, writing, reading),
    recordWriters: (writing, writers) => recordWriters(db, writing, writers),
    recordDraft: (drafting, content) => recordDraft(db, drafting, content),
    findDraft: (writing, draft) => findDraft(db, writing, draft),
    takeDraft: (writing, draft) => takeDraft(db, writing, draft),
    plantSeed: (team, at) => plantSeed(db, team, at),
    findKept: (name) => findKept(db, name),
    recordKept: (name, value) => recordKept(db, name, value),
  };
}
