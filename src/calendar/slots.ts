/** When something that comes by the clock is due next, in the subscriber's own zone. Pure; reads no clock. */
import { addDays, type Day, NEW_YORK, newYorkTime, weekday } from './day.ts';
import { closeTime, sessionOnOrBefore } from './nyse.ts';

/** What a subscription asks for: the kind, and a wall time in a zone. */
export interface Plan {
  readonly kind: 'morning' | 'weekly' | 'fed';
  /** `HH:MM`, 24 hours. */
  readonly time: string;
  /** IANA name. */
  readonly zone: string;
}

export type SlotName = 'morning' | 'weekly' | 'fed-before' | 'fed-after';

/** One time at which something is due; `day` and `name` make it unique, `due` says when. */
export interface DueSlot {
  readonly name: SlotName;
  /** The subscriber's local day. */
  readonly day: Day;
  readonly due: Temporal.Instant;
}

/** The decision is published at this New York time. */
const DECISION = '14:00';
/** A summary before the decision comes at least this long before it. */
const BEFORE_DECISION = { minutes: 30 };
/** By then the day's settlements are published. */
const AFTER_DECISION = '17:00';

/**
 * The instant of a wall time. A time that the clocks jump over is taken as the same distance after the jump; one that
 * comes twice is taken the first time.
 */
export function instantAt(day: Day, time: string, zone: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant();
}

/** The calendar day of an instant in a zone. */
export function dayIn(zone: string, instant: Temporal.Instant): Day {
  return instant.toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** True for a zone this computer knows by an IANA name; offsets like `+02:00` are no zones, they know no summer. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * The first slot of `plan` later than `after`; `meetings` are the decision days known, ascending. Undefined only when
 * no further meeting is known.
 */
export function nextSlot(plan: Plan, after: Temporal.Instant, meetings: readonly Day[]): DueSlot | undefined {
  switch (plan.kind) {
    case 'morning':
      return firstAfter(after, morningSlots(plan, dayIn(plan.zone, after)));
    case 'weekly':
      return firstAfter(after, weeklySlots(plan, newYorkTime(after).day));
    case 'fed':
      return firstAfter(
        after,
        meetings.filter((meeting) => meeting >= addDays(newYorkTime(after).day, -1)).flatMap(fedSlots(plan)),
      );
  }
}

function firstAfter(after: Temporal.Instant, slots: Iterable<DueSlot>): DueSlot | undefined {
  for (const slot of slots) if (Temporal.Instant.compare(slot.due, after) > 0) return slot;
  return undefined;
}

/** Monday to Friday of the subscriber's week; whether there was a session is for the summary to say. */
function morningSlots({ time, zone }: Plan, from: Day): DueSlot[] {
  return Array.from({ length: 5 }, (_, days) => addDays(from, days))
    .filter((day) => weekday(day) <= 5)
    .map((day) => ({ name: 'morning', day, due: instantAt(day, time, zone) }));
}

/** The first such wall time after the close of the week's last session. */
function weeklySlots({ time, zone }: Plan, from: Day): DueSlot[] {
  return [-7, 0, 7].map((days) => {
    const monday = addDays(from, days + 1 - weekday(from));
    const last = sessionOnOrBefore(addDays(monday, 4));
    const close = instantAt(last, closeTime(last), NEW_YORK);
    const sameDay = dayIn(zone, close);
    const early = Temporal.Instant.compare(instantAt(sameDay, time, zone), close) <= 0;
    const day = early ? addDays(sameDay, 1) : sameDay;
    return { name: 'weekly', day, due: instantAt(day, time, zone) };
  });
}

/** The last such wall time well before the decision, and New York's evening after it. */
function fedSlots({ time, zone }: Plan): (meeting: Day) => DueSlot[] {
  return (meeting) => {
    const latest = instantAt(meeting, DECISION, NEW_YORK).subtract(BEFORE_DECISION);
    const sameDay = dayIn(zone, latest);
    const late = Temporal.Instant.compare(instantAt(sameDay, time, zone), latest) > 0;
    const day = late ? addDays(sameDay, -1) : sameDay;
    const after = instantAt(meeting, AFTER_DECISION, NEW_YORK);
    return [
      { name: 'fed-before', day, due: instantAt(day, time, zone) },
      { name: 'fed-after', day: dayIn(zone, after), due: after },
    ];
  };
}
