import { fileURLToPath } from 'node:url';
import { App, type Receiver } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registerChannelLife } from '../../jobs/channel-life.ts';
import type { RunningClock } from '../../jobs/clock.ts';
import { readManifest } from '../../src/demo/slack/manifest.ts';
import { CHANNEL, clockRig, type Rig, TEAM } from '../support/clock-rig.ts';

const silent: Receiver = { init: () => {}, start: () => Promise.resolve(), stop: () => Promise.resolve() };
const REMOVED = 'Capwatch was removed from the workspace';
const REVOKED = 'Slack does not accept Capwatch’s token';

let rig: Rig;
let clock: RunningClock;
let bolt: App;

beforeEach(async () => {
  rig = await clockRig({ now: '2024-01-21T17:00:00Z' });
  await rig.subscribe();
  await rig.subscribe({ channel: 'C0OTHER0001', channelName: '#other', kind: 'weekly', time: '07:00' });
  const facts = { channel: CHANNEL, channelName: '#desk-us', title: 'A gap', rule: '{}', terms: '{"once":false}' };
  await rig.store.clock.recordAlert({ team: TEAM, by: { user: 'U0LOCALUSER', at: rig.now() } }, facts);
  clock = await rig.start();
  bolt = new App({ token: 'xoxb-test', botId: 'B1', botUserId: 'U1', receiver: silent, convoStore: false });
  registerChannelLife(bolt, clock.desk);
});
afterEach(() => rig.close());

/** What Slack sends; `acks` shows that it was taken. */
async function heard(event: Record<string, unknown>, team = TEAM): Promise<void> {
  const body = { type: 'event_callback', team_id: team, api_app_id: 'A1', event_id: 'Ev1', event_time: 1, event };
  await bolt.processEvent({ body, ack: async () => {} });
}

async function standing(): Promise<string[]> {
  const { clock: store } = rig.store;
  const all = [...(await store.listSubscriptions(TEAM)), ...(await store.listAlerts(TEAM))];
  return all.map(({ id, status, reason }) => `${id} ${status}${reason === '' ? '' : `: ${reason}`}`);
}

const all = (words: string) => [`sub-1 ${words}`, `sub-2 ${words}`, `al-1 ${words}`];

describe('a workspace that removes Capwatch', () => {
  it.each([
    ['app_uninstalled', { type: 'app_uninstalled' }, REMOVED],
    ['tokens_revoked', { type: 'tokens_revoked', tokens: { oauth: [], bot: ['U1'] } }, REVOKED],
  ])('by %s: everything rests with the reason, and nothing is posted', async (_, event, reason) => {
    const calls = rig.standIn.calls.length;
    await heard(event);
    await heard(event);
    rig.set('2024-01-26T22:00:05Z');
    await clock.tick();

    expect(await standing()).toEqual(all(`paused: ${reason}`));
    expect(rig.standIn.calls.length).toBe(calls);
    expect(rig.logged.filter((text) => text.includes('everything is paused'))).toHaveLength(1);
  });

  it('tells so, since the manifest asks for both events', () => {
    const { events } = readManifest(fileURLToPath(new URL('../../manifest.yml', import.meta.url)));
    expect(events).toEqual(expect.arrayContaining(['app_uninstalled', 'tokens_revoked']));
  });

  it('in both ways at once keeps the first reason', async () => {
    await heard({ type: 'tokens_revoked', tokens: { bot: ['U1'] } });
    await heard({ type: 'app_uninstalled' });
    expect(await standing()).toEqual(all(`paused: ${REVOKED}`));
  });

  it('leaves what a person paused as it is, also after Capwatch is back', async () => {
    const byPerson = { status: 'paused', reason: 'by a person', next: undefined } as const;
    await rig.store.clock.changeStatus({ team: TEAM, id: 'sub-2' }, byPerson);
    await heard({ type: 'app_uninstalled' });
    await clock.stop();
    await rig.start();

    expect(await standing()).toEqual(['sub-1 active', 'sub-2 paused: by a person', 'al-1 active']);
    expect(rig.texts('D0CAPWATCH0')).toEqual([
      'Capwatch is back. 1 subscription and 1 alert of yours go on; what was due meanwhile was not sent.',
    ]);
  });

  it('holds back an alert that was on its way', async () => {
    const event = { kind: 'fired', content: JSON.stringify({ kind: 'fired' }), notBefore: rig.now() };
    const evaluation = { team: TEAM, id: 'al-1', before: undefined, state: '{}', because: '', at: rig.now(), event };
    await rig.store.clock.recordEvaluation(evaluation);
    await rig.store.clock.queueEvents(TEAM, rig.now());
    const calls = rig.standIn.calls.length;
    await heard({ type: 'app_uninstalled' });
    await clock.tick();
    expect(rig.standIn.calls.length).toBe(calls);
  });
});

describe('what is no removal of ours', () => {
  it.each([
    ['a person’s own token', { type: 'tokens_revoked', tokens: { oauth: ['U0LOCALUSER'] } }, TEAM],
    ['another workspace', { type: 'app_uninstalled' }, 'T0OTHER0001'],
    ['another workspace’s token', { type: 'tokens_revoked', tokens: { bot: ['U1'] } }, 'T0OTHER0001'],
  ])('%s pauses nothing', async (_, event, team) => {
    await heard(event, team);
    expect(await standing()).toEqual(all('active'));
  });
});
