/** One row of a file of calls, read cell by cell: the call's facts, or the reason why it cannot be read. */
import type { Day } from '../../calendar/day.ts';
import type { CallBasis, CallFacts, CallValue } from '../../metrics/calls.ts';
import { defaultBaseDate, horizonDay } from '../../metrics/calls-horizon.ts';
import { callValueFrom, horizonFrom, linkFrom, noteDateFrom, oneLine, returnOf } from '../../metrics/calls-words.ts';
import type { ImportedCall } from '../call-import.ts';

/** What the cells of a row may hold. */
export const CELL_NAMES = [
  'call',
  'firm',
  'people',
  'index',
  'level',
  'returnPct',
  'basis',
  'baseDate',
  'baseClose',
  'year',
  'horizon',
  'noteDate',
  'approximate',
  'variant',
  'view',
  'supersedes',
  'withdrawnOn',
  'publisher',
  'link',
  'quote',
  'remark',
] as const;
export type CellName = (typeof CELL_NAMES)[number];

/** The cells of a row; empty where the file has no such column. */
export type Cells = Readonly<Record<CellName, string>>;

const INDEXES: Readonly<Record<string, string>> = {
  rut: 'RUT',
  r2k: 'RUT',
  'russell 2000': 'RUT',
  gspc: 'GSPC',
  spx: 'GSPC',
  's&p 500': 'GSPC',
  sp500: 'GSPC',
};
const BASES: Readonly<Record<string, CallBasis>> = {
  '': 'unknown',
  price: 'price',
  total: 'total',
  unknown: 'unknown',
};
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

interface Settings {
  readonly today: Day;
  readonly index?: string;
}

/** The call of one row, or why there is none; the words continue "line 12: …". */
export function callFrom(cells: Cells, { today, index: assumed }: Settings): Omit<ImportedCall, 'line'> | string {
  if (cells.withdrawnOn !== '') return 'was withdrawn, and is not imported';
  const firm = oneLine(cells.firm, 60);
  if (!/[\p{L}\p{N}]/u.test(firm)) return 'names no firm';
  const index = cells.index === '' ? assumed : INDEXES[cells.index.toLowerCase().replace(/^\^/, '')];
  if (index === undefined) return cells.index === '' ? 'names no index' : `${shown(cells.index)} is no index kept here`;
  const note = noteDateFrom(cells.noteDate, today);
  if (note === undefined) return `${shown(cells.noteDate)} is no day such as 2024-01-12, nor a month such as 2024-01`;
  if (note === 'after-today') return `${shown(cells.noteDate)} lies after today`;
  const value = valueOfRow(cells);
  if (typeof value === 'string') return value;
  const stated = cells.horizon === '' ? cells.year : cells.horizon;
  const horizon = horizonFrom(stated, note.day);
  if (!horizon) return `${shown(stated)} is no horizon such as 12m or year-end 2026`;
  if (horizonDay({ horizon, noteDate: note.day }) <= note.day) return 'is due before it was said';
  const base = baseOf(cells, defaultBaseDate({ value, horizon, noteDate: note.day }));
  if (typeof base === 'string') return base;
  const rest = describedBy(cells, firm);
  if (typeof rest === 'string') return rest;
  const noteDateApproximate = note.approximate || /^(?:yes|true|1)$/i.test(cells.approximate);
  const facts = { firm, index, value, ...base, horizon, noteDate: note.day, noteDateApproximate, ...rest };
  return { facts, ...numbersOf(cells) };
}

type Described = Pick<CallFacts, 'people' | 'basis' | 'variant' | 'view' | 'source' | 'remark'>;

/** Everything that needs no other cell: people, basis, source, words. */
function describedBy(cells: Cells, firm: string): Described | string {
  const link = linkFrom(cells.link);
  if (link === undefined) return `${shown(cells.link)} is no link; without a source a call cannot be scored`;
  const basis = BASES[cells.basis.toLowerCase()];
  if (basis === undefined) return `${shown(cells.basis)} is no basis: price, total or unknown`;
  const [quote, remark, publisher] = [oneLine(cells.quote), oneLine(cells.remark), oneLine(cells.publisher, 60)];
  const people = cells.people.split(/[;|]/).map((name) => oneLine(name, 60));
  return {
    people: people.filter((name) => name !== ''),
    basis,
    variant: oneLine(cells.variant, 40),
    view: /bottom-up|consensus/i.test(`${cells.view} ${firm}`) ? 'bottom-up' : 'strategist',
    source: { link, publisher: publisher === '' ? `${firm} note` : publisher, ...(quote !== '' && { quote }) },
    ...(remark !== '' && { remark }),
  };
}

function valueOfRow({ level, returnPct }: Cells): CallValue | string {
  if (level !== '' && returnPct !== '') return 'gives both a level and a return; one call is one of them';
  if (level !== '')
    return callValueFrom(level) ?? `${shown(level)} is no level such as 2400 and no return such as +15%`;
  if (returnPct === '') return 'gives neither a level nor a return';
  const percent = returnPct.replaceAll('\u2212', '-').replace(/\s*%$/, '');
  const value = NUMBER.test(percent) ? returnOf(Number(percent)) : undefined;
  return value ?? `${shown(returnPct)} is no return in per cent`;
}

function baseOf(cells: Cells, rule: Day): { readonly baseDate: Day; readonly baseClose?: number } | string {
  const given = cells.baseDate === '' ? undefined : noteDateFrom(cells.baseDate, '2100-12-31');
  if (cells.baseDate !== '' && (given === undefined || given === 'after-today' || given.approximate)) {
    return `${shown(cells.baseDate)} is no base date`;
  }
  const baseDate = typeof given === 'object' ? given.day : rule;
  if (cells.baseClose === '') return { baseDate };
  const close = callValueFrom(cells.baseClose);
  return close?.kind === 'level' ? { baseDate, baseClose: close.level } : `${shown(cells.baseClose)} is no base close`;
}

/** The numbers a call and the one it restates had in the ledger the file came from. */
function numbersOf({ call, supersedes }: Cells): Pick<ImportedCall, 'fileCall' | 'fileSupersedes'> {
  const number = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);
  const [fileCall, fileSupersedes] = [number(call), number(supersedes)];
  return { ...(fileCall !== undefined && { fileCall }), ...(fileSupersedes !== undefined && { fileSupersedes }) };
}

function shown(cell: string): string {
  const word = oneLine(cell.replaceAll('`', ' '), 40);
  return word === '' ? 'an empty cell' : `\`${word}\``;
}
