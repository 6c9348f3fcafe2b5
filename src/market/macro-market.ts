/** What Capwatch knows of the economy: the interface the upper floors read, whatever source stands behind it. */
import type { Day } from '../calendar/day.ts';
import type { MacroKnown } from '../metrics/backdrop.ts';

export interface MacroMarket {
  /**
   * Prints as known on the evening of `asOf`, and apart from them what the same periods are now.
   * @throws CapwatchError `not_found` without a single print, `bad_response` naming file and line.
   */
  macro(asOf: Day): Promise<MacroKnown>;
}
