/** `/targets`: parse → read → measure → write, or ask before a write. It posts nothing and catches nothing. */
import { monthsBefore, newYorkTime } from '../src/calendar/day.ts';
import { CapwatchError } from '../src/errors.ts';
import type { Message } from '../src/messages/message.ts';
import { addHintMessage, importHintMessage, targetsHelpMessage } from '../src/messages/targets-help.ts';
import { logMessage, writersMessage } from '../src/messages/targets-written.ts';
import { ADD_EXAMPLE } from '../src/questions/targets-line.ts';
import { parseTargetsRequest, type ReadRequest } from '../src/questions/targets-request.ts';
import { readerOf, type TargetsCall, writingDesk } from './targets-ledger.ts';
import { readingAnswer } from './targets-surveys.ts';
import { changesAnswer, exportAnswer, firmAnswer, indexAnswer, surveyAnswer } from './targets-views.ts';
import { addAnswer, editAnswer, withdrawAnswer, writersAnswer } from './targets-writes.ts';

/** The answer to `/targets text`. @throws CapwatchError as its steps do. */
export async function targets(text: string, call: TargetsCall): Promise<Message> {
  const { day: today } = newYorkTime(call.now);
  const request = parseTargetsRequest(text, today);
  switch (request.kind) {
    case 'help':
      return targetsHelpMessage();
    case 'import':
      return importHintMessage(writingDesk(call) !== undefined);
    case 'add':
      return request.typed
        ? addAnswer(request.typed, call)
        : addHintMessage(ADD_EXAMPLE, writingDesk(call) !== undefined);
    case 'survey-add':
      return readingAnswer(request.text, call);
    case 'edit':
      return editAnswer(request, call);
    case 'withdraw':
      return withdrawAnswer(request, call);
    case 'writers':
      return request.writers ? writersAnswer(request.writers, call) : writersMessage(await writersNow(call), false);
    case 'read': {
      const message = await readAnswer(request, call);
      return request.csv ? { ...message, sendCsv: true } : message;
    }
  }
}

async function readAnswer(request: ReadRequest, call: TargetsCall): Promise<Message> {
  switch (request.view) {
    case 'log':
      return logMessage(await logOf(call));
    case 'survey':
      return surveyAnswer(request, call);
    case 'export':
      return exportAnswer(request, call);
    case 'changes':
      return changesAnswer(
        { ...request, since: request.since ?? monthsBefore(request.asOf ?? newYorkTime(call.now).day, 1) },
        call,
      );
    case 'who':
      if (request.name === undefined) throw firmMissing();
      return firmAnswer({ ...request, name: request.name }, call);
    default:
      return request.name === undefined || request.view !== 'table'
        ? indexAnswer(request, call)
        : firmAnswer({ ...request, name: request.name, indexTyped: true }, call);
  }
}

function firmMissing(): CapwatchError {
  return new CapwatchError('invalid_input', 'A firm is missing after `who`.', { example: '/targets who goldman' });
}

async function logOf(call: TargetsCall) {
  const { reader, team } = readerOf(call);
  return reader.listAudit(team, 50);
}

async function writersNow(call: TargetsCall) {
  const { reader, team } = readerOf(call);
  return reader.findWriters(team);
}
