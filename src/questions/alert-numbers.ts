/** Thresholds as people type them: plain decimals only, so that 1e309, 0x10, 1,5 and NaN are refused with an example. Pure. */
import { CapwatchError } from '../errors.ts';
import { quotedWord } from '../messages/format.ts';
import type { Side } from '../metrics/alerts.ts';
import type { Words } from './words.ts';

/** A threshold and the side it is watched from; `unit` is what was typed behind it. */
export interface Sided {
  readonly side: Side;
  readonly value: number;
  readonly unit: '' | '%' | 'pp';
}

const NUMBER = /^([+-]?\d{1,3}(?:\.\d{1,2})?)(pp|pts?|points?|%)?$/;
/** Units as words of their own. */
const UNITS: ReadonlyMap<string, '%' | 'pp'> = new Map([
  ...['pp', 'pt', 'pts', 'point', 'points'].map((word) => [word, 'pp'] as const),
  ...['%', 'percent', 'per cent', 'pct'].map((word) => [word, '%'] as const),
]);
const EXAMPLE = '/capwatch alert when gap ytd past -8';

/** "past -8" is below −8, "past 60" above 60; the other words say the side themselves. */
function sidedNumber(word: string, typed: string): Sided {
  const [, digits = '', unit = ''] = NUMBER.exec(typed) ?? [];
  if (digits === '') throw unreadable(typed);
  const value = Number(digits) + 0;
  if (Object.is(Number(digits), -0)) throw unreadable(typed);
  const known = UNITS.get(unit) ?? '';
  if (word === 'past') return { side: digits.startsWith('-') ? 'below' : 'above', value, unit: known };
  return { side: word === 'below' || word === 'under' ? 'below' : 'above', value, unit: known };
}

/** The next words as a threshold: "-8", "8pp", "-8.0 points", "60 per cent". */
export function sidedAt(word: string, words: Words, typed = words.next()): Sided {
  const sided = sidedNumber(word, typed);
  const unit = words.take((phrase) => UNITS.get(phrase));
  return unit === undefined ? sided : { ...sided, unit };
}

/** The next words as a plain decimal, its unit taken with it. */
export function numberAt(words: Words): number {
  return sidedAt('past', words).value;
}

/** A whole number of days, 1 to 99. */
export function wholeAfter(typed: string): number {
  if (!/^[1-9]\d?$/.test(typed)) throw unreadable(typed);
  return Number(typed);
}

/** The re-arm line, which must lie inside the threshold, or the alert could fire on every session. */
export function bandInside(line: number, { side, value }: Sided): number {
  const inside = side === 'below' ? line > value : line < value;
  if (inside) return Math.round(line * 100) / 100;
  const where = side === 'below' ? 'above' : 'below';
  throw new CapwatchError('invalid_input', `The re-arm line must lie ${where} ${value}.`, { example: EXAMPLE });
}

function unreadable(typed: string): CapwatchError {
  if (typed === '') return new CapwatchError('invalid_input', 'The threshold is missing.', { example: EXAMPLE });
  return new CapwatchError('invalid_input', `I cannot read \`${quotedWord(typed)}\` as a threshold.`, {
    example: EXAMPLE,
  });
}
