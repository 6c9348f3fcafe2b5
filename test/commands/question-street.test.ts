import { expect, it } from 'vitest';
import type { Message } from '../../src/messages/message.ts';
import { showAsk } from '../../src/show-ask.ts';
import { describeWithData } from '../support/data-folder.ts';
import { desk } from '../support/desk.ts';

const { call } = desk();
const SPX = '/targets spx asof 2024-01-22';
const RUSSELL = '/targets russell asof 2024-01-22';
const SURVEY = '/targets survey large over small asof 2024-01-22';
const SCORE = '/targets russell score asof 2025-02-03';
const words = ({ text, blocks }: Message) =>
  `${text}\n${JSON.stringify(blocks)}`.replaceAll('&amp;', '&').replaceAll('\u00a0', ' ').replaceAll('*', '');

async function thread(questions: readonly string[], on: string): Promise<string[]> {
  const { answers } = await showAsk(questions, on, call);
  return answers.map(({ message }) => words(message));
}

// Closes of 22 January 2024: Russell 2000 1,983.38, S&P 500 4,850.43; the figures below are by hand from them and the notes.
describeWithData('calls in threads', () => {
  it('“his”, “source”, “expire”, “left” are of the call just named, and another firm is another call', async () => {
    const [bull, target, source, end, left, goldman, nine] = await thread(
      [
        'who is most bullish',
        'whats his target',
        'source?',
        'when does it expire',
        'whats left',
        'and goldman?',
        'the 9% one',
      ],
      RUSSELL,
    );

    expect(bull).toMatch(/Fundstrat \(Tom Lee\): \+53\.30%/);
    expect(target).toMatch(/3,041 on the Russell 2000, derived/);
    expect(source).toMatch(/Yahoo Finance, note of 15 Dec 2023: Fundstrat/);
    expect(end).toMatch(/Fundstrat is due 31 Dec 2024, in 344 days/);
    expect(left).toMatch(/\+53\.30%, \+1,057 points left to 3,041/);
    expect(goldman).toMatch(/2,244 on the Russell 2000, derived.*\+13\.12%, \+260 points left/s);
    expect(nine).toMatch(/2,145 on the Russell 2000, derived: the note says \+9% in 6 months/);
  });

  it('the mean without one firm is that of the other three', async () => {
    const [all, three, lowest] = await thread(['consensus', 'without oppenheimer', 'who is lowest'], SPX);

    expect(all).toMatch(/mean 4,950, median 5,050, n 4/);
    expect(three).toMatch(/mean 4,867, median 5,000, n 3, without Oppenheimer.*\+0\.33% implied by the mean/s);
    expect(lowest).toMatch(/Morgan Stanley: −7\.22% from today’s close to 4,500/);
  });

  it.each([
    ['who is at 5200', /Oppenheimer: \+7\.21%/],
    ['least bullish', /Morgan Stanley: −7\.22%/],
    ['second most bullish', /2nd of 4 firms: Goldman Sachs: \+5\.15%/],
    ['who is the outlier', /Morgan Stanley: 4,500, −10\.89% from the median of 5,050/],
    ['who is above 5000', /2 of 4 firms on the S&P 500 are above 5,000: Oppenheimer 5,200 and Goldman 5,100/],
    ['who is at 6000', /Nobody is at 6,000 on the S&P 500/],
  ])('“%s”', async (text, said) => {
    const [answer] = await thread([text], SPX);

    expect(answer).toMatch(said);
  });

  it('a firm that is not held is refused by name, with those that are', async () => {
    await expect(thread(['jpm target'], RUSSELL)).rejects.toThrow(
      /no call of JPMorgan known by 22 Jan 2024\. Held: .*Fundstrat.*Goldman Sachs.*Oppenheimer/,
    );
    await expect(thread(['ms small cap target'], RUSSELL)).rejects.toThrow(
      /no call of Morgan Stanley on the Russell 2000, only on the S&P 500/,
    );
  });

  it('with several firms in the post none is picked', async () => {
    const [answer] = await thread(['12 months from when'], RUSSELL);

    expect(answer).toMatch(/Whose\? 5 calls of 2 firms stand on the Russell 2000/);
  });
});

describeWithData('records and surveys', () => {
  // 2,230.16 and 2,027.07 at the ends of 2024 and 2023.
  it.each([
    ['did lees 50% come true', /No\. Fundstrat: none of 2 scored calls.*\+10\.02%/s],
    ['did the 9% come true', /No: Goldman Sachs said \+9% in 6 months/],
    ['how wrong was goldman', /none of 3 scored calls on the Russell 2000 reached their figure.*−4\.17 pp mean miss/s],
    ['jpm hit rate', undefined],
  ])('“%s”', async (text, said) => {
    if (said) expect((await thread([text], SCORE))[0]).toMatch(said);
    else await expect(thread([text], SCORE)).rejects.toThrow(/no call of JPMorgan/);
  });

  it('cash of October is its own, with its own page', async () => {
    const [now, october, source] = await thread(['cash level?', 'in october', 'source'], SURVEY);

    expect(now).toMatch(/Jan 2024: cash 4\.8%.*5\.3% the reading before, Oct 2023/s);
    expect(october).toMatch(/Oct 2023: cash 5\.3%/);
    expect(source).toMatch(/Investing\.com, 17 Oct 2023.*https:\/\/au\.investing\.com/s);
  });

  it('a survey that is not held is refused by name', async () => {
    await expect(thread(['aaii?'], SURVEY)).rejects.toThrow(/No AAII survey is held\. Held: BofA/);
  });
});
