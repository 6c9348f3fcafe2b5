/** The store's half for what the clock sends: subscriptions, slots, posts, alerts and the queue, each call naming its team. */
import type { Kysely } from 'kysely';
import { findEvent, finishEvent, queueEvents } from './alert-events.ts';
import { changeAlert, findAlert, listAlerts, recordAlert, recordEvaluation } from './alert-state.ts';
import { type Bound, boundTo } from './bound.ts';
import {
  claimPost,
  findPost,
  findPostAt,
  recordPictures,
  recordSent,
  recordSnapshot,
  recordUnknown,
  releasePost,
} from './posts.ts';
import type { Queue } from './queue.ts';
import { createSqliteQueue, type QueueOptions } from './queue-sqlite.ts';
import { claimSlots, findSlot, listSlots, recordSlot } from './slots.ts';
import {
  changeStatus,
  findSubscription,
  forgetThread,
  listDueSubscriptions,
  listSubscriptions,
  recordSubscription,
} from './subscriptions.ts';
import type { Tables } from './tables.ts';

const QUERIES = {
  recordSubscription,
  listSubscriptions,
  findSubscription,
  listDueSubscriptions,
  changeStatus,
  forgetThread,
  claimSlots,
  recordSlot,
  listSlots,
  findSlot,
  claimPost,
  recordSent,
  releasePost,
  recordUnknown,
  recordPictures,
  recordSnapshot,
  findPost,
  findPostAt,
  recordAlert,
  listAlerts,
  findAlert,
  changeAlert,
  recordEvaluation,
  queueEvents,
  findEvent,
  finishEvent,
};

export interface ClockStore extends Bound<typeof QUERIES> {
  /** The queue on this store's rows; not running yet. */
  createQueue(options: QueueOptions): Queue;
}

/** The clock's half over an open database. */
export function clockStoreOn(db: Kysely<Tables>): ClockStore {
  return { ...boundTo(db, QUERIES), createQueue: (options) => createSqliteQueue(db, options) };
}
