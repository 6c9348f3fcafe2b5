import { expect, it } from 'vitest';
import { recoveryAllMessage } from '../../src/messages/smallcaps-recovery-all.ts';
import { recoveryView } from '../../src/metrics/recovery-view.ts';
import { describeWithData } from '../support/data-folder.ts';
import { sentMessage } from '../support/golden.ts';
import { expectLawful } from '../support/message-laws.ts';
import { DAYS, inputsOn } from '../support/views.ts';

async function messageOn(day: string) {
  const view = recoveryView(await inputsOn(day));
  return recoveryAllMessage(view, { command: `/smallcaps recovery all asof ${day}`, notes: [] });
}

describeWithData('recoveryAllMessage', () => {
  it('on 2024-01-22 is the message on file: all 13, twelve of them with a whole year behind the low', async () => {
    const message = await messageOn('2024-01-22');

    expect(JSON.stringify(message.blocks)).toContain('the last, 53 days, is 1st of 12');
    await expect(`${JSON.stringify(sentMessage(message), null, 1)}\n`).toMatchFileSnapshot(
      '../golden/messages/smallcaps-recovery-all-2024-01-22.json',
    );
  });

  it.each(DAYS)('keeps the laws of messages on %s', async (day) => {
    expectLawful(await messageOn(day));
  });
});
