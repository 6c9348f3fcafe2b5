/** The ledger as rows for a CSV file: one call a row, in columns that an import reads back. Pure; cells unescaped. */
import { type CallVersion, horizonKey } from './calls.ts';

/** Column names of the export; the import knows them all. */
const CALL_COLUMNS = [
  'call',
  'version',
  'firm',
  'people',
  'index',
  'target_level',
  'expected_return_pct',
  'basis',
  'base_date',
  'base_close',
  'horizon',
  'note_date',
  'note_date_approximate',
  'variant',
  'view',
  'supersedes',
  'withdrawn_on',
  'publisher',
  'source_url',
  'quote',
  'remark',
  'entered_by',
  'entered_at',
] as const;

/** Header and one row per version given. */
export function callTable(versions: readonly CallVersion[]): string[][] {
  return [[...CALL_COLUMNS], ...versions.map(callCells)];
}

function callCells(one: CallVersion): string[] {
  const { value, source } = one;
  return [
    String(one.call),
    String(one.version),
    one.firm,
    one.people.join('; '),
    one.index,
    value.kind === 'level' ? String(value.level) : '',
    value.kind === 'return' ? percentText(value.fraction) : '',
    one.basis,
    one.baseDate,
    one.baseClose === undefined ? '' : String(one.baseClose),
    horizonCell(one),
    one.noteDate,
    one.noteDateApproximate ? 'yes' : '',
    one.variant,
    one.view,
    one.supersedes === undefined ? '' : String(one.supersedes),
    one.withdrawnOn ?? '',
    source.publisher,
    source.link,
    source.quote ?? '',
    one.remark ?? '',
    one.enteredBy,
    one.enteredAt,
  ];
}

/** Per cent as people type it; 12 digits hide what binary arithmetic adds (0.07 → "7", not "7.000000000000001"). */
function percentText(fraction: number): string {
  return String(Number((fraction * 100).toPrecision(12)));
}

/** A horizon as the import reads it back. */
function horizonCell({ horizon }: CallVersion): string {
  if (horizon.kind === 'second-half') return `h2 ${horizon.year}`;
  return horizon.kind === 'year-end' ? `year-end ${horizon.year}` : horizonKey(horizon);
}
