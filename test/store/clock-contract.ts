/** What every store must do for the clock, whatever database stands behind it; run on each by its own test file. */
import { afterEach, describe, expect, test } from 'vitest';
import type { DueSlot } from '../../src/calendar/slots.ts';
import { createLog } from '../../src/log.ts';
import type { JobResult, QueuedJob } from '../../src/store/queue.ts';
import type { SlotClaim } from '../../src/store/slots.ts';
import type { Store } from '../../src/store/store.ts';
import type { SubscriptionFacts } from '../../src/store/subscriptions.ts';

const at = (text: string) => Temporal.Instant.from(text);
const NOON = at('2024-01-22T12:00:00Z');
const LATER = NOON.add({ minutes: 1 });

const FACTS: SubscriptionFacts = {
  channel: 'C1',
  channelName: '#desk-us',
  kind: 'morning',
  time: '07:00',
  zone: 'America/New_York',
  parts: ['fed', 'smallcaps'],
  placement: 'thread',
  theme: 'dark',
};
const MONDAY: DueSlot = { name: 'morning', day: '2024-01-22', due: NOON };
const TUESDAY: DueSlot = { name: 'morning', day: '2024-01-23', due: NOON.add({ hours: 24 }) };

const by = (team = 'T1', user = 'U1') => ({ team, by: { user, at: NOON } });
const claim = (more: Partial<SlotClaim> = {}): SlotClaim => ({
  team: 'T1',
  subscription: 'sub-1',
  channel: 'C1',
  slot: MONDAY,
  state: 'queued',
  detail: '',
  next: TUESDAY,
  ...more,
});
const POST = {
  team: 'T1',
  key: 'sub-1/2024-01-22/morning',
  channel: 'C1',
  about: 'morning',
  day: '2024-01-22',
  snapshot: '{}',
};

