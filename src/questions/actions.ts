/** Which texts ask for something to be done: set or stop an alert, keep or change a call, subscribe. Never a question. Pure. */
import { amendsAlert } from './alert-amend.ts';
import { firmsNamed } from './firm-names.ts';
import type { PostSnapshot } from './post-snapshot.ts';
import type { ActionKind, Question } from './question.ts';
import { ownWords, wishText } from './wish-text.ts';
import { POST_WORDS } from './words-lexicon-posts.ts';
import { normalText } from './words-normal.ts';

const POLITE =
  '^(?:(?:hey|hi|hello|ok|okay|so|and|now|just|also|then|please|pls|capwatch|bot|can you|could you|would you|will you|can we|could we|can i|could i|may i|lets|i want to|id like to|i would like to|we want to|we need to|i need to|i need you to|i want you to|go ahead and|kindly|quickly|maybe) )*';
const ALERTS =
  '(?:alerts?|pings?|pinging|alerting|notifications?|notifs?|notifying|reminders?|warnings?|texting|messag\\w+)';
const POSTS =
  '(?:summar(?:y|ies)|wraps?|morning(?: note| post)?s?|digests?|daily|weekly|posts?|updates|briefs?|briefings?)';

const STOP = new RegExp(
  `${POLITE}(?:(?:stop|cancel|end|kill|remove|delete|turn off|switch off|disable|unset|drop|get rid of|clear|quit|no more|enough with)(?: with)?(?: (?:the|this|that|my|our|all|these|those|any|of|other|every|standing|gap|odds|fed|drawdown|divergence|record|survey|target|march|june|me|us|sending|setting))* ${ALERTS}|stop (?:telling|bothering|spamming|bugging)|(?:do not|dont|never|stop) (?:ping|alert|notify|text|message|warn|bug)\\w*|no more (?:of )?(?:these|those|this)|(?:cancel|stop|scrap|discard|forget|unset|undo|drop)(?: (?:it|this|that|these|everything))?(?: (?:please|pls|now|alert|thanks))*$|never ?mind|nvm$|forget (?:it|about it)|leave it$|shut up$|unping)`,
);
const SNOOZE = new RegExp(
  `${POLITE}(?:(?:resume|unsnooze|unmute|unpause|wake up|restart|reactivate|re ?enable|turn on|switch on) (?:the |this |that |my |our |all )*(?:it|that|this|${ALERTS})(?: \\d+)?$|(?:resume|unsnooze|unmute|unpause)\\b|(?:snooze|silence|hush|shush|mute)\\b|(?:pause|quiet|hold off)(?: (?:it|this|that|the|my|all|on|for))* ?(?:${ALERTS}|\\d|a (?:day|week|while|bit)|until|till|tomorrow)|(?:pause|quiet) (?:it|this|that)|(?:be|keep) quiet|(?:leave|let) me alone)`,
);
const EDIT = new RegExp(
  `${POLITE}(?:change|edit|move|update|raise|lower|adjust|bump|modify|tweak|set|reset)(?: (?:the|this|that|my|our|gap|odds|level|threshold|trigger|line|of|for|on))* (?:alert|ping|threshold|trigger)s?(?: (?:number |no )?#?\\d+)?(?: level| threshold| line)? (?:to|at|from)\\b.*\\d`,
);
/** "make it 10" under an alert's own post. */
const LINE =
  /^(?:please |pls |ok |no |can you |could you |lets )*(?:make|set|change|move|raise|lower) (?:it|that|this|the (?:level|line))(?: to| at)? (?:[-+]?\d+(?:\.\d+)?) ?(?:pp|points?|%|percent|bps?)?(?: instead| please| pls)?$/;
const LIST = new RegExp(
  `${POLITE}(?:list|show|see|view|display|give)(?: me| us| all| my| our| the| this channels?| active| current| standing| open| set| a list of)* ${ALERTS}\\b|\\b(?:what|which) (?:\\w+ )?(?:alerts?|pings?|notifications?)\\b(?!.*\\b(?:said|says|fired|fire)\\b)|^(?:my |our |all |active )?(?:alerts|pings)(?: list| here)?$|\\b(?:any|how many) alerts\\b|\\bdo (?:we|i|you) have (?:an |any )?alerts?\\b|\\b(?:what|which) (?:are|is) (?:you|it|capwatch) (?:watching|alerting)|\\bare there alerts?\\b`,
);
const WHY =
  /\b(?:why|how come)\b.*\b(?:fire[ds]?|firing|triggers?|triggered|go off|went off|gone off|alert(?:ed)?|ping(?:ed)?|notif\w+|told|tell|warn(?:ed)?|get (?:a |an )?(?:alert|ping))\b/;
