/** Writes to the ledger: every one is a draft first, shown whole, and written only when the person confirms it. */
import { newYorkTime } from '../src/calendar/day.ts';
import { CapwatchError } from '../src/errors.ts';
import type { Message } from '../src/messages/message.ts';
import { confirmMessage, linkWords, type PendingWrite, type Review } from '../src/messages/targets-confirm.ts';
import { formValues } from '../src/messages/targets-form.ts';
import { editHintMessage } from '../src/messages/targets-help.ts';
import { horizonPhrase, valueWords } from '../src/messages/targets-words.ts';
import { outcomeMessage, type WriteOutcome, writersMessage } from '../src/messages/targets-written.ts';
import type { CallVersion } from '../src/metrics/calls.ts';
import type { PriceSeries } from '../src/metrics/series.ts';
import { callFactsFrom, type TypedCall } from '../src/questions/targets-entry.ts';
import { ADD_EXAMPLE } from '../src/questions/targets-line.ts';
import type { IndexSymbol, TargetsRequest } from '../src/questions/targets-request.ts';
import type { CallWrite } from '../src/store/call-ledger.ts';
import type { Writers } from '../src/store/writers.ts';
import { barredBy, type Desk, daysOf, pricesOf, readerOf, type TargetsCall, writingDesk } from './targets-ledger.ts';
import { type PendingReading, writtenReading } from './targets-surveys.ts';

const INDEX_NAMES: Readonly<Record<string, string>> = { RUT: 'Russell 2000', GSPC: 'S&P 500' };
const READ_ONLY = 'This ledger can only be read here: nothing can be written.';

/** `/targets add …`: the call as it would be stored, and the question. */
export async function addAnswer(typed: TypedCall, call: TargetsCall): Promise<Message> {
  const { reader, team } = readerOf(call);
  const known = await reader.listCallVersions(team);
  const entry = callFactsFrom(typed, { today: newYorkTime(call.now).day, known });
  if ('errors' in entry) throw refusedEntry(Object.values(entry.errors)[0], ADD_EXAMPLE);
  return asked({ kind: 'add', facts: entry.facts }, call);
}

type EditRequest = Extract<TargetsRequest, { kind: 'edit' }>;

/** `/targets edit 12 …`: the correction beside what stands; without changes the call and the form. */
export async function editAnswer({ call: number, changes }: EditRequest, call: TargetsCall): Promise<Message> {
  const before = await heldCall(number, call);
  if (Object.keys(changes).length === 0) {
    return editHintMessage(number, callLines(before), writingDesk(call) !== undefined);
  }
  const { reader, team } = readerOf(call);
  const known = await reader.listCallVersions(team);
  const typed = { ...formValues(before), ...changes };
  const entry = callFactsFrom(typed, { today: newYorkTime(call.now).day, known, edited: before });
  if ('errors' in entry) throw refusedEntry(Object.values(entry.errors)[0], `/targets edit ${number} target 2500`);
  return asked({ kind: 'edit', facts: entry.facts, before }, call);
}

/** `/targets withdraw 12 [on DAY]`. */
export async function withdrawAnswer(
  { call: number, on }: Extract<TargetsRequest, { kind: 'withdraw' }>,
  call: TargetsCall,
): Promise<Message> {
  const before = await heldCall(number, call);
  const day = on ?? newYorkTime(call.now).day;
  if (day >= before.noteDate) return asked({ kind: 'withdraw', before, on: day }, call);
  throw new CapwatchError(
    'invalid_input',
    `Call ${number} was published on ${before.noteDate}; it cannot end before.`,
    {
      example: `/targets withdraw ${number} on ${before.noteDate}`,
    },
  );
}

/** `/targets writers …`: a setting, written at once since it takes nothing away from the person who sets it. */
export async function writersAnswer(writers: Writers, call: TargetsCall): Promise<Message> {
  const desk = writingDesk(call);
  if (!desk) throw readOnly();
  const done = await desk.store.recordWriters(desk.writing, writers);
  const now = await desk.store.findWriters(desk.writing.team);
  return done === 'written' ? writersMessage(now, true) : outcomeMessage({ kind: 'forbidden', writers: now });
}

async function heldCall(number: number, call: TargetsCall): Promise<CallVersion> {
  const { reader, team } = readerOf(call);
  const held = await reader.findCall(team, number);
  if (held) return held;
  throw new CapwatchError('not_found', `There is no call ${number} in this ledger.`, {
    example: '/targets who goldman',
  });
}

function callLines(version: CallVersion): string[] {
  const { firm, people, index, source, noteDate, withdrawnOn } = version;
  const who = people.length === 0 ? firm : `${firm} (${people.join(', ')})`;
  const withdrawn = withdrawnOn === undefined ? '' : `, withdrawn on ${withdrawnOn}`;
  return [
    `${who}: ${INDEX_NAMES[index] ?? index} ${valueWords(version.value)} ${horizonPhrase(version)}`,
    `Version ${version.version}, note of ${noteDate}, ${linkWords(source.link)}${withdrawn}`,
  ];
}

