import { expect, it } from 'vitest';
import type { Message } from '../../src/messages/message.ts';
import { highsMessage } from '../../src/messages/smallcaps-highs.ts';
import { highsView } from '../../src/metrics/highs-view.ts';
import type { ViewInputs } from '../../src/metrics/view-inputs.ts';
import { describeWithData } from '../support/data-folder.ts';
import { sentMessage } from '../support/golden.ts';
import { expectLawful } from '../support/message-laws.ts';
import { DAYS, inputsOf, inputsOn } from '../support/views.ts';

function messageOf(inputs: ViewInputs): Message {
  const answer = { command: `/smallcaps highs asof ${inputs.session}`, notes: [] };
  return highsMessage(highsView(inputs), answer);
}

function headerOf({ blocks }: Message): string {
  const [first] = blocks;
  return first?.type === 'header' ? first.text.text : '';
}

describeWithData('highsMessage', () => {
  it.each(['2024-01-22', '2026-01-22'])('on %s is the message on file', async (day) => {
    const message = messageOf(await inputsOn(day));

    expectLawful(message);
    await expect(`${JSON.stringify(sentMessage(message), null, 1)}\n`).toMatchFileSnapshot(
      `../golden/messages/smallcaps-highs-${day}.json`,
    );
  });

  it.each(DAYS)('keeps the laws of messages on %s', async (day) => {
    expectLawful(messageOf(await inputsOn(day)));
  });

  it('leads with the wait when a record close is the first in a long time, and says on what the claim holds', async () => {
    const message = messageOf(await inputsOn('2025-09-18'));

    expect(headerOf(message)).toBe('Russell 2000 record close, first since 8 Nov 2021 (968 sessions)');
    expect(JSON.stringify(message.blocks)).toContain(
      '“First” holds on closes (days, sessions), not intraday (days, sessions).',
    );
  });

  it('tells a record intraday from a record close: 25 Nov 2024', async () => {
    const message = messageOf(await inputsOn('2024-11-25'));

    expect(headerOf(message)).toBe('Russell 2000 record intraday, first since 8 Nov 2021 (766 sessions)');
    expect(message.text).toContain('−0.03% from its record close');
  });

  it('shows a dash and the reason where a session was lost, and what is left', async () => {
    const inputs = await inputsOn('2024-01-22');
    const early = messageOf(inputsOf({ ...inputs.subject, missing: ['1993-05-04'] }, inputs.benchmark));
    const late = messageOf(inputsOf({ ...inputs.subject, missing: ['2024-01-18'] }, inputs.benchmark));

    expect(JSON.stringify(early.blocks)).toContain('Not shown (–): no Russell 2000 close for 1993-05-04.');
    expect(JSON.stringify(early.blocks)).toContain('−4.01%');
    expect(headerOf(late)).toBe('Highs not shown: no Russell 2000 close for 2024-01-18');
    expect(late.numbers).toEqual([]);
  });
});
