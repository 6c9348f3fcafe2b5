import { afterEach, expect, it } from 'vitest';
import type { CallFacts } from '../../src/metrics/calls.ts';
import type { SurveyReading, SurveySeries } from '../../src/metrics/surveys.ts';
import { type AlertRig, alertRig, wall } from '../support/alert-desk.ts';
import { GOLDMAN } from '../support/calls.ts';
import { CHANNEL, TEAM } from '../support/clock-rig.ts';
import { describeWithData } from '../support/data-folder.ts';

let rig: AlertRig;
afterEach(() => rig.close());

const writing = () => ({ team: TEAM, by: { user: 'U0TOM', at: rig.now() } });

const SERIES: SurveySeries = {
  ...{ survey: 'aaii', series: 'spread', name: 'AAII Sentiment Survey', question: 'Bulls minus bears' },
  ...{ unit: 'pp', positive: 'more bulls than bears', negative: 'more bears than bulls', signed: true },
};

async function reading(period: string, published: string, value: number): Promise<void> {
  const facts: SurveyReading = {
    ...{ survey: SERIES.survey, series: SERIES.series, period, published, value },
    direction: value > 0 ? 1 : value < 0 ? -1 : 0,
    source: { link: 'https://example.com/survey', publisher: 'AAII' },
  };
  await rig.store.recordSurveyReading(writing(), { reading: facts, seen: 0 });
}

const call = (changes: Partial<CallFacts>) => rig.store.recordCall(writing(), { ...GOLDMAN, ...changes });

const JEFFERIES: Partial<CallFacts> = {
  ...{ firm: 'Jefferies', index: 'GSPC', basis: 'price', value: { kind: 'level', level: 4800 } },
  ...{ baseDate: '2024-01-16', baseClose: 4765.98, noteDate: '2024-01-16', horizon: { kind: 'year-end', year: 2024 } },
  source: { link: 'https://example.com/note', publisher: 'Example Wire' },
} as const;

/** The look after the close of each day, then again some minutes later: nothing is told twice. */
async function closes(...days: readonly string[]): Promise<void> {
  for (const day of days) {
    await rig.at(wall(day, '16:25'));
    await rig.at(wall(day, '16:35'));
  }
}

const words = () => JSON.stringify(rig.standIn.messages(CHANNEL).at(-1)?.blocks);
const because = async (id = 'al-1') => (await rig.store.clock.findAlert({ team: TEAM, id }))?.because;

async function snapshot(): Promise<unknown> {
  const ts = rig.standIn.messages(CHANNEL).at(-1)?.ts ?? '';
  return JSON.parse((await rig.store.clock.findPostAt(TEAM, { channel: CHANNEL, ts }))?.snapshot ?? 'null');
}

describeWithData('an alert on surveys', () => {
  it('is silent at first, and posts once when the sign has changed', async () => {
    rig = await alertRig(wall('2024-01-10', '11:00'));
    await rig.store.recordSurveySeries(writing(), SERIES);
    await reading('2023-12', '2023-12-20', 25.1);
    await rig.set('survey flip');
    await closes('2024-01-10', '2024-01-11');
    expect(rig.texts()).toEqual([]);
    expect(await because()).toBe('No such change since the look before.');

    rig.to(wall('2024-01-12', '09:00'));
    await reading('2024-01', '2024-01-12', -3.5);
    await closes('2024-01-12', '2024-01-16');
    expect(rig.texts()).toEqual([
      expect.stringMatching(
        /^Alert: −3\.5 pp, more bears than bulls, AAII Sentiment Survey, published 12 Jan; more bulls than bears in (Dec 2023|2023-12)\. Fri 12 Jan 2024\.$/,
      ),
    ]);
    expect(words()).toContain('"text":"−3.5 pp, more bears than bulls"');
    expect(words()).toContain('*As known* Fri 12 Jan 2024 · ledger of calls and surveys · AAII');
    expect(words()).toContain('Rule: a survey changes sides. Standing.');
    expect(await snapshot()).toMatchObject({
      alert: 'al-1',
      rule: { kind: 'calls', what: 'flip' },
      session: '2024-01-12',
      numbers: { 'calls.changes.flip': 1, 'survey.aaii.spread.latest': -3.5 },
    });
  });

  it('tells a flip that was entered days after it was published, and no reading on the same side', async () => {
    rig = await alertRig(wall('2024-01-10', '11:00'));
    await rig.store.recordSurveySeries(writing(), SERIES);
    await reading('2023-11', '2023-11-22', 10);
    await rig.set('survey flip');
    await closes('2024-01-10');
    await reading('2023-12', '2023-12-20', 25.1);
    await closes('2024-01-11', '2024-01-12');
    expect(rig.texts()).toEqual([]);

    rig.to(wall('2024-01-16', '19:00'));
    await reading('2024-01', '2024-01-11', -3.5);
    await closes('2024-01-17');
    expect(rig.texts()).toHaveLength(1);
  });

  it('takes zero for neither side', async () => {
    rig = await alertRig(wall('2024-01-10', '11:00'));
    await rig.store.recordSurveySeries(writing(), SERIES);
    await reading('2023-11', '2023-11-22', 10);
    await reading('2023-12', '2023-12-20', 0);
    await rig.set('survey flip');
    await closes('2024-01-10');
    await reading('2024-01', '2024-01-11', 12);
    await closes('2024-01-11');
    expect(rig.texts()).toEqual([]);
    await reading('2024-02', '2024-02-08', -1);
    await closes('2024-02-08');
    expect(rig.texts()).toHaveLength(1);
  });
});

