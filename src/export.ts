/** Entry of `npm run export`: computed figures as CSV on stdout. It computes nothing itself and posts nothing. */
import { parseArgs } from 'node:util';
import type { Day } from './calendar/day.ts';
import { parseConfig } from './config.ts';
import { CapwatchError } from './errors.ts';
import { createFolderFedMarket } from './market/folder/fedfunds.ts';
import { SAMPLE_DIR } from './market/sample/sample.ts';
import { DAY_COUNT_RULES, type DayCountRule } from './metrics/fed-anchors.ts';
import { oddsRows } from './metrics/fed-export.ts';

const USAGE = 'npm run --silent export -- odds --from 2023-03-10 --to 2023-09-15';

interface OddsExport {
  readonly from: Day;
  readonly to: Day;
  readonly rule?: DayCountRule;
}

/** What was asked for. Throws `invalid_input` with one sentence. */
export function parseExport(args: readonly string[]): OddsExport {
  const { positionals, values } = parsedArgs(args);
  if (positionals.length !== 1 || positionals[0] !== 'odds') throw usage('Only odds can be exported.');
  const from = parsedDay('--from', values.from);
  const to = parsedDay('--to', values.to);
  if (from > to) throw usage(`--from ${from} is later than --to ${to}.`);
  const rule = DAY_COUNT_RULES.find((name) => name === values.rule);
  if (values.rule !== undefined && rule === undefined) throw usage(`--rule is one of ${DAY_COUNT_RULES.join(', ')}.`);
  return { from, to, ...(rule && { rule }) };
}

function parsedArgs(args: readonly string[]) {
  const options = { from: { type: 'string' }, to: { type: 'string' }, rule: { type: 'string' } } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (cause) {
    throw usage(cause instanceof Error ? cause.message : 'These arguments cannot be read.', cause);
  }
}

function parsedDay(name: string, text: string | undefined): Day {
  try {
    return Temporal.PlainDate.from(text ?? '').toString();
  } catch (cause) {
    throw usage(`${name} needs a day such as 2023-03-10.`, cause);
  }
}

function usage(problem: string, cause?: unknown): CapwatchError {
  return new CapwatchError('invalid_input', problem, { example: USAGE, cause });
}

async function main(): Promise<void> {
  const { from, to, rule } = parseExport(process.argv.slice(2));
  const { dataDir } = parseConfig();
  if (dataDir === undefined) process.stderr.write('SAMPLE DATA: set CAPWATCH_DATA_DIR to export real odds.\n');
  const market = createFolderFedMarket({ dir: dataDir ?? SAMPLE_DIR, sample: dataDir === undefined });
  const data = await market.fedFunds(to);
  const { lines, unsolved } = oddsRows(data, { from, to, ...(rule && { rule }) });
  process.stdout.write(`${lines.join('\n')}\n`);
  for (const { date, why } of unsolved) process.stderr.write(`${date}: no odds, ${why}\n`);
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    if (!(error instanceof CapwatchError)) throw error;
    process.stderr.write(`${error.userMessage}\n${error.details.example ? `Example: ${error.details.example}\n` : ''}`);
    process.exitCode = 1;
  });
}
