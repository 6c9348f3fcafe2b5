/** How a recovery is told in one sentence: the header, the fallback text, and the words they share with the lines. Pure. */
import { yearOf } from '../calendar/day.ts';
import { isMeasured } from '../metrics/receipt.ts';
import type { Recovery } from '../metrics/recoveries.ts';
import type { BasisView, RecoveryView } from '../metrics/recovery-view.ts';
import { counted, fullDate, ordinal, shortDate } from './format.ts';
import { seriesName } from './words.ts';

/** The year from which a 52-week high can be told: the data then reach back 365 days. */
export function sinceYear({ history }: BasisView): number {
  return yearOf(history.series.dates[history.judgedFrom] ?? history.series.dates[0] ?? '');
}

/** True when the last recovery is the fastest, on enough of what was tried to say so in a header. */
export function isFastest({ close, fastest }: RecoveryView): boolean {
  const rank = close.last?.rank;
  return (
    close.history.completed.length > 1 && fastest.headline && rank !== undefined && isMeasured(rank) && rank.value === 1
  );
}

/** "Fastest Russell 2000 recovery of 13: 53 days, 52-week low to high". */
export function recoveryHeadline(view: RecoveryView): string {
  const { close } = view;
  const name = seriesName(view.inputs.subject);
  if (close.current) {
    const { days } = close.current.underWay;
    return `${name} recovery under way: ${counted(days, 'day')} since its 52-week low`;
  }
  const days = counted(close.last?.recovery.days ?? 0, 'day');
  const count = close.history.completed.length;
  // The basis is in the line when "fastest" does not hold on everything that was tried.
  const everywhere = view.fastest.held === view.fastest.tried;
  if (isFastest(view))
    return `Fastest ${name} recovery of ${count}${everywhere ? `: ${days}, 52-week low to high` : ` on closes: ${days}`}`;
  return `${name} recovery: ${days}, ${place(close)}52-week low to high`;
}

/** "5th of 14, ", or nothing when the ranking is refused. */
function place({ last, history }: BasisView): string {
  return last && isMeasured(last.rank) && history.completed.length > 1
    ? `${ordinal(last.rank.value)} of ${history.completed.length}, `
    : '';
}

/** "27 Oct to 19 Dec 2023", "9 Dec 1994 to 30 Mar 1995". */
export function recoveryDates({ low, high }: Recovery): string {
  return `${shortDate(low.day, high.day)} to ${fullDate(high.day)}`;
}

/** The notification's text. */
export function recoveryFallback(view: RecoveryView): string {
  const { close, intraday } = view;
  const name = seriesName(view.inputs.subject);
  if (close.current)
    return `${recoveryHeadline(view)} on closes (${fullDate(close.current.underWay.low.day)}); ${completedWords(view)}`;
  if (!close.last) return recoveryHeadline(view);
  const { recovery, next } = close.last;
  const other = 'absent' in intraday || intraday.current ? undefined : intraday.last;
  const lengths = `${counted(recovery.days, 'day')} from 52-week low to 52-week high on closes (${recoveryDates(recovery)})`;
  const both = other ? `${lengths}, ${counted(other.recovery.days, 'day')} intraday` : lengths;
  const count = `${close.history.completed.length} since ${sinceYear(close)}`;
  const rank = place(close) === '' ? '' : `, ${place(close)}since ${sinceYear(close)}`.replace(', since', ' since');
  if (!isFastest(view)) return `${name} recovery${rank}: ${both}.`;
  return `Fastest ${name} recovery of ${count}: ${both}.${nextWords(next?.recovery, other?.next?.recovery)}`;
}

/** " Next fastest 74 and 72, in 2014." */
function nextWords(closes: Recovery | undefined, intraday: Recovery | undefined): string {
  if (!closes) return '';
  const year = yearOf(closes.low.day);
  if (!intraday) return ` Next fastest ${closes.days}, in ${year}.`;
  const other = yearOf(intraday.low.day);
  return year === other
    ? ` Next fastest ${closes.days} and ${intraday.days}, in ${year}.`
    : ` Next fastest ${closes.days} in ${year} and ${intraday.days} in ${other}.`;
}

function completedWords({ close }: RecoveryView): string {
  const [fastest] = close.history.completed.toSorted((a, b) => a.days - b.days);
  if (!fastest) return 'none was completed before.';
  return `fastest of ${close.history.completed.length} completed since ${sinceYear(close)}: ${counted(fastest.days, 'day')}, ${recoveryDates(fastest)}.`;
}
