import { describe, expect, it } from 'vitest';
import { streakMessage } from '../../src/messages/smallcaps-streak.ts';
import { refusedMessage, viewMessage } from '../../src/messages/smallcaps-view.ts';
import { streakView } from '../../src/metrics/streak-view.ts';
import type { ViewInputs } from '../../src/metrics/view-inputs.ts';
import { expectLawful } from '../support/message-laws.ts';
import { pairFrom, walkOf } from '../support/views.ts';

const answer = { command: '/smallcaps streak asof 2020-02-04', notes: [] };
const inputs = pairFrom(walkOf(20, { seed: 3 }), walkOf(20, { seed: 4 }));
const words = {
  inputs,
  text: 'A finding of 5 & more.',
  header: 'A finding of 5',
  lines: ['*5* one', '*6* two', '*7* three', '*8* four'],
  basis: 'closes',
  notes: [],
  numbers: [],
};

describe('viewMessage', () => {
  it('escapes once, shows three lines at most, and ends the fallback with its day', () => {
    const { text, blocks } = viewMessage(words, answer);

    expect(text).toBe('A finding of 5 &amp; more. Close, Thu 30 Jan 2020.');
    expect(JSON.stringify(blocks[1])).not.toContain('four');
    expect(blocks.map(({ type }) => type)).toEqual(['header', 'section', 'context', 'actions']);
  });

  it('says SAMPLE DATA first where the closes are generated', () => {
    const generated = { ...inputs.subject, source: { ...inputs.subject.source, sample: true } };

    const { text, blocks } = viewMessage({ ...words, inputs: { ...inputs, subject: generated } }, answer);

    expect(text).toMatch(/^Sample data: A finding/);
    expect(JSON.stringify(blocks)).toContain('*SAMPLE DATA*');
  });

  it('leads with what is missing when a series is stale: no picture, no share, try again', () => {
    const lag = { series: inputs.subject, missing: ['2020-01-31', '2020-02-03'] };
    const stale: ViewInputs = { ...inputs, asked: '2020-02-03', stale: [lag] };

    const message = streakMessage(streakView(stale), answer);
    const blocks = JSON.stringify(message.blocks);

    expect(message.text).toMatch(/^Stale: no Russell 2000 close after Thu 30 Jan\. On that day: /);
    expect(blocks).toContain(':warning: Measured on *Thu 30 Jan*, the last session both series have.');
    expect(blocks).toContain('*Stale 2 sessions*');
    expect(blocks).not.toContain('Share to channel');
    expect(blocks).toContain('Try again');
    expect(message.charts).toEqual([]);
  });
});

describe('refusedMessage', () => {
  it('names the reason in the header, the text and the line, and holds no number', () => {
    const refused = { id: 'x', absent: 'no Russell 2000 close for 2020-01-15' };

    const message = refusedMessage({ inputs, what: 'Streak', refused }, answer);

    expect(message.text).toContain('Streak not shown: no Russell 2000 close for 2020-01-15.');
    expect(message.numbers).toEqual([]);
    expectLawful(message);
  });
});
