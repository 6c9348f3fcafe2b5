/** What a write will store, asked before it is written (golden 14-confirm-target): every field, derived values, doubts. Pure. */
import type { Button } from '@slack/types';
import { type Day, daysBetween } from '../calendar/day.ts';
import type { CallFacts, CallVersion } from '../metrics/calls.ts';
import { horizonDay, SECOND_HALF_RULE, scoringSession } from '../metrics/calls-horizon.ts';
import { baseCloseOf, callLevel, isDerived, remainingUpside, unusualInCall } from '../metrics/calls-level.ts';
import { isMeasured, type Receipt } from '../metrics/receipt.ts';
import { at, lastSession, type PriceSeries } from '../metrics/series.ts';
import { actions, button, context, section } from './blocks.ts';
import { escapeText, fullDate, level, percent, plain, sessionDate } from './format.ts';
import type { Message, MessageBlock } from './message.ts';
import { notesLine } from './smallcaps.ts';
import { cut, horizonKind, levelWords, nearDate, notification, valueWords } from './targets-words.ts';

/** A write that waits for a person's word. */
export type PendingWrite =
  | { readonly kind: 'add'; readonly facts: CallFacts }
  | { readonly kind: 'edit'; readonly facts: CallFacts; readonly before: CallVersion }
  | { readonly kind: 'withdraw'; readonly before: CallVersion; readonly on: Day };

export interface Review {
  readonly write: PendingWrite;
  /** The index's full name. */
  readonly indexName: string;
  /** Closes up to now; undefined when no source has them. */
  readonly series: PriceSeries | undefined;
  /** Said in the context: why nothing can be written here. */
  readonly notes: readonly string[];
}

const WORDS = {
  add: { ask: 'Add this call?', yes: 'Add call', say: 'Add this call to the ledger', before: 'adding' },
  edit: { ask: 'Change call', yes: 'Change call', say: 'Write this correction to the ledger', before: 'changing' },
  withdraw: { ask: 'Withdraw call', yes: 'Withdraw call', say: 'Withdraw this call', before: 'withdrawing' },
} as const;

/** The question as a message; without `draft` nothing can be confirmed and it has no buttons. */
export function confirmMessage(review: Review, draft: string | undefined): Message {
  const shown = reviewBlocks(review);
  return {
    text: notification(`${askWords(review.write)} ${summary(review)} Nothing is written until you confirm.`),
    blocks: [...shown, ...(draft === undefined ? [] : [actions(...confirmButtons(review.write, draft))])],
    charts: [],
    numbers: reviewNumbers(review),
    asOf: review.series ? lastSession(review.series) : factsOf(review.write).noteDate,
  };
}

/** The same as blocks, for a message or a modal. */
export function reviewBlocks(review: Review): MessageBlock[] {
  const { write } = review;
  const doubts = write.kind === 'withdraw' ? [] : doubtsOf(review);
  return [
    section(`*${escapeText(askWords(write))} Nothing is written yet.*`),
    section(...fieldLines(review)),
    ...(doubts.length > 0 ? [section(...doubts.map((doubt) => `:warning: Unusual: ${escapeText(doubt)}`))] : []),
    context(undoWords(write), ...notesLine(review.notes)),
  ];
}

/** The label of the button that writes, for a modal's own submit button. */
export function confirmLabel({ kind }: PendingWrite): string {
  return WORDS[kind].yes;
}

function askWords(write: PendingWrite): string {
  return write.kind === 'add' ? WORDS.add.ask : `${WORDS[write.kind].ask} ${write.before.call}?`;
}

function confirmButtons(write: PendingWrite, draft: string): Button[] {
  const { yes, say, before } = WORDS[write.kind];
  return [
    { ...button('confirm_write', yes, { label: say, value: draft }), style: 'primary' },
    ...(write.kind === 'withdraw'
      ? []
      : [button('confirm_edit', 'Edit', { label: `Edit before ${before}`, value: draft })]),
    button('confirm_cancel', 'Cancel', { label: 'Discard this draft', value: draft }),
  ];
}

function undoWords({ kind }: PendingWrite): string {
  if (kind === 'add')
    return 'Visible to everyone in this workspace once added · you can withdraw it; the log keeps both';
  if (kind === 'edit') return 'Becomes the next version for everyone in this workspace · the log keeps both';
  return 'The call no longer stands from that day · `/targets edit` brings it back; the log keeps both';
}

function factsOf(write: PendingWrite): CallFacts {
  return write.kind === 'withdraw' ? write.before : write.facts;
}

/** The facts as the metrics read a call; a draft has no number yet. */
function draftCall(write: PendingWrite): CallVersion {
  const before =
    write.kind === 'add'
      ? { call: 0, version: 0, enteredBy: 'draft', enteredAt: '1970-01-01T00:00:00Z' }
      : write.before;
  return { ...before, ...factsOf(write) };
}

function reviewNumbers({ write, series }: Review): Receipt[] {
  if (!series) return [];
  const call = draftCall(write);
  return [callLevel(call, series), remainingUpside(call, series)].filter((figure) => isMeasured(figure));
}

