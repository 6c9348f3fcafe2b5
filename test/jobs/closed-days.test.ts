import { afterEach, describe, expect, it } from 'vitest';
import { createContent } from '../../jobs/all-content.ts';
import { createLog } from '../../src/log.ts';
import { createSampleFedMarket, createSampleMarket } from '../../src/market/sample/sample.ts';
import { CHANNEL, clockRig, type Rig, TEAM } from '../support/clock-rig.ts';

let rig: Rig;
afterEach(() => rig.close());

describe('an alert around Thanksgiving 2023', () => {
  it('fires once, after the half day’s close at 13:00, and on no closed day', async () => {
    const log = createLog('error', () => undefined);
    const content = createContent({ market: createSampleMarket(log), fedMarket: createSampleFedMarket(), log });
    rig = await clockRig({ now: '2023-11-22T21:30:00Z', content });
    // The gap of the sample: −9.09 pp on Wednesday, −7.68 on Friday's half day, −8.63 on Monday.
    const rule = { v: 1, kind: 'gap', window: 'ytd', side: 'above', threshold: -0.08, rearm: -0.085 };
    const facts = { channel: CHANNEL, channelName: '#desk-us', title: 'A gap', terms: '{"once":false}' };
    const by = { team: TEAM, by: { user: 'U0LOCALUSER', at: rig.now() } };
    await rig.store.clock.recordAlert(by, { ...facts, rule: JSON.stringify(rule) });
    const clock = await rig.start();
    const posts: string[] = [];
    for (const time of [
      '2023-11-22T21:30:00Z',
      // Thanksgiving, and Friday until just before its close.
      '2023-11-23T14:35:00Z',
      '2023-11-23T21:20:00Z',
      '2023-11-24T14:35:00Z',
      '2023-11-24T17:55:00Z',
      // After it, at what is the close of other days, over the weekend, and on Monday before the close.
      '2023-11-24T18:25:00Z',
      '2023-11-24T18:30:00Z',
      '2023-11-24T21:05:00Z',
      '2023-11-25T15:00:00Z',
      '2023-11-26T15:00:00Z',
      '2023-11-27T15:00:00Z',
    ]) {
      rig.set(time);
      await clock.tick();
      posts.push(`${time.slice(5, 16)} ${rig.texts().length}`);
    }

    expect(posts.find((line) => line.endsWith(' 1'))).toBe('11-24T18:25 1');
    expect(rig.texts()).toHaveLength(1);
    expect(rig.texts()[0]).toContain('Fri 24 Nov 2023 close.');
  });
});
