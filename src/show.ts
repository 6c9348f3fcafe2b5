/** `npm run --silent show -- "/smallcaps ytd asof 2024-01-19" [--json] [--png DIR]`: what Slack would get, on a terminal; also `morning asof D`, `weekly asof D`, `fomc asof D`, `alert NAME asof D`, `ask "QUESTION" … --on POST`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { answer, type Call } from '../commands/index.ts';
import { type Capwatch, createCapwatch } from './capwatch.ts';
import { parseConfig } from './config.ts';
import { CapwatchError } from './errors.ts';
import { openBeside } from './kept.ts';
import { createLog } from './log.ts';
import type { Message } from './messages/message.ts';
import { withPictures } from './messages/pictures.ts';
import { plainText } from './messages/plain-text.ts';
import { showAsk } from './show-ask.ts';
import { showClock } from './show-clock.ts';

const USAGE = 'npm run --silent show -- "/smallcaps ytd asof 2024-01-19" [--json] [--png DIR]';

interface Shown {
  readonly line: string;
  /** A chain of questions under the post `on`; absent for everything but `ask`. */
  readonly ask?: { readonly questions: readonly string[]; readonly on: string };
  readonly json: boolean;
  readonly pngDir?: string;
}

function readArguments(): Shown {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, png: { type: 'string' }, on: { type: 'string' } },
  });
  const [first, ...questions] = positionals;
  if (first === undefined) throw notUnderstood();
  const { json, png, on } = values;
  const output = { json, ...(png !== undefined && { pngDir: png }) };
  if (first !== 'ask') return { line: positionals.join(' '), ...output };
  return { line: positionals.join(' '), ask: { questions, on: on ?? '/smallcaps ytd' }, ...output };
}

function notUnderstood(): CapwatchError {
  return new CapwatchError(
    'invalid_input',
    'Give a command in quotes, or morning, weekly, fomc, alert and its name, or ask and a question.',
    {
      example: USAGE,
    },
  );
}

/** The message; a summary's lead and its thread; or the answers to a chain of questions, the last one first. */
async function shownMessages({ line, ask }: Shown, capwatch: Capwatch): Promise<readonly [Message, ...Message[]]> {
  const call = { capwatch, now: capwatch.clock() };
  if (line.startsWith('/')) return [await answer(line, call)];
  const messages = ask ? await answersOf(ask, call) : ((await showClock(line, capwatch)) ?? []);
  const [lead, ...thread] = messages;
  if (!lead) throw notUnderstood();
  return [lead, ...thread];
}

/** What was asked last stands first; the answers before it follow in order, as its thread. */
async function answersOf({ questions, on }: NonNullable<Shown['ask']>, call: Call): Promise<Message[]> {
  const { answers } = await showAsk(questions, on, call);
  const messages = answers.map(({ message }) => message);
  return [...messages.slice(-1), ...messages.slice(0, -1)];
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

/** The document of DESIGN.md section 3, with the replies of a summary, or the earlier answers of a chain, as `thread`; a picture's file id is a placeholder. */
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
  const beside = await openBeside(config);
  const log = createLog(config.logLevel === 'info' ? 'error' : config.logLevel);
  const { kept, ledger, unread } = beside;
  if (unread !== undefined) process.stderr.write(`${unread} The calls and surveys that ship with Capwatch answer.\n`);
  const capwatch = createCapwatch(config, { log, kept, ...(ledger && { ledger }) });
  try {
    const messages = await shownMessages(shown, capwatch);
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
