/** Keeps final closes for good: once stored a close never changes, except by a restatement that says so. It asks nobody. */
import { z } from 'zod';
import type { Day } from '../calendar/day.ts';
import type { SessionNote } from '../metrics/series.ts';
import type { Chosen, ChosenBar } from './chain.ts';
import type { KeyValueStore } from './key-value.ts';
import type { MarketSymbol } from './market.ts';

const Bar = z.object({
  date: z.string(),
  close: z.number().positive(),
  high: z.number().positive().optional(),
  low: z.number().positive().optional(),
  publisher: z.string(),
});
type ArchivedBar = Readonly<z.infer<typeof Bar>>;

const Restated = z.object({
  date: z.string(),
  was: z.object({ publisher: z.string(), close: z.number() }),
  now: z.object({ publisher: z.string(), close: z.number() }),
  at: z.string(),
  /** False: seen and kept in mind, the old close still stands. */
  applied: z.boolean(),
});
type Restatement = Readonly<z.infer<typeof Restated>>;

const Note = z.object({
  date: z.string(),
  kind: z.enum(['provisional', 'filled', 'disputed', 'quarantined', 'restated']),
  publisher: z.string(),
  close: z.number(),
  other: z.object({ publisher: z.string(), close: z.number() }).exactOptional(),
});

const OUTCOMES = [
  'used',
  'checked',
  'unreachable',
  'rate_limited',
  'bad_response',
  'not_found',
  'not_configured',
] as const;
const Tried = z.object({ publisher: z.string(), at: z.string(), outcome: z.enum(OUTCOMES) });

const Shelf = z.object({
  fetchedAt: z.string(),
  bars: z.array(Bar),
  notes: z.array(Note),
  tried: z.array(Tried),
  restated: z.array(Restated),
});
/** Everything kept of a symbol; bars and notes ascend. */
export type Shelf = z.infer<typeof Shelf>;

export interface Archive {
  /** Everything kept of a symbol; undefined before the first time. */
  read(symbol: MarketSymbol): Promise<Shelf | undefined>;
  /**
   * Adds bars nobody will correct any more. A kept close that differs now stays, unless the new one is agreed on by two
   * sources or the exchange's own; either way the restatement is recorded. Resolves true, and adds nothing, when most
   * kept closes moved by one factor: a split, after which only `replace` makes sense.
   */
  add(symbol: MarketSymbol, chosen: Chosen, at: string): Promise<boolean>;
  /** Puts a whole new history in the place of the old one, as an explicit restatement of every close that differs. */
  replace(symbol: MarketSymbol, chosen: Chosen, at: string): Promise<void>;
}

/** Closes are published to a cent; below that two of them are the same. */
const SAME = 0.0051;

/** An archive over a store: one text a symbol, held in memory once read. */
export function createArchive(store: KeyValueStore): Archive {
  const shelves = new Map<MarketSymbol, Promise<Shelf | undefined>>();
  const read = (symbol: MarketSymbol) => {
    const shelf = shelves.get(symbol) ?? store.get(keyOf(symbol)).then(parsedShelf);
    shelves.set(symbol, shelf);
    return shelf;
  };
  const write = async (symbol: MarketSymbol, shelf: Shelf) => {
    await store.set(keyOf(symbol), JSON.stringify(shelf));
    shelves.set(symbol, Promise.resolve(shelf));
  };
  return {
    read,
    async add(symbol, chosen, at) {
      const shelf = (await read(symbol)) ?? { fetchedAt: at, bars: [], notes: [], tried: [], restated: [] };
      const held = new Map(shelf.bars.map((bar) => [bar.date, bar]));
      const compared = chosen.bars.filter(({ date }) => held.has(date)).length;
      const changed = chosen.bars.flatMap((bar) => restatement(held.get(bar.date), bar, at));
      if (isSplit(changed, compared)) return true;
      for (const bar of chosen.bars) if (!held.has(bar.date)) held.set(bar.date, archived(bar));
      for (const { date, now, applied } of changed) if (applied) held.set(date, { date, ...now });
      const restated = [...shelf.restated, ...changed.filter((one) => !isKnown(shelf.restated, one))];
      const notes = mergedNotes(shelf.notes, chosen.notes, held);
      await write(symbol, { fetchedAt: at, bars: sorted(held.values()), notes, tried: [...chosen.tried], restated });
      return false;
    },
    async replace(symbol, chosen, at) {
      const shelf = await read(symbol);
      const old = new Map(shelf?.bars.map((bar) => [bar.date, bar]));
      const changed = chosen.bars.flatMap((bar) => restatement(old.get(bar.date), { ...bar, agreed: true }, at));
      const restated = [...(shelf?.restated ?? []), ...changed];
      const bars = sorted(chosen.bars.map(archived));
      await write(symbol, { fetchedAt: at, bars, notes: [...chosen.notes], tried: [...chosen.tried], restated });
    },
  };
}

function keyOf(symbol: MarketSymbol): string {
  return `bars/${symbol}`;
}

/** What was written by this program and cannot be read any more is a broken store, never an empty one. */
function parsedShelf(text: string | undefined): Shelf | undefined {
  return text === undefined ? undefined : Shelf.parse(JSON.parse(text));
}

function archived({ date, close, high, low, publisher }: ChosenBar): ArchivedBar {
  return { date, close, publisher, ...(high !== undefined && low !== undefined && { high, low }) };
}

function restatement(held: ArchivedBar | undefined, bar: ChosenBar, at: string): Restatement[] {
  if (held === undefined || Math.abs(held.close - bar.close) <= SAME) return [];
  const was = { publisher: held.publisher, close: held.close };
  const now = { publisher: bar.publisher, close: bar.close };
  return [{ date: bar.date, was, now, at, applied: bar.agreed }];
}

/** Three or more closes, most of those compared, that all moved by one factor away from 1. */
function isSplit(changed: readonly Restatement[], compared: number): boolean {
  if (changed.length < 3 || changed.length < compared / 2) return false;
  const factors = changed.map(({ was, now }) => now.close / was.close);
  const [first = 1] = factors;
  return Math.abs(first - 1) > 0.05 && factors.every((factor) => Math.abs(factor / first - 1) < 0.005);
}

function isKnown(restated: readonly Restatement[], one: Restatement): boolean {
  return restated.some(
    ({ date, now, applied }) => date === one.date && now.close === one.now.close && applied === one.applied,
  );
}

/** What was said of a session stays said; a quarantine ends when the session has a close. */
function mergedNotes(
  old: readonly SessionNote[],
  fresh: readonly SessionNote[],
  held: ReadonlyMap<Day, ArchivedBar>,
): SessionNote[] {
  const kept = old.filter(
    ({ date, kind }) =>
      !fresh.some((note) => note.date === date && note.kind === kind) && !(kind === 'quarantined' && held.has(date)),
  );
  return sorted([...kept, ...fresh]);
}

function sorted<T extends { readonly date: Day }>(dated: Iterable<T>): T[] {
  return [...dated].sort((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)));
}
