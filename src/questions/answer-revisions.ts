/** Answers who raised or cut a figure since a day: newer notes of one firm for one horizon beside the ones they replaced. Measures and words it. */
import { addDays, type Day, monthsBefore, yearOf } from '../calendar/day.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { counted, fullDate, plain } from '../messages/format.ts';
import { joined, shortFirm } from '../messages/targets-words.ts';
import type { CallState } from '../metrics/call-status.ts';
import { firmKey } from '../metrics/calls.ts';
import { horizonDay } from '../metrics/calls-horizon.ts';
import { callLevel } from '../metrics/calls-level.ts';
import { isMeasured, type Receipt } from '../metrics/receipt.ts';
import { type Asking, asOfWords, draft, receipts } from './desk.ts';
import { firmTitle, sameFirm } from './firm-names.ts';
import { horizonYear } from './horizon-asked.ts';
import { bothStreets, COMMAND_INDEX, countOf, NAMES, type Street, unknownFirm } from './street.ts';
import { normalText } from './words-normal.ts';

/** One figure that took another's place. */
interface Revision {
  readonly book: Street;
  readonly from: CallState;
  readonly to: CallState;
  readonly before: Receipt<number>;
  readonly after: Receipt<number>;
}

const UP =
  /\b(rais\w*|lift\w*|hiked?|upp(ed|ing)|up(ped|s)?|higher|bump\w*|increas\w*|upgrad\w*|chas(ed|ing)|bullish)\b/;
const DOWN = /\b(cut|cuts|cutting|lower\w*|reduc\w*|trimm?\w*|slash\w*|downgrad\w*|down|bearish)\b/;
const MOST_ROWS = 10;

/** Newer notes for the same horizon, since the day that is named, on the index asked about or on both. */
export async function revisionsAnswer(asking: Asking): Promise<AnswerDraft> {
  const books = await bothStreets(asking);
  const { index, firm } = asking.question.slots;
  if (firm !== undefined && !books.some(({ states }) => states.some(({ call }) => sameFirm(firm, firmKey(call.firm)))))
    throw unknownFirm(firm, books, asking.session);
  const one =
    index !== undefined || (firm === undefined && /^\/targets (russell|spx)/.test(asking.post?.command ?? ''));
  const shown = one ? books.slice(0, 1) : books;
  const since = sinceDay(asking);
  const all = shown
    .flatMap((book) => revisionsOf(book, asking))
    .filter(({ to }) => since === undefined || to.call.noteDate > since);
  const sorted = all.toSorted((a, b) => (a.to.call.noteDate < b.to.call.noteDate ? 1 : -1));
  const side = sideOf(asking.text);
  const meant = sorted.filter((revision) => side === undefined || goes(revision) === side);
  return worded(asking, { shown, since, side, meant, others: sorted.length - meant.length });
}

interface Found {
  readonly shown: readonly Street[];
  readonly since: Day | undefined;
  readonly side: 'raised' | 'cut' | undefined;
  readonly meant: readonly Revision[];
  /** Changes the other way, or to the same figure. */
  readonly others: number;
}

