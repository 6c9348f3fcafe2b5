/** The `macro/` part of a data folder as a macro market: prints up to a day, and apart from them the latest vintage. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Day, daysBetween } from '../../calendar/day.ts';
import { CapwatchError } from '../../errors.ts';
import {
  MACRO_IDS,
  type MacroId,
  type MacroKnown,
  type MacroPoint,
  type MacroPrint,
  type MacroRevision,
} from '../../metrics/backdrop.ts';
import type { ReceiptSource } from '../../metrics/receipt.ts';
import { expectedPeriod, listedPeriod } from '../freshness.ts';
import { moneyPrint } from '../ici/weeks.ts';
import type { MacroMarket } from '../macro-market.ts';
import { eveningOf } from '../macro-schedule.ts';
import { badRow, type CsvTable, columns, fileReader, parseDay, parseNumber, quoted } from './csv.ts';
import { unlessAbsent } from './fedfunds-files.ts';
import { type FirstPrint, parseFirstPrints } from './first-prints.ts';

const PUBLISHERS: Readonly<Record<MacroId, string>> = {
  ICSA: 'Labor Dept',
  IC4WSA: 'Labor Dept',
  PERMIT: 'Census',
  RSAFS: 'Census',
  PCEC96: 'BEA',
  GDPC1: 'BEA',
  GDPNOW: 'Atlanta Fed',
  UNRATE: 'Labor Dept',
  DGS2: 'Treasury',
  DGS10: 'Treasury',
  MMF: 'ICI',
  MMF_MONTH: 'OFR',
};

/** Series that are revised: only a first print is what was known that day. */
const REVISED = ['ICSA', 'IC4WSA', 'PERMIT', 'RSAFS', 'PCEC96', 'GDPC1', 'GDPNOW', 'UNRATE'] as const;
/** Of these, what has a latest vintage; a nowcast is estimated anew, not revised. */
const REVISIONS = ['ICSA', 'IC4WSA', 'PERMIT', 'RSAFS', 'PCEC96', 'GDPC1', 'UNRATE'] as const;
/** A nowcast or a weekly total older than this is nobody's latest. */
const OLDEST_DAYS = 14;
/** Points of history a picture needs. */
const HISTORY = 60;

interface Dated {
  readonly modifiedAt: string;
  readonly points: readonly MacroPoint[];
}

export interface FolderMacroOptions {
  /** True for the bundled sample: every receipt and picture says so. */
  readonly sample?: boolean;
  /** When the files count as written; their own time by default. */
  readonly writtenAt?: string;
}

/** Economic series from a data folder: `first_prints….csv`, `DGS2.csv` and its like, `ICI_money_market_assets.csv`. */
export function createFolderMacroMarket(dir: string, options: FolderMacroOptions = {}): MacroMarket {
  const known = folderMacro(dir);
  return { macro: async (asOf) => labelled(await known.macro(asOf), options) };
}

/** The same figures with the sample's label on every source. */
function labelled(known: MacroKnown, { sample = false, writtenAt }: FolderMacroOptions): MacroKnown {
  if (!sample) return known;
  const own = <T extends { readonly source: ReceiptSource }>(one: T): T => ({
    ...one,
    source: { ...one.source, sample, fetchedAt: writtenAt ?? one.source.fetchedAt },
  });
  return {
    ...known,
    prints: known.prints.map(own),
    revisions: known.revisions.map(own),
    ...(known.revisedOnly && { revisedOnly: known.revisedOnly.map(own) }),
  };
}

