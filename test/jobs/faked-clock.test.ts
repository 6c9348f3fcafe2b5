import type { ChildProcess } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import type { SubscriptionFacts } from '../../src/store/subscriptions.ts';
import { at, TEAM } from '../support/clock-rig.ts';
import { describeWithFakedClock, type FakedDesk, fakedDesk } from '../support/faked-clock.ts';

/** The data folder is empty: the lead says what is missing, and the calendar is the one section below it. */
const LEAD = 'Index closes missing for Monday. Fed odds missing for Monday. Mon 22 Jan 2024.';
const SECTION = '1/1 Today, Tue 23 Jan 2024: no releases in the calendar.';
const BOTH = [LEAD, SECTION];
/** Other places, whose summaries show that the process is awake. */
const DIRECT = 'D0CAPWATCH0';
const MARKETS = 'C0MARKETS01';
const WAKE_MS = 20_000;
/** Two wakes, on a busy machine. */
const PATIENCE_MS = 40_000;

const desks: FakedDesk[] = [];
afterAll(() => Promise.all(desks.map((desk) => desk.close())));

async function deskAt(time: string, subscription: Partial<SubscriptionFacts> = {}): Promise<FakedDesk> {
  const desk = await fakedDesk(time, [subscription]);
  desks.push(desk);
  return desk;
}

const posted = (desk: FakedDesk, count: number, channel?: string) =>
  desk.standIn.until(`${count} posts`, () => desk.texts(channel).length >= count, PATIENCE_MS);

/** The real time until the faked clock shows `time`. */
async function reached(desk: FakedDesk, time: string): Promise<void> {
  const ms = desk.now().until(at(time)).total('milliseconds');
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}

/** The log says `words`, at once or as soon as the outcome is written. */
const logged = (desk: FakedDesk, words: string) =>
  expect.poll(() => desk.answered('/capwatch log'), { timeout: PATIENCE_MS, interval: 500 }).toContain(words);

/** Started a while before `due`, then the clock moved on, so that the process next wakes at `due` and not sooner than in two seconds. */
async function startedBefore(due: string, desk: FakedDesk): Promise<ChildProcess> {
  desk.set(at(due).subtract({ minutes: 10, seconds: 6 }).toString());
  const child = await desk.start();
  const wake = () => Math.ceil(desk.now().epochMilliseconds / WAKE_MS) * WAKE_MS;
  if (wake() - desk.now().epochMilliseconds < 2000) await reached(desk, desk.now().add({ seconds: 3 }).toString());
  desk.shift(Temporal.Instant.fromEpochMilliseconds(wake()), at(due));
  return child;
}

/** Rows of the delivery log, as the store holds them once no process does. */
async function slots(desk: FakedDesk): Promise<string[]> {
  const store = await openSqliteStore(desk.path, desk.now());
  const rows = await store.clock.listSlots(TEAM);
  await store.close();
  return rows.map(({ job, day, state }) => `${job} ${day} ${state}`);
}

