/** A morning lead whose numbers proved wrong: the old ones struck, the new ones bold, and why. Pure. */
import type { KnownBlock } from '@slack/types';
import type { Day } from '../calendar/day.ts';
import { shortContract } from '../metrics/morning-fed.ts';
import { struck } from './alert-strike.ts';
import { actions, BUTTONS, context, header, LIMITS, section } from './blocks.ts';
import { capital, escapeText, level, sessionDate, weekdayDate } from './format.ts';
import type { Message } from './message.ts';
import { DAGGER, yieldWords } from './morning-words.ts';

/** A price or rate that is another one now than it was for the summary. */
export interface ChangedPrice {
  readonly kind: 'close' | 'futures' | 'yield';
  /** "Russell 2000", "ZQJ24", "two-year". */
  readonly name: string;
  readonly day: Day;
  readonly was: number;
  readonly now: number;
  /** Who published it then and now. */
  readonly publisher: { readonly was: string; readonly now: string };
  /** Futures: "last trade" then, "settlement" now. */
  readonly priceKind?: { readonly was: string; readonly now: string };
  /** "Mon 22 Jan 2024, 18:05 ET", where the new value was read after the summary went out. */
  readonly readAt?: string;
}

/** A printed figure that changed: "cut by 20 Mar", "42.6%", "43.2%". */
export interface ChangedFigure {
  readonly name: string;
  readonly was: string;
  readonly now: string;
}

export interface MorningCorrection {
  /** Header and lines as they were posted. */
  readonly before: { readonly header: string; readonly lines: readonly string[] };
  /** The lead written again from today's data, its lines in the order they were posted in. */
  readonly after: Message;
  readonly lines: readonly string[];
  readonly changes: readonly ChangedPrice[];
  /** Odds that print differently now, the one spoken of first. */
  readonly figures: readonly ChangedFigure[];
  /** True when the headline says the same as before. */
  readonly stands: boolean;
  /** "Tue 23 Jan 2024, 07:00 ET". */
  readonly at: string;
  readonly command: string;
}

/** The edited lead and the one note for its thread. */
export function correctedMorning(correction: MorningCorrection): { readonly lead: Message; readonly note: Message } {
  const { after, before, at, command, stands } = correction;
  const lines = correction.lines.map((line, index) => struck(markedLike(before.lines[index] ?? '', line), line));
  const title = titleWords(correction);
  const why = causeWords(correction);
  const verdict = stands ? ' The lead stands.' : '';
  const lead: Message = {
    text: fallback(`${title}. ${capital(why)}.${verdict}`),
    blocks: [
      header(title),
      section(...lines),
      section(`*Why:* ${escapeText(`${why}.${verdict}`)}`),
      context(`*Corrected* ${escapeText(at)} · the summary of ${escapeText(sessionDate(after.asOf))}`),
      actions(BUTTONS.receipts(command)),
    ],
    charts: [],
    numbers: after.numbers,
    asOf: after.asOf,
  };
  return { lead, note: noteOf(correction, why, verdict) };
}

/** The old line with the mark of last trades only where the new one has it: the mark is no figure. */
function markedLike(before: string, after: string): string {
  return after.endsWith(DAGGER) ? before : before.replace(DAGGER, '');
}

function noteOf(correction: MorningCorrection, why: string, verdict: string): Message {
  const { after, at } = correction;
  const changed = changedFigures(correction);
  const plain = changed.map(({ name, was, now }) => `${name} ${now}, not ${was}`).join('; ');
  const marked = changed.map(({ name, was, now }) => `${escapeText(name)} ${was} → *${now}*`).join('; ');
  return {
    text: fallback(`Correction: ${plain}. Cause: ${why}.${verdict}`),
    blocks: [
      section(`*Correction.* ${marked}. ${escapeText(`Cause: ${why}.${verdict}`)}`),
      context(escapeText(`Answers given in this thread before ${at} used the old figures.`)),
    ],
    charts: [],
    numbers: [],
    asOf: after.asOf,
  };
}

const MOST_TOLD = 3;

/** Closes and yields by themselves; odds instead of the contracts behind them, which nobody reads. */
function changedFigures({ changes, figures }: MorningCorrection): ChangedFigure[] {
  const own = changes.filter(({ kind }) => kind !== 'futures').map(priceFigure);
  const all = [...own, ...figures];
  return (all.length > 0 ? all : changes.map(priceFigure)).slice(0, MOST_TOLD);
}

