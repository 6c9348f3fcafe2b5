/** How an entry ends: a refusal is its sentence on stderr and an exit code; whatever else is thrown is a fault of ours and shows itself. */
import { CapwatchError } from './errors.ts';

/** Runs an entry's work; `exitCode` says what a refusal exits with, 1 unless it is given. */
export async function runEntry(
  main: () => Promise<void>,
  exitCode?: (refusal: CapwatchError) => number,
): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof CapwatchError)) throw error;
    process.stderr.write(`${error.userMessage}\n`);
    process.exitCode = exitCode?.(error) ?? 1;
  }
}

/** The one argument of `npm run NAME -- COPY`. @throws CapwatchError `invalid_input` with the usage. */
export function onlyArgument(usage: string): string {
  const [argument, ...more] = process.argv.slice(2);
  if (argument === undefined || more.length > 0) throw new CapwatchError('invalid_input', `Usage: ${usage}`);
  return argument;
}
