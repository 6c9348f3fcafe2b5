import { afterEach, expect, test } from 'vitest';
import { createContent } from '../../jobs/all-content.ts';
import type { ChartSpec } from '../../src/charts/spec.ts';
import type { SubscriptionFacts } from '../../src/store/subscriptions.ts';
import { CHANNEL, clockRig, type Rig } from '../support/clock-rig.ts';
import { describeWithData } from '../support/data-folder.ts';
import { folderSources } from '../support/morning.ts';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

let rig: Rig | undefined;
afterEach(() => rig?.close());

/** What the channel has after the summary of Mon 22 Jan 2024 by the clock, and how its picture was drawn. */
async function morningWith(facts: Partial<SubscriptionFacts>) {
  const themes: string[] = [];
  const draw = (_spec: ChartSpec, theme = '') => {
    themes.push(theme);
    return Promise.resolve(PNG);
  };
  const one = await clockRig({ now: '2024-01-23T05:00:00Z', content: createContent(folderSources()), draw });
  rig = one;
  await one.subscribe(facts);
  const clock = await one.start();
  one.set('2024-01-23T12:00:05Z');
  await clock.tick();
  const [lead, ...replies] = one.standIn.messages(CHANNEL);
  return { words: JSON.stringify(lead?.blocks), replies: replies.map(({ text }) => text.slice(0, 12)), themes };
}

describeWithData('a morning by the clock', () => {
  test('has the parts asked for, in their own order and numbers', async () => {
    const { words, replies } = await morningWith({ parts: ['calendar', 'fed'] });
    expect(replies).toEqual(['1/2 Fed odds', '2/2 Today, T']);
    expect(words).toContain('In the thread: Fed odds, today.');
  });

  test('in the channel alone announces no thread and has none', async () => {
    const { words, replies } = await morningWith({ placement: 'channel' });
    expect(replies).toEqual([]);
    expect(words).not.toContain('In the thread');
  });

  test.each(['light', 'dark'] as const)('is drawn %s where the channel asked for it', async (theme) => {
    expect((await morningWith({ theme })).themes).toEqual([theme]);
  });
});
