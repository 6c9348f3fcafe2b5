/** Short words that pick from the answer just above: its next row, its day, its two figures, which to quote. Pure. */
import type { Before } from './chain.ts';
import {
  BARE,
  bigger,
  difference,
  indexOf,
  ofYear,
  ROW,
  rowAsked,
  sinceThen,
  type Words,
  widest,
  withoutEnd,
  withSlots,
} from './pick-asks.ts';
import type { Kind, Question } from './question.ts';

interface Pick {
  /** Matched on the whole text without its polite ends. */
  readonly words: RegExp;
  readonly after: readonly Kind[];
  /** The question that the words ask; undefined where the answer above holds nothing to pick. */
  readonly asks: (before: Before, words: Words) => Question | undefined;
}

const SIZED: readonly Kind[] = ['odds', 'odds-size', 'odds-at-by'];
const PRICED: readonly Kind[] = ['lag', 'base', 'highs', 'streak', 'extreme', 'recovery', 'gap-rank', 'seasonality'];
/** Answers that hold a day. */
const DATED: readonly Kind[] = [
  ...PRICED.filter((kind) => kind !== 'lag' && kind !== 'base'),
  'after',
  'survey-after',
  'odds-history',
  'calibration',
];
const AHEAD = ['1m', '3m', '6m', '12m'] as const;
const LISTS: readonly Kind[] = ['ranking', 'consensus'];

const ENDS =
  /^(?:(?:and|so|ok|okay|then|but|now|also|well|hmm|yeah|yes|right|just) )+|(?: (?:then|please|pls|though|tho|too|as well|again|exactly|roughly))+$/g;

