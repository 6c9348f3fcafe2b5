import { expect, it } from 'vitest';
import type { Message } from '../../src/messages/message.ts';
import { showAsk } from '../../src/show-ask.ts';
import { describeWithData } from '../support/data-folder.ts';
import { desk } from '../support/desk.ts';

const { call } = desk();
const words = ({ text, blocks }: Message) =>
  `${text}\n${JSON.stringify(blocks)}`.replaceAll('&amp;', '&').replaceAll('\u00a0', ' ');
const MORNING = 'morning asof 2024-01-22';

async function asked(on: string, ...questions: readonly string[]) {
  const { answers } = await showAsk(questions, on, call);
  return answers;
}

describeWithData('two questions in one text', () => {
  it('are both answered, in order, each with its labels', async () => {
    const [answer] = await asked(
      '/smallcaps ytd asof 2024-01-22',
      'how far behind are small caps ytd and whats priced for march?',
    );

    expect(answer?.as).toBe('lag + odds');
    expect(words(answer?.message ?? never())).toMatch(/3\.85 pp.*Caveat.*42\.6%.*Caveat/s);
  });

  it('the thread goes on from the second', async () => {
    const answers = await asked('/smallcaps ytd asof 2024-01-22', 'gap ytd? march odds?', 'same for may');

    expect(answers[1]?.as).toBe('odds');
    expect(words(answers[1]?.message ?? never())).toContain('1 May 2024');
  });

  it('a third waits on a button', async () => {
    const [answer] = await asked(
      '/smallcaps ytd asof 2024-01-22',
      'gap ytd? march odds? who is most bullish on small caps?',
    );

    expect(words(answer?.message ?? never())).toMatch(/Left for the next reply.*ask_5/s);
  });

  it('a second that cannot be answered says why, and the first stands', async () => {
    const [answer] = await asked('/smallcaps ytd asof 2024-01-22', 'gap ytd? what is priced for march 2031?');

    expect(words(answer?.message ?? never())).toMatch(/3\.85 pp/);
    expect(answer?.understood).toBe(true);
  });

  it('one question with two halves is one answer', async () => {
    const [both] = await asked('/smallcaps divergence asof 2024-01-22', 'how far off the highs and when was the high?');
    const [quarrel] = await asked(
      '/smallcaps divergence asof 2024-01-22',
      'yahoo says 7% off the december high, you say 5.9. who is right',
    );

    expect([both?.as, quarrel?.as]).toEqual(['highs', 'challenge-price']);
  });
});

// Figures below were worked out from RUT.csv, GSPC.csv and XLK.csv by a script of its own.
describeWithData('stretches of days, needed closes and superlatives', () => {
  it.each([
    ['gap in 2022', /Behind by 2\.12 pp from 31 Dec 2021 to 30 Dec 2022.*−21\.56%.*−19\.44%/s],
    ['gap from 27 oct to 27 dec', /Ahead by 10\.09 pp.*\+26\.22%.*\+16\.13%/s],
    ['how did small caps do between march and june', /Behind by 12\.53 pp.*−0\.44%.*\+12\.10%/s],
    ['gap last summer', /Ahead by 0\.73 pp.*\+8\.57%.*\+7\.84%/s],
    ['gap since the oct low', /Ahead by 3\.36 pp since 27 Oct 2023/],
    ['gap since the last fomc', /Behind by 1\.20 pp since 13 Dec 2023/],
    ['how did small caps do in december', /Ahead by 7\.63 pp.*\+12\.05%.*\+4\.42%/s],
    ['ytd gap a month ago', /Behind by 8\.35 pp.*Fri 22 Dec 2023/s],
    ['what does rut need to close at to be flat on the year', /2,027\.07: the close.*\+2\.20%.*\+43\.69 points/s],
    ['how much would the russell have to rally to catch up with the s&p', /2,061\.32: the close.*\+3\.93%/s],
    ['how much to get back to the record', /2,442\.74: the close.*\+23\.16%/s],
    ['biggest one day lag this year', /−1\.86 pp on Wed 3 Jan 2024/],
    ['worst month since 2000 for the russell', /−21\.90% in March 2020/],
    ['when was the gap last this wide', /Fri 19 Jan 2024: −5\.55 pp.*−9\.14 pp\* on Fri 29 Dec 2023/s],
    ['when did small caps last lead ytd', /Fri 10 Mar 2023: \+0\.07 pp/],
    ['bloomberg has small caps 5.5 points behind, you say 3.85', /is true on Fri 19 Jan 2024.*−5\.55 pp/s],
    ['small caps behind by 6.6 says reuters', /against technology.*−6\.61 pp/s],
    ['gap as a table', /YTD.*−3\.85.*1Y.*−15\.88/s],
    ['gap ytd in points', /−43\.69.*index points.*\+80\.60/s],
  ])('“%s”', async (text, pattern) => {
    const [answer] = await asked(MORNING, text);

    expect(words(answer?.message ?? never())).toMatch(pattern);
  });

  it.each(['gap since the election', 'small caps pizza', 'p/e of the russell'])(
    '“%s” is not answered with the headline figure',
    async (text) => {
      const [answer] = await asked(MORNING, text);

      expect(answer?.understood).toBe(false);
      expect(words(answer?.message ?? never())).not.toContain('3.85');
    },
  );
});

function never(): never {
  throw new Error('no answer');
}