function worded(asking: Asking, { shown, since, side, meant, others }: Found): AnswerDraft {
  const { session } = asking;
  const firms = new Set(meant.map(({ to }) => firmKey(to.call.firm))).size;
  const count = countOf(`targets.${side ?? 'changed'}`, { value: firms, asOf: session });
  const rest = countOf('targets.changed_otherwise', { value: others, asOf: session });
  const names = joined(shown.map(({ index }) => NAMES[index]));
  const when = since === undefined ? `by ${fullDate(session)}` : `after ${fullDate(since)}, by ${fullDate(session)}`;
  const verb = side ?? 'changed';
  const first = shown[0]?.index ?? 'GSPC';
  const { firm } = asking.question.slots;
  const title = firm === undefined ? undefined : firmTitle(firm);
  return draft({
    lead:
      meant.length === 0
        ? `${title ? `${title} ${verb} no figure` : `No firm of the ledger ${verb} a figure`} on the ${names} ${when}.`
        : `${title ?? counted(count.value, 'firm')} ${verb} a figure on the ${names} ${when}: ${joined(meant.slice(0, 4).map(moveWords))}.`,
    lines:
      rest.value > 0
        ? [`*${counted(rest.value, 'other change')}* in that time, the other way or restated at the same figure`]
        : [],
    ...(meant.length > 0 && { rows: rowsOf(meant) }),
    basis: 'a newer note of the same firm for the same horizon beside the one it replaced; first notes are no change',
    asOf: asOfWords(asking, session),
    source:
      [...new Set(meant.slice(0, 4).map(({ to }) => `${to.call.source.publisher}, ${to.call.source.link}`))].join(
        '; ',
      ) || 'the ledger of calls',
    caveat: 'only notes entered here; a change nobody entered is not seen',
    numbers: receipts(count, rest, ...meant.flatMap(({ before, after }) => [before, after])),
    session,
    command: `/targets ${COMMAND_INDEX[first]} asof ${session}`,
  });
}

function rowsOf(meant: readonly Revision[]): string[][] {
  return [
    ['Firm', 'From', 'To', 'Note', 'Due'],
    ...meant
      .slice(0, MOST_ROWS)
      .map(({ to, before, after }) => [
        shortFirm(to.call.firm).slice(0, 16),
        plain(before.value),
        plain(after.value),
        fullDate(to.call.noteDate),
        fullDate(horizonDay(to.call)),
      ]),
  ];
}

/** "Goldman 5,200 to 5,600 (31 Jul 2024)". */
function moveWords({ to, before, after }: Revision): string {
  return `${shortFirm(to.call.firm)} ${plain(before.value)} to ${plain(after.value)} (${fullDate(to.call.noteDate)})`;
}

function goes({ before, after }: Revision): 'raised' | 'cut' | 'kept' {
  if (after.value === before.value) return 'kept';
  return after.value > before.value ? 'raised' : 'cut';
}

/** Every replaced call of the book whose newer note speaks of the same horizon, of the firm and year asked about. */
function revisionsOf(book: Street, asking: Asking): Revision[] {
  const { firm } = asking.question.slots;
  const year = horizonYear(asking);
  return book.states.flatMap((from) => {
    const to = book.states.find(({ call }) => call.call === from.supersededBy);
    if (!to || horizonDay(to.call) !== horizonDay(from.call)) return [];
    if (firm !== undefined && !sameFirm(firm, firmKey(to.call.firm))) return [];
    if (year !== undefined && !horizonDay(to.call).startsWith(`${year}`)) return [];
    const [before, after] = [callLevel(from.call, book.series), callLevel(to.call, book.series)];
    return isMeasured(before) && isMeasured(after) ? [{ book, from, to, before, after }] : [];
  });
}

/** Which way is asked for; both where neither or both are said. */
function sideOf(raw: string): 'raised' | 'cut' | undefined {
  const { text } = normalText(raw);
  const [up, down] = [UP.test(text), DOWN.test(text)];
  if (up === down) return undefined;
  return up ? 'raised' : 'cut';
}

const MONTHS: Readonly<Record<string, number>> = { '1m': 1, '3m': 3, '6m': 6, '1y': 12 };

/** The day after which notes count; undefined where no time is named. */
function sinceDay({ question, session, post, text }: Asking): Day | undefined {
  const { since, period, window } = question.slots;
  const from = since ?? period?.since ?? (typeof window === 'object' ? window.since : undefined);
  if (from !== undefined) return from;
  if (window === 'ytd') return `${yearOf(session) - 1}-12-31`;
  if (window === 'mtd') return addDays(`${session.slice(0, 7)}-01`, -1);
  if (window === '1w') return addDays(session, -7);
  if (window === '1d') return addDays(session, -1);
  const months = typeof window === 'string' ? MONTHS[window] : undefined;
  if (months !== undefined) return monthsBefore(session, months);
  return post !== undefined && /\bsince (this|the|that) (post|alert|note)\b/i.test(text) ? post.asOf : undefined;
}
