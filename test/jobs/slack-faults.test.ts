import { afterEach, describe, expect, it } from 'vitest';
import type { AlertOutcome, Content, StoredAlert, Summary } from '../../jobs/content.ts';
import { deliveryLogMessage } from '../../src/messages/deliveries.ts';
import { SMALL } from '../charts/small.ts';
import { at, CHANNEL, clockRig, fakeContent, line, type Rig, TEAM } from '../support/clock-rig.ts';

let rig: Rig;
afterEach(() => rig.close());

const SUNDAY = '2024-01-21T17:00:00Z';
const MORNING = '2024-01-22T12:00:05Z';
const OTHER = 'C0DESKUK001';
const DIRECT = 'D0CAPWATCH0';
const BY = { team: TEAM, by: { user: 'U0LOCALUSER', at: at(SUNDAY) } };
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const calls = (method: string) => rig.standIn.calls.filter((call) => call.method === method).length;

/** What `/capwatch log` prints, a line a delivery. */
async function logged(): Promise<string[]> {
  const slots = await rig.store.clock.listSlots(TEAM, { channel: CHANNEL });
  const [rows] = deliveryLogMessage(slots, '#desk-us', 'America/New_York').blocks;
  if (rows?.type !== 'section') throw new Error('no rows');
  return (rows.text?.text ?? '').split('\n');
}

/** At its second look every alert fires, and never again. */
function firing(): Content {
  const content = fakeContent();
  const evaluate = ({ title, state }: StoredAlert): AlertOutcome => ({
    state: { looks: state === undefined ? 1 : 2 },
    because: '',
    ...(JSON.stringify(state) === '{"looks":1}' && { event: { kind: 'fired', message: line(title), snapshot: {} } }),
  });
  return { ...content, alerts: { ...content.alerts, evaluate } };
}

async function alerts(titles: readonly string[]): Promise<void> {
  for (const title of titles) {
    const facts = { channel: CHANNEL, channelName: '#desk-us', title, rule: '{}', terms: '{"once":false}' };
    await rig.store.clock.recordAlert(BY, facts);
  }
}

describe('a 429 in one channel', () => {
  it('holds up neither another channel nor the home tab, and its own post comes when Slack allows it', async () => {
    rig = await clockRig({ now: SUNDAY, content: fakeContent(0) });
    rig.standIn.workspace.channels.set(OTHER, { id: OTHER, name: 'uk', kind: 'channel', topic: '', botIsMember: true });
    await rig.subscribe();
    await rig.subscribe({ channel: OTHER, channelName: '#uk' });
    const clock = await rig.start();
    rig.set(MORNING);
    rig.standIn.failNext('chat.postMessage', { status: 429 });
    const begun = performance.now();
    await clock.tick();
    const { interactive } = clock.desk.slack;
    await interactive.views.publish({ user_id: 'U0LOCALUSER', view: { type: 'home', blocks: [] } });
    // Slack asked for a second; the client that got it is not to pass that on.
    expect(performance.now() - begun).toBeLessThan(900);
    expect([...rig.texts(), ...rig.texts(OTHER)]).toHaveLength(1);

    rig.set('2024-01-22T12:00:07Z');
    await clock.tick();
    expect([rig.texts().length, rig.texts(OTHER).length]).toEqual([1, 1]);
  });

  it('that comes as a 200 is waited for as well', async () => {
    rig = await clockRig({ now: SUNDAY, content: fakeContent(0) });
    await rig.subscribe();
    const clock = await rig.start();
    rig.set(MORNING);
    rig.standIn.failNext('chat.postMessage', { error: 'ratelimited' });
    await clock.tick();
    await clock.tick();
    expect(calls('chat.postMessage')).toBe(1);
    rig.set('2024-01-22T12:00:11Z');
    await clock.tick();

    expect(rig.texts()).toHaveLength(1);
    expect(calls('chat.postMessage')).toBe(2);
  });
});

