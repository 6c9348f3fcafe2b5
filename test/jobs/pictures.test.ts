import { afterEach, describe, expect, it } from 'vitest';
import type { Content, Summary } from '../../jobs/content.ts';
import type { ChartSpec } from '../../src/charts/spec.ts';
import { SMALL } from '../charts/small.ts';
import { CHANNEL, clockRig, fakeContent, line, type Rig } from '../support/clock-rig.ts';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const SUNDAY = '2024-01-21T17:00:00Z';
const CHANNELS = ['C0DESKUS001', 'C0DESKUK001', 'C0DESKJP001'];

let rig: Rig;
afterEach(() => rig.close());

/** Content whose lead has one chart. */
function charted(): Content {
  const content = fakeContent();
  const write = (): Summary => ({
    lead: { ...line('lead'), blocks: [{ type: 'chart', chart: 0 }], charts: [SMALL.rebased] },
    replies: [line('reply')],
    snapshot: null,
  });
  const { measure } = content.summaries.morning;
  return { ...content, summaries: { ...content.summaries, morning: { measure, write } } };
}

async function started(draw: (spec: ChartSpec) => Promise<Uint8Array>) {
  rig = await clockRig({ now: SUNDAY, content: charted(), draw });
  const { channels } = rig.standIn.workspace;
  for (const id of CHANNELS) {
    channels.set(id, { id, name: id.toLowerCase(), kind: 'channel', topic: '', botIsMember: true });
    await rig.subscribe({ channel: id, channelName: id });
  }
  return rig.start();
}

const calls = (method: string) => rig.standIn.calls.filter((call) => call.method === method).length;
const pictured = () =>
  CHANNELS.map((id) => rig.standIn.messages(id)[0]?.blocks?.some(({ type }) => type === 'image') ?? false);

describe('a picture that many channels get', () => {
  it('is drawn and uploaded once', async () => {
    let drawn = 0;
    const clock = await started(async () => {
      drawn += 1;
      return PNG;
    });
    rig.set('2024-01-22T12:00:05Z');
    await clock.tick();

    expect(drawn).toBe(1);
    expect(calls('files.completeUploadExternal')).toBe(1);
    expect(pictured()).toEqual([true, true, true]);
  });

  it('that cannot be drawn costs no channel its text', async () => {
    const clock = await started(() => Promise.reject(new Error('no canvas')));
    rig.set('2024-01-22T12:00:05Z');
    await clock.tick();

    expect(CHANNELS.map((id) => rig.texts(id))).toEqual([
      ['lead', 'reply'],
      ['lead', 'reply'],
      ['lead', 'reply'],
    ]);
    expect(pictured()).toEqual([false, false, false]);
  });

  it('is put in after a restart that came between the text and the picture', async () => {
    const { promise: never, resolve: finish } = Promise.withResolvers<Uint8Array>();
    let begun = 0;
    const clock = await started(() => {
      begun += 1;
      return begun === 1 ? never : Promise.resolve(PNG);
    });
    rig.set('2024-01-22T12:00:05Z');
    void clock.tick();
    await expect.poll(() => rig.texts(CHANNEL), { timeout: 15_000 }).toEqual(['lead']);

    const again = await rig.start();
    await again.tick();

    expect(CHANNELS.map((id) => rig.texts(id))).toEqual([
      ['lead', 'reply'],
      ['lead', 'reply'],
      ['lead', 'reply'],
    ]);
    expect(pictured()).toEqual([true, true, true]);
    finish(PNG);
  });
});

describe('Slack asks one channel to wait', () => {
  it('and no other waits with it, nor a person for an answer', async () => {
    const clock = await started(() => Promise.resolve(PNG));
    rig.set('2024-01-22T12:00:05Z');
    rig.standIn.failNext('chat.postMessage', { status: 429 });
    await clock.tick();

    const waiting = CHANNELS.filter((id) => rig.texts(id).length === 0);
    expect(waiting).toHaveLength(1);
    rig.set('2024-01-22T12:00:07Z');
    await clock.tick();
    expect(CHANNELS.map((id) => rig.texts(id))).toEqual([
      ['lead', 'reply'],
      ['lead', 'reply'],
      ['lead', 'reply'],
    ]);
  });
});

describe('a refusal of one message', () => {
  it.each(['msg_too_long', 'missing_scope', 'thread_not_found'])('%s is logged and not repeated', async (error) => {
    const clock = await started(() => Promise.resolve(PNG));
    await rig.store.clock.changeStatus(
      { team: 'T0LOCALDESK', id: 'sub-2' },
      { status: 'ended', reason: '', next: undefined },
    );
    await rig.store.clock.changeStatus(
      { team: 'T0LOCALDESK', id: 'sub-3' },
      { status: 'ended', reason: '', next: undefined },
    );
    rig.set('2024-01-22T12:00:05Z');
    rig.standIn.failNext('chat.postMessage', { error });
    await clock.tick();
    rig.set('2024-01-22T12:30:00Z');
    await clock.tick();

    expect(calls('chat.postMessage')).toBe(1);
    const [slot] = await rig.store.clock.listSlots('T0LOCALDESK');
    expect(slot).toMatchObject({ state: 'failed' });
    expect(slot?.detail).not.toBe('');
  });
});
