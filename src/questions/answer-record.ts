/** Answers how calls did: of everybody, firm by firm, or of one firm or one call. Measures and words it. */
import type { AnswerDraft } from '../messages/answer.ts';
import { counted, fullDate, percent, plain, points } from '../messages/format.ts';
import { horizonPhrase, shortFirm, valueWords } from '../messages/targets-words.ts';
import { type CallScore, type ScoreTable, scoreTable, type Unscored } from '../metrics/call-scores.ts';
import { isStanding } from '../metrics/call-status.ts';
import { firmKey } from '../metrics/calls.ts';
import { horizonDay } from '../metrics/calls-horizon.ts';
import { remainingUpside } from '../metrics/calls-level.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { lastSession, type PriceSeries } from '../metrics/series.ts';
import { asksHits, hitsAnswer } from './answer-hits.ts';
import { oneCallAnswer } from './answer-one-call.ts';
import { type Asking, asOfWords, draft, receipts, sourceWords, worded } from './desk.ts';
import { firmTitle, sameFirm } from './firm-names.ts';
import { horizonYear, sinceYear } from './horizon-asked.ts';
import { firstWords, scopeWords } from './record-leads.ts';
import { byFirm, callRows, type FirmTally, firmRows, scoreLabel, tallyOf } from './record-rows.ts';
import { bothStreets, COMMAND_INDEX, countOf, NAMES, type Street, says, unknownFirm } from './street.ts';

/** Rows that fit under an answer. */
const MOST_ROWS = 12;

interface Record_ {
  readonly book: Street;
  readonly table: ScoreTable;
  readonly scores: readonly CallScore[];
  readonly open: readonly Unscored[];
  /** One figure was named: "the 9%". */
  readonly narrowed: boolean;
}

/** Scored calls beside a naive base rate, open ones left out and counted: all, or those of the firm or call asked about. */
export async function trackRecordAnswer(asking: Asking): Promise<AnswerDraft> {
  const books = await bothStreets(asking);
  const { index } = asking.question.slots;
  const firm = asking.question.slots.firm ?? personAsked(asking);
  if (firm !== undefined && !books.some(({ states }) => states.some(({ call }) => sameFirm(firm, firmKey(call.firm)))))
    throw unknownFirm(firm, books, asking.session);
  const records = books.map((book) => recordOf(asking, book, firm));
  const own = records.filter((one) => one.scores.length > 0 || one.open.length > 0);
  const chosen =
    index !== undefined || firm === undefined ? records[0] : (own.find(({ scores }) => scores.length > 0) ?? own[0]);
  const record = chosen ?? records[0];
  if (!record) throw unknownFirm(firm ?? '', books, asking.session);
  const other = records.find((one) => one !== record);
  const [only] = record.scores;
  if (record.scores.length === 1 && record.open.length === 0 && only && (firm !== undefined || record.narrowed))
    return oneCallAnswer(asking, record.book, only);
  if (asksHits(asking.text) && record.open.some(({ state }) => isStanding(state, asking.session)))
    return hitsAnswer(asking, record);
  return listAnswer(asking, record, { firm, other });
}

/** "he", "they" after an answer about one firm. */
function personAsked({ question, text }: Asking): string | undefined {
  return /\b(he|she|his|her|him|that one)\b/i.test(text) ? question.slots.found?.firm : undefined;
}

function recordOf(asking: Asking, book: Street, firm: string | undefined): Record_ {
  const table = scoreTable(book.states, book.series);
  const { figures } = asking.question.slots;
  const year = horizonYear(asking);
  const first = sinceYear(asking.text);
  const ofFirm = <T extends { readonly state: CallScore['state'] }>(list: readonly T[]) => {
    const own = list.filter(
      ({ state }) =>
        isOf(state.call.firm, asking.question.slots.firms ?? (firm === undefined ? undefined : [firm])) &&
        (year === undefined || horizonDay(state.call).startsWith(`${year}`)) &&
        (first === undefined || horizonDay(state.call) >= `${first}-01-01`),
    );
    const figured = own.filter(({ state }) => figures.some((figure) => says(state, figure, [book])));
    return { own, figured };
  };
  const [scores, open] = [ofFirm(table.scores), ofFirm(table.unscored.filter(({ why }) => why === 'open'))];
  const narrowed = scores.figured.length + open.figured.length > 0;
  return {
    book,
    table,
    narrowed,
    scores: narrowed ? scores.figured : scores.own,
    open: narrowed ? open.figured : open.own,
  };
}

function isOf(name: string, firms: readonly string[] | undefined): boolean {
  return firms === undefined || firms.some((firm) => sameFirm(firm, firmKey(name)));
}

interface Around {
  readonly firm: string | undefined;
  readonly other: Record_ | undefined;
}

/** Every count and mean that a list of scores prints. */
interface Counts {
  readonly total: FirmTally;
  readonly groups: readonly FirmTally[];
  readonly open: Receipt<number>;
  readonly nearer: Receipt<number>;
  readonly shown: Receipt<number>;
  readonly other: Receipt<number>;
}

