/** The values a chart draws, as rows for a spreadsheet: which series, where on the axis, how much. Pure. */
import { assertNever } from '../errors.ts';
import type { ChartSpec } from './spec.ts';

export interface ChartPoint {
  readonly series: string;
  /** A day, a number of sessions, or the name of a step. */
  readonly at: string;
  readonly value: number;
}

/** Every value of the chart in drawing order; gaps are left out, not filled. */
export function chartPoints(spec: ChartSpec): ChartPoint[] {
  switch (spec.kind) {
    case 'rebased':
    case 'drawdown':
    case 'fedHistory':
      return spec.lines.flatMap(({ name, values }) => along(name, spec.dates, values));
    case 'ratio':
      return along('ratio', spec.dates, spec.values);
    case 'race':
      return spec.lines.flatMap(({ name, values }) =>
        along(
          name,
          values.map((_, session) => session),
          values,
        ),
      );
    case 'fan':
      return [
        ...along('median', spec.sessions, spec.median),
        ...along(`${spec.inner.label}, low`, spec.sessions, spec.inner.low),
        ...along(`${spec.inner.label}, high`, spec.sessions, spec.inner.high),
        ...along(`${spec.outer.label}, low`, spec.sessions, spec.outer.low),
        ...along(`${spec.outer.label}, high`, spec.sessions, spec.outer.high),
        ...along('any day, median', spec.sessions, spec.baseline),
      ];
    case 'panel':
      return spec.trail.flatMap(({ day, x, y }) => [
        { series: spec.xTitle, at: day, value: x },
        { series: spec.yTitle, at: day, value: y },
      ]);
    case 'fedStack':
      return spec.meetings.flatMap(({ label, shares }) =>
        Object.entries(shares).map(([outcome, value]) => ({ series: outcome, at: label.replaceAll('\n', ' '), value })),
      );
    case 'ratePath':
      return [spec.path, ...(spec.compare ? [spec.compare] : [])].flatMap(({ name, ratesPct }) =>
        along(name, spec.steps, ratesPct),
      );
    case 'targets':
      return spec.stems.flatMap(({ label, from, to }) => [
        { series: 'from', at: label, value: from },
        { series: 'to', at: label, value: to },
      ]);
    case 'revisions':
      return [
        ...along(spec.close.name, spec.dates, spec.close.values),
        ...spec.targets.flatMap(({ label, values }) => along(label, spec.dates, values)),
      ];
    case 'sparklines':
      return spec.panels.flatMap(({ name, dates, values }) => along(name, dates, values));
    default:
      return assertNever(spec);
  }
}

function along(series: string, places: readonly (string | number)[], values: readonly (number | null)[]): ChartPoint[] {
  return values.flatMap((value, index) =>
    value === null ? [] : [{ series, at: String(places[index] ?? index), value }],
  );
}
