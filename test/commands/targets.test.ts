import { expect, it } from 'vitest';
import { targets } from '../../commands/targets.ts';
import type { Message } from '../../src/messages/message.ts';
import { describeWithData } from '../support/data-folder.ts';
import { AFTER_THE_DATA, desk } from '../support/desk.ts';
import { expectedMessage, sentMessage } from '../support/golden.ts';

const { call } = desk();
const answer = (text: string, now = AFTER_THE_DATA) => targets(text, { capwatch: call.capwatch, now });

describeWithData('targets', () => {
  it.each([
    ['russell asof 2024-01-22', '04-targets-russell'],
    ['score asof 2025-01-31', '04-targets-score'],
  ])('/targets %s is the expected message %s, word for word', async (line, golden) => {
    expect(sentMessage(await answer(line))).toEqual(expectedMessage(golden));
  });
});
