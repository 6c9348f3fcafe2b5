import { describe, expect, it } from 'vitest';
import { clearDays } from '../../src/questions/time-words.ts';

const told = { today: '2024-01-22', topic: 'morning' } as const;

describe('a month with two digits', () => {
  it.each([
    ['cuts priced by dec 24', 'cuts priced by dec 2024'],
    ['how many cuts dec24', 'how many cuts dec 2024'],
    ['consensus for dec 24', 'consensus for dec 2024'],
    ['s&p in dec 23', 's&p in dec 2023'],
    ['what about jan 25 odds', 'what about jan 2025 odds'],
    ['the jun21 survey', 'the jun 2021 survey'],
    ['what happened after the jun 21 reading', 'what happened after the jun 2021 reading'],
  ])('“%s” means a month of a year', (text, clear) => {
    expect(clearDays(text, told)).toBe(clear);
  });

  it.each([
    'march odds on dec 22',
    'smalls since dec 27',
    'odds for march 20',
    'gap jan 19',
    'fed cut odds by jan 31',
    'cut by march 25%',
    'in sept 25 or 50',
    'dec 26 odds',
    'cuts by dec 24 2024',
  ])('“%s” means a day, or none', (text) => {
    expect(clearDays(text, told)).toBe(text);
  });

  it('in a thread about a survey is its month, unless that day was lately', () => {
    const survey = { today: '2024-01-22', topic: 'survey' } as const;
    expect(clearDays('so what happened after jun 21', survey)).toBe('so what happened after jun 2021');
    expect(clearDays('what was said after jan 19', survey)).toBe('what was said after jan 19');
  });
});

describe('days known by a name', () => {
  // Releases as the Bureau of Labor Statistics and the Census Bureau published their days.
  it.each([
    ['plot march since payrolls', 'plot march since 2024-01-05'],
    ['smalls since the last cpi print', 'smalls since 2024-01-11'],
    ['gap since retail sales', 'gap since 2024-01-17'],
    ['odds since the fed minutes', 'odds since 2024-01-03'],
    ['the gap on the day of the cpi', 'the gap on 2024-01-11'],
    ['graph since halloween', 'graph since 2023-10-31'],
    ['chart since thanksgiving', 'chart since 2023-11-23'],
    ['lag after christmas', 'lag since 2023-12-25'],
    ['what moved since new year', 'what moved year to date'],
    ['where were odds at the start of the year', 'where were odds on 2023-12-31'],
    ['behind since the turn of the year', 'behind year to date'],
    ['gap since labor day', 'gap since 2023-09-04'],
  ])('“%s”', (text, clear) => {
    expect(clearDays(text, told)).toBe(clear);
  });

  it.each(['did payrolls move it', 'what was expected on cpi', 'odds by christmas', 'since the election'])(
    '“%s” stays',
    (text) => {
      expect(clearDays(text, told)).toBe(text);
    },
  );

  it('a release outside the listed years is no day', () => {
    expect(clearDays('gap since payrolls', { ...told, today: '2026-08-21' })).toBe('gap since payrolls');
  });
});

describe('stretches', () => {
  it.each([
    ['may odds from 1 dec to now', 'may odds since 1 dec'],
    ['27 oct to date', 'since 27 oct'],
    ['between 10 and 16 july', 'between 10 july to 16 july'],
    ['s&p july 10-16', 's&p 10 july to 16 july'],
    ['russell from last wed to friday', 'russell from 2024-01-17 to 2024-01-19'],
    ['gap since wednesday', 'gap since 2024-01-17'],
  ])('“%s”', (text, clear) => {
    expect(clearDays(text, told)).toBe(clear);
  });

  it('a weekday that ends a stretch is the post’s own day', () => {
    expect(clearDays('rut from last wed to monday', told)).toBe('rut from 2024-01-17 to 2024-01-22');
  });

  it.each(['year to date', 'from 10 to 50 bp', 'march and june', 'is it friday or thursday close'])(
    '“%s” is none',
    (text) => {
      expect(clearDays(text, told)).toBe(text);
    },
  );
});
