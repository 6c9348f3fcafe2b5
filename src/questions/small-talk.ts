/** Texts that ask nothing, and texts that ask for what is not held here. Pure. */
import type { Scored } from './intent.ts';
import type { Kind } from './question.ts';
import { unheldIn } from './slots-names.ts';

const THANKS = /\b(thanks?|thank you|thx|ty|tysm|cheers|ta|much appreciated|appreciate it|merci|danke|gracias)\b/;
const TALK =
  /\b(thanks?|thank|you|thx|ty|tysm|cheers|ta|much|appreciated?|it|merci|danke|gracias|ok|okay|k|kk|cool|nice|great|good|stuff|bot|job|work|one|morning|afternoon|evening|night|lol|lmao|haha+|hehe|heh|rofl|wow|omg|yikes|ouch|damn|awesome|perfect|brilliant|excellent|amazing|love|got|gotcha|noted|understood|makes|sense|sure|yes|yep|yeah|yup|no|nope|nah|never|mind|fair|enough|right|interesting|hmm+|huh|ah+|oh|well|all|everyone|everybody|team|guys|folks|mate|man|so|very|really|super|a|lot|that|is|this|was|for|the|to|now|then|bye|goodbye|see|later|ya|u|suck|sucks|stupid|dumb|useless|wrong bot|capwatch|pls|please|too|my|bad|sorry|agreed|true|exactly|indeed|same|here|fyi|just|saying|helpful|info|happy|friday|weekend|have)\b/g;
/** What a desk talks about beside markets. */
const SOCIAL =
  /\b(lunch|coffees?|beers?|drinks?|the pub|dinner|breakfast|pizza|sandwich(es)?|snacks?|golf|football|the (match|game)|birthday|weekend plans|happy hour)\b/;
/** Words that make even a short text a question. */
const ASKS =
  /\?\s*$|\b(what|how|why|who|when|which|where|is|was|are|does|did|can|should|cancel|stop|right|wrong|same|now)\b/;

/** Thanks, a smile, small talk; undefined when something may be asked. */
export function chatterIn(raw: string): 'thanks' | 'other' | undefined {
  const plain = raw
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/<[@#!][^>]*>/g, ' ')
    .replaceAll(/:[a-z0-9_+'-]+:/g, ' ')
    .replaceAll(/[’'`´]/g, '');
  const letters = plain
    .replaceAll(/[^\p{L}\p{N}? ]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (letters === '') return raw.trim() === '' || /^[\s<@#!\w>]*$/.test(raw) ? undefined : 'other';
  if (THANKS.test(letters) && !letters.includes('?') && letters.split(' ').length <= 8) return 'thanks';
  if (SOCIAL.test(letters) && letters.split(' ').length <= 8 && !/\d/.test(raw)) return 'other';
  if (ASKS.test(letters)) return undefined;
  return letters.replaceAll(TALK, ' ').trim() === '' && letters.split(' ').length <= 8 ? 'other' : undefined;
}

/** Kinds that a passing word can suggest: what is not held is said instead. */
const PASSING: readonly Kind[] = [
  'lag',
  'define',
  'odds',
  'highs',
  'as-of',
  'source',
  'formula',
  'ratio',
  'advice',
  'target',
  'rates-link',
  'gap-rank',
  'horizon',
  'extreme',
  'base',
  'needed',
];
const CHANGES =
  /^(please |can you |could you |pls )*(set|change|update|delete|remove|drop|edit|correct|withdraw|overwrite|reset|wipe)\b.*\b(targets?|calls?|surveys?|data|ledger|prices?|numbers?|everything|posts?)\b/;

/** A sentence that names what is asked about and not held; undefined when the question can be answered. */
export function unheldFor(text: string, first: Scored | undefined): string | undefined {
  if (CHANGES.test(text))
    return 'Nothing is changed from a thread; calls are kept with `/targets add`, `/targets edit` and `/targets withdraw`.';
  const named = unheldIn(text);
  if (named === undefined || (first !== undefined && !(PASSING.includes(first.kind) && first.score < 9)))
    return undefined;
  return `Not held here: ${named}.`;
}
