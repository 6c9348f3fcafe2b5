import { expect, it } from 'vitest';
import { confirmAlert } from '../../commands/capwatch-alerts.ts';
import { answerQuestion } from '../../commands/question.ts';
import type { Message } from '../../src/messages/message.ts';
import type { PostSnapshot, Turn } from '../../src/questions/post-snapshot.ts';
import { type AlertRig, alertRig, MARIA, wall } from '../support/alert-desk.ts';
import { TEAM } from '../support/clock-rig.ts';
import { describeWithData } from '../support/data-folder.ts';

const EVENING = wall('2024-01-22', '17:00');

const plain = ({ text, blocks }: Message) =>
  `${text}\n${JSON.stringify(blocks)}`.replaceAll('\u00a0', ' ').replaceAll('*', '');

/** A thread of Maria's under a post, or under none. */
function thread(rig: AlertRig, post?: PostSnapshot) {
  const chain: Turn[] = [];
  return async (text: string): Promise<string> => {
    const { message, turn } = await answerQuestion(text, { chain, call: rig.callOf(), ...(post && { post }) });
    chain.push(turn);
    return plain(message);
  };
}

const draftIn = (said: string) => /"value":"(draft-\d+)"/.exec(said)?.[1] ?? '';

async function confirmed(rig: AlertRig, said: string): Promise<Message> {
  const call = rig.callOf();
  if (!call.alerts) throw new Error('no alerts here');
  return confirmAlert(draftIn(said), { now: call.now, asker: MARIA, desk: call.alerts });
}

/** The post of an alert that fired, as its thread finds it. */
function firedPost(id: string): PostSnapshot {
  const command = `/capwatch alert show ${id} asof 2024-01-22`;
  return { team: TEAM, channel: MARIA.channel, ts: '1', kind: 'alert', command, asOf: '2024-01-22', numbers: [] };
}

const kept = (rig: AlertRig) => rig.store.clock.listAlerts(TEAM);

const titles = async (rig: AlertRig) => (await kept(rig)).map(({ title }) => title.replaceAll('\u00a0', ' '));

describeWithData('alerts of a channel, asked about in a thread', () => {
  it('one that is changed before it is confirmed is one draft and one alert', async () => {
    const rig = await alertRig(EVENING);
    const say = thread(rig);
    const first = await say('ping me if the gap goes past -8');
    const second = await say('make it 10');

    expect(second).toContain('closes below −10.00 pp');
    expect(second).toContain('The question above no longer counts.');
    await expect(confirmed(rig, first)).rejects.toMatchObject({ userMessage: expect.stringContaining('gone') });
    await confirmed(rig, second);
    expect(await titles(rig)).toEqual(['Gap year to date past −10 pp']);
  });

  it('cancel throws the draft away; after it was set it says how to stop it', async () => {
    const rig = await alertRig(EVENING);
    const say = thread(rig);
    const dropped = await say('ping me if the gap goes past -8');
    expect(await say('never mind')).toContain('Dropped: nothing is set');
    await expect(confirmed(rig, dropped)).rejects.toMatchObject({ userMessage: expect.stringContaining('gone') });

    await confirmed(rig, await say('ping me if the gap goes past -8'));
    expect(await say('cancel')).toMatch(/Nothing waits any more.*\/capwatch alert list.*\/capwatch alert stop/s);
    expect(await kept(rig)).toHaveLength(1);
  });

  it('under an alert its own number is meant: stop and snooze are a press away, why and list are answered', async () => {
    const rig = await alertRig(EVENING);
    await rig.set('gap ytd past -8');
    await rig.set('record');
    const [gap] = await kept(rig);
    const say = thread(rig, firedPost(gap?.id ?? ''));
    const number = gap?.id.replace('al-', '');

    expect(await say('stop this alert')).toContain(`"value":"/capwatch alert stop ${number}"`);
    expect(await say('snooze that for 3 days')).toContain(`"value":"/capwatch alert snooze ${number} 3d"`);
    expect(await say('mute it until monday')).toContain(`"value":"/capwatch alert snooze ${number} 7d"`);
    expect(await say('unmute')).toContain(`"value":"/capwatch alert resume ${number}"`);
    expect(await say('why didnt it fire')).toContain('Gap year to date past −8 pp');
    expect(await say('list my alerts')).toMatch(/Gap year to date.*record close/s);
    expect((await kept(rig)).map(({ status }) => status)).toEqual(['active', 'active']);
  });

  it('elsewhere a number says which; without one both are listed and nothing is stopped', async () => {
    const rig = await alertRig(EVENING);
    await rig.set('gap ytd past -8');
    await rig.set('record');
    const say = thread(rig);
    const second = (await kept(rig))[1]?.id.replace('al-', '');

    expect(await say('stop pinging me')).toMatch(/Nothing is stopped.*Gap year to date.*record close/s);
    expect(await say(`cancel alert ${second}`)).toContain(`"value":"/capwatch alert stop ${second}"`);
    expect(await say(`snooze alert ${second} for a week`)).toContain(`"value":"/capwatch alert snooze ${second} 1w"`);
  });

  it('a new level for an alert that stands is a question that replaces it', async () => {
    const rig = await alertRig(EVENING);
    await rig.set('gap ytd past -8');
    const [old] = await kept(rig);
    const say = thread(rig, firedPost(old?.id ?? ''));
    const said = await say('make it 9');

    expect(said).toContain('closes below −9.00 pp');
    expect(await titles(rig)).toEqual(['Gap year to date past −8 pp']);
    await confirmed(rig, said);
    expect(await titles(rig)).toEqual(['Gap year to date past −9 pp']);
  });
});
