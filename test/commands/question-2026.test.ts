/**
 * The thirty questions on 21 August 2026. Figures are constants worked out from the files of ../shared/data by scripts of
 * their own: closes from prices/, claims from macro/ICSA.csv, odds from the settlements of fedfunds/ZQ.csv (steps of 10.46,
 * 5.54, 10.41, 4.59 and 7.32 bp for the five meetings to March 2027, decision day counted as old). A post of odds is of the
 * next meeting, 16 September: 41.9% a hike, 38.3% a session and 69.7% a month before (July's and September's steps of 21 July).
 */
import { expect, it } from 'vitest';
import type { Message } from '../../src/messages/message.ts';
import { showAsk } from '../../src/show-ask.ts';
import { describeWithData } from '../support/data-folder.ts';
import { desk } from '../support/desk.ts';
import { QUESTIONS } from '../support/questions.ts';

const DAY = '2026-08-21';
const { call } = desk();
const words = ({ text, blocks }: Message) =>
  `${text}\n${JSON.stringify(blocks)}`.replaceAll('&amp;', '&').replaceAll('\u00a0', ' ');

interface Expected {
  readonly must: readonly RegExp[];
  readonly trap?: RegExp;
}

const WANTED: Readonly<Record<string, Expected>> = {
  SC01: {
    must: [/9\.49 pp/, /Russell 2000 \+21\.59%/, /S&P 500 \+12\.11%/, /31 Dec 2025/, /Fri 21 Aug 2026/],
    trap: /IWM|SPY/,
  },
  SC03: { must: [/31 Dec 2025/, /2,481\.91/, /6,845\.50/], trap: /from 1 January/ },
  SC05: { must: [/−1\.65%/, /14 Aug 2026/, /3,068\.42/, /5 sessions/, /−2\.48%/, /20 Aug 2026/] },
  SC07: {
    must: [
      /11 Dec 2025/,
      /30 Mar 2026 \*−6\.82%/,
      /low of 30 Mar 2026 \*−7\.17%/,
      /20 Mar 2026 \*−5\.87%/,
      /\+16\.49%/,
    ],
    trap: /approximately/,
  },
  SC09: {
    must: [
      /record close, Russell 2000 at least 5% below/,
      /21 cases/,
      /any day/i,
      /1M.*3M.*6M.*12M/s,
      /worst/i,
      /overlap/,
    ],
  },
  SC11: { must: [/53 days, 36 sessions/, /fastest of 14 completed on closes/, /8 Apr 2025/, /\*5th\*/, /not mixed/] },
  SC13: { must: [/Not behind on the last session/, /21 Aug 2026/, /13 sessions/, /unrounded/, /tie/] },
  SC15: {
    must: [/\+13\.16%/, /\+10\.13%/, /31 Jul 2026/, /\+27\.33%/, /not a contribution/, /RSP ends on 31 Jul 2026/],
  },
  SC17: { must: [/above \*?\+8\.00 pp/, /now \+9\.49 pp/, /below \*\+7\.50 pp/, /true already/, /Stop/], trap: /8%/ },
  SC19: { must: [/Fri 21 Aug 2026/, /close \(16:00 ET\), not intraday/, /settlement/, /Fetched/] },
  FO01: {
    must: [
      /17 Mar 2027/,
      /hike 84\.7%/,
      /350–375 15\.3%/,
      /375–400 35\.9%/,
      /450–475 2\.7%/,
      /sums to 100%/,
      /\+38 bp/,
    ],
  },
  FO03: { must: [/84\.7%/, /29\.3%/, /78\.4%/, /27 Jan 2027/, /FedWatch’s headline/] },
  FO05: { must: [/No cuts/, /1\.1 hikes/, /3\.89%/, /EFFR 3\.63%/, /\+26 bp/, /ZQX26 96\.210/] },
  FO07: {
    must: [
      /41\.9%/,
      /settlement of 21 Aug 2026/,
      /FedWatch method/,
      /rounded once/,
      /cmegroup\.com/,
      /not changed to match/,
    ],
  },
  FO09: { must: [/ZQQ26 96\.370/, /ZQV26 96\.260/, /ZQX26 96\.210/, /ZQU26.*does not enter/, /\+10\.5 bp/] },
  FO11: {
    must: [
      /16 Sep 2026: 0%/,
      /\*9\.3%\* by 28 Oct 2026/,
      /\*24\.3%\* by 9 Dec 2026, 28\.2% for 50 bp or more/,
      /read as basis points/,
    ],
  },
  FO13: { must: [/84\.7%/, /highest/, /lowest/, /"type":"chart"/] },
  FO15: { must: [/of 292 meetings at 26 days/, /−27\.8 pp/, /sample/] },
  FO17: { must: [/291 meetings at 17 sessions/, /Brier/, /base rate/] },
  FO19: {
    must: [/odds of a hike by 9 Jun 2027/, /above \*?60\.0%/, /below \*55\.0%/, /ends with the meeting of 9 Jun 2027/],
  },
  ST01: { must: [/7,600/, /stated/, /31 Dec 2026/, /−0\.97%/], trap: /2,244/ },
  ST03: { must: [/31 Dec 2026/, /year-end target/i, /132 days/] },
  ST07: { must: [/6 scored calls/, /−22\.16 pp/, /naive/, /N is 6/, /No open call|0 open/] },
  ST09: { must: [/N = 1/, /30 Jun 2021/, /−26\.08%/, /−11\.92%/, /nothing follows/] },
  ST11: { must: [/CME prices/, /Yahoo Finance/, /Oppenheimer/, /https:\/\//], trap: /Kostin/ },
  ST13: { must: [/over 120 days old/, /7,650/, /7,700/, /8,100/, /7,100/, /26 Nov 2025 to 31 Dec 2025/] },
  ST15: { must: [/same horizon/, /N is 0/, /never paired/] },
  ST17: { must: [/204,000/, /206,000/, /−4,000/, /189,000/, /259,000/, /20 Aug 2026/, /as the data stand now/] },
  ST19: { must: [/different things/, /16 Jan 2024/, /38\.3%/, /41\.9%/, /targets survey/, /fedodds/] },
};

describeWithData(`the thirty questions on ${DAY}`, () => {
  it.each(QUESTIONS.filter(({ id }) => WANTED[id]))('$id “$text”', async ({ id, text, on, as }) => {
    const { answers } = await showAsk([text], on.replace('2024-01-22', DAY), call);
    const [answer] = answers;
    const said = answer ? words(answer.message) : '';

    expect(answer?.as).toBe(as);
    for (const pattern of WANTED[id]?.must ?? []) expect(said).toMatch(pattern);
    if (WANTED[id]?.trap) expect(said).not.toMatch(WANTED[id]?.trap);
  });

  it('ST05: no call stands on the Russell 2000, and that is what is said', async () => {
    const asked = showAsk(['who is most bullish on small caps'], `morning asof ${DAY}`, call);

    await expect(asked).rejects.toThrow(/No standing call on the Russell 2000/);
  });
});
