/** Numbers as people type them, with their unit; numbers that count days, name series or date something are left out. Pure. */
import type { Figure } from './question.ts';
import { MONTH } from './slots-periods.ts';

/** What holds digits and states no figure. */
const NO_FIGURE: readonly RegExp[] = [
  /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}\/\d{1,2}(\/\d{2,4})?\b/g,
  /\b(19|20)\d\d\b(?! ?(%|pp|points?|bps?))(?!\.\d)/g,
  /\b(52|26) ?w(ee)?ks?\b|\b\d+ ?(d|w|m|y)\b|\bmag(nificent)? 7\b|\br2k\b|\b(q|h)[1-4]\b/g,
  /\brussell 2000\b|s ?& ?p ?[56]00|\bsp ?500\b|\bsp600\b|\bspx 500\b|\bnasdaq 100\b|\bthe 500\b/g,
  /\b\d{1,3} (months?|weeks?|years?|days?|sessions?|firms?|meetings?)\b/g,
  new RegExp(
    `\\b\\d{1,2}(st|nd|rd|th)? ${MONTH}\\b|\\b${MONTH} \\d{1,2}\\b(?! ?(%|percent|pp|bps?))|\\b\\d{1,2}(st|nd|rd|th)\\b|\\btop \\d+\\b`,
    'g',
  ),
];
const PATTERN =
  /([-+]?)(\d+(?:\.(\d+))?)\s?(%|percentage points?|percent|per cent|pct|bps?|basis points?|pp|points?|pts?)?/g;

/** Every figure of the text, in its order. */
export function figuresIn(text: string): Figure[] {
  const bare = NO_FIGURE.reduce((rest, pattern) => rest.replaceAll(pattern, ' '), text);
  return [...bare.matchAll(PATTERN)].map(([typed, sign, size = '', decimals = '', unit]) => ({
    value: Number(size) * (sign === '-' ? -1 : 1),
    decimals: decimals.length,
    unit: unitOf(unit),
    typed: typed.trim(),
  }));
}

function unitOf(unit: string | undefined): Figure['unit'] {
  if (unit === undefined) return 'none';
  if (unit.startsWith('%') || unit === 'percent' || unit === 'per cent' || unit === 'pct') return 'percent';
  return unit.startsWith('b') ? 'bp' : 'points';
}
