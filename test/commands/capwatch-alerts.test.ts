import { expect, test } from 'vitest';
import { capwatchAlerts } from '../../commands/capwatch-alert-topics.ts';
import { type AlertDesk, confirmAlert } from '../../commands/capwatch-alerts.ts';
import { capwatchMorning } from '../../commands/capwatch-morning.ts';
import type { KeptAlert } from '../../src/store/alert-state.ts';
import { describeWithData } from '../support/data-folder.ts';
import { folderSources } from '../support/morning.ts';

const NOW = Temporal.Instant.from('2024-01-22T22:00:00Z');
const ASKER = { team: 'T1', user: 'U1', userName: 'maria', channel: 'C1', channelName: '#desk-us', inThread: false };

/** Alerts and drafts in memory: what the store does is tested with the store. */
function memoryDesk(): AlertDesk & { readonly kept: KeptAlert[] } {
  const kept: KeptAlert[] = [];
  const drafts = new Map<string, string>();
  return {
    kept,
    sources: folderSources(),
    drafts: {
      record: async (content) => {
        const name = `draft-${drafts.size + 1}`;
        drafts.set(name, content);
        return name;
      },
      take: async (name) => {
        const content = drafts.get(name);
        drafts.delete(name);
        return content;
      },
    },
    store: {
      recordAlert: async ({ team, by }, facts) => {
        const id = `al-${kept.length + 1}`;
        const alert: KeptAlert = {
          ...facts,
          team,
          id,
          by: by.user,
          createdAt: by.at,
          status: 'active',
          reason: '',
          because: '',
        };
        kept.push(alert);
        return alert;
      },
      listAlerts: async (_team, channel) =>
        kept.filter((one) => one.status !== 'ended' && (channel === undefined || one.channel === channel)),
      findAlert: async ({ id }) => kept.find((one) => one.id === id),
      changeAlert: async ({ id }, change) => {
        const index = kept.findIndex((one) => one.id === id);
        const found = kept[index];
        if (found)
          kept[index] = {
            ...found,
            ...(change.status && { status: change.status }),
            ...(change.reason !== undefined && { reason: change.reason }),
            ...(change.snoozedUntil && { snoozedUntil: change.snoozedUntil }),
          };
        return found !== undefined;
      },
      recordEvaluation: async ({ id, because, state }) => {
        const index = kept.findIndex((one) => one.id === id);
        const found = kept[index];
        if (found) kept[index] = { ...found, because, ...(state !== undefined && { state }) };
        return found !== undefined;
      },
      listSlots: async () => [],
    },
  };
}

describeWithData('/capwatch alert', () => {
  test('asks before it sets, and sets once', async () => {
    const desk = memoryDesk();
    const asked = await capwatchAlerts('when gap ytd past -8', { now: NOW, asker: ASKER, alerts: desk });
    expect(asked.text).toContain(
      'Set this alert in #desk-us? Fires when the year-to-date gap closes below −8.00\u00a0pp; now −3.85\u00a0pp.',
    );
    expect(desk.kept).toEqual([]);
    const set = await confirmAlert('draft-1', { now: NOW, asker: ASKER, desk });
    expect(set.text).toBe('Alert 1 is set: Gap year to date past −8\u00a0pp.');
    expect(JSON.parse(desk.kept[0]?.terms ?? '')).toEqual({ once: false, until: '2024-12-31' });
    await expect(confirmAlert('draft-1', { now: NOW, asker: ASKER, desk })).rejects.toThrow(/draft is gone/);
    expect(desk.kept).toHaveLength(1);
  });

  test('on odds finds the meeting and ends with it', async () => {
    const desk = memoryDesk();
    await capwatchAlerts('when march cut odds past 60', { now: NOW, asker: ASKER, alerts: desk });
    await confirmAlert('draft-1', { now: NOW, asker: ASKER, desk });
    expect(JSON.parse(desk.kept[0]?.rule ?? '')).toMatchObject({ kind: 'odds', meeting: '2024-03-20', threshold: 0.6 });
    expect(JSON.parse(desk.kept[0]?.terms ?? '')).toMatchObject({ until: '2024-03-20' });
  });

  test('lists, snoozes, explains, shows and stops by number', async () => {
    const desk = memoryDesk();
    const call = { now: NOW, asker: ASKER, alerts: desk };
    expect((await capwatchAlerts('', call)).text).toBe('No alerts in #desk-us.');
    await capwatchAlerts('divergence', call);
    await confirmAlert('draft-1', { now: NOW, asker: ASKER, desk });
    expect(JSON.stringify((await capwatchAlerts('list', call)).blocks)).toContain(
      '*Divergence, −20% tier*  armed · never fired',
    );
    expect((await capwatchAlerts('why 1', call)).text).toBe(
      'Divergence, −20% tier: First look: −18.81% on Mon 22 Jan. From now on it may fire.',
    );
    expect((await capwatchAlerts('snooze 1 2d', call)).text).toContain('silent until Wed 24 Jan 17:00 ET');
    expect((await capwatchAlerts('show 1 asof 2024-01-19', call)).text).toContain('−20.40% from its own record');
    expect((await capwatchAlerts('stop 1', call)).text).toBe('Alert 1 is stopped: Divergence, −20% tier.');
    expect((await capwatchAlerts('list', call)).text).toBe('No alerts in #desk-us.');
  });

  test('of another channel cannot be read or stopped by guessing its number', async () => {
    const desk = memoryDesk();
    await capwatchAlerts('divergence', { now: NOW, asker: ASKER, alerts: desk });
    await confirmAlert('draft-1', { now: NOW, asker: ASKER, desk });
    const elsewhere = { ...ASKER, channel: 'C2', channelName: '#other' };
    const stranger = { now: NOW, asker: { ...elsewhere, user: 'U2' }, alerts: desk };
    for (const line of ['stop 1', 'why 1', 'snooze 1', 'edit 1 record', 'show 1', 'resume al-1', 'pause #1']) {
      await expect(capwatchAlerts(line, stranger), line).rejects.toThrow(/^There is no alert `[al#-]*1` in #other\.$/);
    }
    expect((await capwatchAlerts('list', { ...stranger })).text).toBe('No alerts in #other.');
    // Whoever set it may end it from anywhere: the home tab and direct messages are other places too.
    expect((await capwatchAlerts('stop 1', { now: NOW, asker: elsewhere, alerts: desk })).text).toMatch(/is stopped/);
    await expect(capwatchAlerts('stop 1', { now: NOW, asker: ASKER, alerts: desk })).rejects.toThrow(
      'Alert 1 has ended: by a person.',
    );
  });

  test('on a terminal says where alerts belong', async () => {
    await expect(capwatchAlerts('list', { now: NOW })).rejects.toThrow(/type this in Slack/);
  });
});

describeWithData('/capwatch morning', () => {
  test('shows the lead again, for its Receipts', async () => {
    const message = await capwatchMorning('asof 2024-01-22', folderSources(), NOW);
    expect(message.text).toMatch(/^March cut odds 42\.6%/);
    expect(message.numbers.map(({ id }) => id)).toContain('RUT-GSPC.gap.ytd');
  });

  test('refuses other words with an example', async () => {
    await expect(capwatchMorning('tomorrow', folderSources(), NOW)).rejects.toThrow(/I do not know/);
  });
});
