/** A receipt's value in full, as a person can retype it. Pure. */
import { exactly } from '../messages/format.ts';

/** "−0.0215526", "1,983.38", "yes". */
export function formulaWords(value: number | boolean): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : exactly(value);
}
