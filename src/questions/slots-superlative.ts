/** Superlatives: "biggest one day lag", "worst month since 2000", "when was the gap last this wide". Pure. */
import type { Superlative } from './question.ts';
import { indexIn } from './slots-names.ts';
import { bothEndsIn, everIn, runningIn } from './slots-own.ts';

const MOST =
  /\b(biggest|largest|widest|worst|best|deepest|highest|most(?! (?:bull|bear|optim|pessim|posit|negat|construct|caut|conserv|aggress|hope|up|down|gloom|accurate|recent|likely|reliable|probable|of the time))|steepest|greatest|record (?=(1|one|single|daily|monthly|lag|lead|gap|drop|rise|fall|gain|out|under))|strongest|weakest)/;
const LAST = /\b(when (was|did|were)|last time|how long (ago|since)|first time since|since when)\b/;

/** What is asked to be the largest, or when something was last so. */
export function superlativeIn(text: string): Superlative | undefined {
  return runningIn(text) ?? everIn(text, indexIn(text)) ?? mostIn(text) ?? lastIn(text);
}

const UNIT =
  /\b(?:1 |single |daily |monthly |yearly |calendar )?(day|session|month|(?<!\b(?:this|the) )year)(s|ly)?\b|\b(daily|monthly|intraday|1d)\b/;
const OF_MOVES =
  /\b(lag|lead|gap|day|days|month|year|drop|fall|loss|gain|rise|rally|move|session|under ?performance|out ?performance|selloff|sell off)\b/;

function mostIn(text: string): Superlative | undefined {
  const unit = UNIT.exec(text);
  const word = unit?.[1] ?? unit?.[3];
  const timed =
    word !== undefined ||
    /\bday\b/.test(text) ||
    /\b(drop|fall|loss|gain|rise|rally|move|selloff)s?\b.*\b(this|the) year\b/.test(text);
  if (!MOST.test(text) || !timed || !OF_MOVES.test(text)) return undefined;
  const of = superlativeOf(text);
  const both = bothEndsIn(text) && { both: true as const };
  return { ask: 'most', length: lengthOf(word), side: lowSide(text, of) ? 'low' : 'high', of, ...both };
}

function lengthOf(word: string | undefined): Superlative['length'] {
  if (word === undefined || /^(day|session|daily|1d|intraday)/.test(word)) return 'day';
  return word.startsWith('month') ? 'month' : 'year';
}

const WIDE =
  /\b(this|that|so|as|these) (wide|big|large|bad|far|deep|low|much|high|narrow)\b|\b(wider|bigger|larger|worse|this wide|lower|deeper)\b/;
const LEAD = /\b(lead|led|ahead|leading|in front|out ?perform\w*)\b/;
const OF_GAP =
  /\b(gap|lag|lagged|behind|lead|led|ahead|leading|spread|small|out ?perform\w*|under ?perform\w*|it|they)\b/;

function lastIn(text: string): Superlative | undefined {
  const leads = LEAD.test(text);
  if (!LAST.test(text) || !(leads || WIDE.test(text)) || !OF_GAP.test(text)) return undefined;
  return { ask: 'last', length: 'year', side: leads ? 'high' : 'low', of: 'gap' };
}

function superlativeOf(text: string): Superlative['of'] {
  if (
    /\b(lag|lags|lead|leads|gap|vs|versus|against|relative|behind|ahead|under ?perform\w*|out ?perform\w*|spread)\b/.test(
      text,
    )
  )
    return 'gap';
  return indexIn(text) === 'GSPC' ? 'GSPC' : 'RUT';
}

function lowSide(text: string, of: Superlative['of']): boolean {
  if (/\b(worst|drop|fall|loss|lag|behind|under ?perform\w*|down|decline|selloff|weakest|deepest)\b/.test(text))
    return true;
  return of === 'gap' && /\bgap\b/.test(text) && !/\b(lead|ahead|out ?perform\w*|best)\b/.test(text);
}
