/** The picture of a morning led by the Fed: every outcome of the meeting over the days of the move. Pure. */
import { addDays, type Day } from '../calendar/day.ts';
import { capital, fullDate, probability, sessionDate, shortDate } from '../messages/format.ts';
import type { FedItem } from '../metrics/morning-fed.ts';
import { type OutcomeDay, outcomeDays } from '../metrics/morning-odds-days.ts';
import type { OutcomeChange } from '../metrics/morning-outcomes.ts';
import type { FedHistorySpec, MeetingOutcome } from './spec.ts';

const LEAST_DAYS = 3;
const MOST_LINES = 3;

/** The chart, or undefined for fewer than three days. `told` are days worth a number besides the ends. */
export function morningOddsChart(item: FedItem, told: readonly Day[]): FedHistorySpec | undefined {
  const { odds, meeting } = item.view.figures;
  const days = fromTheTurn(outcomeDays(item, addDays(odds.asOf, -7)), told);
  if (days.length < LEAST_DAYS) return undefined;
  const shown = item.outcomes.slice(0, MOST_LINES);
  const { publisher, sample } = odds.day.futures.source;
  return {
    kind: 'fedHistory',
    title: titleWords(item),
    subtitle: `Odds for the meeting of ${fullDate(meeting)}, daily, fed funds futures`,
    source: publisher,
    asOf: sessionDate(odds.asOf),
    alt: altText(item, days, told),
    sample,
    dates: days.map(({ date }) => date),
    lines: shown.map((outcome, index) => ({
      outcome: colourOf(outcome),
      name: nameOf(outcome),
      values: days.map(({ chances }) => chances[index] ?? null),
      endLabel: probability(outcome.now.value),
    })),
    marks: [],
  };
}

/** "50 bp hike on 22 Mar: 0%, from 40.2%": the finding the lines show, without the day where that is too long. */
function titleWords({ outcomes, direction, sized, isNext, view }: FedItem): string {
  const first = sized ? outcomes[0] : outcomes.find(({ word }) => word === direction);
  const { meeting, odds } = view.figures;
  const day = `${isNext ? 'on' : 'by'} ${shortDate(meeting, odds.asOf)}`;
  if (!first) return `Odds for the meeting of ${fullDate(meeting)}`;
  const from = first.before ? `, from ${probability(first.before.value)}` : '';
  return `${nameOf(first)} ${day}: ${probability(first.now.value)}${from}`;
}

/** From the day of the week on which the first outcome stood furthest from today's chance; the days told stay in. */
function fromTheTurn(days: readonly OutcomeDay[], told: readonly Day[]): OutcomeDay[] {
  const last = days.at(-1)?.chances[0] ?? 0;
  const away = ({ chances }: OutcomeDay) => Math.abs((chances[0] ?? last) - last);
  const furthest = days.reduce((best, day, index) => (away(day) > away(days[best] ?? day) ? index : best), 0);
  const firstTold = days.findIndex(({ date }) => told.includes(date));
  const start = Math.min(furthest, firstTold < 0 ? furthest : firstTold, Math.max(0, days.length - LEAST_DAYS));
  return days.slice(start);
}

function colourOf({ word, moves = 0 }: OutcomeChange): MeetingOutcome {
  if (word === 'hold') return 'hold';
  if (word === 'cut') return moves < -1 ? 'cut50' : 'cut25';
  return moves > 1 ? 'hike50' : 'hike25';
}

/** "50 bp hike"; "Cut" where sizes are not told apart. */
function nameOf({ word, moves }: OutcomeChange): string {
  if (moves === undefined || moves === 0) return capital(word);
  return `${Math.abs(25 * moves)} bp ${word}`;
}

/** "Line chart of the odds for the 22 March 2023 meeting, 8 to 13 March. 50 bp hike: 78.6%, 40.2% on 10 Mar, 0% on 13 Mar. …" */
function altText({ outcomes, view }: FedItem, days: readonly OutcomeDay[], told: readonly Day[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return '';
  const shown = [first, ...days.filter((day) => day !== first && day !== last && told.includes(day.date)), last];
  // The one spoken of first, then from the largest move to the hold.
  const order = outcomes.slice(0, MOST_LINES).map((_, index) => index);
  const moves = (index: number) => Math.abs(outcomes[index]?.moves ?? 0);
  const ordered = order.toSorted((a, b) => (a === 0 ? -1 : b === 0 ? 1 : moves(b) - moves(a)));
  const lines = ordered.map((line) => {
    const values = shown.map(({ chances, date }, index) => {
      const words = probability(chances[line] ?? 0);
      return line === 0 && index > 0 ? `${words} on ${shortDate(date)}` : words;
    });
    const outcome = outcomes[line];
    return outcome ? `${nameOf(outcome)}: ${values.join(', ')}.` : '';
  });
  const span = `${spanDay(first.date, last.date)} to ${longDay(last.date)}`;
  return `Line chart of the odds for the ${longDate(view.figures.meeting)} meeting, ${span}. ${lines.join(' ')}`;
}

/** "8" inside one month, else "28 February". */
function spanDay(day: Day, end: Day): string {
  return day.slice(0, 7) === end.slice(0, 7) ? String(Number(day.slice(8))) : longDay(day);
}

function longDay(day: Day): string {
  return Temporal.PlainDate.from(day).toLocaleString('en-GB', { day: 'numeric', month: 'long' });
}

function longDate(day: Day): string {
  return `${longDay(day)} ${day.slice(0, 4)}`;
}
