import { expect, it } from 'vitest';
import type { Message } from '../../src/messages/message.ts';
import { showAsk } from '../../src/show-ask.ts';
import { describeWithData } from '../support/data-folder.ts';
import { desk } from '../support/desk.ts';

const { call } = desk();
const words = ({ text, blocks }: Message) =>
  `${text}\n${JSON.stringify(blocks)}`.replaceAll('&amp;', '&').replaceAll('\u00a0', ' ');

async function last(on: string, ...questions: readonly string[]): Promise<string> {
  const { answers } = await showAsk(questions, on, call);
  return words(answers.at(-1)?.message ?? { text: '', blocks: [], charts: [], numbers: [], asOf: '' });
}

/** Figures read from the settlement files by hand: prices of the two anchor months, 25 bp a move. */
describeWithData('odds asked in other words', () => {
  it.each<[on: string, questions: readonly string[], must: readonly RegExp[], trap: RegExp]>([
    [
      '/fedodds september asof 2024-08-05',
      ['polymarket is at 60 for 50bp cut. you have 78'],
      [/78\.0%/, /Polymarket\* is a prediction market/],
      /CME FedWatch|cmegroup|100% here/,
    ],
    [
      'alert odds-shift asof 2024-01-22',
      ['bloomberg WIRP shows 44% for march'],
      [/42\.6%/, /theirs: Bloomberg WIRP/],
      /cmegroup|approximately/,
    ],
    [
      'alert odds-shift asof 2024-01-22',
      ['so is that the prob of the first cut being in march'],
      [/41\.6%/, /99\.0%/, /42\.0%/, /42\.6%/],
      /approximately/,
    ],
    [
      'alert odds-shift asof 2024-01-22',
      ['how do you get from the futures price to 42.6%'],
      [/5\.325%/, /5\.220%/, /ZQG24 94\.675/, /ZQJ24 94\.780/, /ZQH24/],
      /held back/,
    ],
    [
      '/fedodds march asof 2024-01-22',
      ['total easing priced in bp through september'],
      [/18 Sep 2024/, /−98 bp/],
      /held back/,
    ],
    [
      'morning asof 2024-01-22',
      ['what is the current fed funds range'],
      [/525–550 bp/, /27 Jul 2023/, /5\.33%/],
      /held back/,
    ],
    ['morning asof 2024-01-22', ['terminal rate?'], [/3\.98%/, /18 Dec 2024/], /held back/],
    ['morning asof 2024-01-22', ['odds of a hike in january'], [/hike 0%/, /31 Jan 2024/], /held back/],
    ['/fedodds september asof 2024-08-05', ['50 odds', 'a week ago'], [/11\.3%/, /78\.0%/], /31 Jul 2024, 0%/],
    [
      '/fedodds september asof 2024-08-05',
      ['show me a chart of september 50bp odds since june'],
      [/50 bp cut by 18 Sep/, /78\.0% on 5 Aug/],
      /[Aa]ny cut/,
    ],
  ])('under “%s”: %j', async (on, questions, must, trap) => {
    const answer = await last(on, ...questions);

    for (const pattern of must) expect(answer).toMatch(pattern);
    expect(answer).not.toMatch(trap);
  });

  it('holds a figure that is quoted against ours, not ours against itself', async () => {
    const on = 'alert smallcap-divergence asof 2024-01-22';

    expect(await last(on, 'why do u say -4 when yahoo shows -7 from the december high')).toMatch(
      /“-7” fits Thursday’s close/,
    );
    expect(await last(on, 'someone on the desk says it was 7.4 not 4.0')).toMatch(/“7\.4” fits Wednesday’s close/);
    expect(await last(on, 'bloomberg has it 7pct below the dec peak. you show 4. whos right?')).toMatch(
      /−7\.34%.*quote −4\.01%/,
    );
  });

  it('answers for the fund that is named', async () => {
    const answer = await last('morning asof 2024-01-22', 'how did iwm do vs spy ytd');

    expect(answer).toMatch(/IWM −2\.08%, SPY \+1\.71%/);
    expect(answer).not.toMatch(/Russell 2000 −2\.16%/);
  });
});
