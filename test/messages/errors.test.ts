import { describe, expect, it } from 'vitest';
import { CapwatchError } from '../../src/errors.ts';
import { notInChannelMessage, refusalMessage, unexpectedMessage } from '../../src/messages/errors.ts';
import type { Message } from '../../src/messages/message.ts';
import { parseSmallCapsRequest } from '../../src/questions/smallcaps-request.ts';
import { describeWithData } from '../support/data-folder.ts';
import { expectedMessage, sentMessage } from '../support/golden.ts';

function refused(text: string): Message {
  try {
    parseSmallCapsRequest(text, '2024-01-22');
  } catch (error) {
    if (error instanceof CapwatchError) return refusalMessage(error, `/smallcaps ${text}`);
  }
  throw new Error(`${text} was not refused`);
}

/** What a screen reader says of a suggestion spells symbols letter by letter in the golden; words and order are compared. */
function withoutLabels(payload: object): unknown {
  return JSON.parse(JSON.stringify(payload, (key, value) => (key === 'accessibility_label' ? undefined : value)));
}

describeWithData('errors as the golden messages say them', () => {
  it.each([
    ['09-error-argument', () => refused('ytdd')],
    ['09-error-symbol', () => refused('ytd vs iwx')],
    ['09-error-channel', () => notInChannelMessage('#desk-us', '/smallcaps ytd')],
    ['09-error-unexpected', () => unexpectedMessage('7F3K-92QD', '/smallcaps ytd')],
  ])('%s', (golden, made) => {
    expect(withoutLabels(sentMessage(made()))).toEqual(withoutLabels(expectedMessage(golden)));
  });
});

describe('refusalMessage', () => {
  it('escapes what the person typed', () => {
    expect(JSON.stringify(refused('<!here>').blocks)).toContain('`&lt;!here&gt;`');
  });

  it('always comes with an example that works', () => {
    const message = refusalMessage(new CapwatchError('not_found', 'Nothing there.'), '/smallcaps');

    expect(message.text).toContain('Example: /smallcaps ytd');
  });

  it('offers to try again when a source failed, and no example', () => {
    const message = refusalMessage(new CapwatchError('unreachable', 'The source is not answering.'), '/smallcaps ytd');

    expect(JSON.stringify(message.blocks)).toContain('Try again');
    expect(message.text).toBe('The source is not answering.');
  });
});
