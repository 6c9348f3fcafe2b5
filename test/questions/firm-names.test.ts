import { describe, expect, it } from 'vitest';
import { firmsNamed, firmTitle, ledgerFirms, sameFirm } from '../../src/questions/firm-names.ts';
import { normalText } from '../../src/questions/words-normal.ts';

const LEDGER = ledgerFirms([
  { firm: 'Goldman Sachs', people: ['David Kostin', 'Ben Snider'] },
  { firm: 'Acme Partners', people: ['Jane Smithson', 'Al May'] },
]);

function named(raw: string, known = LEDGER) {
  const { text, typed } = normalText(raw);
  return firmsNamed(text, typed, known);
}

describe('a firm goes by many names', () => {
  it.each([
    ['opco target?', 'oppenheimer'],
    ['GS price target', 'goldman-sachs'],
    ['jpm on small caps', 'jpmorgan'],
    ['baml s&p', 'bank-of-america'],
    ['savita', 'bank-of-america'],
    ['MS spx', 'morgan-stanley'],
    ['wilsons call', 'morgan-stanley'],
    ['tom lee', 'fundstrat'],
    ['db year end', 'deutsche-bank'],
    ['ubs?', 'ubs'],
    ['anything from socgen', 'societe-generale'],
  ])('“%s” names %s', (text, firm) => {
    expect(named(text, []).firm).toBe(firm);
  });

  it('the ledger’s own rows name their people, no list needed', () => {
    expect(named('what does smithson see').firm).toBe('acme-partners');
    expect(named('acme?').firm).toBe('acme-partners');
  });

  it('a surname that is an everyday word names nobody', () => {
    expect(named('what may happen').firm).toBeUndefined();
  });

  it('a survey’s bank is not asked for its target', () => {
    expect(named('what does the bofa survey say').firm).toBeUndefined();
  });

  it('a name that no list holds is kept, so that it can be refused by name', () => {
    expect(named('what is Zephyr Capital’s target').firm).toBe('zephyr-capital');
    expect(firmTitle('zephyr-capital')).toBe('Zephyr Capital');
  });

  it.each(['whats the street’s target', 'target of Wall Street strategists', 'what do they see', 'what is the target'])(
    '“%s” names no firm',
    (text) => {
      expect(named(text).firm).toBeUndefined();
    },
  );
});

describe('firms left out', () => {
  it.each([
    ['without oppenheimer', ['oppenheimer']],
    ['consensus ex goldman and ms', ['goldman-sachs', 'morgan-stanley']],
    ['mean excluding the bofa one', ['bank-of-america']],
  ])('“%s”', (text, without) => {
    const found = named(text, []);

    expect(found.firm).toBeUndefined();
    expect([...found.without].sort()).toEqual(without);
  });

  it('two firms are compared, not one left out', () => {
    expect(named('goldman vs fundstrat').firms).toEqual(['goldman-sachs', 'fundstrat']);
  });
});

it('b-riley and b-riley-fbr are one firm; morgan-stanley is not jpmorgan', () => {
  expect(sameFirm('b-riley', 'b-riley-fbr')).toBe(true);
  expect(sameFirm('morgan-stanley', 'jpmorgan')).toBe(false);
});
