import { afterEach, expect, it } from 'vitest';
import { confirmAlert } from '../../commands/capwatch-alerts.ts';
import { type AlertRig, alertRig, MARIA, wall } from '../support/alert-desk.ts';
import { CHANNEL, TEAM } from '../support/clock-rig.ts';
import { describeWithData } from '../support/data-folder.ts';

let rig: AlertRig;
afterEach(() => rig.close());

/** What Capwatch has said to Maria alone. */
const toMaria = () => rig.standIn.messages('D0CAPWATCH0').filter(({ user }) => user === rig.standIn.workspace.bot.id);
const alerts = async () => (await rig.store.clock.listAlerts(TEAM)).map(({ id, title }) => `${id} ${title}`);

/** Maria presses "Set alert" under the last question in her messages. */
async function confirmed(): Promise<string> {
  const draft = /"value":"(draft-\d+)"/.exec(JSON.stringify(toMaria().at(-1)?.blocks))?.[1] ?? '';
  const { alerts: desk, now } = rig.callOf();
  if (!desk) throw new Error('no alerts here');
  return (await confirmAlert(draft, { now, asker: MARIA, desk })).text;
}

describeWithData('an alert that has run out', () => {
  it('asks its owner on the first morning of the year whether the gap is watched with its new base', async () => {
    rig = await alertRig(wall('2024-12-20', '11:00'));
    await rig.set('gap ytd past -15');
    await rig.at(wall('2024-12-31', '16:25'));
    expect(await alerts()).toEqual(['al-1 Gap year to date past −15\u00a0pp']);

    await rig.at(wall('2025-01-01', '00:05'));
    expect(await alerts()).toEqual([]);
    await rig.at(wall('2025-01-02', '06:55'));
    expect(toMaria()).toEqual([]);
    await rig.at(wall('2025-01-02', '07:00'));
    await rig.at(wall('2025-01-02', '07:05'));
    expect(toMaria().map(({ text }) => text)).toEqual([
      'Alert 1 ended with 2024: Gap year to date past −15\u00a0pp. Set it again in #desk-us? Fires when the year-to-date gap closes below −15.00\u00a0pp; not known now: 2025 has no close yet. Nothing is set until you confirm.',
    ]);
    expect(JSON.stringify(toMaria()[0]?.blocks)).toContain(
      'the base moves to 31 Dec 2025 on 2 Jan 2026; you will be asked again',
    );
    expect(rig.texts()).toEqual([]);

    await rig.at(wall('2025-01-06', '09:00'));
    expect(await confirmed()).toBe('Alert 2 is set: Gap year to date past −15\u00a0pp.');
    const [kept] = await rig.store.clock.listAlerts(TEAM);
    expect(kept).toMatchObject({ channel: CHANNEL, channelName: '#desk-us' });
    expect(JSON.parse(kept?.terms ?? '')).toEqual({ once: false, until: '2025-12-31' });
  });

  it('of the standard set asks about the next meeting, and joins the set again', async () => {
    rig = await alertRig(wall('2024-01-22', '17:00'));
    await rig.set('the standard set');
    await rig.at(wall('2024-01-31', '16:25'));
    await rig.at(wall('2024-02-01', '07:00'));
    expect(toMaria().map(({ text }) => text)).toEqual([
      'Alert 3 ended with the meeting of 31 Jan 2024: Odds of a cut by 31 Jan move 10.0\u00a0pp in 5 days. Watch the next one, 20 Mar 2024, in #desk-us? Fires when odds of a cut by 20 Mar 2024 move over 10.0\u00a0pp in 5 futures days; now −4.5\u00a0pp in 5 futures days. Nothing is set until you confirm.',
    ]);
    expect(await alerts()).toHaveLength(3);
    expect(await confirmed()).toBe('Alert 5 is set: Odds of a cut by 20 Mar move 10.0\u00a0pp in 5 days.');
    const list = JSON.stringify((await rig.typed('/capwatch list')).blocks);
    expect(list).toContain('4 standard alerts');
    expect(list).toContain('Odds of a cut by 20 Mar move');
  });

  it('asks nothing where a day was typed, or for one meeting alone, and says why it is gone', async () => {
    rig = await alertRig(wall('2024-01-22', '17:00'));
    await rig.set('gap ytd past -8 until 2024-01-31');
    await rig.set('next cut odds past 60');
    await rig.at(wall('2024-02-01', '07:00'));
    expect(toMaria()).toEqual([]);
    expect(await alerts()).toEqual([]);
    expect((await rig.typed('/capwatch alert why 1')).text).toContain('Ended: It ran until 2024-01-31.');
  });
});
