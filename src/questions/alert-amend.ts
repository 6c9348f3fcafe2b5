/** "make it 10", "only once", "and for june", "above instead": the words of the alert asked for just before, changed. Pure. */
import { CapwatchError } from '../errors.ts';
import { monthNumber } from './dates.ts';
import { residue } from './residue.ts';
import { MONTH } from './slots-periods.ts';
import { windowIn } from './wish-gap.ts';
import { type Level, levelsIn, termsIn } from './wish-text.ts';

const SIDES =
  /\b(above|below|over|under|past|through|beneath|north|south|higher|lower|wider|narrower|more|less|than|points?|percent|hits?|reach(es)?|goes|level|threshold|line|trigger|side|other way|instead|once|standing|every time|just|only|single|time|rearm|quiet|until|from|alert|ping|odds|cuts?|hikes?|hold|the s&p|s&p|spx|russell|r2k|small caps?|higher|bit|fire|fires|one ?off|thing|better|do|set|go ahead|confirm|confirmed|yes|yep|yeah|ok|okay|sure|perfect|raise|move|bump|use|lets|id|like|prefer|that s|thats|fine|hmm|wait|mind|for now)\b|[<>]=?|\d{1,2}:\d\d/g;
const ASKS = /\b(what|whats|how|why|who|which|where|is|are|was|were|does|did|should|will|would)\b|\?$/;
const CONFIRMS =
  /^(yes|yep|yeah|yup|ok|okay|sure|confirm(ed)?|do it|set it|set (that|this|the) alert|go ahead|please do|yes please|sounds good|perfect|lgtm)\b[^\d]*$/;

/** Whether a text after an alert's question only changes that alert, or says yes to it. */
export function amendsAlert(text: string): boolean {
  if (ASKS.test(text) || text.split(' ').length > 10) return false;
  if (CONFIRMS.test(text)) return true;
  const { text: rest, words } = termsIn(text);
  const found = levelsIn(rest).length > 0 || words.length > 0 || windowIn(rest) !== undefined || partIn(rest);
  return Boolean(found) && residue(rest.replaceAll(SIDES, ' ')) === '';
}

function partIn(text: string): boolean {
  return new RegExp(
    `\\b(${MONTH}|next meeting|cuts?|hikes?|hold|above|below|other (way|side)|s&p|spx|russell|r2k)\\b`,
  ).test(text);
}

/** The changed words. @throws CapwatchError `invalid_input` for an alert without a level that is given one. */
export function amendedWords(words: string, text: string): string {
  const { text: rest, words: terms } = termsIn(text);
  const [level] = levelsIn(rest);
  const sided = level ? leveled(words, level) : sideOnly(words, rest);
  const parted = withParts(sided, rest);
  const kept = terms.reduce((line, term) => withTerm(line, term), parted);
  return kept.replaceAll(/\s+/g, ' ').trim();
}

const LINE = /\b(above|below|past) ([-+]?)\d+(?:\.\d+)?\b/;
const MOVE = /\bmoves \d+(?:\.\d+)?\b/;

/** The old line at a new level; the old side and sign where the new words give none. */
function leveled(words: string, { value, unit, decimals, negative, meant }: Level): string {
  const isGap = words.startsWith('gap');
  const share = !isGap && unit === 'none' && decimals > 0 && value < 1;
  const size = Math.round(100 * Math.abs(share ? value * 100 : unit === 'bp' ? value / 100 : value)) / 100;
  const bare = words.replace(/\brearm [-+]?\d+(\.\d+)?/, '');
  if (MOVE.test(bare)) return bare.replace(MOVE, `moves ${size}`);
  if (words.startsWith('divergence')) return `divergence ${size}`;
  const [, side = 'past', sign = ''] = LINE.exec(bare) ?? [];
  if (!LINE.test(bare)) {
    throw new CapwatchError('invalid_input', 'That alert has no level to change.', {
      example: 'ping me if the gap goes past 8 points',
    });
  }
  const minus = negative || sign === '-';
  const sided = meant === 'above' || meant === 'below' ? meant : undefined;
  // A size without a sign: "over 10" behind is below −10.
  const outward = sided && isGap && minus && !negative ? flipped(sided) : (sided ?? side);
  const kept = words.startsWith('drawdown') ? side : outward;
  return bare.replace(LINE, `${kept} ${minus && size !== 0 ? '-' : ''}${size}`);
}

function flipped(side: string): string {
  return side === 'above' ? 'below' : 'above';
}

function sideOnly(words: string, text: string): string {
  const named = /\b(above|over|higher)\b|>/.test(text)
    ? 'above'
    : /\b(below|under|lower)\b|</.test(text)
      ? 'below'
      : '';
  const side = /\bother (way|side)\b/.test(text) ? flipped(LINE.exec(words)?.[1] ?? 'below') : named;
  return side === '' || words.startsWith('drawdown')
    ? words
    : words.replace(/\b(above|below|past)(?= [-+]?\d)/, side).replace(/\brearm [-+]?\d+(\.\d+)?/, '');
}

/** Another window of a gap, meeting or outcome of odds, index of a drawdown or record. */
function withParts(words: string, text: string): string {
  if (words.startsWith('gap')) {
    const window = windowIn(text);
    return window ? words.replace(/^gap \S+/, `gap ${window}`) : words;
  }
  if (/^(drawdown|record)/.test(words)) {
    const symbol = /\b(s&p|spx|sp500|large)/.test(text) ? 'gspc' : /\b(russell|r2k|small|rut)/.test(text) ? 'rut' : '';
    return symbol === '' ? words : words.replace(/\b(rut|gspc)\b/, symbol);
  }
  if (!/\bodds\b/.test(words)) return words;
  const month = new RegExp(`\\b${MONTH}\\b`).exec(text)?.[1];
  const meeting = month === undefined || monthNumber(month.slice(0, 3)) === undefined ? undefined : month;
  const word = /\b(cut|hike|hold)s?\b/.exec(text)?.[1];
  return words
    .replace(/^\S+/, meeting ?? (/\bnext meeting\b/.test(text) ? 'next' : '$&'))
    .replace(/\b(cut|hike|hold)\b/, word ?? '$&');
}

const TERMS: Readonly<Record<string, RegExp>> = {
  once: /\b(once|standing)\b/,
  standing: /\b(once|standing)\b/,
  until: /\buntil \S+( [a-z]\S*)?( \d{4})?/,
  quiet: /\bquiet \S+ \S+/,
  rearm: /\brearm \S+/,
};

function withTerm(words: string, term: string): string {
  const [name = ''] = term.split(' ');
  const line = name === 'rearm' && /(below|above|past) -/.test(words) ? term.replace(/^rearm (?=\d)/, 'rearm -') : term;
  const old = TERMS[name];
  return `${old ? words.replace(old, ' ') : words} ${line}`;
}
