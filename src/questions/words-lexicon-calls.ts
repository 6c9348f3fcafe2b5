/** Words for what is asked of a list of calls: its order, what changed in it, what was reached, what it beats. A table only. */

/** Each concept with the words that say it, as they stand in a normalised text. */
export const CALL_WORDS = {
  rankword:
    /^(please |pls |can you |could you )*(rank|sort|order|line up|stack)\b|\b(rank(ing|ed|s)?|league table|leader ?board|pecking order|sort(ed)?|(in|by) order( of)?|from (most|best|highest|top|least|lowest) to|high(est)? to low(est)?)\b/,
  levelask:
    /\b(in index terms|in (index )?points|index (level|points|terms|number|price)|(as|into|to|at) an? (index )?(level|number|price)|(what|which) (index )?(level|number|price)|works? out (to|at|as)|comes? (out )?(to|at)|translat\w+|convert\w*|equivalent|equals?|amounts? to|thats what|means? what)\b/,
  naivebeat:
    /\b(beat(s|ing|en)?|better than|worse than|outdo(es)?|outperform(s|ed)?|(any |more )?(accurate|useful) than|add(s|ed)? (any )?(value|anything|information)|versus|vs|v|against|over)\b.{0,45}\b(naive|base rate|coin( flip| toss)?|drift|average (year(ly)?|annual|calendar|gain|return|rise)|(yearly|annual) (average|mean|gain|return)|(long run|long term|historical) (average|mean|return|gain)|mean (year(ly)?|annual|return)|simply|just (assuming|using|guessing|saying)|assum\w+|random|darts?|monkey|dice|guess\w*|extrapolat\w+)\b/,
  liking:
    /\b(likes?|loves?|prefers?|preferr\w+|preference|favou?r(s|ing|ed)?|bullish|constructive|positive|optimistic|upbeat|keen(er)?|higher|bigger|more upside|sees? more|rates?|overweight)\b/,
  liked:
    /\b(better than|more than|over|rather than|ahead of|instead of|than|to|vs|v|versus|against|more (bullish|positive|optimistic|constructive|upbeat|upside))\b/,
  revised:
    /\b(rais(e|es|ed|ing)|lift(s|ed|ing)?|hiked?|upp(ed|ing)|up(ped|s)? (its|their|his|her|the)|bump(ed|s|ing)?|increas(e|es|ed|ing)|upgrad\w+|(went|gone|moved|mark(ed)?|taken|took|walked|revised) (up|down|higher|lower|back)|cut|cuts|cutting|lower(ed|ing|s)|reduc\w+|trimm?(ed|ing|s)?|slash(ed|es|ing)?|downgrad\w+|revis(e|es|ed|ing|ions?)|chang(e|es|ed|ing)|mov(e|ed|es|ing) (its|their|his|her|the)|adjust\w*|updated?|chas(ed|ing))\b/,
  hitask:
    /\b(been |got |get |already |ever )*(hit|reach(ed)?|touch(ed)?|struck|tagged|met|got there|gotten there|there already|fulfilled|achieved|attained|in the bag|cleared)\b(?! rates?)/,
  anyof:
    /\b(any|anyone|anybody|any of|who|whos|which|whose|how many|all|some|nobody|none|ones?|list|targets|calls|strategists|firms|banks|houses)\b/,
  staleask:
    /\b(how many|which|any|what|who)( \w+){0,3} (stale|fresh|out of date|too old|outdated)\b|^(stale|fresh)( ones)?$/,
  recordask:
    /\b(got|get|gets|getting|called|nailed|botched|blew|missed) (\w+ ){0,3}(right|wrong)\b|\b(nailed|botched|blew) (it|20\d\d|that|this)\b|\bworth (listening|following|reading|anything|trusting)\b|\bcredib\w+|\blisten(ing)? to\b/,
  yearendask:
    /\b((read|take|treat|count|use|quote|understand|see|print|call|label|show|think of) (this|that|it|the \w+|\w+s) (\w+ ){0,3}?(as|for|like|to be|is|by|at) .{0,24}?(year end|december|dec|eoy|end of|full year|20\d\d|calendar)|(is|does|so|thats|that is|its|it is|mean(s|ing)?|due|good|by|for|at|an?|to) (\w+ ){0,4}?(a |an |the )?((for|by|at|in) )?(year end|december|dec|eoy|end of (the )?(year|20\d\d)|full year|calendar year)( 20\d\d| \d\d)?( call| target| number| view| level| figure)?( right| correct| then| no| yes| or not)?$)/,
  spanask:
    /\b(start(s|ing|ed)?|begin(s|ning)?|run(s|ning)?|count(s|ed|ing)?|from|measured)\b.{0,30}\b(end(s|ing|ed)?|until|till|to (when|what|which)|through|expir\w+|finish\w*|stop\w*)\b|\b(12|6|24) ?(m|months?) (from|starting|counted|measured|beginning|as of|since|to|until|ending|of) (which|what|when)\b|\b(from|since) (which|what) (day|date)\b.{0,20}\b(to|until|till)\b/,
} as const satisfies Record<string, RegExp>;
