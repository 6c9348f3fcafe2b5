/** Answers about the path the futures price: moves by a meeting, a year's meetings, the lowest or highest rate, the first move. Measures and words it. */
import { type Day, yearOf } from '../calendar/day.ts';
import { ratePathChart } from '../charts/rate-path-chart.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { rangeText } from '../messages/fedodds-parts.ts';
import { bareBasisPoints, basisPoints, fullDate, plain, shortDate } from '../messages/format.ts';
import type { MeetingOdds } from '../metrics/fed-odds.ts';
import { changeFromEffr, firstMove, pathEnd, type YearEnd, yearEnd } from '../metrics/fed-path.ts';
import { type MeetingFigures, meetingFigures } from '../metrics/fed-receipts.ts';
import { type FedDay, pathView } from '../metrics/fed-views.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { LAST_TRADES, oddsLabels } from './answer-odds-labels.ts';
import { type Asking, draft, receipts, refused } from './desk.ts';
import { meetingDay } from './fed-meeting.ts';
import { monthEndAsked, wordsOf } from './odds-words.ts';
import { readFed } from './read-fed.ts';

const FIRST =
  /\b(first|1st|second|2nd|third|3rd|fully priced|full (cut|hike) priced|(start|begin)s? (cutting|hiking|easing))\b/;
const EXTREME =
  /\b(terminal|trough|peak(s|ed)?|bottom(s|ed)?|lowest|highest|top(s|ped)? out|floor|end ?point|cycle (low|high))\b/;
const WHOLE =
  /\b(whole|full|entire) (path|curve|strip)|\b(path|curve|strip|dots?)\b|\b(each|every|all) meetings?\b|\bmeeting by meeting\b/;
const SIZED = /\b(bps?|basis points?|easing|tightening)\b/;
const RATE = /\b(rates?|fed ?funds|level|yield)\b/;
const FEW = 0.05;

/** What is asked of the path: by a meeting, of a year, its lowest or highest rate, its first move. */
export async function pathAnswer(asking: Asking): Promise<AnswerDraft> {
  const day = await readFed(asking.desk.fedMarket, monthEndAsked(asking) ?? asking.session);
  const text = wordsOf(asking);
  if (EXTREME.test(text)) return extremeAnswer(asking, day, text);
  if (FIRST.test(text)) return firstAnswer(asking, day, text);
  return endAnswer(asking, day, text);
}

/** When the first, second or third move is fully priced, and by when one has even odds. */
export async function firstMoveAnswer(asking: Asking): Promise<AnswerDraft> {
  return firstAnswer(asking, await readFed(asking.desk.fedMarket, asking.session), wordsOf(asking));
}

function endAnswer(asking: Asking, day: FedDay, text: string): AnswerDraft {
  const { slots } = asking.question;
  const { odds } = day;
  const { end, note } = endAsked(asking, day);
  const figures = figuresOf(day, end.meeting);
  const kind = movesName(end);
  const moves = `${plain(Math.abs(end.cuts.value), 1)} ${kind} of 25\u00a0bp`;
  const asked = slots.word === 'hike' ? 'hikes' : slots.word === 'cut' ? 'cuts' : kind;
  const by = `by ${fullDate(end.meeting)}`;
  const lead =
    asked !== kind
      ? {
          lead: `No ${asked} on net ${by}:`,
          rest: `${moves}, ${basisPoints(figures.expectedBp.value)} from the range in force.`,
        }
      : !/\b(many|much)\b/.test(text) && RATE.test(text) && !SIZED.test(text) && slots.word === undefined
        ? {
            lead: `${plain(end.ratePct, 2)}% implied after ${fullDate(end.meeting)}:`,
            rest: `${moves}, ${basisPoints(figures.expectedBp.value)} from the range in force.`,
          }
        : SIZED.test(text)
          ? { lead: `${basisPoints(figures.expectedBp.value)} ${by}:`, rest: `${moves}, from the range in force.` }
          : { lead: `${moves} ${by}:`, rest: `${basisPoints(figures.expectedBp.value)} from the range in force.` };
  const before = slots.year !== undefined && slots.year > yearOf(odds.asOf) ? lastOf(day, slots.year - 1) : undefined;
  const within = before && withinYear(day, figures, before);
  const against = asked === kind ? undefined : furthest(day, end, asked);
  const rows = slots.table || within || WHOLE.test(text) ? pathRows(day, within ? slots.year : undefined) : undefined;
  return pathDraft(asking, {
    day,
    end,
    ...lead,
    lines: [
      ...(note === '' ? [] : [note]),
      rateLine(day, end),
      ...(within
        ? [`*${basisPoints(within.value)}* of it in ${slots.year}, after ${fullDate(before?.meeting ?? '')}`]
        : []),
      ...(against
        ? [
            `*${basisPoints(against.expectedBp.value)}* by ${fullDate(against.meeting)} is the most in ${asked} on the way`,
          ]
        : []),
      `*${contractWords(figures)}* are the contracts behind that meeting`,
      ...firstLine(day, end),
    ].slice(0, 5),
    numbers: receipts(within, against?.expectedBp, against?.stepBp, ...(rows?.numbers ?? [])),
    ...(rows && { rows: rows.cells }),
  });
}

