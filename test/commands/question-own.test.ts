import { expect, it } from 'vitest';
import type { Message } from '../../src/messages/message.ts';
import { showAsk } from '../../src/show-ask.ts';
import { describeWithData } from '../support/data-folder.ts';
import { desk } from '../support/desk.ts';

const { call } = desk();
const words = ({ text, blocks }: Message) =>
  `${text}\n${JSON.stringify(blocks)}`.replaceAll('&amp;', '&').replaceAll('\u00a0', ' ');

async function asked(on: string, question: string): Promise<string> {
  const { answers } = await showAsk([question], on, call);
  return words(answers.at(-1)?.message ?? { text: '', blocks: [], charts: [], numbers: [], asOf: '' });
}

/** Figures counted from the price and settlement files by another program. */
describeWithData('own history, challenges and odds asked in other words', () => {
  it.each<[on: string, question: string, must: readonly RegExp[], trap: RegExp]>([
    [
      'morning asof 2022-06-16',
      'how many record closes did the s&p have in 2022',
      [/1 record close /, /3 Jan 2022/],
      /held back/,
    ],
    ['morning asof 2024-01-22', 'number of all time highs in 2021 for the s&p', [/70 record closes/], /held back/],
    ['morning asof 2024-01-22', 'how many times did the russell close at a record in 2021', [/17 record/], /held back/],
    ['morning asof 2026-08-21', 'when was the biggest ytd lead this year', [/\+13\.85 pp/, /26 Jun 2026/], /held back/],
    ['morning asof 2026-08-21', 'biggest lead ever ytd', [/\+25\.71 pp/, /7 Mar 2000/], /held back/],
    ['morning asof 2024-01-22', 'largest ytd lag of 2023', [/−18\.17 pp/, /10 Nov 2023/], /so far/],
    ['morning asof 2024-01-22', 'best and worst day for rut this year', [/−2\.66%/, /\+2\.01%/], /held back/],
    ['morning asof 2024-08-05', 'open high low close s&p pls', [/5,250\.89/, /5,119\.26/, /5,186\.33/], /held back/],
    ['morning asof 2024-01-22', 'average january for the russell', [/\+0\.69%/, /36 years/, /−11\.20%/], /held back/],
    // −6.98% would be against the intraday high of 29 December, which is no base of a return.
    ['/smallcaps ytd asof 2024-01-22', 'yahoo says -7% ytd, who is right', [/2,027\.07/, /−2\.16%/], /6\.98/],
    ['morning asof 2024-01-22', 'what were march odds on 13 dec 2023', [/20 Mar 2024/, /80\.3%/], /22 Mar 2023/],
    [
      'alert smallcap-divergence asof 2024-01-22',
      'bloomberg terminal says the pullback from dec is 6.9, yours reads 4.0?? which one do i print',
      [/2,066\.21/, /−6\.90%/, /−4\.01%/],
      /9\.64/,
    ],
    [
      'morning asof 2024-01-22',
      'my screen: RTY -3.2% on the year. u say -2.16. wrong?',
      [/−2\.16%/, /−3\.26%/],
      /cut by/,
    ],
    ['morning asof 2024-01-22', 'Yahoo shows IWM -2.1% ytd, you -2.16?', [/IWM, −2\.08%/, /−2\.16%/], /fits/],
    [
      'alert smallcap-divergence asof 2024-01-22',
      'bespoke says 48 days low to high, you have 53. which',
      [/48 days, 33 sessions/, /53 days, 36 sessions/],
      /held back/,
    ],
    ['alert odds-shift asof 2024-08-05', 'polymarket 88 percent for 50 in sept, u?', [/78\.0%/], /12\.0 pp/],
    [
      '/fedodds march asof 2024-01-19',
      'how did u calc the 47%? contracts n prices',
      [/49\.6%/, /“47%” is not ours/],
      /held back/,
    ],
    ['/fedodds march asof 2024-01-22', 'what did FFM4 settle at', [/ZQM24 95\.115/, /4\.885%/], /ZQH24/],
    [
      'alert odds-shift asof 2024-08-05',
      'did payrolls do that',
      [/−11\.0 bp/, /2 Aug 2024/, /do not tell/],
      /held back/,
    ],
    ['/fedodds march asof 2024-01-22', 'prob of no change thru may', [/1 May 2024/, /15\.3%/], /held back/],
    ['morning asof 2024-01-22', 'effr now?', [/5\.33%/], /cannot/],
    ['morning asof 2023-03-13', 'has march ever moved this much in one day', [/−35\.0 pp/, /2nd/], /held back/],
  ])('%s: “%s”', async (on, question, must, trap) => {
    const said = await asked(on, question);

    for (const pattern of must) expect(said).toMatch(pattern);
    expect(said).not.toMatch(trap);
  });
});
