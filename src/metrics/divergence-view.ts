/** `/smallcaps divergence`: the state of every tier, since when, how old the records are, and how it went before. Pure. */
import { type DivergenceHistory, divergence, type TierState, tierId } from './divergence.ts';
import { drawdown, recordFlag, sessionsSinceRecord } from './highs.ts';
import type { Absent, Measured, Receipt } from './receipt.ts';
import { measured } from './returns.ts';
import { ascending, quantile } from './statistics.ts';
import type { ViewInputs } from './view-inputs.ts';

/** How often a tier has been on, and how long it lasted: finished periods only. */
interface TierPast {
  readonly count: Measured;
  /** Sessions. */
  readonly median: Measured;
  readonly longest: Measured;
}

export interface DivergenceView {
  readonly inputs: ViewInputs;
  readonly history: DivergenceHistory | Absent;
  readonly past: readonly TierPast[];
  readonly subjectDrawdown: Measured;
  readonly subjectRecordAge: Measured;
  readonly benchmarkDrawdown: Measured;
  readonly benchmarkRecord: Measured<boolean>;
  readonly benchmarkRecordAge: Measured;
  readonly numbers: readonly Receipt[];
}

/** Every figure of the view. */
export function divergenceView(inputs: ViewInputs): DivergenceView {
  const { subject, benchmark } = inputs;
  const history = divergence(inputs);
  const past = 'absent' in history ? [] : history.tiers.map((tier) => tierPast(history, tier));
  const records = {
    subjectDrawdown: drawdown(subject, 'record'),
    subjectRecordAge: recordAge(inputs, 'subject'),
    benchmarkDrawdown: drawdown(benchmark, 'record'),
    benchmarkRecord: recordFlag(benchmark, 'close'),
    benchmarkRecordAge: recordAge(inputs, 'benchmark'),
  };
  const tiers = 'absent' in history ? [] : history.tiers;
  const figures: Measured<number | boolean>[] = [
    ...tiers.flatMap(({ on, lasted }) => [on, lasted]),
    ...past.flatMap(({ count, median, longest }) => [count, median, longest]),
    ...Object.values(records),
  ];
  return { inputs, history, past, ...records, numbers: measured(figures) };
}

/** Sessions since the record in force: none on the day of a record itself. Id `RUT.record.close.age`. */
function recordAge(inputs: ViewInputs, which: 'subject' | 'benchmark'): Measured {
  const series = inputs[which];
  const id = `${series.symbol}.record.close.age`;
  const flag = recordFlag(series, 'close');
  const since = sessionsSinceRecord(series, 'close');
  if ('absent' in since || 'absent' in flag) return since;
  if (!flag.value) return { ...since, id };
  const asOf = since.inputs[1];
  const inputsNow = asOf ? [{ ...asOf, name: 'previous record' }, asOf] : [];
  return { ...since, id, value: 0, inputs: inputsNow };
}

function tierPast({ pair, tiers }: DivergenceHistory, state: TierState): TierPast {
  const last = pair.dates.at(-1) ?? '';
  const finished = (tiers.find(({ tier }) => tier === state.tier)?.periods ?? []).filter(({ to }) => to !== last);
  const prefix = tierId(pair, state.tier);
  const inputs = finished.map(({ from, sessions }) => ({
    name: 'lengths',
    series: pair.subject.symbol,
    date: from,
    value: sessions,
  }));
  const common = { asOf: last, basis: 'close', inputs, sources: pair.sources };
  const none = (part: string): Absent => ({ id: `${prefix}.${part}`, absent: 'no finished period' });
  const lengths = ascending(finished.map(({ sessions }) => sessions));
  const some = lengths.length > 0;
  return {
    count: some
      ? { ...common, id: `${prefix}.periods`, value: lengths.length, unit: 'count', formula: 'count(lengths)' }
      : none('periods'),
    median: some
      ? {
          ...common,
          id: `${prefix}.median`,
          value: quantile(lengths, 0.5),
          unit: 'sessions',
          formula: 'median(lengths)',
        }
      : none('median'),
    longest: some
      ? { ...common, id: `${prefix}.longest`, value: lengths.at(-1) ?? 0, unit: 'sessions', formula: 'max(lengths)' }
      : none('longest'),
  };
}
