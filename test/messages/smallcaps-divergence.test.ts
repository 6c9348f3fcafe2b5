import { expect, it } from 'vitest';
import type { Message } from '../../src/messages/message.ts';
import { divergenceMessage } from '../../src/messages/smallcaps-divergence.ts';
import { divergenceView } from '../../src/metrics/divergence-view.ts';
import type { ViewInputs } from '../../src/metrics/view-inputs.ts';
import { describeWithData } from '../support/data-folder.ts';
import { sentMessage } from '../support/golden.ts';
import { expectLawful } from '../support/message-laws.ts';
import { DAYS, inputsOf, inputsOn } from '../support/views.ts';

function messageOf(inputs: ViewInputs): Message {
  const answer = { command: `/smallcaps divergence asof ${inputs.session}`, notes: [] };
  return divergenceMessage(divergenceView(inputs), answer);
}

function headerOf({ blocks }: Message): string {
  const [first] = blocks;
  return first?.type === 'header' ? first.text.text : '';
}

describeWithData('divergenceMessage', () => {
  it.each(['2024-01-22', '2026-01-22'])('on %s is the message on file', async (day) => {
    const message = messageOf(await inputsOn(day));

    expectLawful(message);
    await expect(`${JSON.stringify(sentMessage(message), null, 1)}\n`).toMatchFileSnapshot(
      `../golden/messages/smallcaps-divergence-${day}.json`,
    );
  });

  it.each(DAYS)('keeps the laws of messages on %s', async (day) => {
    expectLawful(messageOf(await inputsOn(day)));
  });

  it('is off with the Russell 2000 at a record, whatever the S&P 500 does', async () => {
    expect(headerOf(messageOf(await inputsOn('2026-01-22')))).toBe('Divergence off: Russell 2000 at a record close');
  });

  it('is refused by name when a session was lost', async () => {
    const inputs = await inputsOn('2024-01-22');

    const message = messageOf(inputsOf(inputs.subject, { ...inputs.benchmark, missing: ['2024-01-18'] }));

    expect(headerOf(message)).toBe('Divergence not shown: no S&P 500 close for 2024-01-18');
    expect(message.charts).toEqual([]);
  });
});
