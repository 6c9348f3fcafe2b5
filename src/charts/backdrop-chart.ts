/** The picture of `/backdrop`: one small line a series, each on its own scale, of values known that day. Pure. */

import { monthsBefore } from '../calendar/day.ts';
import { capital, countWord, fullDate, plain, shortDate } from '../messages/format.ts';
import type { Backdrop, BackdropItem } from '../metrics/backdrop.ts';
import { isMeasured } from '../metrics/receipt.ts';
import { changeWords, macroName, macroValue } from './backdrop-words.ts';
import type { SparklinesSpec } from './sparklines-spec.ts';

/** A quarter shows a weekly, a monthly and a daily series at once. */
const MONTHS = 3;

/** One panel an item. `headline` is the message's; the picture's title is the same sentence without its first word. */
export function backdropChart({ items: known, asOf }: Backdrop, headline: string): SparklinesSpec {
  const items = drawn(known);
  // Every panel shows at least its last value, however old.
  const from = items.reduce(
    (start, { print }) => (print.period < start ? print.period : start),
    monthsBefore(asOf, MONTHS),
  );
  const title = headline.replace(/^Backdrop: /, '');
  return {
    kind: 'sparklines',
    title: `${capital(title)}`,
    subtitle: `Three months, as known on ${fullDate(asOf)}; each on its own scale`,
    source: [...new Set(items.map(({ print }) => print.source.publisher))].join(', '),
    asOf: fullDate(asOf),
    alt: altText(items, asOf),
    sample: items.some(({ print }) => print.source.sample),
    from,
    to: asOf,
    panels: items.map((item) => {
      const shown = item.print.history.filter(({ period }) => period >= from);
      return {
        name: macroName(item.print.id, 'table'),
        dates: shown.map(({ period }) => period),
        values: shown.map(({ value }) => value),
        endLabel: macroValue(item),
        changeLabel: changeWords(item),
      };
    }),
  };
}

/** A quarter's figure is one point in three months, no line; it is drawn only where nothing else is known. */
function drawn(items: readonly BackdropItem[]): readonly BackdropItem[] {
  const lines = items.filter(({ print }) => print.id !== 'GDPC1');
  return lines.length > 0 ? lines : items;
}

function altText(items: readonly BackdropItem[], asOf: string): string {
  const values = items.map((item) => `${macroName(item.print.id, 'long')} ${macroValue(item)}${below(item)}`);
  const lines = items.length === 1 ? 'line chart' : 'line charts';
  return `${countWord(items.length)} small ${lines} to ${fullDate(asOf)}, last values: ${values.join('; ')}.`;
}

/** ", $14bn below the 10 Jan record". */
function below({ print, change }: BackdropItem): string {
  if (print.id !== 'MMF' || !isMeasured(change) || change.value >= 0 || !print.record) return '';
  return `, $${plain(-change.value)}bn below the ${shortDate(print.record.period, print.period)} record`;
}
