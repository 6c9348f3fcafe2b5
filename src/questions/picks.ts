/** Short words that pick from the answer just above: its next row, its day, its two figures, which to quote. Pure. */
import { type Day, yearOf } from '../calendar/day.ts';
import type { Before } from './chain.ts';
import { fieldOf } from './post-question.ts';
import type { Kind, Question, Slots } from './question.ts';

/** The words that pick and the values beside them. */
interface Words {
  readonly text: string;
  readonly slots: Slots;
}

interface Pick {
  /** Matched on the whole text without its polite ends. */
  readonly words: RegExp;
  readonly after: readonly Kind[];
  /** The question that the words ask; undefined where the answer above holds nothing to pick. */
  readonly asks: (before: Before, words: Words) => Question | undefined;
}

const BARE: Slots = { figures: [], chart: false, bearish: false, fromHigh: false };
const SIZED: readonly Kind[] = ['odds', 'odds-size', 'odds-at-by'];
const PRICED: readonly Kind[] = ['lag', 'base', 'highs', 'streak', 'extreme', 'recovery', 'gap-rank', 'seasonality'];
const LISTS: readonly Kind[] = ['ranking', 'consensus'];

const ENDS =
  /^(?:(?:and|so|ok|okay|then|but|now|also|well|hmm|yeah|yes|right|just) )+|(?: (?:then|please|pls|though|tho|again|exactly|roughly))+$/g;
