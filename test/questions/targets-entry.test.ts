import { describe, expect, it } from 'vitest';
import { formValues } from '../../src/messages/targets-form.ts';
import { callFactsFrom, type TypedCall } from '../../src/questions/targets-entry.ts';
import { seedVersions, versionWith } from '../support/calls.ts';

const TYPED: TypedCall = {
  firm: 'jefferies',
  person: '',
  index: 'r2k',
  value: '2400',
  horizon: 'year-end 2026',
  note_date: '2024-01-12',
  source: 'https://example.com/note',
  quote: '',
};
const CONTEXT = { today: '2024-01-22', known: [] };

function facts(changes: Partial<TypedCall> = {}, context: Parameters<typeof callFactsFrom>[1] = CONTEXT) {
  const entry = callFactsFrom({ ...TYPED, ...changes }, context);
  if ('errors' in entry) throw new Error(JSON.stringify(entry.errors));
  return entry.facts;
}

describe('callFactsFrom', () => {
  it('takes a level as the price index’s and a return as unsaid, each with the base its rule gives', () => {
    expect(facts()).toMatchObject({
      firm: 'Jefferies',
      index: 'RUT',
      basis: 'price',
      baseDate: '2024-01-12',
      view: 'strategist',
    });
    expect(facts({ value: '+15%', horizon: '12m' })).toMatchObject({
      basis: 'unknown',
      value: { kind: 'return', fraction: 0.15 },
    });
    // A return "in 2025" starts at the last close of 2024.
    expect(facts({ value: '+15%', horizon: '2025' })).toMatchObject({ baseDate: '2024-12-31' });
  });

  it('means today when no day is given, and keeps a month as approximate', () => {
    expect(facts({ note_date: '' })).toMatchObject({ noteDate: '2024-01-22', noteDateApproximate: false });
    expect(facts({ note_date: '2023-12' })).toMatchObject({ noteDate: '2023-12-31', noteDateApproximate: true });
    expect(facts({ note_date: '12 jan 2024' })).toMatchObject({ noteDate: '2024-01-12' });
  });

  it.each([
    ['gs', 'Goldman Sachs'],
    ['GS', 'GS'],
    ['jpm', 'JPMorgan'],
    ['wells fargo', 'Wells Fargo'],
    ['deVere', 'deVere'],
  ])('writes the firm typed as %s as %s', (typed, firm) => {
    expect(facts({ firm: typed }).firm).toBe(firm);
  });

  it('writes a firm of the ledger as the ledger does', () => {
    expect(facts({ firm: 'GOLDMAN' }, { ...CONTEXT, known: seedVersions() }).firm).toBe('Goldman Sachs');
  });

  it('keeps what is not ours as one line of text', () => {
    expect(facts({ quote: 'a\nb\u202e<!channel>', person: 'A; B, C' })).toMatchObject({
      source: { quote: 'a b <!channel>' },
      people: ['A', 'B', 'C'],
    });
  });

  it('changes nothing when a held call goes through the form untouched', () => {
    for (const held of seedVersions()) {
      const { call: _call, version: _version, enteredBy: _by, enteredAt: _at, ...own } = held;
      expect(facts(formValues(held), { ...CONTEXT, today: '2026-08-22', edited: held })).toEqual(own);
    }
  });

  it('keeps figures the form cannot print in full, and the base only while the note stays the same', () => {
    const held = versionWith({ value: { kind: 'return', fraction: 0.123456 } });

    expect(facts({ ...formValues(held) }, { ...CONTEXT, edited: held }).value).toEqual({
      kind: 'return',
      fraction: 0.123456,
    });
    expect(facts({ ...formValues(held), note_date: '2024-01-16' }, { ...CONTEXT, edited: held })).not.toHaveProperty(
      'baseClose',
    );
  });

  it.each([
    [{ firm: '🤷' }, 'firm'],
    [{ index: 'nasdaq' }, 'index'],
    [{ value: '0' }, 'value'],
    [{ horizon: 'soon' }, 'horizon'],
    [{ horizon: '2023' }, 'horizon'],
    [{ note_date: '2024-01-23' }, 'note_date'],
    [{ note_date: '01/02/2024' }, 'note_date'],
    [{ source: 'ftp://example.com' }, 'source'],
    [{ source: 'https://example.com/<b>' }, 'source'],
    [{ source: `https://example.com/${'a'.repeat(500)}` }, 'source'],
  ])('says what is wrong with %o at its field', (changes, field) => {
    expect(callFactsFrom({ ...TYPED, ...changes }, CONTEXT)).toEqual({ errors: { [field]: expect.any(String) } });
  });
});
