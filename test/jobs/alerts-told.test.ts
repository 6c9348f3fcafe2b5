import { afterEach, expect, it } from 'vitest';
import { type AlertRig, alertRig, wall } from '../support/alert-desk.ts';
import { CHANNEL } from '../support/clock-rig.ts';
import { describeWithData } from '../support/data-folder.ts';

let rig: AlertRig;
afterEach(() => rig.close());

const NBSP = '\u00a0';
const why = async (number: number) => (await rig.typed(`/capwatch alert why ${number}`)).text.replaceAll(NBSP, ' ');
const close = (day: string) => rig.at(wall(day, '16:25'));

describeWithData('alerts on one gap, told each in its way', () => {
  it('once, snoozed, in quiet hours: what was posted when, and why the rest was not', async () => {
    rig = await alertRig(wall('2024-01-17', '10:00'));
    for (const words of ['-5 once', '-5.2', '-5 quiet 16:00 09:00']) await rig.set(`gap ytd past ${words}`);
    await rig.typed('/capwatch alert snooze 2 2d');
    await close('2024-01-18');
    const fired = 'Alert: small caps lag by 5.33 pp year to date, past −5.00 pp';
    expect(rig.texts().map((text) => text.replaceAll(NBSP, ' ').slice(0, fired.length))).toEqual([fired]);
    expect(await why(1)).toBe(
      'Gap year to date past −5 pp: Fired: −5.33 pp on Thu 18 Jan, past −5.00 pp. Ended: It fired, and was asked for once. Last post: fired, Thu 18 Jan 16:25 ET, sent.',
    );
    expect(await why(2)).toBe(
      'Gap year to date past −5.2 pp: Fired: −5.33 pp on Thu 18 Jan, past −5.20 pp. Not posted: it is snoozed until Fri 19 Jan 10:00 ET. Snoozed until Fri 19 Jan 10:00 ET.',
    );
    expect(await why(3)).toContain('Held back by its quiet hours until Fri 19 Jan 09:00 New York.');

    await rig.at(wall('2024-01-19', '09:00'));
    expect(rig.texts()).toHaveLength(2);
    await close('2024-01-19');
    expect(await why(2)).toBe(
      'Gap year to date past −5.2 pp: −5.55 pp on Fri 19 Jan, still past −5.20 pp; it fired on Thu 18 Jan and is armed again above −4.70 pp.',
    );
    await close('2024-01-22');
    await rig.at(wall('2024-01-23', '09:00'));
    expect(rig.standIn.messages(CHANNEL).filter(({ edited }) => edited)).toHaveLength(1);
    expect(await why(2)).toContain('skipped: Nobody was told that it fired, so there is nothing to edit.');
    expect(await why(3)).toContain('Cleared and armed again: −3.85 pp on Mon 22 Jan. Last post: cleared');
    const list = JSON.stringify((await rig.typed('/capwatch alert list')).blocks).replaceAll(NBSP, ' ');
    expect(list).toContain('`2` *Gap year to date past −5.2 pp*  armed, −3.85 pp now · last fired Thu 18 Jan, cleared');
    expect(list).not.toContain('`1`');
  });

  it('three at once are one post with their numbers and what they rest on; a fire the day after is its own', async () => {
    rig = await alertRig(wall('2024-01-18', '10:00'));
    for (const words of ['divergence', 'record', 'march cut odds below 50']) await rig.set(words);
    await close('2024-01-19');
    const [post, ...more] = rig.standIn.messages(CHANNEL);
    expect(more).toEqual([]);
    const words = JSON.stringify(post?.blocks).replaceAll(NBSP, ' ');
    expect(words).toContain('`1` Divergence on: S&amp;P 500 at a record, Russell 2000 −20.40% from its own');
    expect(words).toContain('`3` March cut odds 49.6%, below 50.0%');
    expect(words).toContain('*Close* Fri 19 Jan 2024, 16:00 ET · closes, price index · Yahoo Finance');
    expect(words).toContain('*Last trade* Fri 19 Jan 2024 · fed funds futures, FedWatch method · CME prices');
    expect(words).toContain('`/capwatch alert snooze 1 2d`');
  });

  it('one set in the morning fires at that day’s close, and one set in the evening does not', async () => {
    rig = await alertRig(wall('2024-01-18', '10:00'));
    await rig.set('gap ytd past -5');
    // No look in between: the clock was asleep until after the close.
    await close('2024-01-18');
    expect(rig.texts()).toHaveLength(1);
    await rig.at(wall('2024-01-18', '17:00'));
    await rig.set('gap ytd past -5.1');
    await rig.at(wall('2024-01-18', '17:05'));
    await close('2024-01-19');
    expect(rig.texts()).toHaveLength(1);
    expect(await why(2)).toBe(
      'Gap year to date past −5.1 pp: −5.55 pp on Fri 19 Jan, still past −5.10 pp; it stood there when it was set, so it has not fired, and is armed above −4.60 pp.',
    );
  });
});
