/** Answers which standing calls were reached already: closes at or beyond their level while they stand. Measures and words it. */
import type { AnswerDraft } from '../messages/answer.ts';
import { counted, fullDate, percent, plain } from '../messages/format.ts';
import { joined, shortFirm, valueWords } from '../messages/targets-words.ts';
import type { CallScore, Unscored } from '../metrics/call-scores.ts';
import { isStanding } from '../metrics/call-status.ts';
import { horizonDay } from '../metrics/calls-horizon.ts';
import { callLevel, remainingUpside } from '../metrics/calls-level.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { lastSession } from '../metrics/series.ts';
import { type Asking, asOfWords, draft, receipts, sourceWords, worded } from './desk.ts';
import { COMMAND_INDEX, countOf, NAMES, type Street } from './street.ts';
import { normalText } from './words-normal.ts';

const HIT =
  /\b(hit|reach(ed)?|touch(ed)?|struck|tagged|met|got(ten)? there|there already|fulfilled|achieved|attained|in the bag|cleared)\b/;

/** Whether it is asked what was reached on the way, not what came of calls that are due. */
export function asksHits(raw: string): boolean {
  const { text } = normalText(raw);
  return (
    HIT.test(text) &&
    !/\b(hit (rates?|or miss)|misse[sd]|horizon|got (it|one) right|by (the )?(end|year end))\b/.test(text)
  );
}

export interface Reached {
  readonly book: Street;
  readonly open: readonly Unscored[];
  readonly scores: readonly CallScore[];
}

/** Of the standing calls those whose level was closed at or beyond, and of the calls that are due how many were. */
export function hitsAnswer(asking: Asking, { book, open: unscored, scores }: Reached): AnswerDraft {
  const open = unscored.filter(({ state }) => isStanding(state, asking.session));
  const { series, index } = book;
  const { session } = asking;
  const hit = open.filter(({ state }) => state.status === 'hit');
  const touched = open.filter(({ state }) => state.status === 'touched');
  const past = scores.filter(({ state }) => state.hitOn !== undefined);
  const count = (id: string, value: number) => countOf(`targets.${id}`, { value, asOf: session });
  const counts = {
    open: count('standing', open.length),
    hit: count('hit', hit.length),
    touched: count('touched', touched.length),
    due: count('due', scores.length),
    past: count('due_and_hit', past.length),
  };
  const [only] = open.length === 1 ? open : [];
  return draft({
    lead: only ? oneWords(only, NAMES[index], session) : hitsLead(asking, counts, { book, hit }),
    lines: [
      ...(touched.length > 0 ? [touchedLine(counts.touched, touched)] : []),
      ...(scores.length > 0
        ? [
            `*${plain(counts.past.value)}* of ${counted(counts.due.value, 'call')} already due ${past.length === 1 ? 'was' : 'were'} hit on the way; what they were at their horizon is the record`,
          ]
        : []),
    ],
    ...(open.length > 0 && { rows: rowsOf(open, series) }),
    basis: 'hit: a close at or beyond the level while the call stands; touched: a high or low, no close',
    asOf: asOfWords(asking, lastSession(series)),
    source: `${sourceWords([series.source])}; calls from the pages named in the ledger`,
    caveat: 'a level that was hit is no promise kept at the horizon; that is scored on its day',
    numbers: receipts(
      ...Object.values(counts),
      ...open.flatMap(({ state }) => [callLevel(state.call, series), remainingUpside(state.call, series)]),
    ),
    session: lastSession(series),
    settings: open.map(({ state }) => valueWords(state.call.value)),
    command: `/targets ${COMMAND_INDEX[index]} asof ${session}`,
  });
}

function touchedLine(count: Receipt<number>, touched: Reached['open']): string {
  return `*${plain(count.value)}* more touched within a day, not on a close: ${joined(touched.slice(0, 4).map(nameOf))}`;
}

interface Hits {
  readonly book: Reached['book'];
  readonly hit: Reached['open'];
}

function hitsLead({ session }: Asking, counts: Record<'open' | 'hit', Receipt<number>>, { book, hit }: Hits): string {
  const calls = counted(counts.open.value, 'standing call');
  const of = `${calls} on the ${NAMES[book.index]}`;
  if (hit.length === 0) return `None of ${of} has been hit: no close at or beyond its level by ${fullDate(session)}.`;
  const names = joined(hit.slice(0, 4).map(hitWords));
  return `${plain(counts.hit.value)} of ${of} ${hit.length === 1 ? 'has' : 'have'} been hit: ${names}.`;
}

function rowsOf(open: Reached['open'], series: Reached['book']['series']): string[][] {
  return [
    ['Call', 'Level', 'Left', 'Due', 'Status'],
    ...open
      .slice(0, 10)
      .map(({ state: { call, status } }) => [
        nameOf({ state: { call } }),
        worded(callLevel(call, series), plain),
        worded(remainingUpside(call, series), percent),
        fullDate(horizonDay(call)),
        status,
      ]),
  ];
}

function nameOf({ state: { call } }: { readonly state: Pick<Unscored['state'], 'call'> }): string {
  const firm = shortFirm(call.firm).slice(0, 12);
  return call.value.kind === 'return' ? `${firm} ${valueWords(call.value)}` : firm;
}

function hitWords({ state }: Unscored): string {
  return `${nameOf({ state })}${state.hitOn === undefined ? '' : ` on ${fullDate(state.hitOn)}`}`;
}

function oneWords(only: Unscored, name: string, session: string): string {
  const { status, hitOn, touchedOn } = only.state;
  const who = `${nameOf(only)} on the ${name}`;
  if (status === 'hit' && hitOn !== undefined) return `${who} was hit on ${fullDate(hitOn)}, at the close.`;
  const touched = touchedOn === undefined ? '' : `, only touched within the day on ${fullDate(touchedOn)}`;
  return `${who} has not been hit: no close at or beyond its level by ${fullDate(session)}${touched}.`;
}
