import { expect, test } from 'vitest';
import { evaluateAlert } from '../../jobs/alert-content.ts';
import { createContent } from '../../jobs/all-content.ts';
import { PARTS, type Slot, type SummaryKind } from '../../jobs/content.ts';
import { createLog } from '../../src/log.ts';
import { readMorning } from '../../src/market/morning-facts.ts';
import { createSampleMarket } from '../../src/market/sample/sample.ts';
import { expectLawful } from '../support/message-laws.ts';

const log = createLog('error', () => undefined);
const sources = {
  market: createSampleMarket(log),
  fedMarket: { fedFunds: () => Promise.reject(new Error('not in this test')) },
  log,
};
const AUDIENCE = { parts: PARTS, theme: 'light', zone: 'America/New_York' } as const;

function slotAt(time: string): Slot {
  const due = Temporal.ZonedDateTime.from(`${time}[America/New_York]`).toInstant();
  return { day: time.slice(0, 10), due, now: due };
}

test.each([
  ['morning', '2024-01-22T07:00'],
  ['weekly', '2024-01-19T17:00'],
] as const)(
  'the %s of the generated sample says so in its text and its blocks, and fails on no dead source',
  async (kind: SummaryKind, time) => {
    const content = createContent(sources).summaries[kind];
    const summary = content.write(await content.measure(slotAt(time)), AUDIENCE, undefined);
    if ('skip' in summary) throw new Error(summary.skip);
    expect(summary.lead.text).toMatch(/^Sample data: /);
    expect(JSON.stringify(summary.lead.blocks)).toContain('SAMPLE DATA');
    expect(JSON.stringify(summary.lead.blocks)).toContain(':warning: *No Fed odds');
    for (const message of [summary.lead, ...summary.replies]) expectLawful(message);
  },
);

test('an alert on the generated sample says so whether it fires or clears', async () => {
  const rule = { v: 1, kind: 'divergence', tier: 0.2, rearm: -0.19 } as const;
  let state: Parameters<typeof evaluateAlert>[0]['state'];
  const words: string[] = [];
  for (const [session, today] of [
    ['2024-01-18', '2024-01-19'],
    ['2024-01-19', '2024-01-22'],
    ['2024-01-22', '2024-01-23'],
  ] as const) {
    const facts = await readMorning(sources, { session, today });
    const alert = { id: 'al-1', title: '', rule, terms: { once: false }, ...(state !== undefined && { state }) };
    const outcome = evaluateAlert(alert, facts, slotAt(`${session}T16:25`).due);
    state = outcome.state;
    if (outcome.event) words.push(outcome.event.message.text + JSON.stringify(outcome.event.message.blocks));
  }
  expect(words).toHaveLength(2);
  for (const one of words) {
    expect(one).toMatch(/^Sample data: /);
    expect(one).toContain('SAMPLE DATA');
  }
});
