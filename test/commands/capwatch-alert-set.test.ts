import { afterEach, beforeEach, expect, test } from 'vitest';
import { confirmActions } from '../../commands/alerts-slack.ts';
import type { Press } from '../../commands/buttons.ts';
import { answer, type Call } from '../../commands/index.ts';
import { createCapwatch } from '../../src/capwatch.ts';
import { parseConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { describeWithData } from '../support/data-folder.ts';
import { folderSources } from '../support/morning.ts';
import { storePath } from '../support/store.ts';

const NOW = Temporal.Instant.from('2024-01-22T22:00:00Z');
const ASKER = { team: 'T1', user: 'U1', userName: 'maria', channel: 'C1', channelName: '#desk-us', inThread: false };
const TITLES = [
  'Divergence, −10% tier',
  'S&amp;P 500 record close',
  'Odds of a cut by 31 Jan move 10.0\u00a0pp in 5 days',
  '52-week recovery completed',
].join('; ');

describeWithData('the standard alerts', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openSqliteStore(storePath(), NOW);
  });
  afterEach(() => store.close());

  function call(asker = ASKER): Call {
    const writing = { team: asker.team, by: { user: asker.user, at: NOW } };
    const drafts = {
      record: (content: string) => store.recordDraft(writing, content),
      find: (name: string) => store.findDraft(writing, name),
      take: (name: string) => store.takeDraft(writing, name),
    };
    const capwatch = createCapwatch(parseConfig({}), { log: createLog('error'), clock: () => NOW });
    const preview = () => Promise.resolve({ skip: 'nothing' });
    return {
      ...{ capwatch, now: NOW, asker },
      subscriptions: { store: store.clock, meetings: [], preview },
      alerts: { store: store.clock, sources: folderSources(), drafts },
    };
  }

  const typed = (words: string, asker = ASKER) => answer(`/capwatch ${words}`, call(asker));

  /** Presses a button under a draft; resolves with what the person reads. */
  async function pressed(action: 'confirm_write' | 'confirm_cancel', draft: string): Promise<string> {
    const told: string[] = [];
    const press: Pick<Press, 'call' | 'line' | 'tell'> = {
      ...{ call: call(), line: draft },
      tell: async ({ text }) => void told.push(text),
    };
    await confirmActions({})[action]?.(press as Press);
    return told.join();
  }

  const kept = async () => (await store.clock.listAlerts('T1')).map(({ id, status }) => `${id} ${status}`);

  test('are one question with the rule of each, and nothing is set before it is confirmed', async () => {
    const question = await typed('subscribe alerts');
    expect(question.text).toBe(`Subscribe #desk-us to 4 alerts? ${TITLES}. Nothing is set until you confirm.`);
    const words = JSON.stringify(question.blocks);
    expect(words).toContain('Russell 2000 close 10% or more below its record*');
    expect(words).toContain('S&amp;P 500 record close, the first in over 20 sessions*');
    expect(words).toContain('odds of a cut by 31 Jan 2024 move over 10.0\u00a0pp in 5 futures days*');
    expect(words).toContain('completes a recovery from a 52-week low to a 52-week high, on closes*');
    expect(words).toContain('Ends: with the meeting of 31 Jan 2024');
    expect(words.match(/Checked: /g)).toHaveLength(4);
    expect(words.match(/Re-arms: /g)).toHaveLength(4);
    expect(words).toContain('Stop all of them: `/capwatch unsubscribe alerts`');
    expect(words.match(/confirm_write/g)).toHaveLength(1);
    expect(question.numbers.length).toBeGreaterThan(3);
    expect(await kept()).toEqual([]);
  });

  test('are set by one press, once, as rules like any other', async () => {
    await typed('subscribe alerts');
    expect(await pressed('confirm_write', 'draft-1')).toBe(`4 standard alerts set in #desk-us: ${TITLES}.`);
    await expect(pressed('confirm_write', 'draft-1')).resolves.toBe('');
    const alerts = await store.clock.listAlerts('T1', 'C1');
    expect(alerts.map(({ rule }) => JSON.parse(rule))).toEqual([
      { v: 1, kind: 'divergence', tier: 0.1, rearm: -0.09 },
      { v: 1, kind: 'record', symbol: 'GSPC' },
      {
        ...{ v: 1, kind: 'odds-move', meeting: '2024-01-31', word: 'cut' },
        ...{ threshold: 0.1, rearm: 0.05, sessions: 5 },
      },
      { v: 1, kind: 'recovery' },
    ]);
    expect(alerts.map(({ terms }) => JSON.parse(terms).until)).toEqual([undefined, undefined, '2024-01-31', undefined]);
  });

  test('that stand already keep their numbers, and paused ones go on', async () => {
    await typed('subscribe alerts');
    await pressed('confirm_write', 'draft-1');
    await store.clock.changeAlert({ team: 'T1', id: 'al-2' }, { status: 'paused', reason: 'gone' });
    await typed('subscribe alerts');
    await pressed('confirm_write', 'draft-2');
    expect(await kept()).toEqual(['al-1 active', 'al-2 active', 'al-3 active', 'al-4 active']);
  });

  test('are not set when the draft is discarded', async () => {
    await typed('subscribe alerts');
    expect(await pressed('confirm_cancel', 'draft-1')).toMatch(/^Discarded; nothing was set\./);
    expect(await kept()).toEqual([]);
  });

  test('are in both lists, and end together; an alert set by itself stays', async () => {
    await typed('subscribe alerts');
    await pressed('confirm_write', 'draft-1');
    await typed('alert when gap ytd past -8');
    await pressed('confirm_write', 'draft-2');
    const list = await typed('list');
    expect(list.text).toBe('1 subscription in #desk-us: alerts.');
    expect(JSON.stringify(list.blocks)).toContain(`\`alerts\`  *#desk-us*  4 standard alerts: ${TITLES}`);
    expect((await typed('alert list')).text).toMatch(/^5 alerts in #desk-us/);

    expect((await typed('unsubscribe alerts')).text).toBe(
      'Ended: 4 standard alerts in #desk-us. Alerts set one by one stay.',
    );
    expect(await kept()).toEqual(['al-5 active']);
    expect((await typed('list')).text).toMatch(/^Nothing is sent to #desk-us/);
  });

  test('of another channel are not touched', async () => {
    await typed('subscribe alerts');
    await pressed('confirm_write', 'draft-1');
    const elsewhere = { ...ASKER, channel: 'C2', channelName: '#other' };
    await expect(typed('unsubscribe alerts', elsewhere)).rejects.toThrow(/standard alerts are not set/);
    expect(await kept()).toHaveLength(4);
  });
});
