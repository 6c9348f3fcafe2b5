/** Entry of `npm run backup -- COPY`: a consistent copy of the store while Capwatch runs. It changes nothing in the store. */
import { parseConfig } from './config.ts';
import { onlyArgument, runEntry } from './entry.ts';
import { backUp } from './store/backup.ts';

const USAGE = 'npm run backup -- COPY';

async function main(): Promise<void> {
  const copy = onlyArgument(USAGE);
  const { storePath: path } = parseConfig();
  const { teams, calls, versions, readings } = await backUp(path, copy);
  process.stdout.write(
    `${copy}, checked: workspaces ${teams}, calls ${calls}, versions ${versions}, survey readings ${readings}\n`,
  );
}

await runEntry(main);
