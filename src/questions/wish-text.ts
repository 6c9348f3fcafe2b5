/** An alert's wish as people type it → plain words, the levels in it and the side each is meant from. Knows no metric. Pure. */
import type { Figure } from './question.ts';
import { figuresIn } from './slots-figures.ts';
import { MONTH } from './slots-periods.ts';
import { normalText } from './words-normal.ts';

/** What a person sends along that is not theirs to ask: quoted lines, code, text between quotation marks. */
export function ownWords(raw: string): string {
  return raw
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replaceAll(/```[\s\S]*?(```|$)|`[^`\n]*`/g, ' ')
    .replaceAll(/^\s*>(?!\s*[-+]?\d).*$/gm, ' ')
    .replaceAll(/["“”][^"“”\n]*["“”]/g, ' ');
}

/** Shares, sizes and comparisons in the one form that figures are read in. */
const SAID: readonly (readonly [RegExp, string])[] = [
  [/<[@#!][^>]*>/g, ' '],
  [/\btops? (?=[-+\d])/gi, 'above '],
  [/\bfrom [-+]?\d+(\.\d+)? ?(%|pp|points?)? (?=to )/gi, ''],
  [/(?<=\b(under|over|below|above|past|than|to|at) )1\/4\b/gi, '25%'],
  [/\b(within|by|past|over|under|than|to|inside|another) a (?=(point|pp)\b)/gi, '$1 1 '],
  [/&gt;/g, '>'],
  [/&lt;/g, '<'],
  [/&amp;/g, '&'],
  [/^\s*>(?!\s*[-+]?\d).*$/gm, ' '],
  [/[≥⩾]|=>/g, ' >= '],
  [/[≤⩽]|=</g, ' <= '],
  [/(?<![<>=])([<>]=?)(?!=)/g, ' $1 '],
  [/\bpercentage (points?|pts?)\b/gi, 'pp'],
  [/\bovernight\b/gi, 'in 1 day'],
  [/\b(minus|negative) (?=\d)/gi, '-'],
  [/(?<=[<>=\s])-\s+(?=\d)/g, '-'],
  [/[ -]and (a|one) half\b/gi, ' halfmore'],
  [/\bhalf (of )?(a )?(percentage |percent )?(point|pp)\b/gi, '0.5 pp'],
  [/\bhalf (of )?(a )?(percent|%)/gi, '0.5%'],
  [/\b(two|2)[ -]thirds\b|(?<![\d/])2\/3(?![\d/])/gi, '66.67%'],
  [/\b(a|one|1)[ -]third\b|(?<![\d/])1\/3(?![\d/])/gi, '33.33%'],
  [/\b(three|3)[ -]quarters\b(?! of a)|¾|(?<![\d/])3\/4(?![\d/])/gi, '75%'],
  [/\b(a|one)[ -]quarter\b(?! (of a )?(percent|point|pp))|¼/gi, '25%'],
  [/\b(fifty[ /-]fifty|50[ /-]50|coin[ -]?(flip|toss)|toss[ -]?up|even (odds|money|chances?))\b/gi, '50%'],
  [/(?<!second |first |h)\b(a |one )?half\b(?! (a |year))|½|(?<![\d/])1\/2(?![\d/])/gi, '50%'],
  [/\bone (?=(pp|percent|per cent|percentage|point|bp|basis))/gi, '1 '],
  [/\ba (?=hundred\b)/gi, '1 '],
  [/\bone hundred\b/gi, '1 hundred'],
];

/** The wish as normalised words: typos put right, numbers in digits, `>` for ≥ and `&gt;`. */
export function wishText(raw: string): string {
  const said = SAID.reduce((text, [pattern, form]) => text.replaceAll(pattern, form), raw);
  return normalText(said)
    .text.replaceAll(/\b(\d+) ?hundred\b/g, '$100')
    .replaceAll(/\b(\d+) ?halfmore\b/g, '$1.5')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Terms of an alert beside what it watches, as `/capwatch alert` takes them, and the text without them. */
export interface Terms {
  readonly words: readonly string[];
  readonly text: string;
  /** Futures days or sessions of a change: "in 5 days", "in a week". */
  readonly sessions?: number;
}

const UNTIL = new RegExp(
  `\\b(?:until|till|through|up to|ends? (?:on|in)) (?:the )?(\\d{4}-\\d\\d-\\d\\d|(?:\\d{1,2}(?:st|nd|rd|th)? )?${MONTH}(?: \\d{1,2}(?:st|nd|rd|th)?)?(?: \\d{4})?)(?! (?:odds|cut))\\b`,
);
const ONCE = /\b(just|only) (the )?once\b|\bonce only\b|\b(one|1|single) time( only)?\b|\bone ?off\b|[, ]once$|^once$/;
const STANDING = /\b(every|each) time\b|\bstanding\b|\brepeatedly\b|\bkeep telling\b/;
const QUIET = /\bquiet (?:hours )?(?:from |between )?(\d{1,2}:\d\d)(?: ?- ?| to | and | until | )(\d{1,2}:\d\d)\b/;
const REARM =
  /\bre ?-?arms?(?:ed)?(?: (?:it|again))?(?: (?:at|above|below|over|under|past))? ([-+]?\d+(?:\.\d+)?) ?(?:%|pp|points?)?/;
const WITHIN =
  /\b(?:in|within|over|inside)(?: the space of)? (?:a |any |1 |one )?(\d+ )?(?:trading |futures |business )?(day|session|week|month)s?\b|\b(on the day|day over day|day on day|a day|per day|intraday|in a single (?:day|session))\b/;
const DAYS_OF: Readonly<Record<string, number>> = { day: 1, session: 1, week: 5, month: 21 };

/** "once", "until 30 june", "quiet 22:00 to 06:00", "rearm at 7", "in 5 days". */
export function termsIn(text: string): Terms {
  const words: string[] = [];
  let rest = text;
  const take = (pattern: RegExp, word: (found: RegExpExecArray) => string) => {
    const found = pattern.exec(rest);
    if (!found) return;
    words.push(word(found));
    rest = rest.replace(pattern, ' ');
  };
  take(UNTIL, ([, day = '']) => `until ${day.replace(/(?<=\d)(st|nd|rd|th)\b/, '')}`);
  take(QUIET, ([, from = '', to = '']) => `quiet ${from} ${to}`);
  take(REARM, ([, line = '']) => `rearm ${line}`);
  take(ONCE, () => 'once');
  take(STANDING, () => 'standing');
  rest = rest.replace(/\b(over|in|within|during) the (next|coming) (\d+ )?\w+\b/, ' ');
  const within = WITHIN.exec(rest);
  if (!within) return { words, text: plain(rest) };
  const sessions = within[2] === undefined ? 1 : Number(within[1] ?? 1) * (DAYS_OF[within[2]] ?? 1);
  return { words, text: plain(rest.replace(WITHIN, ' ')), sessions };
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/**
 * How a level is meant: from one side, reached from wherever the figure stands (`to`), passed onwards (`past`), or as
 * the size of a change (`by`). `said` false: no word gives it.
 */
export interface Level extends Figure {
  readonly meant: 'above' | 'below' | 'past' | 'to' | 'by';
  /** A minus sign was typed. */
  readonly negative: boolean;
  readonly said: boolean;
}

/** The levels of a wish without its terms, in their order. */
export function levelsIn(text: string): Level[] {
  let from = 0;
  return figuresIn(text).map((figure) => {
    const found = text.indexOf(figure.typed, from);
    const at = found < 0 ? from : found;
    from = at + figure.typed.length;
    return { ...figure, negative: figure.typed.startsWith('-'), ...meantBy(text.slice(0, at), text.slice(from)) };
  });
}

const NEAR = String.raw`(?: (?:about|around|the|a|an|roughly|some))*\s*$`;
const BELOW = new RegExp(
  String.raw`(?:\b(?:below|under|beneath|underneath|south of|(?:less|lower|fewer|smaller|tighter|narrower) than|sub|at most|no more than|within|inside|undercuts?|loses)|<=?)${NEAR}`,
);
const ABOVE = new RegExp(
  String.raw`(?:\b(?:above|over|north of|(?:more|higher|greater|better) than|exceed(?:s|ing)?|tops?|topping|beyond|at least|surpass(?:es)?|upwards? of|clears?|outside|beats?)|>=?)${NEAR}`,
);
const PAST = new RegExp(
  String.raw`\b(?:past|(?:bigger|larger|wider|worse|deeper) than|through|thru|breaks?(?: out)?|breaking|cross(?:es|ing)?|breach(?:es)?|takes? out|pass(?:es|ing)?|blows? through)${NEAR}`,
);
const TO = new RegExp(
  String.raw`\b(?:hits?|hitting|reach(?:es|ing)?|to|touch(?:es)?|at|is|are|becomes?|=|equals?|approach(?:es)?|near(?:s|ing)?)${NEAR}`,
);
const CHANGE =
  /\b(moves?|changes?|shifts?|swings?|jumps?|drops?|falls?|rises?|climbs?|gains?|adds?|loses?|declines?|slides?|slips?|sinks?|plunges?|tumbles?|increases?|decreases?|widens?|narrows?|shrinks?|tightens?|dips?|rall(y|ies)|surges?|spikes?|down|up)( (by|more than|over|at least|another|a further|an extra|a|about|around|>|>=))*\s*$/;
const BY = /\b(by|another|a further|an extra)( (more than|over|at least|about|around))?\s*$/;
const LAGS =
  /\b(behind|lag\w*|trail\w*|ahead|lead\w*|under ?perform\w*|out ?perform\w*)( (small|smalls|small caps|r2k|russell|rut|s&p|spx|the|large caps|by|them|it))*( (more than|over|at least|about|around))?\s*$/;
const DOWN =
  /\b(drops?|dropping|falls?|falling|dips?|sinks?|slides?|slips?|plunges?|tumbles?|declines?|decreases?|down|comes? (in|down)|narrows?|shrinks?|tightens?|lower|backs? down)\b[^\d]*$/;
const UP =
  /\b(rises?|rising|climbs?|jumps?|up|increases?|rall(y|ies)|surges?|spikes?|widens?|blows? out|balloons?|stretches|higher|grows?)\b[^\d]*$/;
const DISTANCE =
  /^ ?(points?|pp|%|percent|per cent|bps?|basis points?)? ?(behind|ahead|off\b|short\b|from (its|the|their)|(below|under|beneath) (its|the|their|a) |under ?water|down from|down on)/;
const OR_MORE =
  /^ ?(points?|pp|%|percent)? ?((or|and) (more|higher|above|over|better|worse|wider|greater|bigger)|\+|plus\b|on the upside|to the upside|from below)/;
const OR_LESS =
  /^ ?(points?|pp|%|percent)? ?((or|and) (less|lower|below|under|tighter|narrower|smaller|fewer)|on the downside|to the downside|from above)/;

function meantBy(before: string, after: string): Pick<Level, 'meant' | 'said'> {
  const is = (meant: Level['meant'], said = true) => ({ meant, said });
  if (OR_MORE.test(after)) return is('above');
  if (OR_LESS.test(after)) return is('below');
  if (DISTANCE.test(after) || LAGS.test(before)) return BELOW.test(before) ? is('below') : is('past');
  if (BY.test(before) || (CHANGE.test(before) && !/\b(is|are|stands?) (down|up)\s*$/.test(before))) return is('by');
  if (BELOW.test(before)) return is('below');
  if (ABOVE.test(before)) return is('above');
  if (PAST.test(before)) return DOWN.test(before) ? is('below') : is('past');
  if (TO.test(before)) return DOWN.test(before) ? is('below') : UP.test(before) ? is('above') : is('to');
  return is('to', false);
}
