/** Values of questions about own history and past decision days: superlatives of the running year, counts of days. Pure. */
import { addDays, type Day, monthsBefore } from '../calendar/day.ts';
import { BUNDLED_MEETINGS } from '../calendar/fomc-seed.ts';
import { previousSession, sessionOnOrBefore } from '../calendar/nyse.ts';
import { monthNumber } from './dates.ts';
import type { Superlative } from './question.ts';
import { MONTH } from './slots-periods.ts';

const MOST = /\b(biggest|largest|widest|worst|best|deepest|highest|most|steepest|greatest|max(imum)?|peak|furthest)\b/;
const RUNNING = /\b(ytd|year to date|(so far )?this year|on the year|in 20\d\d|for the year)\b/;
const GAP =
  /\b(lag|lags|lead|leads|gap|behind|ahead|under ?performance|out ?performance|spread|margin|deficit|shortfall|advantage)\b/;
const LENGTH = /\b(days?|daily|1d|sessions?|weeks?|weekly|months?|monthly|straight|in a row|streak|run)\b/;
const LEAD = /\b(lead|leads|ahead|out ?performance|advantage|best)\b/;

/** "The biggest ytd lead this year": of the gap counted from the start of the year, not of one day. */
export function runningIn(text: string): Superlative | undefined {
  if (!MOST.test(text) || !RUNNING.test(text) || !GAP.test(text) || LENGTH.test(text)) return undefined;
  return { ask: 'running', length: 'year', side: LEAD.test(text) ? 'high' : 'low', of: 'gap' };
}

const UP = /\b(best|biggest (gain|rise|jump|up)|largest (gain|rise|jump|up)|strongest|top)\b/;
const DOWN = /\b(worst|biggest (loss|fall|drop|down)|largest (loss|fall|drop|down)|weakest)\b/;
const BOTH = /\b(biggest|largest) (up and down|down and up|gain and (loss|fall|drop)|(loss|fall|drop) and gain)\b/;

const EVER =
  /\bever (moved|swung|dropped|fallen|lost|risen|jumped|gained|rallied|been (up|down)|had) .{0,12}\b(this|that|so|as|like|such)\b/;
const ONE_DAY = /\b(day|session|today|daily|1d)\b/;

/** "Has the russell ever moved this much in a day": the largest days of the index named, either way unless one is said. */
export function everIn(text: string, of: Superlative['of'] | undefined): Superlative | undefined {
  if (of === undefined || !EVER.test(text) || !ONE_DAY.test(text)) return undefined;
  const fall = /\b(dropped|fallen|lost|down)\b/.test(text);
  const rise = /\b(risen|jumped|gained|rallied|up)\b/.test(text);
  return { ask: 'most', length: 'day', side: rise ? 'high' : 'low', of, ...(!fall && !rise && { both: true }) };
}

/** Both ends of a superlative: "best and worst day". */
export function bothEndsIn(text: string): boolean {
  return BOTH.test(text) || (UP.test(text) && DOWN.test(text));
}

const DAYS = /\b(\d{2,3}) ?(?:calendar |trading |straight )?(?:days?|sessions?)\b/g;

/** Counts of days and sessions, "48 days", which are no figures; undefined where none is quoted. */
export function daysIn(text: string): readonly number[] | undefined {
  const found = [...text.matchAll(DAYS)].map(([, digits]) => Number(digits));
  return found.length > 0 ? found : undefined;
}

export interface PastDecision {
  readonly day: Day;
  /** The text without the words for that day. */
  readonly rest: string;
  /** The day itself is named, not a moment before or after the decision. */
  readonly whole: boolean;
}

const WHEN =
  '(?<when>on the day of|(?:the )?day of|(?:the )?day after|going into|coming into|heading into|ahead of|(?:right |just )?after|following|straight after|as of|back at|on|(?:right |just )?before|at)';
const DECISION = new RegExp(
  `\\b${WHEN} (?:the )?(?:(?<last>last|previous|prior)|${MONTH})(?: (?<year>20\\d\\d))? (?:fomc|fed|meeting|decision)(?: (?:meeting|decision|day|date|presser))*\\b`,
);
const ALWAYS = /\bday\b|into$|of$|^back/;
const PAST = /\b(was|were|had|did|stood|looked|used to)\b/;

/** A decision gone by as the day to answer for: "what was may on the day of the dec fomc", "going into the last meeting". */
export function pastDecisionIn(text: string, today: Day): PastDecision | undefined {
  const found = DECISION.exec(text);
  const { when = '', last, year } = found?.groups ?? {};
  if (!found) return undefined;
  const rest = text.replace(found[0], ' ').replaceAll(/\s+/g, ' ').trim();
  // "What was the chance of a cut at the march meeting" names the meeting; "what was may at the march meeting" the day.
  const other = new RegExp(`\\b${MONTH}\\b`).test(rest);
  const month = found[3] === undefined ? undefined : monthNumber(found[3].slice(0, 3));
  const decision = BUNDLED_MEETINGS.findLast(
    ({ kind, date }) =>
      kind === 'scheduled' &&
      date < today &&
      (last !== undefined || Number(date.slice(5, 7)) === month) &&
      (year === undefined || date.startsWith(year)),
  )?.date;
  if (decision === undefined) return undefined;
  const named = other || last !== undefined || (!/^(at|on)$/.test(when) && monthsBefore(today, 4) < decision);
  return ALWAYS.test(when) || (PAST.test(text) && named)
    ? { day: shifted(decision, when), rest, whole: /day/.test(when) }
    : undefined;
}

function shifted(decision: Day, when: string): Day {
  if (/day after/.test(when)) return addDays(decision, 1);
  return /into$|ahead of|before/.test(when) ? previousSession(sessionOnOrBefore(decision)) : decision;
}
