/** The shape of a rule: which words a kind of question needs, which speak for it, under which posts it is likelier. */
import type { Kind } from './question.ts';
import type { Concept } from './words-lexicon.ts';

/** What the post above a thread is about. */
export type Topic = 'smallcaps' | 'fed' | 'targets' | 'survey' | 'backdrop' | 'morning' | 'none';

/** A condition on a slot beside the words. */
export type SlotWord =
  | 'figure'
  | 'bp'
  | 'macro'
  | 'firm'
  | 'month'
  | 'window'
  | 'outlet'
  | 'fromHigh'
  | 'fedTopic'
  | 'targetTopic'
  | 'chart'
  | 'index'
  | 'most'
  | 'last'
  | 'level'
  | 'year'
  | 'day'
  | 'side'
  | 'size'
  | 'bothEnds'
  | 'running'
  | 'count';

export interface Rule {
  readonly kind: Kind;
  /** One word or slot of every group must be there. */
  readonly needs: readonly (readonly (Concept | SlotWord)[])[];
  readonly not?: readonly (Concept | SlotWord)[];
  readonly weight: number;
  /** What speaks for it beside that. */
  readonly plus?: Partial<Record<Concept | SlotWord, number>>;
  /** Posts under which it is likelier. */
  readonly under?: readonly Topic[];
  /** Posts or threads under which alone it is meant. */
  readonly only?: readonly Topic[];
}
