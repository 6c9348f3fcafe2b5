import { afterEach, describe, expect, it } from 'vitest';
import { afterQuiet } from '../../jobs/alerts.ts';
import type { AlertEvent, AlertOutcome, AlertTerms, Content } from '../../jobs/content.ts';
import { at, CHANNEL, clockRig, fakeContent, line, type Rig, TEAM } from '../support/clock-rig.ts';

let rig: Rig;

const BY = { team: TEAM, by: { user: 'U0LOCALUSER', at: at('2024-01-19T15:00:00Z') } };

/** Alerts that do what the test says: the next outcome of each evaluation, by alert title. */
function scripted(script: Record<string, (AlertOutcome | undefined)[]>): Content {
  const content = fakeContent();
  return {
    ...content,
    alerts: {
      ...content.alerts,
      evaluate: ({ title, state = null }) => script[title]?.shift() ?? { state, because: 'nothing new' },
    },
  };
}

let states = 0;
function outcome(kind?: AlertEvent['kind'], text: string = kind ?? ''): AlertOutcome {
  states += 1;
  const note = kind === 'cleared' || kind === 'corrected' ? { threadNote: line(`${text}, noted`) } : {};
  const event = kind && { kind, message: line(text), snapshot: { of: text }, ...note };
  return { state: { states }, because: text, ...(event && { event }) };
}

async function alert(title: string, terms: AlertTerms = { once: false }) {
  const facts = { channel: CHANNEL, channelName: '#desk-us', title, rule: '{}', terms: JSON.stringify(terms) };
  return (await rig.store.clock.recordAlert(BY, facts)).id;
}

/** Ticks once a minute, `count` times. */
async function ticks(count: number, first = '2024-01-19T21:10:00Z') {
  const clock = await rig.start();
  for (let minute = 0; minute < count; minute += 1) {
    rig.set(at(first).add({ minutes: minute }).toString());
    await clock.tick();
  }
  return clock;
}

