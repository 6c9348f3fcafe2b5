/** One text → the questions in it: at most three, in their order. Splits words, understands none of them. Pure. */
import type { Question, Slots } from './question.ts';
import { residue } from './residue.ts';
import { MONTH } from './slots-periods.ts';
import { normalText } from './words-normal.ts';

const MOST = 3;
const ASKS =
  'how|what|whats|who|whos|whose|when|where|which|why|is|are|was|were|does|do|did|has|have|can|could|show|chart|plot|tell|give';
const BREAK = new RegExp(
  `\\?+(?=\\s|$)|\\n+|;\\s|,?\\s+(?:and also|and then|also|plus|as well as)\\s+(?=\\w)|,?\\s+(?:and|&)\\s+(?=(?:${ASKS})\\b)|(?<=[a-z%])\\.\\s+(?=(?:${ASKS})\\b)`,
  'i',
);
/** "march and june", "ytd and mtd": one question asked of two values. */
const TWO_MONTHS = new RegExp(`\\b(${MONTH})(?:,| and| &| or) (?:for )?(${MONTH})\\b`, 'i');
const WINDOW = '(?:ytd|mtd|qtd|1d|1w|1m|3m|6m|1y|12m|3y|5y)';
const TWO_WINDOWS = new RegExp(`\\b(${WINDOW})(?:,| and| &) (${WINDOW})\\b`, 'i');

/** The parts of `raw` that may each be a question; one part where nothing divides it. */
export function partsOf(raw: string): string[] {
  const parts = raw
    .split(BREAK)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  const whole = parts.flatMap(twoValues);
  return whole.length === 0 ? [raw] : whole.slice(0, MOST);
}

function twoValues(part: string): string[] {
  if (/\b(between|from|since|to)\b/i.test(part)) return [part];
  for (const pattern of [TWO_MONTHS, TWO_WINDOWS]) {
    const found = pattern.exec(part);
    const [both = '', first = ''] = found ?? [];
    const second =
      found?.at(-1) === undefined ? undefined : both.slice(first.length).replace(/^(?:,| and| &| or) (?:for )?/i, '');
    if (second) return [part.replace(both, first), `and ${second}`];
  }
  return [part];
}

/** Whether a part says something of its own, not just "top 10" or "please". */
export function saysSomething(part: string, { slots }: Question): boolean {
  const values = [
    slots.window,
    slots.benchmark,
    slots.meeting,
    slots.firm,
    slots.macro,
    slots.asOf,
    slots.index,
    slots.period,
  ];
  return residue(normalText(part).text) !== '' || values.some((value) => value !== undefined) || slots.chart;
}

/** What tells two questions of one kind apart. */
const APART: readonly (keyof Slots)[] = [
  'window',
  'turning',
  'benchmark',
  'meeting',
  'firm',
  'macro',
  'asOf',
  'index',
  'sizes',
  'year',
  'chart',
  'superlative',
];

/** Whether the second asks for anything the first does not. */
export function isAnother(first: Question, second: Question): boolean {
  if (first.kind !== second.kind) return true;
  // Technology and equal weight are two sides of one answer.
  if (first.kind === 'breadth' || first.kind === 'highs') return false;
  const told = ({ slots }: Question) => JSON.stringify(APART.map((part) => slots[part] ?? null));
  return told(first) !== told(second);
}
