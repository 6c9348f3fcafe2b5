/** The picture of `/smallcaps recovery`: every recovery from its low on one clock, the one in view bold. Pure. */
import { yearOf } from '../calendar/day.ts';
import { counted, ordinal } from '../messages/format.ts';
import { isMeasured } from '../metrics/receipt.ts';
import type { Recovery } from '../metrics/recoveries.ts';
import type { RecoveryView } from '../metrics/recovery-view.ts';
import { at, type PriceSeries } from '../metrics/series.ts';
import { chartHead } from './chart-head.ts';
import type { RaceLine, RaceSpec } from './spec.ts';

/** The bold line: a completed recovery, or one under way that ends on the as-of session. */
interface Runner {
  readonly from: number;
  readonly to: number;
  readonly done: boolean;
}

/** The race of all recoveries on closes; undefined when there are none to race against. */
export function recoveryRaceChart(view: RecoveryView): RaceSpec | undefined {
  const { series, completed } = view.close.history;
  const runner = runnerOf(view);
  const others = completed.filter(({ low }) => low.index !== runner?.from);
  if (!runner || others.length === 0) return undefined;
  const bySessions = others.toSorted((a, b) => a.sessions - b.sessions);
  const named = new Set([bySessions[0], bySessions.at(-1)]);
  return {
    kind: 'race',
    ...chartHead(view.inputs, 'subject'),
    title: title(view, runner),
    subtitle: `${series.name} closes, 52-week low to 52-week high, low = 100`,
    alt: altText(view, runner, bySessions),
    xTitle: 'Sessions since the low',
    lines: [
      ...others.map((one) => raceLine(series, { from: one.low.index, to: one.high.index, named: named.has(one) })),
      boldLine(series, runner),
    ],
  };
}

function runnerOf({ close }: RecoveryView): Runner | undefined {
  const { current, last, history } = close;
  if (current) return { from: current.underWay.low.index, to: history.series.dates.length - 1, done: false };
  return last && { from: last.recovery.low.index, to: last.recovery.high.index, done: true };
}

function raceLine(series: PriceSeries, { from, to, named }: { from: number; to: number; named: boolean }): RaceLine {
  const year = String(yearAt(series, from));
  return {
    name: year,
    bold: false,
    values: rebased(series, from, to),
    ...(named && { label: `${year}: ${to - from}` }),
  };
}

function boldLine(series: PriceSeries, { from, to, done }: Runner): RaceLine {
  const year = String(yearAt(series, from));
  const label = `${year}: ${counted(to - from, 'session')}${done ? '' : ' so far'}`;
  return { name: year, bold: true, values: rebased(series, from, to), label };
}

function rebased(series: PriceSeries, from: number, to: number): number[] {
  const low = at(series.close, from);
  return Array.from(series.close.subarray(from, to + 1), (close) => (close / low) * 100);
}

function yearAt(series: PriceSeries, index: number): number {
  return yearOf(series.dates[index] ?? '');
}

function title({ close, fastest }: RecoveryView, { from, to, done }: Runner): string {
  const year = yearAt(close.history.series, from);
  const sessions = counted(to - from, 'session');
  if (!done) return `Recovery of ${year} under way: ${sessions} so far`;
  const { rank } = close.last ?? {};
  const count = close.history.completed.length;
  if (!rank || !isMeasured(rank)) return `Recovery of ${year}: ${sessions}`;
  if (rank.value === 1 && fastest.headline) return `${year} was the fastest of ${count} recoveries: ${sessions}`;
  return `Recovery of ${year}: ${ordinal(rank.value)} fastest of ${count}, ${sessions}`;
}

function altText({ close }: RecoveryView, runner: Runner, bySessions: readonly Recovery[]): string {
  const { series } = close.history;
  const year = yearAt(series, runner.from);
  const own = runner.to - runner.from;
  const [fastest, slowest] = [bySessions[0], bySessions.at(-1)];
  const first = fastest !== undefined && own < fastest.sessions;
  const count = bySessions.length + (runner.done ? 1 : 0);
  const lead = `Line chart of the ${count} recoveries as sessions since the low.`;
  const end = runner.done
    ? `reaches its 52-week closing high ${first ? 'first, ' : ''}after ${counted(own, 'session')}`
    : `is under way, ${counted(own, 'session')} after its low`;
  const next = fastest
    ? `; ${first && runner.done ? yearOf(fastest.low.day) : `the fastest, ${span(fastest)},`} after ${fastest.sessions}`
    : '';
  const last = slowest && slowest.sessions > own ? `; the slowest, ${span(slowest)}, after ${slowest.sessions}` : '';
  return `${lead} The ${year} line ${end}${next}${last}.`;
}

/** "2014", "1987 to 1989". */
function span({ low, high }: Recovery): string {
  const [from, to] = [yearOf(low.day), yearOf(high.day)];
  return from === to ? `${from}` : `${from} to ${to}`;
}