/** Registers the suite; `open` gives a fresh store each time. */
export function clockContract(name: string, open: () => Promise<Store>): void {
  let store: Store;
  const opened = async () => {
    store = await open();
    return store.clock;
  };
  afterEach(() => store.close());

  describe(`${name}: subscriptions`, () => {
    test('one comes back as it was asked for; asking again changes it and keeps its number', async () => {
      const clock = await opened();
      const first = await clock.recordSubscription(by(), { facts: FACTS, next: MONDAY });
      expect(first).toEqual({
        change: 'added',
        subscription: {
          ...FACTS,
          team: 'T1',
          id: 'sub-1',
          by: 'U1',
          createdAt: NOON,
          status: 'active',
          reason: '',
          next: MONDAY,
        },
      });
      const second = await clock.recordSubscription(by('T1', 'U2'), {
        facts: { ...FACTS, time: '08:00' },
        next: TUESDAY,
      });
      expect(second).toMatchObject({
        change: 'changed',
        subscription: { id: 'sub-1', by: 'U2', time: '08:00', next: TUESDAY },
      });
      expect(await clock.listSubscriptions('T1')).toHaveLength(1);
    });

    test('belong to their team, whatever their number', async () => {
      const clock = await opened();
      await clock.recordSubscription(by('T1'), { facts: FACTS, next: MONDAY });
      await clock.recordSubscription(by('T2'), { facts: FACTS, next: MONDAY });
      expect(await clock.findSubscription('T3', 'sub-1')).toBeUndefined();
      await clock.changeStatus({ team: 'T2', id: 'sub-1' }, { status: 'ended', reason: '', next: undefined });
      expect((await clock.listSubscriptions('T1')).map(({ id }) => id)).toEqual(['sub-1']);
      expect(await clock.listSubscriptions('T2')).toEqual([]);
      expect(await clock.listDueSubscriptions('T2', { now: LATER, limit: 9 })).toEqual([]);
    });

    test('a status changes once: only the first call hears that it did', async () => {
      const clock = await opened();
      await clock.recordSubscription(by(), { facts: FACTS, next: MONDAY });
      const paused = { status: 'paused', reason: 'the channel is archived', next: undefined } as const;
      const heard = await Promise.all([1, 2, 3].map(() => clock.changeStatus({ team: 'T1', id: 'sub-1' }, paused)));
      expect(heard.sort()).toEqual([false, false, true]);
      expect(await clock.findSubscription('T1', 'sub-1')).toMatchObject({ status: 'paused', reason: paused.reason });
      expect(await clock.listDueSubscriptions('T1', { now: LATER, limit: 9 })).toEqual([]);
    });

    test.each(['sub-0', 'sub-x', '', "sub-1' or 1=1", 'sub-1.5', 'sub-99999999999999999999'])(
      'nothing is %j',
      async (id) => {
        const clock = await opened();
        await clock.recordSubscription(by(), { facts: FACTS, next: MONDAY });
        expect(await clock.findSubscription('T1', id)).toBeUndefined();
      },
    );
  });

  describe(`${name}: slots`, () => {
    test('are claimed once, by however many at once, and queue one job', async () => {
      const clock = await opened();
      await clock.recordSubscription(by(), { facts: FACTS, next: MONDAY });
      const won = await Promise.all([1, 2, 3].map(() => clock.claimSlots([claim()], LATER)));
      expect(won.sort()).toEqual([0, 0, 1]);
      expect((await clock.findSubscription('T1', 'sub-1'))?.next).toEqual(TUESDAY);
      expect(await clock.claimSlots([claim()], LATER.subtract({ hours: 48 }))).toBe(0);
    });

    test('end with their outcome, and the channel remembers what it was told in the same step', async () => {
      const clock = await opened();
      await clock.recordSubscription(by(), { facts: FACTS, next: MONDAY });
      await clock.claimSlots([claim()], LATER);
      const key = { team: 'T1', job: 'sub-1', day: '2024-01-22', slot: 'morning' };
      const logged = { ...key, channel: 'C1', due: NOON, state: 'sent', detail: 'Late.', at: LATER } as const;
      await clock.recordSlot(logged, { day: '2024-01-22', snapshot: '{"a":1}', standing_ts: '1.2' });
      expect(await clock.listSlots('T1', { channel: 'C1' })).toEqual([logged]);
      expect(await clock.listSlots('T2')).toEqual([]);
      expect(await clock.findSubscription('T1', 'sub-1')).toMatchObject({
        seen: { day: '2024-01-22', snapshot: '{"a":1}' },
        standing_ts: '1.2',
      });
      await clock.forgetThread({ team: 'T1', id: 'sub-1' }, '9.9');
      await clock.forgetThread({ team: 'T2', id: 'sub-1' }, '1.2');
      expect(await clock.findSubscription('T1', 'sub-1')).toHaveProperty('standing_ts', '1.2');
      await clock.forgetThread({ team: 'T1', id: 'sub-1' }, '1.2');
      expect(await clock.findSubscription('T1', 'sub-1')).not.toHaveProperty('standing_ts');
    });
  });

  describe(`${name}: posts`, () => {
    test('are claimed by one', async () => {
      const clock = await opened();
      const claims = await Promise.all([1, 2, 3].map(() => clock.claimPost(POST, NOON)));
      expect(claims.map(({ kind }) => kind).sort()).toEqual(['held', 'held', 'mine']);
    });

    test('that were sent stay sent, and are found by key and by place', async () => {
      const clock = await opened();
      await clock.claimPost(POST, NOON);
      await clock.recordSent(POST, { channel: 'C1', ts: '1.1' });
      expect(await clock.claimPost(POST, LATER.add({ hours: 9 }))).toEqual({
        kind: 'sent',
        place: { channel: 'C1', ts: '1.1' },
        pictures: 'pending',
      });
      await clock.releasePost(POST);
      await clock.recordUnknown(POST);
      const place = { channel: 'C1', ts: '1.1' };
      expect(await clock.findPost(POST)).toEqual({ ...POST, place });
      expect(await clock.findPostAt('T1', place)).toEqual({ ...POST, place });
      expect(await clock.findPostAt('T2', place)).toBeUndefined();
    });

    test('whose sender vanished are ambiguous to one, after the lease', async () => {
      const clock = await opened();
      await clock.claimPost(POST, NOON);
      expect((await clock.claimPost(POST, NOON.add({ seconds: 29 }))).kind).toBe('held');
      const late = NOON.add({ seconds: 31 });
      const claims = await Promise.all([1, 2].map(() => clock.claimPost(POST, late)));
      expect(claims.map(({ kind }) => kind).sort()).toEqual(['ambiguous', 'held']);
      expect(claims).toContainEqual({ kind: 'ambiguous', since: NOON });
    });

    test('of a sender whose clock was then set back are not held for hours', async () => {
      const clock = await opened();
      await clock.claimPost(POST, NOON);
      expect((await clock.claimPost(POST, NOON.subtract({ hours: 2 }))).kind).toBe('ambiguous');
    });

    test('that were refused are free again; doubtful ones never', async () => {
      const clock = await opened();
      await clock.claimPost(POST, NOON);
      await clock.releasePost(POST);
      expect((await clock.claimPost(POST, NOON)).kind).toBe('mine');
      await clock.recordUnknown(POST);
      expect((await clock.claimPost(POST, LATER.add({ hours: 9 }))).kind).toBe('unknown');
    });
  });

  describe(`${name}: queue`, () => {
    let now = NOON;
    const done: string[] = [];
    const logged: string[] = [];
    /** A queue whose handler does what `act` says. */
    async function queueOf(act: (job: QueuedJob) => JobResult | Promise<JobResult>) {
      const clock = await opened();
      now = NOON;
      done.length = 0;
      const wait = (_ms: number, signal?: AbortSignal) =>
        new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
      const log = createLog('error', (line) => logged.push(line));
      const make = () => {
        const queue = clock.createQueue({ clock: () => now, wait, log });
        queue.work('j', async (job) => {
          const result = await act(job);
          if (result === undefined) done.push(job.payload);
          return result;
        });
        return queue;
      };
      return { queue: make(), make };
    }
    const send = (queue: Awaited<ReturnType<typeof queueOf>>['queue'], key: string, lane = key) =>
      queue.send('j', key, { team: 'T1', key, lane });

    test('takes a key once, for good', async () => {
      const { queue } = await queueOf(() => undefined);
      await queue.start();
      expect(await send(queue, 'a')).toBe('queued');
      await queue.drain();
      expect(await send(queue, 'a')).toBe('known');
      await queue.drain();
      expect(done).toEqual(['a']);
      await queue.stop();
    });

    test('keeps the order of a lane, also while its first job waits, and lets others pass', async () => {
      let refused = false;
      const { queue } = await queueOf(({ key }) => {
        if (key !== 'a1' || refused) return undefined;
        refused = true;
        return { again: { seconds: 30 } };
      });
      for (const [key, lane] of [
        ['a1', 'A'],
        ['a2', 'A'],
        ['b1', 'B'],
        ['a3', 'A'],
      ] as const)
        await send(queue, key, lane);
      await queue.start();
      await queue.drain();
      expect(done).toEqual(['b1']);
      now = NOON.add({ seconds: 31 });
      await queue.drain();
      expect(done).toEqual(['b1', 'a1', 'a2', 'a3']);
      await queue.stop();
    });

    test('keeps a time to wait over a restart', async () => {
      const { queue, make } = await queueOf(() =>
        now.epochMilliseconds < LATER.epochMilliseconds ? { again: { minutes: 1 } } : undefined,
      );
      await send(queue, 'a');
      await queue.start();
      await queue.drain();
      await queue.stop();
      const second = make();
      now = NOON.add({ seconds: 30 });
      await second.start();
      await second.drain();
      expect(done).toEqual([]);
      now = LATER;
      await second.drain();
      expect(done).toEqual(['a']);
      await second.stop();
    });

    test('does not wait for hours after the clock was set back', async () => {
      const { queue } = await queueOf(({ attempt }) => (attempt === 1 ? { again: { seconds: 30 } } : undefined));
      await send(queue, 'a');
      await queue.start();
      await queue.drain();
      now = NOON.subtract({ hours: 2 });
      await queue.drain();
      expect(done).toEqual(['a']);
      await queue.stop();
    });

    test('runs again what a killed process was running, and nothing that is running here', async () => {
      const { promise: never, resolve: release } = Promise.withResolvers<undefined>();
      let runs = 0;
      const { queue, make } = await queueOf(() => {
        runs += 1;
        return runs === 1 ? never : undefined;
      });
      await send(queue, 'a');
      await queue.start();
      await expect.poll(() => runs).toBe(1);
      now = NOON.add({ hours: 5 });
      void queue.drain();
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(runs).toBe(1);
      const second = make();
      await second.start();
      await second.drain();
      expect(runs).toBe(2);
      release(undefined);
      await queue.stop();
      await second.stop();
    });

    test('tries a failing job again with longer pauses, gives it up, and logs it', async () => {
      const tries: number[] = [];
      const { queue } = await queueOf(({ attempt }) => {
        tries.push(attempt);
        throw new Error('broken');
      });
      await send(queue, 'a');
      await send(queue, 'b', 'a');
      await queue.start();
      for (let minute = 0; minute < 120; minute += 1) {
        now = now.add({ minutes: 1 });
        await queue.drain();
      }
      expect(tries.slice(0, 12)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
      expect(tries).toHaveLength(24);
      expect(logged.some((line) => line.includes('job given up'))).toBe(true);
      await queue.stop();
    });

    test('forgets what was done long ago, and nothing else', async () => {
      const { queue, make } = await queueOf(({ key }) => (key === 'waits' ? { again: { minutes: 1 } } : undefined));
      await send(queue, 'a');
      await send(queue, 'waits');
      await queue.start();
      await queue.drain();
      await queue.stop();
      now = NOON.add({ hours: 24 * 61 });
      const later = make();
      await later.start();
      await later.drain();
      expect([await send(later, 'a'), await send(later, 'waits')]).toEqual(['queued', 'known']);
      await later.stop();
    });

    test('stopping waits for what is running and takes nothing new', async () => {
      const { promise: going, resolve: finish } = Promise.withResolvers<undefined>();
      const { queue } = await queueOf(() => going);
      await send(queue, 'a', 'A');
      await send(queue, 'b', 'A');
      await queue.start();
      await new Promise((resolve) => setTimeout(resolve, 20));
      const stopping = queue.stop();
      finish(undefined);
      await stopping;
      expect(done).toEqual(['a']);
    });
  });
}
