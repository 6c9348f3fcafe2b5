import { afterEach, describe, expect, it } from 'vitest';
import { restAll } from '../../jobs/channel-life.ts';
import { createLog } from '../../src/log.ts';
import { at, CHANNEL, clockRig, fakeContent, type Rig, TEAM } from '../support/clock-rig.ts';

let rig: Rig;
afterEach(() => rig.close());

const LEAD = 'morning lead, first';
const ALL = [LEAD, 'morning reply 1', 'morning reply 2'];
/** Sunday noon; the first slot is Monday 07:00 in New York, 12:00Z. */
const SUNDAY = '2024-01-21T17:00:00Z';

async function started() {
  rig = await clockRig({ now: SUNDAY });
  await rig.subscribe();
  return rig.start();
}

const states = async () =>
  (await rig.store.clock.listSlots(TEAM)).map(({ day, state, detail }) => [day, state, detail]);

describe('a morning summary', () => {
  it('goes out at its time, once, its sections in the thread of its lead', async () => {
    const clock = await started();
    await clock.tick();
    expect(rig.texts()).toEqual([]);

    rig.set('2024-01-22T12:00:05Z');
    await clock.tick();
    await clock.tick();

    expect(rig.texts()).toEqual(ALL);
    const [lead, ...replies] = rig.standIn.messages(CHANNEL);
    expect(replies.map(({ thread_ts }) => thread_ts)).toEqual([lead?.ts, lead?.ts]);
    expect(replies.every(({ reply_broadcast }) => reply_broadcast !== true)).toBe(true);
    expect(await states()).toEqual([['2024-01-22', 'sent', '']]);
  });

  it('is compared with what the channel last saw', async () => {
    const clock = await started();
    rig.set('2024-01-22T12:00:05Z');
    await clock.tick();
    rig.set('2024-01-23T12:00:05Z');
    await clock.tick();

    expect(rig.texts()[3]).toBe('morning lead, since 2024-01-22');
  });

  it('keeps one thread for everything where the channel asked for that', async () => {
    rig = await clockRig({ now: SUNDAY, content: fakeContent(1) });
    await rig.subscribe({ placement: 'thread' });
    const clock = await rig.start();
    rig.set('2024-01-22T12:00:05Z');
    await clock.tick();
    rig.set('2024-01-23T12:00:05Z');
    await clock.tick();

    const [first, ...rest] = rig.standIn.messages(CHANNEL);
    expect(rest.map(({ thread_ts }) => thread_ts)).toEqual([first?.ts, first?.ts, first?.ts]);
  });

  describe('whose standing thread was deleted', () => {
    /** Monday's summary in its thread, and then somebody deletes the parent. */
    async function deleted() {
      rig = await clockRig({ now: SUNDAY, content: fakeContent(1) });
      await rig.subscribe({ placement: 'thread' });
      const clock = await rig.start();
      rig.set('2024-01-22T12:00:05Z');
      await clock.tick();
      rig.set('2024-01-23T12:00:05Z');
      return clock;
    }

    const tuesdays = () => rig.standIn.messages(CHANNEL).slice(2);

    it.each(['thread_not_found', 'message_not_found'])('%s: that day begins a new one', async (error) => {
      const clock = await deleted();
      rig.standIn.failNext('chat.postMessage', { error });
      await clock.tick();
      rig.set('2024-01-24T12:00:05Z');
      await clock.tick();

      const [parent, ...rest] = tuesdays();
      expect(parent).toMatchObject({ text: 'morning lead, since 2024-01-22' });
      expect(parent?.thread_ts).toBeUndefined();
      expect(rest.map(({ thread_ts }) => thread_ts)).toEqual([parent?.ts, parent?.ts, parent?.ts]);
      expect((await states()).map(([, state]) => state)).toEqual(['sent', 'sent', 'sent']);
    });

    it('has one new parent also where the answer to it was lost', async () => {
      const clock = await deleted();
      rig.standIn.failNext('chat.postMessage', { error: 'thread_not_found' });
      rig.standIn.failNext('chat.postMessage', { status: 503, afterStoring: true });
      await clock.tick();
      rig.set('2024-01-23T12:01:00Z');
      await clock.tick();

      expect(tuesdays().map(({ text }) => text)).toEqual(['morning lead, since 2024-01-22', 'morning reply 1']);
      expect(tuesdays()[1]?.thread_ts).toBe(tuesdays()[0]?.ts);
    });
  });

  it('is the lead alone where the channel asked for no thread', async () => {
    rig = await clockRig({ now: SUNDAY });
    await rig.subscribe({ placement: 'channel' });
    const clock = await rig.start();
    rig.set('2024-01-22T12:00:05Z');
    await clock.tick();

    expect(rig.texts()).toEqual([LEAD]);
  });
});

