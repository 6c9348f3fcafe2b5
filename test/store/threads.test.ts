import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { gap } from '../support/question-rig.ts';
import { openStore, storePath } from '../support/store.ts';

const AT = Temporal.Instant.from('2024-01-22T21:30:00Z');
const PLACE = { team: 'T1', channel: 'C1', ts: '1.1' };
const ASKED = { ...PLACE, event_id: 'Ev1', user: 'U1', via: 'mention', words: 'gap?' } as const;
const MORNING = { kind: 'morning', command: '/capwatch morning asof 2024-01-19', asOf: '2024-01-19' };

let path: string;
let store: Store;

beforeEach(async () => {
  path = storePath();
  store = await openStore(path);
});
afterEach(() => store.close());

const later = (minutes: number) => AT.add({ minutes });

describe('kept questions', () => {
  it('are kept once, whether the event or the message comes again', async () => {
    const { keepQuestion } = store.threads;
    expect(await keepQuestion(ASKED, AT)).toBe(true);
    expect(await keepQuestion(ASKED, AT)).toBe(false);
    expect(await keepQuestion({ ...ASKED, event_id: 'Ev2' }, AT)).toBe(false);
    expect(await keepQuestion({ ...ASKED, ts: '1.2' }, AT)).toBe(false);
    expect(await keepQuestion({ ...ASKED, team: 'T2' }, AT)).toBe(true);
  });

  it('are taken up by one, again when that one has gone, and never after they are done', async () => {
    const { keepQuestion, claimQuestion, finishQuestion } = store.threads;
    await keepQuestion(ASKED, AT);
    const claims = await Promise.all([claimQuestion(PLACE, AT), claimQuestion(PLACE, AT)]);
    expect(claims.filter((claim) => claim !== undefined)).toMatchObject([{ words: 'gap?', attempt: 1 }]);
    expect(await claimQuestion(PLACE, later(1))).toBeUndefined();
    expect(await claimQuestion(PLACE, later(3))).toMatchObject({ attempt: 2 });
    await finishQuestion(PLACE);
    expect(await claimQuestion(PLACE, later(60))).toBeUndefined();
    expect(await keepQuestion(ASKED, later(60))).toBe(false);
  });

  it('can be taken up after the clock was set back', async () => {
    await store.threads.keepQuestion(ASKED, AT);
    await store.threads.claimQuestion(PLACE, AT);
    expect(await store.threads.claimQuestion(PLACE, AT.subtract({ hours: 2 }))).toMatchObject({ attempt: 2 });
  });

  it('survive a stop, open ones first come first', async () => {
    const { keepQuestion, claimQuestion, finishQuestion } = store.threads;
    for (const ts of ['1.3', '1.2', '1.1']) await keepQuestion({ ...ASKED, ts, event_id: ts }, AT);
    await claimQuestion(PLACE, AT);
    await finishQuestion({ ...PLACE, ts: '1.2' });
    await store.close();
    store = await openStore(path);
    const open = await store.threads.listOpenQuestions('T1', { alone: true });
    expect(open.map(({ ts }) => ts)).toEqual(['1.1', '1.3']);
    expect(await store.threads.claimQuestion(PLACE, AT)).toMatchObject({ attempt: 2 });
  });

  it('hold no words once they are done, and are forgotten later', async () => {
    await store.threads.keepQuestion(ASKED, AT);
    await store.threads.finishQuestion(PLACE);
    await store.threads.forgetQuestions('T1', later(1));
    expect(await store.threads.keepQuestion(ASKED, AT)).toBe(true);
  });
});