describeWithFakedClock('the real entry under a faked clock', () => {
  describe('at 07:00', () => {
    it('is silent before, posts once, and says so in the log', async () => {
      const desk = await deskAt('2024-01-23T11:00:00Z');
      await startedBefore('2024-01-23T12:00:00Z', desk);
      await reached(desk, '2024-01-23T11:59:59.500Z');
      expect(desk.texts()).toEqual([]);
      await posted(desk, 2);
      expect(desk.now().toString().slice(0, 18)).toBe('2024-01-23T12:00:0');

      expect(desk.texts()).toEqual(BOTH);
      await logged(desk, '*Tue 23 Jan 07:00*  morning summary, sent · `sub-1`');
    });

    it('is killed at 06:59:59: once after the next start, and not again after another', async () => {
      const desk = await deskAt('2024-01-23T11:00:00Z');
      await startedBefore('2024-01-23T12:00:00Z', desk);
      await reached(desk, '2024-01-23T11:59:59Z');
      expect(await desk.end('SIGKILL')).toEqual([null, 'SIGKILL']);
      expect(desk.texts()).toEqual([]);
      await desk.start();
      await posted(desk, 2);
      await desk.end('SIGKILL');
      desk.set('2024-01-23T12:01:00Z');
      await desk.start();
      await posted(desk, 2);
      await logged(desk, 'morning summary, sent');

      expect(desk.texts()).toEqual(BOTH);
      expect(await desk.end('SIGTERM')).toEqual([0, null]);
      expect(await slots(desk)).toEqual(['sub-1 2024-01-23 sent']);
    });

    it('is told to stop while Slack takes a post: ends by itself within ten seconds, and the next start goes on', async () => {
      const desk = await deskAt('2024-01-23T11:59:00Z');
      desk.set('2024-01-23T12:00:05Z');
      desk.standIn.failNext('chat.postMessage', { delayMs: 5000 });
      await desk.start();
      await reached(desk, desk.now().add({ milliseconds: 1500 }).toString());
      expect(desk.texts()).toEqual([]);
      const begun = performance.now();
      expect(await desk.end('SIGTERM')).toEqual([0, null]);
      expect(performance.now() - begun).toBeLessThan(10_000);
      expect(desk.texts()).toContain(LEAD);
      desk.set('2024-01-23T12:01:00Z');
      await desk.start();
      await posted(desk, 2);
      await desk.end('SIGTERM');

      expect(desk.texts()).toEqual(BOTH);
      expect(await slots(desk)).toEqual(['sub-1 2024-01-23 sent']);
    });

    it('hears nothing for ten seconds from a Slack that took the post: looks for it, and posts nothing again', async () => {
      const desk = await deskAt('2024-01-23T11:59:00Z');
      desk.set('2024-01-23T12:00:05Z');
      desk.standIn.failNext('chat.postMessage', { delayMs: 10_500, afterStoring: true });
      await desk.start();
      await posted(desk, 1);
      // The process gives up after ten seconds; then nobody looks before the half minute of its claim is over.
      await reached(desk, desk.now().add({ seconds: 12 }).toString());
      desk.set('2024-01-23T12:01:00Z');
      await posted(desk, 2);

      expect(desk.texts()).toEqual(BOTH);
      expect(desk.standIn.calls.some(({ method }) => method === 'conversations.history')).toBe(true);
    });
  });

  describe('a machine that sleeps from 06:55', () => {
    /** Stopped, as by a closed lid, while the clock goes on. */
    async function asleepUntil(time: string): Promise<FakedDesk> {
      const desk = await deskAt('2024-01-23T11:00:00Z');
      const child = await startedBefore('2024-01-23T11:55:00Z', desk);
      child.kill('SIGSTOP');
      desk.set(time);
      child.kill('SIGCONT');
      return desk;
    }

    it('until 07:20 posts once, marked as late', async () => {
      const desk = await asleepUntil('2024-01-23T12:20:03Z');
      await posted(desk, 2);

      expect(desk.texts()).toEqual([`${LEAD} Late: due 07:00 New York, sent 07:20.`, SECTION]);
      await logged(desk, 'morning summary, sent · Late: due 07:00 New York, sent 07:20. · `sub-1`');
    });

    it('until 17:00 posts nothing, and the log says why', async () => {
      const desk = await asleepUntil('2024-01-23T22:00:03Z');
      await logged(
        desk,
        'morning summary, skipped · Missed: due Tue 23 Jan 07:00, Capwatch was back at 17:00. · `sub-1`',
      );

      expect(desk.texts()).toEqual([]);
    });
  });

  describe('a clock that is set after 07:00', () => {
    it.each([
      { what: 'two hours back', to: '2024-01-23T10:00:46Z', wake: '05:01', later: '2024-01-23T11:59:46Z', more: 0 },
      { what: 'a day back', to: '2024-01-22T12:00:46Z', wake: '07:01', later: '2024-01-23T11:59:46Z', more: 0 },
      { what: 'an hour ahead', to: '2024-01-23T13:00:46Z', wake: '08:01', later: '2024-01-24T11:59:46Z', more: 2 },
    ])('$what: stays awake, posts nothing again, and the next morning once', async ({ to, wake, later, more }) => {
      const desk = await deskAt('2024-01-23T11:59:00Z');
      for (const channel of desk.standIn.workspace.channels.values()) channel.botIsMember = true;
      desk.set('2024-01-23T12:00:16Z');
      await desk.start();
      await posted(desk, 2);
      desk.set(to);
      await desk.answered(`/capwatch subscribe morning at ${wake} channel`, DIRECT);
      await posted(desk, 1, DIRECT);
      expect(desk.texts()).toEqual(BOTH);

      desk.set(later);
      await desk.answered('/capwatch subscribe morning at 07:00 channel', MARKETS);
      await posted(desk, 1, MARKETS);
      await posted(desk, 2 + more);
      expect(desk.texts()).toHaveLength(2 + more);
    });
  });

  describe('the Monday after the clocks were changed', () => {
    it.each([
      { zone: 'America/New_York', friday: '2026-03-06T13:00:00Z', due: '2026-03-09T11:00:00Z' },
      { zone: 'America/New_York', friday: '2026-10-30T13:00:00Z', due: '2026-11-02T12:00:00Z' },
      { zone: 'Europe/London', friday: '2026-03-27T13:00:00Z', due: '2026-03-30T06:00:00Z' },
      { zone: 'Europe/London', friday: '2026-10-23T13:00:00Z', due: '2026-10-26T07:00:00Z' },
      { zone: 'Australia/Sydney', friday: '2026-04-02T23:00:00Z', due: '2026-04-05T21:00:00Z' },
      { zone: 'Australia/Sydney', friday: '2026-10-01T23:00:00Z', due: '2026-10-04T20:00:00Z' },
    ])('comes at 07:00 in $zone, $due', async ({ zone, friday, due }) => {
      const desk = await deskAt(friday, { zone, placement: 'channel' });
      await startedBefore(due, desk);
      await reached(desk, at(due).subtract({ milliseconds: 300 }).toString());
      expect(desk.texts()).toEqual([]);
      await posted(desk, 1);

      expect(desk.now().since(at(due)).total('seconds')).toBeLessThan(5);
      expect(desk.texts()[0]).not.toContain('Late');
    });
  });
});