const WHY_NOT =
  /\b(?:did|has|have) (?:it|the alert|that alert|this alert) (?:fire|fired|trigger(?:ed)?|go off|gone off)\b|\b(?:it|the alert|alert) (?:did not|didnt|hasnt|never) (?:fire|fired|trigger(?:ed)?|go off|went off)/;
const UNSUBSCRIBE = new RegExp(
  `${POLITE}(?:unsubscribe\\b|opt out\\b|(?:stop|cancel|end|turn off|switch off|disable|kill|remove|no more)(?: (?:the|this|that|my|our|all|these|posting|sending|daily|weekly|subscription to))* (?:subscriptions?|${POSTS})\\b)`,
);
const SUBSCRIBE = new RegExp(
  `${POLITE}(?:subscribe\\b|sign (?:me|us|this channel|the channel|#?[\\w-]+) up\\b|sub (?:me|us|this channel)\\b|(?:post|send|give|deliver|drop|put|push|publish|share)\\b.*\\b(?:every|each) (?:morning|day|weekday|week|evening|monday|friday|afternoon)\\b|(?:post|send|give|deliver|start|push|publish|schedule|turn on|switch on)(?: (?:me|us|the|this|a|an|posting|sending|here|in here|to))* (?:daily|weekly|${POSTS})\\b|(?:ping|tell|remind|message|update|alert) (?:me|us|the desk|the channel)(?: \\w+){0,6} (?:every|each) (?:morning|day|weekday|week|evening|monday|friday)|(?:ping|tell|remind|message|update|alert|warn|notify) (?:me|us|the desk|the channel)(?: \\w+){0,4} (?:on|before|ahead of|after|around)(?: the| every| each| next)* (?:fomc|fed)(?: days?| meetings?| decisions?)?$)`,
);
const CALL =
  '(?:targets?|calls?|forecasts?|price targets?|pts?|entr(?:y|ies)|ledger|surveys?|readings?|records?|database|settings?|rows?)';
const THINGS = `(?:${CALL}|firms?|data|prices?|numbers?|figures?|everything|sources?|posts?|answers?|history|tables?|close|closes|odds|time ?zone)`;
/** "change in", "drop since": nouns. */
const NOUN = '(?! (?:in|since|vs|over|from|on|of|off|up|by|me|us|for|was|is)\\b)';
const CHANGES = [
  '(?:delete|withdraw|erase|wipe|purge|destroy|truncate|overwrite|rename|retract|rescind|unpublish)\\b',
  `(?:remove|clear|reset|edit|amend|undo|import|drop|pull)\\b${NOUN}(?: \\S+){0,5}? (?:${CALL}|everything|posts?)\\b`,
  `(?:set|change|update|correct|fix|revise|replace|adjust|bump|raise|lower|cut|lift|move|make|mark)\\b${NOUN}(?! (?:it|that|this to)\\b)(?: \\S+){0,6}? (?:${THINGS}|call \\d+)(?: \\S+){0,4}? (?:to|at|as|=)\\b`,
  `(?:change|update|correct|fix|revise|replace)\\b${NOUN}(?: \\S+){0,4}? ${CALL}\\b`,
  `(?:set|change|update|revise|raise|lower|bump|edit|correct|make)\\b (?!it\\b|that\\b|this\\b)(?:\\S+ ){1,4}?(?:to|at|=) ?\\d[\\d,.]{2,}`,
];
const CHANGE = new RegExp(`${POLITE}(?:${CHANGES.join('|')})`);
const ADD = new RegExp(
  `${POLITE}(?:(?:add|log|enter|book|save|store|track(?! records?\\b)|pencil in|note down|jot down|put in|put down|write down)\\b(?! (?:to|up|back|it up|an? (?:alert|ping)|alert))|record(?= (?:a|an|this|that|the|it|call|target|\\w+ (?:r2k|russell|rut|spx|s&p))\\b)(?! (?:the )?(?:high|low|close))|(?:a )?new (?:call|target)\\b(?! (?:high|low)))`,
);
const NAMED_DIGITS = /\b(russell 2000|s&p 500|s&p500|sp ?500|nasdaq 100|s&p 600|r2k|52)\b/g;

