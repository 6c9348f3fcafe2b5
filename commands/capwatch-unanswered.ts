/** `/capwatch unanswered [words on|off]`: what nobody could answer, for those who may write in this workspace. */
import { CapwatchError } from '../src/errors.ts';
import { quotedWord } from '../src/messages/format.ts';
import type { Message } from '../src/messages/message.ts';
import { keepsWordsMessage, unansweredMessage } from '../src/messages/unanswered.ts';
import { readWords } from '../src/questions/words.ts';
import type { ThreadStore } from '../src/store/thread-store.ts';
import { mayWrite, type Writers } from '../src/store/writers.ts';

/** The questions of a workspace, and who may see them. */
export interface QuestionLog {
  readonly threads: Pick<ThreadStore, 'listUnanswered' | 'keepsWords' | 'recordKeepsWords'>;
  findWriters(team: string): Promise<Writers>;
}

export interface UnansweredCall {
  readonly now: Temporal.Instant;
  readonly asker?: { readonly team: string; readonly user: string };
  readonly questions?: QuestionLog;
}

const EXAMPLE = '/capwatch unanswered';

/** The list, or the change of the setting. @throws CapwatchError `invalid_input`, `not_configured`. */
export async function capwatchUnanswered(text: string, call: UnansweredCall): Promise<Message> {
  const { asker, questions, now } = call;
  if (!asker || !questions) {
    throw new CapwatchError('not_configured', 'Open questions belong to a workspace: type this in Slack.');
  }
  const { team, user } = asker;
  if (!mayWrite(await questions.findWriters(team), user)) {
    throw new CapwatchError('invalid_input', 'Open questions are shown to those who may write in this workspace.', {
      example: '/targets writers',
    });
  }
  const keeps = askedSetting(text);
  const { threads } = questions;
  if (keeps === undefined) {
    return unansweredMessage(await threads.listUnanswered(team), await threads.keepsWords(team));
  }
  await threads.recordKeepsWords({ team, by: { user, at: now } }, keeps);
  return keepsWordsMessage(keeps);
}

/** True or false after `words on|off`; undefined when nothing was typed. */
function askedSetting(text: string): boolean | undefined {
  const words = readWords(text, EXAMPLE);
  const typed: string[] = [];
  while (!words.done()) typed.push(words.next());
  const setting = typed.join(' ').toLowerCase();
  if (setting === '') return undefined;
  if (setting === 'words on' || setting === 'words off') return setting === 'words on';
  throw new CapwatchError('invalid_input', `I do not know \`${quotedWord(text.trim())}\` here.`, {
    example: EXAMPLE,
    hint: 'also: words on · words off',
  });
}
