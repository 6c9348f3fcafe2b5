import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCapwatch } from '../../src/capwatch.ts';
import { parseConfig } from '../../src/config.ts';
import { type StandIn, startSlackStandIn } from '../../src/demo/slack/stand-in.ts';
import { createLog } from '../../src/log.ts';
import { type Running, startOnSlack } from '../../src/start.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { at, fakeContent } from '../support/fake-content.ts';
import { storePath } from '../support/store.ts';

let standIn: StandIn;
let running: Running;
let store: Store;
const NOW = '2024-01-22T22:00:00Z';
const DIRECT = 'D0CAPWATCH0';
const TEAM = () => standIn.workspace.team.id;

beforeEach(async () => {
  const log = createLog('error');
  const clock = () => at(NOW);
  standIn = await startSlackStandIn({ port: 0, now: clock, fileReadyMs: 0 });
  store = await openSqliteStore(storePath(), clock());
  const { tokens, apiUrl } = standIn;
  const config = { ...parseConfig({}), slack: { botToken: tokens.bot, appToken: tokens.app, apiUrl } };
  const capwatch = createCapwatch(config, { log, clock });
  const parts = { store, content: fakeContent(1), sources: capwatch };
  running = await startOnSlack(capwatch, { botToken: tokens.bot, appToken: tokens.app }, parts);
});

afterEach(async () => {
  await running.stop();
  await store.close();
  await standIn.close();
});

async function typed(line: string, channel = 'desk-us'): Promise<string> {
  const before = standIn.messages(channel).length;
  await standIn.typeCommand(line, channel);
  await standIn.until(`an answer to ${line}`, () => standIn.messages(channel).length > before);
  return standIn.messages(channel).at(-1)?.text ?? '';
}

const homeWords = () => JSON.stringify(standIn.workspace.home?.blocks ?? []);
const viewWords = () => JSON.stringify(standIn.views().at(-1) ?? {});
const pressHome = (action_id: string) => standIn.person.act({ view: standIn.workspace.home?.id ?? '' }, { action_id });
const pressView = (action_id: string) => standIn.person.act({ view: standIn.views().at(-1)?.id ?? '' }, { action_id });
const pressLast = (action_id: string, channel = 'desk-us') =>
  standIn.person.act({ channel, ts: standIn.messages(channel).at(-1)?.ts ?? '' }, { action_id });
const ids = async () => (await store.clock.listAlerts(TEAM())).map(({ id }) => id);

/** Types an alert into a place and confirms it there. */
async function set(words: string, channel = 'desk-us'): Promise<void> {
  await typed(`/capwatch alert when ${words}`, channel);
  await pressLast('confirm_write', channel);
  await standIn.until('it is set', () => (standIn.messages(channel).at(-1)?.text ?? '').includes(' is set: '));
}

/** Adds an alert on the home tab. */
async function setAtHome(words: string): Promise<void> {
  await standIn.person.openHome();
  await standIn.until('the home tab', () => standIn.workspace.home !== undefined);
  await pressHome('alert_add');
  await standIn.until('the form', () => viewWords().includes('Tell me when'));
  await standIn.submitView({ line: { line: words } });
  await standIn.until('the question', () => viewWords().includes('Nothing is set yet'), 10_000);
  await pressView('confirm_write');
  await standIn.until('the alert', () => viewWords().includes(' is set: '));
}

