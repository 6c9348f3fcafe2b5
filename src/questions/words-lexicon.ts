/** The field's words, grouped by what they speak of: the concepts a question is made of. Pure. */

/** Each concept with the words that say it, as they stand in a normalised text. */
const LEXICON = {
  small: /\b(small ?caps?|smalls?|smids?|r2k|rut|rty|iwm|russell( 2000)?|little (guys|ones))\b/,
  large:
    /\b(large ?caps?|larges?|s ?& ?p( 500)?|s&p500|spx|sp500|spy|big caps?|large ones|the 500|the benchmark|the index|the market)\b/,
  tech: /\b(tech|technology|xlk|nasdaq|qqq|mega ?caps?|megas?|mag(nificent)? ?(7|seven)|big tech|faang|semis|nvidia|nvda|giants)\b/,
  equal:
    /\b(equal ?weight(ed)?|rsp|ew|ex tech|ex mag|breadth|broad(er|ly|ening)?|narrow|average stock|median stock|everything else|rest of the (market|index)|without tech|strip(ping)? out)\b/,
  just: /\b(just|only|all|mostly|entirely|purely|because of)\b/,
  gap: /\b(behind|lag(s|ged|ging|gard|gards)?|trail(s|ed|ing)?|under ?perform(ed|ing|ance|s)?|out ?perform(ed|ing|ance|s)?|gap|spread|leads?|leading|ahead|relative|beat(s|ing|en)?|diverg(e|ed|ing|ence)|difference|doing|perform(ed|ing|ance)?)\b/,
  versus: /\b(vs|versus|against|compared (to|with)|relative to|over|than)\b/,
  base: /\b(base|baseline|base date|starting (point|date|level)|start date|rebased|measured from|counted? from|counting from|reference (date|level|point|close)|denominator|from (what|which) (date|level|close|day)|relative to what|vs what|versus what|off what)\b/,
  high: /\b(highs?|peak(s|ed)?|records?|ath|all time|top(ped)?|draw ?downs?|pull ?back|correction|under ?water|bear market)\b/,
  off: /\b(off|from|below|down|under|away|distance|far|since|when)\b/,
  recovery:
    /\b(fastest|quickest|speediest|recover(y|ies|ed)?|low to (a )?(52|high|the high|new high)|lows? to highs?|round trips?|snap ?backs?|rebounds?|turnarounds?)\b/,
  streak:
    /\b(in a row|straight|streaks?|consecutive(ly)?|running days|days running|sessions running|on the trot|back to back|losing run|winning run)\b/,
  next: /\b(what happen(s|ed)? (next|after|afterwards|then|from there)|happen(s|ed)? (next|after|afterwards|since)|what (came|comes) (next|after)|forward (returns?|performance)|historically|history says?|does history|past (times|cases|instances|episodes)|precedents?|last (few )?times?|what follow(s|ed)|follow(s|ed)|subsequent(ly)?|then what|what then|play(s|ed)? out|turn(s|ed)? out|afterwards|how did (it|that|they) (go|end|do)|returns? after|months after|and after)\b/,
  survey:
    /\b(surveys?|bofa|bank of america|fms|fund managers?|flip(s|ped)?|sentiment|positioning|june 2021|jun 2021|last such reading|cash level)\b/,
  fed: /\b(fed|fomc|fedwatch|odds|priced|pricing|prices? (in|for)|probabilit(y|ies)|chances?|prob|meetings?|implied|fed ?funds)\b/,
  cut: /\b(cuts?|cutting|eas(e|es|ed|ing)|dovish|doves?|loosen(ing)?|lower(ing)? rates)\b/,
  hike: /\b(hikes?|hiking|hawkish|hawks?|tighten(ing)?|rais(e|es|ing) rates)\b/,
  hold: /\b(holds?|pause|no change|unchanged|stand pat|on hold)\b/,
  many: /\b(how many|number of|how much easing|how much is priced|total|how far)\b/,
  yearend:
    /\b(by (the )?(year ?end|end of (the )?year|end of 20\d\d|dec(ember)?|eoy|xmas|christmas)|year ?end|this year|for the year|for 20\d\d|in 20\d\d|full year|path|terminal)\b/,
  atby: /\b(at (the )?.{0,25}\b(or|vs|versus) by\b|by (the )?.{0,25}\b(or|vs|versus) at\b|at or by|by or at|cumulative(ly)?|marginal|that meeting alone|meeting (only|itself|alone)|(march|june|may|one|this|that) meeting alone|on its own|standalone|any time (before|up to|until)|by then or|up to and including|includ(es?|ing) (the )?january|specific meeting|exactly at|at the meeting itself)\b/,
  contract:
    /\b(contracts?|symbols?|tickers?|zq[a-z]?\d*|which (futures?|prices?)|prices? (is |are |goes? |go )?(behind|used|in(to)? (it|this|that|the))|underlying|futures? (month|used|behind)|anchors?|inputs?)\b/,
  bpsize:
    /\b(50|75|100|25)( ?(bps?|basis points?|basis pts))?\b|\b(half (a )?point|double cut|jumbo|big cut|larger cut|two cuts at once|super ?sized?)\b/,
  chance: /\b(chances?|odds|probabilit(y|ies)|prob|likelihood|likely|risk|priced|pricing|possibility)\b/,
  chart: /\b(charts?|plots?|graphs?|draw|pictures?|pics?|visual(s|ise|ize)?|show me (a )?(line|history))\b/,
  history: /\b(over time|history|since|evolution|evolved?|time series|trajectory|through time)\b/,
  alot: /\b(a lot|lots|big|large|huge|unusual(ly)?|rare|normal|ordinary|extreme|percentile|rank|typical|outsized?|much|common|how often|exceptional|historic)\b/,
  move: /\b(moves?|drop(s|ped)?|fall|fell|rise|rose|shift(s|ed)?|swings?|change|plunge|slide|jump|repricing|points? in a|(pp|points?|pts) (move|drop|fall))\b/,
  right:
    /\b(right|accurate|accuracy|reliab(le|ility)|calibrat(ed|ion)|brier|come true|came true|pan(s|ned)? out|trust(worthy)?|believe|correct|predictive|hit rate|record|any good|good at)\b/,
  far: /\b(this far|far out|days (out|ahead|before)|ahead|horizon|months? (out|before|ahead)|weeks? (out|before|ahead)|this early)\b/,
  alert:
    /\b(ping|alert (me|us|here|this|if|when)|(set|create|make|want) an? (alert|ping)|notify|(tell|let|text|message|warn|remind|shout|holler|buzz) (me|us|the desk|at me|this channel)? ?(know )?(here )?(if|when|once|as soon)|let (me|us) know|warn me|heads up|flag it|flag (this|me|when|if)|shout (if|when)|remind me|watch for)\b/,
  add: /^(please |pls |can you )?(add|log|record|enter|book|save)\b(?! to)/,
  target:
    /\b(targets?|price targets?|pts?|upside|objectives?|forecasts?|calls?|what does .{2,25} (see|say|think|expect))\b/,
  points: /\b(in points|index points|points|as a level|level|what level|in index|absolute)\b/,
  horizon:
    /\b(from when|by when|until when|when is (it|that|this) due|due( date)?|horizon|(12|twelve) months|expir(e|es|y|ation)|deadline|run(s)? out|year ?end target|start(s|ing)? when|when does (it|that|the call|their call|the clock)|clock|to what date|end date)\b/,
  bullish:
    /\b(bullish|bulls?|most positive|optimis(m|tic|ts?)|highest target|most upside|biggest (target|upside|call)|street high|most constructive|likes?|loves?|upbeat|rank(ing|ed)?)\b/,
  bearish: /\b(bearish|bears?|most negative|pessimis(m|tic|ts?)|lowest target|least upside|street low|most cautious)\b/,
  who: /\b(who|whose|whos|which (firm|bank|house|strategist|shop|analyst)s?|top|rank(ing|ed)?|most|league table|best)\b/,
  track:
    /\b(track records?|hit rates?|batting averages?|scor(e|es|ed|ing|ecard)|how (good|accurate|reliable|often right) (are|were|have|is)|been right|ever right|(were|are|was) (they|these guys|these people) (ever )?(right|any good|accurate)|get it right|got it right|past calls|previous calls|their history|how (have|did) (they|these|their|the strategists?|the street|those) .{0,20}(do|done|fare|fared|perform|work|worked out))\b/,
  people:
    /\b(these guys|these people|they|them|guys|their|strategists?|street|analysts?|banks|sell ?side|forecasters?|houses|calls|goldman|fundstrat|lee)\b/,
  source:
    /\b(sources?|sourced?|link|url|cite|citation|reference|says who|who (said|says|wrote|published|reported) (this|that|it|so)|where (is|was|does|did|do) (this|that|it|the|these|you)? ?.{0,20}(come )?from|where from|where did you get|which (article|note|report)|got a link|proof|attribution)\b/,
  consensus:
    /\b(consensus|(average|mean|median|avg) .{0,18}(targets?|strategists?)|street (average|mean|median|target|view|expects?)|the street|strategist(s)? (average|mean|median|see|expect))\b/,
  asof: /\b(as ?of|asof|how (old|fresh|recent|current|stale|up to date)|stale|fresh|timestamp|time stamp|last updated?|updated|close or intraday|intraday or close|real ?time|delayed|(which|what) (day|session|date|time|close)s? (is|was|are|does) (this|that|it|these|the)|when (is|was|are|were) (this|that|it|these|the (data|numbers|prices)) ?(from|taken|pulled|updated)?$|current data|todays (numbers|data|close)|up to date|live)\b/,
  trend:
    /\b(trend(s|ing)?|rising|falling|direction|higher|lower|up|down|pick(ing)? up|worse|better|deteriorat\w+|tick(ing)? up)\b/,
  contradict:
    /\b(contradict(s|ed|ing|ion|ory)?|conflict(s|ed|ing)?|inconsistent|consistent|square (with|that|this)|at odds with|disagree(s|ment)?|go(es)? against|opposite|(how|does|doesnt|do) (that|this|it|they) (fit|match|square|tally|jibe|gel)|reconcile .{0,20}with|clash(es)?|line up)\b/,
  outlet:
    /\b(yahoo|bloomberg|bbg|cme|cme site|fedwatch (says|shows|has)|reuters|refinitiv|eikon|factset|my screen|(the )?screen|terminal|wsj|ft|cnbc|google|tradingview|trading view|barrons|marketwatch|article|investing\.com|stooq|someone else|other (source|site)|broker)\b/,
  says: /\b(says?|shows?|showing|showed|has|have|had|got|gets|sees?|seeing|reads?|reports?|reported|quotes?|quoting|is|was|at|puts?|gives?|prints?)\b/,
  dispute:
    /\b(who(s)? is right|whos right|which is right|which (one )?(is|one) (right|correct|it)|who is wrong|wrong|mismatch|differ(s|ent|ence)?|discrepancy|doesnt match|not what|why (do|does|is) (you|yours|your)|vs (you|your|yours)|you (have|say|show|said|had|got|print)|yours?|we have|versus you)\b/,
  advice:
    /\b(should (i|we|one)|would you|do you recommend|recommend(ation)?|(buy|sell|short|long) (it|them|this|small|smalls|iwm|rut|russell|r2k|here|now|the|some)|go (long|short)|get (long|short)|time to (buy|sell|add|get|own)|good (entry|time|trade|buy|idea)|worth (buying|owning|a trade|it)|overweight|underweight|trade idea|what would you do|buy or sell|is it a buy|a buy\b|load up|attractive|cheap)\b/,
  forecast:
    /\b(will (it|they|small|smalls|russell|rut|the|r2k|this|that)|going to|gonna|predict(ion)?|your (view|forecast|call|outlook)|outlook|where (do you see|will|is it headed|are we going)|headed|do you think|what happens to)\b/,
  define:
    /\b(what (is|are|does|do you mean by|exactly is)|whats|mean(s|ing)?|define|definition|explain|how do you (define|measure|count)|counts? as|eli5)\b/,
  formula:
    /\b(how (is|was|are|were|do you|did you|have you) .{0,30}(calculat|comput|work(ed)? (it |this |that )?out|get (to|that|this|it)|arriv|deriv|built)\w*|formula|maths?|show (me )?(your|the) work(ing|ings)?|receipts?|calculation|methodology|break (it|that) down)\b/,
  why: /\b(why|what (moved|drove|caused|changed|pushed|triggered)|whats behind|what is behind|behind the (move|drop|fall|shift)|reasons?|drivers?)\b/,
  beta: /\b(beta|sensitiv(e|ity)|correlat(ed|ion|es)|link(ed)? (to|with) (rates|yields)|rates? matter|rate (link|sensitivity)|when rates (fall|rise|move))\b/,
  unusual:
    /\b(how (unusual|rare|big|wide|bad)|unusual|rare|percentile|rank|widest|worst start|ever been|historic(al|ally)?|biggest)\b/,
  help: /^(help|what can (you|i) (do|answer|ask)( here)?|hi|hello|hey|commands|how do(es)? (this|you) work)$/,
  brier: /\bbrier\b/,
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
