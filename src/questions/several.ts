/** One text → the questions in it: at most three, in their order. Splits words, understands none of them. Pure. */
import type { Kind, Question, Slots } from './question.ts';
import { residue } from './residue.ts';
import { MONTH } from './slots-periods.ts';
import { normalText } from './words-normal.ts';

const MOST = 3;
const ASKS =
  'how|what|whats|who|whos|whose|when|where|which|why|is|are|was|were|does|do|did|has|have|can|could|show|chart|plot|tell|give';
const BREAK = new RegExp(
  `\\?+(?=\\s|$)|\\n+|;\\s|,\\s+(?:and also|and then|also|plus|as well as)\\s+(?=\\w)|\\s+(?:and also|and then|plus|as well as)\\s+(?=\\w)|\\s+also\\s+(?=(?:${ASKS}|the)\\b)|,?\\s+(?:and|&)\\s+(?=(?:${ASKS})\\b)|(?<=[a-z%])\\.\\s+(?=(?:${ASKS})\\b)`,
  'i',
);
/** "march and june", "ytd and mtd": one question asked of two values. */
const TWO_MONTHS = new RegExp(`\\b(${MONTH})(?:,| and| &| or) (?:for )?(${MONTH})\\b`, 'i');
const WINDOW = '(?:ytd|mtd|qtd|1d|1w|1m|3m|6m|1y|12m|3y|5y)';
const TWO_WINDOWS = new RegExp(`\\b(${WINDOW})(?:,| and| &) (${WINDOW})\\b`, 'i');

/** "2y and 10y", "2s and 10s": two yields. */
const TWO_YIELDS =
  /^(.*?)\b(2) ?(?:s|y|yrs?|years?)?(?:,| and| &|\/| vs) ?(?:the )?(10) ?(?:s|y|yrs?|years?)\b(?! ?low| ?high)(.*)$/i;

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
  const [, before = '', two, ten, behind = ''] = TWO_YIELDS.exec(part) ?? [];
  if (two && ten && !/russell|small|s&p|spx|rut|gap|ytd|low|high|bp/i.test(part)) {
    const rest = behind.replace(/ (?:yields?|treasur(?:y|ies)|notes?)\b/i, '');
    return [`${before}${two}y yield${rest}`, `${before}${ten}y yield${rest}`];
  }
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

const COMMENT =
  /^(?!.*\b(what|how|why|who|when|which|where|whats|show|tell|give|chart|plot)\b)(i|we|they|it|my|our|his|her|the|that|this|cme|fedwatch|bloomberg|wirp|yahoo|polymarket|a|some\w*) .*\b(seems?|says?|shows?|said|thinks?|claims?|has|have|looks?|quotes?|prints?|tells?|told|reads?|asked|asks|wants?|needs?)\b/;
/** What a part of each kind must name to be a question of its own behind another one. */
const OWN: Partial<Record<Kind, RegExp>> = {
  'as-of':
    /^(?!.*\b(peak|high|low|record|top|bottom|trough|max|min|best|worst)\b).*\b(data|numbers?|figures?|prices?|this|these|it|that|stale|fresh|asof|closes?|settlements?)\b/,
  target: /\b(targets?|calls?|upside|forecasts?|firms?|goldman|fundstrat|lee|see|sees|say|says)\b/,
  highs: /^(?!.*\b(such|streaks?|runs?|days in a row)\b)/,
  lag: /\b(gap|spread|lag\w*|behind|ahead|lead\w*|small\w*|russell|rut|r2k|iwm|s&p|spx|tech|nasdaq|ytd|mtd|qtd|\d+ ?[dwmy]|week|month|quarter|year|vs|versus|perform\w*|since)\b/,
  odds: /\b(odds|cuts?|hikes?|hold|fed|fomc|meeting|chances?|prob\w*|priced|pricing|jan\w*|feb\w*|mar|march|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*)\b/,
};

/** Whether a part behind another is a question of its own, not a remark on the first or its second half. */
export function standsAlone(part: string, { kind, slots }: Question): boolean {
  const { text } = normalText(part);
  if (COMMENT.test(text)) return false;
  if (kind === 'target' && slots.firm !== undefined) return true;
  return OWN[kind]?.test(text) ?? true;
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