function refusedEntry(problem: string | undefined, example: string): CapwatchError {
  return new CapwatchError('invalid_input', problem ?? 'I cannot read that call.', { example });
}

function readOnly(): CapwatchError {
  return new CapwatchError('invalid_input', READ_ONLY, { example: '/targets russell' });
}

/** The question as a message; a person who may not write is told at once. */
async function asked(write: PendingWrite, call: TargetsCall): Promise<Message> {
  const desk = writingDesk(call);
  const review = await reviewOf(write, call);
  if (!desk) return confirmMessage({ ...review, notes: [READ_ONLY] }, undefined);
  const writers = await barredBy(desk);
  if (writers) return outcomeMessage({ kind: 'forbidden', writers });
  return confirmMessage(review, await recordDraft(write, desk));
}

/** What the question shows; without closes it says so, since a note can be kept while prices are down. */
export async function reviewOf(write: PendingWrite, call: TargetsCall): Promise<Review> {
  const { index } = write.kind === 'withdraw' ? write.before : write.facts;
  const series = index === 'RUT' || index === 'GSPC' ? await closesIfThere(index, call) : undefined;
  return { write, indexName: INDEX_NAMES[index] ?? index, series, notes: [] };
}

async function closesIfThere(index: IndexSymbol, call: TargetsCall): Promise<PriceSeries | undefined> {
  try {
    return await pricesOf(call, index, daysOf(undefined, call.now));
  } catch (error) {
    if (error instanceof CapwatchError) return undefined;
    throw error;
  }
}

/** Keeps the write until it is confirmed; returns the draft's name. */
export function recordDraft(write: PendingWrite, { store, writing }: Desk): Promise<string> {
  return store.recordDraft(writing, JSON.stringify(write));
}

/** A draft's write, still waiting; undefined when it is used, too old or another person's. */
export async function draftOf(name: string, { store, writing }: Desk): Promise<PendingWrite | undefined> {
  return pendingWrite(await store.findDraft(writing, name));
}

/** What `recordDraft` kept, and nothing else. */
function pendingWrite(content: string | undefined): PendingWrite | undefined {
  if (content === undefined) return undefined;
  const value: unknown = JSON.parse(content);
  const kinds = ['add', 'edit', 'withdraw'];
  if (typeof value !== 'object' || value === null || !('kind' in value) || !kinds.includes(String(value.kind)))
    return undefined;
  return value as PendingWrite;
}

/** Takes a draft of any kind and writes it, once; the answer in words. */
export async function confirmedInWords(name: string, call: TargetsCall): Promise<Message> {
  const desk = writingDesk(call);
  if (!desk) throw readOnly();
  const reading = pendingReading(await desk.store.findDraft(desk.writing, name));
  if (!reading) return outcomeMessage(await confirmed(name, call));
  const taken = await desk.store.takeDraft(desk.writing, name);
  return taken === undefined ? outcomeMessage({ kind: 'gone' }) : writtenReading(reading, desk);
}

function pendingReading(content: string | undefined): PendingReading | undefined {
  if (content === undefined) return undefined;
  const value: unknown = JSON.parse(content);
  const isReading = typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'reading';
  return isReading ? (value as PendingReading) : undefined;
}

/** Takes the draft and writes it: once, whoever presses twice. */
export async function confirmed(name: string, call: TargetsCall): Promise<WriteOutcome> {
  const desk = writingDesk(call);
  if (!desk) throw readOnly();
  const write = pendingWrite(await desk.store.takeDraft(desk.writing, name));
  if (!write) return { kind: 'gone' };
  return outcomeOf(write, await written(write, desk));
}

function written(write: PendingWrite, { store, writing }: Desk): Promise<CallWrite> {
  switch (write.kind) {
    case 'add':
      return store.recordCall(writing, write.facts);
    case 'edit':
      return store.recordCorrection(writing, {
        call: write.before.call,
        version: write.before.version,
        facts: write.facts,
      });
    case 'withdraw':
      return store.recordWithdrawal(writing, { call: write.before.call, version: write.before.version, on: write.on });
  }
}

const DID = { add: 'Added', edit: 'Changed', withdraw: 'Withdrawn' } as const;

function outcomeOf({ kind }: PendingWrite, result: CallWrite): WriteOutcome {
  return result.kind === 'written' ? { kind: 'written', did: DID[kind], version: result.version } : result;
}

/** Throws a draft away. */
export async function discarded(name: string, call: TargetsCall): Promise<WriteOutcome> {
  const desk = writingDesk(call);
  if (!desk) throw readOnly();
  const content = await desk.store.takeDraft(desk.writing, name);
  return content === undefined ? { kind: 'gone' } : { kind: 'discarded' };
}
