import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { createContent } from '../../jobs/all-content.ts';
import type { AlertEvent, AlertOutcome, Content, StoredAlert } from '../../jobs/content.ts';
import { CapwatchError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';
import { createSampleFedMarket, createSampleMarket } from '../../src/market/sample/sample.ts';
import type { SubscriptionFacts } from '../../src/store/subscriptions.ts';
import { at, CHANNEL, clockRig, fakeContent, line, type Rig, TEAM } from '../support/clock-rig.ts';
import { storePath } from '../support/store.ts';

let rig: Rig;
let path: string;
afterEach(() => rig.close());

const SUNDAY = '2024-01-21T17:00:00Z';
const CHANNELS = ['C0DESKUS001', 'C0DESKUK001', 'C0DESKJP001'];
const DOWN = { status: 503 };

/** Jobs that are still to be done, as the store's own table has them. */
function openJobs(): number {
  const database = new DatabaseSync(path, { readOnly: true });
  const row = database.prepare("select count(*) as jobs from queue_jobs where state != 'done'").get();
  database.close();
  return Number(row?.jobs);
}

/** Ticks once a minute from `first`, so many times; what `each` returns after every tick. */
async function minutes<T>(first: string, count: number, each: () => T): Promise<T[]> {
  const clock = await rig.start();
  const seen: T[] = [];
  for (let minute = 0; minute < count; minute += 1) {
    rig.set(at(first).add({ minutes: minute }).toString());
    await clock.tick();
    seen.push(each());
  }
  return seen;
}

describe('Slack is away for half an hour', () => {
  /** Alerts that have something new to say at every look after the first. */
  function talkative(): Content {
    const content = fakeContent();
    const said = new Map<string, number>();
    function evaluate({ id, title }: StoredAlert): AlertOutcome {
      const count = (said.get(id) ?? -1) + 1;
      said.set(id, count);
      const event: AlertEvent = { kind: 'again', message: line(`${title}${count}`), snapshot: {} };
      return { state: { count }, because: `${count}`, ...(count > 0 && { event }) };
    }
    return { ...content, alerts: { ...content.alerts, evaluate } };
  }

  it('what alerts had to say meanwhile comes as one post more, in order, and the queue has not grown', async () => {
    path = storePath();
    rig = await clockRig({ now: '2024-01-22T20:59:00Z', content: talkative(), path });
    for (const title of ['a', 'b']) {
      const facts = { channel: CHANNEL, channelName: '#desk-us', title, rule: '{}', terms: '{"once":false}' };
      await rig.store.clock.recordAlert({ team: TEAM, by: { user: 'U0LOCALUSER', at: rig.now() } }, facts);
    }
    await minutes('2024-01-22T21:00:00Z', 1, () => undefined);
    rig.standIn.failAll(DOWN);
    const waiting = await minutes('2024-01-22T21:01:00Z', 30, openJobs);
    expect(Math.max(...waiting)).toBe(1);
    expect(rig.texts()).toEqual([]);
    rig.standIn.failAll(undefined);
    await minutes('2024-01-22T21:31:00Z', 10, openJobs);

    const [first, second, bundle, ...rest] = rig.texts();
    expect([first, second]).toEqual(['a1', 'b1']);
    expect(bundle).toMatch(/^6\d alerts: a2; b2; a3; b3; .*; a30; b30; a31; b31/);
    // What came after Slack was back is told as ever: two alerts, two posts a minute.
    expect(rest.every((text) => /^[ab](3|4)\d$/.test(text))).toBe(true);
    expect(new Set(rig.texts()).size).toBe(rig.texts().length);
  });
});

describe('closes and Slack are both away from 06:55 to 07:25', () => {
  it('every channel gets one summary, with figures, marked as late, its sections in order', async () => {
    path = storePath();
    let sourceIsDown = false;
    const log = createLog('error', () => undefined);
    const dead = () => Promise.reject(new CapwatchError('unreachable', 'no', { source: 'the source' }));
    const sample = createSampleMarket(log);
    const market: typeof sample = {
      ...sample,
      prices: (...asked) => (sourceIsDown ? dead() : sample.prices(...asked)),
      totalReturn: (...asked) => (sourceIsDown ? dead() : sample.totalReturn(...asked)),
    };
    const content = createContent({ market, fedMarket: { fedFunds: dead }, log });
    rig = await clockRig({ now: SUNDAY, content, path });
    for (const id of CHANNELS) {
      rig.standIn.workspace.channels.set(id, { id, name: id, kind: 'channel', topic: '', botIsMember: true });
      await rig.subscribe({ channel: id, channelName: id, parts: ['smallcaps', 'calendar'] });
    }
    sourceIsDown = true;
    rig.standIn.failAll(DOWN);
    const waiting = await minutes('2024-01-22T11:55:00Z', 30, openJobs);
    expect(Math.max(...waiting)).toBe(CHANNELS.length);
    sourceIsDown = false;
    rig.standIn.failAll(undefined);
    await minutes('2024-01-22T12:25:00Z', 10, openJobs);

    for (const id of CHANNELS) {
      const [lead, ...replies] = rig.texts(id);
      expect(lead).toMatch(/^Sample data: .* Late: due 07:00 New York, sent 07:(2[5-9]|3[0-4])\.$/);
      expect(lead).not.toContain('Index closes missing');
      expect(replies.map((text) => text.replace('Sample data: ', '').slice(0, 4))).toEqual(['1/2 ', '2/2 ']);
    }
    expect(openJobs()).toBe(0);
    const log7 = await rig.store.clock.listSlots(TEAM);
    expect(log7.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  });
});

describe('the sources are silent in the morning', () => {
  let isSilent = true;
  const log = createLog('error', () => undefined);
  const sample = createSampleMarket(log);
  const dead = () => Promise.reject(new CapwatchError('unreachable', 'no', { source: 'the source' }));
  const market: typeof sample = {
    ...sample,
    prices: (...asked) => (isSilent ? dead() : sample.prices(...asked)),
    totalReturn: (...asked) => (isSilent ? dead() : sample.totalReturn(...asked)),
  };
  const fed = createSampleFedMarket();
  const fedMarket: typeof fed = { fedFunds: (...asked) => (isSilent ? dead() : fed.fedFunds(...asked)) };
  const content = createContent({ market, fedMarket, log });
  const NOTES = /^(Sample data: )?(Closes|Odds) are back\. /;
  const notes = () => rig.texts().filter((text) => NOTES.test(text));

  /** Monday's summary without closes and odds, and an alert that had its baseline on Friday evening. */
  async function mondayWithout(given: Partial<SubscriptionFacts> = {}) {
    isSilent = false;
    path = storePath();
    rig = await clockRig({ now: '2024-01-19T22:00:00Z', content, path });
    await rig.subscribe({ parts: ['smallcaps', 'fed', 'calendar'], ...given });
    const facts = {
      channel: CHANNEL,
      channelName: '#desk-us',
      title: 'A divergence',
      rule: JSON.stringify({ v: 1, kind: 'divergence', tier: 0.2, rearm: -0.19 }),
      terms: '{"once":false}',
    };
    await rig.store.clock.recordAlert({ team: TEAM, by: { user: 'U0LOCALUSER', at: rig.now() } }, facts);
    await minutes('2024-01-19T22:00:00Z', 1, () => undefined);
    isSilent = true;
    await minutes('2024-01-22T12:00:05Z', 40, () => undefined);
  }

  it('and come back: each section follows once in the thread of the summary that lacked it', async () => {
    await mondayWithout();
    const [lead, ...sections] = rig.standIn.messages(CHANNEL);
    expect(lead?.text).toContain('Index closes missing for Friday. Fed odds missing for Friday.');
    expect(JSON.stringify(lead?.blocks)).toContain('Odds follow there when the source answers.');
    expect(sections.map(({ text }) => text.slice(0, 10))).toEqual(['1/1 Today,']);
    isSilent = false;
    await minutes('2024-01-22T12:40:05Z', 120, () => undefined);

    expect(
      notes()
        .map((text) => text.replace('Sample data: ', '').slice(0, 29))
        .sort(),
    ).toEqual(['Closes are back. Small caps: ', 'Odds are back. Fed odds, 20 M']);
    const all = rig.standIn.messages(CHANNEL);
    expect(all.slice(1).every(({ thread_ts }) => thread_ts === lead?.ts)).toBe(true);
    expect(all).toHaveLength(4);
    expect(openJobs()).toBe(0);
  });

  it('and stay so until the next summary: that one tells, and nothing is caught up', async () => {
    await mondayWithout();
    await minutes('2024-01-23T11:58:05Z', 2, () => undefined);
    isSilent = false;
    await minutes('2024-01-23T12:00:05Z', 60, () => undefined);

    expect(notes()).toEqual([]);
    const leads = rig.standIn.messages(CHANNEL).filter(({ thread_ts, text }) => !thread_ts && !text.includes('Alert'));
    expect(leads).toHaveLength(2);
    expect(leads[1]?.text).not.toContain('missing');
    // The alert was looked at once, on the last session: at most one post for all the days nobody saw.
    expect(rig.texts().filter((text) => text.includes('Alert')).length).toBeLessThanOrEqual(1);
    expect(openJobs()).toBe(0);
  });

  it('are waited for nowhere else: a lead alone and a paused subscription get no note', async () => {
    await mondayWithout({ placement: 'channel' });
    expect(openJobs()).toBe(0);
    await rig.close();
    await mondayWithout();
    await rig.store.clock.changeStatus({ team: TEAM, id: 'sub-1' }, { status: 'paused', reason: '', next: undefined });
    isSilent = false;
    await minutes('2024-01-22T12:40:05Z', 30, () => undefined);
    expect(notes()).toEqual([]);
    expect(openJobs()).toBe(0);
  });
});
