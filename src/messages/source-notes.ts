/** What a reader must know of where the latest closes come from: filled, disputed, left out, restated. Pure. */
import { newYorkTime } from '../calendar/day.ts';
import { assertNever } from '../errors.ts';
import type { ReceiptSource } from '../metrics/receipt.ts';
import type { PriceSeries, SessionNote } from '../metrics/series.ts';
import { level, percent, weekdayDate } from './format.ts';
import { seriesName } from './words.ts';

/** Sessions back from the end of a series whose notes are still news; older ones stay under Receipts. */
const RECENT = 5;
const MOST = 2;

/** Sentences about the last sessions of the series, newest first, at most two; a dispute begins with `:warning:`. */
export function sourceNotes(series: readonly PriceSeries[]): string[] {
  const recent = series.flatMap((one) => {
    const from = one.dates.at(-RECENT) ?? one.dates[0] ?? '';
    return (one.notes ?? []).filter(({ date }) => date >= from).map((note) => ({ one, note }));
  });
  const newestFirst = recent.sort((a, b) => (a.note.date < b.note.date ? 1 : -1));
  return newestFirst.map(({ one, note }) => sentence(seriesName(one), note, one.source)).slice(0, MOST);
}

/** Whether the close of `session` in one of the series is not final yet. */
export function isProvisional(series: readonly PriceSeries[], session: string): boolean {
  return series.some(({ notes }) => notes?.some(({ kind, date }) => kind === 'provisional' && date === session));
}

/** "Yahoo Finance, Cboe tried 16:45 ET": who was asked for a close that is not there; undefined when nobody was. */
export function triedWords(sources: readonly ReceiptSource[]): string | undefined {
  const tried = sources.flatMap((source) => source.tried ?? []).filter(({ outcome }) => outcome !== 'not_configured');
  const last = tried
    .map(({ at }) => at)
    .sort()
    .at(-1);
  if (last === undefined) return undefined;
  const names = [...new Set(tried.map(({ publisher }) => publisher))].join(', ');
  return `${names} tried ${newYorkTime(Temporal.Instant.from(last)).time} ET`;
}

function sentence(name: string, note: SessionNote, source: ReceiptSource): string {
  const where = `${name}, ${weekdayDate(note.date)}`;
  const used = `${note.publisher} ${level(note.close)}`;
  const other = note.other && `${note.other.publisher} ${level(note.other.close)}`;
  switch (note.kind) {
    case 'provisional':
      return `${where}: the close is not final yet.`;
    case 'filled':
      return `${where}: close from ${note.publisher}, ${lacking(note, source)}.`;
    case 'disputed':
      return `:warning: ${where}: ${used}, ${other}, ${apart(note)} apart; ${note.publisher} is used${reason(note)}.`;
    case 'quarantined':
      return `:warning: ${where}: ${used} left out, no second source has so large a move.`;
    case 'restated':
      return `${where}: restated from ${other} to ${used}.`;
    default:
      return assertNever(note.kind);
  }
}

/** Who answered without the session, or did not answer at all. */
function lacking({ publisher }: SessionNote, { tried = [] }: ReceiptSource): string {
  const [first] = tried.filter((one) => one.publisher !== publisher);
  return first === undefined ? 'no other source has it' : `${first.publisher} has none`;
}

function apart({ close, other }: SessionNote): string {
  return other === undefined ? '' : percent(Math.abs(close / other.close - 1)).replace('+', '');
}

function reason({ publisher }: SessionNote): string {
  return publisher === 'Cboe' ? ', the exchange’s own file' : ' until the exchange’s file is out at 18:00 ET';
}
