import { describe, expect, it } from 'vitest';
import { contractsNamed } from '../../src/questions/answer-contract.ts';
import { parseQuestion } from '../../src/questions/parse-question.ts';
import type { PostSnapshot } from '../../src/questions/post-snapshot.ts';
import type { Kind, Reading, Slots } from '../../src/questions/question.ts';
import { pastDecisionIn } from '../../src/questions/slots-own.ts';

const NOW = Temporal.Instant.from('2024-01-23T03:00:00Z');
const DAY = '2024-01-22';

function read(text: string, on: string): Reading {
  const kind = on === 'morning' ? 'morning' : 'alert';
  const post: PostSnapshot = {
    ...{ team: 'T', channel: 'C', ts: '1', kind, asOf: DAY, numbers: [] },
    command: `${on} asof ${DAY}`,
  };
  return parseQuestion(text, { post, turns: [] }, NOW);
}

const kindOf = (reading: Reading) => (reading.kind === 'question' ? reading.question.kind : reading.kind);
const slotsOf = (reading: Reading): Partial<Slots> => (reading.kind === 'question' ? reading.question.slots : {});

describe('own history, challenges and odds in other words', () => {
  it.each<[Kind, string, string]>([
    ['records', 'morning', 'how many record closes did the s&p have in 2022'],
    ['records', 'morning', 'how many new highs in spx this year'],
    ['records', 'morning', 'how many times did the russell close at a record in 2021'],
    ['records', 'morning', 'record count ytd'],
    ['highs', 'morning', 'how many days since the record'],
    ['day-prices', 'morning', 'what was the hi and lo today on rut'],
    ['day-prices', 'morning', 'open high low close s&p pls'],
    ['day-prices', 'morning', 's&p range on friday'],
    ['day-prices', 'morning', 'hi/lo spx'],
    ['day-prices', 'morning', 'where did rut open'],
    ['consensus', '/targets spx', 'high and low of the targets'],
    ['extreme', 'morning', 'best and worst day for rut this year'],
    ['extreme', 'morning', 'biggest gain and biggest loss this year rut'],
    ['extreme', 'morning', 'when was the biggest ytd lead this year'],
    ['extreme', 'morning', 'has the russell ever moved this much in a day'],
    ['seasonality', 'morning', 'average january for the russell'],
    ['seasonality', 'morning', 'how does the russell usually do in january'],
    ['odds-move-rank', '/fedodds march', 'pctile of the drop?'],
    ['odds-move-rank', '/fedodds march', 'big or small by history? 45 pts in 4 wks'],
    ['odds-move-rank', 'morning', 'has march ever moved this much in one day'],
    ['calibration', '/fedodds march', 'when fedwatch says 40 how often does it happen'],
    ['calibration', '/fedodds march', 'how often does 40% come true'],
    [
      'challenge-price',
      '/smallcaps divergence',
      'bloomberg terminal says the pullback from dec is 6.9, yours reads 4.0??',
    ],
    [
      'challenge-price',
      '/smallcaps divergence',
      'a client insists russell is down seven per cent from its december peak; explain',
    ],
    ['challenge-price', 'morning', 'my screen: RTY -3.2% on the year. u say -2.16. wrong?'],
    ['challenge-price', '/smallcaps divergence', 'pm claims the russell lost 7 percent from december, wrong?'],
    ['recovery', '/smallcaps divergence', 'bespoke says 48 days low to high, you have 53. which'],
    ['challenge-odds', '/fedodds march', 'polymarket 88 percent for 50 in sept, u?'],
    ['odds-at-by', '/fedodds march', 'march alone or everything up to march'],
    ['odds-at-by', '/fedodds march', 'does that figure include moves at the earlier meetings'],
    ['odds-at-by', '/fedodds march', 'the chance they go in sept or that theyve gone by sept'],
    ['odds-inputs', '/fedodds march', 'what did FFG4 and FFJ4 settle at'],
    ['odds-size', 'morning', 'any 50 left for march?'],
    ['odds-why', '/fedodds march', 'did payrolls do that'],
    ['odds-why', '/fedodds march', 'how much of that was nfp'],
    ['fed-range', 'morning', 'effr now?'],
    ['define', 'morning', 'what is effr'],
    ['odds', 'morning', 'is may live'],
    ['macro', 'morning', 'claims trending up'],
    ['lag', 'morning', 'what did small caps do on the day of the dec fomc'],
    ['highs', '/smallcaps divergence', 'intraday high vs closing high, how far off each'],
    ['challenge-odds', 'morning', 'Reuters wrote below 42% for a March cut, does it square with yours'],
    ['macro', '/backdrop', 'what did retail sales do'],
    ['track-record', '/targets spx', 'best and worst call'],
  ])('%s under %s: “%s”', (kind, on, text) => {
    expect(kindOf(read(text, on))).toBe(kind);
  });

  it.each<[string, Partial<Slots>]>([
    ['prob of no change thru may', { month: 5, word: 'hold' }],
    ['jumbo cut probability may', { month: 5, sizes: [50] }],
    ['what was may on the day of the dec fomc', { month: 5, asOf: '2023-12-13' }],
    ['where was march going into the dec meeting', { month: 3, asOf: '2023-12-12' }],
    ['odds of a cut at the march meeting', { month: 3 }],
    ['biggest ytd lead this year', { superlative: { ask: 'running', length: 'year', side: 'high', of: 'gap' } }],
  ])('“%s” has its values', (text, slots) => {
    expect(slotsOf(read(text, '/fedodds march'))).toMatchObject(slots);
  });

  it('a number in words may be a decimal', () => {
    const { figures } = slotsOf(
      read('our model says small caps are six point nine per cent below the peak, wrong?', 'morning'),
    );

    expect(figures?.[0]).toMatchObject({ value: 6.9, unit: 'percent' });
  });
});

describe('contracts by their codes', () => {
  it('are those of the year to come where one digit stands for it', () => {
    const code = (year: number, month: number) => year * 12 + month - 1;

    expect(contractsNamed('ffg4 and zqj24', DAY)).toEqual([code(2024, 2), code(2024, 4)]);
    expect(contractsNamed('ffz3', DAY)).toEqual([code(2023, 12)]);
    expect(contractsNamed('nothing', DAY)).toEqual([]);
  });
});

describe('a decision gone by', () => {
  it('is no day where the meeting to come is asked about', () => {
    expect(pastDecisionIn('chance of a cut at the march meeting', DAY)).toBeUndefined();
    expect(pastDecisionIn('what was the chance of a cut at the march meeting', DAY)).toBeUndefined();
    expect(pastDecisionIn('the range after the march meeting', DAY)).toBeUndefined();
  });

  it('is the decision, the session before or the day after it', () => {
    expect(pastDecisionIn('what was may on the day of the dec fomc', DAY)).toMatchObject({ day: '2023-12-13' });
    expect(pastDecisionIn('what did the odds look like before the last fomc', DAY)).toMatchObject({
      day: '2023-12-12',
    });
    expect(pastDecisionIn('march the day after the december fomc', DAY)).toMatchObject({ day: '2023-12-14' });
  });
});
