/** Reads weekly money fund totals a person brings, since the ICI has no interface and holds the copyright: CSV by hand. */
import Papa from 'papaparse';
import { weekday } from '../../calendar/day.ts';
import { CapwatchError } from '../../errors.ts';
import type { Observation } from '../observations.ts';

/** Billions of dollars; in 2023 to 2026 the total ran from 5,000 to 8,000. */
const BILLIONS = { low: 1_000, high: 50_000 };
const WEDNESDAY = 3;
const EXAMPLE = 'week_ended,total_assets_bn_usd, then 2026-11-18,7954.1';

/**
 * Totals in billions of dollars by the Wednesday the week ended on, ascending. Weeks without a total are left out.
 * @throws CapwatchError `invalid_input` naming the row that is wrong.
 */
export function parseMoneyFundWeeks(text: string): Observation[] {
  const { data, meta } = Papa.parse<Record<string, string>>(
    text
      .replace(/^\uFEFF/, '')
      .replaceAll(/\r\n?/g, '\n')
      .trim(),
    {
      delimiter: ',',
      newline: '\n',
      header: true,
      skipEmptyLines: true,
    },
  );
  const lacking = ['week_ended', 'total_assets_bn_usd'].filter((name) => !meta.fields?.includes(name));
  if (lacking.length > 0) throw refused(1, `lacks the column ${lacking.join(', ')}`);
  const weeks = data.flatMap((row, index): Observation[] => {
    const total = row.total_assets_bn_usd?.trim() ?? '';
    if (total === '') return [];
    return [{ period: wednesday(row.week_ended?.trim() ?? '', index + 2), value: billions(total, index + 2) }];
  });
  const ascending = weeks.sort((one, other) => (one.period < other.period ? -1 : 1));
  const twice = ascending.find(({ period }, index) => period === ascending[index - 1]?.period);
  if (twice) throw refused(1, `names the week to ${twice.period} twice`);
  return ascending;
}

function wednesday(cell: string, line: number): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(cell) ? cell : '';
  try {
    const read = Temporal.PlainDate.from(day, { overflow: 'reject' }).toString();
    if (weekday(read) === WEDNESDAY) return read;
  } catch {
    throw refused(line, `has \`${cell.slice(0, 12)}\` as week_ended`);
  }
  throw refused(line, `has ${day} as week_ended, which is no Wednesday`);
}

function billions(cell: string, line: number): number {
  const value = /^\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : Number.NaN;
  if (value >= BILLIONS.low && value <= BILLIONS.high) return value;
  throw refused(line, `has \`${cell.slice(0, 12)}\` as total in billions of dollars`);
}

/** `problem` continues "The money fund file line 3 …". */
function refused(line: number, problem: string): CapwatchError {
  return new CapwatchError('invalid_input', `The money fund file line ${line} ${problem}.`, { example: EXAMPLE });
}
