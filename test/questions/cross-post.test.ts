import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../src/metrics/receipt.ts';
import { foundPost, missedName, postName, subjectOf, wantedPost } from '../../src/questions/cross-post.ts';
import type { ChannelPost } from '../../src/questions/post-snapshot.ts';

const MONDAY = '2024-01-22';
const at = (time: string) =>
  (Temporal.ZonedDateTime.from(`${time}[America/New_York]`).epochMilliseconds / 1000).toFixed(6);

function number(id: string, value = 0.5): Receipt<number> {
  return { id, value, unit: 'fraction', asOf: MONDAY, basis: '', formula: '', inputs: [], sources: [] };
}

function post(when: string, more: Partial<ChannelPost> = {}): ChannelPost {
  const numbers = [number('fed.2024-03-20.cut_by')];
  return {
    ...{ team: 'T', channel: 'C', ts: at(when), kind: 'alert', command: '', asOf: when.slice(0, 10), numbers },
    ...more,
  };
}

const friday = post('2024-01-19T16:20');
const thursday = post('2024-01-18T16:20');
const gap = post('2024-01-19T16:21', { numbers: [number('RUT-GSPC.gap.ytd')] });
const morning = post('2024-01-22T07:00', {
  kind: 'morning',
  asOf: '2024-01-19',
  numbers: [...gap.numbers, ...friday.numbers],
});

describe('the other post that a question speaks of', () => {
  it.each([
    ['doesnt that contradict the odds alert yesterday', { subject: 'fed', kind: 'alert', day: '2024-01-19' }],
    ['how does it square with the survey', { subject: 'survey' }],
    ['isnt this the opposite of the morning note on friday', { kind: 'morning', day: '2024-01-19' }],
    ['does that clash with goldmans target', { subject: 'targets' }],
    ['doesnt that contradict what you said', {}],
  ])('“%s”', (text, wanted) => {
    expect(wantedPost(text, MONDAY)).toEqual(wanted);
  });

  it('is the one named before “alert”, and another than the one it is asked under', () => {
    const own = { own: 'survey' } as const;

    expect(wantedPost('isnt this at odds with yesterdays divergence alert', MONDAY, own)).toMatchObject({
      subject: 'smallcaps',
    });
    expect(wantedPost('the survey post contradicts the odds alert', MONDAY, own)).toMatchObject({ subject: 'fed' });
    expect(wantedPost('odds and survey disagree', MONDAY, { own: 'fed' })).toMatchObject({ subject: 'survey' });
    expect(wantedPost('yesterdays odds alert said otherwise', MONDAY, { own: 'fed' })).toMatchObject({
      subject: 'fed',
    });
  });

  it('on a Monday yesterday is Friday too, and the alert of that day is meant, not an older one', () => {
    const wanted = wantedPost('contradict the odds alert yesterday', MONDAY);

    expect(foundPost(wanted, [thursday, gap, friday])).toEqual({ post: friday, exact: true });
  });

  it('is the nearest of its subject and kind where that day has none, and said to be', () => {
    const wanted = wantedPost('contradict the odds alert yesterday', MONDAY);

    expect(foundPost(wanted, [gap, thursday])).toEqual({ post: thursday, exact: false });
    expect(missedName(wanted)).toBe('No odds alert of Fri 19 Jan 2024');
  });

  it('is a summary that holds the subject where no alert does, and nothing where nothing does', () => {
    const wanted = wantedPost('contradict the odds alert yesterday', MONDAY);

    expect(foundPost(wanted, [gap, morning])).toEqual({ post: morning, exact: false });
    expect(foundPost(wanted, [gap])).toBeUndefined();
  });

  it('has a name a person can find it by', () => {
    expect(postName(friday)).toBe('the odds alert of Fri 19 Jan 2024, 16:20 ET');
    expect(postName(morning)).toBe('the morning summary of Mon 22 Jan 2024, 07:00 ET');
    expect(postName({ ...friday, ts: '0' })).toBe('the odds alert of Fri 19 Jan 2024');
  });

  it('is about what its command says, else its numbers', () => {
    expect(subjectOf(friday)).toBe('fed');
    expect(subjectOf({ ...friday, command: '/targets survey cash' })).toBe('survey');
    expect(subjectOf({ ...friday, numbers: [] })).toBeUndefined();
  });
});