function folderMacro(dir: string): MacroMarket {
  const printed = printReader(dir);
  const latest = seriesReader(dir);
  const capitalisation = fileReader({ dir, file: 'macro/SP500_market_value.csv' }, (table) =>
    points(table, 'date', 'value'),
  );
  return {
    async macro(asOf) {
      const rows = await printed();
      const [two, ten, money] = await Promise.all([latest('DGS2'), latest('DGS10'), latest('MMF')]);
      const prints = [
        ...REVISED.flatMap((id) => firstPrint(id, rows, asOf)),
        ...yieldPrint('DGS2', two, asOf),
        ...yieldPrint('DGS10', ten, asOf),
        ...moneyPrint(money, asOf),
      ];
      if (prints.length === 0) {
        const say = `There is no economic series for ${asOf}.`;
        throw new CapwatchError('not_found', say, { example: '/backdrop asof 2024-01-22' });
      }
      const printOf = (id: MacroId) => prints.find((print) => print.id === id);
      const revisions = await Promise.all(REVISIONS.map(async (id) => revision(id, await latest(id), printOf(id))));
      const unprinted = REVISIONS.filter((id) => !printOf(id));
      const revisedOnly = await Promise.all(unprinted.map(async (id) => revisedPrint(id, await latest(id), asOf)));
      const marketValue = lastValue(await unlessAbsent(capitalisation()), asOf);
      return {
        asOf,
        prints,
        revisions: revisions.flat(),
        revisedOnly: revisedOnly.flat(),
        lacking: 'no first print stored',
        ...(marketValue && { marketValue }),
      };
    },
  };
}

/** The latest vintage of a series as the folder holds it; undefined without its file. */
function seriesReader(dir: string): (id: MacroId) => Promise<Dated | undefined> {
  const series = (name: string, value: string, date = 'date') =>
    fileReader({ dir, file: `macro/${name}.csv` }, (table) => points(table, date, value));
  const files = new Map<MacroId, () => Promise<Dated>>(MACRO_IDS.map((id) => [id, series(id, 'value')]));
  files.set('MMF', series('ICI_money_market_assets', 'total_assets_bn_usd', 'week_ended'));
  return async (id) => {
    const file = files.get(id);
    return file && unlessAbsent(file());
  };
}

/** Every row of every file of first prints. */
function printReader(dir: string): () => Promise<PrintRow[]> {
  const files = new Map<string, () => Promise<PrintRow[]>>();
  const parse = (table: CsvTable) => parseFirstPrints(table).map((row) => ({ row, modifiedAt: table.modifiedAt }));
  return async () => {
    for (const name of await firstPrintFiles(dir)) {
      if (!files.has(name)) files.set(name, fileReader({ dir, file: `macro/${name}` }, parse));
    }
    const read = await Promise.all([...files.values()].map((file) => unlessAbsent(file())));
    return read.flatMap((rows) => rows ?? []);
  };
}

async function firstPrintFiles(dir: string): Promise<string[]> {
  const names = await readdir(join(dir, 'macro')).catch(() => []);
  return names.filter((name) => /^first_prints\w*\.csv$/.test(name)).sort();
}

function points(table: CsvTable, date: string, value: string): Dated {
  const column = columns(table, [date, value]);
  const read = table.rows.flatMap(({ cells, line }): MacroPoint[] => {
    const cell = cells[column[value] ?? -1] ?? '';
    const period = parseDay(cells[column[date] ?? -1] ?? '');
    if (period === undefined)
      throw badRow(table.file, line, `has ${quoted(cells[column[date] ?? -1] ?? '')} as ${date}`);
    if (cell === '' || cell === '.') return [];
    const number = parseNumber(cell);
    if (number === undefined) throw badRow(table.file, line, `has ${quoted(cell)} as ${value}`);
    return [{ period, value: number }];
  });
  return { modifiedAt: table.modifiedAt, points: read.sort((one, other) => (one.period < other.period ? -1 : 1)) };
}

interface PrintRow {
  readonly row: FirstPrint;
  readonly modifiedAt: string;
}

