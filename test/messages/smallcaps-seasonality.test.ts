import { expect, it } from 'vitest';
import type { Message } from '../../src/messages/message.ts';
import { seasonalityMessage } from '../../src/messages/smallcaps-seasonality.ts';
import { seasonalityView } from '../../src/metrics/seasonality-view.ts';
import type { ViewInputs } from '../../src/metrics/view-inputs.ts';
import { describeWithData } from '../support/data-folder.ts';
import { sentMessage } from '../support/golden.ts';
import { expectLawful } from '../support/message-laws.ts';
import { DAYS, inputsOn } from '../support/views.ts';

function messageOf(inputs: ViewInputs): Message {
  const answer = { command: `/smallcaps seasonality asof ${inputs.session}`, notes: [] };
  return seasonalityMessage(seasonalityView(inputs), answer);
}

describeWithData('seasonalityMessage', () => {
  it.each(['2024-01-22', '2026-01-22'])('on %s is the message on file', async (day) => {
    const message = messageOf(await inputsOn(day));

    expectLawful(message);
    await expect(`${JSON.stringify(sentMessage(message), null, 1)}\n`).toMatchFileSnapshot(
      `../golden/messages/smallcaps-seasonality-${day}.json`,
    );
  });

  it.each(DAYS)('keeps the laws of messages on %s', async (day) => {
    expectLawful(messageOf(await inputsOn(day)));
  });

  it('says that nothing is left of the year after December', async () => {
    const message = messageOf(await inputsOn('2023-12-19'));

    expect(JSON.stringify(message.blocks)).toContain('After December nothing is left of the year.');
  });
});
