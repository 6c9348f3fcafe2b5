/** Answers about the path the futures price: moves by a meeting, a year's meetings, the lowest or highest rate, the first move. Measures and words it. */
import { yearOf } from '../calendar/day.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { bareBasisPoints, basisPoints, fullDate, plain } from '../messages/format.ts';
import { changeFromEffr, firstMove, type YearEnd } from '../metrics/fed-path.ts';
import type { MeetingFigures } from '../metrics/fed-receipts.ts';
import type { FedDay } from '../metrics/fed-views.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { contractWords, pathDraft } from './answer-fed-path-parts.ts';
import { extremeRateAnswer, firstAnswer } from './answer-fed-turns.ts';
import { type Asking, receipts } from './desk.ts';
import { endAsked, figuresOf, furthest, lastOf, movesName, withinYear } from './odds-path-ends.ts';
import { monthEndAsked, wordsOf } from './odds-words.ts';
import { readFed } from './read-fed.ts';

const FIRST =
  /\b(first|1st|second|2nd|third|3rd|fully priced|full (cut|hike) priced|(start|begin)s? (cutting|hiking|easing))\b/;
const EXTREME =
  /\b(terminal|trough|peak(s|ed)?|bottom(s|ed)?|lowest|highest|top(s|ped)? out|floor|end ?point|cycle (low|high))\b/;
const WHOLE =
  /\b(whole|full|entire) (path|curve|strip)|\b(path|curve|strip|dots?)\b|\b(each|every|all) meetings?\b|\bmeeting by meeting\b/;
const SIZED = /\b(bps?|basis points?|easing|tightening)\b/;
const COUNTED = /\b(many|much)\b/;
const RATE = /\b(rates?|fed ?funds|level|yield)\b/;

/** What is asked of the path: by a meeting, of a year, its lowest or highest rate, its first move. */
export async function pathAnswer(asking: Asking): Promise<AnswerDraft> {
  const day = await readFed(asking.desk.fedMarket, monthEndAsked(asking) ?? asking.session);
  const text = wordsOf(asking);
  if (EXTREME.test(text)) return extremeRateAnswer(asking, day, text);
  if (FIRST.test(text)) return firstAnswer(asking, day, text);
  return endAnswer(asking, day, text);
}

function endAnswer(asking: Asking, day: FedDay, text: string): AnswerDraft {
  const { slots } = asking.question;
  const { odds } = day;
  const { end, note } = endAsked(asking, day);
  const figures = figuresOf(day, end.meeting);
  const kind = movesName(end);
  const asked = slots.word === 'hike' ? 'hikes' : slots.word === 'cut' ? 'cuts' : kind;
  const rate = slots.word === undefined && !COUNTED.test(text) && RATE.test(text) && !SIZED.test(text);
  const lead = endLead(end, figures, { asked, first: rate ? 'rate' : SIZED.test(text) ? 'size' : 'moves' });
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
      ...rateLine(day, end, lead.lead.startsWith(`${plain(end.ratePct, 2)}%`)),
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

interface EndLead {
  readonly asked: 'cuts' | 'hikes';
  /** What is named first. */
  readonly first: 'rate' | 'size' | 'moves';
}

function endLead(end: YearEnd, { expectedBp }: MeetingFigures, { asked, first }: EndLead) {
  const kind = movesName(end);
  const moves = `${plain(Math.abs(end.cuts.value), 1)} ${kind} of 25\u00a0bp`;
  const size = basisPoints(expectedBp.value);
  const by = `by ${fullDate(end.meeting)}`;
  const rest = `${moves}, ${size} from the range in force.`;
  if (asked !== kind) return { lead: `No ${asked} on net ${by}:`, rest };
  if (first === 'rate') return { lead: `${plain(end.ratePct, 2)}% implied after ${fullDate(end.meeting)}:`, rest };
  if (first === 'size') return { lead: `${size} ${by}:`, rest: `${moves}, from the range in force.` };
  return { lead: `${moves} ${by}:`, rest: `${size} from the range in force.` };
}

function rateLine(day: FedDay, end: YearEnd, told: boolean): string[] {
  const from = changeFromEffr(day.odds, end, day.effr);
  const effr = from?.inputs.find(({ name }) => name === 'EFFR');
  const now = effr ? `EFFR ${plain(effr.value, 2)}%, ${basisPoints(from?.value ?? 0)} away` : '';
  if (told) return now === '' ? [] : [`*${now.replace(',', '* now,')}`];
  return [`*${plain(end.ratePct, 2)}%* implied after that meeting${now === '' ? '' : `; ${now}`}`];
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
