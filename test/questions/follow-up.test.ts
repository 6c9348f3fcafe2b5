import { describe, expect, it } from 'vitest';
import { rememberedQuestion } from '../../src/questions/chain.ts';
import { parseQuestion } from '../../src/questions/parse-question.ts';
import type { PostSnapshot, Turn } from '../../src/questions/post-snapshot.ts';
import type { Reading } from '../../src/questions/question.ts';

const NOW = Temporal.Instant.from('2024-01-23T03:00:00Z');

function postOf(command: string): PostSnapshot {
  const kind = command.startsWith('morning') ? 'morning' : 'shared';
  return { team: 'T', channel: 'C', ts: '1', kind, command, asOf: '2024-01-22', numbers: [] };
}

/** The readings of a thread, each after the ones before it. */
function thread(command: string, ...texts: readonly string[]): Reading[] {
  const turns: Turn[] = [];
  return texts.map((text) => {
    const reading = parseQuestion(text, { post: postOf(command), turns }, NOW);
    turns.push({
      text: '',
      command: '',
      memory: reading.kind === 'question' ? rememberedQuestion(reading.question) : '',
    });
    return reading;
  });
}

function told(reading: Reading | undefined) {
  return reading?.kind === 'question' ? { kind: reading.question.kind, ...reading.question.slots } : reading;
}

describe('five turns keep what was said', () => {
  it('window and benchmark of a gap, until they are named anew', () => {
    const turns = thread(
      'morning asof 2024-01-22',
      'how far behind are small caps ytd',
      'vs tech',
      'over 3 months',
      'same since october low',
      'what about qqq',
      'back to the s&p',
    ).map(told);

    expect(turns[1]).toMatchObject({ kind: 'lag', benchmark: 'XLK', window: 'ytd' });
    expect(turns[2]).toMatchObject({ kind: 'lag', benchmark: 'XLK', window: '3m' });
    expect(turns[3]).toMatchObject({ kind: 'lag', benchmark: 'XLK', turning: { point: 'low', month: 10 } });
    expect(turns[3]).not.toHaveProperty('window');
    expect(turns[4]).toMatchObject({ kind: 'lag', benchmark: 'QQQ', turning: { point: 'low', month: 10 } });
  });

  it('the meeting of odds, corrected with “no, i meant may”', () => {
    const turns = thread(
      'morning asof 2024-01-22',
      'whats priced for march',
      'no, i meant may',
      'at or by?',
      'a week ago',
      'chart it',
    ).map(told);

    expect(turns[1]).toMatchObject({ kind: 'odds', meeting: { month: 5 } });
    expect(turns[2]).toMatchObject({ kind: 'odds-at-by', meeting: { month: 5 } });
    expect(turns[3]).toMatchObject({ kind: 'odds-at-by', meeting: { month: 5 }, asOf: '2024-01-15' });
    expect(turns[4]).toMatchObject({ kind: 'odds-history', meeting: { month: 5 } });
  });

  it('“and the year before” steps back, and back again', () => {
    const turns = thread(
      'morning asof 2024-01-22',
      'gap ytd',
      'and the year before',
      'and the year before that',
      'and ytd',
    ).map(told);

    expect(turns[1]).toMatchObject({ window: { since: '2022-12-31' }, asOf: '2023-12-31' });
    expect(turns[2]).toMatchObject({ window: { since: '2021-12-31' }, asOf: '2022-12-31' });
    expect(turns[3]).toMatchObject({ kind: 'lag', window: 'ytd' });
    expect(turns[3]).not.toHaveProperty('asOf');
  });

  it('the index of highs, the day they fell on, and a picture', () => {
    const turns = thread(
      '/smallcaps divergence asof 2024-01-22',
      'how far off the highs',
      'when was that',
      'and the s&p?',
      'chart it',
    ).map(told);

    expect(turns.map((turn) => turn && 'kind' in turn && turn.kind)).toEqual(['highs', 'highs', 'highs', 'highs']);
    expect(turns[3]).toMatchObject({ index: 'GSPC', chart: true });
  });

  it('how it is shown: as a table, in points', () => {
    const turns = thread('morning asof 2024-01-22', 'gap ytd', 'as a table', 'in points').map(told);

    expect(turns[1]).toMatchObject({ kind: 'lag', window: 'ytd', table: true });
    expect(turns[2]).toMatchObject({ kind: 'lag', window: 'ytd', points: true });
  });

  it('thanks in between changes nothing', () => {
    const turns = thread('morning asof 2024-01-22', 'gap vs tech', 'thanks!', 'and mtd?').map(told);

    expect(turns[1]).toMatchObject({ kind: 'chatter' });
    expect(turns[2]).toMatchObject({ kind: 'lag', benchmark: 'XLK', window: 'mtd' });
  });
});

describe('the post is the turn before the first', () => {
  it.each([
    ['/fedodds march asof 2024-01-22', 'chart it', { kind: 'odds-history', meeting: { month: 3 } }],
    ['/fedodds september asof 2024-01-22', 'june?', { kind: 'odds', meeting: { month: 6 } }],
    ['/smallcaps ytd vs tech asof 2024-01-22', 'over 6 months', { kind: 'lag', benchmark: 'XLK', window: '6m' }],
    [
      '/smallcaps recovery asof 2024-01-22',
      'top 5 please in sessions not days',
      { kind: 'recovery', order: 'sessions', top: 5 },
    ],
    ['/smallcaps recovery asof 2024-01-22', 'slowest ones?', { kind: 'recovery', order: 'slowest' }],
    ['/backdrop asof 2024-01-22', 'permits?', { kind: 'macro', macro: 'PERMIT' }],
  ])('under %s “%s”', (command, text, wanted) => {
    expect(told(thread(command, text)[0])).toMatchObject(wanted);
  });

  it('a summary answers many questions: nothing is leant on there but the value itself', () => {
    expect(told(thread('morning asof 2024-01-22', 'june?')[0])).toMatchObject({ kind: 'odds', meeting: { month: 6 } });
    expect(told(thread('morning asof 2024-01-22', 'mtd?')[0])).toMatchObject({ kind: 'lag', window: 'mtd' });
  });
});
