import { expect, it } from 'vitest';
import type { Message } from '../../src/messages/message.ts';
import { streakMessage } from '../../src/messages/smallcaps-streak.ts';
import { streakView } from '../../src/metrics/streak-view.ts';
import type { ViewInputs } from '../../src/metrics/view-inputs.ts';
import { describeWithData } from '../support/data-folder.ts';
import { sentMessage } from '../support/golden.ts';
import { expectLawful } from '../support/message-laws.ts';
import { DAYS, inputsOn, pairFrom } from '../support/views.ts';

function messageOf(inputs: ViewInputs): Message {
  const answer = { command: `/smallcaps streak asof ${inputs.session}`, notes: [] };
  return streakMessage(streakView(inputs), answer);
}

function headerOf({ blocks }: Message): string {
  const [first] = blocks;
  return first?.type === 'header' ? first.text.text : '';
}

describeWithData('streakMessage', () => {
  it.each(['2024-01-22', '2026-01-22'])('on %s is the message on file', async (day) => {
    const message = messageOf(await inputsOn(day));

    expectLawful(message);
    await expect(`${JSON.stringify(sentMessage(message), null, 1)}\n`).toMatchFileSnapshot(
      `../golden/messages/smallcaps-streak-${day}.json`,
    );
  });

  it.each(DAYS)('keeps the laws of messages on %s', async (day) => {
    expectLawful(messageOf(await inputsOn(day)));
  });

  it('is no claim for a header when a longer run is less than a year old', async () => {
    expect(headerOf(messageOf(await inputsOn('2024-11-25')))).toBe('Russell 2000 ahead 5 sessions in a row');
  });

  it('is level on a tie', () => {
    const message = messageOf(pairFrom([100, 101, 101], [50, 50, 50]));

    expect(headerOf(message)).toBe('Russell 2000 level with S&P 500 on the day: no streak, 0 sessions');
  });
});
