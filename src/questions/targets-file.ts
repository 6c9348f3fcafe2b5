/** The ledger as rows of a file that an import reads back: one call a row, its newest version. Pure. */
import { percentNumber } from '../messages/format.ts';
import type { CallVersion } from '../metrics/calls.ts';
import type { Horizon } from '../metrics/calls-horizon.ts';

const HEADER = [
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

/** Header and rows; `version`, `entered_by` and `entered_at` are for the reader, an import gives its own. */
export function callFileRows(calls: readonly CallVersion[]): string[][] {
  return [[...HEADER], ...calls.map((call) => HEADER.map((column) => cells(call)[column]))];
}

function cells(call: CallVersion): Record<(typeof HEADER)[number], string> {
  const { value, source } = call;
  return {
    call: String(call.call),
    version: String(call.version),
    firm: call.firm,
    people: call.people.join('; '),
    index: call.index,
    target_level: value.kind === 'level' ? String(value.level) : '',
    expected_return_pct: value.kind === 'return' ? percentNumber(value.fraction) : '',
    basis: call.basis,
    base_date: call.baseDate,
    base_close: call.baseClose === undefined ? '' : String(call.baseClose),
    horizon: horizonText(call.horizon),
    note_date: call.noteDate,
    note_date_approximate: call.noteDateApproximate ? 'yes' : '',
    variant: call.variant,
    view: call.view,
    supersedes: call.supersedes === undefined ? '' : String(call.supersedes),
    withdrawn_on: call.withdrawnOn ?? '',
    publisher: source.publisher,
    source_url: source.link,
    quote: source.quote ?? '',
    remark: call.remark ?? '',
    entered_by: call.enteredBy,
    entered_at: call.enteredAt,
  };
}

/** As an import reads it: "12m", "year-end 2026", "2026-06", "h2 2026". */
function horizonText(horizon: Horizon): string {
  switch (horizon.kind) {
    case 'months':
      return `${horizon.months}m`;
    case 'year-end':
      return `year-end ${horizon.year}`;
    case 'month':
      return horizon.month;
    case 'second-half':
      return `h2 ${horizon.year}`;
  }
}