describe('what posts said', () => {
  it('is found by its place and team alone', async () => {
    await store.threads.recordPostNumbers(PLACE, { ...MORNING, numbers: [gap(-0.07, '2024-01-19')] });
    expect(await store.threads.findSnapshot(PLACE)).toEqual({
      ...PLACE,
      ...MORNING,
      numbers: [gap(-0.07, '2024-01-19')],
    });
    expect(await store.threads.findSnapshot({ ...PLACE, team: 'T2' })).toBeUndefined();
    expect(await store.threads.isOurThread(PLACE)).toBe(true);
    expect(await store.threads.isOurThread({ ...PLACE, team: 'T2' })).toBe(false);
    expect(await store.threads.isOurThread({ ...PLACE, ts: '1.2' })).toBe(false);
  });

  it('takes in the numbers of its replies; a later session takes their place, an earlier one does not', async () => {
    const { recordPostNumbers, recordReplyNumbers, findSnapshot } = store.threads;
    const other = { ...gap(0.5, '2024-01-19'), id: 'FED.cut' };
    await recordPostNumbers(PLACE, { ...MORNING, numbers: [gap(-0.07, '2024-01-19')] });
    await recordReplyNumbers(PLACE, { ...MORNING, command: 'reply', numbers: [other, gap(-0.99, '2024-01-19')] });
    expect((await findSnapshot(PLACE))?.numbers).toEqual([gap(-0.07, '2024-01-19'), other]);
    await recordReplyNumbers(PLACE, { ...MORNING, asOf: '2024-01-18', numbers: [gap(-0.5, '2024-01-18')] });
    expect((await findSnapshot(PLACE))?.numbers).toHaveLength(2);
    await recordReplyNumbers(PLACE, { kind: 'morning', command: 'next', asOf: '2024-01-22', numbers: [gap(-0.04)] });
    expect(await findSnapshot(PLACE)).toMatchObject({ command: 'next', asOf: '2024-01-22', numbers: [gap(-0.04)] });
  });

  it('of an alert stays what it fired with', async () => {
    const { recordPostNumbers, recordReplyNumbers, recordEditedNumbers, findSnapshot } = store.threads;
    await recordPostNumbers(PLACE, {
      kind: 'alert',
      command: '',
      asOf: '2024-01-19',
      numbers: [gap(-0.08, '2024-01-19')],
    });
    await recordReplyNumbers(PLACE, { kind: 'alert', command: '', asOf: '2024-01-22', numbers: [gap(-0.04)] });
    expect((await findSnapshot(PLACE))?.numbers).toEqual([gap(-0.08, '2024-01-19')]);
    await recordEditedNumbers(PLACE, { numbers: [gap(-0.04)], note: 'Cleared' });
    expect(await findSnapshot(PLACE)).not.toHaveProperty('corrected');
    expect((await findSnapshot(PLACE))?.numbers).toEqual([gap(-0.08, '2024-01-19'), gap(-0.04)]);
  });

  it('keeps a corrected number as it was, beside what it is now', async () => {
    await store.threads.recordPostNumbers(PLACE, { ...MORNING, numbers: [gap(-0.07, '2024-01-19')] });
    await store.threads.recordEditedNumbers(PLACE, { numbers: [gap(-0.06, '2024-01-19')], note: 'Corrected' });
    expect(await store.threads.findSnapshot(PLACE)).toMatchObject({
      numbers: [gap(-0.06, '2024-01-19')],
      corrected: { note: 'Corrected', before: [gap(-0.07, '2024-01-19')] },
    });
  });
});

describe('what is forgotten', () => {
  const SECONDS = AT.epochMilliseconds / 1000;
  const tsDaysAgo = (days: number) => `${SECONDS - days * 86_400}.000100`;
  const post = (days: number, place = {}) => ({ ...PLACE, ts: tsDaysAgo(days), ...place });
  const said = { ...MORNING, numbers: [gap(-0.07)] };
  const isKept = async (place: typeof PLACE) => (await store.threads.findSnapshot(place)) !== undefined;

  it('a new post takes what its channel was told more than 400 days ago with it, and nothing else', async () => {
    const { recordPostNumbers } = store.threads;
    const [old, young] = [post(401), post(399)];
    const [elsewhere, theirs] = [post(401, { channel: 'C2' }), post(401, { team: 'T2' })];
    for (const place of [old, young, elsewhere, theirs]) await recordPostNumbers(place, said);
    await recordPostNumbers(post(0), said);
    expect(await Promise.all([old, young, elsewhere, theirs].map(isKept))).toEqual([false, true, true, true]);
  });

  it('a daily look forgets old posts of silent channels too, words after 90 days and turns after 400', async () => {
    const { recordPostNumbers, recordTurn, forgetOldPosts, forgetOldTurns, listTurns } = store.threads;
    const [silent, theirs] = [post(401, { channel: 'C2' }), post(401, { team: 'T2' })];
    for (const place of [silent, theirs]) await recordPostNumbers(place, said);
    const turn = { ...{ team: 'T1', channel: 'C1', thread_ts: '1.1', user: 'U1' }, command: '', memory: '{}' };
    for (const days of [401, 91, 89]) {
      const at = AT.subtract({ hours: 24 * days });
      await recordTurn({ ...turn, question_ts: tsDaysAgo(days), at, text: `asked ${days} days ago` });
    }
    await forgetOldPosts('T1', AT);
    await forgetOldTurns('T1', AT);
    expect(await Promise.all([silent, theirs].map(isKept))).toEqual([false, true]);
    const turns = await listTurns({ team: 'T1', channel: 'C1', thread_ts: '1.1' });
    expect(turns.map(({ text, memory }) => [text, memory])).toEqual([
      ['', '{}'],
      ['asked 89 days ago', '{}'],
    ]);
  });
});

