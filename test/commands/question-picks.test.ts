import { expect, it } from 'vitest';
import { showAsk } from '../../src/show-ask.ts';
import { describeWithData } from '../support/data-folder.ts';
import { desk } from '../support/desk.ts';
import { recompute } from '../support/formula.ts';

const { call } = desk();

/** The first line of the last answer of a thread, and the lines under it. */
async function last(on: string, ...questions: readonly string[]) {
  const { answers } = await showAsk(questions, on, call);
  const message = answers.at(-1)?.message;
  const text = JSON.stringify(message?.blocks ?? [])
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', ' ')
    .replaceAll('*', '');
  return { text, numbers: message?.numbers ?? [] };
}

// Computed apart from the project, from the daily closes, futures prices and first prints themselves.
describeWithData('short words pick from the answer above', () => {
  it.each([
    ['/smallcaps recovery asof 2024-01-22', ['fastest?', 'second'], /74 days, 52 sessions.*2nd fastest of 13/s],
    [
      '/smallcaps recovery asof 2024-01-22',
      ['fastest?', 'second', 'and what happened 12m after that one'],
      /12 months after 26 Dec 2014.*−4\.97% by the calendar/s,
    ],
    [
      '/smallcaps recovery asof 2024-08-05',
      ['same list using intraday lows and highs'],
      /48 days, 33 sessions.*intraday/s,
    ],
    [
      'morning asof 2026-08-21',
      ['streak', 'longest ever', 'who won that year'],
      /Russell 2000 \+14\.76%, S&P 500 \+20\.26%/,
    ],
    ['morning asof 2026-08-21', ['lead ytd', 'was it ever bigger', 'on what day'], /\+13\.85 pp on Fri 26 Jun 2026/],
    [
      'morning asof 2024-08-05',
      ['how far off the high', 'same for s&p', 'how much to get back'],
      /5,667\.20.*\+9\.27%/s,
    ],
    ['morning asof 2024-01-22', ['yahoo has -4.1 ytd', 'and 3.2?', 'ok which do i quote'], /Quote −2\.16%/],
    [
      '/fedodds march asof 2024-01-22',
      ['50 or more?', 'in may?', 'on dec 22?', 'diff in pts between those two dates'],
      /−39\.20 pp:.*31\.0% on Mon 22 Jan 2024 less 70\.2% on Fri 22 Dec 2023/s,
    ],
    ['morning asof 2022-06-16', ['july?', '75 there', 'how many by dec'], /8\.1 hikes.*\+203 bp/s],
    [
      '/targets russell asof 2024-01-22',
      ['gs in points', 'and lee', 'which is further'],
      /Fundstrat.*\+51\.26%.*Goldman.*\+13\.12%/s,
    ],
    [
      '/targets spx asof 2024-01-22',
      ['consensus?', 'without the lowest'],
      /mean 5,100, median 5,100, n 3, without Morgan Stanley/,
    ],
    ['/backdrop asof 2024-01-22', ['permits', 'first print or revised'], /1,495k.*the first print.*1,501k as revised/s],
    ['morning asof 2024-01-19', ['was friday a record', 'intraday too'], /4,842\.07 on 19 Jan 2024 is the record high/],
    [
      'morning asof 2024-01-19',
      ['was friday a record', 'and for russell'],
      /−20\.40% from the record close of 8 Nov 2021/,
    ],
  ])('%s: %s', async (on, questions, said) => {
    const { text, numbers } = await last(on, ...questions);

    expect(text).toMatch(said);
    expect(text).not.toMatch(/held back/);
    expect(numbers.filter((one) => Math.abs(Number(recompute(one)) - Number(one.value)) > 1e-9)).toEqual([]);
  });
});
