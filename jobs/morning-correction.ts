/** The last summary against today's data: which prices behind it changed since, and the edit that says so. It posts nothing. */
import { newYorkTime } from '../src/calendar/day.ts';
import { probability, sessionDate } from '../src/messages/format.ts';
import type { Message } from '../src/messages/message.ts';
import { morningMessage } from '../src/messages/morning.ts';
import { type ChangedFigure, type ChangedPrice, correctedMorning, linesOf } from '../src/messages/morning-corrected.ts';
import { meetingWords, outcomeTerm } from '../src/messages/morning-words.ts';
import { type LeadItem, type MorningView, toldLike } from '../src/metrics/morning.ts';
import type { ReceiptSource } from '../src/metrics/receipt.ts';
import { inputsOf, type MorningSnapshot, priceKindOf, publishersOf } from './morning-snapshot.ts';

export interface Correcting {
  /** The last summary as today's data would write it. */
  readonly before: MorningView;
  readonly told: MorningSnapshot;
  readonly now: Temporal.Instant;
}

/** Lead and note of the correction; undefined when every printed figure still stands. */
export function correctionOf({ before, told, now }: Correcting): { lead: Message; note: Message } | undefined {
  const view = toldLike(before, told.kinds.filter(isKind), told.quiet);
  if (told.lines.length === 0 || view.lines.length !== told.kinds.length) return undefined;
  const changes = changedPrices(view, told, now);
  const command = `/capwatch morning asof ${view.facts.session}`;
  const after = morningMessage(view, { command, parts: [] });
  const { header, lines: written } = linesOf(after.blocks);
  // A warning of then stays as it was told, whether or not its source has come back.
  const lines = [...written, ...told.lines.slice(written.length)].slice(0, told.lines.length);
  if (changes.length === 0 || lines.every((line, index) => isSame(line, told.lines[index]))) return undefined;
  const { day, time } = newYorkTime(now);
  const at = `${sessionDate(day)}, ${time} ET`;
  const stands = header === told.header;
  return correctedMorning({
    before: told,
    after,
    lines,
    changes,
    figures: changedOdds(view, told),
    stands,
    at,
    command,
  });
}

const KINDS: readonly string[] = ['decision', 'fed', 'gap', 'record', 'move', 'yield'] satisfies LeadItem['kind'][];

function isKind(kind: string): kind is LeadItem['kind'] {
  return KINDS.includes(kind);
}

/** A line that lost only its mark of last trades says the same. */
function isSame(line: string, told: string | undefined): boolean {
  return line.replaceAll(' †', '') === told?.replaceAll(' †', '');
}

/** Smaller differences are the noise of two sources' decimals. */
const TOLERANCE: Readonly<Record<ChangedPrice['kind'], number>> = { close: 0.005, futures: 0.0005, yield: 0.0005 };

/** Every price or rate that entered the figures then and is another one now. */
function changedPrices(view: MorningView, told: MorningSnapshot, at: Temporal.Instant): ChangedPrice[] {
  const now = inputsOf(view.numbers);
  const all = Object.entries(told.inputs).flatMap(([key, was]) => {
    const [, series = '', day = ''] = /^(.+) (\d{4}-\d{2}-\d{2}) /.exec(key) ?? [];
    const value = now[key];
    const kind = kindOf(series, view);
    if (kind === undefined || value === undefined || Math.abs(value - was) < TOLERANCE[kind]) return [];
    return [
      { kind, name: nameOf(series, view), day, was, now: value, ...circumstances({ kind, series, at }, view, told) },
    ];
  });
  return [...new Map(all.map((change) => [`${change.name} ${change.day}`, change])).values()];
}

function kindOf(series: string, { facts }: MorningView): ChangedPrice['kind'] | undefined {
  if (/^ZQ[A-Z]\d\d$/.test(series)) return 'futures';
  if (facts.twoYear.ok && series === facts.twoYear.value.symbol) return 'yield';
  return pricesOf(series, { facts }) ? 'close' : undefined;
}

function pricesOf(symbol: string, { facts }: Pick<MorningView, 'facts'>) {
  if (!facts.prices.ok) return undefined;
  const { subject, benchmark } = facts.prices.value;
  return [subject, benchmark].find((one) => one.symbol === symbol);
}

function nameOf(series: string, view: MorningView): string {
  return pricesOf(series, view)?.name ?? (series.startsWith('ZQ') ? series : 'two-year');
}

/** Whose value it is now and was then, what kind of price, and when it was read where that was after the summary. */
function circumstances(
  { kind, series, at }: { readonly kind: ChangedPrice['kind']; readonly series: string; readonly at: Temporal.Instant },
  view: MorningView,
  told: MorningSnapshot,
): Pick<ChangedPrice, 'publisher' | 'priceKind' | 'readAt'> {
  const key = kind === 'futures' ? 'ZQ' : series;
  const publisher = publishersOf(view)[key] ?? '';
  const read = readAt(sourceOf(kind, series, view)?.fetchedAt, told.at, at);
  return {
    publisher: { was: told.publishers[key] ?? publisher, now: publisher },
    ...(kind === 'futures' && { priceKind: { was: told.priceKind, now: priceKindOf(view) } }),
    ...(read !== undefined && { readAt: read }),
  };
}

function sourceOf(kind: ChangedPrice['kind'], series: string, view: MorningView): ReceiptSource | undefined {
  const { fed, twoYear } = view.facts;
  if (kind === 'close') return pricesOf(series, view)?.source;
  if (kind === 'yield') return twoYear.ok ? twoYear.value.source : undefined;
  return fed.ok ? fed.value.futures.source : undefined;
}

/** Read between the two summaries; a replay’s file may have been written long after both. */
function readAt(fetchedAt: string | undefined, told: string, now: Temporal.Instant): string | undefined {
  if (fetchedAt === undefined || fetchedAt === '' || told === '') return undefined;
  const read = Temporal.Instant.from(fetchedAt);
  const between = [Temporal.Instant.from(told), read, now].every(
    (one, index, all) => index === 0 || Temporal.Instant.compare(all[index - 1] ?? one, one) <= 0,
  );
  if (!between) return undefined;
  const { day, time } = newYorkTime(read);
  return `${sessionDate(day)}, ${time} ET`;
}

/** Odds that print differently now, the one the lead speaks of first. */
function changedOdds({ fed }: MorningView, told: MorningSnapshot): ChangedFigure[] {
  if (!fed) return [];
  const byWord = fed.sized ? fed.outcomes : fed.outcomes.toSorted((a) => (a.word === fed.direction ? -1 : 1));
  return byWord.flatMap((outcome) => {
    const was = told.numbers[outcome.now.id];
    if (typeof was !== 'number' || probability(was) === probability(outcome.now.value)) return [];
    const name = `${outcomeTerm(outcome)} ${meetingWords(fed)}`;
    return [{ name, was: probability(was), now: probability(outcome.now.value) }];
  });
}
