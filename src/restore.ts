/** Entry of `npm run restore -- COPY`: brings back a copy of the store once it is checked. Refused while Capwatch runs. */
import { parseConfig } from './config.ts';
import { onlyArgument, runEntry } from './entry.ts';
import { restore } from './store/backup.ts';

const USAGE = 'npm run restore -- COPY';

async function main(): Promise<void> {
  const copy = onlyArgument(USAGE);
  const { storePath: path } = parseConfig();
  const { summary, kept } = await restore(copy, path, Temporal.Now.instant());
  const { teams, calls, versions, readings } = summary;
  process.stdout.write(
    `${path}: workspaces ${teams}, calls ${calls}, versions ${versions}, survey readings ${readings}\n`,
  );
  if (kept !== undefined) process.stdout.write(`The store before it is kept as ${kept}\n`);
}

await runEntry(main);
