import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/questions/nearest.ts';

describe('nearest', () => {
  it('finds a word that was mistyped by a letter or by two swapped ones', () => {
    expect(nearest('ytdd', ['ytd', 'qtd'])).toBe('ytd');
    expect(nearest('divregence', ['divergence', 'after'])).toBe('divergence');
    expect(nearest('iwx', ['spy', 'iwm'])).toBe('iwm');
  });

  it('says nothing when nothing is near', () => {
    expect(nearest('hello', ['ytd', 'highs'])).toBeUndefined();
    expect(nearest('x'.repeat(4000), ['x'])).toBeUndefined();
  });
});
