import { expect, test } from 'vitest';
import { morningMessage } from '../../src/messages/morning.ts';
import { revisitedLead } from '../../src/messages/morning-revisited.ts';
import { morningReplies } from '../../src/messages/morning-thread.ts';
import { describeWithData } from '../support/data-folder.ts';
import { expectedMessage, sentMessage } from '../support/golden.ts';
import { factsOf, folderSources, JANUARY_SETTLEMENTS, viewBefore, viewOf } from '../support/morning.ts';

const PARTS = ['smallcaps', 'fed', 'calls', 'calendar', 'receipts'] as const;
const CALL = { command: '/capwatch morning asof 2024-01-22', parts: PARTS, follows: true };

describeWithData('the morning lead', () => {
  test('of 13 Mar 2023 is the big day word for word, but for one rounding of the golden', async () => {
    const message = morningMessage(viewOf(await factsOf('2023-03-13')), CALL);
    // 10 Mar: 1,772.70 / 1,761.25 − 3,861.59 / 3,839.50 = 0.650% − 0.575% = +0.075 pp, which is +0.07, not +0.08.
    const golden = JSON.stringify(expectedMessage('06-morning-big')).replace('from +0.08 pp', 'from +0.07 pp');
    expect(sentMessage(message)).toEqual(JSON.parse(golden));
  });

  test('of 22 Jan 2024, with settlements, is the standard day word for word', async () => {
    const message = morningMessage(viewOf(await factsOf('2024-01-22', folderSources(JANUARY_SETTLEMENTS))), CALL);
    expect(sentMessage(message)).toEqual(expectedMessage('06-morning-standard'));
  });

  test('of 22 Jan 2024 without futures is the dead source word for word', async () => {
    const before = await factsOf('2024-01-19', folderSources(JANUARY_SETTLEMENTS));
    const whole = await factsOf('2024-01-22', folderSources(JANUARY_SETTLEMENTS));
    const why = 'futures source not answering since 18:05 ET';
    const lastGood = before.fed.ok ? { lastGood: before.fed.value } : {};
    const message = morningMessage(viewOf({ ...whole, fed: { ok: false, why, ...lastGood } }), CALL);
    expect(sentMessage(message)).toEqual(expectedMessage('06-morning-dead-source'));
  });

  test('of 22 Aug 2023 is the quiet day word for word', async () => {
    const message = morningMessage(viewOf(await factsOf('2023-08-22')), CALL);
    expect(sentMessage(message)).toEqual(expectedMessage('06-morning-quiet'));
  });
});

describeWithData('the morning thread', () => {
  test.each([1, 2, 3, 4, 5])('reply %i of 13 Mar 2023 is the golden one', async (reply) => {
    const facts = await factsOf('2023-03-13');
    const view = viewOf(facts);
    const before = viewBefore(facts);
    const replies = morningReplies(view, { ...CALL, revisited: before ? revisitedLead(view, before) : [] });
    const message = replies[reply - 1];
    if (!message) throw new Error('no such reply');
    const expected = expectedMessage(`06-morning-big-thread-${reply}`);
    // The fetch time is invented in the golden; the folder's file says when it was written.
    const sent = JSON.parse(JSON.stringify(sentMessage(message)).replace(/fetched [^"\\]* ET/, 'fetched 17:05 ET'));
    expect(sent).toEqual(expected);
  });
});
