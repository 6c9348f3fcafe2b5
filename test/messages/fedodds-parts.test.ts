import { describe, expect, test } from 'vitest';
import {
  directionOf,
  outcomes,
  outcomeWords,
  packed,
  rangeText,
  rowDay,
  shiftTable,
} from '../../src/messages/fedodds-parts.ts';
import { fedOdds } from '../../src/metrics/fed-odds.ts';
import { type MeetingFigures, meetingFigures } from '../../src/metrics/fed-receipts.ts';
import { calendarWith, dayOf, futuresOf } from '../support/fed.ts';

/** March 2024 with the given rate after it; 5.33% before. */
function march(after: number): MeetingFigures {
  const prices = { '2024-01': 94.67, '2024-02': 94.67, '2024-03': 94.67, '2024-04': 100 - after };
  const odds = fedOdds(calendarWith(525, 550), dayOf(futuresOf({ '2024-01-22': prices }), '2024-01-22'));
  const figures = odds && meetingFigures(odds, '2024-03-20');
  if (!figures) throw new Error('no odds');
  return figures;
}

describe('directionOf', () => {
  test('is the side with the larger chance, cuts when neither has any', () => {
    expect([march(5.23), march(5.43), march(5.33)].map((figures) => directionOf(figures))).toEqual([
      'cut',
      'hike',
      'cut',
    ]);
  });
});

describe('outcomes', () => {
  test('stand with the largest first; the same sentence in both regimes', () => {
    expect(outcomeWords(outcomes(march(5.23)))).toBe('hold 60.0%, cut 40.0%, hike 0%');
    expect(outcomeWords(outcomes(march(5.43)))).toBe('hold 60.0%, hike 40.0%, cut 0%');
    expect(outcomeWords(outcomes(march(5.08)))).toBe('cut 100%, hold 0%, hike 0%');
  });
});

describe('shiftTable', () => {
  test('names the direction that is priced', () => {
    expect(shiftTable(march(5.43), [], 'by')).toEqual([
      ['Settled', 'Hike by', 'Hold', 'Shift, pp'],
      ['22 Jan', '40.0%', '60.0%', '–'],
    ]);
  });
});

describe('rangeText', () => {
  test('prints ranges, points and what lies below zero', () => {
    expect([rangeText(525, 550), rangeText(525, 525), rangeText(-25, 0)]).toEqual(['525–550', '525', '−25–0']);
  });
});

describe('rowDay', () => {
  test('adds the year where the day alone could be mistaken', () => {
    expect([rowDay('2023-12-22', '2024-01-22'), rowDay('2022-12-22', '2024-01-22')]).toEqual(['22 Dec', '22 Dec 2022']);
  });
});

describe('packed', () => {
  test('fills elements without breaking a sentence', () => {
    expect(packed(['One two.', 'Three four.', 'Five.'], 20)).toEqual(['One two. Three four.', 'Five.']);
    expect(packed([])).toEqual([]);
  });
});
