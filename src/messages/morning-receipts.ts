/** The last reply of the morning thread: every series with its day and source, and yesterday's statement revisited. Pure. */
import { type Day, newYorkTime } from '../calendar/day.ts';
import type { MorningView } from '../metrics/morning.ts';
import { leadOutcome, shortContract } from '../metrics/morning-fed.ts';
import type { ReceiptSource } from '../metrics/receipt.ts';
import { lastSession, type PriceSeries } from '../metrics/series.ts';
import { actions, BUTTONS, context, section } from './blocks.ts';
import { escapeText, fullDate, probability, sessionDate, weekdayDate } from './format.ts';
import type { Message } from './message.ts';
import { dayName, outcomeTerm, weekdayLong } from './morning-words.ts';

/** One statement of the last summary against today. */
export interface Revisited {
  /** A sentence: "Friday’s summary led with hike 50 at 40.2%: right at Friday’s settlement, out of date by Monday’s." */
  readonly sentence: string;
}

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
  const count = `${held.length} series`;
  const sample = held.some(({ source }) => source.sample) ? 'Sample data: ' : '';
  const text = `${sample}${place} Receipts: ${count}, ${title.replace(weekdayDate(session), sessionDate(session))}.${saidThen(view)}`;
  return {
    text: escapeText(text),
    blocks: [
      section(...[`*${place} Receipts: ${count}, ${title}*`, ...sourceLines(view)].map(escapeText)),
      ...(revisited.length > 0 ? [context(...revisited.map(({ sentence }) => escapeText(sentence)))] : []),
      actions(BUTTONS.receipts(command)),
    ],
    charts: [],
    numbers: view.numbers,
    asOf: session,
  };
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

/** "3 at Mon 22 Jan; stale: ZQG4, ZQJ4 at Fri 19 Jan". */
function behindWords(held: readonly Held[], session: Day): string {
  const fresh = held.filter(({ day }) => day >= session).length;
  const stale = held.filter(({ day }) => day < session);
  const day = stale[0]?.day ?? session;
  return `${fresh} at ${weekdayDate(session)}; stale: ${stale.map(({ name }) => name).join(', ')} at ${weekdayDate(day)}`;
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
  return `Futures ${contracts.map(shortContract).join(', ')}: ${who}${kind}`;
}

/** " Friday’s summary said hold 0%: true at Friday’s settlement." */
function saidThen({ fed, since, facts }: MorningView): string {
  const told = fed && (fed.sized ? (fed.outcomes[1] ?? fed.outcomes[0]) : leadOutcome(fed));
  if (!fed || !told?.before) return '';
  if (probability(told.before.value) === probability(told.now.value)) return '';
  const day = dayName(since, facts.session);
  const kind = fed.lastTrades ? 'last trades' : 'settlement';
  return ` ${day}’s summary said ${outcomeTerm(told)} ${probability(told.before.value)}: true at ${day}’s ${kind}.`;
}

/** What the last summary led with, held against today: right then and out of date now, or still so. */
export function revisitedLead(view: MorningView, before: MorningView): Revisited[] {
  const lead = before.lines[0];
  if (lead?.kind !== 'fed' || !view.fed) return [];
  const told = leadOutcome(lead.item);
  const now = view.fed.outcomes.find(({ word, moves }) => word === told?.word && moves === told?.moves);
  const sameMeeting = view.fed.view.figures.meeting === lead.item.view.figures.meeting;
  if (!told || !now || !sameMeeting) return [];
  const then = dayName(before.facts.session, view.facts.session);
  const said = `${then}’s summary led with ${outcomeTerm(told).replace('\u00a0bp', '')} at ${probability(told.now.value)}`;
  if (probability(told.now.value) === probability(now.now.value)) return [{ sentence: `${said}: still so.` }];
  const kind = view.fed.lastTrades ? 'last trades' : 'settlement';
  return [{ sentence: `${said}: right at ${then}’s ${kind}, out of date by ${weekdayLong(view.facts.session)}’s.` }];
}
