import { afterEach, describe, expect, it } from 'vitest';
import { startClock } from '../../jobs/clock.ts';
import { createLog } from '../../src/log.ts';
import { slackClients } from '../../src/slack/clients.ts';
import { CHANNEL, clockRig, fakeContent, type Rig, TEAM } from '../support/clock-rig.ts';
import { storePath } from '../support/store.ts';

let rig: Rig;
afterEach(() => rig.close());

const SUNDAY = '2024-01-21T17:00:00Z';

describe('startClock', () => {
  it('after a stop one second before the time sends the summary once, however often it is started', async () => {
    const path = storePath();
    rig = await clockRig({ now: '2024-01-22T11:59:59Z', path });
    await rig.subscribe();
    await (await rig.start()).tick();
    expect(rig.texts()).toEqual([]);

    rig.set('2024-01-22T12:00:40Z');
    for (let start = 0; start < 3; start += 1) {
      const clock = await rig.start();
      await clock.tick();
      await clock.stop();
    }
    expect(rig.texts()).toHaveLength(3);
  });

  it('lets runs that are asked for at once be one run', async () => {
    rig = await clockRig({ now: SUNDAY });
    await rig.subscribe();
    const clock = await rig.start();
    rig.set('2024-01-22T12:00:05Z');
    await Promise.all([clock.tick(), clock.tick(), clock.tick()]);

    expect(rig.texts()).toHaveLength(3);
    expect((rig.content as ReturnType<typeof fakeContent>).measured).toBe(1);
  });

  it('lets no run of a job begin while one is under way, nor one that failed keep the next from running', async () => {
    const content = fakeContent();
    const { promise: looking, resolve: looked } = Promise.withResolvers<Record<string, never>>();
    let looks = 0;
    const measure = () => {
      looks += 1;
      return looks === 1 ? looking : Promise.reject(new Error('no closes'));
    };
    rig = await clockRig({ now: SUNDAY, content: { ...content, alerts: { ...content.alerts, measure } } });
    const facts = { channel: CHANNEL, channelName: '#desk-us', title: 'gap', rule: '{}', terms: '{"once":false}' };
    await rig.store.clock.recordAlert({ team: TEAM, by: { user: 'U0LOCALUSER', at: rig.now() } }, facts);
    const clock = await rig.start();
    const runs = [clock.tick(), clock.tick()];
    await expect.poll(() => looks, { timeout: 15_000 }).toBe(1);
    runs.push(clock.tick());
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(looks).toBe(1);

    looked({});
    await Promise.all(runs);
    await clock.tick();
    await clock.tick();
    expect(looks).toBe(3);
  });

  it('stops after ten seconds at the latest, and a later start finishes what was left', async () => {
    rig = await clockRig({ now: SUNDAY });
    await rig.subscribe();
    const log = createLog('error', () => undefined);
    const { standIn, store } = rig;
    const { promise: never, resolve: finish } = Promise.withResolvers<Record<string, never>>();
    const slow = fakeContent();
    const morning = { ...slow.summaries.morning, measure: () => never };
    const waited: number[] = [];
    const clock = await startClock(
      {
        team: TEAM,
        store: store.clock,
        content: { ...slow, summaries: { ...slow.summaries, morning } },
        slack: slackClients({ token: standIn.tokens.bot, apiUrl: standIn.apiUrl, log }),
        draw: () => Promise.reject(new Error('nothing is drawn here')),
        wait: (ms, signal) => {
          if (ms !== 10_000) return new Promise((resolve) => signal?.addEventListener('abort', () => resolve()));
          waited.push(ms);
          return Promise.resolve();
        },
        log,
        clock: () => rig.now(),
        elapsedMs: () => 0,
        meetings: [],
      },
      { wakes: false },
    );
    rig.set('2024-01-22T12:00:05Z');
    void clock.tick();
    await expect.poll(async () => (await store.clock.listSlots(TEAM)).length, { timeout: 15_000 }).toBe(1);
    await clock.stop();
    expect(waited).toEqual([10_000]);

    const again = await rig.start();
    await again.tick();
    expect(rig.texts()).toHaveLength(3);
    finish({});
    await again.tick();
    expect(rig.standIn.messages(CHANNEL)).toHaveLength(3);
  });
});
