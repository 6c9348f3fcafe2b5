/** The field's words, grouped by what they speak of: the concepts a question is made of. Pure. */

/** Each concept with the words that say it, as they stand in a normalised text. */
const LEXICON = {
  small:
    /\b(small ?caps?|smalls|smids?|r2k|rut|rty|iwm|russell( 2000)?|little (guys|ones)|small(?= (v|vs|versus|or|than|over|and|to|against|large|big|stocks?|companies|names)\b)|(?<=\b(on|in|for|is|are|own|buy|like|v|vs|versus|than|or|between) )small)\b/,
  large:
    /\b(large ?caps?|larges?|s ?& ?p( 500)?|s and p|s&p500|spx|sp ?500|spy|big caps?|big ones|large ones|the 500|the benchmark|the index|the market|big(?=$| caps| stocks| names| companies)|(?<=\b(v|vs|versus|than|or|over|and) )(big|large))\b/,
  tech: /\b(tech|technology|xlk|nasdaq|qqq|mega ?caps?|megas?|mag(nificent)? ?(7|seven)|big tech|faang|semis|nvidia|nvda|giants)\b/,
  equal:
    /\b(equal ?weight(ed)?|rsp|ew|ex tech|ex mag|breadth|broad(er|ly|ening)?|narrow|average stock|median stock|everything else|rest of the (market|index)|without tech|strip(ping)? out)\b/,
  just: /\b(just|only|all|mostly|entirely|purely|because of)\b/,
  gap: /\b(behind|lag(s|ged|ging|gard|gards)?|short of|losing to|worse than|left behind|catching up|caught up|keep(ing)? up|trail(s|ed|ing)?|under ?perform(ed|ing|ance|s)?|out ?perform(ed|ing|ance|s)?|gap|spread|leads?|leading|ahead|relative|beat(s|ing|en)?|diverg(e|ed|ing|ence)|difference|doing|perform(ed|ing|ance)?)\b/,
  versus: /\b(v|vs|versus|against|compared (to|with)|relative to|over|than)\b/,
  base: /\b(base|bases|baseline|base date|starts?(ing)? (from|on|at)|start (of|day|level|close)|where (does|do|did) (it|that|this|ytd|you|the \w+) (start|begin|count)|(from|since) ((jan|january|dec|december) \d+|\d+ (jan|january|dec|december)).{0,12}\bor\b|measure(d)? (it |that |this )?(from|since|against)|starting (point|date|level)|start date|rebased|measured from|counted? from|counting from|reference (date|level|point|close)|denominator|from (what|which|when) (date|level|close|day|price)|(what|which) (date|level|close|day|price) (is|was|are) (that|it|this|these|they) (from|off|based|measured|counted)|relative to what|vs what|versus what|off what)\b/,
  high: /\b(highs?|peak(s|ed)?|records?|ath|all time|top(ped)?|draw ?downs?|pull ?back|correction|under ?water|bear market)\b/,
  topfall:
    /\b(draw ?downs?|under ?water|peak to trough|(off|from|below|under|beneath|to|vs|versus|of) (its|the|their|a|that|all)? ?(\w+ )?(time )?(closing |intraday |record |52 week |all time |recent |cycle |\d{4} )?(highs?|peaks?|record|top|ath)|distance (from|to)|record (high|close)|new (record|high|highs|ath)|last (record|high|peak)|(closing|intraday) highs?)\b/,
  off: /\b(off|from|below|down|under|away|distance|far|since|when)\b/,
  recovery:
    /\b(fastest|quickest|speediest|slowest|(low|lows) to (a |its |the )?(1 year |52 ?w(ee)?k? )?highs?|(1 year|52 week|52wk|52w) low|recover(y|ies|ed)?|low to (a )?(52|high|the high|new high)|lows? to highs?|round trips?|snap ?backs?|rebounds?|turnarounds?)\b/,
  streak:
    /\b(in a row|(how many|number of) (days|sessions) (has|have|did|in|on|of)|straight|streaks?|consecutive(ly)?|running days|days running|sessions running|on the trot|back to back|losing run|winning run)\b/,
  next: /\b(what (usually |typically |normally |tends to |has |generally )?happen(s|ed|ing)? (next|after|afterwards|then|from (here|there)|following|when|in the past|usually|last)|(usually|typically|normally|tend(s|ed)? to|generally) (do|does|did|happens?|follows?|perform|go)|(next|following|subsequent) (\d+|few|couple) (days|weeks|months|years)|(day|week|month|year|\d+ (months|weeks|years)|\d+ ?m) (later|after|on|afterwards)|(previous|past|prior|earlier|similar|other) (signals?|episodes?|cases?|instances?|times?|setups?|occurrences?|occasions?)|(signals?|setups?|episodes?|cases?|times?) like (this|that|these)|forward|outcomes?|hit rate after|win rate|happen(s|ed)? (next|after|afterwards|since)|what (came|comes) (next|after)|forward (returns?|performance)|historically|history says?|does history|past (times|cases|instances|episodes)|precedents?|last (few )?times?|the last time|back then|what follow(s|ed)|follow(s|ed)|subsequent(ly)?|then what|what then|play(s|ed)? out|turn(s|ed)? out|afterwards|how did (it|that|they) (go|end|do)|returns? after|months after|and after)\b/,
  survey:
    /\b(surveys?|polled|respondents?|bofa|bank of america|fms|fund managers?|flip(s|ped)?|sentiment|positioning|june 2021|jun 2021|last such reading|cash level)\b/,
  fed: /\b(fed|feds|fomc|powell|wirp|policy|rate decision|fedwatch|odds|priced|pricing|prices? (in|for)|probabilit(y|ies)|chances?|prob|meetings?|implied|implying|fed ?funds|futures)\b/,
  cut: /\b(cuts?|cutting|25s|eas(e|es|ed|ing)|dovish|doves?|loosen(ing)?|lower(ing)? rates)\b/,
  hike: /\b(hikes?|hiking|hawkish|hawks?|tighten(ing)?|rais(e|es|ing) rates)\b/,
  hold: /\b(holds?|holding|pauses?|skip|no move|nothing happens|no change|unchanged|stand pat|on hold)\b/,
  many: /\b(how many|how much (cutting|hiking|tightening|easing)|what is priced in total|number of|how much easing|how much is priced|total|how far)\b/,
  yearend:
    /\b(by (the )?(year ?end|end of (the )?year|end of 20\d\d|dec(ember)?|eoy|xmas|christmas)|year ?end|this year|for the year|for 20\d\d|in 20\d\d|full year|path|terminal|neutral)\b/,
  ratelevel: /\b(fed ?funds|rates?|policy rate|terminal|effr|implied (level|yield)|bps? of|basis points? of)\b/,
  rangenow:
    /\b(current|present|todays?|right now|now|in force|target) (fed |fed funds |policy |target |interest )*(funds )?(rate|range|target)\b|\b(fed funds|policy|target) (rate|range)( is| now| today| currently)\b|\bwhere (are|is) (rates|fed funds|the fed funds rate|the policy rate)( now| today| currently)?$/,
  atby: /\b(at (the )?.{0,25}\b(or|vs|versus) by\b|by (the )?.{0,25}\b(or|vs|versus) at\b|at or by|by or at|cumulative(ly)?|marginal|that meeting alone|meeting (only|itself|alone)|(march|june|may|one|this|that) meeting alone|on its own|standalone|any time (before|up to|until)|by then or|up to and including|includ(es?|ing) (the )?january|specific meeting|exactly at|at the meeting itself|first (cut|hike|move)|(is|are) (it|that|this|these|those) (by|at|for)\b|just (that|the|this) (one|meeting)|through (that|the) meeting|on or before)\b/,
  contract:
    /\b(contracts?|symbols?|tickers?|(what|which) futures?|futures? (is|are|was) (that|it|this)|(from|off|of|with) (the |which |what )?futures? prices?|built (on|from|off)|based on (which|what)|raw (data|prices|numbers)|zq[a-z]?\d*|which (futures?|prices?)|prices? (is |are |goes? |go )?(behind|used|in(to)? (it|this|that|the))|underlying|futures? (month|used|behind)|anchors?|inputs?)\b/,
  bpsize:
    /\b(50|75|100|25)( ?(bps?|basis points?|basis pts))?\b|\b(half (a )?point|double cut|jumbo|big cut|larger cut|two cuts at once|super ?sized?)\b/,
  chance: /\b(chances?|odds|probabilit(y|ies)|prob|likelihood|likely|risk|priced|pricing|possibility)\b/,
  chart: /\b(charts?|plots?|graphs?|draw|pictures?|pics?|visual(s|ise|ize)?|show me (a )?(line|history))\b/,
  history: /\b(over time|history|since|evolution|evolved?|time series|trajectory|through time)\b/,
  alot: /\b(a lot|lots|compare(s|d)? (to|with)|in context|historically|by past standards|how often was it more|bigger than usual|big|large|huge|unusual(ly)?|rare|normal|ordinary|extreme|percentile|rank|typical|usual|usually|outsized?|much|common|how often|exceptional|historic)\b/,
  move: /\b(moves?|drop(s|ped)?|fall|fell|rise|rose|shift(s|ed)?|swings?|change|plunge|slide|jump|repricing|points? in a|(pp|points?|pts) (move|drop|fall))\b/,
  right:
    /\b(right|wrong|calibration|how often (do|does|did|was|were|are|is|has|have)|happen in practice|actually happen|materiali[sz]ed?|track record|accurate|accuracy|reliab(le|ility)|calibrat(ed|ion)|brier|come true|came true|pan(s|ned)? out|trust(worthy)?|believe|correct|predictive|hit rate|record|any good|good at)\b/,
  far: /\b(this far|far out|days (out|ahead|before)|ahead|horizon|months? (out|before|ahead)|weeks? (out|before|ahead)|this early)\b/,
  alert:
    /\b(ping|(shoot|send|drop|give|dm|email) (me|us|the desk|a|an)( a| an)? ?(message|note|dm|line|heads up|shout|ping|email|alert|word)?(?= (if|when|once|as soon|whenever))|wake me|keep me posted if|watch (it|this|that|the \w+) (and|for)|alert (me|us|here|this|if|when)|(set|create|make|want) an? (alert|ping)|notify|(tell|let|text|message|warn|remind|shout|holler|buzz) (me|us|the desk|at me|this channel)? ?(know )?(here )?(if|when|once|as soon)|let (me|us|the desk|the channel|everyone|everybody|the team|them) know|warn (me|us)|heads up|flag it|flag (this|me|when|if)|shout (if|when)|remind me|watch for)\b/,
  add: /^(please |pls |can you )?(add|log|record|enter|book|save)\b(?! to)/,
  target:
    /\b(targets?|price targets?|pts?|upside|whats left|left to go|objectives?|forecasts?|calls?|what does .{2,25} (see|say|think|expect))\b/,
  points: /\b(in points|as a number|index points|points|as a level|level|what level|in index|absolute)\b/,
  horizon:
    /\b(from when|by when|note (date|published|dated|out)|when was (the|that|this|their|his) (note|call|target|report)( published| made| out| from| dated)?|(calendar|rolling) (year )?(target|call|or|figure)|or (calendar|rolling)|is (that|it|this) (a )?(year end|calendar|rolling|12 month)|days? left|how long (do|does|is|has|have) (it|that|they|he|she|the)|until when|when is (it|that|this) due|due( date)?|horizon|(12|twelve) months|expir(e|es|y|ation)|deadline|run(s)? out|start(s|ing)? when|when does (it|that|the call|their call|the clock)|clock|to what date|end date)\b/,
  bullish:
    /\b(bullish|bulls?|most positive|optimis(m|tic|ts?)|highest target|most upside|biggest (target|upside|call)|street high|most constructive|likes?|loves?|upbeat|rank(ing|ed)?)\b/,
  topcall:
    /\b((highest|biggest|largest|top|most aggressive|boldest|most ambitious|lowest|smallest|punchiest) (\w+ ){0,3}(targets?|calls?|upside|forecasts?|bulls?|bears?|objective)|street (high|low)|(most|least) (upside|downside|bullish|bearish|optimistic|pessimistic|constructive|cautious|positive|negative))\b/,
  bearish:
    /\b(bearish|least bullish|least optimistic|lowest|bears?|most negative|pessimis(m|tic|ts?)|lowest target|least upside|street low|most cautious)\b/,
  who: /\b(who|whose|whos|which (firm|bank|house|strategist|shop|analyst)s?|top|rank(ing|ed)?|most|least|biggest|highest|lowest|league table|best)\b/,
  track:
    /\b(track records?|how (wrong|right|good|bad|far off|close) (was|were|is|are|has|have)|(did|does|do|has|have) .{0,30}(come true|came true|pan(ned)? out|work(ed)? out|hit|get there|been right|be right)|good (call|forecaster|signal)|scorecards?|misses|missed|how (did|do|have) .{0,25}(calls?|targets?|forecasts?) (do|done|fare|fared|go|work out|perform)|hit rates?|batting averages?|scor(e|es|ed|ing|ecard)|how (good|accurate|reliable|often right) (are|were|have|is)|been right|ever right|(were|are|was) (they|these guys|these people) (ever )?(right|any good|accurate)|get it right|got it right|past calls|previous calls|their history|how (have|did) (they|these|their|the strategists?|the street|those) .{0,20}(do|done|fare|fared|perform|work|worked out))\b/,
  people:
    /\b(these guys|these people|they|them|guys|their|strategists?|street|analysts?|banks|sell ?side|forecasters?|houses|calls|goldman|fundstrat|lee)\b/,
  source:
    /\b(sources?|who (is|was) (saying|quoting)|whose (number|figure|quote|data)|link (to|for)|data (provider|vendor|source)|where (did|do) (you|u) (get|take|pull)|sourced?|link|url|cite|citation|reference|says who|who (said|says|wrote|published|reported) (this|that|it|so)|where (is|was|does|did|do) (this|that|it|the|these|you)? ?.{0,20}(come )?from|where from|where did you get|which (article|note|report)|got a link|proof|attribution)\b/,
  consensus:
    /\b(consensus|(mean|median|average) (and |or |, )?(median|high|low|target|level)|(street|strategists?) (is|are|s)? ?(at|on|for|seeing|calling)|(average|mean|median|avg) .{0,18}(targets?|strategists?)|street (average|mean|median|target|view|expects?)|the street|strategist(s)? (average|mean|median|see|expect))\b/,
  asof: /\b(as ?of|asof|any(thing)? stale|(intraday|live|real ?time|delayed|eod|end of day|yesterdays?|todays?|closing|settlement|close|fridays?|last nights?) (close |closes |prices? |data |numbers? |session )?or (the |a |an |is it )?(intraday|live|real ?time|delayed|eod|end of day|yesterdays?|todays?|closing|settlement|close|fridays?|last nights?)|include(s|d)? (today|todays|yesterday|yesterdays|fridays?|the latest|this mornings)|(after|before) the (close|bell|open)|when (did|do|does) (you|this|it|the data) (update|refresh|pull)|out of date|how (old|fresh|recent|current|stale|up to date)|stale|fresh|timestamp|time stamp|last updated?|updated|close or intraday|intraday or close|real ?time|delayed|(which|what) (day|session|date|time|close)s? (is|was|are|does) (this|that|it|these|the)|when (is|was|are|were) (this|that|it|these|the (data|numbers|prices)) ?(from|taken|pulled|updated)?$|current data|todays (numbers|data|close)|up to date|live)\b/,
  trend:
    /\b(trend(s|ing)?|rising|falling|direction|higher|lower|up|down|pick(ing)? up|worse|better|deteriorat\w+|tick(ing)? up)\b/,
  contradict:
    /\b(contradict(s|ed|ing|ion|ory)?|(said|says|say|shows?|tells?) (otherwise|the opposite|something else|differently)|fit(s)? (with|in|together)|at odds|mixed (message|signals?)|conflict(s|ed|ing)?|inconsistent|consistent|square (with|that|this)|at odds with|disagree(s|ment)?|go(es)? against|opposite|(how|does|doesnt|do) (that|this|it|they) (fit|match|square|tally|jibe|gel)|reconcile .{0,20}with|clash(es)?|line up)\b/,
  outlet:
    /\b(yahoo|bloomberg|bbg|wirp|polymarket|kalshi|koyfin|press|newspaper|somebody|someone|the desk says|a colleague|my pm|cme|cme site|fedwatch (says|shows|has)|reuters|refinitiv|eikon|factset|my screen|(the )?screen|terminal|wsj|ft|cnbc|google|tradingview|trading view|barrons|marketwatch|article|investing\.com|stooq|someone else|other (source|site)|broker)\b/,
  says: /\b(says?|said|wrote|writes|claims|shows?|showing|showed|has|have|had|got|gets|sees?|seeing|reads?|reports?|reported|quotes?|quoting|is|was|at|puts?|gives?|prints?)\b/,
  dispute:
    /\b(who(s)? (is )?(right|(thats|that is|that|youre|you are|must be|looks?|is|are) wrong|correct)|(whats|what is) right|dont (you )?match|doesnt match|not match|match(es)?|why (dont|doesnt|didnt|isnt|arent)|same as|thats wrong|that is wrong|incorrect|not .{0,10}\d|off by|only (up|down)|whos right|which is right|which (one )?(is|one) (right|correct|it)|who is wrong|(thats|that is|that|youre|you are|must be|looks?|is|are) wrong|mismatch|differ(s|ent|ence)?|discrepancy|doesnt match|not what|why (do|does|is) (you|yours|your)|vs (you|your|yours)|you (have|say|show|said|had|got|print)|yours?|we have|versus you)\b/,
  advice:
    /\b(should (i|we|one|the fed|they)|be (long|short|buying|selling)|making a mistake|policy (mistake|error)|behind the curve|too (late|early|soon|slow) to|do you (like|love|hate)|any trades?|would you|do you recommend|recommend(ation)?|(buy|sell|short|long) (it|them|this|small|smalls|iwm|rut|russell|r2k|here|now|the|some)|go (long|short)|get (long|short)|time to (buy|sell|add|get|own)|good (entry|time|trade|buy|idea)|worth (buying|owning|a trade|it)|overweight|underweight|trade idea|what would you do|buy or sell|is it a buy|a buy\b|load up|attractive|position(ed)? for|hedge)\b/,
  forecast:
    /\b(will (the (fed|gap|market|index|russell|s&p)|fed|powell|we|it|they|rates|small|smalls|russell|rut|the|r2k|this|that)|going to|gonna|predict(ion)?|your (view|forecast|call|outlook)|outlook|where (do you see|will|is it headed|are we going)|headed|do you think|what happens to)\b/,
  define:
    /\b(what (is|are|does|do you mean by|exactly is)|whats|mean(s|ing)?|define|definition|explain|how do you (define|measure|count)|counts? as|eli5)\b/,
  formula:
    /\b(how (do|did) you (calc\w*|work|figure|derive)|how (is|was|are|were|do you|did you|have you) .{0,30}(calculat|comput|work(ed)? (it |this |that )?out|get (to|that|this|it)|arriv|deriv|built)\w*|formula|maths?|show (me )?(your|the) work(ing|ings)?|receipts?|calculation|methodology|break (it|that) down)\b/,
  why: /\b(why|how come|whats driving|what is driving|what (moved|drove|caused|changed|pushed|triggered)|whats behind|what is behind|behind the (move|drop|fall|shift)|reasons?|drivers?)\b/,
  beta: /\b(beta|when (the )?(odds|rates?|yields?|cut odds|fed) (\w+ )?(fall|falls|rise|rises|drop|drops|move|moves|go|goes|change|changes|cuts?)|(react|respond|reaction|response)s? to (rates|cuts|odds|the fed|yields)|sensitiv(e|ity)|correlat(ed|ion|es) (to|with) (rates|yields|the fed|odds|cuts)|link(ed)? (to|with) (rates|yields)|rates? matter|rate (link|sensitivity)|when rates (fall|rise|move))\b/,
  unusual:
    /\b(how (unusual|rare|big|wide|bad)|unusual|rare|percentile|rank|widest|worst start|ever been|historic(al|ally)?|biggest)\b/,
  help: /^(help|help me|what (else )?(do|can) you (know|do|offer|track|cover|tell me)|options|menu|what can (you|i) (do|answer|ask)( here)?|commands|how do(es)? (this|you) work)$/,
  brier: /\b(brier|calibration|reliability diagram)\b/,
  needed:
    /\b(need(s|ed)? to|have to|has to|must|would it take|what does it take|would take|required|break ?even|get back to|to get (back )?to|to (be|go|turn|get) (flat|even|positive|green|level|unchanged|up|down)|to (catch up|close the gap|match|overtake|beat|make a new|take out|reach|regain|recover|retake|erase|wipe out|hit)|close (at|above|where)|how (much|far) (more|higher|lower|would|does|do|must))\b/,
  goal: /\b(flat|even|break ?even|positive|green|level|unchanged|catch(ing)? up|close the gap|match|overtake|beat|record|highs?|ath|peak|up|down|reach|erase|target|gap|\d{4})\b/,
  cheap:
    /\b(cheap(er|ly)?|expensive|rich|stretched|under ?valued|over ?valued|discount|premium|ratio|relative (value|strength|price)|rut ?\/ ?spx|small ?\/ ?large)\b/,
  season:
    /\b(seasonal(ity|ly)?|january effect|santa( claus)?( rally)?|(january|jan|february|march|april|may|june|july|august|september|october|november|december) (effect|seasonal\w*|usually|typically)|usual(ly)? (in|for) (january|jan|february|feb|march|april|may|june|july|august|september|october|november|december)|time of (the )?year|turn of the year)\b/,
  stop: /\b(stop|cancel|unsubscribe|mute|turn off|switch off|kill|end|remove|delete) (the |this |that |my |all |these )?(pings?|pinging|alerts?|alerting|notif\w*|messag\w*|telling|posting|summary|summaries)\b|^(cancel|never ?mind|forget it|stop|stop it|scrap that)( that| it| please)?$/,
  csv: /\b(csv|excel|xlsx?|spreadsheet|download|export|raw data|as a file|the file)\b/,
  terminal:
    /\b(terminal|trough rate|where does it (end|bottom|stop)|end of the (cycle|path)|lowest (implied )?rate|peak rate)\b/,
  oftener:
    /\bhow (often|many times|many) .*\b(more|larger|bigger|greater|that (big|large|much)|this (big|large|much)|as (big|large|much))\b|\bhow often was it more\b/,
  sample:
    /^(n|n=|n =|and n|whats n|what is n|sample|sample size|how many (cases|times|observations|episodes|meetings))\b/,
} as const satisfies Record<string, RegExp>;

export type Concept = keyof typeof LEXICON;

/** Every whole word of the lexicon: none of them is a misspelling. */
export const LEXICON_WORDS: readonly string[] = Object.values(LEXICON).flatMap(
  ({ source }) => source.replaceAll(/\\[a-z]/g, ' ').match(/[a-z]{4,}/g) ?? [],
);

const CONCEPTS = Object.keys(LEXICON) as Concept[];

/** The concepts that a normalised text speaks of. */
export function conceptsIn(text: string): ReadonlySet<Concept> {
  return new Set(CONCEPTS.filter((concept) => LEXICON[concept].test(text)));
}
