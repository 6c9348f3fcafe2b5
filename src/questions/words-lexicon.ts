/** The field's words, grouped by what they speak of: the concepts a question is made of. Pure. */

import { STREET_WORDS } from './words-lexicon-street.ts';

/** Each concept with the words that say it, as they stand in a normalised text. */
const LEXICON = {
  ...STREET_WORDS,
  small:
    /\b(small ?caps?|smalls|smids?|r2k|rut|rty|iwm|russell( 2000)?|little (guys|ones)|small(?= (v|vs|versus|or|than|over|and|to|against|large|big|stocks?|companies|names)\b)|(?<=\b(on|in|for|is|are|own|buy|like|v|vs|versus|than|or|between) )small)\b/,
  large:
    /\b(large ?caps?|larges?|s ?& ?p( 500)?|s and p|s&p500|spx|sp ?500|spy|big caps?|big ones|large ones|the 500|the benchmark|the index|the market|big(?=$| caps| stocks| names| companies)|(?<=\b(v|vs|versus|than|or|over|and) )(big|large))\b/,
  tech: /\b(tech|technology|xlk|nasdaq|qqq|mega ?caps?|megas?|mag(nificent)? ?(7|seven)|big tech|faang|semis|nvidia|nvda|giants)\b/,
  equal:
    /\b((take|taking|strip|stripping|leave|leaving|exclud\w+|remov\w+|without|minus) (out |off )?(the )?(mag\w* ?(7|seven)?|mega ?caps?|big tech|tech|giants|nvidia)|equal|eq weight(ed)?|eq|whole story|cap weight(ed)?|concentrat(ed|ion)|participation|equal ?weight(ed)?|rsp|ew|ex tech|ex mag|breadth|broad(er|ly|ening)?|narrow|average stock|median stock|everything else|rest of the (market|index)|without tech|strip(ping)? out)\b/,
  just: /\b(just|only|all|mostly|entirely|purely|because of)\b/,
  gap: /\b(behind|lag(s|ged|ging|gard|gards)?|short of|losing to|worse than|left behind|catching up|caught up|keep(ing)? up|trail(s|ed|ing)?|under ?perform(ed|ing|ance|s)?|out ?perform(ed|ing|ance|s)?|gap|spread|leads?|leading|ahead|relative|beat(s|ing|en)?|diverg(e|ed|ing|ence)|difference|doing|perform(ed|ing|ance)?)\b/,
  versus: /\b(v|vs|versus|against|compared (to|with)|relative to|over|than)\b/,
  base: /\b((close|closes|price|level|day|date) (are|do|did) (you|they|we) (use|using|used|start|starting|count|counting)( \w+){0,3}|day (zero|0|one)|(\d{1,2} \w{3,9}|\w{3,9} \d{1,2}) or (\d{1,2} \w{3,9}|\w{3,9} \d{1,2})|(count|counts|counted|counting|runs|running|measured|calculated|computed) (it )?(from|since)|(ytd|mtd|gap|lag|return|it|that|this|returns?) (is )?(from|since) (when|what|which|where)|anchor(ed)? (date|day|at)|t0|base|bases|baseline|base date|starts?(ing)? (from|on|at)|start (of|day|level|close)|where (does|do|did) (it|that|this|ytd|you|the \w+) (start|begin|count)|(from|since) ((jan|january|dec|december) \d+|\d+ (jan|january|dec|december)).{0,12}\bor\b|measure(d)? (it |that |this )?(from|since|against)|starting (point|date|level)|start date|rebased|measured from|counted? from|counting from|reference (date|level|point|close)|denominator|from (what|which|when) (date|level|close|day|price)|(what|which) (date|level|close|day|price) (is|was|are) (that|it|this|these|they) (from|off|based|measured|counted)|relative to what|vs what|versus what|off what)\b/,
  high: /\b(highs?|peak(s|ed)?|records?|ath|all time|top(ped)?|draw ?downs?|pull ?back|correction|under ?water|bear market)\b/,
  topfall:
    /\b(draw ?downs?|under ?water|peak to trough|(off|from|below|under|beneath|to|vs|versus|of) (its|the|their|a|that|all)? ?(\w+ )?(time )?(closing |intraday |record |52 week |all time |recent |cycle |\d{4} )?(highs?|peaks?|record|top|ath)|distance (from|to)|record (high|close)|new (record|high|highs|ath)|last (record|high|peak)|(closing|intraday) highs?)\b/,
  off: /\b(off|from|below|down|under|away|distance|far|since|when)\b/,
  recovery:
    /\b(fastest|quickest|speediest|slowest|(low|lows) to (a |its |the )?(1 year |52 ?w(ee)?k? )?highs?|(1 year|52 week|52wk|52w) low|recover(y|ies|ed)?|low to (a )?(52|high|the high|new high)|lows? to highs?|round trips?|snap ?backs?|rebounds?|turnarounds?)\b/,
  streak:
    /\b((current|present|longest|latest) (run|streak)|running (total )?of days|how long has (it|small caps|the russell|r2k) been (lagging|behind|trailing|underperforming|leading|ahead)|in a row|(how many|number of) (days|sessions) (has|have|did|in|on|of)|straight|streaks?|consecutive(ly)?|running days|days running|sessions running|on the trot|back to back|losing run|winning run)\b/,
  next: /\b(what (usually |typically |normally |tends to |has |generally )?happen(s|ed|ing)? (next|after|afterwards|then|from (here|there)|following|when|in the past|usually|last)|(usually|typically|normally|tend(s|ed)? to|generally) (do|does|did|happens?|follows?|perform|go)|(next|following|subsequent) (\d+|few|couple) (days|weeks|months|years)|(day|week|month|year|\d+ (months|weeks|years)|\d+ ?m) (later|after|on|afterwards)|(previous|past|prior|earlier|similar|other) (signals?|episodes?|cases?|instances?|times?|setups?|occurrences?|occasions?)|(signals?|setups?|episodes?|cases?|times?) like (this|that|these)|forward|outcomes?|hit rate after|win rate|happen(s|ed)? (next|after|afterwards|since)|what (came|comes) (next|after)|forward (returns?|performance)|historically|history says?|does history|past (times|cases|instances|episodes)|precedents?|last (few )?times?|the last time|back then|what follow(s|ed)|follow(s|ed)|subsequent(ly)?|then what|what then|play(s|ed)? out|turn(s|ed)? out|afterwards|how did (it|that|they) (go|end|do)|returns? after|months after|and after)\b/,
  fed: /\b(fed|feds|fomc|powell|wirp|policy|rate decision|fedwatch|odds|priced|pricing|prices? (in|for)|probabilit(y|ies)|chances?|prob|meetings?|implied|implying|fed ?funds|futures)\b/,
  cut: /\b(cuts?|cutting|25s|eas(e|es|ed|ing)|dovish|doves?|loosen(ing)?|lower(ing)? rates)\b/,
  hike: /\b(hikes?|hiking|hawkish|hawks?|tighten(ing)?|rais(e|es|ing) rates)\b/,
  hold: /\b(holds?|holding|pauses?|skip|no move|nothing happens|no change|unchanged|stand pat|on hold)\b/,
  many: /\b(how many|how much (cutting|hiking|tightening|easing)|what is priced in total|number of|how much easing|how much is priced|total|how far)\b/,
  yearend:
    /\b((through|thru|until|till|to|for|at|end of|in|by|into|come) (the )?(year end|dec(ember)?( 20\d\d)?|end of 20\d\d)|dec(ember)? 20\d\d|by (the )?(year ?end|end of (the )?year|end of 20\d\d|dec(ember)?|eoy|xmas|christmas)|year ?end|this year|for the year|for 20\d\d|in 20\d\d|full year|(end|finish|close) (of )?(the |out the )?year|path|terminal|neutral)\b/,
  ratelevel: /\b(fed ?funds|rates?|policy rate|terminal|effr|implied (level|yield)|bps? of|basis points? of)\b/,
  rangenow:
    /\b(fed|policy|fed funds|funds) rate (right )?(now|today|currently|at the moment)\b|\bwhat(s| is) the (fed|policy|fed funds|target) (funds )?(rate|range)\b|\b((fed|policy|funds) rate (right )?(now|today|currently|at the moment)|what(s| is) the (fed|policy|fed funds|target) (funds )?(rate|range)|current|present|todays?|right now|now|in force|target) (fed |fed funds |policy |target |interest )*(funds )?(rate|range|target)\b|\b(fed funds|policy|target) (rate|range)( is| now| today| currently)\b|\bwhere (are|is) (rates|fed funds|the fed funds rate|the policy rate)( now| today| currently)?$/,
  atby: /\b(any (fed |fomc )?meeting (up to|before|until|through|by)|(include|includes|including|count|counts|cover|covers|counting) (a |the |any )?(jan|january|feb|march|may|june|july|earlier|previous|prior|other)\b.*|or just (that|this|the|march|may|june|one|january)|or before (it|then|that)|specifically|only (that|this|the one) meeting|(at|in) (the )?(meeting|march|june|may) or (before|earlier|by)|before or at|per meeting|single meeting|one meeting|at (the )?.{0,25}\b(or|vs|versus) by\b|by (the )?.{0,25}\b(or|vs|versus) at\b|at or by|by or at|cumulative(ly)?|marginal|that meeting alone|meeting (only|itself|alone)|(march|june|may|one|this|that) meeting alone|on its own|standalone|any time (before|up to|until)|by then or|up to and including|includ(es?|ing) (the )?january|specific meeting|exactly at|at the meeting itself|first (cut|hike|move)|(is|are) (it|that|this|these|those) (by|at|for)\b|just (that|the|this) (one|meeting)|through (that|the) meeting|on or before)\b/,
  contract:
    /\b((what|which) goes into|goes into (it|this|that|the)|(which|what) months?( \w+){0,2} futures?|(jan|january|feb|february|mar|march|apr|april|may|june?|july?|aug|august|sept?|september|oct|october|nov|november|dec|december) (futures?|contract|zq)( price)?|futures? (prices?|settlements?)|zq\w* prices?|contracts?|symbols?|tickers?|(what|which) futures?|futures? (is|are|was) (that|it|this)|(from|off|of|with) (the |which |what )?futures? prices?|built (on|from|off)|based on (which|what)|raw (data|prices|numbers)|zq[a-z]?\d*|which (futures?|prices?)|prices? (is |are |goes? |go )?(behind|used|in(to)? (it|this|that|the))|underlying|futures? (month|used|behind)|anchors?|inputs?)\b/,
  bpsize:
    /\b(50|75|100|25)( ?(bps?|basis points?|basis pts))?\b|\b(half (a )?point|double cut|jumbo|big cut|larger cut|two cuts at once|super ?sized?)\b/,
  chance: /\b(chances?|odds|probabilit(y|ies)|prob|likelihood|likely|risk|priced|pricing|possibility)\b/,
  chart: /\b(charts?|plots?|graphs?|draw|pictures?|pics?|visual(s|ise|ize)?|show me (a )?(line|history))\b/,
  history:
    /\b(trend (in|of)|how (has|have|did) .{2,30} (moved|evolved|changed|developed)|moved since|run of|over time|history|since|evolution|evolved?|time series|trajectory|through time)\b/,
  alot: /\b(biggest|largest|record|moved this much|like this|how does (that|this|it) (compare|rank|stack up)|stand out|outlier|out of the ordinary|a lot|lots|compare(s|d)? (to|with)|in context|historically|by past standards|how often was it more|bigger than usual|big|large|huge|unusual(ly)?|rare|normal|ordinary|extreme|percentile|rank|typical|usual|usually|outsized?|much|common|how often|exceptional|historic)\b/,
  move: /\b(moves?|drop(s|ped)?|fall|fell|rise|rose|shift(s|ed)?|swings?|change|plunge|slide|jump|repricing|points? in a|(pp|points?|pts) (move|drop|fall))\b/,
  right:
    /\b(?!right now)(right|wrong|calibration|how often (do|does|did|was|were|are|is|has|have)|happen in practice|actually happen|materiali[sz]ed?|track record|accurate|accuracy|reliab(le|ility)|calibrat(ed|ion)|brier|come true|came true|pan(s|ned)? out|trust(worthy)?|believe|correct|predictive|hit rate|record|any good|good at)\b/,
  far: /\b(this far|far out|days (out|ahead|before)|ahead|horizon|months? (out|before|ahead)|weeks? (out|before|ahead)|this early)\b/,
  alert:
    /\b(ping|(shoot|send|drop|give|dm|email) (me|us|the desk|a|an)( a| an)? ?(message|note|dm|line|heads up|shout|ping|email|alert|word)?(?= (if|when|once|as soon|whenever))|wake me|keep me posted if|watch (it|this|that|the \w+) (and|for)|alert (me|us|here|this|if|when)|(set|create|make|want) an? (alert|ping)|notify|(tell|let|text|message|warn|remind|shout|holler|buzz) (me|us|the desk|at me|this channel)? ?(know )?(here )?(if|when|once|as soon)|let (me|us|the desk|the channel|everyone|everybody|the team|them) know|warn (me|us)|heads up|flag it|flag (this|me|when|if)|shout (if|when)|remind me|watch for)\b/,
  add: /^(please |pls |can you )?(add|log|record|enter|book|save)\b(?! to)/,
  source:
    /\b(which (outlet|paper|publication|report|site|page)|what (outlet|paper|publication|site|page)|come from|comes from|came from|sources?|who (is|was) (saying|quoting)|whose (number|figure|quote|data)|link (to|for)|data (provider|vendor|source)|where (did|do) (you|u) (get|take|pull)|sourced?|link|url|cite|citation|reference|says who|who (said|says|wrote|published|reported) (this|that|it|so)|where (is|was|does|did|do) (this|that|it|the|these|you)? ?.{0,20}(come )?from|where from|where did you get|which (article|note|report)|got a link|proof|attribution)\b/,
  asof: /\b((is|are|does|do) (this|that|it|these|those|the (data|numbers?|close|closes|prices?|figures?)|they) (have |use |include |contain |from |as of |using |based on |at )*(the |a |an )?(mon\w*|tues\w*|wednes\w*|thurs\w*|fri\w*|todays?|yesterdays?|last nights?|latest|closing|close|closes|intraday|final|official|settled?|eod|end of day|live|current|delayed|real ?time)( close| closes| prices?| data| numbers?| session)?|when (are|is|were|was) (these|this|those|that|the|it) ?(numbers?|data|figures?|prices?|closes?)? ?(from|taken|pulled|of|as of)?$|how (up to date|recent|late)|as of (when|what)|data (date|time|timestamp)|cut ?off|latest (close|data|session)|as ?of|asof|any(thing)? stale|(intraday|live|real ?time|delayed|eod|end of day|yesterdays?|todays?|closing|settlement|close|fridays?|last nights?) (close |closes |prices? |data |numbers? |session )?or (the |a |an |is it )?(intraday|live|real ?time|delayed|eod|end of day|yesterdays?|todays?|closing|settlement|close|fridays?|last nights?)|include(s|d)? (today|todays|yesterday|yesterdays|fridays?|the latest|this mornings)|(after|before) the (close|bell|open)|when (did|do|does) (you|this|it|the data) (update|refresh|pull)|out of date|how (old|fresh|recent|current|stale|up to date)|stale|fresh|timestamp|time stamp|last updated?|updated|close or intraday|intraday or close|real ?time|delayed|(which|what) (day|session|date|time|close)s? (is|was|are|does) (this|that|it|these|the)|when (is|was|are|were) (this|that|it|these|the (data|numbers|prices)) ?(from|taken|pulled|updated)?$|current data|todays (numbers|data|close)|up to date|live)\b/,
  trend:
    /\b(trend(s|ing)?|rising|falling|direction|higher|lower|up|down|pick(ing)? up|worse|better|deteriorat\w+|tick(ing)? up)\b/,
  contradict:
    /\b((dont|doesnt|do not|does not|cant|cannot) (fit|square|match|agree|add up|line up|reconcile)|mixed (messages|picture)|so which (is it|one)|which is it|this or (the|that) .{0,20}(alert|post|odds)|(reconcile|tally|jibe)|contradict(s|ed|ing|ion|ory)?|(said|says|say|shows?|tells?) (otherwise|the opposite|something else|differently)|fit(s)? (with|in|together)|at odds|mixed (message|signals?)|conflict(s|ed|ing)?|inconsistent|consistent|square (with|that|this)|at odds with|disagree(s|ment)?|go(es)? against|opposite|(how|does|doesnt|do) (that|this|it|they) (fit|match|square|tally|jibe|gel)|reconcile .{0,20}with|clash(es)?|line up)\b/,
  outlet:
    /\b(yahoo|bloomberg|bbg|wirp|polymarket|kalshi|koyfin|press|newspaper|somebody|someone|the desk says|a colleague|my pm|cme|cme site|fedwatch (says|shows|has)|reuters|refinitiv|eikon|factset|my screen|(the )?screen|terminal|wsj|ft|cnbc|google|tradingview|trading view|barrons|marketwatch|article|investing\.com|stooq|someone else|other (source|site)|broker)\b/,
  says: /\b(i see|i have|i get|elsewhere|more like|sure|says?|said|wrote|writes|claims|shows?|showing|showed|has|have|had|got|gets|sees?|seeing|reads?|reports?|reported|quotes?|quoting|is|was|at|puts?|gives?|prints?)\b/,
  dispute:
    /\b(isnt (it|that|this)|shouldnt (it|that) be|i (see|have|get|got|show|read|am seeing)|elsewhere|everyone else|others? (say|says|have|has|show)|more like|you sure|are you sure|really|doesnt add up|cant be right|off\?|who(s)? (is )?(right|(thats|that is|that|youre|you are|must be|looks?|is|are) wrong|correct)|(whats|what is) right|dont (you )?match|doesnt match|not match|match(es)?|why (dont|doesnt|didnt|isnt|arent)|same as|thats wrong|that is wrong|incorrect|not .{0,10}\d|off by|only (up|down)|whos right|which is right|which (one )?(is|one) (right|correct|it)|who is wrong|(thats|that is|that|youre|you are|must be|looks?|is|are) wrong|mismatch|differ(s|ent|ence)?|discrepancy|doesnt match|not what|why (do|does|is) (you|yours|your)|vs (you|your|yours)|you (have|say|show|said|had|got|print)|yours?|we have|versus you)\b/,
  advice:
    /\b(are you (bullish|bearish|long|short|buying|selling)|where (is|are) .{2,30} (going|headed|heading)|would you (be|go)|good (level|point) to|your (view|opinion|take|call)|what should|too late to|bottom(ed)? in|is the (bottom|top) in|should (i|we|one|the fed|they)|be (long|short|buying|selling)|making a mistake|policy (mistake|error)|behind the curve|too (late|early|soon|slow) to|do you (like|love|hate)|any trades?|would you|do you recommend|recommend(ation)?|(buy|sell|short|long) (it|them|this|small|smalls|iwm|rut|russell|r2k|here|now|the|some)|go (long|short)|get (long|short)|time to (buy|sell|add|get|own)|good (entry|time|trade|buy|idea)|worth (buying|owning|a trade|it)|overweight|underweight|trade idea|what would you do|buy or sell|is it a buy|a buy\b|load up|attractive|position(ed)? for|hedge)\b/,
  forecast:
    /\b(will (the (fed|gap|market|index|russell|s&p)|fed|powell|we|it|they|rates|small|smalls|russell|rut|the|r2k|this|that)|going to|gonna|predict(ion)?|your (view|forecast|call|outlook)|outlook|where (do you see|will|is it headed|are we going)|headed|do you think|what happens to)\b/,
  define:
    /\b(stands? for|what counts as|what (is|are|does|do you mean by|exactly is)|whats|mean(s|ing)?|define|definition|explain|how do you (define|measure|count)|counts? as|eli5)\b/,
  formula:
    /\b(how (do|did) you (calc\w*|work|figure|derive)|how (is|was|are|were|do you|did you|have you) .{0,30}(calculat|comput|work(ed)? (it |this |that )?out|get (to|that|this|it)|arriv|deriv|built)\w*|formula|maths?|show (me )?(your|the) work(ing|ings)?|receipts?|calculation|methodology|break (it|that) down)\b/,
  why: /\b(why|how come|whats driving|what is driving|what (moved|drove|caused|changed|pushed|triggered)|whats behind|what is behind|behind the (move|drop|fall|shift)|reasons?|drivers?)\b/,
  beta: /\b(beta|when (the )?(odds|rates?|yields?|cut odds|fed) (\w+ )?(fall|falls|rise|rises|drop|drops|move|moves|go|goes|change|changes|cuts?)|(react|respond|reaction|response)s? to (rates|cuts|odds|the fed|yields)|sensitiv(e|ity)|correlat(ed|ion|es) (to|with) (rates|yields|the fed|odds|cuts)|link(ed)? (to|with) (rates|yields)|rates? matter|rate (link|sensitivity)|when rates (fall|rise|move))\b/,
  unusual:
    /\b(how (unusual|rare|big|wide|bad)|unusual|rare|percentile|rank|widest|worst start|ever been|historic(al|ally)?|biggest)\b/,
  help: /^(help|help me|what (else )?(do|can) you (know|do|offer|track|cover|tell me)|options|menu|what can (you|i) (do|answer|ask)( here)?|commands|how do(es)? (this|you) work)$/,
  brier: /\b(brier|calibration|reliability diagram)\b/,
  needed:
    /\b(points? (to|from|away from|until) (the |a |its )?(record|high|peak|ath|flat|even)|far (to|from) (flat|even|break ?even)|takes? out|get(s)? .{2,25} back (to|above|at)|puts? .{2,20} (flat|even|level)|equal(s|ise|ize)|get (even|flat)|need(s|ed)? to|have to|has to|must|would it take|what does it take|would take|required|break ?even|get back to|to get (back )?to|to (be|go|turn|get) (flat|even|positive|green|level|unchanged|up|down)|to (catch up|close the gap|match|overtake|beat|make a new|take out|reach|regain|recover|retake|erase|wipe out|hit)|close (at|above|where)|how (much|far) (more|higher|lower|would|does|do|must))\b/,
  goal: /\b(flat|even|break ?even|positive|green|level|unchanged|catch(ing)? up|close the gap|match|overtake|beat|record|highs?|ath|peak|up|down|reach|erase|target|gap|\d{4})\b/,
  cheap:
    /\b(cheap(er|ly)?|expensive|rich|stretched|under ?valued|over ?valued|discount|premium|ratio|relative (value|strength|price)|rut ?\/ ?spx|small ?\/ ?large)\b/,
  season:
    /\b(seasonal(ity|ly)?|january effect|santa( claus)?( rally)?|(january|jan|february|march|april|may|june|july|august|september|october|november|december) (effect|seasonal\w*|usually|typically)|usual(ly)? (in|for) (january|jan|february|feb|march|april|may|june|july|august|september|october|november|december)|time of (the )?year|turn of the year)\b/,
  stop: /\b(stop|cancel|unsubscribe|mute|turn off|switch off|kill|end|remove|delete) (the |this |that |my |all |these )?(pings?|pinging|alerts?|alerting|notif\w*|messag\w*|telling|posting|summary|summaries)\b|^(cancel|never ?mind|forget it|stop|stop it|scrap that)( that| it| please)?$/,
  csv: /\b(csv|excel|xlsx?|spreadsheet|download|export|raw data|as a file|the file)\b/,
  curve:
    /\b(curve|strip|rate path|path of rates|dot ?plot|moves? (are |is )?priced|implied rate|priced (in )?(for|by|through) (the )?(year end|dec\w*))\b/,
  yearonly: /\b(year end|end of (the )?year|end of 20\d\d)\b/,
  totalreturn: /\b(total returns?|(with|incl\w*|plus|after) (the )?dividends?|dividends? (included|reinvested))\b/,
  bpsum:
    /\b(bps?|basis points?) of (cuts?|hikes?|easing|tightening|moves?)\b|\b(how many|how much|total) (bps?|basis points?|easing|tightening)\b/,
  firstmove:
    /\b(when|how soon|by when|which meeting|what meeting)\b.{0,40}\b(first|start|starts|begin|begins|fully)\b|\bfully priced\b|\blift ?off\b/,
  ratepath:
    /\b((whole|full|entire|implied|priced) path|path of (rates|cuts|hikes)|rate path|meeting by meeting|(each|every|all) meetings?|all the meetings)\b/,
  terminal:
    /\b(terminal|trough rate|where does it (end|bottom|stop)|end of the (cycle|path)|lowest (implied )?rate|peak rate)\b/,
  oftener:
    /\bhow (often|many times|many) .*\b(more|larger|bigger|greater|that (big|large|much)|this (big|large|much)|as (big|large|much))\b|\bhow often was it more\b/,
  term: /^(whats?|what is|what are|what was|explain|define|meaning of)( an?| the| your| is| are)* (pp|bps?|basis points?|percentage points?|effr|fedwatch( method)?|settlement|derived( level)?|naive( base rate)?|brier( score)?|price return|total return|divergence( rule)?|russell 2000|r2k|zq|fomc|implied (rate|bp|move)|expected move|re ?arm|hysteresis)$|\b(with|without|includ\w+|before|after|net of) dividends?\b|\b(price|total) return\b.*\b(or|is|this|that)\b/,
  meaning:
    /\b(what (does|do|did) .{1,30} mean|means?$|mean\?|define|definition|meaning of|what do you mean( by)?|explain|eli5|stands? for|what counts as|how do you (define|measure|count))\b/,
  sample:
    /^(n|n=|n =|and n|whats n|what is n|sample|sample size|how many (cases|times|observations|episodes|meetings))\b/,
} as const satisfies Record<string, RegExp>;

export type Concept = keyof typeof LEXICON;

/** The words of the lexicon's patterns that have at least so many letters. */
function wordsOf(letters: number): readonly string[] {
  const word = new RegExp(`[a-z]{${letters},}`, 'g');
  return Object.values(LEXICON).flatMap(({ source }) => source.replaceAll(/\\[a-z]/g, ' ').match(word) ?? []);
}

/** Every whole word of the lexicon: none of them is a misspelling. */
export const LEXICON_WORDS = wordsOf(4);

/** The same with short ones. */
export const SHORT_LEXICON_WORDS = wordsOf(2);

const CONCEPTS = Object.keys(LEXICON) as Concept[];

/** The concepts that a normalised text speaks of. */
export function conceptsIn(text: string): ReadonlySet<Concept> {
  return new Set(CONCEPTS.filter((concept) => LEXICON[concept].test(text)));
}
