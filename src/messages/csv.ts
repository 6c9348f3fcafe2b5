/** The figures and series behind an answer as one tidy table for a spreadsheet. Pure; cells are made safe by the writer. */
import { chartPoints } from '../charts/points.ts';
import type { Message } from './message.ts';

const HEADER = ['kind', 'id', 'date', 'value', 'unit', 'basis', 'formula', 'source'];

/** Rows, header first: the message's own, or every figure with its receipt's facts, every input it used, every line of its charts. */
export function csvRows({ numbers, charts, rows }: Message): readonly (readonly string[])[] {
  if (rows) return rows;
  const figures = numbers.map(({ id, asOf, value, unit, basis, formula, sources }) => [
    'figure',
    id,
    asOf,
    String(value),
    unit,
    basis,
    formula,
    [...new Set(sources.map(({ publisher }) => publisher))].join(', '),
  ]);
  const inputs = numbers.flatMap(({ id, inputs: list, basis }) =>
    list.map(({ name, series, date, value }) => ['input', id, date, String(value), '', basis, name, series]),
  );
  const series = charts.flatMap((chart) =>
    chartPoints(chart).map(({ series: name, at, value }) => [
      'series',
      name,
      at,
      String(value),
      '',
      chart.subtitle,
      '',
      chart.source,
    ]),
  );
  return [HEADER, ...figures, ...inputs, ...series];
}