const PICKS: readonly Pick[] = [
  {
    words:
      /^(?:when|(?:on |in )?(?:what|which) (?:day|date|time|year|month)|since when)(?: (?:was|is|were|did) (?:that|it|this|they|those)(?: happen)?)?$/,
    after: DATED,
    asks: ({ question }) => question,
  },
  {
    words:
      /^(?:does|do|is|are) (?:it|that|they|tech|the fund|that one) (?:have|hold|include|contain|own|with)s? (?:in it )?(?:amazon|amzn|alphabet|google|googl|meta|facebook)\b|^(?:is|are) (?:amazon|amzn|alphabet|google|googl|meta|facebook)(?: (?:and|or) \w+)* (?:in|part of) (?:it|that|there|this)$/,
    after: ['define', 'lag', 'breadth'],
    asks: ({ question: { kind, slots } }) =>
      kind === 'breadth' || slots.benchmark === 'XLK' || /\bxlk\b/.test(slots.term ?? '')
        ? { kind: 'define', slots: { ...BARE, term: 'xlk' } }
        : undefined,
  },
  {
    words:
      /^(?:what about |how about )?(?:on )?(?:the )?(?:ahead|behind|leading|lagging|in front|lead|lag)(?: side| run| streak)?$/,
    after: ['streak'],
    asks: ({ question: { kind, slots } }, { text }) => ({
      kind,
      slots: { ...slots, side: /behind|lag/.test(text) ? 'below' : 'above' },
    }),
  },
  {
    words:
      /^(?:at |over |in |for |after )?(?:the )?(?:1|3|6|12) ?m(?:onths?)?(?: out| ahead| later| forward| horizon| on| return)?$/,
    after: ['after'],
    asks: ({ question: { kind, slots } }, { text }) => {
      const ahead = AHEAD.find((one) => one === `${/\d+/.exec(text)?.[0]}m`);
      return ahead && { kind, slots: { ...slots, ahead } };
    },
  },
  {
    words: /^(?:whats |what is )?(?:the )?(?:median|mean|average|avg|range|dispersion|high|low)$/,
    after: ['consensus'],
    asks: ({ question }) => question,
  },
  {
    words:
      /^(?:how (?:far|much|many percent) )(?:off|below|away|under|down|back|above)(?: (?:is it|are we|from (?:it|there)|now|still))*$/,
    after: ['highs'],
    asks: ({ question }) => question,
  },
  { words: ROW, after: ['recovery', 'ranking'], asks: rowAsked },
  {
    words:
      /^(?:whats?|what is|how long is|how long was|and)? ?(?:the )?(?:longest|record|max(?:imum)?)(?: (?:run|streak|one|stretch|such run))?(?: (?:ever|on record|of all time|in history|so far))?$|^(?:was|has|is) (?:it|that|there|this)(?: a)? ?(?:ever )?(?:been )?(?:a )?longer(?: one| run| streak)?(?: before| ever)?$/,
    after: ['streak'],
    asks: ({ question, told }) =>
      withSlots(question, { longest: true, ...(told?.side && { side: told.side === 'low' ? 'below' : 'above' }) }),
  },
  {
    words:
      /^(?:was|has|is|did|were)(?: (?:it|that|this|the|they|ever|lead|lag|gap|been|get|gotten|there|a))* (?:bigger|wider|larger|worse|greater|more|higher|deeper|better|further)(?: (?:one|lead|lag|gap|than (?:that|this|now)|earlier|before|ever|this year|in the year|so far|at any point|on record|in history))*$|^(?:the )?(?:widest|biggest|largest|max(?:imum)?|peak|most|high point|worst)(?: (?:it|was|got|has|been|ever|lead|lag|gap|this year|so far|ytd|of the year|point))*$|^how (?:wide|big|large|bad|far) (?:did|has|was) (?:it|that|the (?:gap|lead|lag)) ?(?:get|got|gotten|been|go|gone|ever)?(?: (?:at (?:most|worst|its (?:peak|widest))|this year|ytd))*$/,
    after: ['lag', 'base', 'extreme'],
    asks: widest,
  },
  {
    words:
      /^(?:how|what) (?:much|far|big|many)?.*\b(?:get|getting|go|climb|make|come|move|rise|gain|rally|need(?:ed|s)?|left|missing|take)\b.*\b(?:back|there|recover|even|missing|needed|needs|left|make it up|take|go|get there)$|^(?:how (?:much|far)|what)(?: is|s)? (?:missing|needed|left)$|^what (?:does|would|will) it (?:need|take)(?: to (?:get|be) (?:back|there))?$|^(?:upside )?(?:to|til|until) (?:get|be) back(?: there| to it)?$/,
    after: ['highs', 'needed', 'lag'],
    asks: ({ question: { kind, slots } }) => ({
      kind: 'needed',
      slots: { ...slots, fromHigh: slots.fromHigh || kind === 'highs' },
    }),
  },
  {
    words:
      /^when (?:was|is|did|were)(?: (?:it|its|the|their|that|they|index))?(?: (?:make|set|hit|see|have|reach))?(?: (?:its|the|their|a|one))? ?(?:last|latest|most recent|previous)?(?: (?:one|record|high|ath|time|close))*$|^(?:the )?(?:last|latest|most recent) (?:one|record|high|time)$/,
    after: ['highs'],
    asks: ({ question }) => question,
  },
  {
    words:
      /^(?:is (?:it|that) |what about |how about |same )?(?:on )?(?:an )?intraday(?: too| basis| as well| also| highs?| records?| lows?| and)*$|^(?:rank|sort|order|list|redo|show|same)\b.*\bintraday\b|\b(?:on|using|by|with|from)\b.*\bintraday\b(?! the)/,
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
    after: ['target', 'horizon', 'ranking', 'lag', 'odds', 'odds-size'],
    asks: bigger,
  },
  {
    words:
      /^(?:what is |whats |whats is |give me |show )?(?:the |a )?(?:diff|difference|delta|change|move|distance|spread|gap)(?: (?:in|as) (?:pts?|points?|pp|percentage points|percent|terms))*(?: (?:between|of|from))?(?: (?:these|those|the|them|both|that|2|two|dates?|days?|meetings?|figures?|numbers?|odds|ones?|1|one|to|and|other|it|is))*$|^(?:how (?:far|much) )?(?:apart|different)(?: are)?(?: (?:they|those|these|the 2))?$|^how (?:far|much) (?:apart )?(?:is|are) (?:they|those|these|that|the 2)(?: apart)?$/,
    after: ['odds', 'odds-size', 'lag', 'target', 'ranking', 'difference'],
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
      /^(?:how (?:did|was|were|has)|what|where).{0,40}\b(?:after|followed|follow|next|since|from)\b.{0,12}\b(?:that|this|it|then)(?: (?:one|time|low|high|recovery|case))?$|^(?:what|how) .*\b(?:that|this) (?:one|case|time)$|^after (?:that|this) (?:one|case|time)$|^(?:\d+ ?m(?:onths?)?|(?:a|the|1) year|.*\b(?:later|return|performance)) (?:after|from|since|following) (?:that|this) (?:one|case|time)$/,
    after: ['recovery', 'after'],
    asks: ({ question, told }, { text, slots }) =>
      told?.day === undefined ||
      (question.slots.row === undefined &&
        question.slots.onDay === undefined &&
        !/\b(that|this) (one|case|time)\b/.test(text))
        ? undefined
        : {
            kind: 'after',
            slots: { ...BARE, event: 'recovery', onDay: told.day, ...(slots.ahead && { ahead: slots.ahead }) },
          },
  },
  {
    words: /\b(?:that|the same|that same) year(?: (?:vs|versus|against|to) .+)?$/,
    after: PRICED,
    asks: ({ told, question }, said) => (told?.day === undefined ? undefined : ofYear(told.day, question.slots, said)),
  },
  {
    words:
      /^what(?:s| is| has|has)? ?(?:is |was |has |did |have )?(?:it |they )?(?:chang\w*|mov\w*|shift\w*|happen\w*|different|new)(?: (?:since|then|between|in between|from|there|to|now|the|2|two|dates))*$|^(?:why|how) (?:the (?:change|move|shift|difference)|did (?:it|that|they) (?:change|move|shift))$/,
    after: [...SIZED, 'odds-history', 'difference'],
    asks: sinceThen,
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
export function picked(before: Before, { text, ...said }: Words): Question | undefined {
  const bare = text.replaceAll(ENDS, '').trim();
  for (const { words, after, asks } of PICKS) {
    if (!after.includes(before.question.kind) || !words.test(bare)) continue;
    const found = asks(before, { text: bare, ...said });
    if (found) return found;
  }
  return undefined;
}