describe('thirty at once into one channel', () => {
  it('posts are all there, in order, one a second after the first few', async () => {
    rig = await clockRig({ now: SUNDAY, content: fakeContent(30) });
    await rig.subscribe();
    const clock = await rig.start();
    rig.set(MORNING);
    await clock.tick();

    const replies = Array.from({ length: 30 }, (_, index) => `morning reply ${index + 1}`);
    expect(rig.texts()).toEqual(['morning lead, first', ...replies]);
    const waited = rig.waits.reduce((sum, ms) => sum + ms, 0);
    expect(waited).toBeGreaterThanOrEqual(27_000);
    expect(waited).toBeLessThan(32_000);
  });

  it('alerts are one post that names all of them in order', async () => {
    const titles = Array.from({ length: 30 }, (_, index) => `alert ${index}`);
    rig = await clockRig({ now: MORNING, content: firing() });
    await alerts(titles);
    const clock = await rig.start();
    await clock.tick();
    rig.set('2024-01-22T12:05:05Z');
    await clock.tick();

    expect(rig.texts()).toEqual([`30 alerts: ${titles.join('; ')}`]);
    expect((await logged()).every((row) => row.includes('alert fired, sent'))).toBe(true);
  });
});

describe('an upload that fails', () => {
  /** Content whose lead has one chart. */
  function charted(): Content {
    const content = fakeContent();
    const { measure } = content.summaries.morning;
    const blocks = [{ type: 'chart', chart: 0 }] as const;
    const lead = { ...line('lead'), blocks, charts: [SMALL.rebased] };
    const write = (): Summary => ({ lead, replies: [line('reply')], snapshot: null });
    return { ...content, summaries: { ...content.summaries, morning: { measure, write } } };
  }

  it.each([
    { what: 'at its first step', method: 'files.getUploadURLExternal', fault: { error: 'file_uploads_disabled' } },
    { what: 'at its first step, without an answer', method: 'files.getUploadURLExternal', fault: { status: 503 } },
    { what: 'at its last step', method: 'files.completeUploadExternal', fault: { error: 'internal_error' } },
    { what: 'when it is shown', method: 'chat.update', fault: { error: 'fatal_error' } },
  ])('$what costs the picture alone', async ({ method, fault }) => {
    rig = await clockRig({ now: SUNDAY, content: charted(), draw: () => Promise.resolve(PNG) });
    await rig.subscribe();
    const clock = await rig.start();
    rig.set(MORNING);
    rig.standIn.failNext(method, fault);
    await clock.tick();
    const asked = rig.standIn.calls.length;
    rig.set('2024-01-22T12:20:00Z');
    await clock.tick();

    expect(rig.texts()).toEqual(['lead', 'reply']);
    expect(await logged()).toEqual(['*Mon 22 Jan 07:00*  morning summary, sent · `sub-1`']);
    // Given up for good, and nobody but the app has seen a file of it.
    expect(rig.standIn.calls.length).toBe(asked);
    expect(rig.standIn.messages(CHANNEL).every(({ files }) => files.length === 0)).toBe(true);
  });
});

