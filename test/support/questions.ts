/** The thirty questions with what an answer must hold on the replay of 22 January 2024: published facts and hand-read figures. */

export interface Asked {
  readonly id: string;
  readonly on: string;
  readonly text: string;
  readonly as: string;
  /** Each must stand in the answer's text or blocks. */
  readonly must: readonly RegExp[];
  /** None may. */
  readonly trap?: RegExp;
}

const MORNING = 'morning asof 2024-01-22';
const GAP = 'alert smallcap-divergence asof 2024-01-22';
const ODDS = 'alert odds-shift asof 2024-01-22';
const CALL = 'alert target-change asof 2024-01-22';
const SURVEY = 'alert survey asof 2024-01-22';

export const QUESTIONS: readonly Asked[] = [
  {
    id: 'SC01',
    on: MORNING,
    text: 'how far behind are small caps ytd',
    as: 'lag',
    must: [/3\.85 pp/, /Russell 2000 −2\.16%/, /S&P 500 \+1\.69%/, /29 Dec 2023/, /Mon 22 Jan 2024/],
    trap: /IWM|SPY|\b2 Jan/,
  },
  {
    id: 'SC03',
    on: GAP,
    text: 'whats the base for that',
    as: 'base',
    must: [/29 Dec 2023/, /2,027\.07/, /4,769\.83/],
    trap: /from 1 January/,
  },
  {
    id: 'SC05',
    on: GAP,
    text: 'how far off the highs and when was the high?',
    as: 'highs',
    must: [/−18\.81%/, /8 Nov 2021/, /−4\.01%/, /27 Dec 2023/, /552 sessions/, /16 sessions/],
  },
  {
    id: 'SC07',
    on: GAP,
    text: 'yahoo says 7% off the december high, you say 5.9. who is right',
    as: 'challenge-price',
    must: [
      /Both, on different days/,
      /Friday’s close \*−5\.90%/,
      /Thursday’s close \*−6\.90%/,
      /Friday’s low \*−7\.34%/,
      /−7\.41%/,
      /Thu 18 Jan 1,923\.65/,
    ],
    trap: /approximately/,
  },
  {
    id: 'SC09',
    on: GAP,
    text: 'and what happened next',
    as: 'after',
    must: [/\+3\.91%/, /any day/i, /1M.*3M.*6M.*12M/s, /mean/, /% up/, /worst/i, /18 cases/, /overlap/],
  },
  {
    id: 'SC11',
    on: GAP,
    text: 'fastest 52w low to 52w high ever? top 10',
    as: 'recovery',
    must: [
      /53 days, 36 sessions/,
      /27 Oct 2023 to 19 Dec 2023/,
      /of 13 completed on closes/,
      /48 days.*33 sessions intraday/,
      /not mixed/,
    ],
  },
  {
    id: 'SC13',
    on: MORNING,
    text: 'how many days in a row has it lagged',
    as: 'streak',
    must: [/1 session/, /22 Jan 2024/, /13 sessions/, /unrounded/, /tie/],
  },
  {
    id: 'SC15',
    on: GAP,
    text: 'is it just mega tech? what about equal weight',
    as: 'breadth',
    must: [/RSP/, /−0\.74%/, /XLK/, /not a contribution/],
  },
  {
    id: 'SC17',
    on: GAP,
    text: 'ping me here if the gap goes past 8 points',
    as: 'alert',
    must: [/year-to-date gap/, /below \*?−8\.00 pp/, /above \*−7\.50 pp/, /16:20 ET/, /Stop/],
    trap: /8%/,
  },
  {
    id: 'SC19',
    on: MORNING,
    text: 'as of when is this',
    as: 'as-of',
    must: [/Mon 22 Jan 2024/, /close \(16:00 ET\), not intraday/, /Yahoo Finance/, /Fetched/, /stale/i],
  },
  {
    id: 'FO01',
    on: MORNING,
    text: 'whats priced for march',
    as: 'odds',
    must: [/20 Mar 2024/, /500–525 42\.2%/, /525–550 57\.4%/, /sums to 100%/, /−10\.8 bp/],
  },
  {
    id: 'FO03',
    on: ODDS,
    text: 'is that AT the march meeting or BY march',
    as: 'odds-at-by',
    must: [/42\.6%/, /42\.0%/, /FedWatch’s headline/, /31 Jan/],
  },
  {
    id: 'FO05',
    on: MORNING,
    text: 'how many cuts by december now',
    as: 'fed-path',
    must: [/5\.4 cuts/, /3\.98%/, /EFFR 5\.33%/, /−134 bp/, /ZQ[FGZ]2[45]/],
  },
  {
    id: 'FO07',
    on: ODDS,
    text: 'cme site shows 41.6, you have 42.3',
    as: 'challenge-odds',
    must: [
      /last trade of 22 Jan 2024/,
      /FedWatch method/,
      /rounded once/,
      /https:\/\/www\.cmegroup\.com/,
      /Quote/,
      /not changed to match/,
    ],
  },
  {
    id: 'FO09',
    on: ODDS,
    text: 'which contract and price is behind it',
    as: 'odds-inputs',
    must: [/ZQG24 94\.675/, /ZQJ24 94\.780/, /ZQH24.*does not enter/, /22 Jan/],
  },
  {
    id: 'FO11',
    on: MORNING,
    text: 'chance of 50',
    as: 'odds-size',
    must: [/50 bp cut by/, /50 bp or more/, /read as basis points/],
  },
  {
    id: 'FO13',
    on: ODDS,
    text: 'chart march odds since the dec fomc',
    as: 'odds-history',
    must: [/13 Dec 2023/, /91\.9%.*highest|highest.*91\.9%/s, /42\.6%/, /"type":"chart"/],
  },
  {
    id: 'FO15',
    on: ODDS,
    text: 'is a 48 point drop in a month a lot',
    as: 'odds-move-rank',
    must: [/24th largest of 273 meetings at 58 days/, /−49\.3 pp/, /7 Feb 1990 to 20 Mar 2024/],
  },
  {
    id: 'FO17',
    on: ODDS,
    text: 'how often are these odds right this far out',
    as: 'calibration',
    must: [
      /meetings at 41 sessions out, as far as now/,
      /Brier score there, base rate/,
      /"60".{1,40}"0\.274".{1,40}"0\.614".{1,80}"268"/,
    ],
  },
  {
    id: 'FO19',
    on: ODDS,
    text: 'tell me if june goes over 60',
    as: 'alert',
    must: [/odds of a cut by 12 Jun 2024/, /above \*?60\.0%/, /below \*55\.0%/, /ends with the meeting of 12 Jun 2024/],
  },
  {
    id: 'ST01',
    on: MORNING,
    text: 'whats goldmans target in points',
    as: 'target',
    must: [/2,244/, /derived/, /1,950\.96/, /12 Jan 2024/, /published the per cent, not the level/],
  },
  {
    id: 'ST03',
    on: CALL,
    text: '12 months from when',
    as: 'horizon',
    must: [/12 Jan 2024 to 12 Jan 2025/, /Not a year-end target/],
  },
  {
    id: 'ST05',
    on: MORNING,
    text: 'who is most bullish on small caps',
    as: 'ranking',
    must: [/Fundstrat \(Tom Lee\)/, /\+53\.30%/, /15 Dec 2023/, /active/, /5 calls.*2 firms/],
  },
  {
    id: 'ST07',
    on: MORNING,
    text: 'track record of these guys',
    as: 'track-record',
    must: [/Nothing to score yet/, /5 open calls/],
  },
  {
    id: 'ST09',
    on: SURVEY,
    text: 'and what happened after june 2021',
    as: 'survey-after',
    must: [/N = 1/, /30 Jun 2021/, /−26\.08%/, /nothing follows/],
  },
  {
    id: 'ST11',
    on: MORNING,
    text: 'source?',
    as: 'source',
    must: [/Yahoo Finance/, /Kostin/, /12 Jan 2024/, /https:\/\/finance\.yahoo\.com/, /roughly 15%/],
  },
  {
    id: 'ST13',
    on: MORNING,
    text: 'street consensus for year end vs here',
    as: 'consensus',
    must: [/mean 4,950/, /median 5,050/, /n 4/, /5,200/, /4,500/, /13 Nov 2023 to 9 Jan 2024/, /\+2\.05%/, /Left out/],
  },
  {
    id: 'ST15',
    on: MORNING,
    text: 'are they more bullish on small than large',
    as: 'small-v-large',
    must: [/same horizon/, /N is 0/, /never paired/],
  },
  {
    id: 'ST17',
    on: MORNING,
    text: 'claims trending up?',
    as: 'macro',
    must: [
      /187,000\*? latest as first printed/,
      /202,000.*as the data stand now/,
      /195,000/,
      /259,000/,
      /released 18 Jan 2024/,
    ],
  },
  {
    id: 'ST19',
    on: SURVEY,
    text: 'doesnt that contradict the odds alert yesterday',
    as: 'synthesis',
    must: [
      /different things/,
      /930 days.*published 16 Jan 2024.*what managers expect/,
      /49\.6%\* cut by 20 Mar, 19 Jan 2024: what futures price.*42\.6% on 22 Jan 2024/,
      /Posts: the survey alert of Mon 22 Jan 2024; the odds alert of Fri 19 Jan 2024, 16:20 ET/,
    ],
    trap: /agree|confirms (it|that)|consistent|in line/,
  },
];
