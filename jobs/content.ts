/** What the clock sends, as shapes: content builders make it, the sending half delivers it once. No clock, store or Slack. */
import type { Day } from '../src/calendar/day.ts';
import type { Message } from '../src/messages/message.ts';

/** The sections of a morning summary's thread, in their fixed order. */
export const PARTS = ['smallcaps', 'fed', 'calls', 'calendar', 'receipts'] as const;
export type Part = (typeof PARTS)[number];

/** What goes out by the clock. `fed-before` and `fed-after` frame the decision of an FOMC day. */
export type SummaryKind = 'morning' | 'weekly' | 'fed-before' | 'fed-after';

/** Channels whose words and pictures are the same; one summary is written for all of them. */
export interface Audience {
  /** Sections of the thread, in the order of `PARTS`. */
  readonly parts: readonly Part[];
  readonly theme: 'light' | 'dark';
  /** The subscriber's zone, an IANA name; the words of a summary tell New York time all the same. */
  readonly zone: string;
}

/** Anything JSON can hold: how content remembers between two posts. Its shape is the content's own and versioned there. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The slot a summary is made for. */
export interface Slot {
  /** The subscriber's local day. */
  readonly day: Day;
  /** When it was due: what a summary speaks of is decided by this instant, also when it is sent late. */
  readonly due: Temporal.Instant;
  /** The time it is made. Later than `due` by more than the tolerance: the sending half marks the lead as late. */
  readonly now: Temporal.Instant;
}

/** What one channel was last told by this kind of summary. */
export interface LastSeen {
  readonly day: Day;
  /** The `snapshot` of that summary. */
  readonly snapshot: Json;
}

export interface Summary {
  readonly lead: Message;
  /** Posted into the lead's thread in this order, never broadcast. */
  readonly replies: readonly Message[];
  /** What the next summary for the same channel compares with, and what questions in the thread read. Small. */
  readonly snapshot: Json;
  /** Parts left out because their source did not answer: each follows in the thread once it does. */
  readonly missing?: readonly Part[];
  /** A number in an older post was wrong: that post is edited in place, and its thread gets the note. */
  readonly corrections?: readonly Correction[];
}

interface Correction {
  /** The day of the summary to correct. */
  readonly day: Day;
  readonly lead: Message;
  readonly note: Message;
}

/** Nothing to send; `reason` is a plain sentence for the delivery log: "No session on Sat 20 Jan". */
export interface Skip {
  readonly skip: string;
}

/**
 * One kind of summary, in two steps so that numbers are computed once for a slot and words once for an audience.
 * Neither step posts. A dead source is a section that says so, not a thrown error.
 */
export interface SummaryContent<Facts = unknown> {
  measure(slot: Slot): Promise<Facts>;
  /** Pure of I/O; `seen` is absent on a channel's first summary. */
  write(facts: Facts, audience: Audience, seen: LastSeen | undefined): Summary | Skip;
  /** A part that the summary `told` lacked, measured again; undefined while its source is still silent. */
  follow?(facts: Facts, part: Part, told: LastSeen): Message | undefined;
}

/** When an alert speaks, apart from its condition. */
export interface AlertTerms {
  /** True: stops itself after it fired. */
  readonly once: boolean;
  /** The last day it is evaluated: the meeting, the horizon, or what the person said. */
  readonly until?: Day;
  /** Local wall times between which it is held back and sent at the end: from 22:00 to 06:00. */
  readonly quiet?: { readonly from: string; readonly to: string; readonly zone: string };
  /** It belongs to the channel's standard set. */
  readonly set?: 'standard';
}

export interface AlertEvent {
  /**
   * `fired` and `again` are posted; `cleared` and `corrected` edit the post that fired and put `threadNote` in its
   * thread; `ended` asks the person who set it whether to set it again.
   */
  readonly kind: 'fired' | 'again' | 'cleared' | 'corrected' | 'ended';
  readonly message: Message;
  readonly threadNote?: Message;
  /** What questions in the alert's thread read. */
  readonly snapshot: Json;
}

export interface AlertOutcome {
  /** Kept and handed to the next evaluation; its first one is the silent baseline. */
  readonly state: Json;
  readonly event?: AlertEvent;
  /** One sentence why it did or did not fire: "−3.85 pp on Mon 22 Jan, not past −8 pp"; empty: as it was said before. */
  readonly because: string;
}

/** One stored alert as its evaluation sees it. */
export interface StoredAlert {
  /** "al-2": for buttons and `/capwatch alert stop al-2`. */
  readonly id: string;
  readonly title: string;
  /** "#desk-us", for the words of its Stop button; absent: "This channel". */
  readonly channelName?: string;
  readonly rule: Json;
  readonly terms: AlertTerms;
  /** Absent before the first evaluation. */
  readonly state?: Json;
}

/** All kinds of alerts, in two steps like a summary: prices are read once for every alert of a tick. */
export interface AlertContent<Facts = unknown> {
  /** Everything the given alerts need. */
  measure(alerts: readonly StoredAlert[], now: Temporal.Instant): Promise<Facts>;
  /** Same state again when the session it has seen is still the last one. */
  evaluate(alert: StoredAlert, facts: Facts, now: Temporal.Instant): AlertOutcome;
  /** Several alerts of one channel that fired in one tick, as one post. */
  bundle(events: readonly AlertEvent[]): Message;
  /** For an alert that has run out: how it would go on, so that its owner can be asked; undefined: it just ends. */
  renewal?(alert: StoredAlert, facts: Facts, now: Temporal.Instant): Renewal | undefined;
}

/** The next alert after one that ended with its meeting or its year. */
export interface Renewal {
  readonly rule: Json;
  readonly terms: AlertTerms;
  /** The question with the draft behind its buttons. */
  question(draft: string): Message;
  readonly snapshot: Json;
}

/** All content, handed to the sending half when the parts are put together. */
export interface Content {
  readonly summaries: Readonly<Record<SummaryKind, SummaryContent>>;
  readonly alerts: AlertContent;
}
