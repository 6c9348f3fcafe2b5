import { describe, expect, it } from 'vitest';
import {
  bareProbability,
  basisPoints,
  bpRange,
  counted,
  escapeText,
  exactly,
  level,
  ordinal,
  percent,
  plain,
  points,
  pointsSize,
  probability,
  quotedWord,
  sessionDate,
  shortDate,
  weekdayDate,
} from '../../src/messages/format.ts';

const NBSP = '\u00a0';

describe('numbers', () => {
  it('prints returns signed with two decimals and a true minus', () => {
    expect(percent(-0.0215532)).toBe('−2.16%');
    expect(percent(0.1312)).toBe('+13.12%');
    expect(percent(0)).toBe('0.00%');
    expect(percent(-0.00001)).toBe('0.00%');
  });

  it('prints gaps in points, joined by a no-break space, unsigned beside a direction word', () => {
    expect(points(-0.038451)).toBe(`−3.85${NBSP}pp`);
    expect(points(-0.4483, 1)).toBe(`−44.8${NBSP}pp`);
    expect(pointsSize(-0.038451)).toBe(`3.85${NBSP}pp`);
  });

  it('prints probabilities with one decimal, certain ones whole, near ones as bounds', () => {
    expect([0.432, 0, 1, 0.0004, 0.9996].map(probability)).toEqual(['43.2%', '0%', '100%', '<0.1%', '>99.9%']);
    expect(bareProbability(0.0005)).toBe('0.1');
  });

  it('prints basis points with a decimal below twenty only', () => {
    expect(basisPoints(-10.98)).toBe(`−11.0${NBSP}bp`);
    expect(basisPoints(-134.46)).toBe(`−134${NBSP}bp`);
    expect(bpRange(525, 550)).toBe('525–550');
  });

  it('prints closes, counts, lengths and ranks', () => {
    expect(level(1983.38)).toBe('1,983.38');
    expect(plain(187000)).toBe('187,000');
    expect([counted(1, 'session'), counted(14, 'session')]).toEqual(['1 session', '14 sessions']);
    expect([1, 2, 3, 4, 11, 12, 13, 21, 37, 102, 111].map(ordinal)).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '13th',
      '21st',
      '37th',
      '102nd',
      '111th',
    ]);
    expect([1983.38, -0.0215532764].map(exactly)).toEqual(['1,983.38', '−0.0215533']);
  });
});

describe('dates', () => {
  it('drops the year where the reader knows it', () => {
    expect(shortDate('2024-01-22')).toBe('22 Jan');
    expect(shortDate('2021-11-08', '2024-01-22')).toBe('8 Nov 2021');
    expect(sessionDate('2024-01-22')).toBe('Mon 22 Jan 2024');
    expect(weekdayDate('2026-08-19')).toBe('Wed 19 Aug');
  });
});

describe('text that is not ours', () => {
  it('cannot mention or link', () => {
    expect(escapeText('<!channel> & <http://x|y>')).toBe('&lt;!channel&gt; &amp; &lt;http://x|y&gt;');
  });

  it('is quoted as one short visible line', () => {
    expect(quotedWord('a`b\nc')).toBe('a b c');
    expect(quotedWord('\u202egnp.exe')).toBe('gnp.exe');
    expect(quotedWord('x'.repeat(100))).toHaveLength(40);
    expect(quotedWord(`e${'\u0301'.repeat(1000)}`).length).toBeLessThan(10);
    expect(quotedWord('\u0000\u200b')).toBe('(nothing readable)');
  });
});
