/** The date axis: sessions side by side, labelled by days, months or years, whichever the span asks for. Pure. */
import { type Day, daysBetween, weekday, yearOf } from '../../calendar/day.ts';
import { font, type Part } from './frame.ts';
import { type Palette, SIZE } from './palette.ts';
import { TRANSPARENT } from './value-axis.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MOST_LABELS = 8;

interface DateTick {
  readonly index: number;
  readonly label: string;
}

/** Places for labels, about 5 px each; renderers draw every empty place, so there are no more. */
export const MOST_PLACES = 120;

/** The hidden axis `x`, on which a session's index is its place, and beside it the printed one. */
export function dateAxis(dates: readonly Day[], palette: Palette): Record<string, Part> {
  const last = Math.max(1, dates.length - 1);
  const places = Math.min(last, MOST_PLACES);
  const labels = Array.from({ length: places + 1 }, () => '');
  const marks = labels.map(() => TRANSPARENT);
  for (const { index, label } of dateTicks(dates)) {
    const place = Math.round((index / last) * places);
    labels[place] = label;
    marks[place] = palette.axis;
  }
  return {
    x: { axis: 'x', type: 'linear', min: 0, max: last, display: false },
    dates: {
      axis: 'x',
      type: 'category',
      labels,
      offset: false,
      position: 'bottom',
      grid: { drawOnChartArea: false, tickColor: marks, tickLength: 6 },
      border: { color: palette.axis },
      ticks: { autoSkip: false, maxRotation: 0, padding: 3, color: palette.quiet, font: font(SIZE.tick, 400) },
    },
  };
}

/** Index of a marked day. @throws RangeError when it is not one of the chart's sessions. */
export function markIndex(dates: readonly Day[], day: Day): number {
  const index = dates.indexOf(day);
  if (index < 0) throw new RangeError(`marked day ${day} is not on the chart`);
  return index;
}

/** Where the axis is labelled: days up to ten weeks, months up to two years and a half, years beyond. */
export function dateTicks(dates: readonly Day[]): DateTick[] {
  const span = daysBetween(dates[0] ?? '', dates.at(-1) ?? '');
  if (span <= 70) return dayTicks(dates);
  return span <= 920 ? monthTicks(dates) : yearTicks(dates);
}

/** First and last session, and between them the first session of a week, as long as there is room. */
function dayTicks(dates: readonly Day[]): DateTick[] {
  const last = dates.length - 1;
  const room = Math.max(1, Math.ceil(last / (MOST_LABELS - 2)));
  const kept = last > 0 ? [0, last] : [0];
  for (let index = 1; index < last; index++) {
    const opensWeek = last < MOST_LABELS || weekday(dates[index] ?? '') < weekday(dates[index - 1] ?? '');
    if (opensWeek && kept.every((other) => Math.abs(other - index) >= room)) kept.push(index);
  }
  return kept
    .toSorted((a, b) => a - b)
    .map((index) => {
      const [, month, day] = (dates[index] ?? '').split('-');
      return { index, label: `${Number(day)} ${MONTHS[Number(month) - 1]}` };
    });
}

/** First sessions of every first, second, third or sixth month; January is printed as its year. */
function monthTicks(dates: readonly Day[]): DateTick[] {
  const months = openings(dates, 7).map(({ index, day }) => ({
    index,
    year: yearOf(day),
    month: Number(day.slice(5, 7)),
  }));
  const every = [1, 2, 3, 6].find((step) => months.length / step <= MOST_LABELS) ?? 6;
  return months
    .filter(({ month }) => (month - 1) % every === 0)
    .map(({ index, year, month }) => ({ index, label: month === 1 ? String(year) : (MONTHS[month - 1] ?? '') }));
}

function yearTicks(dates: readonly Day[]): DateTick[] {
  const years = openings(dates, 4).map(({ index, day }) => ({ index, year: yearOf(day) }));
  const every = [1, 2, 5, 10, 20].find((step) => years.length / step <= MOST_LABELS) ?? 50;
  return years.filter(({ year }) => year % every === 0).map(({ index, year }) => ({ index, label: String(year) }));
}

/** Sessions whose month (prefix 7) or year (prefix 4) differs from the session before. */
function openings(dates: readonly Day[], prefix: number): { index: number; day: Day }[] {
  return dates.flatMap((day, index) => {
    const before = dates[index - 1];
    return before !== undefined && before.slice(0, prefix) !== day.slice(0, prefix) ? [{ index, day }] : [];
  });
}
