import { readFileSync } from 'node:fs';
import type { ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { blockProblems, viewProblems } from '../../src/demo/slack/blocks.ts';
import { confirmMessage, type PendingWrite, type Review } from '../../src/messages/targets-confirm.ts';
import { confirmView, formValues, targetForm } from '../../src/messages/targets-form.ts';
import { importDone, importReview, readingView } from '../../src/messages/targets-import.ts';
import { versionWith } from '../support/calls.ts';
import { describeWithData, sharedGolden } from '../support/data-folder.ts';

describeWithData('targetForm', () => {
  it('is the expected form, field by field', () => {
    const expected = JSON.parse(readFileSync(sharedGolden('messages/13-add-target-modal.json'), 'utf8'));

    expect(JSON.parse(JSON.stringify(targetForm({ today: '2024-01-22' })))).toEqual(expected);
  });
});

describe('every modal and message of a call', () => {
  const held = versionWith();
  const review = (write: PendingWrite): Review => ({ write, indexName: 'Russell 2000', series: undefined, notes: [] });
  const problemsOf = (view: ModalView) => viewProblems(JSON.parse(JSON.stringify(view)), () => true);

  it('is one that Slack takes', () => {
    const { call: _c, version: _v, enteredBy: _b, enteredAt: _a, ...facts } = held;
    const writes: PendingWrite[] = [
      { kind: 'add', facts: { ...facts, firm: 'x'.repeat(60), source: { ...facts.source, quote: '&'.repeat(200) } } },
      { kind: 'edit', facts, before: held },
      { kind: 'withdraw', before: held, on: '2024-01-22' },
    ];

    expect(problemsOf(targetForm({ today: '2024-01-22' }))).toEqual([]);
    expect(problemsOf(targetForm({ today: '2024-01-22', values: formValues(held), edited: held }))).toEqual([]);
    for (const write of writes) {
      const { blocks } = JSON.parse(JSON.stringify(confirmMessage(review(write), 'draft-1')));
      expect(problemsOf(confirmView(review(write), 'draft-1'))).toEqual([]);
      expect(blockProblems(blocks, { kind: 'message', fileReady: () => true })).toEqual([]);
    }
    const rejected = Array.from({ length: 40 }, (_, line) => ({ line, why: '<'.repeat(200) }));
    const read = { draft: 'draft-1', good: 0, rejected, ignored: ['a'], assumedIndex: 'RUT' };
    for (const view of [importReview(read), readingView(), importDone({ kind: 'nothing', held: [], rejected: 2 })]) {
      expect(problemsOf(view)).toEqual([]);
    }
  });
});

describe('the form of a held call', () => {
  it('carries its number and version, and offers its own horizon beside the usual four', () => {
    const held = versionWith({ horizon: { kind: 'year-end', year: 2027 } });

    const view = targetForm({ today: '2024-01-22', values: formValues(held), edited: { call: 1, version: 1 } });

    expect(view.title.text).toBe('Edit call 1');
    expect(view.private_metadata).toBe('{"call":1,"version":1}');
    expect(JSON.stringify(view)).toContain(
      '"initial_option":{"text":{"type":"plain_text","text":"Year end 2027","emoji":false},"value":"2027"}',
    );
  });

  it('holds no empty initial value, which Slack refuses', () => {
    const held = versionWith({ people: [], source: { link: 'https://example.com', publisher: 'x' } });

    expect(JSON.stringify(targetForm({ today: '2024-01-22', values: formValues(held) }))).not.toContain(
      '"initial_value":""',
    );
  });
});