const ROW =
  /^(?:(?:what|who|which|whos|whats|how|show|give)(?: me| is| was| are| comes?| about| firm)* )?(?:the )?(?:(?:number|no|#) ?(\d)|(2nd|second|3rd|third|4th|fourth|5th|fifth|next|runner up|one (?:after|below|behind)(?: (?:that|it|him))?))(?: (?:one|place|placed|fastest|slowest|quickest|best|most|biggest|largest|longest|highest|lowest|bullish|bearish|in line|on (?:the|that) list|down|after (?:that|it)))*$/;
const AT = { '2': 2, s: 2, '3': 3, t: 3, '4': 4, fo: 4, '5': 5, fi: 5 } as const;

const PICKS: readonly Pick[] = [
  { words: ROW, after: ['recovery', 'ranking'], asks: rowAsked },
  {
    words:
      /^(?:whats?|what is|how long is|how long was|and)? ?(?:the )?(?:longest|record|max(?:imum)?)(?: (?:run|streak|one|stretch|such run))?(?: (?:ever|on record|of all time|in history|so far))?$|^(?:was|has|is) (?:it|that|there|this)(?: a)? ?(?:ever )?(?:been )?(?:a )?longer(?: one| run| streak)?(?: before| ever)?$/,
    after: ['streak'],
    asks: ({ question }) => withSlots(question, { longest: true }),
  },
  {
    words:
      /^(?:was|has|is|did|were)(?: (?:it|that|this|the|they|ever|lead|lag|gap|been|get|gotten|there|a))* (?:bigger|wider|larger|worse|greater|more|higher|deeper|better|further)(?: (?:one|lead|lag|gap|than (?:that|this|now)|earlier|before|ever|this year|in the year|so far|at any point))*$|^(?:the )?(?:widest|biggest|largest|max(?:imum)?|peak|most|high point|worst)(?: (?:it|was|got|has|been|ever|lead|lag|gap|this year|so far|ytd|of the year|point))*$|^how (?:wide|big|large|bad|far) (?:did|has|was) (?:it|that|the (?:gap|lead|lag)) ?(?:get|got|gotten|been|go|gone|ever)?(?: (?:at (?:most|worst|its (?:peak|widest))|this year|ytd))*$/,
    after: ['lag', 'base'],
    asks: widest,
  },
  {
    words:
      /^(?:how|what) (?:much|far|big|many)?.*\b(?:get|getting|go|climb|make|come|move|rise|gain|rally|need(?:ed|s)?|left|missing|take)\b.*\b(?:back|there|recover|even|missing|needed|needs|left|make it up|take|go|get there)$|^(?:how (?:much|far)|what)(?: is|s)? (?:missing|needed|left)$|^what (?:does|would|will) it (?:need|take)(?: to (?:get|be) (?:back|there))?$|^(?:upside )?(?:to|til|until) (?:get|be) back(?: there| to it)?$/,
    after: ['highs'],
    asks: ({ question }) => ({ kind: 'needed', slots: { ...question.slots, fromHigh: true } }),
  },
  {
    words:
      /^when (?:was|is|did|were)(?: (?:it|its|the|their|that|they|index))?(?: (?:make|set|hit|see|have|reach))?(?: (?:its|the|their|a|one))? ?(?:last|latest|most recent|previous)?(?: (?:one|record|high|ath|time|close))*$|^(?:the )?(?:last|latest|most recent) (?:one|record|high|time)$/,
    after: ['highs'],
    asks: ({ question }) => question,
  },
  {
    words:
      /^(?:is (?:it|that) |what about |how about |same )?(?:on )?(?:an )?intraday(?: too| basis| as well| also| highs?| records?| lows?| and)*$|\b(?:on|using|by|with|from)\b.*\bintraday\b(?! the)/,
    after: ['highs', 'recovery'],
    asks: ({ question }, { slots }) => withSlots(question, { basis: 'intraday', ...indexOf(slots) }),
  },
  {
    words: /^(?:on|using|by|at)(?: the)?(?: daily)? closes?(?: basis| only| instead)?$/,
    after: ['highs', 'recovery'],
    asks: ({ question }) => withSlots(question, { basis: 'close' }),
  },
  {
    words:
      /^(?:and )?(?:without|ex|excluding|minus|less|drop(?:ping)?|leave out|leaving out|strip out|take out|not counting) (?:the |those )?(?:lowest|highest|top|bottom|low|high|bear|bull|most bullish|most bearish|biggest|smallest|max|min|2 extremes|extremes|outliers?|ends)(?: (?:one|call|target|firm|number|and (?:the )?(?:lowest|highest)))*$/,
    after: LISTS,
    asks: withoutEnd,
  },
  {
    words:
      /^which(?: 1| one| call| target| firm)?(?: of (?:the |those |these )?(?:2|two|those|them|both))? (?:is|are|was|has|sits|looks)(?: the)?(?: more)? ?(?:further|farther|furthest|farthest|higher|highest|bigger|biggest|larger|closer|nearer|lower|bullish|bearish|upside|left)(?: (?:away|off|out|to go|upside|left))*$|^who is (?:further|higher|more bullish|closer|lower|more bearish)(?: of (?:the|those) (?:2|two))?$/,
    after: ['target', 'horizon'],
    asks: bothFirms,
  },
  {
    words:
      /^(?:what is |whats |whats is |give me |show )?(?:the |a )?(?:diff|difference|delta|change|move|distance|spread|gap)(?: (?:in|as) (?:pts?|points?|pp|percentage points|percent|terms))*(?: (?:between|of|from))?(?: (?:these|those|the|them|both|that|2|two|dates?|days?|meetings?|figures?|numbers?|odds|ones?|1|one|to|and|other|it|is))*$|^(?:how (?:far|much) )?(?:apart|different)(?: are)?(?: (?:they|those|these|the 2))?$|^how (?:far|much) (?:apart )?(?:is|are) (?:they|those|these|that|the 2)(?: apart)?$/,
    after: ['odds', 'odds-size', 'lag', 'target'],
    asks: difference,
  },
  {
    words:
      /^(?:which|what|which is|what is)(?: 1| one| figure| number| of (?:the|those) (?:2|two)| of them)?(?: (?:is it|then))? (?:do|should|shall|can|would|could|to|must)(?: (?:i|we|you|one|the desk))? ?(?:quote|print|use|cite|publish|say|put|show|go with|run with|give|write|report|send)(?: (?:in|out|to|it|the|client|clients|note))*$|^(?:the )?(?:right|correct) (?:one|figure|number)$|^which (?:is|1 is|one is) (?:right|correct)$/,
    after: ['challenge-price', 'challenge-odds'],
    asks: ({ question }) => withSlots(question, { quote: true }),
  },
  {
    words:
      /\b(?:first|initial|original|advance|preliminary|prelim|flash)\b.{0,12}\b(?:print|printed|release|released|number|figure|vintage|estimate)\b|^(?:is (?:that|it|this) |was (?:that|it) )?(?:the |a )?(?:revised|revision|prelim|preliminary|first print|as revised)(?: or (?:not|first|original|final|prelim))?(?: (?:figure|number|print|one))?$|^(?:has|have|did|was|were) (?:that|it|this|they)(?: been| get)? revised(?: since)?$/,
    after: ['macro'],
    asks: ({ question }) => withSlots(question, { vintage: true }),
  },
  {
    words:
      /^(?:how (?:did|was|were|has)|what|where).{0,40}\b(?:after|followed|follow|next|since|from)\b.{0,12}\b(?:that|this|it|then)(?: (?:one|time|low|high|recovery|case))?$|^(?:what|how) .*\b(?:that|this) (?:one|case|time)$/,
    after: ['recovery'],
    asks: ({ question, told }, { text, slots }) =>
      told?.day === undefined || (question.slots.row === undefined && !/\b(that|this) (one|case|time)\b/.test(text))
        ? undefined
        : {
            kind: 'after',
            slots: { ...BARE, event: 'recovery', onDay: told.day, ...(slots.ahead && { ahead: slots.ahead }) },
          },
  },
  {
    words: /\b(?:that|the same) year$|\bthat same year$/,
    after: PRICED,
    asks: ({ told, question }, { slots }) =>
      told?.day === undefined ? undefined : ofYear(told.day, question.slots, slots),
  },
  {
    words:
      /^what(?:s| is| has|has)? ?(?:is |was |has |did |have )?(?:it |they )?(?:chang\w*|mov\w*|shift\w*|happen\w*|different|new)(?: (?:since|then|between|in between|from|there|to|now|the|2|two|dates))*$|^(?:why|how) (?:the (?:change|move|shift|difference)|did (?:it|that|they) (?:change|move|shift))$/,
    after: SIZED,
    asks: ({ question: { slots } }) =>
      slots.asOf === undefined ? undefined : { kind: 'odds-why', slots: sinceThen(slots, slots.asOf) },
  },
  {
    words:
      /^how many(?: (?:of them|hikes?|cuts?|moves?|25s?))?(?: (?:are|is|do|in|priced|they|have|we))* (?:by|through|until|into) (?:\w+ ){0,2}\w+$/,
    after: [...SIZED, 'fed-path'],
    asks: (_before, { slots }) =>
      slots.meeting || slots.month !== undefined || slots.year !== undefined ? { kind: 'fed-path', slots } : undefined,
  },
];

/** The question that `text` picks from the answer before; undefined where it picks nothing. */
export function picked(before: Before, { text, slots }: Words): Question | undefined {
  const bare = text.replaceAll(ENDS, '').trim();
  for (const { words, after, asks } of PICKS) {
    if (!after.includes(before.question.kind) || !words.test(bare)) continue;
    const found = asks(before, { text: bare, slots });
    if (found) return found;
  }
  return undefined;
}

function withSlots({ kind, slots }: Question, more: Partial<Slots>): Question {
  return { kind, slots: { ...slots, ...more, chart: false } };
}

function indexOf({ index }: Slots): Partial<Slots> {
  return index === undefined ? {} : { index };
}

/** The gap at its widest in the year that is told; other windows have no such list. */
function widest({ question, told, earlier }: Before, { text }: Words): Question | undefined {
  const { window = 'ytd', asOf, benchmark } = question.slots;
  if (window !== 'ytd' || (question.kind === 'base' && earlier[0]?.kind !== 'lag')) return undefined;
  const side = /\b(lead|ahead)\b/.test(text) ? 'high' : /\b(lag|behind)\b/.test(text) ? 'low' : (told?.side ?? 'low');
  return {
    kind: 'extreme',
    slots: {
      ...BARE,
      superlative: { ask: 'running', length: 'year', side, of: 'gap' },
      window,
      ...(asOf && { asOf }),
      ...(benchmark && { benchmark }),
    },
  };
}

/** "second", "next", "number 3" of the list above. */
function rowAsked({ question }: Before, { text, slots }: Words): Question {
  const [, digit, word = ''] = ROW.exec(text) ?? [];
  const named = Object.entries(AT).find(([start]) => (digit ?? word).startsWith(start))?.[1];
  const row =
    digit !== undefined ? Number(digit) : (named ?? (word === 'runner up' ? 2 : (question.slots.row ?? 1) + 1));
  return withSlots(question, { row, ...(slots.bearish && { bearish: true }) });
}

/** "without the lowest": the firm at that end of the list above, beside those left out before. */
function withoutEnd({ question, told }: Before, { text }: Words): Question | undefined {
  const firms = told?.firms ?? [];
  const [top, bottom] = question.slots.bearish ? [firms.at(-1), firms[0]] : [firms[0], firms.at(-1)];
  const out = /extremes|outliers|ends|\band\b/.test(text)
    ? [top, bottom]
    : /\b(lowest|bottom|low|bear|bearish|smallest|min)\b/.test(text)
      ? [bottom]
      : /\b(highest|top|high|bull|bullish|biggest|max)\b/.test(text)
        ? [top]
        : [];
  const named = out.filter((firm) => firm !== undefined);
  return named.length === 0
    ? undefined
    : withSlots(question, { without: [...(question.slots.without ?? []), ...named] });
}

/** The firm of the last answer and the other firm told before it. */
function bothFirms({ question, earlier }: Before, { text }: Words): Question | undefined {
  const own = firmOf(question);
  const other = earlier.find((one) => fieldOf(one.kind) === 'targets' && firmOf(one) !== own);
  const [firm, beside] = [own, other && firmOf(other)];
  const index = question.slots.found?.index ?? question.slots.index;
  if (firm === undefined || beside === undefined) return undefined;
  const bearish = /\b(closer|nearer|lower|bearish)\b/.test(text);
  const calls = [question, other].flatMap((one) => one?.slots.found?.call ?? []);
  const only = calls.length === 2 ? { calls } : {};
  return { kind: 'ranking', slots: { ...BARE, firms: [firm, beside], bearish, ...only, ...(index && { index }) } };
}

function firmOf({ slots }: Question): string | undefined {
  return slots.found?.firm ?? slots.firm;
}

/** The last figure less the one before it of the same kind; the later day less the earlier one where days differ. */
function difference({ question, earlier }: Before): Question | undefined {
  const other = earlier[0];
  return other?.kind === question.kind
    ? { kind: 'difference', slots: { ...BARE, between: [other, question].map(plain) } }
    : undefined;
}

/** A question as it stands in another one: without what it was a difference of. */
function plain({ kind, slots: { between: _between, ...slots } }: Question): Question {
  return { kind, slots };
}

/** The calendar year of the day told above, whole. */
function ofYear(day: Day, before: Slots, now: Slots): Question {
  const year = yearOf(day);
  const benchmark = now.benchmark ?? before.benchmark;
  return {
    kind: 'lag',
    slots: {
      ...BARE,
      window: { since: `${year - 1}-12-31` },
      asOf: `${year}-12-31`,
      span: true,
      ...(benchmark && { benchmark }),
    },
  };
}

function sinceThen({ meeting, month, word }: Slots, since: Day): Slots {
  return { ...BARE, since, ...(meeting && { meeting }), ...(month !== undefined && { month }), ...(word && { word }) };
}
