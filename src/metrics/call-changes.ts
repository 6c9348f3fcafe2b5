/** What changed in the ledger between two days, counted: new calls, and calls that were reached, ended or replaced. Pure. */
import type { Day } from '../calendar/day.ts';
import { type CallState, type StatusChange, statusChanges } from './call-status.ts';
import { type CallVersion, callId } from './calls.ts';
import { basisWords, callSource, statedInput } from './calls-level.ts';
import type { Receipt, ReceiptSource } from './receipt.ts';

export interface CallChanges {
  readonly since: Day;
  readonly asOf: Day;
  /** Newest first. */
  readonly changes: readonly StatusChange[];
  /** Ids `changes.<since>.count`, `.new` and `.moved`. */
  readonly count: Receipt<number>;
  readonly fresh: Receipt<number>;
  readonly moved: Receipt<number>;
  /** The figure each changed call states, id `….stated`. */
  readonly stated: readonly Receipt<number>[];
}

/** The changes of one ledger from the states of `since` to those of `asOf`. */
export function callChanges(
  { since, asOf }: Pick<CallChanges, 'since' | 'asOf'>,
  before: readonly CallState[],
  after: readonly CallState[],
): CallChanges {
  const changes = statusChanges(before, after).toReversed();
  const fresh = changes.filter(({ before: was }) => was === 'unknown');
  const moved = changes.filter(({ before: was }) => was !== 'unknown');
  const span = { since, asOf };
  const stated = new Map(changes.map(({ after }) => [callId(after.call), statedFigure(after.call)]));
  return {
    ...span,
    changes,
    stated: [...stated.values()],
    count: tally('count', changes, span),
    fresh: tally('new', fresh, span),
    moved: tally('moved', moved, span),
  };
}

function statedFigure(call: CallVersion): Receipt<number> {
  const input = statedInput(call);
  return {
    id: `${callId(call)}.stated`,
    value: input.value,
    unit: call.value.kind === 'level' ? 'index' : 'fraction',
    asOf: call.noteDate,
    basis: basisWords(call.basis),
    formula: input.name,
    inputs: [input],
    sources: [callSource(call)],
  };
}

const LEDGER: ReceiptSource = { publisher: 'call ledger', series: 'calls', fetchedAt: '', sample: false };

function tally(
  part: string,
  changes: readonly StatusChange[],
  { since, asOf }: Pick<CallChanges, 'since' | 'asOf'>,
): Receipt<number> {
  const newest =
    changes
      .map(({ after }) => after.call.enteredAt)
      .sort()
      .at(-1) ?? `${asOf}T00:00:00Z`;
  return {
    id: `changes.${since}.${part}`,
    value: changes.length,
    unit: 'count',
    asOf,
    basis: `status of every known call on ${since} and on ${asOf}`,
    formula: changes.length === 0 ? '0' : 'count(changed call)',
    inputs: changes.map(({ after }) => ({
      name: 'changed call',
      series: after.call.index,
      date: after.since,
      value: after.call.call,
    })),
    sources: [{ ...LEDGER, fetchedAt: newest }],
  };
}