describe('a person’s own alerts', () => {
  it('are one list, whether set on the home tab or in the messages with Capwatch', async () => {
    await setAtHome('gap ytd past -8');
    await set('divergence', DIRECT);
    await set('record');
    expect(await typed('/capwatch alert list', DIRECT)).toBe(
      '2 alerts in this direct message: Gap year to date past −8\u00a0pp; Divergence, −20% tier',
    );
    expect(await typed('/capwatch alert list')).toBe('1 alert in #desk-us: S&amp;P 500 record close');
    expect(await typed('/capwatch alert list mine', DIRECT)).toMatch(/^3 alerts in your channels: /);
    expect(JSON.stringify(standIn.messages(DIRECT).at(-1)?.blocks)).toContain('· #desk-us');
  });

  it('are silenced, changed and stopped from both places', async () => {
    await setAtHome('gap ytd past -8');
    await set('divergence', DIRECT);
    expect(await typed('/capwatch alert snooze 1 12h', DIRECT)).toMatch(/^Alert 1 is silent until Tue 23 Jan 05:00 ET/);
    expect(await typed('/capwatch alert resume 1', DIRECT)).toMatch(/^Alert 1 goes on/);
    expect(await typed('/capwatch pause al-1', DIRECT)).toMatch(/^Alert 1 is paused/);
    expect(await typed('/capwatch resume al-1', DIRECT)).toMatch(/^Alert 1 goes on/);
    expect(await typed('/capwatch alert edit 1', DIRECT)).toMatch(/^Say what alert 1 should watch instead\./);
    await typed('/capwatch alert edit 1 gap ytd past -9', DIRECT);
    await pressLast('confirm_write', DIRECT);
    await standIn.until('the new one', () =>
      (standIn.messages(DIRECT).at(-1)?.text ?? '').startsWith('Alert 3 is set'),
    );
    expect(await ids()).toEqual(['al-2', 'al-3']);

    await standIn.person.openHome();
    await standIn.until('the rows', () => homeWords().includes('past −9\u00a0pp'));
    await pressHome('alert_edit');
    await standIn.until('its form', () => viewWords().includes('"initial_value":"divergence past -20"'));
    await pressView('alert_snooze');
    await standIn.until('the silence', () => viewWords().includes('Alert 2 is silent until Wed 24 Jan 17:00 ET'));
    await pressHome('alert_edit');
    await standIn.until('its form again', () => viewWords().includes('Tell me when'));
    await pressView('alert_stop');
    await standIn.until('the end', () => viewWords().includes('Alert 2 is stopped'));
    await standIn.until('the home tab without it', () => !homeWords().includes('Divergence'), 10_000);
    expect(await ids()).toEqual(['al-3']);
    expect(await typed('/capwatch why 3', DIRECT)).toMatch(/^Gap year to date past −9\u00a0pp: First look: /);
    expect(await typed('/capwatch alert stop 2', DIRECT)).toMatch(/^Alert 2 has ended: by a person\./);
    expect(await typed('/capwatch alert snooze 3 soon', DIRECT)).toMatch(
      /^I cannot read soon as a time to be silent\./,
    );
  });

  it('show on the home tab where they stand', async () => {
    await set('gap ytd past -8');
    await set('drawdown past -10');
    await standIn.person.openHome();
    await standIn.until('the row', () => homeWords().includes('Gap year to date'));
    expect(homeWords()).not.toContain('#desk-us');
    await set('record', DIRECT);
    await standIn.person.openHome();
    await standIn.until('the places', () => homeWords().includes('never fired · Direct message'));
    expect(homeWords()).toContain('never fired · #desk-us');
    expect(homeWords()).toContain('Edit the drawdown alert');
    expect(homeWords()).toMatch(
      /\*Gap year to date past −8\u00a0pp\* {2}armed, [−+]\d+\.\d\d\u00a0pp now · never fired/,
    );
    expect(homeWords()).toMatch(
      /\*Russell 2000 −10% from its record\* {2}waits until above −9%, −\d+\.\d\d% now · never/,
    );
  });
});

