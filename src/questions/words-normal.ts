/** A question as people type it → plain lower-case words: short forms in full, numbers as digits, misspelt words put right. Pure. */
import { FIRM_WORDS } from './firm-names.ts';
import { editDistance, nearest } from './nearest.ts';
import { COMMON, FIELD, SHORT_FIELD } from './words-known.ts';
import { LEXICON_WORDS } from './words-lexicon.ts';

const LONGEST = 300;

/** Their plurals and tenses, which a pattern spells as a stem and an ending. */
const KNOWN = new Set([...FIELD, ...FIRM_WORDS, ...LEXICON_WORDS, ...LEXICON_WORDS.map((word) => `${word}s`)]);

/** Short forms of desks and phones; each is a word of its own. */
const SHORTHAND: Readonly<Record<string, string>> = {
  yr: 'year',
  yrs: 'years',
  ye: 'year end',
  eoy: 'year end',
  yearend: 'year end',
  mo: 'month',
  mos: 'months',
  mth: 'month',
  mths: 'months',
  wk: 'week',
  wks: 'weeks',
  qtr: 'quarter',
  yday: 'yesterday',
  u: 'you',
  ur: 'your',
  n: 'and',
  r: 'are',
  wat: 'what',
  wats: 'whats',
  wot: 'what',
  wut: 'what',
  wht: 'what',
  hw: 'how',
  gimme: 'give me',
  lmk: 'let me know',
  incl: 'include',
  '50s': '50 bp',
  '75s': '75 bp',
  thru: 'through',
  til: 'until',
  tgt: 'target',
  tgts: 'targets',
  px: 'price',
  pxs: 'prices',
  mkt: 'market',
  mtg: 'meeting',
  mtgs: 'meetings',
  msg: 'message',
  probs: 'probabilities',
  bip: 'bp',
  bips: 'bps',
  beeps: 'bps',
  pct: 'percent',
  perc: 'percent',
  pctile: 'percentile',
  pctl: 'percentile',
  pctle: 'percentile',
  fomcs: 'fomc',
  opco: 'oppenheimer',
  spooz: 's&p futures',
  spoos: 's&p futures',
  spus: 's&p futures',
  snp: 's&p',
  sandp: 's&p',
  es: 's&p futures',
  rty: 'russell futures',
  smallcap: 'small cap',
  smallcaps: 'small caps',
  largecap: 'large cap',
  largecaps: 'large caps',
  megacap: 'mega cap',
  megacaps: 'mega caps',
  equalweight: 'equal weight',
  equalweighted: 'equal weighted',
  underperf: 'underperformance',
  outperf: 'outperformance',
  perf: 'performance',
  ndx: 'nasdaq 100',
  fwd: 'forward',
  fut: 'futures',
  futs: 'futures',
};

