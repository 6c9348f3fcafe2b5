/** A call version as a row and back: every field its own column, so that the ledger can be read without Capwatch. */
import { type CallBasis, type CallFacts, type CallValue, type CallVersion, horizonKey } from '../metrics/calls.ts';
import type { Horizon } from '../metrics/calls-horizon.ts';
import type { CallRow } from './tables.ts';

/** Everything of a version that is not in its facts. */
export interface VersionStamp {
  readonly team: string;
  readonly call: number;
  readonly version: number;
  readonly enteredBy: string;
  readonly enteredAt: string;
  readonly withdrawnOn?: string;
}

/** The row of a version. */
export function callRow(facts: CallFacts, stamp: VersionStamp): CallRow {
  return {
    team: stamp.team,
    call: stamp.call,
    version: stamp.version,
    firm: facts.firm,
    people: JSON.stringify(facts.people),
    index_symbol: facts.index,
    value_kind: facts.value.kind,
    value: facts.value.kind === 'level' ? facts.value.level : facts.value.fraction,
    basis: facts.basis,
    base_date: facts.baseDate,
    base_close: facts.baseClose ?? null,
    horizon_kind: facts.horizon.kind,
    horizon: horizonKey(facts.horizon),
    note_date: facts.noteDate,
    note_date_approximate: facts.noteDateApproximate ? 1 : 0,
    variant: facts.variant,
    view_kind: facts.view,
    supersedes: facts.supersedes ?? null,
    source_link: facts.source.link,
    source_publisher: facts.source.publisher,
    source_quote: facts.source.quote ?? null,
    remark: facts.remark ?? null,
    withdrawn_on: stamp.withdrawnOn ?? null,
    entered_by: stamp.enteredBy,
    entered_at: stamp.enteredAt,
  };
}

/** The version a row holds; throws a RangeError on a row no version of Capwatch writes. */
export function versionOf(row: CallRow): CallVersion {
  return {
    call: row.call,
    version: row.version,
    firm: row.firm,
    people: JSON.parse(row.people) as string[],
    index: row.index_symbol,
    value: statedValue(row),
    basis: basisOf(row.basis),
    baseDate: row.base_date,
    ...(row.base_close !== null && { baseClose: row.base_close }),
    horizon: horizonOf(row),
    noteDate: row.note_date,
    noteDateApproximate: row.note_date_approximate === 1,
    variant: row.variant,
    view: row.view_kind === 'bottom-up' ? 'bottom-up' : 'strategist',
    ...(row.supersedes !== null && { supersedes: row.supersedes }),
    source: {
      link: row.source_link,
      publisher: row.source_publisher,
      ...(row.source_quote !== null && { quote: row.source_quote }),
    },
    ...(row.remark !== null && { remark: row.remark }),
    ...(row.withdrawn_on !== null && { withdrawnOn: row.withdrawn_on }),
    enteredBy: row.entered_by,
    enteredAt: row.entered_at,
  };
}

function statedValue({ value_kind, value }: CallRow): CallValue {
  if (value_kind === 'level') return { kind: 'level', level: value };
  if (value_kind === 'return') return { kind: 'return', fraction: value };
  throw new RangeError(`unknown kind of value: ${value_kind}`);
}

function basisOf(basis: string): CallBasis {
  if (basis === 'price' || basis === 'total' || basis === 'unknown') return basis;
  throw new RangeError(`unknown basis: ${basis}`);
}

function horizonOf({ horizon_kind, horizon }: CallRow): Horizon {
  const number = Number(/\d+$/.exec(horizon.replace(/m$/, ''))?.[0]);
  switch (horizon_kind) {
    case 'months':
      return { kind: 'months', months: number };
    case 'year-end':
      return { kind: 'year-end', year: number };
    case 'second-half':
      return { kind: 'second-half', year: number };
    case 'month':
      return { kind: 'month', month: horizon };
    default:
      throw new RangeError(`unknown kind of horizon: ${horizon_kind}`);
  }
}
