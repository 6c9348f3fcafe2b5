/** Which close of a session counts: sources in order for one instrument, a second opinion, disputes kept. It stores nothing. */
import { type Day, newYorkTime } from '../calendar/day.ts';
import { lastCompletedSession, sessionsIn } from '../calendar/nyse.ts';
import { CapwatchError } from '../errors.ts';
import type { Attempt } from '../metrics/receipt.ts';
import type { SessionNote } from '../metrics/series.ts';
import { SYMBOLS } from './market.ts';
import type { BarProvider, BarQuery, DailyBar, DailyBars } from './provider.ts';
import type { Requester } from './requester.ts';
import { exchangeFileDue } from './session-time.ts';

/** Two closes of one session further apart than this are a dispute: both are kept. */
const DISPUTE = 0.001;
/** A move from one session to the next beyond this is not believed until a second source has it too. */
const IMPLAUSIBLE = { index: 0.15, etf: 0.2 } as const;

export interface ChosenBar extends DailyBar {
  readonly publisher: string;
  /** A second source has this close too, within 0.10%, or it is the exchange's own. */
  readonly agreed: boolean;
}

export interface Chosen {
  /** Ascending, one a session; sessions nobody has, and quarantined ones, are not there. */
  readonly bars: readonly ChosenBar[];
  readonly notes: readonly SessionNote[];
  readonly tried: readonly Attempt[];
  /** Why there is not a single bar: the first failure, with everybody tried in its sentence. */
  readonly failure?: CapwatchError;
}

export interface ChainParts {
  /** In order of preference. Only those that cover the instrument are asked: an ETF never stands in for an index. */
  readonly sources: readonly BarProvider[];
  readonly requester: Requester;
  readonly clock: () => Temporal.Instant;
}

/**
 * Bars of the query from the first source that answers, checked and completed by the others where that is needed: a
 * missing session, an implausible move, or the evening, when the exchange's own file is due. When none answers there
 * are no bars and a `failure`; it never throws one.
 */
export async function chooseBars(query: BarQuery, parts: ChainParts): Promise<Chosen> {
  const now = parts.clock();
  const asked = await askInOrder(query, parts, now);
  const [first, ...others] = asked.answers;
  if (first === undefined) return { bars: [], notes: [], tried: asked.tried, failure: noneAnswered(query, asked) };
  const merged = merge([first, ...others], now);
  const { kept, quarantined } = plausible(merged.bars, query);
  return { bars: kept, notes: [...merged.notes, ...quarantined].sort(byDate), tried: asked.tried };
}

interface Asked {
  readonly answers: readonly Answered[];
  readonly tried: readonly Attempt[];
  readonly failures: readonly CapwatchError[];
}

interface Answered extends DailyBars {
  readonly exchange: boolean;
}

async function askInOrder(
  query: BarQuery,
  { sources, requester, clock }: ChainParts,
  now: Temporal.Instant,
): Promise<Asked> {
  const answers: Answered[] = [];
  const tried: Attempt[] = [];
  const failures: CapwatchError[] = [];
  for (const source of sources) {
    const { publisher, standing } = source.card;
    if (!source.covers(query.symbol, query.basis) || requester.isOff(source.card)) continue;
    if (answers.length > 0 && !wantsOpinion(answers, query, { exchange: standing === 'exchange', now })) continue;
    const at = () => clock().toString({ smallestUnit: 'second' });
    try {
      answers.push({ ...(await requester.read(source, query)), exchange: standing === 'exchange' });
      tried.push({ publisher, at: at(), outcome: answers.length === 1 ? 'used' : 'checked' });
    } catch (error) {
      // One of the three places that catch: the next source is asked, whatever this one said. Symbols come from
      // Capwatch's own table, so even "not found" is this publisher's matter and not the person's.
      if (!(error instanceof CapwatchError) || error.kind === 'invalid_input') throw error;
      failures.push(error);
      tried.push({ publisher, at: at(), outcome: error.kind });
    }
  }
  return { answers, tried, failures };
}

/** Whether what has come so far needs another source: a hole, an unbelieved move, or the exchange's file is out. */
function wantsOpinion(
  answers: readonly Answered[],
  query: BarQuery,
  { exchange, now }: { readonly exchange: boolean; readonly now: Temporal.Instant },
): boolean {
  const latest = lastSessionOf(query, now);
  if (exchange && exchangeFileDue(latest, now)) return true;
  const { bars } = merge(answers, now);
  return missingSessions(bars, query, latest).length > 0 || plausible(bars, query).quarantined.length > 0;
}

function lastSessionOf({ to }: BarQuery, now: Temporal.Instant): Day {
  const completed = lastCompletedSession(now);
  return to < completed ? to : completed;
}

