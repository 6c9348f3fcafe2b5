import { expect, it } from 'vitest';
import type { Message } from '../../src/messages/message.ts';
import { showAsk } from '../../src/show-ask.ts';
import { describeWithData } from '../support/data-folder.ts';
import { desk } from '../support/desk.ts';

const { call } = desk();
const words = ({ text, blocks }: Message) =>
  `${text}\n${JSON.stringify(blocks)}`.replaceAll('&amp;', '&').replaceAll('\u00a0', ' ');

async function said(on: string, question: string): Promise<string> {
  const { answers } = await showAsk([question], on, call);
  const [answer] = answers;
  if (!answer) throw new Error('no answer');
  return `${answer.as} ${words(answer.message)}`;
}

describeWithData('days, courtesy and everyday English on real data', () => {
  // Worked out from the daily closes and settlements apart from this code.
  it.each([
    ['morning asof 2024-08-05', 'what did the russell do between 10 and 16 july', /^lag .*\+10\.33%/],
    ['morning asof 2023-03-13', 'rut from last wed to monday', /^lag .*−7\.19%/],
    [
      'morning asof 2022-06-16',
      'Could you kindly tell me how far the Russell trails since new year?',
      /^lag .*3\.45 pp/,
    ],
    ['morning asof 2023-03-13', 'how many cuts did the strip have for dec 23', /^fed-path .*13 Dec 2023/],
    ['/targets spx asof 2026-08-21', 'whats consensus spx dec 26', /^consensus .*31 Dec 2026.*7,650/s],
    ['/fedodds march asof 2024-01-22', 'graph of this since halloween', /^odds-history .*31 Oct 2023/],
    ['alert odds-shift asof 2024-01-22', 'plot march cut probability since payrolls', /^odds-history .*5 Jan/],
    ['/fedodds march asof 2024-01-22', 'graph it since the election', /^unheld .*Which days\?/],
    ['morning asof 2024-01-19', 'when was the previous spx record before friday', /^highs .*4,796\.56 on 3 Jan 2022/s],
    ['morning asof 2022-06-16', 'what are futs saying for july', /^odds .*13\.8%/s],
    ['morning asof 2026-08-21', 'Would you give me the October odds?', /^odds .*28 Oct 2026.*45\.3%/s],
    ['morning asof 2024-01-22', 'what level on the russell puts ytd at zero', /^needed .*2,027\.07.*\+2\.20%/s],
    ['morning asof 2024-01-22', 'how did tech do', /^lag .*XLK \+4\.45% year to date;/s],
    ['morning asof 2024-01-22', 'how bad was friday', /^lag .*on the day.*\+1\.08%/],
    ['morning asof 2024-01-22', 'nasdaq ytd', /^lag .*Nasdaq Composite \+2\.32% year to date;/s],
    ['morning asof 2024-01-22', '2y and 10y', /^macro \+ macro /],
    ['/smallcaps recovery asof 2026-08-21', 'avg fwd returns after these recoveries, worst one too', /^after /],
    ['morning asof 2024-01-22', 'ever gone from one year low to one year high faster than this', /^recovery .*53 days/],
    [
      '/smallcaps recovery asof 2023-03-13',
      'how many sessions did the quickest low-to-high take n when',
      /52 sessions/,
    ],
    ['/targets spx asof 2024-01-22', 'median strategist 2024 and how far are we', /^consensus (?!\+)/],
    ['/smallcaps ytd asof 2024-01-22', 'how far under water is it, and what day was the peak', /^highs (?!\+)/],
    ['morning asof 2026-08-21', 'only tech driving it, or is the equal-weighted one also ahead?', /^breadth (?!\+)/],
    ['/smallcaps ytd asof 2024-08-05', 'how far behind and what are the september odds', /^lag \+ odds /],
    ['alert smallcap-divergence asof 2024-01-19', 'warn when the spread is above 6,5 points', /^alert .*6\.50 pp/s],
  ])('%s: “%s”', async (on, question, expected) => {
    expect(await said(on, question)).toMatch(expected);
  });

  it('a size of move beside a level is named, not taken for a second level', async () => {
    await expect(said('morning asof 2024-08-05', 'buzz me if 50 in sept gets to 90%')).rejects.toThrow(/50 bp/);
  });
});
