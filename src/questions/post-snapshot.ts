/** What a thread is about: the numbers of the post above it as they were posted, and what was asked since. Shapes only. */
import type { Day } from '../calendar/day.ts';
import type { Receipt } from '../metrics/receipt.ts';

/** A post of ours as it was when it was posted, found again by (team, channel, ts). Survives JSON. */
export interface PostSnapshot {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  /** `shared` is an answer somebody shared with the channel; `answer` one that Capwatch gave in a channel or thread. */
  readonly kind: 'shared' | 'morning' | 'weekly' | 'fed' | 'alert' | 'answer';
  /** The whole command line that makes the post again, day included; empty where none does. */
  readonly command: string;
  /** The session the post speaks of. */
  readonly asOf: Day;
  /** Every number in it, with its receipt. */
  readonly numbers: readonly Receipt[];
  /** The post was edited since: what was wrong, and the numbers as they were before. */
  readonly corrected?: { readonly note: string; readonly before: readonly Receipt[] };
}

/** Another post of the same channel. */
export interface ChannelPost extends PostSnapshot {
  /** Where a person can open it; absent on a terminal. */
  readonly link?: string;
}

/** What a post speaks of. */
export type Subject = 'fed' | 'smallcaps' | 'targets' | 'survey' | 'backdrop';

/**
 * One question of a thread, oldest first in a chain. `memory` is whatever the next question needs to know of this one
 * ("same for june", "why"): JSON that only src/questions writes and reads.
 */
export interface Turn {
  readonly text: string;
  /** The command line behind the answer, for its Receipts button; empty where there is none. */
  readonly command: string;
  /** JSON text. */
  readonly memory: string;
}

/**
 * Buttons under a thread answer, by `action_id`, as the Slack side reads them: `ask_1` to `ask_5` ask the question in
 * their `value` in the same thread; `answer_chart` asks "chart it" of the answer it stands under and `answer_miss` notes
 * that the answer missed, both without a value; `receipts` carries the command line as everywhere.
 */
export const ASK_BUTTONS = ['ask_1', 'ask_2', 'ask_3', 'ask_4', 'ask_5'] as const;