describe('a sleeping computer', () => {
  it('from 06:55 to 07:20 sends the summary once, and says that it is late', async () => {
    const clock = await started();
    rig.set('2024-01-22T12:20:00Z');
    await clock.tick();
    await clock.tick();

    expect(rig.texts()).toEqual([`${LEAD} Late: due 07:00 New York, sent 07:20.`, ...ALL.slice(1)]);
    expect(await states()).toEqual([['2024-01-22', 'sent', 'Late: due 07:00 New York, sent 07:20.']]);
  });

  it('until 17:00 skips it, and the log says why', async () => {
    const clock = await started();
    rig.set('2024-01-22T22:00:00Z');
    await clock.tick();

    expect(rig.texts()).toEqual([]);
    expect(await states()).toEqual([
      ['2024-01-22', 'skipped', 'Missed: due Mon 22 Jan 07:00, Capwatch was back at 17:00.'],
    ]);
  });

  it('for three days sends only the last one', async () => {
    const clock = await started();
    rig.set('2024-01-24T13:00:00Z');
    await clock.tick();

    expect(rig.texts()).toHaveLength(3);
    expect((await states()).map(([day, state]) => [day, state])).toEqual([
      ['2024-01-24', 'sent'],
      ['2024-01-23', 'skipped'],
      ['2024-01-22', 'skipped'],
    ]);
  });
});

describe('a clock that is set', () => {
  it('back two hours across 07:00 sends nothing a second time', async () => {
    const clock = await started();
    rig.set('2024-01-22T12:30:00Z');
    await clock.tick();
    rig.set('2024-01-22T10:30:00Z');
    await clock.tick();
    rig.set('2024-01-22T12:00:00Z');
    await clock.tick();
    await clock.tick();

    expect(rig.texts()).toHaveLength(3);
  });

  it('forward an hour and back sends the next day at its right time', async () => {
    const clock = await started();
    rig.set('2024-01-22T12:00:05Z');
    await clock.tick();
    rig.set('2024-01-22T13:00:00Z');
    await clock.tick();
    rig.set('2024-01-21T12:00:00Z');
    await clock.tick();
    rig.set('2024-01-23T11:59:00Z');
    await clock.tick();
    expect(rig.texts()).toHaveLength(3);
    rig.set('2024-01-23T12:00:01Z');
    await clock.tick();

    expect(rig.texts()).toHaveLength(6);
  });
});

describe('two instances on one store', () => {
  it('post every message once', async () => {
    rig = await clockRig({ now: SUNDAY });
    await rig.subscribe();
    await rig.subscribe({ kind: 'weekly', time: '07:00' });
    const one = await rig.start({ alone: false });
    const two = await rig.start({ alone: false });
    for (const day of [22, 23, 24, 25, 26]) {
      rig.set(`2024-01-${day}T12:00:05Z`);
      await Promise.all([one.tick(), two.tick()]);
    }

    expect(rig.texts()).toHaveLength(15);
    expect(new Set(rig.standIn.messages(CHANNEL).map(({ metadata }) => JSON.stringify(metadata))).size).toBe(15);
  });
});

describe('a lost answer', () => {
  it.each([
    { what: 'a 503 after Slack stored it', fault: { status: 503, afterStoring: true }, first: 1 },
    { what: 'a 503 before', fault: { status: 503 }, first: 0 },
    { what: 'internal_error after Slack stored it', fault: { error: 'internal_error', afterStoring: true }, first: 1 },
  ])('of $what leaves exactly one message', async ({ fault, first }) => {
    const clock = await started();
    rig.set('2024-01-22T12:00:05Z');
    rig.standIn.failNext('chat.postMessage', fault);
    await clock.tick();
    expect(rig.texts()).toHaveLength(first);

    rig.set('2024-01-22T12:00:20Z');
    await clock.tick();
    expect(rig.texts()).toHaveLength(first);
    rig.set('2024-01-22T12:01:00Z');
    await clock.tick();

    expect(rig.texts()).toEqual(ALL);
    expect(await states()).toEqual([['2024-01-22', 'sent', '']]);
  });

  it('where the app may not read the channel is not repeated, and the log says so', async () => {
    const manifest = { commands: [], scopes: ['chat:write'], events: [], homeTab: false };
    rig = await clockRig({ now: SUNDAY, manifest });
    await rig.subscribe();
    const clock = await rig.start();
    rig.set('2024-01-22T12:00:05Z');
    rig.standIn.failNext('chat.postMessage', { status: 503, afterStoring: true });
    await clock.tick();
    rig.set('2024-01-22T12:01:00Z');
    await clock.tick();
    await clock.tick();

    expect(rig.texts()).toEqual([LEAD]);
    expect((await states()).map(([, state]) => state)).toEqual(['unknown']);
  });
});

