import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrame } from '../../src/slack/frame.ts';

const frame = (envelope: unknown) => readFrame(JSON.stringify(envelope), false);

describe('readFrame', () => {
  it.each([
    { type: 'hello', num_connections: 1 },
    { type: 'slash_commands', envelope_id: 'e1', payload: { command: '/smallcaps' } },
    { type: 'interactive', envelope_id: 'e1', payload: { type: 'block_actions' } },
    { type: 'events_api', envelope_id: 'e1', payload: { event: { type: 'app_mention' } } },
  ])('hands on what the package understands: $type', (envelope) => {
    expect(frame(envelope)).toEqual({ kind: 'pass' });
  });

  it.each(['null', '[]', '"text"', '1', 'true', '', '{', 'not json'])('drops the text frame %s', (text) => {
    expect(readFrame(text, false)).toEqual({ kind: 'drop', why: 'not an object' });
  });

  it('drops a binary frame', () => {
    expect(readFrame(new ArrayBuffer(3), true)).toEqual({ kind: 'drop', why: 'binary' });
  });

  it.each([{ payload: {} }, { payload: null }, {}, { payload: { event: null } }, { payload: { event: { type: 7 } } }])(
    'drops and answers an event envelope without its event: %j',
    (rest) => {
      expect(frame({ type: 'events_api', envelope_id: 'e1', ...rest })).toEqual({
        kind: 'drop',
        why: 'event missing',
        envelope_id: 'e1',
      });
    },
  );

  it('knows the notice that events are limited', () => {
    expect(frame({ type: 'events_api', envelope_id: 'e1', payload: { type: 'app_rate_limited' } })).toMatchObject({
      kind: 'drop',
      why: 'app_rate_limited',
    });
  });

  it.each(['close', 'ws_message', 'error', 'disconnected', 'a_type_of_tomorrow'])(
    'drops and answers the unknown envelope type %s, which the package would emit under that name',
    (type) => {
      expect(frame({ type, envelope_id: 'e1', payload: {} })).toEqual({
        kind: 'drop',
        why: 'unknown envelope type',
        envelope_id: 'e1',
      });
    },
  );

  it('drops an event whose type is a name the package uses for itself', () => {
    expect(frame({ type: 'events_api', envelope_id: 'e1', payload: { event: { type: 'ws_message' } } }).kind).toBe(
      'drop',
    );
  });

  it.each(['refresh_requested', 'warning'])('takes %s for a renewal', (reason) => {
    expect(frame({ type: 'disconnect', reason })).toEqual({ kind: 'refresh', reason });
  });

  it.each(['link_disabled', 'too_many_websockets', 'a_reason_of_tomorrow'])('takes %s for a refusal', (reason) => {
    expect(frame({ type: 'disconnect', reason })).toEqual({ kind: 'refused', reason });
  });

  it('has a verdict on every JSON value', () => {
    fc.assert(fc.property(fc.json(), (text) => readFrame(text, false).kind.length > 0));
  });
});