function countsOf({ scores, open }: Record_, other: Record_ | undefined, session: string): Counts {
  const count = (id: string, value: number) => countOf(`scores.${id}`, { value, asOf: session });
  return {
    total: tallyOf('scores', scores, session),
    groups: byFirm(scores, session),
    open: count('open', open.length),
    nearer: count('naive_nearer', scores.filter(({ naiveCloser }) => naiveCloser).length),
    shown: count('shown', Math.min(scores.length, MOST_ROWS)),
    other: count('other', other?.scores.length ?? 0),
  };
}

function listAnswer(asking: Asking, record: Record_, { firm, other }: Around): AnswerDraft {
  const { book, table, scores, open } = record;
  const { series, index } = book;
  const { session } = asking;
  const subject = firm === undefined ? '' : ((scores[0] ?? open[0])?.state.call.firm ?? firmTitle(firm));
  const counts = countsOf(record, firm === undefined ? other : undefined, session);
  const listed = firm !== undefined || counts.groups.length < 2 || scores.length <= 7;
  return draft({
    lead: firstWords(asking, record, { subject, nearer: counts.nearer }),
    lines: linesOf(asking, record, { counts, listed, other }),
    ...(scores.length > 0 && { rows: listed ? callRows(scores.slice(-MOST_ROWS)) : firmRows(counts.groups) }),
    basis: `outcome − promise on closes at each call’s own horizon, ${NAMES[index]}; naive = mean of all earlier windows as long`,
    asOf: asOfWords(asking, lastSession(series)),
    source: `${sourceWords([series.source])}; calls from the pages named in the ledger`,
    caveat: `N is ${counts.total.n.value} on one index; one firm’s single call ranks nobody`,
    numbers: receipts(
      ...[table.calls, table.firms, counts.nearer, counts.open, counts.other, counts.shown],
      ...[counts.total, ...counts.groups].flatMap(({ n, hits, mean }) => [n, hits, mean]),
      ...scores.flatMap(({ said, was, miss, naiveMiss, naive }) => [said, was, miss, naiveMiss, naive]),
      ...open.map(({ state }) => remainingUpside(state.call, series)),
      countOf('scores.hit', { value: scores.filter(({ state }) => state.hitOn !== undefined).length, asOf: session }),
    ),
    session: lastSession(series),
    settings: [
      ...scores.map(scoreLabel),
      ...scores.map(({ state }) => valueWords(state.call.value)),
      ...open.map(({ state }) => valueWords(state.call.value)),
      subject,
    ],
    command: `/targets ${COMMAND_INDEX[index]} score asof ${session}`,
  });
}

interface Lines {
  readonly counts: Counts;
  /** Call by call below, not firm by firm. */
  readonly listed: boolean;
  readonly other: Record_ | undefined;
}

function linesOf(asking: Asking, { book, scores, open }: Record_, { counts, listed, other }: Lines): string[] {
  const { total, groups, nearer, shown } = counts;
  const firms = groups.map(({ firm, n, hits }) => `${shortFirm(firm)} ${hits.value} of ${n.value}`).join(', ');
  return [
    ...(total.mean
      ? [
          `*${points(total.mean.value)}* mean miss, outcome less promise`,
          `*${plain(nearer.value)}* of ${total.n.value}: the naive base rate was nearer`,
        ]
      : []),
    ...(listed && scores.length > shown.value ? [`*${shown.value} of ${total.n.value}* shown, the newest`] : []),
    ...(groups.length > 1 && listed ? [`*Firm by firm*: ${firms} reached`] : []),
    ...hitLine(asking, scores),
    openLine({ open, count: counts.open, scored: scores.length }, book.series, asking),
    ...(counts.other.value > 0 && other
      ? [
          `*${counted(counts.other.value, 'more scored call')}* on the ${NAMES[other.book.index]}: \`/targets ${COMMAND_INDEX[other.book.index]} score\``,
        ]
      : []),
  ].slice(0, 5);
}

/** Calls that are due and were reached on their way, where that is asked. */
function hitLine({ text }: Asking, scores: readonly CallScore[]): string[] {
  const hit = scores.filter(({ state }) => state.hitOn !== undefined);
  if (!asksHits(text) || scores.length === 0) return [];
  const days = hit
    .slice(-3)
    .map(
      ({ state }) => `${shortFirm(state.call.firm)} ${valueWords(state.call.value)} on ${fullDate(state.hitOn ?? '')}`,
    );
  return [
    `*${hit.length === 0 ? 'None' : plain(hit.length)}* of ${scores.length} ${hit.length === 1 ? 'was' : 'were'} hit on the way, by a close${days.length > 0 ? `: ${days.join(', ')}` : ''}`,
  ];
}

interface Open {
  readonly open: readonly Unscored[];
  readonly count: Receipt<number>;
  /** Scored calls beside them. */
  readonly scored: number;
}

/** Open calls: how many, or for one alone what is left of it. */
function openLine({ open, count, scored }: Open, series: PriceSeries, asking: Asking): string {
  const [only] = open;
  if (only && scored === 0 && open.length === 1)
    return `*${worded(remainingUpside(only.state.call, series), percent)}* left from today’s close`;
  if (only && open.length === 1)
    return `*1 open call* left out: ${valueWords(only.state.call.value)} ${horizonPhrase(only.state.call)}, due ${fullDate(horizonDay(only.state.call))}`;
  return open.length === 0
    ? `*No open call*${scopeWords(asking)} by ${fullDate(asking.session)} beside them`
    : `*${counted(count.value, 'open call')}* left out: not yet due`;
}
