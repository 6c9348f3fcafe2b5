/** Entry of `npm run restore -- COPY`: brings back a copy of the store once it is checked. Refused while Capwatch runs. */
import { parseConfig } from './config.ts';
import { CapwatchError } from './errors.ts';
import { restore } from './store/backup.ts';

const USAGE = 'npm run restore -- COPY';

async function main(): Promise<void> {
  const [copy, ...more] = process.argv.slice(2);
  if (copy === undefined || more.length > 0) throw new CapwatchError('invalid_input', `Usage: ${USAGE}`);
  const { storePath: path } = parseConfig();
  const { summary, kept } = await restore(copy, path, Temporal.Now.instant());
  const { teams, calls, versions, readings } = summary;
  process.stdout.write(
    `${path}: workspaces ${teams}, calls ${calls}, versions ${versions}, survey readings ${readings}\n`,
  );
  if (kept !== undefined) process.stdout.write(`The store before it is kept as ${kept}\n`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof CapwatchError)) throw error;
  process.stderr.write(`${error.userMessage}\n`);
  process.exitCode = 1;
}
