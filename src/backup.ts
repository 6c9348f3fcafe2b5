/** Entry of `npm run backup -- COPY`: a consistent copy of the store while Capwatch runs. It changes nothing in the store. */
import { parseConfig } from './config.ts';
import { CapwatchError } from './errors.ts';
import { backUp } from './store/backup.ts';

const USAGE = 'npm run backup -- COPY';

async function main(): Promise<void> {
  const [copy, ...more] = process.argv.slice(2);
  if (copy === undefined || more.length > 0) throw new CapwatchError('invalid_input', `Usage: ${USAGE}`);
  const { storePath: path } = parseConfig();
  const { teams, calls, versions, readings } = await backUp(path, copy);
  process.stdout.write(
    `${copy}, checked: workspaces ${teams}, calls ${calls}, versions ${versions}, survey readings ${readings}\n`,
  );
}

try {
  await main();
} catch (error) {
  if (!(error instanceof CapwatchError)) throw error;
  process.stderr.write(`${error.userMessage}\n`);
  process.exitCode = 1;
}
