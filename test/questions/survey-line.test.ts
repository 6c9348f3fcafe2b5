import { describe, expect, it } from 'vitest';
import { seriesNamed, typedReading } from '../../src/questions/survey-line.ts';
import { SEED_SERIES } from '../../src/store/seed/surveys.ts';

const TODAY = '2026-08-22';
const TAIL = 'published 2026-08-18 source https://www.example.com/page';
const read = (text: string) => typedReading(text, TODAY);

describe('typedReading', () => {
  it('reads value, days, respondents and source', () => {
    expect(
      read(
        `cash 2026-08 4.1% published 2026-08-18 field 2026-08-07 to 2026-08-13 n 189 source https://example.com/p quote "n is 189"`,
      ),
    ).toEqual({
      name: 'cash',
      directionOnly: false,
      reading: {
        period: '2026-08',
        value: 4.1,
        direction: 1,
        published: '2026-08-18',
        fieldFrom: '2026-08-07',
        fieldTo: '2026-08-13',
        respondents: 189,
        source: { link: 'https://example.com/p', publisher: 'example.com', quote: 'n is 189' },
      },
    });
  });

  it.each([
    [`large over small 2026-08 net −12 ${TAIL}`, { value: -12, direction: -1 }],
    [`large 2026-08 0 ${TAIL}`, { value: 0, direction: 0 }],
    [`large 2026-08 below ${TAIL}`, { direction: -1 }],
    [`large 2026-08 above ${TAIL}`, { direction: 1 }],
  ])('reads "%s"', (line, expected) => {
    expect(read(line).reading).toMatchObject(expected);
  });

  it.each([
    [`cash 4.1 ${TAIL}`, 'The series and its month are missing.'],
    [`cash 2026-08 lots ${TAIL}`, 'I cannot read the value `lots`'],
    [`cash 2026-08 101 ${TAIL}`, 'I cannot read the value `101`'],
    ['cash 2026-08 4.1 source https://example.com/p', 'The day it was published is missing.'],
    ['cash 2026-08 4.1 published 2026-08-23 source https://example.com/p', '`2026-08-23` is no day up to today'],
    ['cash 2026-08 4.1 published 2026-07-18 source https://example.com/p', 'cannot be published before that month'],
    ['cash 2026-08 4.1 published 2026-08-18', 'Without a source'],
    [`cash 2026-08 4.1 field 2026-08-13 2026-08-07 ${TAIL}`, 'Field dates are two days'],
    [`cash 2026-08 4.1 n many ${TAIL}`, '`many` is no number of respondents.'],
  ])('refuses "%s"', (line, said) => {
    expect(() => read(line)).toThrow(said);
  });
});

describe('seriesNamed', () => {
  it('finds the one series all words belong to, and names the known ones otherwise', () => {
    expect(seriesNamed('large over small', SEED_SERIES).series).toBe('large-over-small');
    expect(() => seriesNamed('bofa', SEED_SERIES)).toThrow('names several series');
    expect(() => seriesNamed('aaii', SEED_SERIES)).toThrow('There is no survey series `aaii`.');
  });
});
