/** What posts of ours say → the store, so that a question under one is about its numbers. Posts nothing. */
import type { Message } from './messages/message.ts';
import type { Said } from './publish.ts';
import type { ThreadStore } from './store/thread-store.ts';

/** The kinds of posts as threads know them; `about` of a post names them in its own words. */
const KINDS: Readonly<Record<string, string>> = {
  morning: 'morning',
  weekly: 'weekly',
  'fed-before': 'fed',
  'fed-after': 'fed',
  alert: 'alert',
  answer: 'answer',
};

type Keeping = Pick<ThreadStore, 'recordPostNumbers' | 'recordReplyNumbers' | 'recordEditedNumbers'>;

/** Keeps the numbers of every post in `team`: of a reply with the post it stands under, of an edit beside what was. */
export function rememberIn(store: Keeping, team: string): (said: Said) => Promise<void> {
  return async ({ message, posted, thread_ts, about, edited }) => {
    const { channel, ts } = posted;
    const { numbers, asOf } = message;
    if (edited) return store.recordEditedNumbers({ team, channel, ts }, { numbers, note: message.text });
    const said = { kind: KINDS[about] ?? 'shared', command: commandOf(message), asOf, numbers };
    // An answer in a thread is asked for its own receipts; it says nothing on behalf of the post above it.
    if (thread_ts === undefined || about === 'answer') return store.recordPostNumbers({ team, channel, ts }, said);
    await store.recordReplyNumbers({ team, channel, ts: thread_ts }, said);
  };
}

/** The line that makes a message again: what its Receipts button carries. */
function commandOf({ blocks }: Message): string {
  for (const block of blocks) {
    if (block.type !== 'actions') continue;
    for (const element of block.elements) {
      if (element.type !== 'button' || element.action_id !== 'receipts') continue;
      return element.value ?? '';
    }
  }
  return '';
}
