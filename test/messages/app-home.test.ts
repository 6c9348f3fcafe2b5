import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { homeView } from '../../src/messages/app-home.ts';
import { describeWithData, sharedGolden } from '../support/data-folder.ts';

const NEW_YORK = 'America/New_York';
const at = (text: string) => Temporal.Instant.from(text);

const SUBSCRIPTION = {
  id: 'sub-1',
  channelName: '#desk-us',
  kind: 'morning',
  time: '07:00',
  zone: NEW_YORK,
  parts: [],
  placement: 'both',
  theme: 'light',
  status: 'active',
  reason: '',
} as const;

const FACTS = {
  zone: NEW_YORK,
  market: {
    session: '2024-01-22',
    lines: [
      '*−3.85 pp* small-cap gap year to date',
      '*−18.81%* Russell 2000 from its record; S&amp;P 500 at its own',
      '*97.9%* hold on 31 Jan; cut by 20 Mar 43.2%',
      '*−134 bp* priced by 18 Dec, 5.4 cuts',
      '*+13.12%* left to Goldman’s +15%; +53.30% to Fundstrat’s +50%',
      '*187,000* claims; two-year yield 4.37%',
    ],
    freshness: '*Close* 16:00 ET · all sources answering',
    sources: [
      'Index closes  Mon 22 Jan 16:00 ET, two sources agree',
      'Futures  Mon 22 Jan settlement',
      'Macro  Treasury Mon 22 Jan · claims Thu 18 Jan',
    ],
  },
  subscriptions: [
    { ...SUBSCRIPTION, lastSent: at('2024-01-22T12:00:00Z') },
    {
      ...SUBSCRIPTION,
      id: 'sub-2',
      channelName: 'Direct message',
      kind: 'fed',
      next: { name: 'fed-before', day: '2024-01-31', due: at('2024-01-31T12:00:00Z') },
    },
  ],
  alerts: [
    { id: 'al-1', title: 'Divergence, −20% tier', status: 'active', firedOn: '2024-01-19', clearedOn: '2024-01-22' },
    { id: 'al-2', title: 'Gap year to date past −8 pp', status: 'active', standing: '−3.85 pp now' },
  ],
} as const;

describeWithData('homeView beside the agreed messages', () => {
  it('is the agreed home tab', () => {
    const golden: unknown = JSON.parse(plainSpaces(readFileSync(sharedGolden('messages/12-app-home.json'), 'utf8')));

    expect(JSON.parse(plainSpaces(JSON.stringify(homeView(FACTS))))).toEqual(golden);
  });
});

function plainSpaces(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

describe('homeView', () => {
  it('says what is missing, and stays within Slack’s hundred blocks', () => {
    const subscriptions = Array.from({ length: 200 }, (_, index) => ({ ...SUBSCRIPTION, id: `sub-${index}` }));
    const { blocks } = homeView({ zone: NEW_YORK, subscriptions, alerts: [] });

    expect(blocks.length).toBeLessThanOrEqual(30);
    const words = JSON.stringify(blocks);
    expect(words).toContain('The market cannot be read now.');
    expect(words).toContain('194 more');
    expect(words).toContain('No alert of yours is set.');
  });

  it('escapes what is not ours', () => {
    const { blocks } = homeView({ ...FACTS, alerts: [{ id: 'al-1', title: '<!channel>', status: 'paused' }] });

    expect(JSON.stringify(blocks)).toContain('*&lt;!channel&gt;*  paused · never fired');
  });
});