describeWithData('an alert on targets', () => {
  it('tells one that is added, replaced, reached and run out, each once and on its own day', async () => {
    rig = await alertRig(wall('2024-01-12', '11:00'));
    const before = { ...JEFFERIES, firm: 'Citi', noteDate: '2024-01-12', baseDate: '2024-01-12', baseClose: 4783.83 };
    await call({ ...before, value: { kind: 'level', level: 9400 } });
    for (const what of ['added', 'changed', 'hit', 'expired']) await rig.set(`target ${what}`);
    await closes('2024-01-12');
    expect(rig.texts()).toEqual([]);

    rig.to(wall('2024-01-16', '12:00'));
    await call(JEFFERIES);
    await call({
      ...JEFFERIES,
      firm: 'Stifel',
      value: { kind: 'level', level: 9000 },
      horizon: { kind: 'month', month: '2024-01' },
    });
    await closes('2024-01-16', '2024-01-17');
    expect(rig.texts()).toEqual([
      'Alert: 2 changes in calls and surveys: Stifel 9,000 new, 16 Jan; Jefferies 4,800 new, 16 Jan. Tue 16 Jan 2024.',
    ]);
    // The S&P 500 closed at 4,839.81 on 19 January.
    await closes('2024-01-18', '2024-01-19');
    expect(rig.texts().at(-1)).toBe('Alert: Jefferies 4,800 hit, 19 Jan. Fri 19 Jan 2024.');
    expect(words()).toContain('· ledger of calls and surveys · Example Wire');
    await closes('2024-01-22', '2024-01-30', '2024-01-31');
    expect(rig.texts().at(-1)).toBe('Alert: Stifel 9,000 expired, 31 Jan. Wed 31 Jan 2024.');

    rig.to(wall('2024-02-01', '12:00'));
    await call({ ...before, noteDate: '2024-02-01', baseDate: '2024-02-01', value: { kind: 'level', level: 9600 } });
    await closes('2024-02-01');
    expect(rig.texts().slice(3)).toEqual([
      'Alert: Citi 9,600 new, 1 Feb. Thu 1 Feb 2024.',
      'Alert: Citi 9,400 superseded, 1 Feb. Thu 1 Feb 2024.',
    ]);
  });

  it('tells a note that is entered days after its date, and not one that stood before the alert', async () => {
    rig = await alertRig(wall('2024-01-16', '11:00'));
    await call(JEFFERIES);
    await rig.set('target');
    await rig.at(wall('2024-01-16', '11:05'));
    await closes('2024-01-16', '2024-01-17');
    expect(rig.texts()).toEqual([]);

    rig.to(wall('2024-01-18', '10:00'));
    await call({ ...JEFFERIES, firm: 'Stifel', noteDate: '2024-01-12', baseDate: '2024-01-12' });
    await closes('2024-01-18');
    expect(rig.texts()).toEqual(['Alert: Stifel 4,800 new, 12 Jan. Thu 18 Jan 2024.']);
  });
});
