import { afterEach, describe, expect, it } from 'vitest';
import { createCapwatch } from '../../src/capwatch.ts';
import { parseConfig } from '../../src/config.ts';
import { type StandIn, startSlackStandIn } from '../../src/demo/slack/stand-in.ts';
import { createLog } from '../../src/log.ts';
import { type Running, startOnSlack } from '../../src/start.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { at, fakeContent } from '../support/clock-rig.ts';
import { storePath } from '../support/store.ts';

let standIn: StandIn;
let running: Running;
let store: Store;
const SUNDAY = '2024-01-21T17:00:00Z';

async function desk(content = fakeContent(1)) {
  const log = createLog('error');
  const clock = () => at(SUNDAY);
  standIn = await startSlackStandIn({ port: 0, now: clock, fileReadyMs: 0 });
  store = await openSqliteStore(storePath(), clock());
  const { tokens, apiUrl } = standIn;
  const config = { ...parseConfig({}), slack: { botToken: tokens.bot, appToken: tokens.app, apiUrl } };
  const capwatch = createCapwatch(config, { log, clock });
  running = await startOnSlack(
    capwatch,
    { botToken: tokens.bot, appToken: tokens.app },
    { store, content, sources: capwatch },
  );
}

afterEach(async () => {
  await running.stop();
  await store.close();
  await standIn.close();
});

/** Types a line; resolves with the text of the answer. */
async function typed(line: string, channel = 'desk-us'): Promise<string> {
  const before = standIn.messages(channel).length;
  await standIn.typeCommand(line, channel);
  await standIn.until(`an answer to ${line}`, () => standIn.messages(channel).length > before);
  const answer = standIn.messages(channel).at(-1);
  expect(answer?.ephemeral).toBe(true);
  return answer?.text ?? '';
}

