import { describe, expect, it } from 'vitest';
import { createAudiences } from '../../jobs/audiences.ts';
import type { SummaryContent } from '../../jobs/content.ts';
import { previewed } from '../../jobs/preview-summary.ts';
import type { Subscription } from '../../src/store/subscriptions.ts';
import { at, CHANNEL, fakeContent, line, TEAM } from '../support/clock-rig.ts';

/** Says for which day and time it was asked. */
function slotTold(): SummaryContent<string> {
  return {
    measure: ({ day, due }) => Promise.resolve(`${day} ${due.toString()}`),
    write: (slot) => ({ lead: line(slot), replies: [], snapshot: {} }),
  };
}

const SUBSCRIPTION: Subscription = {
  team: TEAM,
  id: 'sub-1',
  channel: CHANNEL,
  channelName: '#desk-us',
  kind: 'morning',
  time: '07:00',
  zone: 'America/New_York',
  parts: ['smallcaps'],
  placement: 'both',
  theme: 'light',
  status: 'active',
  reason: '',
  by: 'U1',
  createdAt: at('2024-01-19T12:00:00Z'),
};

async function shownAt(now: string): Promise<string> {
  const { summaries, ...content } = fakeContent();
  const told = slotTold();
  const audiences = createAudiences({ ...content, summaries: { ...summaries, morning: told } });
  const summary = await previewed(audiences, SUBSCRIPTION, { now: at(now), meetings: [] });
  return 'skip' in summary ? summary.skip : summary.lead.text;
}

describe('the test of a morning summary', () => {
  it('shows tomorrow’s once the close is in, and this morning’s until then', async () => {
    expect(await shownAt('2024-01-22T15:00:00-05:00')).toBe('2024-01-22 2024-01-22T12:00:00Z');
    expect(await shownAt('2024-01-22T18:00:00-05:00')).toBe('2024-01-23 2024-01-23T12:00:00Z');
  });

  it('shows Monday’s over the weekend', async () => {
    expect(await shownAt('2024-01-20T10:00:00-05:00')).toBe('2024-01-22 2024-01-22T12:00:00Z');
  });
});