describe('Slack is away', () => {
  it('for half an hour: the summary comes when it is back, in order, marked as late', async () => {
    const clock = await started();
    for (let minute = 0; minute <= 30; minute += 5) {
      rig.set(`2024-01-22T12:${String(minute).padStart(2, '0')}:05Z`);
      rig.standIn.failNext('chat.postMessage', { status: 429 });
      await clock.tick();
    }
    expect(rig.texts()).toEqual([]);
    rig.set('2024-01-22T12:31:00Z');
    await clock.tick();

    expect(rig.texts()).toEqual([`${LEAD} Late: due 07:00 New York, sent 07:31.`, ...ALL.slice(1)]);
  });

  it('for the whole day: it is given up, and the log says so', async () => {
    const clock = await started();
    rig.set('2024-01-22T12:00:05Z');
    rig.standIn.failNext('chat.postMessage', { status: 429 });
    await clock.tick();
    rig.set('2024-01-22T20:00:00Z');
    await clock.tick();

    expect(rig.texts()).toEqual([]);
    expect(await states()).toEqual([['2024-01-22', 'failed', 'Slack did not take it in time.']]);
  });
});

describe('a channel that is gone', () => {
  it.each(['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action'])(
    '%s: its subscriptions rest and the owner hears of it once',
    async (error) => {
      const clock = await started();
      await rig.subscribe({ kind: 'weekly', time: '07:00' });
      rig.set('2024-01-22T12:00:05Z');
      rig.standIn.failNext('chat.postMessage', { error });
      await clock.tick();
      rig.set('2024-01-29T12:00:05Z');
      await clock.tick();

      expect(rig.texts()).toEqual([]);
      expect(rig.texts('D0CAPWATCH0')).toHaveLength(1);
      expect(rig.texts('D0CAPWATCH0')[0]).toMatch(
        /^Paused in #desk-us: morning summary \(sub-1\), weekly wrap \(sub-2\)/,
      );
      const subscriptions = await rig.store.clock.listSubscriptions(TEAM);
      expect(subscriptions.map(({ status }) => status)).toEqual(['paused', 'paused']);
    },
  );

  it('a revoked token rests everything without a storm of calls; the next start wakes it and tells the owner', async () => {
    const clock = await started();
    rig.set('2024-01-22T12:00:05Z');
    rig.standIn.failNext('chat.postMessage', { error: 'token_revoked' });
    await clock.tick();
    const calls = rig.standIn.calls.length;
    rig.set('2024-01-23T12:00:05Z');
    await clock.tick();
    expect(rig.standIn.calls.length).toBe(calls);
    expect(rig.logged.filter((text) => text.includes('refuses the token'))).toHaveLength(1);

    await clock.stop();
    const again = await rig.start();
    await again.tick();
    rig.set('2024-01-24T12:00:05Z');
    await again.tick();
    expect(rig.texts()).toEqual(ALL);
    expect(rig.texts('D0CAPWATCH0')).toEqual([
      expect.stringMatching(/^Capwatch is back\. 1 subscription of yours goes on/),
    ]);
  });
});

describe('a time zone that time zone data have dropped', () => {
  it('rests its subscription, tells the owner once, and the others go out', async () => {
    rig = await clockRig({ now: SUNDAY });
    const kind = { kind: 'weekly', time: '07:00' } as const;
    const facts = {
      ...kind,
      channel: CHANNEL,
      channelName: '#desk-us',
      parts: [],
      placement: 'both',
      theme: 'light',
    } as const;
    const next = { name: 'weekly', day: '2024-01-22', due: at('2024-01-22T11:00:00Z') } as const;
    const by = { team: TEAM, by: { user: 'U0LOCALUSER', at: rig.now() } };
    await rig.store.clock.recordSubscription(by, { facts: { ...facts, zone: 'Mars/Olympus' }, next });
    await rig.subscribe();
    const clock = await rig.start();
    rig.set('2024-01-22T12:00:05Z');
    await clock.tick();
    rig.set('2024-01-23T12:00:05Z');
    await clock.tick();

    expect(rig.texts()).toHaveLength(6);
    expect(rig.texts('D0CAPWATCH0')).toEqual([
      'Paused in #desk-us: weekly wrap (sub-1). Why: this computer does not know the time zone Mars/Olympus any more. Nothing was lost.',
    ]);
  });

  it('keeps no start from waking the rest', async () => {
    rig = await clockRig({ now: SUNDAY });
    const facts = {
      kind: 'morning',
      time: '07:00',
      channel: CHANNEL,
      channelName: '#desk-us',
      parts: [],
      placement: 'both',
      theme: 'light',
    } as const;
    const by = { team: TEAM, by: { user: 'U0LOCALUSER', at: rig.now() } };
    await rig.store.clock.recordSubscription(by, { facts: { ...facts, zone: 'Mars/Olympus' }, next: undefined });
    await rig.subscribe({ kind: 'weekly' });
    await restAll({ team: TEAM, store: rig.store.clock, log: createLog('error', () => undefined) });
    await rig.start();

    const subscriptions = await rig.store.clock.listSubscriptions(TEAM);
    expect(subscriptions.map(({ status }) => status)).toEqual(['paused', 'active']);
  });
});
