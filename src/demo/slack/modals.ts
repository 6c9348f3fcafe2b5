/** Submitting and closing a modal, and what the bot's acknowledgement does to the stack of open views. */
import type { Backstage } from './backstage.ts';
import { type Choices, mostFiles, stateValues } from './elements.ts';
import { type Fields, fields, flag, list, text } from './json.ts';
import { addedFiles } from './modal-files.ts';
import { viewClosed, viewSubmission } from './payloads.ts';
import type { Outcome } from './person.ts';
import { refusalAnswer } from './refusal.ts';
import type { SocketMode } from './socket-mode.ts';
import { checkedView, showViews } from './view-methods.ts';
import { announce, type OpenView } from './workspace.ts';

/** Submits the modal `id`; the bot's answer closes it, changes it or puts problems beside its inputs. */
export async function submitView(
  stage: Backstage,
  socket: SocketMode,
  { id, choices }: { id: string; choices: Choices },
): Promise<Outcome> {
  const view = stage.workspace.views.find((open) => open.id === id);
  if (!view) return 'not_found';
  const errors = inputProblems(stage, view, choices);
  if (Object.keys(errors).length > 0) {
    showViews(stage, replaced(stage.workspace.views, { ...view, errors }));
    return 'sent';
  }
  const ack = await socket.deliver('interactive', viewSubmission(stage, view, choices));
  if (!ack.acked) {
    announce(stage.workspace, { kind: 'notice', text: 'We had some trouble connecting. Try again?' });
    return 'dispatch_failed';
  }
  try {
    showViews(stage, afterSubmission(stage, view, fields(ack.payload)));
  } catch (thrown) {
    const error = text(refusalAnswer(thrown)?.error);
    if (error === undefined) throw thrown;
    announce(stage.workspace, { kind: 'notice', text: `Capwatch answered with a view Slack would refuse: ${error}.` });
  }
  return 'sent';
}

/** Inputs that must be filled in and are not, or hold too many files: Slack says so before the bot hears anything. */
function inputProblems(stage: Backstage, { blocks }: OpenView, choices: Choices): Readonly<Record<string, string>> {
  const values = stateValues(blocks, choices, addedFiles(stage));
  const inputs = blocks.filter(({ type }) => type === 'input');
  const found = inputs.map((block) => [text(block.block_id) ?? '', inputProblem(block, values)] as const);
  return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function inputProblem({ block_id, element, optional }: Fields, values: Fields): string | undefined {
  const states = Object.values(fields(values[text(block_id) ?? ''])).map(fields);
  if (optional !== true && states.every(isEmpty)) return 'Please complete this required field.';
  const most = mostFiles(fields(element));
  return states.some(({ files }) => list(files).length > most) ? `Up to ${most} can be added here.` : undefined;
}

function isEmpty({ type, ...chosen }: Fields): boolean {
  return Object.values(chosen).every((value) => value === null || (Array.isArray(value) && value.length === 0));
}

function afterSubmission(stage: Backstage, view: OpenView, answer: Fields): readonly OpenView[] {
  const { views } = stage.workspace;
  const action = text(answer.response_action);
  const ids = { id: view.id, root: view.root_view_id };
  if (action === 'clear') return [];
  if (action === 'errors') return replaced(views, { ...view, errors: problems(answer.errors) });
  if (action === 'update') return replaced(views, checkedView(stage, answer.view, ids));
  if (action === 'push') return [...views, checkedView(stage, answer.view, { root: view.root_view_id })];
  return views.filter((open) => open.id !== view.id);
}

function replaced(views: readonly OpenView[], view: OpenView): readonly OpenView[] {
  return views.map((open) => (open.id === view.id ? view : open));
}

function problems(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields(value)).map(([block, problem]) => [block, String(problem)]));
}

/** Closes the top modal and tells the bot if the view asked for it. */
export async function closeView(stage: Backstage, socket: SocketMode): Promise<void> {
  const top = stage.workspace.views.at(-1);
  if (!top) return;
  showViews(stage, stage.workspace.views.slice(0, -1));
  if (flag(top.notify_on_close)) await socket.deliver('interactive', viewClosed(stage, top));
}
