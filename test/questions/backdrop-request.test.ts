import { describe, expect, it } from 'vitest';
import { parseBackdropRequest } from '../../src/questions/backdrop-request.ts';

const TODAY = '2026-11-22';

describe('parseBackdropRequest', () => {
  it.each([
    ['', { csv: false }],
    ['asof 2024-01-22', { csv: false, asOf: '2024-01-22' }],
    ['as of 22 Jan 2024 csv', { csv: true, asOf: '2024-01-22' }],
    ['CSV', { csv: true }],
  ])('reads %j', (text, request) => {
    expect(parseBackdropRequest(text, TODAY)).toEqual(request);
  });

  it.each([
    ['cpi', /do not know `cpi`/],
    ['asof', /A day is missing/],
    ['asof someday', /do not know the day `someday`/],
    ['asof 2024-02-31', /There is no day/],
  ])('refuses %j with an example', (text, sentence) => {
    expect(() => parseBackdropRequest(text, TODAY)).toThrow(sentence);
  });
});
