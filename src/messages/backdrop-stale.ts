/** What a backdrop says of series whose newer print should be out, and of those without a known next release. Pure. */
import { macroName, periodWords } from '../charts/backdrop-words.ts';
import type { BackdropItem } from '../metrics/backdrop.ts';

/** So many late series fit in one line of a phone. */
const PER_LINE = 3;

/** Whether the calendar expected a newer print by then. */
export function isStale({ print }: BackdropItem): boolean {
  return print.overdue !== undefined;
}

/** ":warning: Stale: claims (wk 7 Nov; wk 14 Nov is due).", three series a line; nothing when all are fresh. */
export function staleLines(late: readonly BackdropItem[]): string[] {
  const said = late.map((item) => `${macroName(item.print.id, 'plain')} (${periodWords(item)}${dueWords(item)})`);
  return Array.from({ length: Math.ceil(said.length / PER_LINE) }, (_, line) => {
    const names = said.slice(line * PER_LINE, (line + 1) * PER_LINE);
    return `:warning: Stale: ${names.join(', ')}.`;
  });
}

/** What comes first in the fallback text: "Stale: claims wk 7 Nov. " */
export function staleLead(late: readonly BackdropItem[]): string {
  const names = late.map((item) => `${macroName(item.print.id, 'plain')} ${periodWords(item)}`);
  return names.length === 0 ? '' : `Stale: ${names.join(', ')}. `;
}

/** The header when nothing is fresh: "Stale: no claims after wk 7 Nov". */
export function staleHeadline(item: BackdropItem): string {
  return `Stale: no ${macroName(item.print.id, 'plain')} after ${periodWords(item)}`;
}

/** The period of a row: "wk 7 Nov, stale". */
export function periodCell(item: BackdropItem): string {
  return isStale(item) ? `${periodWords(item)}, stale` : periodWords(item);
}

/** "Next release not known: permits, GDPNow."; nothing when every next release is. */
export function nextUnknownLine(items: readonly BackdropItem[]): string[] {
  const names = items.filter(({ print }) => print.nextUnknown).map(({ print }) => macroName(print.id, 'plain'));
  return names.length === 0 ? [] : [`Next release not known: ${names.join(', ')}.`];
}

function dueWords({ print }: BackdropItem): string {
  if (print.overdue === undefined) return '';
  return `; ${periodWords({ print: { ...print, period: print.overdue } })} is due`;
}
