/** What every store must do, whatever database stands behind it; run on each by its own test file. */
import { describe, expect, test } from 'vitest';
import type { CallFacts } from '../../src/metrics/calls.ts';
import type { Store } from '../../src/store/store.ts';
import { GOLDMAN } from '../support/calls.ts';

/** Opens an empty store of its own; `reopened` closes it and opens the same one again. */
export interface Opened {
  readonly store: Store;
  reopened(): Promise<Store>;
}

const AT = Temporal.Instant.from('2024-01-12T21:30:00Z');
const LATER = AT.add({ hours: 1 });

function writing(user = 'U1', { team = 'T1', at = AT } = {}) {
  return { team, by: { user, at } };
}

const LEE: CallFacts = {
  firm: 'Fundstrat',
  people: ['Tom Lee', 'Somebody Else'],
  index: 'RUT',
  value: { kind: 'level', level: 3000 },
  basis: 'price',
  baseDate: '2023-12-29',
  horizon: { kind: 'second-half', year: 2024 },
  noteDate: '2024-01-18',
  noteDateApproximate: true,
  variant: '3,000',
  view: 'bottom-up',
  supersedes: 1,
  source: { link: 'https://example.com/lee', publisher: 'The Wealth Advisor' },
  remark: 'a remark',
};

/** Registers the suite; `open` gives a fresh store each time. */
export function storeContract(name: string, open: () => Promise<Opened>): void {
  describe(`${name}: calls`, () => {
    test('a call comes back as it was stated, with its number, version and writer', async () => {
      const { store, reopened } = await open();
      await store.recordCall(writing(), GOLDMAN);
      await store.recordCall(writing('U2'), LEE);
      const again = await reopened();
      const [first, second] = await again.listCallVersions('T1');
      expect(first).toEqual({ ...GOLDMAN, call: 1, version: 1, enteredBy: 'U1', enteredAt: '2024-01-12T21:30:00Z' });
      expect(second).toEqual({ ...LEE, call: 2, version: 1, enteredBy: 'U2', enteredAt: '2024-01-12T21:30:00Z' });
      await again.close();
    });

    test.each([
      { kind: 'months', months: 12 },
      { kind: 'year-end', year: 2026 },
      { kind: 'month', month: '2024-06' },
      { kind: 'second-half', year: 2024 },
    ] as const)('the horizon %o comes back', async (horizon) => {
      const { store } = await open();
      await store.recordCall(writing(), { ...GOLDMAN, horizon });
      expect((await store.findCall('T1', 1))?.horizon).toEqual(horizon);
      await store.close();
    });

    test('a correction is a new version; the old one stays', async () => {
      const { store } = await open();
      await store.recordCall(writing(), GOLDMAN);
      const facts: CallFacts = { ...GOLDMAN, value: { kind: 'return', fraction: 0.14 } };
      expect(await store.recordCorrection(writing('U2'), { call: 1, version: 1, facts })).toMatchObject({
        kind: 'written',
        version: { version: 2, value: { kind: 'return', fraction: 0.14 } },
      });
      expect((await store.listCallVersions('T1')).map(({ value }) => value)).toEqual([GOLDMAN.value, facts.value]);
      await store.close();
    });

    test('of two writers who saw the same version one wins, and the other is told by whom', async () => {
      const { store } = await open();
      await store.recordCall(writing(), GOLDMAN);
      const correct = (user: string, fraction: number) =>
        store.recordCorrection(writing(user), {
          call: 1,
          version: 1,
          facts: { ...GOLDMAN, value: { kind: 'return', fraction } },
        });
      const results = await Promise.all([correct('U2', 0.1), correct('U3', 0.2)]);
      expect(results.map(({ kind }) => kind).sort()).toEqual(['changed', 'written']);
      const loser = results.find(({ kind }) => kind === 'changed');
      const winner = results.find(({ kind }) => kind === 'written');
      expect(loser && 'version' in loser && loser.version).toEqual(winner && 'version' in winner && winner.version);
      expect(await store.listCallVersions('T1')).toHaveLength(2);
      await store.close();
    });

    test('a version nobody has written cannot be corrected', async () => {
      const { store } = await open();
      await store.recordCall(writing(), GOLDMAN);
      expect(await store.recordCorrection(writing(), { call: 1, version: 5, facts: GOLDMAN })).toMatchObject({
        kind: 'changed',
        version: { version: 1 },
      });
      expect(await store.listCallVersions('T1')).toHaveLength(1);
      await store.close();
    });

    test('the same note cannot be added twice, not even at the same moment or spelled otherwise', async () => {
      const { store } = await open();
      const results = await Promise.all([
        store.recordCall(writing(), GOLDMAN),
        store.recordCall(writing('U2'), { ...GOLDMAN, firm: 'GS', value: { kind: 'return', fraction: 0.2 } }),
      ]);
      expect(results.map(({ kind }) => kind)).toEqual(['written', 'exists']);
      expect(results[1]).toMatchObject({ version: { call: 1, enteredBy: 'U1' } });
      await store.close();
    });

    test('a withdrawal is a version too, and a correction after it stands again', async () => {
      const { store } = await open();
      await store.recordCall(writing(), GOLDMAN);
      await store.recordWithdrawal(writing(), { call: 1, version: 1, on: '2024-02-01' });
      expect(await store.findCall('T1', 1)).toMatchObject({ version: 2, withdrawnOn: '2024-02-01' });
      await store.recordCorrection(writing(), { call: 1, version: 2, facts: GOLDMAN });
      expect(await store.findCall('T1', 1)).not.toHaveProperty('withdrawnOn');
      expect(await store.recordWithdrawal(writing(), { call: 9, version: 1, on: '2024-02-01' })).toEqual({
        kind: 'unknown',
      });
      await store.close();
    });
  });

  describe(`${name}: workspaces and people`, () => {
    test('one workspace sees and changes nothing of another', async () => {
      const { store } = await open();
      const other = writing('U1', { team: 'T2' });
      await store.recordCall(writing(), GOLDMAN);
      await store.recordWriters(writing(), ['U1']);
      const draft = await store.recordDraft(writing(), 'secret');
      expect(await store.listCallVersions('T2')).toEqual([]);
      expect(await store.findCall('T2', 1)).toBeUndefined();
      expect(await store.listAudit('T2')).toEqual([]);
      expect(await store.findWriters('T2')).toBe('everyone');
      expect(await store.findDraft(other, draft)).toBeUndefined();
      expect(await store.recordCorrection(other, { call: 1, version: 1, facts: GOLDMAN })).toEqual({ kind: 'unknown' });
      expect(await store.recordCall(other, GOLDMAN)).toMatchObject({ kind: 'written', version: { call: 1 } });
      expect(await store.listCallVersions('T1')).toHaveLength(1);
      await store.close();
    });

    test('only the people on the list write, and only they change it', async () => {
      const { store } = await open();
      expect(await store.recordWriters(writing('U1'), ['U2'])).toBe('written');
      expect(await store.findWriters('T1')).toEqual(['U2', 'U1']);
      const refused = { kind: 'forbidden', writers: ['U2', 'U1'] };
      expect(await store.recordCall(writing('U3'), GOLDMAN)).toEqual(refused);
      expect(
        await store.recordImport(writing('U3'), { calls: [{ line: 2, facts: LEE }], mode: 'keep-the-good' }),
      ).toEqual(refused);
      expect(await store.recordWriters(writing('U3'), 'everyone')).toBe('forbidden');
      expect(await store.recordCall(writing('U2'), GOLDMAN)).toMatchObject({ kind: 'written' });
      expect(await store.recordCorrection(writing('U3'), { call: 1, version: 1, facts: GOLDMAN })).toEqual(refused);
      expect(await store.recordWithdrawal(writing('U3'), { call: 1, version: 1, on: '2024-02-01' })).toEqual(refused);
      expect(await store.recordWriters(writing('U2'), 'everyone')).toBe('written');
      expect(await store.recordCall(writing('U3'), LEE)).toMatchObject({ kind: 'written' });
      await store.close();
    });

    test('every write is in the log, newest first; a refused one is not', async () => {
      const { store } = await open();
      await store.recordCall(writing(), GOLDMAN);
      await store.recordCall(writing(), GOLDMAN);
      await store.recordCorrection(writing('U2', { at: LATER }), { call: 1, version: 1, facts: GOLDMAN });
      await store.recordWithdrawal(writing(), { call: 1, version: 2, on: '2024-02-01' });
      await store.recordWriters(writing(), ['U1']);
      const log = await store.listAudit('T1');
      expect(log.map(({ entry, action, subject, user }) => [entry, action, subject, user])).toEqual([
        [4, 'writers', 'version 1', 'U1'],
        [3, 'withdraw', 'call 1, version 3', 'U1'],
        [2, 'correct', 'call 1, version 2', 'U2'],
        [1, 'add', 'call 1, version 1', 'U1'],
      ]);
      expect(log[2]).toMatchObject({
        at: '2024-01-12T22:30:00Z',
        detail: 'target.goldman-sachs.RUT.2024-01-12 return 0.15',
      });
      expect(await store.listAudit('T1', 1)).toHaveLength(1);
      await store.close();
    });
  });

  describe(`${name}: imports`, () => {
    const calls = [
      { line: 2, facts: GOLDMAN, fileCall: 7 },
      { line: 3, facts: { ...LEE, supersedes: 99 }, fileCall: 8, fileSupersedes: 7 },
    ];

    test('are one write; a restated call is named by its number here', async () => {
      const { store } = await open();
      await store.recordCall(writing(), { ...LEE, firm: 'UBS' });
      expect(await store.recordImport(writing(), { calls, mode: 'all-or-nothing' })).toEqual({
        kind: 'written',
        from: 2,
        to: 3,
        held: [],
      });
      expect(await store.findCall('T1', 3)).toMatchObject({ firm: 'Fundstrat', supersedes: 2 });
      expect((await store.listAudit('T1'))[0]).toMatchObject({ action: 'import', subject: 'calls 2 to 3' });
      await store.close();
    });

    test('all-or-nothing writes nothing when one line is already held; keep-the-good writes the rest', async () => {
      const { store } = await open();
      await store.recordCall(writing(), GOLDMAN);
      const held = [{ line: 2, call: 1 }];
      expect(await store.recordImport(writing(), { calls, mode: 'all-or-nothing' })).toEqual({ kind: 'nothing', held });
      expect(await store.listCallVersions('T1')).toHaveLength(1);
      expect(await store.recordImport(writing(), { calls, mode: 'keep-the-good' })).toEqual({
        kind: 'written',
        from: 2,
        to: 2,
        held,
      });
      expect(await store.findCall('T1', 2)).toMatchObject({ supersedes: 1 });
      await store.close();
    });
  });

  describe(`${name}: surveys, drafts, seed`, () => {
    test('readings are versioned, and a writer who saw an older one is told', async () => {
      const { store } = await open();
      await store.plantSeed('T1', AT);
      const [reading] = await store.listSurveyReadings('T1');
      if (!reading) throw new Error('no reading');
      expect(await store.recordSurveyReading(writing(), { reading, seen: 0 })).toEqual({ kind: 'changed', version: 1 });
      expect(await store.recordSurveyReading(writing(), { reading: { ...reading, value: 4.7 }, seen: 1 })).toEqual({
        kind: 'written',
        version: 2,
      });
      const versions = (await store.listSurveyReadings('T1')).filter(
        ({ period, series }) => period === reading.period && series === reading.series,
      );
      expect(versions.map(({ version, value }) => [version, value])).toEqual([
        [1, reading.value],
        [2, 4.7],
      ]);
      await store.close();
    });

    test('a series’ wording can change; the newest counts', async () => {
      const { store } = await open();
      await store.plantSeed('T1', AT);
      const [series] = await store.listSurveySeries('T1');
      if (!series) throw new Error('no series');
      await store.recordSurveySeries(writing(), { ...series, question: 'Asked otherwise?' });
      const now = await store.listSurveySeries('T1');
      expect(now.map(({ question }) => question)).toContain('Asked otherwise?');
      expect(now).toHaveLength(2);
      await store.close();
    });

    test('the seed is planted once, never into a ledger somebody writes', async () => {
      const { store } = await open();
      expect(await store.plantSeed('T1', AT)).toBe(true);
      const planted = await store.listCallVersions('T1');
      expect(await store.plantSeed('T1', LATER)).toBe(false);
      expect(await store.listCallVersions('T1')).toEqual(planted);
      expect(planted[3]).toMatchObject({ noteDate: '2024-01-12', supersedes: 3, enteredBy: 'seed' });
      await store.recordCall(writing('U1', { team: 'T2' }), GOLDMAN);
      expect(await store.plantSeed('T2', AT)).toBe(false);
      expect(await store.listCallVersions('T2')).toHaveLength(1);
      await store.close();
    });

    test('a draft is taken once, by its writer, within the hour', async () => {
      const { store } = await open();
      const draft = await store.recordDraft(writing(), '{"a":1}');
      expect(draft).toBe('draft-1');
      expect(await store.takeDraft(writing('U2'), draft)).toBeUndefined();
      expect(await store.findDraft(writing(), draft)).toBe('{"a":1}');
      expect(await store.takeDraft(writing('U1', { at: LATER }), draft)).toBeUndefined();
      expect(await Promise.all([store.takeDraft(writing(), draft), store.takeDraft(writing(), draft)])).toEqual([
        '{"a":1}',
        undefined,
      ]);
      expect(await store.recordDraft(writing(), 'x')).toBe('draft-2');
      expect(await store.takeDraft(writing(), 'draft-x')).toBeUndefined();
      await store.close();
    });
  });
  describe(`${name}: what was kept of the market`, () => {
    test('comes back after a restart, the newest text under each name', async () => {
      const { store, reopened } = await open();
      expect(await store.findKept('bars/RUT')).toBeUndefined();
      await store.recordKept('bars/RUT', 'one');
      await store.recordKept('strip/2024', 'strip');
      await store.recordKept('bars/RUT', 'x'.repeat(1_000_000));
      const again = await reopened();
      expect(await again.findKept('bars/RUT')).toBe('x'.repeat(1_000_000));
      expect(await again.findKept('strip/2024')).toBe('strip');
      await again.close();
    });
  });
}
