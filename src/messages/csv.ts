/** The figures and series behind an answer as one tidy table for a spreadsheet. Pure; cells are made safe by the writer. */
import type { Message } from './message.ts';

const HEADER = ['kind', 'id', 'date', 'value', 'unit', 'basis', 'formula', 'source'];

/** Rows, header first: every figure with its receipt's facts, every input it used, every line of its charts. */
export function csvRows({ numbers, charts }: Message): string[][] {
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
    'lines' in chart && 'dates' in chart
      ? chart.lines.flatMap((line) =>
          chart.dates.map((date, index) => [
            'series',
            line.name,
            date,
            String(line.values[index] ?? ''),
            '',
            chart.subtitle,
            '',
            chart.source,
          ]),
        )
      : [],
  );
  return [HEADER, ...figures, ...inputs, ...series];
}