function priceFigure(change: ChangedPrice): ChangedFigure {
  return { name: priceName(change), was: printed(change, change.was), now: printed(change, change.now) };
}

function priceName({ kind, name, priceKind }: ChangedPrice): string {
  if (kind === 'close') return `${name} close`;
  return kind === 'yield' ? `${name} yield` : `${shortContract(name)} ${priceKind?.now ?? 'price'}`;
}

function printed({ kind }: ChangedPrice, value: number): string {
  if (kind === 'close') return level(value);
  return kind === 'yield' ? yieldWords(value) : String(Number(value.toFixed(4)));
}

/** "Corrected: Russell 2000 1,944.39 on Fri 19 Jan, not 1,939.30"; for futures the odds they make. */
function titleWords(correction: MorningCorrection): string {
  const { changes, after } = correction;
  const [first] = changedFigures(correction);
  const day = changes.find(({ kind }) => kind !== 'futures')?.day ?? after.asOf;
  if (!first) return `Corrected: the summary of ${weekdayDate(after.asOf)}`;
  const name = first.name.replace(/ close$/, '');
  const full = `Corrected: ${name} ${first.now} on ${weekdayDate(day)}, not ${first.was}`;
  return full.length <= LIMITS.headline ? full : `Corrected: ${name} ${first.now}, not ${first.was}`;
}

/** What changed, at whose hand, and when it was read; that of the session first. */
function causeWords({ changes, after }: MorningCorrection): string {
  const told = changes.toSorted((a, b) => Number(b.day === after.asOf) - Number(a.day === after.asOf));
  const futures = Map.groupBy(
    told.filter(({ kind }) => kind === 'futures'),
    ({ day }) => day,
  );
  const causes = [
    ...told.filter(({ kind }) => kind !== 'futures').map(changeWords),
    ...[...futures.values()].map(futuresWords),
  ];
  const more = causes.length > MOST_TOLD ? ['earlier days too'] : [];
  return [...causes.slice(0, MOST_TOLD), ...more].join('; ');
}

function changeWords(change: ChangedPrice): string {
  const { day, publisher } = change;
  const [was, now] = [printed(change, change.was), printed(change, change.now)];
  const name = priceName(change);
  return publisher.was === publisher.now
    ? `${publisher.now} changed the ${name} of ${weekdayDate(day)} from ${was} to ${now}${readWords(change)}`
    : `the ${name} of ${weekdayDate(day)} is ${now} at ${publisher.now}, was ${was} at ${publisher.was}${readWords(change)}`;
}

/** "CME’s settlements of Mon 22 Jan take the place of last trades (ZQG4 94.675 for 94.68)": the contracts of one day. */
function futuresWords(changes: readonly ChangedPrice[]): string {
  const [first] = changes;
  if (!first) return '';
  const { day, publisher, priceKind } = first;
  const pairs = changes.map(
    (one) => `${shortContract(one.name)} ${printed(one, one.now)} for ${printed(one, one.was)}`,
  );
  const who = publisher.now.replace(/ prices$/, '');
  const [was, now] = [priceKind?.was ?? 'price', priceKind?.now ?? 'price'].map((kind) => `${kind}s`);
  const what =
    was === now
      ? `${who} changed the ${now} of ${weekdayDate(day)}`
      : `${who}’s ${now} of ${weekdayDate(day)} take the place of ${was}`;
  return `${what} (${pairs.join(', ')})${readWords(first)}`;
}

function readWords({ readAt }: ChangedPrice): string {
  return readAt === undefined ? '' : `, read ${readAt}`;
}

/** Cut at a word, never inside an entity. */
function fallback(text: string): string {
  const escaped = escapeText(text);
  return escaped.length <= LIMITS.fallback ? escaped : escaped.slice(0, escaped.lastIndexOf(' ', LIMITS.fallback));
}

/** Header and section lines of a lead; the sections still escaped. */
export function linesOf(blocks: Message['blocks']): { readonly header: string; readonly lines: string[] } {
  const plain = blocks.filter((block): block is KnownBlock => block.type !== 'chart');
  const title = plain.find((block) => block.type === 'header');
  const lines = plain.flatMap((block) => (block.type === 'section' ? (block.text?.text ?? '').split('\n') : []));
  return { header: title?.type === 'header' ? title.text.text : '', lines };
}