describe('turns', () => {
  const turn = {
    ...{ team: 'T1', channel: 'C1', thread_ts: '1.1', user: 'U1', text: 'gap?' },
    ...{ command: '/smallcaps ytd', memory: '{}', answer_ts: '2.1' },
  };

  it('come back oldest first, at most twenty, each once', async () => {
    const { recordTurn, listTurns } = store.threads;
    for (let index = 30; index >= 10; index -= 1) {
      await recordTurn({ ...turn, question_ts: `1.${index}`, at: later(index) });
      await recordTurn({ ...turn, question_ts: `1.${index}`, at: later(index), memory: 'again' });
    }
    const turns = await listTurns({ team: 'T1', channel: 'C1', thread_ts: '1.1' });
    expect(turns.map(({ question_ts }) => question_ts)).toEqual(
      Array.from({ length: 20 }, (_, index) => `1.${index + 11}`),
    );
    expect(turns.every(({ memory }) => memory === '{}')).toBe(true);
    expect(await listTurns({ team: 'T1', channel: 'C1', thread_ts: '1.1' }, later(29))).toHaveLength(2);
    expect(await listTurns({ team: 'T2', channel: 'C1', thread_ts: '1.1' })).toEqual([]);
  });

  it('are found by their answer', async () => {
    await store.threads.recordTurn({ ...turn, question_ts: '1.2', at: AT });
    expect(await store.threads.findAnsweredTurn({ team: 'T1', channel: 'C1', answer_ts: '2.1' })).toMatchObject({
      text: 'gap?',
      at: AT,
    });
    expect(await store.threads.findAnsweredTurn({ team: 'T2', channel: 'C1', answer_ts: '2.1' })).toBeUndefined();
  });
});

describe('votes and open questions', () => {
  const open = { team: 'T1', channel: 'C1', question_ts: '1.1', user: 'U1', at: AT, text: 'colour?', answer_ts: '2.1' };
  const vote = (user: string) =>
    store.threads.recordVote({ ...{ team: 'T1', channel: 'C1', ts: '2.1' }, by: { user, at: AT }, verdict: 'missed' });

  it('count each person once', async () => {
    expect([await vote('U1'), await vote('U2'), await vote('U1')]).toEqual([
      { first: true, voters: 1 },
      { first: true, voters: 2 },
      { first: false, voters: 2 },
    ]);
    await store.threads.recordUnanswered({ ...open, why: 'missed' });
    expect(await store.threads.listUnanswered('T1')).toEqual([{ ...open, why: 'missed', voters: 2 }]);
    expect(await store.threads.listUnanswered('T2')).toEqual([]);
  });

  it('have no words where the workspace keeps none, and the change is in the log of writes', async () => {
    const { recordUnanswered, recordKeepsWords, listUnanswered, recordTurn, listTurns, keepsWords } = store.threads;
    await recordUnanswered({ ...open, why: 'unknown' });
    await recordTurn({ ...open, thread_ts: '1.1', command: '', memory: '' });
    await recordKeepsWords({ team: 'T1', by: { user: 'U9', at: AT } }, false);
    await recordUnanswered({ ...open, question_ts: '1.2', why: 'unknown' });
    expect((await listUnanswered('T1')).map(({ text }) => text)).toEqual(['', '']);
    expect((await listTurns({ team: 'T1', channel: 'C1', thread_ts: '1.1' })).map(({ text }) => text)).toEqual(['']);
    expect([await keepsWords('T1'), await keepsWords('T2')]).toEqual([false, true]);
    expect(await store.listAudit('T1')).toMatchObject([{ user: 'U9', action: 'question-words', detail: 'not kept' }]);
  });

  it('are forgotten after ninety days', async () => {
    await store.threads.recordUnanswered({ ...open, why: 'unknown' });
    await store.threads.recordUnanswered({
      ...open,
      question_ts: '9.9',
      at: AT.add({ hours: 24 * 91 }),
      why: 'unknown',
    });
    expect((await store.threads.listUnanswered('T1')).map(({ question_ts }) => question_ts)).toEqual(['9.9']);
  });
});
