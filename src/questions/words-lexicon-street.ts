/** Words of strategists, their calls and surveys, grouped by what they speak of. Pure. */

/** Each concept with the words that say it, as they stand in a normalised text. */
export const STREET_WORDS = {
  survey:
    /\b(flip$|(june|2021) (one|reading|survey)|surveys?|polled|respondents?|fms|fund managers?|flip(s|ped)?|sentiment|positioning|june 2021|jun 2021|last such reading|cash (level|balance|allocation|reading)s?|aaii|naaim|sentix|zew|nfib|conference board|investors intelligence)\b/,
  bofa: /\b(bofa|bank of america|baml)\b/,
  target:
    /\b(targets?|price targets?|upside|whats left(?! out)|left to go|objectives?|forecasts?|calls?|what (does|do|did|is|are) .{2,25} (see|sees|say|says|think|thinks|expect|expects|forecast|calling))\b/,
  left: /\b((whats|what is|how much( is)?|anything) left(?! out)|left (in|on|to)|remaining|still to go|how far (away )?(is|are|from) (that|it|this|they|we|his|her|their|the \w+)|how far (off|away|to go)|distance to|away from (that|it|the target)|room (left|to))\b/,
  points:
    /\b(in points|as a number|index points|points|as a level|level|what level|in index|absolute|derived|stated or|or stated)\b/,
  horizon:
    /\b(maturity|matures?|end of (the )?period|target date|that for$|lapses?|time frame|what date is (that|it|this) for|how many days (to go|left)|when(s| is) (that|it|this|the call) due|from when|by when|note (date|published|dated|out|from)|when (was|is|were|did) (the|that|this|their|his|her|it|they|\w+s) ?(\w+ )?(note|call|target|report|published|made|out|dated|issued|written|come out|say that|say this|expire|due|end)|when did (they|he|she|it|\w+) (say|publish|write|make|put|set|issue|call|come)|(what|which) (day|date) (was|is) (the|that|this|his|her|their) (note|call|target)|how old is|(calendar|rolling|fiscal) (year )?(target|call|or|figure)|or (calendar|rolling)|(12 months?|year end|calendar|rolling)( year)?( target| call)? or (an? |the )?(12 months?|year end|calendar|rolling)|rolling|calendar year|is (that|it|this|his|her|the target|the call) (for |an? |the )?(year end|end of year|end of (the )?year|calendar|rolling|12 month|december|full year|this year|next year)|days? (are )?left|how (long|many (days|months|weeks))( is| are)? (left|does|do|is|has|have|until|till|to go|to run)( (it|that|they|he|she|the|left))?|how long (do|does|is|has|have) (it|that|they|he|she|the)|(good|valid|runs?|lasts?) (until|till|for)|until when|when is (it|that|this) due|due( date)?|horizon|time ?frame|time horizon|(12|twelve|6|six) months|expir(e|es|ed|y|ing|ation)|deadline|run(s)? out|start(s|ing)? when|when does (it|that|this|he|she|they|the call|the target|their call|his call|her call|the clock|\w+s)|clock|to what date|end date)\b/,
  bullish:
    /\b(bullish|(perma|uber|super|mega)? ?bulls?|most positive|positive (on|about)|optimis(m|tic|ts?)|highest target|most upside|biggest (target|upside|call)|street high|most constructive|likes?|loves?|upbeat|rank(ing|ed)?)\b/,
  topcall:
    /\b(who(s| is)? (the )?(highest|lowest|top|most|least|biggest)|league table|(targets?|strategists?|calls?|firms?|list) (of \w+ )?by upside|most aggressive|(highest|biggest|largest|top|most aggressive|boldest|most ambitious|lowest|smallest|punchiest|second highest|second lowest|max|min|maximum|minimum) (\w+ ){0,3}(targets?|calls?|upside|downside|forecasts?|bulls?|bears?|objective|estimate)|(street|wall street) (high|low|bulls?|bears?)|(top|bottom|high end|low end) (of|on) (the |wall )*street|(most|least|second most|second least) (upside|downside|bullish|bearish|optimistic|pessimistic|constructive|cautious|positive|negative|aggressive|conservative|hopeful|downbeat|upbeat)|(biggest|largest) (bull|bear)s?|outliers?|stands? out from|(furthest|farthest) (away )?from (the )?(others?|rest|pack|street|consensus|median|mean)|(closest|nearest) to (spot|here|the (close|market|current|index|price)|where we are)|who (is|are|sits?) (the )?(lowest|highest|top|bottom|lower|higher|least|next|second|third|closest|nearest))\b/,
  bearish:
    /\b(bearish|least bullish|least optimistic|lowest|(perma|uber|super)? ?bears?|most negative|negative (on|about)|pessimis(m|tic|ts?)|lowest target|least upside|street low|most cautious|gloom(y|iest)?)\b/,
  who: /\b(who|whose|whos|which (firm|bank|house|strategist|shop|analyst)s?|top|rank(ing|ed)?|most|least|biggest|highest|lowest|league table|best)\b/,
  whois:
    /\b(who|whos|whom|which (firm|bank|house|strategist|shop|analyst|one)s?|any(one|body)|nobody|everyone|any (bulls?|bears?))\b/,
  track:
    /\b((were|was|are|is) any of (these|them|those)|any of (these|them|those) (right|hit|come)|misses and hits|hits and misses|pan out|how far off|track records?|how (wrong|right|good|bad|far off|close|accurate) (was|were|is|are|has|have|did)|(did|does|do|has|have|was|were|is) .{0,35}(come true|came true|pan(ned)? out|work(ed)? out|hit|get there|got there|been right|been wrong|be right|make it|met|meet|reach(ed)?|prove[nd]? (right|wrong)|miss(ed)?|get (it|one|that|this) right|turn(ed)? out)|good (call|forecaster|signal)|bad call|who (was|has been|were|got) (the )?(best|worst|most accurate|closest|nearest|right|wrong)|(most|least) accurate|(best|worst) (record|forecaster|track record)|(average|mean|median|typical|smallest|largest|biggest|lowest) (miss|error)|open calls? (in|count\w*|includ\w*)|naive|base rates?|how did (it|that|this|these|those|he|she|they|\w+|\w+ \w+) (go|do|end up|fare|turn out|work out)$|scorecards?|misses|missed|how (did|do|have|has) .{0,35}(calls?|targets?|forecasts?|one|%|turn out|turned out) ?(do|done|doing|fare|fared|go|gone|work out|perform|turn out)?|hit rates?|batting averages?|scor(e|es|ed|ing|ecard)|how (good|accurate|reliable|often right|often) (are|were|have|is|has|was)|been right|ever (been )?right|ever (get|got|had|hit) (one|it|any|anything)|(were|are|was|is) (they|these guys|these people|he|she|\w+) (ever )?(right|wrong|any good|accurate)|get (it|one|this|that) right|got (it|one) right|past calls|previous calls|old calls|(their|his|her) (history|record|past|accuracy)|how (have|did) (they|these|their|the strategists?|the street|those|he|she) .{0,20}(do|done|fare|fared|perform|work|worked out)|(last|prior|previous) time .{0,20}(right|wrong|call))\b/,
  strategist:
    /\b(strategists?|street|wall street|analysts?|sell ?side|forecasters?|houses|banks (see|expect|think|say|like|prefer)|these guys|these people)\b/,
  people:
    /\b(these guys|these people|they|them|guys|their|strategists?|street|analysts?|banks|sell ?side|forecasters?|houses|calls|goldman|fundstrat|lee|he|she|his|her|him)\b/,
  coverage:
    /\b((which|what|how many|list( the)?|all( the)?) (firms?|strategists?|banks?|houses|analysts?) (do|are|have) (you|we|u|there|in)|who (do|are) (you|we|u) (cover|covering|track|tracking|follow|following|have)|(firms?|strategists?) (covered|tracked|in the ledger|you (have|cover|track)))\b/,
  author:
    /\b(who (is|was|are) (the |their |his )?(analysts?|authors?|strategists?)$|who (wrote|authored|made) (it|that|this|the (note|call)))\b/,
  impliedret: /\bimplied (return|upside|downside|gain)\b/,
  statusword: /\b(still )?(active|open|standing|valid|expired)\b|\b(newest|latest|on each|each (call|one)|which one)\b/,
  spotword: /\b(spot|the close|here|current|the market|the index|where we (are|trade)|todays? (close|level))\b/,
  moreon: /\b(more (bullish|positive|optimistic|constructive|upbeat) (on|about)|prefers?|favou?rs?|like better)\b/,
  sees: /\b(sees?|said|says|say|calls? for|calling for|expects?|forecasts?|predict(s|ed|ing)?|thinks?|has|have)\b/,
  afterword: /\bafter\b/,
  targetnoun: /\b(targets?|calls?|upside|points?|level)\b/,
  surveyword:
    /\b(cash|latest|newest|readings?|sides?|expect(s|ed|ing)?|respondents?|sample|publish(ed)?|released?|question|asked|previous|field|number|net|per ?cent|value|contrarian|runs)\b/,
  consensus:
    /\b(street (vs|versus|v|against) (spot|here|index|close)|(typical|average|mean|median) (s&p )?(target|number|level|view)|spot (vs|versus|v|against|compare\w*) (to |with )?(the )?street|range of targets|consensus|(mean|median|average|avg) (and |or |, )?(median|mean|high|low|target|level|call|forecast)|(street|strategists?) (is|are|s)? ?(at|on|for|seeing|calling|saying)|(average|mean|median|avg|range|dispersion) .{0,22}(targets?|strategists?|forecasts?|calls?|street)|(targets?|forecasts?|calls?) (range|dispersion|average|mean|median|spread)|street (average|avg|mean|median|target|view|expects?|range|estimate)|the street|wall street|strategist(s)? (average|mean|median|see|expect|range)|how many (firms?|strategists?|banks?|houses|analysts?|targets?|calls?)|what (do|does|are) (the )?(strategists|street|banks|analysts|they all))\b/,
  statword:
    /\b(mean|median|average|avg|range|dispersion|how many|which (firms|houses|banks|strategists)$|high (and|to) low|high low|low (and|to) high|standard deviation|(whats|what is|who is|whos) the (high|low)|the (high|low)$|left out|not counted|how many are stale)\b/,
} as const satisfies Record<string, RegExp>;
