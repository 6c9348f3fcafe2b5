/** Calendar days as ISO text (2024-01-22): they sort, print and serialise as they are. Pure. */

/** A calendar day, `YYYY-MM-DD`, proleptic Gregorian, no zone. */
export type Day = string;

/** Where the exchanges are; every session and every release time is told in this zone. */
export const NEW_YORK = 'America/New_York';

/** The day `days` later (negative: earlier). */
export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The same day `months` back, clamped to the end of a shorter month (31 Mar − 1 month = 28 or 29 Feb). */
export function monthsBefore(day: Day, months: number): Day {
  return Temporal.PlainDate.from(day).subtract({ months }).toString();
}

/** Calendar days from `from` to `to`; negative if `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** The New York calendar day and wall time (`HH:MM`) of an instant. */
export function newYorkTime(instant: Temporal.Instant): { day: Day; time: string } {
  const local = instant.toZonedDateTimeISO(NEW_YORK);
  return { day: local.toPlainDate().toString(), time: local.toPlainTime().toString({ smallestUnit: 'minute' }) };
}