describe('the form of an alert', () => {
  it('opened by a colleague in the channel changes the channel’s alert', async () => {
    const by = { team: TEAM(), by: { user: 'U0SOMEBODY1', at: at(NOW) } };
    const rule = JSON.stringify({ v: 1, kind: 'gap', window: 'ytd', side: 'below', threshold: -0.08, rearm: -0.075 });
    const facts = { channel: 'C0DESKUS001', channelName: '#desk-us', title: 'Gap', terms: '{"once":false}', rule };
    await store.clock.recordAlert(by, facts);
    await typed('/capwatch alert show 1');
    await pressLast('alert_edit');
    await standIn.until('its form', () => viewWords().includes('"initial_value":"gap ytd below -8 rearm -7.5"'));
    await standIn.submitView({ line: { line: 'gap ytd past -9' } });
    await standIn.until('the question', () => viewWords().includes('Set this alert in #desk-us?'), 10_000);
    await pressView('confirm_write');
    await standIn.until('the alert', () => viewWords().includes('Alert 2 is set'));
    expect(await store.clock.listAlerts(TEAM())).toMatchObject([{ id: 'al-2', channel: 'C0DESKUS001' }]);
  });

  it('of the standard set holds a line an alert, and what is left is set together', async () => {
    await typed('/capwatch subscribe alerts');
    await pressLast('confirm_edit');
    const lines = 'divergence 10\\nrecord\\nnext cut odds moves 10 in 5 days\\nrecovery';
    await standIn.until('the lines', () => viewWords().includes(`"initial_value":"${lines}"`));
    await standIn.submitView({ line: { line: 'divergence 20\nrecord rut\ngap ytd past' } });
    await standIn.until('the problem', () => standIn.views()[0]?.errors !== undefined);
    expect(standIn.views()[0]?.errors?.line).toBe('Line 3: The threshold is missing.');
    await standIn.submitView({ line: { line: 'divergence 20\n\nrecord rut' } });
    await standIn.until('the question', () => viewWords().includes('Subscribe #desk-us to 2 alerts?'), 10_000);
    await pressView('confirm_write');
    await standIn.until('the alerts', () => viewWords().includes('2 standard alerts set in #desk-us'));
    const kept = await store.clock.listAlerts(TEAM());
    expect(kept.map(({ title, channel }) => `${title} ${channel}`)).toEqual([
      'Divergence, −20% tier C0DESKUS001',
      'Russell 2000 record close C0DESKUS001',
    ]);
    expect(await typed('/capwatch list')).toBe('1 subscription in #desk-us: alerts.');
    expect(await typed('/capwatch unsubscribe alerts')).toMatch(/^Ended: 2 standard alerts in #desk-us\./);
  });

  it('of an alert that has ended sets it again', async () => {
    await set('gap ytd past -8 once');
    await typed('/capwatch alert show 1');
    await store.clock.changeAlert({ team: TEAM(), id: 'al-1' }, { status: 'ended', reason: 'It fired.' });
    await pressLast('alert_edit');
    await standIn.until('its form', () => viewWords().includes('Add alert'));
    await standIn.submitView({ line: { line: 'gap ytd past -8' } });
    await standIn.until('the question', () => viewWords().includes('Set this alert in #desk-us?'), 10_000);
  });
});

describe('a channel that was picked in a form', () => {
  it('is named by its mention, and never called a channel', async () => {
    await standIn.person.openHome();
    await standIn.until('the home tab', () => standIn.workspace.home !== undefined);
    await pressHome('sub_add');
    await standIn.until('the form', () => standIn.views().length === 1);
    await standIn.submitView({ channel: { channel: 'C0DESKUS001' } });
    await standIn.until('the new row', () => homeWords().includes('*<#C0DESKUS001>*'));
    await typed('/capwatch list');
    const list = JSON.stringify(standIn.messages('desk-us').at(-1)?.blocks);
    expect(list).toContain('*<#C0DESKUS001>*  morning summary');

    await pressHome('sub_edit');
    await standIn.until('its form', () => viewWords().includes('morning summary in <#C0DESKUS001>'));
    expect(await typed('/capwatch pause sub-1')).toMatch(/^Paused: morning summary in the channel you picked\./);
    const paused = JSON.stringify(standIn.messages('desk-us').at(-1)?.blocks);
    expect(paused).toContain('*Paused: morning summary in <#C0DESKUS001>.*');
    expect(`${list} ${paused} ${homeWords()}`).not.toContain('a channel*');
  });
});
