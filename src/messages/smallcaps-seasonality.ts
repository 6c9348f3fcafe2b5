/** `/smallcaps seasonality` in words and blocks: this month in other years, and the rest of those years. Pure. */
import type { Outcomes } from '../metrics/outcomes.ts';
import { isMeasured } from '../metrics/receipt.ts';
import { isSplit, type MonthReturn } from '../metrics/seasonality.ts';
import type { SeasonalityView } from '../metrics/seasonality-view.ts';
import { counted, MONTH_NAMES, percent, points, probability } from './format.ts';
import type { Message } from './message.ts';
import { basisWords } from './receipt-line.ts';
import type { AnswerContext } from './smallcaps.ts';
import { refusedMessage, viewMessage } from './smallcaps-view.ts';
import { columnName, seriesName } from './words.ts';

/** Fewer cases than this are too few to rank. */
const FEW = 10;
const TABLE_ROWS = 10;

/** The as-of month so far, the years in which the two parted in it, and what the rest of those years did. */
export function seasonalityMessage(view: SeasonalityView, answer: AnswerContext): Message {
  const { inputs, current, years } = view;
  const refused = view.refused ?? ('absent' in years ? years : undefined);
  if (refused || !current) {
    const reason = refused ?? { id: 'seasonality', absent: 'the data hold no whole month' };
    return refusedMessage({ inputs, what: 'Seasonality', refused: reason }, answer);
  }
  return viewMessage(
    {
      inputs,
      text: fallback(view, current),
      header: headline(view, current),
      lines: [currentLine(view, current), ...restLine(view, current), ...everyLine(view)],
      ...(view.split.length > 0 && { rows: rowsOf(view) }),
      prose: cautions(view, current),
      basis: `${basisWords([inputs.subject, inputs.benchmark])}, calendar months`,
      base: `${(inputs.subject.dates[0] ?? '').slice(0, 4)} to today`,
      notes: [
        'Rest: last session of the month to last session of the year. The month of today is not part of its own evidence.',
      ],
      numbers: view.numbers,
    },
    answer,
  );
}

function monthName({ month }: MonthReturn): string {
  return MONTH_NAMES[month - 1] ?? '';
}

/** "January: Russell 2000 down, S&P 500 up in 4 of 36 earlier years". */
function headline({ inputs, split, years }: SeasonalityView, current: MonthReturn): string {
  const count = isMeasured(years) ? years.value : 0;
  const [own, other] = [seriesName(inputs.subject), seriesName(inputs.benchmark)];
  return `${monthName(current)}: ${own} down, ${other} up in ${split.length} of ${count} years`.slice(0, 72);
}

/** "*−3.85 pp* January so far: Russell 2000 −2.16%, S&P 500 +1.69%; the pattern holds". */
function currentLine({ inputs, own, other }: SeasonalityView, current: MonthReturn): string {
  if (!isMeasured(own) || !isMeasured(other)) return '';
  const legs = `${seriesName(inputs.subject)} ${percent(own.value)}, ${seriesName(inputs.benchmark)} ${percent(other.value)}`;
  const pattern = isSplit(current) ? 'such a month so far' : 'not such a month';
  return `*${points(current.own - current.other)}* ${monthName(current)} so far: ${legs}; ${pattern}`;
}

/** "*+6.55%* Russell 2000, median rest of the year after such a January, 2 of 4 up; any January +8.08%, 66.7% up". */
function restLine({ inputs, subject }: SeasonalityView, current: MonthReturn): string[] {
  const { split, all } = subject;
  const month = monthName(current);
  if (!split || !all) return [];
  const words = `${seriesName(inputs.subject)}, median rest of year after such a ${month}`;
  const baseline = `any ${month} ${percent(all.median.value)}, ${probability(all.up.value)} up`;
  return [`*${percent(split.median.value)}* ${words}, ${upWords(split)}; ${baseline}`];
}

function upWords({ up, count }: Outcomes): string {
  return `${Math.round(up.value * count.value)} of ${count.value} up`;
}

/** "*+6.69%* after any such month of a year, 29 of 38 up; any month +5.15%, 70.4% up". */
function everyLine({ everyMonth }: SeasonalityView): string[] {
  const { split, all } = everyMonth;
  if (!split || !all) return [];
  const baseline = `any month ${percent(all.median.value)}, ${probability(all.up.value)} up`;
  return [`*${percent(split.median.value)}* after any such month of a year, ${upWords(split)}; ${baseline}`];
}

/** The latest years with the pattern, newest first. */
function rowsOf({ inputs, split }: SeasonalityView): string[][] {
  const [own, other] = [columnName(inputs.subject), columnName(inputs.benchmark)];
  const rest = (value: number | undefined) => (value === undefined ? '–' : percent(value));
  return [
    ['Year', `${own} rest`, `${other} rest`, own, other],
    ...split
      .toReversed()
      .slice(0, TABLE_ROWS)
      .map((month) => [
        String(month.year),
        rest(month.rest?.own),
        rest(month.rest?.other),
        percent(month.own),
        percent(month.other),
      ]),
  ];
}

function cautions({ subject, gap }: SeasonalityView, current: MonthReturn): string[] {
  const { split } = subject;
  if (current.month === 12) return ['After December nothing is left of the year.'];
  if (!split) return [`No earlier ${monthName(current)} shows the pattern.`];
  const few =
    split.count.value < FEW
      ? `Too few to rank: ${counted(split.count.value, 'case')}, a description, not a forecast.`
      : '';
  const gapWords =
    gap.split && gap.all
      ? `Gap over the rest of the year, median: *${points(gap.split.median.value)}* after such months, ${points(gap.all.median.value)} in all years.`
      : '';
  return [gapWords, few].filter((line) => line !== '');
}

function fallback(view: SeasonalityView, current: MonthReturn): string {
  const { subject, inputs, own, other } = view;
  const legs =
    isMeasured(own) && isMeasured(other)
      ? ` This ${monthName(current)} so far: ${seriesName(inputs.subject)} ${percent(own.value)}, ${seriesName(inputs.benchmark)} ${percent(other.value)}.`
      : '';
  const { split, all } = subject;
  const rest =
    split && all
      ? ` Rest of the year, median ${percent(split.median.value)} against ${percent(all.median.value)} in all years.`
      : '';
  return `${headline(view, current)}.${legs}${rest}`;
}