function fieldLines(review: Review): string[] {
  const { write } = review;
  const call = draftCall(write);
  const before = write.kind === 'edit' ? write.before : undefined;
  const changed = (read: (facts: CallFacts) => string, rest = (_facts: CallFacts) => ''): string => {
    const [now, then] = [read(call), before && read(before)];
    const old = then !== undefined && then !== now ? `~${escapeText(then)}~ ` : '';
    return `${old}*${escapeText(now)}*${escapeText(rest(call))}`;
  };
  const people = call.people.join(', ');
  return [
    `Firm: ${changed(({ firm }) => firm)}`,
    ...(people === '' ? [] : [`Person: ${escapeText(people)}`]),
    `Target: ${changed(
      ({ value }) => valueWords(value),
      (facts) => targetRest(facts, review),
    )}`,
    `Horizon: ${changed((facts) => fullDate(horizonDay(facts)), horizonRest)}`,
    ...fromHere(call, review.series),
    `Source: ${escapeText(linkWords(call.source.link))}, dated ${noteDay(call)}`,
    ...(call.source.quote === undefined ? [] : [`Quote: “${escapeText(call.source.quote)}”`]),
    ...(write.kind === 'withdraw' ? [`Withdrawn: from *${fullDate(write.on)}*`] : []),
  ];
}

function targetRest(facts: CallFacts, { indexName, series }: Review): string {
  const index = facts.index === 'RUT' ? '' : `${indexName} `;
  if (facts.value.kind === 'level')
    return `, stated level, ${index}${facts.basis === 'total' ? 'total-return' : 'price'} index`;
  const call = { ...facts, call: 0, version: 0, enteredBy: 'draft', enteredAt: '1970-01-01T00:00:00Z' };
  const figure = series && callLevel(call, series);
  const base = series && baseCloseOf(call, series);
  const basis =
    facts.basis === 'unknown' ? 'price return assumed' : facts.basis === 'price' ? 'price return' : 'total return';
  if (!figure || !base || !isMeasured(figure) || !('value' in base)) return `, ${index}${basis}, no level yet`;
  const origin = `${plain(figure.value)} derived from ${level(base.value)} (${nearDate(facts.baseDate, lastSession(series))})`;
  return `, ${index}${basis}: ${origin}`;
}

function horizonRest(facts: CallFacts): string {
  const due = scoringSession(facts);
  const scored = due === horizonDay(facts) ? '' : `, scored on ${fullDate(due)}`;
  return `, ${horizonKind(facts)}${scored}${facts.horizon.kind === 'second-half' ? `; ${SECOND_HALF_RULE}` : ''}`;
}

function fromHere(call: CallVersion, series: PriceSeries | undefined): string[] {
  if (!series) return ['From here: not known, no close can be read now'];
  const remaining = remainingUpside(call, series);
  if (!isMeasured(remaining)) return [`From here: not known, ${escapeText(remaining.absent)}`];
  const close = `${level(at(series.close, series.dates.length - 1))} (${sessionDate(lastSession(series))} close)`;
  return [`From here: *${percent(remaining.value)}* from ${close}`];
}

function noteDay({ noteDate, noteDateApproximate }: CallFacts): string {
  return `${fullDate(noteDate)}${noteDateApproximate ? ', day approximate' : ''}`;
}

/** A link as a reader knows it, without its scheme: nothing to click in a draft. */
export function linkWords(link: string): string {
  return cut(link.replace(/^https?:\/\//, '').replace(/\/$/, ''), 120);
}

/** A year end this close is more often a slip of the year than a call. */
const SOON_DAYS = 60;

function doubtsOf({ write, series }: Review): string[] {
  const call = draftCall(write);
  if (!series) return [];
  const remaining = remainingUpside(call, series);
  const told = unusualInCall(call, series).map((doubt) => {
    if (doubt === 'past') return `the horizon, ${fullDate(horizonDay(call))}, is past. Check the year.`;
    const size = isMeasured(remaining) ? remaining.value : 0;
    const apart = `${percent(Math.abs(size)).replace('+', '')} ${size < 0 ? 'below' : 'above'} the last close`;
    return `the ${isDerived(call) ? 'derived level' : 'level'} is ${apart}. Check the level and the year.`;
  });
  const days = daysBetween(call.noteDate, horizonDay(call));
  const soon = call.horizon.kind === 'year-end' && days < SOON_DAYS;
  return [...told, ...(soon ? [`the year ends ${days} days after the note. Check the year.`] : [])];
}

/** "Jefferies, Russell 2000, level 2,400 by 31 Dec 2026: −20.47% from 3,017.87." */
function summary({ write, indexName, series }: Review): string {
  const call = draftCall(write);
  const { value } = call;
  const stated = value.kind === 'level' ? `level ${levelWords(value.level)}` : `return ${valueWords(value)}`;
  const what = `${cut(call.firm, 40)}, ${indexName}, ${stated} by ${fullDate(horizonDay(call))}`;
  const remaining = series && remainingUpside(call, series);
  if (!series || !remaining || !isMeasured(remaining)) return `${what}.`;
  return `${what}: ${percent(remaining.value)} from ${level(at(series.close, series.dates.length - 1))}.`;
}