interface Ended {
  readonly end: YearEnd;
  /** Why it is not exactly what was named; empty where it is. */
  readonly note: string;
}

/** The meeting the path is asked to: named, the last of a named year, else of this year. */
function endAsked(asking: Asking, day: FedDay): Ended {
  const { meeting, year } = asking.question.slots;
  const { odds, calendar } = day;
  const past = monthEndAsked(asking);
  if (meeting !== undefined && past === undefined) {
    const inMonth = typeof meeting === 'object' && 'month' in meeting ? meeting : undefined;
    const found = inMonth && noMeetingIn(day, inMonth.month, inMonth.year);
    const until = found ? found.meeting : meetingDay(meeting, odds, calendar);
    const note = found ? `*No meeting* that month: the last one before is ${fullDate(found.meeting)}` : '';
    return { end: pathEnd(odds, oddsOf(day, until)), note };
  }
  if (year !== undefined && year !== yearOf(odds.asOf)) {
    const found = lastOf(day, year);
    if (!found)
      throw refused(
        `Futures prices of ${fullDate(odds.asOf)} reach ${lastWords(day)}, no meeting of ${year}.`,
        '/fedodds path',
      );
    const all = calendar.scheduled.map(({ date }) => date).filter((date) => yearOf(date) === year);
    const cut = (all.at(-1) ?? '') > found.meeting;
    return {
      end: pathEnd(odds, found, cut ? found.meeting : String(year)),
      note: cut ? `*${fullDate(found.meeting)}* is the last meeting of ${year} that the prices reach` : '',
    };
  }
  const end = yearEnd(odds);
  if (!end) throw refused('No meeting is priced to the end of that year.', '/fedodds path');
  return {
    end,
    note:
      past === undefined
        ? ''
        : `*${fullDate(odds.asOf)}* is the last session of the month named: name a day for another`,
  };
}

/** The last meeting before a month without one; undefined where the month has its own. */
function noMeetingIn({ odds, calendar }: FedDay, month: number, year: number | undefined): MeetingOdds | undefined {
  const two = String(month).padStart(2, '0');
  const begins =
    year ?? (`${yearOf(odds.asOf)}-${two}` < odds.asOf.slice(0, 7) ? yearOf(odds.asOf) + 1 : yearOf(odds.asOf));
  const named = `${begins}-${two}`;
  if (calendar.scheduled.some(({ date }) => date.startsWith(named))) return undefined;
  return odds.meetings.findLast(({ meeting }) => meeting < named);
}

function lastOf({ odds }: FedDay, year: number): MeetingOdds | undefined {
  return odds.meetings.findLast(({ meeting }) => yearOf(meeting) === year);
}

function lastWords({ odds }: FedDay): string {
  return fullDate(odds.meetings.at(-1)?.meeting ?? odds.asOf);
}

function oddsOf({ odds }: FedDay, meeting: Day): MeetingOdds {
  const found = odds.meetings.find((one) => one.meeting === meeting);
  if (!found) throw refused('The prices do not reach that meeting.', '/fedodds table');
  return found;
}

function figuresOf({ odds }: FedDay, meeting: Day): MeetingFigures {
  const figures = meetingFigures(odds, meeting);
  if (!figures) throw refused('The prices do not reach that meeting.', '/fedodds table');
  return figures;
}

/** Hikes where the mean of the distribution is above the range in force, else cuts. */
function movesName({ cuts }: YearEnd): 'cuts' | 'hikes' {
  return cuts.value < 0 ? 'hikes' : 'cuts';
}