/** A symbol may be younger than the span asked for, so only sessions after the first bar can be missing. */
function missingSessions(bars: readonly DailyBar[], query: BarQuery, latest: Day): Day[] {
  const held = new Set(bars.map(({ date }) => date));
  const first = bars[0]?.date ?? query.from;
  const from = first > query.from ? first : query.from;
  return sessionsIn(from, latest).filter((day) => !held.has(day));
}

/** One bar a session: the first source's, or the exchange's where they differ and its file is due. */
function merge(answers: readonly Answered[], now: Temporal.Instant): Pick<Chosen, 'bars' | 'notes'> {
  const sessions = new Map<Day, readonly Candidate[]>();
  for (const { bars, source, exchange } of answers) {
    for (const bar of bars) {
      const candidate = { bar, publisher: source.publisher, exchange, first: source === answers[0]?.source };
      sessions.set(bar.date, [...(sessions.get(bar.date) ?? []), candidate]);
    }
  }
  const chosen = [...sessions.values()].map((candidates) => choice(candidates, now));
  return {
    bars: chosen.map(({ bar }) => bar).sort(byDate),
    notes: chosen.flatMap(({ notes }) => notes).sort(byDate),
  };
}

interface Candidate {
  readonly bar: DailyBar;
  readonly publisher: string;
  readonly exchange: boolean;
  readonly first: boolean;
}

function choice(candidates: readonly Candidate[], now: Temporal.Instant): { bar: ChosenBar; notes: SessionNote[] } {
  const [preferred] = candidates;
  if (preferred === undefined) throw new RangeError('a session without a candidate');
  const { date } = preferred.bar;
  const apart = (one: Candidate, other: Candidate) => Math.abs(one.bar.close / other.bar.close - 1) > DISPUTE;
  const disagreeing = candidates.find((candidate) => apart(preferred, candidate));
  const exchange = exchangeFileDue(date, now) ? candidates.find((candidate) => candidate.exchange) : undefined;
  const used = disagreeing === undefined ? preferred : (exchange ?? preferred);
  const { bar, publisher } = used;
  const agreed = used.exchange || candidates.some((candidate) => candidate !== used && !apart(used, candidate));
  const note = { date, publisher, close: bar.close };
  const other = used === preferred ? disagreeing : preferred;
  const notes: SessionNote[] = [];
  if (!bar.final) notes.push({ ...note, kind: 'provisional' });
  if (!preferred.first) notes.push({ ...note, kind: 'filled' });
  if (disagreeing && other) {
    notes.push({ ...note, kind: 'disputed', other: { publisher: other.publisher, close: other.bar.close } });
  }
  return { bar: { ...bar, publisher, agreed }, notes };
}

/** Takes out closes that jump from the one before without a second source; the next close is held against the one kept. */
function plausible(
  bars: readonly ChosenBar[],
  { symbol }: BarQuery,
): { readonly kept: readonly ChosenBar[]; readonly quarantined: readonly SessionNote[] } {
  const kept: ChosenBar[] = [];
  const quarantined: SessionNote[] = [];
  for (const bar of bars) {
    const before = kept.at(-1);
    const move = before === undefined ? 0 : Math.abs(bar.close / before.close - 1);
    // History has such days, and every source that holds them is the second to the day's newspapers.
    const believed = bar.agreed || move <= IMPLAUSIBLE[SYMBOLS[symbol].kind] || HISTORIC.has(bar.date);
    if (believed) kept.push(bar);
    else quarantined.push({ date: bar.date, kind: 'quarantined', publisher: bar.publisher, close: bar.close });
  }
  return { kept, quarantined };
}

/** Sessions on which an index did move that far: 19 Oct 1987 (S&P 500 −20.5%). */
const HISTORIC: ReadonlySet<Day> = new Set(['1987-10-19']);

function byDate(one: { readonly date: Day }, other: { readonly date: Day }): number {
  return one.date < other.date ? -1 : Number(one.date > other.date);
}

/** The first failure leads; the sentence names everybody tried and when. */
function noneAnswered({ symbol }: BarQuery, { failures, tried }: Asked): CapwatchError {
  const { name } = SYMBOLS[symbol];
  const [first] = failures;
  if (first === undefined) {
    return new CapwatchError('not_configured', `No live source of ${name} is switched on.`, { source: name });
  }
  const last = tried.at(-1)?.at;
  const time = last === undefined ? '' : ` at ${newYorkTime(Temporal.Instant.from(last)).time} ET`;
  const names = tried.map(({ publisher }) => publisher).join(', ');
  const { retryAfterSeconds } = first.details;
  return new CapwatchError(first.kind, `No source of ${name} answered; tried ${names}${time}.`, {
    source: names,
    cause: first,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  });
}
