import { expect, it } from 'vitest';
import type { Message } from '../../src/messages/message.ts';
import { ratioMessage } from '../../src/messages/smallcaps-ratio.ts';
import { ratioView } from '../../src/metrics/ratio-view.ts';
import type { ViewInputs } from '../../src/metrics/view-inputs.ts';
import { describeWithData } from '../support/data-folder.ts';
import { sentMessage } from '../support/golden.ts';
import { expectLawful } from '../support/message-laws.ts';
import { DAYS, inputsOn } from '../support/views.ts';

function messageOf(inputs: ViewInputs, chart?: 'panel'): Message {
  const answer = { command: `/smallcaps ratio asof ${inputs.session}`, notes: [] };
  return ratioMessage(ratioView(inputs), { ...answer, ...(chart && { chart }) });
}

function headerOf({ blocks }: Message): string {
  const [first] = blocks;
  return first?.type === 'header' ? first.text.text : '';
}

describeWithData('ratioMessage', () => {
  it.each(['2024-01-22', '2026-01-22'])('on %s is the message on file', async (day) => {
    const message = messageOf(await inputsOn(day));

    expectLawful(message);
    await expect(`${JSON.stringify(sentMessage(message), null, 1)}\n`).toMatchFileSnapshot(
      `../golden/messages/smallcaps-ratio-${day}.json`,
    );
  });

  it.each(DAYS)('keeps the laws of messages on %s', async (day) => {
    expectLawful(messageOf(await inputsOn(day)));
  });

  it('draws the panel on request, ending where the text says', async () => {
    const [chart] = messageOf(await inputsOn('2024-01-22'), 'panel').charts;

    expect(chart?.kind).toBe('panel');
    expect(chart?.title).toBe('Ratio at z −1.61, −3.11% in 20 sessions');
  });

  it('says since when the ratio was not as high: 22 Jan 2026', async () => {
    expect(headerOf(messageOf(await inputsOn('2026-01-22')))).toBe(
      'Russell 2000/S&P 500 ratio 0.3933, highest since 11 Dec 2024',
    );
  });
});
