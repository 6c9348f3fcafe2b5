import { expect, it } from 'vitest';
import type { Message } from '../../src/messages/message.ts';
import { showAsk } from '../../src/show-ask.ts';
import { describeWithData } from '../support/data-folder.ts';
import { desk } from '../support/desk.ts';

const { call } = desk();
const words = ({ text, blocks }: Message) =>
  `${text}\n${JSON.stringify(blocks)}`.replaceAll('&amp;', '&').replaceAll('\u00a0', ' ').replaceAll('*', '');

async function answer(question: string, on: string): Promise<string> {
  const { answers } = await showAsk([question], on, call);
  return words(answers[0]?.message ?? { text: '', blocks: [], charts: [], numbers: [], asOf: '' });
}

const JANUARY = '/targets russell asof 2024-01-22';
const SPX = '/targets spx asof 2024-01-22';
const AUGUST = '/targets spx asof 2024-08-05';
const GOLDMAN = 'alert target-change asof 2024-01-22';
const NEWEST = '/targets spx asof 2026-08-21';

// Levels, note days and hits by hand from the ledger’s notes and the closes; 1.15 × 1,950.96 = 2,244.
describeWithData('questions of a list of calls', () => {
  it.each([
    [
      'avg street ye target vs spot',
      'morning asof 2024-08-05',
      /2 of 4 firms have notes of the last 120 days, Oppenheimer of 31 Jul 2024 and Goldman of 31 Jul 2024; 3 are needed/,
    ],
    ['whats consensus now', NEWEST, /the notes of all 4 firms are over 120 days old/],
    ['average miss of the street since 2022', AUGUST, /every call on the S&P 500 due since 2022 is still open/],
    [
      'So do I read this as a December 2024 target?',
      GOLDMAN,
      /No, rolling, not the calendar year: Goldman, from the note of 12 Jan 2024 to 12 Jan 2025/,
    ],
    ['what does 15% work out to in index terms', JANUARY, /2,244 on the Russell 2000, derived/],
    [
      'how many firms are above 5000',
      SPX,
      /2 of 4 firms on the S&P 500 are above 5,000: Oppenheimer 5,200 and Goldman 5,100/,
    ],
    ['how many have 5,000 or more', SPX, /3 of 4 firms on the S&P 500 are at or above 5,000/],
    [
      'who raised since july',
      AUGUST,
      /2 firms raised a figure on the S&P 500 after 30 Jun 2024, by 5 Aug 2024: Goldman 5,100 to 5,600 \(31 Jul 2024\) and Oppenheimer 5,500 to 5,900/,
    ],
    ['did goldman cut', AUGUST, /Goldman Sachs cut no figure/],
    ['has anyone on small caps already been hit', JANUARY, /None of 5 standing calls on the Russell 2000 has been hit/],
    ['when was the 14% hit', JANUARY, /Goldman \+14% on the Russell 2000 has not been hit/],
    [
      'any of these hit yet?',
      AUGUST,
      /2 of 4 standing calls on the S&P 500 have been hit: BofA on 12 Jun 2024 and M\. Stanley on 15 Nov 2023/,
    ],
    ['should i believe goldman', JANUARY, /No recommendation, only the record\. Goldman Sachs: nothing to score yet/],
    [
      'has anyone been hit',
      '/targets russell asof 2026-08-21',
      /2 of 6 were hit on the way, by a close: Goldman \+14% on 28 Mar 2024, Goldman \+15% on 16 Jul 2024/,
    ],
    [
      'are they any better than a coin flip',
      NEWEST,
      /The naive base rate was nearer in 11 of 19 scored calls on the S&P 500/,
    ],
  ])('“%s” on “%s”', async (question, on, said) => {
    expect(await answer(question, on)).toMatch(said);
  });

  it.each([
    ['how many have a target above 5000 for 2025', SPX, /No standing call on the S&P 500 due in 2025/],
    ['what would 20% be in points', JANUARY, /states 20% alone/],
    ['the reference for the Deutsche Bank target please', NEWEST, /no call of Deutsche Bank/],
  ])('“%s” is refused by name, not answered for another thing', async (question, on, said) => {
    await expect(answer(question, on)).rejects.toMatchObject({ userMessage: expect.stringMatching(said) });
  });
});

// Closes of RUT.csv and GSPC.csv, 252 sessions after 30 Jun 2021 (30 Jun 2022) and after 16 Jan 2024 (16 Jan 2025).
describeWithData('what came after a survey', () => {
  it('is told of both readings once the second is a year old, and of the one named', async () => {
    const both = await answer('what happened after the last one', 'alert survey asof 2026-08-21');

    expect(both).toMatch(/N = 2: \+17\.61% in 12M after 16 Jan 2024 and −26\.08% in 12M after 30 Jun 2021/);
    expect(both).toMatch(/gap −6\.96 pp and −14\.16 pp/);
    expect(await answer('how did smalls do after jan 24', 'alert survey asof 2026-08-21')).toMatch(/N = 1: \+17\.61%/);
    expect(await answer('so did it work in 21?', 'alert survey asof 2024-01-22')).toMatch(/N = 1: −26\.08%/);
    expect(await answer('small caps 6 months on from jun-21?', 'alert survey asof 2024-01-22')).toMatch(
      /−2\.65% in 6M/,
    );
  });
});

describeWithData('an alert asked about itself, or held against another', () => {
  it('says its rule, where it stood and its re-arm line', async () => {
    const fired = await answer('why did this fire', 'alert smallcap-divergence asof 2024-01-19');
    const cleared = await answer('when does it re-arm', 'alert smallcap-divergence asof 2024-01-22');

    expect(fired).toMatch(
      /−20\.40% on Fri 19 Jan, past −20%.*not there yet.*Rule: S&P 500 record close within 20 sessions/s,
    );
    expect(cleared).toMatch(
      /Re-arms above −19%: −18\.81% on Mon 22 Jan is there.*Last past its line on Fri 19 Jan: −20\.40%/s,
    );
    expect(await answer('why did it ping', GOLDMAN)).toMatch(
      /fires on every such change.*Goldman Sachs, note of 12 Jan 2024/s,
    );
  });

  it.each([
    [
      'isnt this at odds with yesterdays divergence alert',
      'alert survey asof 2024-01-19',
      /−21\.25% Russell 2000 from its record close, 18 Jan 2024/,
    ],
    [
      'odds alert said fewer cuts and now funds like small caps?? make it make sense',
      'alert survey asof 2024-01-22',
      /930 days.*49\.6% cut by 20 Mar/s,
    ],
    [
      'These two alerts seem to point in opposite directions; which one should I believe?',
      'alert survey asof 2024-01-22',
      /No verdict on which to believe.*930 days.*49\.6%/s,
    ],
    [
      'how do i square that with the goldman target alert',
      'alert odds-shift asof 2024-01-22',
      /42\.6% cut by 20 Mar.*left to the call of Goldman Sachs/s,
    ],
  ])('“%s” on “%s”', async (question, on, said) => {
    expect(await answer(question, on)).toMatch(said);
  });
});
