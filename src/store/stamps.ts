/** Instants as the tables keep them: ISO text of one length, so that text order is time order. */

/** `2024-01-22T12:00:00.000Z`. */
export function stamp(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 3 });
}

/** Sorts before every instant: at once, whatever the clock says later. */
export const AT_ONCE = '';
