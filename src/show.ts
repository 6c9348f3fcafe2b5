/** `npm run --silent show -- "/smallcaps ytd asof 2024-01-19" [--json] [--png DIR]`: what Slack would get, on a terminal; also `morning asof D` and `alert NAME asof D`. */
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
import { showClock } from './show-clock.ts';

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
  if (positionals.length === 0) throw notUnderstood();
  return { line: positionals.join(' '), json: values.json, ...(values.png !== undefined && { pngDir: values.png }) };
}

function notUnderstood(): CapwatchError {
  return new CapwatchError('invalid_input', 'Give a command in quotes, or morning, or alert and its name.', {
    example: USAGE,
  });
}

/** The message, or a summary's lead and its thread. */
async function shownMessages(line: string, capwatch: Capwatch): Promise<readonly [Message, ...Message[]]> {
  if (line.startsWith('/')) return [await answer(line, { capwatch, now: capwatch.clock() })];
  const [lead, ...thread] = (await showClock(line, capwatch)) ?? [];
  if (!lead) throw notUnderstood();
  return [lead, ...thread];
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

/** The document of DESIGN.md section 3, with the replies of a summary as `thread`; a picture's file id is a placeholder. */
function document(
  [message, ...thread]: readonly [Message, ...Message[]],
  line: string,
  files: readonly string[],
): object {
  const numbers = [message, ...thread].flatMap((one) => one.numbers);
  return {
    command: line,
    asOf: message.asOf,
    numbers: [...new Map(numbers.map((receipt) => [receipt.id, receipt])).values()],
    message: { text: message.text, blocks: picturedBlocks(message) },
    ...(thread.length > 0 && { thread: thread.map((one) => ({ text: one.text, blocks: picturedBlocks(one) })) }),
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
    const messages = await shownMessages(shown.line, capwatch);
    const files = await drawn(messages[0], shown, capwatch);
    const out = shown.json
      ? JSON.stringify(document(messages, shown.line, files), undefined, 2)
      : messages.map((message) => plainText(picturedBlocks(message))).join('\n\n―――\n\n');
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