/** The latest first print known that day, unless the calendar says that a newer one was out. */
function firstPrint(id: MacroId, rows: readonly PrintRow[], asOf: Day): MacroPrint[] {
  const known = rows
    .filter(({ row }) => row.id === id && row.released <= asOf)
    .sort((one, other) => (order(one.row) < order(other.row) ? -1 : 1));
  const last = known.at(-1);
  if (last === undefined || isOld(id, last.row, asOf)) return [];
  const { row, modifiedAt } = last;
  const estimates = known.filter((one) => one.row.period === row.period).map((one) => one.row);
  const before = estimates.at(-2);
  const previous = row.previous ?? (before && { period: before.period, value: before.value });
  // The estimates of a quarter are told apart by the day they were made.
  const history =
    id === 'GDPNOW'
      ? estimates.map(({ released, value }) => ({ period: released, value }))
      : [...(row.previous ? [row.previous] : []), row].map(point);
  return [{ ...row, ...(previous && { previous }), history, source: source(id, modifiedAt) }];
}

/** A desk's own market value of the S&P 500, not older than two weeks. */
function lastValue(file: Dated | undefined, asOf: Day): MacroKnown['marketValue'] {
  const last = file?.points.findLast(({ period }) => period <= asOf);
  if (file === undefined || last === undefined || daysBetween(last.period, asOf) > OLDEST_DAYS) return undefined;
  const series = 'S&P 500 market value';
  return { ...last, source: { publisher: 'the desk’s own', series, fetchedAt: file.modifiedAt, sample: false } };
}

function order({ period, released }: FirstPrint): string {
  return `${period} ${released}`;
}

function isOld(id: MacroId, { period, released }: FirstPrint, asOf: Day): boolean {
  if (id === 'GDPNOW') return daysBetween(released, asOf) > OLDEST_DAYS;
  const expected = id === 'MMF' || id === 'MMF_MONTH' ? undefined : expectedPeriod(id, eveningOf(asOf));
  return expected !== undefined && period < expected;
}

/** Yields are never revised: the latest is what was known that evening. */
function yieldPrint(id: 'DGS2' | 'DGS10', file: Dated | undefined, asOf: Day): MacroPrint[] {
  const known = file?.points.filter(({ period }) => period <= asOf) ?? [];
  const [previous, last] = known.slice(-2);
  if (file === undefined || previous === undefined || last === undefined || daysBetween(last.period, asOf) > 7)
    return [];
  const history = known.slice(-HISTORY);
  return [{ ...last, id, released: last.period, previous, history, source: source(id, file.modifiedAt) }];
}

/** What the print's period is in the latest vintage; nothing where the file does not reach it. */
function revision(id: MacroId, file: Dated | undefined, print: MacroPrint | undefined): MacroRevision[] {
  const index = file?.points.findIndex(({ period }) => period === print?.period) ?? -1;
  const now = file?.points[index];
  if (file === undefined || now === undefined) return [];
  const previous = file.points[index - 1];
  const latestHistory = file.points.slice(Math.max(0, index + 1 - HISTORY), index + 1);
  return [{ ...now, id, ...(previous && { previous }), latestHistory, source: source(id, file.modifiedAt) }];
}

/** The period that should have been out by `asOf`, as the file has it now; nothing where the file does not reach it. */
function revisedPrint(id: (typeof REVISIONS)[number], file: Dated | undefined, asOf: Day): MacroPrint[] {
  const expected = listedPeriod(id, asOf) ?? expectedPeriod(id, eveningOf(asOf));
  const known = file?.points.filter(({ period }) => expected !== undefined && period <= expected) ?? [];
  const [previous, last] = known.slice(-2);
  if (!file || !previous || !last || last.period !== expected) return [];
  const history = known.slice(-HISTORY);
  return [{ ...last, id, isRevised: true, previous, history, source: source(id, file.modifiedAt) }];
}

function point({ period, value }: MacroPoint): MacroPoint {
  return { period, value };
}

function source(id: MacroId, modifiedAt: string): ReceiptSource {
  return { publisher: PUBLISHERS[id], series: id, fetchedAt: modifiedAt, sample: false };
}
