import { expect, it } from 'vitest';
import type { Message } from '../../src/messages/message.ts';
import { afterMessage } from '../../src/messages/smallcaps-after.ts';
import { afterView } from '../../src/metrics/after-view.ts';
import { EVENT_RULES, type EventRule } from '../../src/metrics/events.ts';
import type { ViewInputs } from '../../src/metrics/view-inputs.ts';
import { describeWithData } from '../support/data-folder.ts';
import { sentMessage } from '../support/golden.ts';
import { expectLawful } from '../support/message-laws.ts';
import { DAYS, inputsOn } from '../support/views.ts';

function messageOf(inputs: ViewInputs, rule?: EventRule): Message {
  const answer = { command: `/smallcaps after asof ${inputs.session}`, notes: [] };
  return afterMessage(afterView(inputs, rule), answer);
}

describeWithData('afterMessage', () => {
  it.each(['2024-01-22', '2026-01-22'])('on %s is the message on file', async (day) => {
    const message = messageOf(await inputsOn(day));

    expectLawful(message);
    await expect(`${JSON.stringify(sentMessage(message), null, 1)}\n`).toMatchFileSnapshot(
      `../golden/messages/smallcaps-after-${day}.json`,
    );
  });

  it.each(DAYS)('keeps the laws of messages on %s', async (day) => {
    expectLawful(messageOf(await inputsOn(day)));
  });

  it('says that no rule is true today, and begins with “Too few to rank” below ten cases', async () => {
    const none = messageOf(await inputsOn('2026-01-22'));
    const few = messageOf(await inputsOn('2024-01-22'), { kind: 'record-lag', below: 0.1 });

    expect(JSON.stringify(none.blocks)).toContain(
      'no rule of the list is true today, this one was last, on 19 Nov 2025',
    );
    expect(JSON.stringify(few.blocks)).toMatch(/Too few to rank: \d cases?, a description, not a forecast\./);
  });

  it('says that windows overlap, always beside the baseline', async () => {
    const message = messageOf(await inputsOn('2024-01-22'));

    expect(JSON.stringify(message.blocks)).toContain(
      'Windows overlap the one before: 4 of 18 at 6M, 10 of 18 at 12M; they are not independent.',
    );
    expect(JSON.stringify(message.blocks)).toContain('any day, 9,099');
  });

  it.each(EVENT_RULES)('has words for $kind $below$above$percentile', async (rule) => {
    expectLawful(messageOf(await inputsOn('2026-08-21'), rule));
  });
});
