/** Answers a question about "the call" where several firms have one: all of them, none preferred. Measures and words it. */
import type { AnswerDraft } from '../messages/answer.ts';
import { counted, fullDate, percent, plain } from '../messages/format.ts';
import { callCell, joined, shortFirm, valueWords } from '../messages/targets-words.ts';
import { type CallState, isStanding } from '../metrics/call-status.ts';
import { firmKey } from '../metrics/calls.ts';
import { horizonDay } from '../metrics/calls-horizon.ts';
import { callLevel, remainingUpside } from '../metrics/calls-level.ts';
import { lastSession } from '../metrics/series.ts';
import { type Asking, asOfWords, draft, receipts, refused, sourceWords, worded } from './desk.ts';
import {
  bothStreets,
  COMMAND_INDEX,
  countOf,
  coverage,
  links,
  type Meant,
  NAMES,
  noteDay,
  type Street,
  who,
} from './street.ts';

async function standingBook(asking: Asking): Promise<{ book: Street; standing: readonly CallState[] }> {
  const books = await bothStreets(asking);
  const { index } = asking.question.slots;
  const all = books.map((book) => ({ book, standing: book.states.filter((one) => isStanding(one, asking.session)) }));
  const found = index === undefined ? all.find(({ standing }) => standing.length > 0) : all[0];
  if (!found || found.standing.length === 0)
    throw refused(
      `No standing call${index === undefined ? '' : ` on the ${NAMES[index]}`} is known by ${fullDate(asking.session)}. Held: ${coverage(books)}.`,
      '/targets russell',
    );
  return found;
}

/** Firms with a standing call on the index. */
function firmsOn({ states }: Street, session: string): string[] {
  return [...new Set(states.filter((one) => isStanding(one, session)).map(({ call }) => shortFirm(call.firm)))].slice(
    0,
    8,
  );
}

/** Level, distance and horizon of every standing call on the index; the next question names one. */
export async function whichCallAnswer(asking: Asking): Promise<AnswerDraft> {
  const { book, standing } = await standingBook(asking);
  const elsewhere = (await bothStreets(asking)).find(
    (one) => one.index !== book.index && firmsOn(one, asking.session).length > 0,
  );
  const { series, index } = book;
  const houses = [...new Set(standing.map(({ call }) => shortFirm(call.firm)))];
  const firms = countOf('targets.firms', { value: houses.length, asOf: asking.session });
  const calls = countOf('targets.covered', { value: standing.length, asOf: asking.session });
  const figures = standing.map(({ call }) => [callLevel(call, series), remainingUpside(call, series)] as const);
  return draft({
    lead: `Whose? ${counted(calls.value, 'call')} of ${counted(firms.value, 'firm')} ${standing.length === 1 ? 'stands' : 'stand'} on the ${NAMES[index]}: ${joined(houses.slice(0, 8))}.`,
    lines:
      elsewhere === undefined
        ? []
        : [`*Also* on the ${NAMES[elsewhere.index]}: ${joined(firmsOn(elsewhere, asking.session))}`],
    rows: [
      ['Call', 'Level', 'Left', 'Note', 'Due'],
      ...standing
        .slice(0, 10)
        .map(({ call }) => [
          call.value.kind === 'level' ? shortFirm(call.firm) : callCell(call, asking.session),
          worded(callLevel(call, series), plain),
          worded(remainingUpside(call, series), percent),
          fullDate(call.noteDate),
          fullDate(horizonDay(call)),
        ]),
    ],
    basis: 'level / close of the session − 1; levels from stated returns are derived',
    asOf: asOfWords(asking, lastSession(series)),
    source: `${sourceWords([series.source])}; calls from the pages named in the ledger`,
    caveat: 'this post shows no single call, so none is picked; name the firm',
    numbers: receipts(firms, calls, ...figures.flat()),
    session: lastSession(series),
    settings: standing.flatMap(({ call }) => [callCell(call, asking.session), valueWords(call.value)]),
    command: `/targets ${COMMAND_INDEX[index]} asof ${asking.session}`,
  });
}

