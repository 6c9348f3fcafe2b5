/** How many calls, firms and horizons an answer speaks of: counts with the calls that were counted as their inputs. Pure. */
import type { Day } from '../calendar/day.ts';
import type { CallScore } from './call-scores.ts';
import { type CallState, isStanding } from './call-status.ts';
import { firmKey } from './calls.ts';
import { horizonDay } from './calls-horizon.ts';
import { callSource } from './calls-level.ts';
import type { ConsensusView } from './consensus.ts';
import type { Receipt, ReceiptSource } from './receipt.ts';
import { lastSession, type PriceSeries } from './series.ts';

export interface CallCounts {
  /** Calls that still speak of the future, and those of them nothing has happened to. */
  readonly open: Receipt<number>;
  readonly active: Receipt<number>;
  /** Firms and different horizons behind the open calls. */
  readonly firms: Receipt<number>;
  readonly horizons: Receipt<number>;
  /** Open or ended. */
  readonly known: Receipt<number>;
}

/** Counts of some calls on a day; `of` names them in the ids: `calls.RUT.open`, `calls.goldman-sachs.known`. */
export function callCounts(of: string, states: readonly CallState[], asOf: Day): CallCounts {
  const standing = states.filter((state) => isStanding(state, asOf));
  const counted = (part: string, shown: readonly CallState[], name = 'call') =>
    counting({ id: `calls.${of}.${part}`, name, asOf }, shown);
  return {
    open: counted('open', standing),
    active: counted(
      'active',
      standing.filter(({ status }) => status === 'active'),
    ),
    firms: counted(
      'firms',
      oneEach(standing, ({ call }) => firmKey(call.firm)),
      'firm',
    ),
    horizons: counted(
      'horizons',
      oneEach(standing, ({ call }) => horizonDay(call)),
      'horizon',
    ),
    known: counted('known', states),
  };
}

function oneEach(states: readonly CallState[], key: (state: CallState) => string): CallState[] {
  return [...new Map(states.map((state) => [key(state), state])).values()];
}

interface Counted {
  readonly id: string;
  readonly name: string;
  readonly asOf: Day;
}

function counting({ id, name, asOf }: Counted, states: readonly CallState[]): Receipt<number> {
  return {
    id,
    value: states.length,
    unit: 'count',
    asOf,
    basis: `${name}s of the call ledger as known on ${asOf}`,
    formula: states.length === 0 ? '0' : `count(${name})`,
    inputs: states.map(({ call }) => ({ name, series: call.index, date: call.noteDate, value: call.call })),
    sources: newestSource(states),
  };
}

function newestSource(states: readonly CallState[]): ReceiptSource[] {
  const [newest] = states.map(({ call }) => call).sort((a, b) => (a.noteDate < b.noteDate ? 1 : -1));
  return newest ? [callSource(newest)] : [];
}

/** Scored calls that promised more than came, id `scores.<index>.too_high`. */
export function tooHigh(scores: readonly CallScore[], series: PriceSeries): Receipt<number> {
  const high = scores.filter(({ miss }) => miss.value < 0).map(({ state }) => state);
  return counting(
    { id: `scores.${series.symbol}.too_high`, name: 'call above the outcome', asOf: lastSession(series) },
    high,
  );
}

/** How many calls a consensus leaves out, by reason: ids `consensus.<index>.left_out.<reason>`; reasons without any are not here. */
export function leftOutCounts({ leftOut, asOf }: ConsensusView, series: PriceSeries): Receipt<number>[] {
  return Object.entries(leftOut)
    .filter(([, count]) => count > 0)
    .map(([reason, value]) => ({
      id: `consensus.${series.symbol}.left_out.${reason}`,
      value,
      unit: 'count' as const,
      asOf,
      basis: 'known calls the consensus does not count',
      formula: 'calls left out',
      inputs: [{ name: 'calls left out', series: series.symbol, date: asOf, value }],
      sources: [{ publisher: 'call ledger', series: series.symbol, fetchedAt: series.source.fetchedAt, sample: false }],
    }));
}
