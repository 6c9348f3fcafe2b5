/** Sizes of a move of the funds rate as a question names them: 25, 50, 75, 100 and so on, in basis points. Pure. */

/** "50 bp", "the 50", "75 or 100?" are sizes; "above 50", "50%", "you have 75" are levels and stay figures. */
const SIZE = '(25|50|75|100|125|150)s?';
const UNIT = '(?: ?(?:bps?|basis points?))';
const OUTCOME = '(?:cuts?|hikes?|moves?|bins?|odds|chances?|probability|prob|likelihood|or more|priced|decision)';
const NAMED: readonly RegExp[] = [
  new RegExp(`(?<![\\d.])${SIZE}${UNIT}`, 'g'),
  new RegExp(
    `(?<!\\b(?:above|below|over|under|past|than|at|is|has|have|had|says?|shows?|to|around|near) )(?<![\\d.])\\b${SIZE} (?=(?:rate )?${OUTCOME}\\b)`,
    'g',
  ),
  new RegExp(`\\b(?:an?|the) ${SIZE}(?= (?:at|in|by|vs|v|or|on|is|was|next|now|itself|alone)\\b|$)`, 'g'),
  new RegExp(
    `\\b(?:odds|chances?|probability|prob|likelihood|risk|priced|pricing|possibility) (?:of|for) (?:an? |the )?${SIZE}(?!\\.?\\d| ?(?:%|percent|pp|points?))\\b`,
    'g',
  ),
  new RegExp(
    `\\d(?:\\.\\d+)? ?(?:%|percent|pct) (?:chance |odds |probability |prob |likelihood )?(?:for|of|on) (?:an? |the )?${SIZE}(?!\\.?\\d| ?(?:%|percent|pp|points?))\\b`,
    'g',
  ),
  new RegExp(
    `(?:^|\\b(?:and|about|so|ok|still|also|or|what|of) )${SIZE} (?:in|by|for|at) (?:the )?(?:next meeting|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\\b`,
    'g',
  ),
  new RegExp(
    `\\b(?:any|another|more|an?|the|first|still|for|of|on|do|going|go|get|price|prices|pricing|see|seeing) ${SIZE} (?:left|remaining|still|alive|dead|gone|on the table|possible|likely|(?:in|by|for|at) (?:the )?(?:next meeting|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*))\\b`,
    'g',
  ),
];
const ALONE = new RegExp(
  `^(?:and |or |what about |whats about |how about |so |but )?(?:an? |the |for )*${SIZE}${UNIT}?(?: (?:or|and|vs|v|versus|not) (?:an? |the )?${SIZE}${UNIT}?)*(?: (?:cuts?|hikes?|instead|then|then\\?))?$`,
);
const PAIR = new RegExp(
  `(?<![\\d.])\\b${SIZE}${UNIT}? (?:or|vs|v|versus) (?:an? |the )?${SIZE}${UNIT}?(?!\\.?\\d| ?(?:%|percent|pp))\\b`,
  'g',
);

/** The sizes a normalised text names, in basis points and in their order; empty where none is. */
export function sizesIn(text: string): number[] {
  const alone = ALONE.test(text) ? [...text.matchAll(/\b\d+\b/g)].map(([digits]) => Number(digits)) : [];
  const paired = [...text.matchAll(PAIR)].flatMap(([, first, second]) => [Number(first), Number(second)]);
  const named = NAMED.flatMap((pattern) => [...text.matchAll(pattern)].map(([, digits]) => Number(digits)));
  return [...new Set([...alone, ...paired, ...named])];
}