describe('/capwatch subscribe and its company', () => {
  it('subscribes, lists, pauses, resumes and ends', async () => {
    await desk();
    expect(await typed('/capwatch subscribe morning at 06:50 london')).toBe(
      'Subscribed: #desk-us gets the morning summary, weekdays 06:50 London. Next Mon 22 Jan 06:50. Stop with /capwatch unsubscribe sub-1.',
    );
    expect(await typed('/capwatch subscribe morning at 7')).toMatch(
      /^Changed: #desk-us .* 07:00 New York\. .* sub-1\.$/,
    );
    expect(await typed('/capwatch subscribe fed')).toMatch(/^Subscribed: .* Next Wed 31 Jan 07:00\. .* sub-2\.$/);
    expect(await typed('/capwatch list')).toBe('2 subscriptions in #desk-us: sub-1, sub-2.');
    expect(await typed('/capwatch pause morning')).toMatch(/^Paused: morning summary in #desk-us\./);
    expect(await typed('/capwatch resume sub-1')).toBe('Resumed: morning summary in #desk-us. Next Mon 22 Jan 07:00.');
    expect(await typed('/capwatch pause')).toMatch(/^Which one: sub-1 \(morning\), sub-2 \(fed\)\?/);
    expect(await typed('/capwatch unsubscribe sub-2')).toMatch(/^Ended: Fed day summary in #desk-us\./);
    expect(await typed('/capwatch log')).toBe('Nothing was due in #desk-us yet.');
  });

  it('shows a test to the asker alone, and posts nothing', async () => {
    await desk();
    await typed('/capwatch subscribe morning');
    expect(await typed('/capwatch test')).toBe('Test: morning lead, first');
    const shown = JSON.stringify(standIn.messages('desk-us').at(-1)?.blocks);
    expect(shown).toContain('only you see this');
    expect(shown).toContain('morning reply 1');
    expect(standIn.messages('desk-us').every(({ ephemeral }) => ephemeral)).toBe(true);
  });

  it('never touches a subscription of another person in another channel', async () => {
    await desk();
    const facts = {
      kind: 'morning',
      time: '07:00',
      zone: 'UTC',
      parts: [],
      placement: 'both',
      theme: 'light',
    } as const;
    const theirs = { ...facts, channel: 'C0OTHER0001', channelName: '#secret' };
    const { team } = standIn.workspace;
    const by = { team: team.id, by: { user: 'U0OTHER0001', at: at(SUNDAY) } };
    await store.clock.recordSubscription(by, { facts: theirs, next: undefined });
    for (const verb of ['pause', 'unsubscribe', 'test']) {
      expect(await typed(`/capwatch ${verb} sub-1`)).toMatch(/^There is no subscription sub-1 here\./);
    }
    expect(await typed('/capwatch list mine')).toMatch(/^Nothing is sent to your channels\./);
    expect((await store.clock.findSubscription(team.id, 'sub-1'))?.status).toBe('active');
  });

  it('names a time zone that this computer does not know any more, and still shows the log', async () => {
    await desk();
    const facts = { kind: 'morning', time: '07:00', channel: 'C0DESKUS001', channelName: '#desk-us' } as const;
    const rest = { parts: [], placement: 'both', theme: 'light', zone: 'Mars/Olympus' } as const;
    const by = { team: 'T0LOCALDESK', by: { user: 'U0LOCALUSER', at: at(SUNDAY) } };
    await store.clock.recordSubscription(by, { facts: { ...facts, ...rest }, next: undefined });
    const due = at(SUNDAY).subtract({ hours: 53 });
    const slot = { team: 'T0LOCALDESK', job: 'sub-1', day: '2024-01-19', slot: 'morning', channel: 'C0DESKUS001' };
    await store.clock.recordSlot({ ...slot, due, state: 'sent', detail: '', at: due });
    await typed('/capwatch pause sub-1');

    expect(await typed('/capwatch resume sub-1')).toContain('does not know the time zone Mars/Olympus any more');
    expect(await typed('/capwatch log')).toContain('morning summary sent, due Fri 19 Jan 07:00');
    expect(await typed('/capwatch list')).toBe('1 subscription in #desk-us: sub-1.');
    expect(await typed('/capwatch subscribe morning at 7 tokyo')).toMatch(/^Changed: .* 07:00 Tokyo\./);
  });

  it('answers hostile words with a refusal', async () => {
    await desk();
    expect(await typed('/capwatch subscribe <!channel>')).not.toContain('<!channel>');
    expect(await typed('/capwatch pause sub-99999999999999')).toMatch(/^There is no subscription/);
    expect(await typed('/capwatch subscribe morning at 99:99')).toMatch(/^I do not know the time 99:99\./);
  });
});

describe('the home tab', () => {
  const homeWords = () => JSON.stringify(standIn.workspace.home?.blocks ?? []);

  it('shows what is the person’s own, and its form adds and changes', async () => {
    await desk();
    await standIn.person.openHome();
    await standIn.until('the home tab', () => standIn.workspace.home !== undefined);
    expect(homeWords()).toContain('Nothing is sent to you yet.');

    await standIn.person.act({ view: standIn.workspace.home?.id ?? '' }, { action_id: 'sub_add' });
    await standIn.until('the form', () => standIn.views().length === 1);
    await standIn.submitView({
      channel: { channel: 'C0DESKUS001' },
      zone: { zone: 'sydney' },
      time: { time: '06:30' },
    });
    await standIn.until('the new row', () => homeWords().includes('weekdays 06:30'));
    expect(homeWords()).toContain('*<#C0DESKUS001>*  morning summary, weekdays 06:30');

    await standIn.person.act({ view: standIn.workspace.home?.id ?? '' }, { action_id: 'sub_edit' });
    await standIn.until('the form again', () => standIn.views().length === 1);
    await standIn.submitView({ zone: { zone: 'atlantis' } });
    await standIn.until('the problem', () => standIn.views()[0]?.errors !== undefined);
    expect(standIn.views()[0]?.errors).toEqual({
      zone: 'I do not know that city or zone. Try London or America/New_York.',
    });
    await standIn.submitView({ zone: { zone: 'London' }, time: { time: '08:00' } });
    await standIn.until('the changed row', () => homeWords().includes('weekdays 08:00'));

    const [only, ...more] = await store.clock.listSubscriptions(standIn.workspace.team.id);
    expect(only).toMatchObject({ id: 'sub-1', time: '08:00', zone: 'Europe/London', channel: 'C0DESKUS001' });
    expect(more).toEqual([]);
  });

  it('names a picked channel as it was heard before', async () => {
    await desk();
    await typed('/capwatch subscribe fed');
    await standIn.person.openHome();
    await standIn.until('the home tab', () => homeWords().includes('Fed day'));
    await standIn.person.act({ view: standIn.workspace.home?.id ?? '' }, { action_id: 'sub_add' });
    await standIn.until('the form', () => standIn.views().length === 1);
    await standIn.submitView({ channel: { channel: 'C0DESKUS001' } });
    await standIn.until('the new row', () => homeWords().includes('*#desk-us*  morning summary'));
  });

  const pressHome = (action_id: string) =>
    standIn.person.act({ view: standIn.workspace.home?.id ?? '' }, { action_id });
  const viewWords = () => JSON.stringify(standIn.views().at(-1) ?? {});
  const pressView = (action_id: string) =>
    standIn.person.act({ view: standIn.views().at(-1)?.id ?? '' }, { action_id });

  it('sets and edits an alert through its one line', async () => {
    await desk();
    const team = standIn.workspace.team.id;
    await standIn.person.openHome();
    await standIn.until('the home tab', () => standIn.workspace.home !== undefined);
    await pressHome('alert_add');
    await standIn.until('the form', () => viewWords().includes('Tell me when'));
    await standIn.submitView({ line: { line: 'gap ytd past banana' } });
    await standIn.until('the problem', () => standIn.views()[0]?.errors !== undefined);
    expect(standIn.views()[0]?.errors?.line).toMatch(/^I cannot read banana/);

    await standIn.submitView({ line: { line: 'gap ytd past -8' } });
    await standIn.until('the question', () => viewWords().includes('Nothing is set yet'), 10_000);
    await pressView('confirm_edit');
    await standIn.until('the words again', () => viewWords().includes('"initial_value":"gap ytd past -8"'));
    await standIn.submitView({ line: { line: 'gap ytd past -9 once quiet 22:00 06:00' } });
    await standIn.until('the second question', () => viewWords().includes('Nothing is set yet'), 10_000);
    await pressView('confirm_write');
    await standIn.until('the alert', () => viewWords().includes('Alert 1 is set'));

    await standIn.person.openHome();
    await standIn.until('the row', () => homeWords().includes('alert_edit'));
    await pressHome('alert_edit');
    const line = 'gap ytd below -9 rearm -8.5 once until 2024-12-31 quiet 22:00 06:00';
    await standIn.until('its line', () => viewWords().includes(`"initial_value":"${line}"`));
    await standIn.submitView({ line: { line: 'gap ytd past -10' } });
    await standIn.until('the third question', () => viewWords().includes('Nothing is set yet'), 10_000);
    await pressView('confirm_write');
    await standIn.until('the new alert', () => viewWords().includes('Alert 2 is set'));
    expect((await store.clock.listAlerts(team)).map(({ id }) => id)).toEqual(['al-2']);
  });

  it('keeps the channel of a draft that is edited', async () => {
    await desk();
    await typed('/capwatch alert when gap ytd past -8');
    const ts = standIn.messages('desk-us').at(-1)?.ts ?? '';
    await standIn.person.act({ channel: 'desk-us', ts }, { action_id: 'confirm_edit' });
    await standIn.until('the words', () => viewWords().includes('"initial_value":"gap ytd past -8"'));
    await standIn.submitView({ line: { line: 'gap ytd past -9' } });
    await standIn.until('the question', () => viewWords().includes('Set this alert in #desk-us?'), 10_000);
    await pressView('confirm_write');
    await standIn.until('the alert', () => viewWords().includes('Alert 1 is set'));
    const [kept] = await store.clock.listAlerts(standIn.workspace.team.id);
    expect(kept).toMatchObject({ channel: 'C0DESKUS001', channelName: '#desk-us' });
  });

  it('opens what /capwatch sources says', async () => {
    await desk();
    const said = await typed('/capwatch sources');
    await standIn.person.openHome();
    await standIn.until('the home tab', () => standIn.workspace.home !== undefined);
    await pressHome('sources');
    await standIn.until('the sources', () => standIn.views().length === 1);
    expect(viewWords()).toContain(said.replace('Sources: ', '*Sources:* '));
  });
});