describe('an alert', () => {
  afterEach(() => rig.close());

  it('is silent at its first evaluation, then fires, clears by an edit with a note, and fires again as a new post', async () => {
    const events = [outcome('fired', 'baseline'), outcome('fired'), outcome(), outcome('cleared'), outcome('again')];
    rig = await clockRig({ now: '2024-01-19T21:05:00Z', content: scripted({ gap: events }) });
    await alert('gap');
    await ticks(8);

    const messages = rig.standIn.messages(CHANNEL);
    expect(messages.map(({ text, thread_ts }) => [text, thread_ts])).toEqual([
      ['cleared', undefined],
      ['cleared, noted', messages[0]?.ts],
      ['again', undefined],
    ]);
    expect(messages[0]?.edited).toBe(true);
    expect((await rig.store.clock.findPostAt(TEAM, { channel: CHANNEL, ts: messages[0]?.ts ?? '' }))?.snapshot).toBe(
      '{"of":"cleared"}',
    );
    const log = await rig.store.clock.listSlots(TEAM, { channel: CHANNEL });
    expect(log.map(({ slot, state }) => `${slot} ${state}`).sort()).toEqual([
      'alert again 3 sent',
      'alert cleared 2 sent',
      'alert fired 1 sent',
    ]);
  });

  it('whose post was deleted clears with a new one', async () => {
    const events = [outcome(), outcome('fired'), outcome('cleared')];
    rig = await clockRig({ now: '2024-01-19T21:05:00Z', content: scripted({ gap: events }) });
    await alert('gap');
    const clock = await ticks(2);
    rig.standIn.failNext('chat.update', { error: 'message_not_found' });
    rig.set('2024-01-19T21:20:00Z');
    await clock.tick();

    expect(rig.texts()).toEqual(['fired', 'cleared']);
  });

  it('asked for once ends after it fired; one with a last day ends after it', async () => {
    rig = await clockRig({
      now: '2024-01-19T21:05:00Z',
      content: scripted({ once: [outcome(), outcome('fired'), outcome('again')], old: [outcome('fired')] }),
    });
    await alert('once', { once: true });
    const old = await alert('old', { once: false, until: '2024-01-18' });
    await ticks(4);

    expect(rig.texts()).toEqual(['fired']);
    expect(await rig.store.clock.listAlerts(TEAM)).toEqual([]);
    expect((await rig.store.clock.findAlert({ team: TEAM, id: old }))?.reason).toBe('It ran until 2024-01-18.');
  });

  it('that is snoozed says nothing, and the log of its evaluation goes on', async () => {
    rig = await clockRig({
      now: '2024-01-19T21:05:00Z',
      content: scripted({ gap: [outcome(), outcome('fired', 'past −8 pp'), outcome('cleared')] }),
    });
    const id = await alert('gap');
    await rig.store.clock.changeAlert({ team: TEAM, id }, { snoozedUntil: at('2024-01-21T21:00:00Z') });
    const clock = await ticks(2);
    expect((await rig.store.clock.findAlert({ team: TEAM, id }))?.because).toBe(
      'past −8 pp Not posted: it is snoozed until Sun 21 Jan 16:00 ET.',
    );
    rig.set('2024-01-19T21:30:00Z');
    await clock.tick();

    expect(rig.texts()).toEqual([]);
  });

  it('waits for the end of the quiet hours', async () => {
    const quiet = { from: '22:00', to: '06:00', zone: 'Europe/London' };
    rig = await clockRig({ now: '2024-01-19T21:05:00Z', content: scripted({ gap: [outcome(), outcome('fired')] }) });
    await alert('gap', { once: false, quiet });
    const clock = await ticks(3, '2024-01-19T22:30:00Z');
    expect(rig.texts()).toEqual([]);
    rig.set('2024-01-20T06:00:00Z');
    await clock.tick();

    expect(rig.texts()).toEqual(['fired']);
  });

  it('is not given up for quiet hours longer than Slack is waited for', async () => {
    const quiet = { from: '16:00', to: '09:00', zone: 'America/New_York' };
    rig = await clockRig({ now: '2024-01-19T21:05:00Z', content: scripted({ gap: [outcome(), outcome('fired')] }) });
    await alert('gap', { once: false, quiet });
    const clock = await ticks(3);
    rig.set('2024-01-20T14:00:00Z');
    await clock.tick();

    expect(rig.texts()).toEqual(['fired']);
  });

  it('that clears in its quiet hours is posted and then edited, never the other way round', async () => {
    const quiet = { from: '22:00', to: '06:00', zone: 'Europe/London' };
    const events = [outcome(), outcome('fired', 'past −8 pp'), outcome('cleared')];
    rig = await clockRig({ now: '2024-01-19T21:05:00Z', content: scripted({ gap: events }) });
    const id = await alert('gap', { once: false, quiet });
    const clock = await ticks(2, '2024-01-19T22:30:00Z');
    expect((await rig.store.clock.findAlert({ team: TEAM, id }))?.because).toBe(
      'past −8 pp Held back by its quiet hours until Sat 20 Jan 06:00 London.',
    );
    rig.set('2024-01-19T22:40:00Z');
    await clock.tick();
    expect(rig.texts()).toEqual([]);
    rig.set('2024-01-20T06:00:00Z');
    await clock.tick();

    expect(rig.texts()).toEqual(['cleared', 'cleared, noted']);
    expect(rig.standIn.messages(CHANNEL)[0]?.edited).toBe(true);
  });

  it('keeps why it fired or did not while a session is looked at again', async () => {
    const again = { state: { seen: 1 }, because: '' };
    const content = scripted({ gap: [{ state: { seen: 1 }, because: 'not past −8 pp' }, again, again] });
    rig = await clockRig({ now: '2024-01-19T21:05:00Z', content });
    const id = await alert('gap');
    await ticks(3);

    expect((await rig.store.clock.findAlert({ team: TEAM, id }))?.because).toBe('not past −8 pp');
  });

  it('three and more of one evaluation are one post, and clear in its thread', async () => {
    const one = (name: string) => [outcome(), outcome('fired', name), outcome('cleared', `${name} cleared`)];
    rig = await clockRig({
      now: '2024-01-19T21:05:00Z',
      content: scripted({ a: one('A'), b: one('B'), c: one('C') }),
    });
    for (const title of ['a', 'b', 'c']) await alert(title);
    await ticks(3);

    const [bundle, ...rest] = rig.standIn.messages(CHANNEL);
    expect(bundle?.text).toBe('3 alerts: A; B; C');
    expect(rest.map(({ text, thread_ts }) => [text, thread_ts === bundle?.ts])).toEqual([
      ['A cleared, noted', true],
      ['B cleared, noted', true],
      ['C cleared, noted', true],
    ]);
  });

  it('is posted once by two instances, and once after a lost answer', async () => {
    const events = Array.from({ length: 12 }, (_, index) => outcome(index === 0 ? undefined : 'again', `${index}`));
    rig = await clockRig({ now: '2024-01-19T21:05:00Z', content: scripted({ gap: events }) });
    await alert('gap');
    const [one, two] = [await rig.start({ alone: false }), await rig.start({ alone: false })];
    for (let minute = 0; minute < 20; minute += 1) {
      rig.set(at('2024-01-19T21:10:00Z').add({ minutes: minute }).toString());
      if (minute === 5) rig.standIn.failNext('chat.postMessage', { status: 503, afterStoring: true });
      await Promise.all([one.tick(), two.tick()]);
    }

    const texts = rig.texts();
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts).toEqual(texts.toSorted((a, b) => Number(a) - Number(b)));
    expect(texts.length).toBeGreaterThan(4);
  });
});

describe('afterQuiet', () => {
  const terms = (from: string, to: string, zone = 'America/New_York') => ({ once: false, quiet: { from, to, zone } });
  it.each([
    ['outside', terms('22:00', '06:00'), '2024-01-22T17:00:00Z', '2024-01-22T17:00:00Z'],
    ['in the evening', terms('22:00', '06:00'), '2024-01-23T04:00:00Z', '2024-01-23T11:00:00Z'],
    ['in the small hours', terms('22:00', '06:00'), '2024-01-23T09:00:00Z', '2024-01-23T11:00:00Z'],
    ['in the middle of the day', terms('12:00', '13:30'), '2024-01-22T17:15:00Z', '2024-01-22T18:30:00Z'],
    [
      'in a zone that time zone data have dropped',
      terms('22:00', '06:00', 'Mars/Olympus'),
      '2024-01-23T04:00:00Z',
      '2024-01-23T04:00:00Z',
    ],
    // 10 March 2024: the night in New York is an hour shorter; 06:00 is 10:00Z.
    ['over a change of the clocks', terms('22:00', '06:00'), '2024-03-10T04:00:00Z', '2024-03-10T10:00:00Z'],
  ])('%s', (_, given, now, expected) => {
    expect(afterQuiet(given, at(now)).toString()).toBe(expected);
  });
});