/** The meeting up to the end by which most of the other direction is priced, where any is. */
function furthest(day: FedDay, end: YearEnd, asked: string): MeetingFigures | undefined {
  const sign = asked === 'hikes' ? 1 : -1;
  const best = day.odds.meetings
    .filter(({ meeting }) => meeting <= end.meeting)
    .reduce<MeetingOdds | undefined>(
      (top, one) => (sign * one.expectedMoves > sign * (top?.expectedMoves ?? 0) ? one : top),
      undefined,
    );
  return best && sign * best.expectedMoves > FEW ? figuresOf(day, best.meeting) : undefined;
}

function withinYear(day: FedDay, figures: MeetingFigures, before: MeetingOdds): Receipt<number> {
  const own = figuresOf(day, before.meeting).expectedBp;
  return {
    ...figures.expectedBp,
    id: `${figures.expectedBp.id}.after.${before.meeting}`,
    value: figures.expectedBp.value - own.value,
    formula: 'bp(end) − bp(before)',
    inputs: [
      { name: 'bp(end)', series: figures.expectedBp.id, date: own.asOf, value: figures.expectedBp.value },
      { name: 'bp(before)', series: own.id, date: own.asOf, value: own.value },
    ],
  };
}

function rateLine(day: FedDay, end: YearEnd): string {
  const from = changeFromEffr(day.odds, end, day.effr);
  const effr = from?.inputs.find(({ name }) => name === 'EFFR');
  return `*${plain(end.ratePct, 2)}%* implied after that meeting${effr ? `; EFFR ${plain(effr.value, 2)}%, ${basisPoints(from?.value ?? 0)} away` : ''}`;
}

/** The contracts of a meeting's own step, with their prices. */
export function contractWords({ stepBp }: MeetingFigures): string {
  return stepBp.inputs.map(({ series, value }) => `${series} ${plain(value, 4).replace(/0$/, '')}`).join(', ');
}

function firstLine({ odds }: FedDay, end: YearEnd): string[] {
  const first = firstMove(odds, movesName(end) === 'hikes' ? 'hike' : 'cut');
  return first
    ? [`*${fullDate(first.meeting)}* is the first meeting by which one ${first.direction} has even odds`]
    : [];
}

function pathRows(
  day: FedDay,
  year: number | undefined,
): { cells: string[][]; numbers: (Receipt<number> | undefined)[] } {
  const shown = day.odds.meetings
    .filter(({ meeting }) => year === undefined || yearOf(meeting) === year)
    .slice(0, 10)
    .map(({ meeting }) => figuresOf(day, meeting));
  return {
    cells: [
      ['Meeting', 'Rate after, %', 'Total bp', 'Step bp'],
      ...shown.map(({ meeting, rateAfterPct, expectedBp, stepBp }) => [
        fullDate(meeting),
        plain(rateAfterPct.value, 2),
        bareBasisPoints(expectedBp.value),
        bareBasisPoints(stepBp.value),
      ]),
    ],
    numbers: shown.flatMap(({ rateAfterPct, expectedBp, stepBp }) => [rateAfterPct, expectedBp, stepBp]),
  };
}

/** The lowest or highest rate of the priced meetings; "terminal" is the one the path ends its direction at. */
function extremeAnswer(asking: Asking, day: FedDay, text: string): AnswerDraft {
  const { odds } = day;
  const down =
    /\b(trough|bottom\w*|lowest|floor|low)\b/.test(text) ||
    (!/\b(peak\w*|highest|top\w*|high)\b/.test(text) && fallsFirst(day));
  const found = odds.meetings.reduce((best, one) =>
    (down ? one.own.endPct < best.own.endPct : one.own.endPct > best.own.endPct) ? one : best,
  );
  const figures = figuresOf(day, found.meeting);
  const end = pathEnd(odds, found);
  const isLast = found === odds.meetings.at(-1);
  return pathDraft(asking, {
    day,
    end,
    lead: `${plain(end.ratePct, 2)}% after ${fullDate(found.meeting)} is the ${down ? 'lowest' : 'highest'} rate priced:`,
    rest: `${basisPoints(figures.expectedBp.value)} from the range in force, ${plain(Math.abs(end.cuts.value), 1)} ${movesName(end)} of 25\u00a0bp.`,
    lines: [
      isLast
        ? `*${fullDate(found.meeting)}* is the last meeting the prices reach: the turn may lie beyond it`
        : `*${lastWords(day)}* is the last meeting the prices reach; the path turns before it`,
      `*${contractWords(figures)}* are the contracts behind that meeting`,
    ],
    numbers: [],
  });
}

