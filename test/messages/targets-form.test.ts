import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formValues, targetForm } from '../../src/messages/targets-form.ts';
import { versionWith } from '../support/calls.ts';
import { describeWithData, sharedGolden } from '../support/data-folder.ts';

describeWithData('targetForm', () => {
  it('is the expected form, field by field', () => {
    const expected = JSON.parse(readFileSync(sharedGolden('messages/13-add-target-modal.json'), 'utf8'));

    expect(JSON.parse(JSON.stringify(targetForm({ today: '2024-01-22' })))).toEqual(expected);
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
