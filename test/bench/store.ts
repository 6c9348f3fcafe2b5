/** Bench of the store: start, one write, a file of 10,000 calls, what too large a file costs, reading all of it back. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callStates } from '../../src/metrics/call-status.ts';
import { backUp } from '../../src/store/backup.ts';
import { parseCallFile } from '../../src/store/import/calls.ts';
import { collected } from '../../src/store/import/text.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';

const NOW = Temporal.Instant.from('2024-01-22T21:30:00Z');
const WRITING = { team: 'T1', by: { user: 'U1', at: NOW } };
const TODAY = { today: '2024-01-22' };
const HEADER = 'as_of,firm,strategist,horizon,target_level,expected_return_pct,source_url,note\n';
const MEGABYTE = 1024 * 1024;
const WRITES = 300;

/** Report lines: times in ms; memory is what the process grew by while a file was refused. */
export async function benchStore(): Promise<string[]> {
  const path = join(mkdtempSync(join(tmpdir(), 'capwatch-bench-')), 'capwatch.db');
  const refusals = [
    await refusal('50 MB upload', () => collected(megabytes(50))),
    await refusal('1 M rows', millionRows),
  ];
  let store: Store | undefined;
  const created = await timed(async () => {
    store = await openSqliteStore(path, NOW);
  });
  if (!store) throw new Error('no store');
  const report = [`store, created and migrated ${created.toFixed(0)} ms`, ...refusals, ...(await use(store, path))];
  await store.close();
  const reopened = await timed(async () => {
    store = await openSqliteStore(path, NOW);
  });
  await store.close();
  return [...report, `  start with 10,000 calls ${reopened.toFixed(0)} ms`];
}

async function use(store: Store, path: string): Promise<string[]> {
  const text = HEADER + Array.from({ length: 10_000 }, (_, index) => line(index)).join('');
  let parsed = parseCallFile(HEADER, TODAY);
  const read = await timed(() => {
    parsed = parseCallFile(text, TODAY);
  });
  const { calls } = parsed;
  const written = await timed(() => store.recordImport(WRITING, { calls, mode: 'all-or-nothing' }));
  const writes: number[] = [];
  for (let count = 0; count < WRITES; count++) {
    const facts = calls[count]?.facts;
    if (facts) writes.push(await timed(() => store.recordCall(WRITING, { ...facts, variant: `bench ${count}` })));
  }
  let listed: Awaited<ReturnType<Store['listCallVersions']>> = [];
  const listing = await timed(async () => {
    listed = await store.listCallVersions('T1');
  });
  const states = await timed(() => callStates(listed, '2024-01-22', () => undefined));
  const copied = await timed(() => backUp(path, `${path}.copy`));
  writes.sort((a, b) => a - b);
  const at = (share: number) => (writes[Math.floor(writes.length * share)] ?? 0).toFixed(1);
  return [
    `  file of ${calls.length} calls: read ${read.toFixed(0)} ms, written ${written.toFixed(0)} ms`,
    `  one write p50 ${at(0.5)} ms, p99 ${at(0.99)} ms (with its log entry, on the disk)`,
    `  ${listed.length} calls: listed ${listing.toFixed(0)} ms, their states ${states.toFixed(0)} ms, copied ${copied.toFixed(0)} ms`,
  ];
}

function line(index: number): string {
  const date = Temporal.PlainDate.from('1995-01-02').add({ days: index }).toString();
  return `${date},Firm ${index % 40},Somebody,12-month return,,${index % 30},https://example.com/notes/${index},\n`;
}

function millionRows(): unknown {
  return parseCallFile(HEADER + 'a\n'.repeat(1_000_000), TODAY);
}

async function* megabytes(count: number): AsyncGenerator<Uint8Array> {
  for (let sent = 0; sent < count; sent++) yield Buffer.alloc(MEGABYTE, 'as_of,firm\n');
}

async function refusal(what: string, work: () => unknown): Promise<string> {
  const before = process.memoryUsage.rss();
  let sentence = 'was accepted';
  const took = await timed(async () => {
    try {
      await work();
    } catch (error) {
      sentence = error instanceof Error ? error.message : String(error);
    }
  });
  const grown = (process.memoryUsage.rss() - before) / MEGABYTE;
  return `  ${what}: ${took.toFixed(0)} ms, +${grown.toFixed(0)} MB (budget 2,000 ms, +50 MB): ${sentence}`;
}

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
