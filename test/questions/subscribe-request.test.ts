import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CapwatchError } from '../../src/errors.ts';
import { parseSubscribeRequest } from '../../src/questions/subscribe-request.ts';

const DEFAULTS = {
  kind: 'morning',
  time: '07:00',
  zone: 'America/New_York',
  parts: ['smallcaps', 'fed', 'calls', 'calendar', 'receipts'],
  placement: 'both',
  theme: 'light',
};

describe('parseSubscribeRequest', () => {
  it.each([
    ['', {}],
    ['morning', {}],
    ['morning at 07:00', {}],
    ['at 6:45 london', { time: '06:45', zone: 'Europe/London' }],
    ['morning at 7am Europe/London dark', { zone: 'Europe/London', theme: 'dark' }],
    ['weekly', { kind: 'weekly', time: '17:00' }],
    ['weekly 5pm new york', { kind: 'weekly', time: '17:00' }],
    ['fed at 8:15 sydney thread', { kind: 'fed', time: '08:15', zone: 'Australia/Sydney', placement: 'thread' }],
    ['fomc day', { kind: 'fed' }],
    ['morning parts fed,smallcaps channel', { parts: ['smallcaps', 'fed'], placement: 'channel' }],
    ['morning parts calls and calendar at 12am', { parts: ['calls', 'calendar'], time: '00:00' }],
    ['MORNING AT 12:30PM ET', { time: '12:30' }],
    ['morning sao paulo', { zone: 'America/Sao_Paulo' }],
  ])('reads "%s"', (text, expected) => {
    expect(parseSubscribeRequest(text)).toEqual({ ...DEFAULTS, ...expected });
  });

  it.each([
    ['morning at 25:00', 'I do not know the time `25:00`.'],
    ['morning at 13pm', 'I do not know the time `13pm`.'],
    ['morning at', 'I do not know the time `(nothing readable)`.'],
    ['morning at -7', 'I do not know the time `-7`.'],
    ['morning atlantis', 'I do not know `atlantis`.'],
    ['mornign', 'I do not know `mornign`. Did you mean `morning`?'],
    ['morning parts everything', 'I do not know the part `everything`.'],
    ['morning parts', 'Which parts?'],
    ['morning alerts', 'The standard alerts are asked for by themselves; others one by one.'],
  ])('refuses "%s" with an example', (text, sentence) => {
    const refusal = (() => {
      try {
        return parseSubscribeRequest(text);
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toBeInstanceOf(CapwatchError);
    expect(refusal).toMatchObject({ kind: 'invalid_input', userMessage: sentence });
    expect((refusal as CapwatchError).details.example).toMatch(/^\/capwatch /);
  });

  it('never throws anything but a refusal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        try {
          parseSubscribeRequest(text);
        } catch (error) {
          expect(error).toBeInstanceOf(CapwatchError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
