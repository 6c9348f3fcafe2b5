/** `npm run --silent show -- "/smallcaps ytd asof 2024-01-19" [--json] [--png DIR]`: what Slack would get, on a terminal. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { answer } from '../commands/index.ts';
import { type Capwatch, createCapwatch } from './capwatch.ts';
import { parseConfig } from './config.ts';
import { CapwatchError } from './errors.ts';
import { keptBeside } from './kept.ts';
import { createLog } from './log.ts';
import type { Message } from './messages/message.ts';
import { withPictures } from './messages/pictures.ts';
import { plainText } from './messages/plain-text.ts';

const USAGE = 'npm run --silent show -- "/smallcaps ytd asof 2024-01-19" [--json] [--png DIR]';

interface Shown {
  readonly line: string;
  readonly json: boolean;
  readonly pngDir?: string;
}

function readArguments(): Shown {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, png: { type: 'string' } },
  });
  const [line, ...more] = positionals;
  if (line === undefined || more.length > 0 || !line.startsWith('/')) {
    throw new CapwatchError('invalid_input', 'Give one command in quotes.', { example: USAGE });
  }
  return { line, json: values.json, ...(values.png !== undefined && { pngDir: values.png }) };
}

/** File names of the drawn charts, one a chart; none when no folder was given. */
async function drawn(message: Message, { pngDir }: Shown, capwatch: Capwatch): Promise<string[]> {
  if (pngDir === undefined) return [];
  await mkdir(pngDir, { recursive: true });
  const files: string[] = [];
  for (const [index, chart] of message.charts.entries()) {
    const file = join(pngDir, `${chart.kind}-${message.asOf}-${index + 1}.png`);
    await writeFile(file, await capwatch.draw(chart));
    files.push(file);
  }
  return files;
}

/** The document of DESIGN.md section 3; the picture's file id is a placeholder. */
function document(message: Message, line: string, files: readonly string[]): object {
  return {
    command: line,
    asOf: message.asOf,
    numbers: message.numbers,
    message: { text: message.text, blocks: picturedBlocks(message) },
    charts: message.charts.map(({ title, alt }, index) => ({
      title,
      alt,
      ...(files[index] && { file: files[index] }),
    })),
  };
}

function picturedBlocks(message: Message) {
  return withPictures(
    message,
    message.charts.map((_, index) => `F00CHART${String(index + 1).padStart(3, '0')}`),
  );
}

async function main(): Promise<void> {
  const shown = readArguments();
  const config = parseConfig();
  const beside = await keptBeside(config);
  const log = createLog(config.logLevel === 'info' ? 'error' : config.logLevel);
  const capwatch = createCapwatch(config, { log, kept: beside.kept });
  try {
    const message = await answer(shown.line, { capwatch, now: capwatch.clock() });
    const files = await drawn(message, shown, capwatch);
    const out = shown.json
      ? JSON.stringify(document(message, shown.line, files), undefined, 2)
      : plainText(picturedBlocks(message));
    process.stdout.write(`${out}\n${shown.json ? '' : files.map((file) => `${file}\n`).join('')}`);
  } finally {
    await capwatch.close();
    await beside.close();
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof CapwatchError) && !(error instanceof TypeError && 'code' in error)) throw error;
  const { userMessage, details } =
    error instanceof CapwatchError ? error : { userMessage: error.message, details: { example: USAGE } };
  process.stderr.write(
    `${userMessage.replaceAll('`', '')}${details.example === undefined ? '' : ` Example: ${details.example}`}\n`,
  );
  process.exitCode = 1;
}
