/** The tables behind questions in threads, as the queries see them. Instants are ISO text of one length, so they sort. */

export interface InboxRow {
  readonly team: string;
  readonly event_id: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts: string | null;
  readonly by_user: string;
  /** `mention`, `direct` or `reply`. */
  readonly via: string;
  /** Emptied when the question is answered. */
  readonly words: string;
  readonly state: string;
  readonly received_at: string;
  readonly lease_until: string;
  readonly attempts: number;
}

export interface SnapshotRow {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly kind: string;
  readonly command: string;
  readonly as_of: string;
  /** JSON list of receipts. */
  readonly numbers: string;
  /** JSON; null until a number of the post turned out wrong. */
  readonly corrected: string | null;
}

export interface TurnRow {
  readonly team: string;
  readonly channel: string;
  /** The thread; empty for the main line of a direct message. */
  readonly thread_ts: string;
  /** When it was asked, as Slack names the message. */
  readonly question_ts: string;
  readonly by_user: string;
  readonly asked_at: string;
  /** Where the answer is. */
  readonly answer_ts: string | null;
  readonly words: string;
  readonly command: string;
  readonly memory: string;
}

interface FeedbackRow {
  readonly team: string;
  readonly channel: string;
  /** The answer voted on. */
  readonly ts: string;
  readonly by_user: string;
  readonly verdict: string;
  readonly voted_at: string;
}

interface UnansweredRow {
  readonly team: string;
  readonly channel: string;
  readonly question_ts: string;
  readonly by_user: string;
  readonly asked_at: string;
  /** Empty where the workspace keeps no words. */
  readonly words: string;
  /** `unknown` or `missed`. */
  readonly why: string;
  readonly answer_ts: string | null;
}

export interface ThreadTables {
  readonly inbox: InboxRow;
  readonly post_snapshots: SnapshotRow;
  readonly turns: TurnRow;
  readonly feedback: FeedbackRow;
  readonly unanswered: UnansweredRow;
}
