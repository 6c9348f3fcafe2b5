/** Words of questions about a series' own history, a day's prices, a size or a contract, grouped by what they speak of. Pure. */

/** Each concept with the words that say it, as they stand in a normalised text. */
export const OWN_WORDS = {
  recordcount:
    /\b(how many|number of|count( of)?|tally of|how often|any|no) ((new|closing|all time|fresh|daily|s&p|s ?& ?p 500|spx|russell|russell 2000|rut|r2k|small caps?|large caps?|times|has|have|does|do|did|the|it|they|hit|hits|made|make|set|seen|a|an|at|closed?|print(ed)?|notch(ed)?) )*(records?(?! (high|close)s? (to|from|off))|aths?|all time highs?|(new|closing|record) (highs?|closes?))\b(?!.*\b(ago|since then|old|away|points|far)\b)|\brecord (count|tally)\b|\brecords (so far|this year|in|ytd)\b/,
  ohlc: /\b(ohlc|hloc|open high low|hi(gh)?s? (and |& ?|or )?(the )?lo(w)?s? (and |& ?)?(the )?close|(days?|todays|yesterdays|(mon|tues|wednes|thurs|fri)days|sessions?) (range|high|highs|low|lows|hi|lo|open)(?! (to|from|of 2|record))|trading range|range (today|of the day|on the day|yesterday|for the (day|session))|(high|low|hi|lo|highs|lows) (and (high|low|hi|lo) )?(of|for|on) the (day|session)|intraday range|intraday (high|hi) (and|&|or) (low|lo)|how (high|low) did .{1,25} (get|go|trade)|where did .{1,25} open)\b/,
  hilo: /\b(hi(gh)?s?) ?(and|&|\/|or) ?(the )?(lo|low|lows)\b|\b(lo|low|lows) ?(and|&|\/|or) ?(the )?(hi|high|highs)\b/,
  dayword: /\b(today|todays|yesterday|(mon|tues|wednes|thurs|fri)day|on the day|of the day|session)\b/,
  quarrel:
    /\b(disagrees?|insists?|insisting|swears?|claims?|reckons?|argues?|thinks|adamant|contradicts?|mismatch|wrong|discrepancy|doesnt match|dont match|different from (you|yours)|which (one|do i|should i|is it|number|figure)|who(s| is) right|what gives|explain)\b/,
  whensays:
    /\b(when|whenever|if|each time|every time|times?) (\w+ ){0,4}(says?|said|shows?|showed|shown|is|are|was|were|has|have|had|reads?|prices?|priced|at|quotes?|gives?|puts?|stands?|sits?) .{0,14}\d.{0,25}\b(how often|how many times|how frequently|what share|what fraction|does (it|that|the cut|the hike|the move) (\w+ )?(happen|come)|do they|did they|right|come true|is it right|follow through|pan out)\b|\bhow (often|frequently|many times) (do|does|did|has|have|is|are|was|were) .{0,40}(happen|come true|came true|come in|occur|materiali[sz]e|right|follow through|pan out|deliver).{0,40}\b(when|if|at|with|from) .{0,30}\d|\bhow often (does|do|did) .{0,6}\d+ ?(%|percent)? .{0,25}(happen|come true|come in|occur|right|pan out)\b/,
  atbyasked:
    /\b(only|just) (the )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|that|this)\w*( meeting)? or (also|plus|any|earlier|the earlier)\b|\b(does|do|did|is|are|was|would|will|might|should) (that|it|this|the|your|those|these|\d[\d.]*%?) ?(\w+ ){0,3}(mean|means|includ\w*|count\w*|cover\w*|contain\w*|captur\w*|assum\w*|allow\w*|reflect\w*|take in) (\w+ ){0,4}(earlier|previous|prior|before|preceding|other|all|every|january|february|march|april|may|june|july|september|october|november|december|meetings?)\b.{0,25}|\b(in|at|on) (the )?(\w+ )?(it|then|that|itself|meeting|jan|january|feb|february|mar|march|apr|april|may|june?|july?|aug|august|sept?|september|oct|october|nov|november|dec|december)( meeting)?( itself| only| alone)?,? (or|vs|versus|not|rather than|as opposed to)\b.{0,35}\bby (the )?(then|it|that|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|end of)\w*|\bby (the )?(then|it|that|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*( meeting)?,? (or|vs|versus|not|rather than)\b.{0,35}\b(in|at|on) (the )?(it|that|itself|meeting|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|\b(alone|by itself|only|in isolation|on its own|standalone|itself|exclusively)\b.{0,25}\b(or|vs|versus|rather than|not)\b.{0,25}\b(everything|all|any|anything|up to|by|before|cumulative\w*|through|including)\b|\b(everything|all (the )?(meetings|moves)|anything|cumulative\w*) (up to|until|through|by|before|so far)\b.{0,25}\b(or|vs|versus|rather than)\b/,
  moved: /\b(moved|dropped|fallen|jumped|risen|swung|shifted|changed|repriced|collapsed|gone up|gone down)\b/,
  countpair:
    /\b\d{2,3}( days| sessions)?,? (or|vs|versus|v|not|and not|instead of|rather than) \d{2,3}\b(?! ?(%|percent|pp|points|bps?))/,
  thatmove: /\b(that|this|it|odds|the (move|shift|drop|jump|swing))\b/,
  range: /\brange\b/,
  longago: /\b(52|year|yearly|1y|12m|records?|all time|months?|decade|ever|since)\b/,
  islive:
    /\b(is|are|was|still) (the )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|next)[a-z]*( meeting| fomc| one)? (still |really |even |a )*(live|alive|dead|in play|on the table|off the table)\b|^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*( meeting)? (still )?(live|alive|dead|in play|on the table|off the table)\b/,
  usualmonth:
    /\b(usually|typically|normally|tends? to|historically|generally|on average|average|as a rule)\b.{0,25}\b(in|during) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b(?! \d)/,
  yours: /\b(yours?|you|ours?)\b/,
  bestworst: /\b(best (and|or|vs|versus) worst|worst (and|or) best)\b/,
  decisionday: /\bday (of|after) the (\w+ ){0,2}(fomc|fed|meeting|decision)\b/,
  contractcode: /\b(zq|ff)[fghjkmnquvxz]\d{1,2}\b/,
  effrnow:
    /\b(effr|effective (fed(eral)? )?(funds )?rate)( (is|at|right))* (now|today|currently|level|print|fixing|yesterday|latest|last|at|rate|on)\b|\b(where|current|latest|todays?|yesterdays?|last)( is| are| s)?( the)? (effr|effective (fed(eral)? )?(funds )?rate)\b|\b(whats|what is|what was|what s) (the )?effr (at|on|now|today)\b|\brange of the (fed ?funds|policy)\b|^(the )?effective (fed(eral)? )?(funds )?rate( now| today)?$/,
  movedby:
    /\b((?<!\bwhat )did|was|is|were|could|has|blame|due to|because of|on the back of|thanks to|down to|all|just|only|purely|is (it|that|this)|how much of|what (was|were) the (move|reaction)|reaction to|response to|impact of|effect of|after|on) (it |that |this |the |all |really |mostly |just |about |from |because of |due to |down to |move |shift |odds |do |on )*(payrolls?|nfp|nonfarm payrolls?|jobs (report|number|data|day|print)|employment report|cpi|inflation (print|report|data|number)|retail sales|fomc|fed decision|jobless claims)\b|\b(payrolls?|nfp|jobs (report|number|data|print)|cpi|inflation print|retail sales|fomc|fed decision|powell) (\w+ ){0,2}((do|did|done)(?= (that|this|it|to|all)\b)|cause|caused|drive|drove|move|moved|trigger\w*|explain\w*|behind|responsible|to blame|day|reaction|effect|impact|spark\w*|push\w*|thing)\b/,
} as const satisfies Record<string, RegExp>;
