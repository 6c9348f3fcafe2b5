import { expect, it } from 'vitest';
import type { Message } from '../../src/messages/message.ts';
import { recoveryMessage } from '../../src/messages/smallcaps-recovery.ts';
import { recoveryView } from '../../src/metrics/recovery-view.ts';
import type { ViewInputs } from '../../src/metrics/view-inputs.ts';
import { describeWithData } from '../support/data-folder.ts';
import { expectedMessage, sentMessage } from '../support/golden.ts';
import { expectLawful } from '../support/message-laws.ts';
import { DAYS, inputsOf, inputsOn, pairFrom, walkOf } from '../support/views.ts';

function messageOf(inputs: ViewInputs): Message {
  const answer = { command: `/smallcaps recovery asof ${inputs.session}`, notes: [] };
  return recoveryMessage(recoveryView(inputs), answer);
}

function headerOf({ blocks }: Message): string {
  const [first] = blocks;
  return first?.type === 'header' ? first.text.text : '';
}

describeWithData('recoveryMessage', () => {
  it('is golden 02-smallcaps-recovery on 22 Jan 2024, but for one cell that was rounded twice there', async () => {
    const message = messageOf(await inputsOn('2024-01-22'));
    // 1,231.30 (5 Aug 2016) / 953.72 (11 Feb 2016) − 1 = 29.10498%: rounded once +29.10%, by way of 29.105 +29.11%.
    const expected = JSON.stringify(expectedMessage('02-smallcaps-recovery')).replace('+29.11%', '+29.10%');

    expect(sentMessage(message)).toEqual(JSON.parse(expected));
  });

  it.each(['2023-11-20', '2026-01-22'])('on %s is the message on file', async (day) => {
    const message = messageOf(await inputsOn(day));

    await expect(`${JSON.stringify(sentMessage(message), null, 1)}\n`).toMatchFileSnapshot(
      `../golden/messages/smallcaps-recovery-${day}.json`,
    );
  });

  it.each(DAYS)('keeps the laws of messages on %s', async (day) => {
    expectLawful(messageOf(await inputsOn(day)));
  });

  it('tells a recovery under way on closes from the one completed intraday: 15 Dec 2023', async () => {
    const message = messageOf(await inputsOn('2023-12-15'));
    const lines = JSON.stringify(message.blocks);

    expect(headerOf(message)).toBe('Russell 2000 recovery under way: 49 days since its 52-week low');
    expect(lines).toContain('*49 days* so far on closes, 34 sessions since 27 Oct; 1st of 13 if it ended today');
    expect(lines).toContain('*48 days* intraday, 33 sessions: 27 Oct to 14 Dec 2023; next 72 days, 2014');
  });

  it('leaves the ranking out, and says why, when a session was lost long ago', async () => {
    const inputs = await inputsOn('2024-01-22');

    const message = messageOf(inputsOf({ ...inputs.subject, missing: ['1993-05-04'] }, inputs.benchmark));

    expect(headerOf(message)).toBe('Russell 2000 recovery: 53 days, 52-week low to high');
    expect(JSON.stringify(message.blocks)).toContain('Ranking not shown: no Russell 2000 close for 1993-05-04.');
    expectLawful(message);
  });

  it('has a list of all behind its button', async () => {
    const { blocks } = messageOf(await inputsOn('2024-01-22'));

    expect(JSON.stringify(blocks.at(-1))).toContain('/smallcaps recovery all asof 2024-01-22');
  });

  it('says that there is none in a short series', () => {
    expect(headerOf(messageOf(pairFrom(walkOf(3, { seed: 5, drift: 0.02 }), walkOf(3, { seed: 6 }))))).toMatch(
      /^Recoveries not shown: no Russell 2000 recovery/,
    );
  });
});