const UNITS = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(
  ' ',
);
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const NUMBER = new RegExp(
  `\\b(${Object.keys(TENS).join('|')})(?: (${UNITS.slice(1, 10).join('|')}))?\\b|\\b(${UNITS.slice(2).join('|')})\\b`,
  'g',
);
/** Sizes of a move as people say them, in the order in which they are looked for. */
const SIZES: readonly (readonly [RegExp, string])[] = [
  [/\b(3|three) quarters?( (of a |percent |percentage )?points?)?\b(?! (of|to|ago|back))/g, '75 bp'],
  [/\b(a |one |1 )?(full|whole) (percentage )?points?\b/g, '100 bp'],
  [/\b(a )?quarter (of a |percent |percentage )?points?\b/g, '25 bp'],
  [/\b(a )?half (of )?(a )?(percent |percentage )?points?\b|\bhalf a percent\b/g, '50 bp'],
  [/\b(jumbo|super ?sized?|outsized?|double)(?= (rate )?(cut|hike|move|odds))/g, '50 bp'],
  [/\b(jumbo|super ?sized?)\b/g, '50 bp'],
  [/\b(?:ye|eoy|year end)[ ']?(2\d)\b(?! ?(%|days?|pp|bps?))/g, 'year end 20$1'],
  [/\b([3-9])k\b/g, '$1000'],
  [/\b([3-9])\.(\d)k\b/g, '$1$200'],
  [/\b([3-9])\.(\d\d)k\b/g, '$1$20'],
  [/\b(a )?quarter or (a )?half\b/g, '25 bp or 50 bp'],
  [/\b(two|2) thirds\b/g, '66%'],
  [/\b(a|one|1) third\b/g, '33%'],
  [/\b(a|one|1) quarter(?= (chance|probability))/g, '25%'],
  [/\b(below|above|over|under|past|to|than) (a )?half\b/g, '$1 50%'],
  [/\b(one|a) (?=(day|week|month|quarter|year|session)s?\b(?! (end|to date|low|high|over year|on year)))/g, '1 '],
];

/** "6,5 points", "above 6,5": a comma between digits with one or two behind it, where a unit or a side says that it is one number. */
const DECIMAL_COMMA =
  /(?<![\d.,])(\d{1,3}),(\d{1,2})(?![\d,])(?= ?(?:%|pp\b|percent|per cent|pct|points?\b|pts?\b|bps?\b|basis))|(?<=\b(?:above|below|over|under|past|than|at|beyond|exceeds|says|shows|has|reads) [-+]?)(\d{1,3}),(\d{1,2})(?![\d,])/g;

export interface NormalText {
  /** Lower case, apostrophes gone, one space between words; numbers, %, & and / kept. */
  readonly text: string;
  /** As typed, folded, case kept: for names. */
  readonly typed: string;
}

/** At most 300 characters are read; the rest of a pasted page asks nothing. */
export function normalText(raw: string): NormalText {
  const typed = raw
    .normalize('NFKC')
    .replaceAll(/<[@#!][^>]*>/g, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
    .replaceAll(/[\u2212\u2013\u2014]/gu, '-')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
  const plain = typed
    .toLowerCase()
    .replaceAll(/[’'`´]/g, '')
    .replaceAll(/(\d),(?=\d{3}\b)/g, '$1')
    .replaceAll(DECIMAL_COMMA, (found) => found.replace(',', '.'))
    .replaceAll(/\b([pe])\.?\/\.?e\b/g, 'pe ratio')
    .replaceAll(/[^\p{L}\p{N}%&/.+:<>=-]+/gu, ' ')
    .replaceAll(/[.:](?=\s|$)/g, ' ')
    .replaceAll(/(?<=\p{L})-(?=\p{L}|\d)/gu, ' ')
    .replaceAll(/(?<=\d)-(?=\p{L})/gu, ' ')
    .replaceAll(/(\d)(wk|yr|mo|mth|qtr)s?\b/g, '$1 $2')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const words = plain.split(' ').map((word) => SHORTHAND[word] ?? corrected(word));
  return { typed, text: inDigits(words.join(' ')) };
}

/** "sixty five" → "65", "half a point" → "50 bp". */
function inDigits(text: string): string {
  const sized = SIZES.reduce((rest, [pattern, size]) => rest.replaceAll(pattern, size), text);
  const digits = sized.replaceAll(
    NUMBER,
    (_, tens: string | undefined, unit: string | undefined, small: string | undefined) =>
      String(
        small === undefined ? (TENS[tens ?? ''] ?? 0) + Math.max(0, UNITS.indexOf(unit ?? '')) : UNITS.indexOf(small),
      ),
  );
  // "six point nine" is a decimal.
  return digits.replaceAll(/\b(\d{1,3}) point (\d{1,2})\b(?! (points?|bps?))/g, '$1.$2');
}

/** The word of our field that a misspelt one was meant to be; everyday words, names and numbers stay as they are. */
function corrected(word: string): string {
  if (word.length < 3 || /[^a-z]/.test(word) || KNOWN.has(word) || COMMON.has(word)) return word;
  return word.length < 5 ? shortCorrected(word) : longCorrected(word);
}

/** Words of three and four letters: two neighbours swapped, a letter doubled or lost, and only one word it can be. */
function shortCorrected(word: string): string {
  if (SHORT_FIELD.includes(word)) return word;
  const near = SHORT_FIELD.filter((one) => isSwapped(word, one) || (word.length === 4 && isOneLetterOff(word, one)));
  const [only, second] = near.length > 0 ? near : [...COMMON].filter((one) => isSwapped(word, one));
  return only !== undefined && second === undefined ? only : word;
}

function isSwapped(word: string, other: string): boolean {
  if (word.length !== other.length) return false;
  const apart = [...word].flatMap((letter, index) => (letter === other[index] ? [] : [index]));
  const [first = 0, second = 0] = apart;
  return apart.length === 2 && second === first + 1 && word[first] === other[second] && word[second] === other[first];
}

/** The same first letter, and one letter more, less or other. */
function isOneLetterOff(word: string, other: string): boolean {
  return word[0] === other[0] && other.length >= 3 && editDistance(word, other) === 1;
}

/** One edit for words of five to seven letters, two for longer ones. */
function longCorrected(word: string): string {
  const near = nearest(word, FIELD);
  if (near === undefined || (near[0] !== word[0] && !isSwapped(word, near))) return word;
  // A plural or a tense of a word we know is no misspelling.
  if (word.startsWith(near) || near === `${word}s`) return word;
  return word.length <= 7 && editDistance(word, near) > 1 ? word : near;
}
