import { expect, it } from 'vitest';
import type { Message } from '../../src/messages/message.ts';
import { describeWithData } from '../support/data-folder.ts';
import { sentMessage } from '../support/golden.ts';
import { expectLawful } from '../support/message-laws.ts';
import { readingDesk, words } from '../support/targets-desk.ts';

const { answer } = readingDesk();

function headerOf({ blocks }: Message): string {
  const [first] = blocks;
  return first?.type === 'header' ? first.text.text : '';
}

describeWithData('messages about calls and surveys', () => {
  it.each([
    ['spx asof 2024-01-22', 'targets-spx-2024-01-22'],
    ['spx consensus asof 2025-07-31', 'targets-consensus-2025-07-31'],
    ['who goldman asof 2024-08-01', 'targets-who-2024-08-01'],
    ['changes since 2024-01-01 asof 2024-03-28', 'targets-changes-2024-03-28'],
    ['survey large asof 2024-01-22', 'surveys-large-over-small-2024-01-22'],
    ['survey cash asof 2024-03-28', 'surveys-cash-2024-03-28'],
    ['survey asof 2024-01-22', 'surveys-2024-01-22'],
  ])('/targets %s is the message on file', async (line, name) => {
    const message = await answer(line);

    expectLawful(message);
    await expect(`${JSON.stringify(sentMessage(message), null, 1)}\n`).toMatchFileSnapshot(
      `../golden/messages/${name}.json`,
    );
  });

  it.each([
    '2018-06-01',
    '2023-06-30',
    '2023-12-15',
    '2024-01-09',
    '2024-01-12',
    '2024-03-28',
    '2024-07-16',
    '2025-04-30',
    '2026-01-05',
    '2026-08-21',
  ])('keeps the laws of messages on %s, whatever is asked', async (day) => {
    for (const ask of [
      'russell',
      'spx',
      'consensus',
      'spx consensus',
      'changes',
      'survey',
      'survey cash',
      'survey large',
    ]) {
      expectLawful(await answer(`${ask} asof ${day}`));
    }
  });

  it('prints no consensus of too few firms, and counts why each call is left out', async () => {
    const message = await answer('consensus asof 2024-01-22');

    expect(headerOf(message)).toBe('No consensus on the Russell 2000: 2 firms, 3 needed for one horizon');
    expect(words(message)).toContain(
      'Left out: 1 stale (over 120 days old), 1 superseded or withdrawn and 1 second figures of a firm.',
    );
    expect(message.numbers.map(({ id, value }) => [id, value])).toEqual([
      ['consensus.RUT.left_out.stale', 1],
      ['consensus.RUT.left_out.ended', 1],
      ['consensus.RUT.left_out.second-figure', 1],
    ]);
  });

  it('counts four firms on the S&P 500 for 2024: mean of 5,100, 4,500, 5,000 and 5,200 is 4,950', async () => {
    const message = await answer('spx asof 2024-01-22');

    expect(headerOf(message)).toBe('S&P 500 calls: mean 4,950 of 4 firms, +2.05% from here');
    expect(message.text).toContain('median 5,050; low 4,500, high 5,200');
  });

  it('says that the survey’s "first time since" is not proven while months are missing', async () => {
    const message = await answer('survey large asof 2024-01-22');

    expect(words(message)).toContain('30 months between not recorded (Jul 2021 to Dec 2023)');
    expect(words(message)).toContain('the publisher’s word');
  });

  it('never compares cash under two versions of the rule, and knows no reading before it was published', async () => {
    const march = await answer('survey cash asof 2024-03-28');
    const october = await answer('survey cash asof 2023-10-16');

    expect(words(march)).toContain('Cash rule 5/4');
    expect(words(march)).not.toContain('4.5/3.5');
    expect(words(october)).toContain(
      'No reading of the BofA Global Fund Manager Survey (cash) was published by 16 Oct 2023',
    );
  });

  it('says what is due next where nothing is scored yet', async () => {
    const message = await answer('score asof 2023-07-03');

    expect(words(message)).toContain('the next is due Fri 28 Jun 2024');
  });

  it('shows the score of every index’s calls as lawful lines, long labels apart', async () => {
    for (const day of ['2024-06-28', '2025-01-31', '2026-02-27']) {
      for (const index of ['russell', 'spx']) {
        const message = await answer(`${index} score asof ${day}`);
        expect(message.text).not.toMatch(/undefined|NaN/);
        expect(headerOf(message).length).toBeLessThanOrEqual(72);
        for (const block of message.blocks) {
          if (block.type === 'table') expect(block.rows.length).toBeLessThanOrEqual(11);
        }
      }
    }
  });
});
