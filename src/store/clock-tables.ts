/** The tables behind what the clock sends, as the queries see them. Instants are ISO text of one length, so they sort. */

export interface SubscriptionRow {
  readonly team: string;
  readonly subscription: number;
  readonly channel: string;
  readonly channel_name: string;
  readonly kind: string;
  /** `HH:MM` in `zone`. */
  readonly time: string;
  readonly zone: string;
  /** JSON list. */
  readonly parts: string;
  readonly placement: string;
  readonly theme: string;
  readonly by_user: string;
  readonly created_at: string;
  readonly status: string;
  /** Why it is paused: a person's word, or Slack's. */
  readonly reason: string;
  readonly next_slot: string | null;
  readonly next_day: string | null;
  readonly next_due: string | null;
  /** The one thread that `placement` "thread" fills. */
  readonly standing_ts: string | null;
  readonly seen_day: string | null;
  /** JSON of what the channel was last told. */
  readonly seen: string | null;
}

export interface SlotRow {
  readonly team: string;
  /** `sub-3`, `al-2`. */
  readonly job: string;
  readonly day: string;
  readonly slot: string;
  readonly channel: string;
  readonly due_at: string;
  readonly state: string;
  readonly detail: string;
  readonly updated_at: string;
}

export interface PostRow {
  readonly team: string;
  readonly key: string;
  readonly channel: string;
  readonly thread_ts: string | null;
  readonly state: string;
  readonly claimed_at: string;
  readonly lease_until: string;
  /** Where Slack put it. */
  readonly posted_channel: string | null;
  readonly ts: string | null;
  readonly pictures: string;
  readonly about: string;
  readonly day: string;
  /** JSON for questions in its thread. */
  readonly snapshot: string;
}

export interface QueueRow {
  readonly team: string;
  readonly job: string;
  readonly key: string;
  readonly seq: number;
  /** Jobs of one lane run one after the other, in order. */
  readonly lane: string;
  readonly payload: string;
  readonly state: string;
  readonly not_before: string;
  readonly lease_until: string;
  readonly attempts: number;
}

export interface AlertRow {
  readonly team: string;
  readonly alert: number;
  readonly channel: string;
  readonly channel_name: string;
  readonly by_user: string;
  readonly title: string;
  readonly rule: string;
  readonly terms: string;
  /** JSON; null before the first evaluation. */
  readonly state: string | null;
  readonly status: string;
  readonly reason: string;
  readonly snoozed_until: string | null;
  readonly created_at: string;
  readonly because: string;
  readonly evaluated_at: string | null;
  readonly fired_at: string | null;
  readonly cleared_at: string | null;
  /** The post that last fired, edited when it clears. */
  readonly fired_key: string | null;
}

export interface AlertEventRow {
  readonly team: string;
  readonly alert: number;
  readonly event: number;
  readonly channel: string;
  /** JSON of the event: kind, message, note, snapshot. */
  readonly content: string;
  readonly state: string;
  readonly not_before: string;
  readonly created_at: string;
}

export interface ClockTables {
  readonly subscriptions: SubscriptionRow;
  readonly slots: SlotRow;
  readonly posts: PostRow;
  readonly queue_jobs: QueueRow;
  readonly alerts: AlertRow;
  readonly alert_events: AlertEventRow;
}
