import { describe, expect, it } from 'vitest';
import { callLine, missingIn } from '../../src/questions/call-wish.ts';
import { subscribeLine } from '../../src/questions/subscribe-wish.ts';

const TODAY = '2024-03-01';
const LINK = 'https://jefferies.com/note';

describe('a call typed in a thread', () => {
  it.each([
    ['add: jefferies r2k 2400 year end', 'jefferies r2k 2400 year-end'],
    ['please log ubs spx 5,150 12 months source https://ubs.com/x', 'ubs spx 5150 12m source https://ubs.com/x'],
    ['new call: citi s&p 500 at 5200 by the end of the year', 'citi s&p 5200 year-end'],
    [`<@U1> add jefferies russell 2000 2400 ye <${LINK}|note>`, `jefferies russell 2000 2400 year-end source ${LINK}`],
  ])('%s', (text, line) => {
    expect(callLine(text)).toBe(line);
  });

  it('is whole with its link, and the link may come in the next words', () => {
    const line = callLine(LINK, 'jefferies r2k 2400 year-end');
    expect(line).toBe(`jefferies r2k 2400 year-end source ${LINK}`);
    expect(missingIn(line, TODAY)).toBeUndefined();
  });

  it.each([
    [
      'jefferies r2k 2400 year-end',
      /its source is missing/,
      'add jefferies r2k 2400 year-end source https://example.com/note',
    ],
    [
      'jefferies r2k 2400',
      /a horizon and its source are missing/,
      'add jefferies r2k 2400 year-end source https://example.com/note',
    ],
    [`jefferies r2k 2400 source ${LINK}`, /a horizon is missing/, `add jefferies r2k 2400 year-end source ${LINK}`],
    ['goldman 2300', /cannot see the index/, 'add goldman r2k 2300 year-end source https://example.com/note'],
    ['ubs spx year-end', /write a level/, 'add ubs spx 2400 year-end source https://example.com/note'],
    ['r2k 2600 year-end', /cannot see the firm/, 'add jefferies r2k 2600 year-end source https://example.com/note'],
  ])('%s says what it lacks, with what was typed', (line, said, example) => {
    const missing = missingIn(line, TODAY);
    expect(missing?.said).toMatch(said);
    expect(missing?.example).toBe(example);
  });
});

describe('a subscription typed in a thread', () => {
  it.each([
    ['subscribe this channel', '/capwatch subscribe morning at 07:00'],
    ['subscribe us to the weekly wrap at 5pm london', '/capwatch subscribe weekly at 5pm london'],
    ['post this here every morning at 7', '/capwatch subscribe morning at 7'],
    ['subscribe us to alerts', '/capwatch subscribe alerts'],
    ['unsubscribe', '/capwatch unsubscribe'],
    ['stop the morning summary', '/capwatch unsubscribe'],
  ])('%s', (text, line) => {
    expect(subscribeLine(text)).toBe(line);
  });
});