/** Whether the path first goes further below the range in force than above it. */
function fallsFirst({ odds }: FedDay): boolean {
  const moves = odds.meetings.map(({ expectedMoves }) => expectedMoves);
  return -Math.min(...moves) >= Math.max(...moves);
}

const NTH: readonly (readonly [RegExp, number, string])[] = [
  [/\b(second|2nd)\b/, 2, 'second'],
  [/\b(third|3rd)\b/, 3, 'third'],
];

function firstAnswer(asking: Asking, day: FedDay, text: string): AnswerDraft {
  const { odds } = day;
  const last = odds.meetings.at(-1);
  const year = yearEnd(odds);
  if (!last || !year) throw refused('No meeting is priced that day.', '/fedodds path');
  const named = asking.question.slots.word;
  const direction = named === 'hike' || named === 'cut' ? named : movesName(year) === 'hikes' ? 'hike' : 'cut';
  const [, count, name] = NTH.find(([pattern]) => pattern.test(text)) ?? [/./, 1, 'first'];
  const sign = direction === 'hike' ? 1 : -1;
  const found = odds.meetings.find(({ expectedMoves }) => sign * expectedMoves >= count);
  const before = odds.meetings.findLast(({ meeting }) => found !== undefined && meeting < found.meeting);
  const shown = figuresOf(day, (found ?? last).meeting);
  const earlier = before && figuresOf(day, before.meeting);
  const even = firstMove(odds, direction);
  return pathDraft(asking, {
    day,
    end: pathEnd(odds, found ?? last),
    lead: found
      ? `The ${name} ${direction} is fully priced by ${fullDate(found.meeting)}:`
      : `No ${name === 'first' ? '' : `${name} `}${direction} is fully priced by ${fullDate(last.meeting)}, the last meeting the prices reach:`,
    rest: `${basisPoints(shown.expectedBp.value)} expected by then${earlier ? `, ${basisPoints(earlier.expectedBp.value)} by ${shortDate(earlier.meeting, odds.asOf)}` : ''}.`,
    lines: [
      even
        ? `*${fullDate(even.meeting)}* is the first meeting by which at least one ${direction} has even odds`
        : `*No meeting* has even odds of a ${direction} by then`,
      '*Fully priced* means a mean of one whole 25\u00a0bp move or more by the meeting: not a certainty of it',
    ],
    numbers: receipts(earlier?.expectedBp, even?.chance),
  });
}

interface PathParts {
  readonly day: FedDay;
  readonly end: YearEnd;
  readonly lead: string;
  readonly rest: string;
  readonly lines: readonly string[];
  readonly rows?: readonly (readonly string[])[];
  readonly numbers: readonly Receipt[];
}

function pathDraft(asking: Asking, { day, end, lead, rest, lines, rows, numbers }: PathParts): AnswerDraft {
  const { odds } = day;
  const figures = figuresOf(day, end.meeting);
  const title = `${plain(Math.abs(end.cuts.value), 1)} ${movesName(end)} priced by ${shortDate(end.meeting, odds.asOf)}`;
  const chart = asking.question.slots.chart ? ratePathChart(odds, title, pathView(day)?.earlier) : undefined;
  const range = rangeText(odds.range.lowerBp, odds.range.upperBp);
  return draft({
    lead,
    rest,
    lines,
    ...(rows && { rows }),
    basis: `expected bp / 25, mean of the distribution; range in force ${range} bp`,
    ...oddsLabels(asking, figures),
    caveat: 'the mean, not the likeliest outcome; assumes independent decisions; contracts beyond a year trade thinly',
    ...(chart && { chart }),
    chartCommand: `/fedodds path asof ${odds.asOf}`,
    numbers: receipts(
      end.cuts,
      figures.expectedBp,
      figures.rateAfterPct,
      figures.stepBp,
      changeFromEffr(odds, end, day.effr),
      ...numbers,
    ),
    settings: [LAST_TRADES, range, 'bp / 25'],
    command: `/fedodds path asof ${odds.asOf}`,
  });
}
