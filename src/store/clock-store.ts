/** The store's half for what the clock sends: subscriptions, slots, posts, alerts and the queue, each call naming its team. */
import type { Kysely } from 'kysely';
import { findEvent, finishEvent, queueEvents } from './alert-events.ts';
import { changeAlert, findAlert, listAlerts, recordAlert, recordEvaluation } from './alert-state.ts';
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

/** A function of these files without its database. */
type Bound<F> = F extends (db: Kysely<Tables>, ...rest: infer Rest) => infer Result ? (...rest: Rest) => Result : never;

export interface ClockStore {
  readonly recordSubscription: Bound<typeof recordSubscription>;
  readonly listSubscriptions: Bound<typeof listSubscriptions>;
  readonly findSubscription: Bound<typeof findSubscription>;
  readonly listDueSubscriptions: Bound<typeof listDueSubscriptions>;
  readonly changeStatus: Bound<typeof changeStatus>;
  readonly forgetThread: Bound<typeof forgetThread>;
  readonly claimSlots: Bound<typeof claimSlots>;
  readonly recordSlot: Bound<typeof recordSlot>;
  readonly listSlots: Bound<typeof listSlots>;
  readonly findSlot: Bound<typeof findSlot>;
  readonly claimPost: Bound<typeof claimPost>;
  readonly recordSent: Bound<typeof recordSent>;
  readonly releasePost: Bound<typeof releasePost>;
  readonly recordUnknown: Bound<typeof recordUnknown>;
  readonly recordPictures: Bound<typeof recordPictures>;
  readonly recordSnapshot: Bound<typeof recordSnapshot>;
  readonly findPost: Bound<typeof findPost>;
  readonly findPostAt: Bound<typeof findPostAt>;
  readonly recordAlert: Bound<typeof recordAlert>;
  readonly listAlerts: Bound<typeof listAlerts>;
  readonly findAlert: Bound<typeof findAlert>;
  readonly changeAlert: Bound<typeof changeAlert>;
  readonly recordEvaluation: Bound<typeof recordEvaluation>;
  readonly queueEvents: Bound<typeof queueEvents>;
  readonly findEvent: Bound<typeof findEvent>;
  readonly finishEvent: Bound<typeof finishEvent>;
  /** The queue on this store's rows; not running yet. */
  createQueue(options: QueueOptions): Queue;
}

/** The clock's half over an open database. */
export function clockStoreOn(db: Kysely<Tables>): ClockStore {
  return {
    recordSubscription: (...rest) => recordSubscription(db, ...rest),
    listSubscriptions: (...rest) => listSubscriptions(db, ...rest),
    findSubscription: (...rest) => findSubscription(db, ...rest),
    listDueSubscriptions: (...rest) => listDueSubscriptions(db, ...rest),
    changeStatus: (...rest) => changeStatus(db, ...rest),
    forgetThread: (...rest) => forgetThread(db, ...rest),
    claimSlots: (...rest) => claimSlots(db, ...rest),
    recordSlot: (...rest) => recordSlot(db, ...rest),
    listSlots: (...rest) => listSlots(db, ...rest),
    findSlot: (...rest) => findSlot(db, ...rest),
    claimPost: (...rest) => claimPost(db, ...rest),
    recordSent: (...rest) => recordSent(db, ...rest),
    releasePost: (...rest) => releasePost(db, ...rest),
    recordUnknown: (...rest) => recordUnknown(db, ...rest),
    recordPictures: (...rest) => recordPictures(db, ...rest),
    recordSnapshot: (...rest) => recordSnapshot(db, ...rest),
    findPost: (...rest) => findPost(db, ...rest),
    findPostAt: (...rest) => findPostAt(db, ...rest),
    recordAlert: (...rest) => recordAlert(db, ...rest),
    listAlerts: (...rest) => listAlerts(db, ...rest),
    findAlert: (...rest) => findAlert(db, ...rest),
    changeAlert: (...rest) => changeAlert(db, ...rest),
    recordEvaluation: (...rest) => recordEvaluation(db, ...rest),
    queueEvents: (...rest) => queueEvents(db, ...rest),
    findEvent: (...rest) => findEvent(db, ...rest),
    finishEvent: (...rest) => finishEvent(db, ...rest),
    createQueue: (options) => createSqliteQueue(db, options),
  };
}
