import { describe, expect, it } from 'vitest';
import { confirmedInWords } from '../../commands/targets-writes.ts';
import { draftIn, readingDesk, storedDesk, TOM, words } from '../support/targets-desk.ts';

const LINE = 'survey add large over small 2023-12 12 published 2023-12-19 source https://example.com/page';

describe('a survey reading entered by hand', () => {
  it('is asked for, written once, and closes the gap it was missing in', async () => {
    const desk = await storedDesk();

    const question = await desk.answer(LINE);
    const first = await confirmedInWords(draftIn(question), desk.call);
    const again = await confirmedInWords(draftIn(question), desk.call);
    const survey = await desk.answer('survey large');

    expect(words(question)).toContain('Value: *12 net %*: large caps expected to outperform small caps');
    expect(words(first)).toContain('Added: large-over-small, Dec 2023, version 1.');
    expect(words(again)).toContain('this draft was used already');
    expect(words(survey)).toContain('29 months between not recorded (Jul 2021 to Nov 2023)');
    expect(words(survey)).toContain('Jun 2021; sign changed against the month before');
    await desk.store.close();
  });

  it('of two people for one month is the first one’s; the other is told', async () => {
    const desk = await storedDesk();
    const [mine, theirs] = [await desk.answer(LINE), await desk.as(TOM).answer(LINE)];

    await confirmedInWords(draftIn(mine), desk.call);
    const lost = await confirmedInWords(draftIn(theirs), desk.as(TOM).call);

    expect(words(lost)).toContain('was changed to version 1 in between');
    await desk.store.close();
  });

  it('needs a value where the series has no sign', async () => {
    const desk = await storedDesk();

    await expect(
      desk.answer('survey add cash 2024-01 below published 2024-01-16 source https://example.com/a'),
    ).rejects.toThrow('cash has no sign: write its value.');
    await desk.store.close();
  });

  it('has no button where nothing can be written', async () => {
    const message = await readingDesk().answer(LINE);

    expect(words(message)).toContain('This ledger can only be read here');
    expect(words(message)).not.toContain('confirm_write');
  });
});
