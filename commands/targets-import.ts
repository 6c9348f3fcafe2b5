/** An import from a modal: read the file, say line by line what cannot be read, write only when the person says so. */

import type { ModalView } from '@slack/types';
import { newYorkTime } from '../src/calendar/day.ts';
import { CapwatchError } from '../src/errors.ts';
import { doneView } from '../src/messages/targets-form.ts';
import {
  type ImportOutcome,
  importDone,
  importReview,
  LISTED,
  type LineProblem,
  readingView,
} from '../src/messages/targets-import.ts';
import { writersWords } from '../src/messages/targets-written.ts';
import { csvText } from '../src/slack/csv.ts';
import { downloadFile } from '../src/slack/download.ts';
import { sendFileToUser } from '../src/slack/upload.ts';
import type { ImportedCall } from '../src/store/call-import.ts';
import { type CallFile, parseCallFile } from '../src/store/import/calls.ts';
import { refuseSize } from '../src/store/import/text.ts';
import { fieldText, metadataText, type StateValues, type Submission, type SubmissionAnswer } from './targets-fields.ts';
import { barredBy, type Desk, type TargetsCall, writingDesk } from './targets-ledger.ts';

/** What the import form's file field holds. */
interface GivenFile {
  readonly url: string;
  readonly bytes: number;
}

/** The import form: pasted rows are read at once, a file after Slack has been answered. */
export async function readImport(submission: Submission): Promise<SubmissionAnswer> {
  const { call, values, publishing } = submission;
  const desk = writingDesk(call);
  if (!desk) return update(doneView('Read only', ['This ledger can only be read here: nothing can be written.']));
  const writers = await barredBy(desk);
  if (writers) return update(importDone({ kind: 'forbidden', words: writersWords(writers) }));
  const [file, pasted] = [fileOf(values), fieldText(values, 'pasted')];
  if (file && pasted.trim() !== '') return problem('pasted', 'Give a file or pasted rows, not both.');
  if (!file && pasted.trim() === '') return problem('file', 'Upload a CSV file, or paste its rows below.');
  const index = fieldText(values, 'index');
  const reading: Reading = { submission, desk, ...(index === 'file' ? {} : { index }) };
  if (!file) return pastedRows(pasted, reading);
  try {
    refuseSize(file.bytes);
  } catch (error) {
    return problem('file', sentence(error));
  }
  const work = async () => reviewOrRefusal(() => downloadFile(publishing.slack, file.url, 6_000_000), reading);
  return { ...update(readingView()), after: work };
}

interface Reading {
  readonly submission: Submission;
  readonly desk: Desk;
  readonly index?: string;
}

async function pastedRows(pasted: string, reading: Reading): Promise<SubmissionAnswer> {
  try {
    return update(await reviewed(pasted, reading));
  } catch (error) {
    return problem('pasted', sentence(error));
  }
}

/** A file that is refused as a whole is said in the modal: its form is gone by then. */
async function reviewOrRefusal(fetched: () => Promise<Uint8Array>, reading: Reading): Promise<ModalView> {
  try {
    return await reviewed(await fetched(), reading);
  } catch (error) {
    return doneView('Nothing imported', [sentence(error)]);
  }
}

/** What a person is told of an expected refusal; anything else is not ours to explain. */
function sentence(error: unknown): string {
  if (error instanceof CapwatchError) return error.userMessage.replaceAll('`', '');
  throw error;
}

async function reviewed(file: Uint8Array | string, { submission, desk, index }: Reading): Promise<ModalView> {
  const today = newYorkTime(submission.call.now).day;
  const read = parseCallFile(file, { today, ...(index !== undefined && { index }) });
  if (read.rejected.length > LISTED) await sendProblems(read.rejected, submission);
  const draft = await desk.store.recordDraft(desk.writing, JSON.stringify({ kind: 'import', calls: read.calls }));
  return importReview({ ...counts(read), draft });
}

function counts({ calls, rejected, ignored, assumedIndex }: CallFile) {
  return { good: calls.length, rejected, ignored, assumedIndex };
}

/** Every rejected row by line and reason, as a file in the person's messages. */
async function sendProblems(rejected: readonly LineProblem[], { call, publishing }: Submission): Promise<void> {
  const { asker } = call;
  if (!asker) return;
  const text = `${rejected.length} rows of the import cannot be read`;
  await sendFileToUser(publishing.slack, asker.user, {
    filename: 'capwatch-import-problems.csv',
    text: csvText([['line', 'reason'], ...rejected.map(({ line, why }) => [String(line), why.replaceAll('`', '')])]),
    cover: {
      text,
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: `${text}: every one by line and reason.`, verbatim: true } },
      ],
    },
  });
}

/** The question after reading: writes the good rows, or nothing where the person asked for all or nothing. */
export async function confirmImport({ call, metadata, values }: Submission): Promise<SubmissionAnswer> {
  return update(importDone(await imported({ call, metadata, mode: fieldText(values, 'mode') })));
}

interface Confirmation {
  readonly call: TargetsCall;
  readonly metadata: string;
  readonly mode: string;
}

async function imported({ call, metadata, mode }: Confirmation): Promise<ImportOutcome> {
  const desk = writingDesk(call);
  const content = desk && (await desk.store.takeDraft(desk.writing, metadataText(metadata, 'draft')));
  const calls = importedCalls(content);
  if (!desk || !calls) return { kind: 'gone' };
  const rejected = Number(/"rejected":(\d+)/.exec(metadata)?.[1] ?? 0);
  const whole = mode === 'all-or-nothing';
  if (whole && rejected > 0) return { kind: 'nothing', held: [], rejected };
  const result = await desk.store.recordImport(desk.writing, {
    calls,
    mode: whole ? 'all-or-nothing' : 'keep-the-good',
  });
  if (result.kind === 'written') return result;
  if (result.kind === 'nothing') return { ...result, rejected: 0 };
  return { kind: 'forbidden', words: writersWords(result.writers) };
}

/** The calls a draft of ours kept; undefined for any other content. */
function importedCalls(content: string | undefined): ImportedCall[] | undefined {
  if (content === undefined) return undefined;
  const value: unknown = JSON.parse(content);
  if (typeof value !== 'object' || value === null || !('kind' in value) || value.kind !== 'import') return undefined;
  return 'calls' in value && Array.isArray(value.calls) ? (value.calls as ImportedCall[]) : undefined;
}

function update(view: ModalView): SubmissionAnswer {
  return { ack: { response_action: 'update', view } };
}

function problem(block: string, said: string): SubmissionAnswer {
  return { ack: { response_action: 'errors', errors: { [block]: said } } };
}

function fileOf(values: StateValues): GivenFile | undefined {
  const { files } = { ...values.file?.v } as { readonly files?: unknown };
  const first: unknown = Array.isArray(files) ? files[0] : undefined;
  if (typeof first !== 'object' || first === null) return undefined;
  const { url_private: url, size } = first as Readonly<Record<string, unknown>>;
  return typeof url === 'string' ? { url, bytes: typeof size === 'number' ? size : 0 } : undefined;
}