/** Something of a call beside the verb: a figure, a link, its name; a line for a picture is none. */
function namesCall(text: string): boolean {
  if (/\b(chart|plot|graph|picture|line|axis)\b/.test(text)) return false;
  const figure = /\d|\bhttps?:/.test(text.replaceAll(NAMED_DIGITS, ' '));
  if (/\bnew\b/.test(text) && !/\b(add|log|enter|save|book)\b/.test(text)) return figure;
  return figure || /\b(calls?|targets?)\b/.test(text) || firmsNamed(text, text).firm !== undefined;
}

const WHO = '(?:me|us|the desk|the team|the channel|this channel|everyone|everybody|them|here|him|her|people)';
const COND = '(?:if|when|once|whenever|as soon as|should|the moment|in case|every time|each time|unless)';
const STRONG = '(?:ping|notify|buzz|nudge|page|wake|alert|warn|holler|shout|yell|scream|poke|flag)';
const WEAK = '(?:tell|remind|inform|update|text|message|dm|email|e mail|call|bug|hit|ring|slack|write)';
const ALERT = [
  new RegExp(`\\b${STRONG}(?: it| this| that| up| at| out)*(?: to| at)? ${WHO}\\b`),
  new RegExp(
    `(?<!\\b(?:the|an|a|this|that|your|odds|fed|cap|caps|divergence|last|which) )\\b${STRONG}(?: it| this| that| out)? (?:${COND}|on|at)\\b`,
  ),
  new RegExp(`${POLITE}(?:ping|alert|flag|notify|watch)(?! (?:said|says|was|is|from|fired|did)\\b)[ :]+\\S`),
  /\bping$/,
  new RegExp(
    `\\b(?:shoot|send|drop|give|dm|email|fire|throw|hit)(?: ${WHO})?(?: up)?(?: with)?(?: a| an| the)? (?:quick )?(?:message|note|dm|line|heads ?up|shout|ping|email|alert|text|word|call|nudge|buzz|holler|yell|poke|warning|notification|signal)\\b`,
  ),
  new RegExp(`\\blet ${WHO} know\\b(?! (?:what|how|why|who|which|where|whether|about|the)\\b)`),
  new RegExp(`\\bkeep ${WHO} (?:posted|informed|updated|in the loop)\\b`),
  new RegExp(`\\bheads ?up ${COND}\\b|\\bsing out\\b|\\bspeak up ${COND}\\b|\\bsay so ${COND}\\b`),
  new RegExp(
    `${POLITE}(?:set|create|make|add|put|start|want|need|get|like|have|build|arrange|place|configure)(?: up| on| in| me| us)* (?:a|an|another|the|one|new|some)(?: new)?(?: \\w+){0,3} (?:alerts?|pings?|notifications?|reminders?|warnings?|triggers?|alarms?)\\b`,
  ),
  new RegExp(`${POLITE}set alert\\b`),
  /\b(?:watch|monitor|track|keep an eye on|look out for|watch out for)\b.*\b(?:for (?:a|an|the)?|if|when|until|and (?:tell|let|ping|alert))\b/,
  new RegExp(`\\b(?:want|need|like|love|care) to (?:know|hear|be (?:told|alerted|pinged|notified)) ${COND}\\b`),
  new RegExp(`[\\d%] .*\\b(?:${STRONG}|let ${WHO} know|tell ${WHO}|give ${WHO} a \\w+)(?: please| pls)?$`),
  new RegExp(`^${COND}\\b.*\\b(?:${STRONG}|let ${WHO} know|tell ${WHO}|give ${WHO})\\b`),
];
const WEAK_ALERT = new RegExp(`\\b${WEAK}(?: it)?(?: to| at)?(?: ${WHO})(?: up| here| know)* (?:${COND}|at)\\b`);
const KNOW_WHEN = new RegExp(`\\b(?:want|need|like|love|care) to (?:know|hear) ${COND}\\b`);
/** What may happen; "tell me when that was" asks of the past. */
const TRIGGER =
  /\b(hits?|reach(es)?|drops?|falls?|dips?|slips?|slides?|rises?|climbs?|jumps?|cross(es)?|pass(es)?|past|goes|gets|breaks?|breach(es)?|tops?|exceeds?|changes?|moves?|fires?|flips?|clears?|turns?|makes?|closes?|narrows?|widens?|shrinks?|catch(es)?|completes?|recovers?|expires?|rais(e|es)|lowers?|cuts (its|their|his)|publish(es)?|comes? (out|in)|added|sets?|above|below|over|under|north|south|new|takes?|leads?|lags?|beats?|trails?|at least|more than|less than|doubles?|halves|crash(es)?|tanks?|plunges?|collapses?|spikes?|surges?|soars?|blows?|inside|within|stops?|starts?|begins?)\b|[<>]|\d/;