/** Every call of one firm, ended ones too, the newest note first. */
export async function firmCallsAnswer(
  asking: Asking,
  { state, index }: Pick<Meant, 'state' | 'index'>,
): Promise<AnswerDraft> {
  const books = await bothStreets(asking);
  const firm = firmKey(state.call.firm);
  const own = books
    .flatMap((book) => book.states.filter(({ call }) => firmKey(call.firm) === firm).map((one) => ({ one, book })))
    .sort((a, b) => (a.one.call.noteDate < b.one.call.noteDate ? 1 : -1));
  const calls = countOf('targets.of_firm', { value: own.length, asOf: asking.session });
  const standing = countOf('targets.of_firm.standing', {
    value: own.filter(({ one }) => isStanding(one, asking.session)).length,
    asOf: asking.session,
  });
  return draft({
    lead: `${state.call.firm}: ${counted(calls.value, 'call')} in the ledger, ${standing.value} standing.`,
    lines: [],
    rows: [
      ['Call', 'Level', 'Note', 'Due', 'Status'],
      ...own
        .slice(0, 12)
        .map(({ one: { call, status }, book }) => [
          `${book.index === 'RUT' ? 'Russell' : 'S&P'}${call.value.kind === 'return' ? ` ${valueWords(call.value)}` : ''}`,
          worded(callLevel(call, book.series), plain),
          fullDate(call.noteDate),
          fullDate(horizonDay(call)),
          status,
        ]),
    ],
    basis: 'levels from stated returns are derived: base close × (1 + return)',
    asOf: asOfWords(asking, asking.session),
    source: 'calls from the pages named in the ledger',
    caveat: 'superseded calls were revised or restated by a newer note',
    numbers: receipts(calls, standing, ...own.map(({ one, book }) => callLevel(one.call, book.series))),
    session: asking.session,
    settings: own.map(({ one }) => valueWords(one.call.value)),
    command: `/targets who ${firm} asof ${asking.session}`,
    found: { firm, call: state.call.call, index },
  });
}

/** The newest citation of each firm, with its page. */
export async function whichSourceAnswer(asking: Asking): Promise<AnswerDraft> {
  const { book, standing } = await standingBook(asking);
  const quoted = [...standing].sort(
    (a, b) => Number(b.call.source.quote !== undefined) - Number(a.call.source.quote !== undefined),
  );
  const cited = [...Map.groupBy(quoted, ({ call }) => firmKey(call.firm)).values()].flatMap(([first]) => first ?? []);
  const [first, ...rest] = cited;
  if (!first) throw refused('No call is known.', '/targets russell');
  const numbers = /^\/targets/.test(asking.post?.command ?? '') ? [] : (asking.post?.numbers ?? []);
  const publishers = sourceWords(numbers.flatMap(({ sources }) => sources));
  return draft({
    lead: `${publishers === '' ? 'Calls' : `Numbers of this post: ${publishers}; calls`} on the ${NAMES[book.index]}: ${counted(cited.length, 'firm')}, by page:`,
    lines: cited
      .slice(0, 4)
      .map(
        ({ call }) =>
          `*${call.source.publisher}*, note of ${noteDay(call)}: ${who(call)}, ${valueWords(call.value)}${call.source.quote ? `: “${call.source.quote.slice(0, 110)}”` : ''}`,
      ),
    basis: 'calls as entered by hand, one page each',
    asOf: asOfWords(asking, asking.session),
    source: [
      ...new Set([first, ...rest].slice(0, 4).map(({ call }) => `${call.source.publisher}, ${call.source.link}`)),
    ].join('; '),
    caveat: 'the pages quote the notes; the notes themselves are not held here',
    numbers: receipts(countOf('targets.firms', { value: cited.length, asOf: asking.session })),
    session: asking.session,
    settings: cited.flatMap(({ call }) => [valueWords(call.value), who(call), links(call).source]),
    command: `/targets ${COMMAND_INDEX[book.index]} asof ${asking.session}`,
  });
}
