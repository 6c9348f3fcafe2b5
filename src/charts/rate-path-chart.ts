/** The path the futures price, stepped meeting by meeting, beside an earlier day's. Pure. */
import { plain, sessionDate, shortDate } from '../messages/format.ts';
import type { FedOdds } from '../metrics/fed-odds.ts';
import type { RatePathLine, RatePathSpec } from './spec.ts';

/** The chart, with the path of `earlier` on the same meetings where it priced them all; undefined without a meeting. */
export function ratePathChart(odds: FedOdds, title: string, earlier?: FedOdds): RatePathSpec | undefined {
  const path = pathLine(odds, odds);
  if (!path) return undefined;
  const compare = earlier && pathLine(earlier, odds);
  const { lowerBp, upperBp } = odds.range;
  return {
    kind: 'ratePath',
    title: title.slice(0, 50),
    subtitle: 'Implied rate after each meeting, per cent, fed funds futures',
    source: odds.day.futures.source.publisher,
    asOf: sessionDate(odds.asOf),
    alt: altText(odds, path, compare),
    sample: odds.day.futures.source.sample,
    steps: stepLabels(odds),
    path,
    ...(compare && { compare }),
    range: { lowPct: lowerBp / 100, highPct: upperBp / 100, label: 'In force' },
  };
}

/** "Now", "31 Jan", …; the year where a new one begins. */
function stepLabels({ asOf, meetings }: FedOdds): string[] {
  const days = [asOf, ...meetings.map(({ meeting }) => meeting)];
  return days.map((day, index) => (index === 0 ? 'Now' : shortDate(day, days[index - 1]).replace(/ 20(\d\d)$/, ' $1')));
}

/** Rates before the first and after each of `on`'s meetings, as `from` priced them; undefined if it lacks one. */
function pathLine(from: FedOdds, on: FedOdds): RatePathLine | undefined {
  const found = on.meetings.map(({ meeting }) => from.meetings.find((one) => one.meeting === meeting));
  const [first] = found;
  const rates = found.map((one) => one?.own.endPct);
  const known = rates.filter((rate) => rate !== undefined);
  if (!first || known.length !== rates.length) return undefined;
  const ratesPct = [first.own.startPct, ...known];
  return { name: shortDate(from.asOf, on.asOf), ratesPct, endLabel: `${plain(ratesPct.at(-1) ?? 0, 2)}%` };
}

function altText(odds: FedOdds, path: RatePathLine, compare: RatePathLine | undefined): string {
  const last = odds.meetings.at(-1)?.meeting ?? '';
  const lead = `Stepped line of the implied fed funds rate, ${sessionDate(odds.asOf)}, per cent.`;
  const now = `${plain(path.ratesPct[0] ?? 0, 2)}% now, ${path.endLabel} after ${shortDate(last, odds.asOf)}.`;
  const before = compare ? ` On ${compare.name} the path ended at ${compare.endLabel}.` : '';
  return `${lead} ${now}${before}`;
}