const PAST =
  /\b(was|were|did|last time|last (led|happened|beat|made|hit)|had|ever|usually|this is|that is|it is (a|un|normal|rare)|right|wrong|true|correct|a lot|normal|unusual|still holds?)\b/;

/** What is asked for, and whether it changes the alert asked for just before. */
export interface Action {
  readonly kind: ActionKind;
  readonly amends: boolean;
}

/** Where the text stands: the question before it, the post above it. */
interface Above {
  readonly last: Question | undefined;
  readonly post: PostSnapshot | undefined;
}

/** The action a text asks for; undefined when it asks for none. What is quoted in it asks nothing. */
export function actionIn(raw: string, { last, post }: Above): Action | undefined {
  const text = normalText(ownWords(raw)).text;
  if (text === '') return undefined;
  if (last?.kind === 'alert' && last.slots.wish !== undefined) {
    if (DROPS.test(text)) return { kind: 'alert-stop', amends: true };
    if (amendsAlert(wishText(raw))) return { kind: 'alert', amends: true };
  }
  if (last?.kind === 'add-call' && last.slots.wish !== undefined) {
    if (DROPS.test(text)) return { kind: 'alert-stop', amends: true };
    if (COMPLETES.test(text)) return { kind: 'add-call', amends: true };
  }
  if (ASKS.test(text) && POST_WORDS.crosspost.test(text)) return undefined;
  if (post?.kind === 'alert' && ASKS.test(text) && (POST_WORDS.rearm.test(text) || POST_WORDS.fired.test(text)))
    return { kind: 'alert-why', amends: false };
  const kind = kindIn(text) ?? (post?.kind === 'alert' && LINE.test(wishText(raw)) ? 'alert-edit' : undefined);
  return kind && { kind, amends: false };
}

/** A question, not a wish. */
const ASKS =
  /^(?:(?:so|and|ok|but|hey|hm+|wait) )*(which|who|whos|whose|what|whats|when|why|how|is|are|isnt|arent|does|doesnt|do|dont|did|didnt|will|would|can|could|has|at what|under what|from what|rule|trigger|condition)\b/;

/** The part of a call that was missing: its link, its horizon. */
const COMPLETES =
  /^(?:(?:ok|sorry|here|its|it is|the|and|source|link|note|from|horizon|by|is|:)[ :]*)*(?:https?:\/\/\S+|(?:year end|end of (?:the )?year)(?: 20\d\d)?|\d{1,2} ?m(?:onths?)?|h2(?: 20\d\d)?|20\d\d(?:-\d\d)?)(?: |$)/;
const DROPS =
  /^(no|nope|no thanks?( you)?|cancel|never ?mind|nvm|forget|scrap|drop|discard|leave it|dont( bother)?|stop|undo|not needed|ignore that)\b(?!.*\d)/;

function kindIn(text: string): ActionKind | undefined {
  if (UNSUBSCRIBE.test(text)) return 'subscribe';
  if (EDIT.test(text)) return 'alert-edit';
  if (LIST.test(text)) return 'alert-list';
  if (WHY.test(text) || WHY_NOT.test(text)) return 'alert-why';
  if (SNOOZE.test(text)) return 'alert-snooze';
  if (STOP.test(text)) return 'alert-stop';
  if (SUBSCRIBE.test(text)) return 'subscribe';
  if (ALERT.some((pattern) => pattern.test(text))) return 'alert';
  if ((WEAK_ALERT.test(text) || KNOW_WHEN.test(text)) && TRIGGER.test(text) && !PAST.test(text)) return 'alert';
  if (ADD.test(text) && namesCall(text)) return 'add-call';
  return CHANGE.test(text) ? 'change-call' : undefined;
}
