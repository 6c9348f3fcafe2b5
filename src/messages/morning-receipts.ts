/** The last reply of the morning thread: every series with its day and source, and yesterday's statement revisited. Pure. */
import { type Day, newYorkTime } from '../calendar/day.ts';
import type { MorningView } from '../metrics/morning.ts';
import { shortContract } from '../metrics/morning-fed.ts';
import type { Receipt, ReceiptSource } from '../metrics/receipt.ts';
import { lastSession, type PriceSeries } from '../metrics/series.ts';
import { actions, BUTTONS, context, section } from './blocks.ts';
import { escapeText, fullDate, sessionDate, weekdayDate } from './format.ts';
import type { Message } from './message.ts';
import type { Revisited } from './morning-revisited.ts';

interface ReceiptsContext {
  readonly place: string;
  readonly command: string;
  readonly revisited: readonly Revisited[];
}

/** Series and their days, sources with fetch times, what yesterday's summary said. */
export function receiptsReply(view: MorningView, { place, command, revisited }: ReceiptsContext): Message {
  const { session } = view.facts;
  const held = heldSeries(view);
  const behind = held.filter(({ day }) => day < session);
  const title = behind.length === 0 ? `all at ${weekdayDate(session)}; nothing stale` : behindWords(held, session);
  const count = held.length === 0 ? 'no series read' : `${held.length} series, ${title}`;
  const sample = held.some(({ source }) => source.sample) ? 'Sample data: ' : '';
  const said = revisited.flatMap(({ said: one }) => (one === undefined ? [] : [` ${one}`])).join('');
  const text = `${sample}${place} Receipts: ${count.replace(weekdayDate(session), sessionDate(session))}.${said}`;
  return {
    text: escapeText(text),
    blocks: [
      section(...[`*${place} Receipts: ${count}*`, ...sourceLines(view)].map(escapeText)),
      ...(revisited.length > 0 ? [context(...revisited.map(({ sentence }) => escapeText(sentence)))] : []),
      actions(BUTTONS.receipts(command)),
    ],
    charts: [],
    numbers: numbersOf(view, revisited),
    asOf: session,
  };
}

function numbersOf({ numbers }: MorningView, revisited: readonly Revisited[]): Receipt[] {
  const all = [...numbers, ...revisited.flatMap((one) => one.numbers)];
  return [...new Map(all.map((receipt) => [receipt.id, receipt])).values()];
}

interface Held {
  readonly name: string;
  readonly day: Day;
  readonly source: ReceiptSource;
}

/** The closes and the contracts behind the figures. */
function heldSeries({ facts, fed, lastFed }: MorningView): Held[] {
  const prices = facts.prices.ok ? facts.prices.value : facts.prices.lastGood;
  const closes = prices ? [prices.subject, prices.benchmark, ...(prices.third ? [prices.third] : [])] : [];
  const item = fed ?? lastFed;
  return [
    ...closes.map((series): Held => ({ name: series.name, day: lastSession(series), source: series.source })),
    ...(item?.contracts ?? []).map(
      (code): Held => ({
        name: shortContract(code),
        day: item?.day.odds.asOf ?? '',
        source: item?.day.futures.source ?? NOBODY,
      }),
    ),
  ];
}

const NOBODY: ReceiptSource = { publisher: '', series: '', fetchedAt: '', sample: false };

/** "3 at Mon 22 Jan; stale: ZQG4, ZQJ4 at Fri 19 Jan": each day once. */
function behindWords(held: readonly Held[], session: Day): string {
  const fresh = held.filter(({ day }) => day >= session).length;
  const stale = held.filter(({ day }) => day < session);
  const days = [...new Set(stale.map(({ day }) => day))];
  const groups = days.map((day) => {
    const names = stale.filter((one) => one.day === day).map(({ name }) => name);
    return `${names.join(', ')} at ${weekdayDate(day)}`;
  });
  const known = fresh === 0 ? `none at ${weekdayDate(session)}` : `${fresh} at ${weekdayDate(session)}`;
  return `${known}; stale: ${groups.join('; ')}`;
}

function sourceLines({ facts, fed, lastFed }: MorningView): string[] {
  const prices = facts.prices.ok ? facts.prices.value : facts.prices.lastGood;
  const closes = prices ? [prices.subject, prices.benchmark, ...(prices.third ? [prices.third] : [])] : [];
  const item = fed ?? lastFed;
  const futures = item ? [futuresLine(item.contracts, item.day.futures.source, item.lastTrades)] : [];
  return [...(closes.length > 0 ? [closesLine(closes, facts.session)] : []), ...futures];
}

/** "Russell 2000, S&P 500, XLK: Yahoo Finance, fetched 17:05 ET". */
function closesLine(closes: readonly PriceSeries[], session: Day): string {
  const source = closes[0]?.source ?? NOBODY;
  return `${closes.map(({ name }) => name).join(', ')}: ${source.publisher}, ${fetchedWords(source.fetchedAt, session)}`;
}

/** The time alone on the evening of the session, else the day too. */
function fetchedWords(fetchedAt: string, session: Day): string {
  const { day, time } = newYorkTime(Temporal.Instant.from(fetchedAt));
  return day === session ? `fetched ${time} ET` : `fetched ${fullDate(day)}, ${time} ET`;
}

/** "Futures ZQH3, ZQJ3: CME settlements 14:00 CT". */
function futuresLine(contracts: readonly string[], source: ReceiptSource, lastTrades: boolean): string {
  const who = source.publisher.replace(/ prices$/, '');
  const kind = source.sample ? '' : lastTrades ? ' last trades †' : ' settlements 14:00 CT';
  return `Futures ${contractList(contracts)}: ${who}${kind}`;
}

const MOST_CONTRACTS = 8;

/** "ZQH3, ZQJ3"; a far meeting rests on more than a line holds: "ZQZ0 to ZQU2, 16 contracts". */
function contractList(contracts: readonly string[]): string {
  const names = contracts.map(shortContract);
  if (names.length <= MOST_CONTRACTS) return names.join(', ');
  return `${names[0]} to ${names.at(-1)}, ${names.length} contracts`;
}
