/** The buttons and modals of `/targets`: form, question, answer. Plain functions; Slack's own words stay at the edge. */

import type { ModalView } from '@slack/types';
import { newYorkTime } from '../src/calendar/day.ts';
import type { PendingWrite } from '../src/messages/targets-confirm.ts';
import { confirmView, doneView, type FormValues, formValues, targetForm } from '../src/messages/targets-form.ts';
import { importForm } from '../src/messages/targets-import.ts';
import { outcomeLines, outcomeMessage, type WriteOutcome } from '../src/messages/targets-written.ts';
import type { CallVersion } from '../src/metrics/calls.ts';
import { callFactsFrom, ENTRY_FIELDS } from '../src/questions/targets-entry.ts';
import { openView, updateView } from '../src/slack/post.ts';
import type { Press } from './buttons.ts';
import { fieldText, metadataOf, metadataText, type Submission, type SubmissionAnswer } from './targets-fields.ts';
import { confirmImport, readImport } from './targets-import.ts';
import { barredBy, readerOf, type TargetsCall, writingDesk } from './targets-ledger.ts';
import { confirmed, confirmedInWords, discarded, draftOf, recordDraft, reviewOf } from './targets-writes.ts';

/** What these buttons need of a press. */
export type TargetPress = Pick<Press, 'publishing' | 'line' | 'trigger_id' | 'view' | 'tell'> & {
  readonly call: TargetsCall;
};

/** By action id; `line` is the button's value: a draft's name, or a command line. */
export const TARGET_ACTIONS: Readonly<Record<string, (press: TargetPress) => Promise<void>>> = {
  target_add: (press) => openView(press.publishing.slack, press.trigger_id, targetForm({ today: todayOf(press.call) })),
  target_edit: openEdit,
  target_import: ({ publishing, trigger_id }) => openView(publishing.slack, trigger_id, importForm()),
  confirm_write: async (press) => press.tell(await confirmedInWords(press.line, press.call), 'in place'),
  confirm_edit: editDraft,
  confirm_cancel: async (press) => press.tell(outcomeMessage(await discarded(press.line, press.call)), 'in place'),
};

function todayOf({ now }: TargetsCall): string {
  return newYorkTime(now).day;
}

/** `/targets edit 12` under a call: the form with what stands. */
async function openEdit({ call, publishing, line, trigger_id }: TargetPress): Promise<void> {
  const { reader, team } = readerOf(call);
  const held = await reader.findCall(team, Number(/\d+$/.exec(line)?.[0]));
  const view = held
    ? formOf({ kind: 'edit', facts: held, before: held }, call)
    : doneView('No such call', outcomeLines({ kind: 'unknown' }));
  await openView(publishing.slack, trigger_id, view);
}

/** Back from the question to the form: a new modal, or the one that is open. */
async function editDraft({ call, publishing, line, trigger_id, view }: TargetPress): Promise<void> {
  const desk = writingDesk(call);
  const write = desk && (await draftOf(line, desk));
  const next = write ? formOf(write, call) : doneView('Draft is gone', outcomeLines({ kind: 'gone' }));
  if (view) await updateView(publishing.slack, view.id, next);
  else await openView(publishing.slack, trigger_id, next);
}

function formOf(write: PendingWrite, call: TargetsCall): ModalView {
  const facts = write.kind === 'withdraw' ? write.before : write.facts;
  const edited = write.kind === 'add' ? undefined : { call: write.before.call, version: write.before.version };
  return targetForm({ today: todayOf(call), values: formValues(facts), edited });
}

/** By callback id. */
export const VIEW_SUBMISSIONS: Readonly<Record<string, (submission: Submission) => Promise<SubmissionAnswer>>> = {
  target_add: submitForm,
  target_confirm: submitConfirmed,
  target_import: readImport,
  target_import_confirm: confirmImport,
};

/** The form: errors at their fields, or the question in its place. */
async function submitForm({ call, metadata, values }: Submission): Promise<SubmissionAnswer> {
  const desk = writingDesk(call);
  if (!desk) return shown('Read only', ['This ledger can only be read here: nothing can be written.', '']);
  const writers = await barredBy(desk);
  if (writers) return ended({ kind: 'forbidden', writers });
  const { reader, team } = readerOf(call);
  const target = targetOf(metadata);
  const edited = target && (await reader.findCall(team, target.call));
  if (target && edited?.version !== target.version)
    return ended(edited ? { kind: 'changed', version: edited } : { kind: 'unknown' });
  const typed = Object.fromEntries(ENTRY_FIELDS.map((field) => [field, fieldText(values, field)])) as FormValues;
  const entry = callFactsFrom(typed, { today: todayOf(call), known: await reader.listCallVersions(team), edited });
  if ('errors' in entry) return { ack: { response_action: 'errors', errors: plainErrors(entry.errors) } };
  const write = writeOf(entry.facts, edited);
  const draft = await recordDraft(write, desk);
  return { ack: { response_action: 'update', view: confirmView(await reviewOf(write, call), draft) } };
}

function writeOf(
  facts: Extract<PendingWrite, { kind: 'add' }>['facts'],
  before: CallVersion | undefined,
): PendingWrite {
  return before ? { kind: 'edit', facts, before } : { kind: 'add', facts };
}

/** Slack shows errors as plain text. */
function plainErrors(errors: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([field, problem]) => [field, problem.replaceAll('`', '')]));
}

async function submitConfirmed({ call, metadata }: Submission): Promise<SubmissionAnswer> {
  return ended(await confirmed(metadataText(metadata, 'draft'), call));
}

function ended(outcome: WriteOutcome): SubmissionAnswer {
  return shown(outcome.kind === 'written' ? outcome.did : 'Nothing written', outcomeLines(outcome));
}

function shown(title: string, lines: readonly string[]): SubmissionAnswer {
  return {
    ack: {
      response_action: 'update',
      view: doneView(
        title,
        lines.filter((line) => line !== ''),
      ),
    },
  };
}

/** The call and version an edit form carries; anything else is an addition. */
function targetOf(metadata: string): { readonly call: number; readonly version: number } | undefined {
  const value = metadataOf(metadata);
  const { call, version } = value;
  return typeof call === 'number' && typeof version === 'number' ? { call, version } : undefined;
}
