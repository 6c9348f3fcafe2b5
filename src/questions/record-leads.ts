/** The first line of a record of calls, for what was asked of it: no recommendation, the naive rate, yes or no, how many. Words only. */
import { capital, counted, fullDate } from '../messages/format.ts';
import { horizonPhrase, valueWords } from '../messages/targets-words.ts';
import type { CallScore, Unscored } from '../metrics/call-scores.ts';
import { horizonDay } from '../metrics/calls-horizon.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { asksHits } from './answer-hits.ts';
import { outcomeWords } from './answer-one-call.ts';
import type { Asking } from './desk.ts';
import { horizonYear, sinceYear } from './horizon-asked.ts';
import { NAMES, type Street } from './street.ts';

interface Scored {
  readonly scores: readonly CallScore[];
  readonly open: readonly Unscored[];
}

const BELIEVED =
  /\b(should|shall|would|can|could|do) (i|we|you|one|anyone)\b.*\b(believe|trust|rely|listen|follow|use|go with|buy)|\b(believable|trustworthy|worth (listening|following|reading|anything))\b/i;
const NAIVE =
  /\b(naive|base rate|average (year|annual|gain|return|rise)|assum\w+|coin|random|guess\w*|simply|historical|long run|drift)\b/i;

/** What was asked comes first: no recommendation, the naive rate, yes or no; then the record. */
export function firstWords(
  asking: Asking,
  { book, scores, open }: { readonly book: Street } & Scored,
  { subject, nearer }: { readonly subject: string; readonly nearer: Receipt<number> },
): string {
  const scope = scopeWords(asking);
  const record = leadOf(`${NAMES[book.index]}${scope}`, { subject, scores, open, scope });
  if (BELIEVED.test(asking.text)) return `No recommendation, only the record. ${capital(record)}`;
  if (scores.length > 0 && NAIVE.test(asking.text))
    return `The naive base rate was nearer in ${nearer.value} of ${counted(scores.length, 'scored call')} on the ${NAMES[book.index]}${scope}.`;
  return `${verdict(asking, scores, subject)}${record}`;
}

/** " due in 2024", " due since 2022": the part of the calls that was asked about. */
export function scopeWords(asking: Asking): string {
  const [year, first] = [horizonYear(asking), sinceYear(asking.text)];
  if (first !== undefined) return ` due since ${first}`;
  return year === undefined ? '' : ` due in ${year}`;
}

function leadOf(name: string, { subject, scores, open, scope }: { subject: string; scope: string } & Scored): string {
  const who = subject === '' ? '' : `${subject}: `;
  const [early] = open;
  if (scores.length === 0 && open.length === 1 && early) return openWords(early);
  if (scores.length === 0)
    return `${who}${who === '' ? 'Nothing' : 'nothing'} to score yet: ${open.length > 0 ? `every call on the ${name} is still open` : `no call on the ${name} is ${scope === '' ? 'due' : 'held'}`}.`;
  const reached = scores.filter(({ miss }) => miss.value >= 0).length;
  const few = scores.length < 10 && subject === '' ? 'Too few to rank: ' : '';
  const [only] = scores;
  if (only && scores.length === 1)
    return `${only.state.call.firm} ${outcomeWords(only)} at ${fullDate(only.was.asOf)}.`;
  const count = reached === 0 ? 'none' : `${reached}`;
  const first = who === '' && few === '' ? capital(count) : count;
  return `${who}${few}${first} of ${counted(scores.length, 'scored call')} on the ${name} reached ${scores.length === 1 ? 'its' : 'their'} figure at the horizon.`;
}

/** "Did it come true": the answer comes first. */
function verdict({ text }: Asking, scores: readonly CallScore[], subject: string): string {
  const any = /^\W*(did|has|have|were|was) (any|one|some|anybody|anyone|they)\b/i.test(text);
  if (
    (subject === '' && !any) ||
    scores.length === 0 ||
    !/^\W*(so |and |but )?(did|does|do|has|have|was|were|is|are)\b/i.test(text)
  )
    return '';
  if (/\b(wrong|miss|off)/i.test(text) || asksHits(text)) return '';
  const reached = scores.filter(({ miss }) => miss.value >= 0).length;
  return reached === 0 ? 'No. ' : reached === scores.length || any ? 'Yes. ' : 'In part. ';
}

/** "Too early: Goldman Sachs +14% in 12 months runs to 28 Jun 2024; its level was not reached yet." */
function openWords({ state }: Unscored): string {
  const { call, hitOn } = state;
  const reached = hitOn === undefined ? 'its level was not reached yet' : `its level was reached on ${fullDate(hitOn)}`;
  return `Too early: ${call.firm} ${valueWords(call.value)} ${horizonPhrase(call)} runs to ${fullDate(horizonDay(call))}; ${reached}.`;
}
