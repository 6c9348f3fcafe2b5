/** Which of the figures in a dispute is the other side's and which is ours, by the words around each. Pure. */
import type { Figure } from './question.ts';

export interface QuotedPair {
  readonly theirs: Figure | undefined;
  readonly ours: Figure | undefined;
}

type Side = 'ours' | 'theirs';

const OURS =
  /\b(you|your|yours|youre|capwatch|the bot|this bot|we|here|in (this|the|your) (post|alert|message|summary|thread)|this (post|alert|says|shows)|the (post|alert) (says|shows)|posted)\b/g;
const THEIRS =
  /\b(yahoo|bloomberg|bbg|wirp|cme|fedwatch|reuters|refinitiv|eikon|factset|screen|terminal|wsj|ft|cnbc|google|trading ?view|barrons|marketwatch|article|polymarket|kalshi|koyfin|investing\.com|stooq|seeking alpha|press|newspaper|somebody|someone|some ?one|twitter|tweet|fintwit|atlanta fed|bespoke|desk|colleagues?|boss|pm|client|broker|trader|sales|they|their|them|he|she|i (have|see|get|make|got|calculate)|ive got|im (seeing|getting)|site|page|website|others?|everyone|my (own )?(number|figure|calc\w*|sheet|spreadsheet|excel)|mine|excel|spreadsheet|should be|supposed to be|actually|really|rather|but its)\b/g;
const WHOSE = new Map<Side, RegExp>([
  ['ours', OURS],
  ['theirs', THEIRS],
]);
/** "7.4 not 4.0", "7 instead of 4": what stands after it is the other one. */
const TURN = /\b(not|instead of|rather than|versus|vs|against)\b[^\d]*$/;
/** "why 5.9", "how can it be 5.9": doubt is of our figure. */
const DOUBTED = /^(why|how come|how is|how can|is)\b[^\d]*$/;

/** Their figure and ours in `text`; sizes of a move (`sizes`, in bp) name a thing and are nobody's claim. */
export function quotedPair(text: string, figures: readonly Figure[], sizes: readonly number[] = []): QuotedPair {
  const claims = claimsIn(text, figures, sizes);
  const [first, second] = claims;
  if (!first) return { theirs: undefined, ours: undefined };
  const sides = sidesOf(text, claims);
  const theirs = claims.find((_, index) => sides[index] === 'theirs');
  const ours = claims.find((claim, index) => sides[index] === 'ours' && claim !== theirs);
  if (theirs) return { theirs: theirs.figure, ours: ours?.figure };
  if (claims.length === 1)
    return sides[0] === 'ours' ? { theirs: undefined, ours: first.figure } : { theirs: first.figure, ours: undefined };
  return ours === second
    ? { theirs: first.figure, ours: ours?.figure }
    : { theirs: second?.figure, ours: first.figure };
}

interface Claim {
  readonly figure: Figure;
  readonly begin: number;
  readonly end: number;
}

function claimsIn(text: string, figures: readonly Figure[], sizes: readonly number[]): Claim[] {
  const claims: Claim[] = [];
  const left = [...sizes];
  const named = figures.filter((figure) => isNamedSize(text, figure));
  let from = 0;
  for (const figure of figures) {
    const begin = text.indexOf(figure.typed, from);
    if (begin < 0) continue;
    from = begin + figure.typed.length;
    const size = left.indexOf(Math.abs(figure.value));
    // "50 for the 50 bp cut": the one with the unit is the size; "the 50 at 61": the only 50 is.
    const isSize = named.includes(figure) || !named.some(({ value }) => Math.abs(value) === Math.abs(figure.value));
    if (size >= 0 && isSize && figure.unit !== 'percent') left.splice(size, 1);
    else if (figure.unit !== 'bp' || sizes.length === 0) claims.push({ figure, begin, end: from });
  }
  return claims;
}

function isNamedSize(text: string, { typed, unit }: Figure): boolean {
  return unit === 'bp' || new RegExp(`${RegExp.escape(typed)} ?(bps?|cuts?|hikes?|moves?|bin)\\b`).test(text);
}

/** By the last word for either side before each figure; where the first has none, by the words after each. */
function sidesOf(text: string, claims: readonly Claim[]): (Side | undefined)[] {
  const before = claims.map(({ begin }, index) => text.slice(claims[index - 1]?.end ?? 0, begin));
  const after = claims.map(({ end }, index) => text.slice(end, claims[index + 1]?.begin ?? text.length));
  const leading = before.map((words) => lastSide(words));
  const [lead = '', next = ''] = before;
  const doubted =
    claims.length > 1 && (/\bnot\b[^\d]*$/.test(lead) || (leading[0] === undefined && DOUBTED.test(lead)));
  if (doubted) leading[0] = 'ours';
  const trailing = leading[0] === undefined && claims.length > 1 && !TURN.test(next);
  const sides = trailing ? after.map((words, index) => firstSide(words) ?? leading[index]) : leading;
  claims.forEach((_, index) => {
    if (index === 0 || lastSide(before[index] ?? '') !== undefined) return;
    if (TURN.test(before[index] ?? '') || sides[index] === undefined)
      sides[index] = other(sides[index - 1] ?? 'theirs');
  });
  return sides;
}

function other(side: Side): Side {
  return side === 'ours' ? 'theirs' : 'ours';
}

function lastSide(words: string): Side | undefined {
  return sideBy(words, (a, b) => b.index - a.index);
}

function firstSide(words: string): Side | undefined {
  return sideBy(words, (a, b) => a.index - b.index);
}

interface Found {
  readonly side: Side;
  readonly index: number;
}

function sideBy(words: string, order: (a: Found, b: Found) => number): Side | undefined {
  const found = [...WHOSE].flatMap(([side, pattern]) =>
    [...words.matchAll(pattern)].map(({ index }) => ({ side, index })),
  );
  return found.sort(order)[0]?.side;
}