describe('a post that Slack refuses', () => {
  it.each([
    { error: 'not_in_channel', says: 'failed · Not posted: Capwatch is not in the channel any more.', told: 1 },
    { error: 'channel_not_found', says: 'failed · Not posted: Capwatch is not in the channel any more.', told: 1 },
    { error: 'is_archived', says: 'failed · Not posted: the channel is archived.', told: 1 },
    {
      error: 'restricted_action',
      says: 'failed · Not posted: the workspace does not let Capwatch post there.',
      told: 1,
    },
    { error: 'account_inactive', says: 'failed · Not posted: Slack does not accept the token.', told: 0 },
    { error: 'msg_too_long', says: 'failed · Slack refused the form of the message; nothing was posted', told: 0 },
    { error: 'invalid_blocks', says: 'failed · Slack refused the form of the message; nothing was posted', told: 0 },
    { error: 'missing_scope', says: 'failed · Capwatch lacks a Slack permission; install it again', told: 0 },
    { error: 'thread_not_found', says: 'failed · Slack refused: `thread_not_found`.', told: 0 },
  ])('$error is told in the log, once, and nothing is tried again', async ({ error, says, told }) => {
    rig = await clockRig({ now: SUNDAY, content: fakeContent(0) });
    await rig.subscribe();
    const clock = await rig.start();
    rig.set(MORNING);
    rig.standIn.failNext('chat.postMessage', { error });
    await clock.tick();
    for (const minute of ['01', '10', '30']) {
      rig.set(`2024-01-22T12:${minute}:00Z`);
      await clock.tick();
    }

    expect(rig.texts()).toEqual([]);
    const [row, ...rest] = await logged();
    expect(row).toContain(`*Mon 22 Jan 07:00*  morning summary, ${says}`);
    expect(rest).toEqual([]);
    expect(calls('chat.postMessage')).toBe(1 + told);
    expect(rig.texts(DIRECT)).toHaveLength(told);
  });

  it('because the channel is archived rests its alerts too, and the owner hears of all of it in one message', async () => {
    rig = await clockRig({ now: '2024-01-22T20:00:00Z', content: firing() });
    await rig.subscribe();
    await alerts(['a gap', 'a record']);
    const clock = await rig.start();
    await clock.tick();
    rig.set('2024-01-22T21:05:05Z');
    rig.standIn.failNext('chat.postMessage', { error: 'is_archived' });
    await clock.tick();
    rig.set('2024-01-23T12:00:05Z');
    await clock.tick();

    expect(rig.texts()).toEqual([]);
    expect(rig.texts(DIRECT)).toHaveLength(1);
    expect(rig.texts(DIRECT)[0]).toMatch(
      /^Paused in #desk-us: morning summary \(sub-1\), a gap \(al-1\), a record \(al-2\)\. Why: the channel is archived\./,
    );
    expect((await logged()).every((row) => row.includes('failed · Not posted: the channel is archived.'))).toBe(true);
  });

  it('is none when the channel has only a new name', async () => {
    rig = await clockRig({ now: SUNDAY, content: fakeContent(0) });
    await rig.subscribe();
    const clock = await rig.start();
    const channel = rig.standIn.workspace.channels.get(CHANNEL);
    if (channel) rig.standIn.workspace.channels.set(CHANNEL, { ...channel, name: 'renamed' });
    rig.set(MORNING);
    await clock.tick();
    expect(rig.texts('renamed')).toHaveLength(1);
  });
});

describe('an answer that says nothing', () => {
  it.each([{ status: 500 }, { status: 302 }, { status: 502, afterStoring: true }, { error: 'fatal_error' }])(
    '%j is looked up and posted once, and the job lives',
    async (fault) => {
      rig = await clockRig({ now: SUNDAY, content: fakeContent(1) });
      await rig.subscribe();
      const clock = await rig.start();
      rig.set(MORNING);
      rig.standIn.failNext('chat.postMessage', fault);
      rig.standIn.failNext('conversations.history', { status: 500 });
      for (const time of ['12:00:05', '12:00:37', '12:01:20', '12:02:10']) {
        rig.set(`2024-01-22T${time}Z`);
        await clock.tick();
      }
      expect(rig.texts()).toEqual(['morning lead, first', 'morning reply 1']);
      expect(calls('chat.postMessage')).toBeLessThanOrEqual(3);
    },
  );
});

describe('the log', () => {
  it('says what became of every summary that was not simply sent', async () => {
    rig = await clockRig({ now: SUNDAY, content: fakeContent(0) });
    await rig.subscribe();
    const clock = await rig.start();
    // Monday late, Tuesday asleep, Wednesday without Slack, Thursday paused by a person on the way.
    rig.set('2024-01-22T12:20:00Z');
    await clock.tick();
    rig.set('2024-01-23T22:00:00Z');
    await clock.tick();
    rig.set('2024-01-24T12:00:05Z');
    rig.standIn.failAll({ status: 429 });
    await clock.tick();
    rig.set('2024-01-24T16:30:00Z');
    await clock.tick();
    rig.set('2024-01-25T12:00:05Z');
    await clock.tick();
    const paused = { status: 'paused', reason: 'by a person', next: undefined } as const;
    await rig.store.clock.changeStatus({ team: TEAM, id: 'sub-1' }, paused);
    rig.standIn.failAll(undefined);
    rig.set('2024-01-25T12:01:05Z');
    await clock.tick();

    expect(await logged()).toEqual([
      '*Thu 25 Jan 07:00*  morning summary, skipped · Paused before it was sent. · `sub-1`',
      '*Wed 24 Jan 07:00*  morning summary, failed · Slack did not take it in time. · `sub-1`',
      '*Tue 23 Jan 07:00*  morning summary, skipped · Missed: due Tue 23 Jan 07:00, Capwatch was back at 17:00. · `sub-1`',
      '*Mon 22 Jan 07:00*  morning summary, sent · Late: due 07:00 New York, sent 07:20. · `sub-1`',
    ]);
  });
});
