/** Words for posts: two of them held against each other, and what an alert says of itself. A table only. */

const POST =
  '(alerts?|posts?|notes?|messages?|summar(y|ies)|pings?|readings?|signals?|surveys?|numbers?|things|stories)';

/** Each concept with the words that say it, as they stand in a normalised text. */
export const POST_WORDS = {
  crosspost: new RegExp(
    `\\b(make (it|this|that|them) make sense|at odds with|(in|point(s|ing)? in|point(s|ing)?) (the )?(opposite|different|other) (directions?|ways?)|(opposite|different) (directions?|ways)|(how )?(can|could|do|does) (both|they|these|the two|this and|that and)\\b(?! (\\w+ )?ever\\b).{0,40}\\b(true|right|hold|stand|square|fit|agree|coexist|go together)|squares? (this|that|it|them|the \\w+|with)|doesnt (this|that|it) (jar|conflict|clash|sit)|(conflict|clash|jar|jars|sits?|at variance|inconsistent|in ?consistency|consistent|mesh|gel|chime)(s|es|ing)? (oddly |badly |well |ok )?with|(two|both|these|the two) ${POST} .{0,40}(disagree|differ|conflict|clash|opposite|contradict|point|say|tell|cant|dont)|(which|what) (one|of (the two|them|these|those)|alert|post|signal)s? (should|do|shall|would|can|to|is) .{0,15}(believe|trust|follow|right|go with|listen)|mixed signals?|${POST} (vs|v|versus|or|against) (this|that|(the |this |that )?(\\w+ ){0,2}${POST})|(this|that|it)( one)? (vs|v|versus|or|against) the (\\w+ ){1,2}${POST}|odd (given|next to|alongside)|given (that )?the (odds|survey|divergence|gap|fed|target|morning) ${POST})\\b`,
  ),
  rearm:
    /\b(re ?arm(s|ed|ing)?|arm(ed|s)? again|re ?set(s)?|fires? again|fire (a )?(second|next) time|go(es)? off again|trigger(s|ed)? again|ping(s)? (me |us )?again|(next|another) (alert|ping|fire)|ready again|live again|active again)\b/,
  fired:
    /\b((what|which) (rule|condition|threshold|level|trigger|line)s?\b.{0,25}|(what|whats|who|why|how come|how)\b.{0,25})\b(fire[ds]?|firing|trigger(s|ed)?|set (it|this|that) off|go(es)? off|went off|alerted|pinged|(did|do|does) (it|this|that|you) (alert|ping)|prompted|behind (this|that|the) (alert|ping))\b|\bwhy (did|am|are|do) (i|we|you|it) (get|getting|got|see|seeing|post|send|sent|tell|told)\b.{0,20}\b(this|that|it|alert|ping)?$|^why (this|that|the) (alert|ping|post)$|\b(what|which|whats) (is |was |are )?(the |your |its )?(rule|condition|trigger|threshold)s?$|^(the )?(rule|condition|trigger|threshold)s?$/,
  aftermath:
    /\b(did|has|have|was|were) (it|that|this|they|he|she|the|those|managers|funds) ?(\w+ ){0,4}?(work(ed)?|pay(s)? off|paid off|play(ed)? out|pan(ned)? out|come (good|true)|came (good|true)|right|correct)\b|\b(12|6|3|1|9) ?(m|months?|years?) (following|later|after|on|hence|out|afterwards)\b|\b(following|subsequent|ensuing) (12|6|3|1|year|months?)\b|\b(months?|year|weeks) (following|afterwards|after|later)\b|\b(post|after|following) (the )?(last|previous|prior|earlier|that|this|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|20\d\d|flip|survey|reading|fund manager|fms)\w*|\b(outcomes?|aftermath|payoff|came of (it|that|this))\b/,
  diddo:
    /\b(did|has|have|had) .{0,30}\b(do|done|perform(ed)?|fared?|go|gone|return(ed)?|work(ed)?|happen(ed)?|react(ed)?)\b/,
  fromwhere:
    /\b(from|since|off) ((where|when)(?! (the|it|they|we|a|small|russell|s&p)\b)|what (day|date|close|level)|which (day|date|close|level))\b|^(where|when) from\b|\b(measured|counted|count|counts) (from|since)\b|\b(start|starting|base) (day|date|level|levels|close|closes)\b/,
} as const satisfies Record<string, RegExp>;
