/** The answer to how often the odds came true: this meeting's own distance first, then the usual horizons. Measures and words it. */
import { sessionsBetween } from '../calendar/nyse.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { counted, fullDate, plain, probability, shortDate } from '../messages/format.ts';
import { CALIBRATED_DAYS, type Calibration, calibration } from '../metrics/fed-calibration.ts';
import type { MeetingFigures } from '../metrics/fed-receipts.ts';
import type { FedDay } from '../metrics/fed-views.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { oddsLabels } from './answer-odds-labels.ts';
import { type Asking, draft, receipts, refused } from './desk.ts';
import { readMeeting } from './read-fed.ts';

/** How often the likeliest outcome came this far out, by horizon beside the base rate. @throws CapwatchError `not_found` */
export async function calibrationAnswer(asking: Asking): Promise<AnswerDraft> {
  const { figures, day } = await readMeeting(asking);
  const { odds, meeting } = figures;
  const out = Math.max(1, sessionsBetween(odds.asOf, meeting));
  const rows = await horizons(day, out);
  const near = rows.toSorted((a, b) => Math.abs(a.daysOut - out) - Math.abs(b.daysOut - out))[0];
  if (!near) throw refused('No decided meeting is in the data yet.', '/fedodds calibration');
  const few = near.meetings < 10 ? 'Too few to rank: ' : '';
  const exact = near.daysOut === out;
  return draft({
    lead: `${few}${probability(near.right.value)} of ${counted(near.meetings, 'meeting')} at ${counted(near.daysOut, 'session')} out${exact ? ', as far as now' : ''}:`,
    rest: 'the likeliest of cut, hold and hike came.',
    lines: [
      `*${plain(near.brier.value, 3)}* Brier score there, base rate ${plain(near.baseBrier.value, 3)}; 0 is perfect, 2 is certain and wrong`,
      `*${counted(out, 'session')}* from ${shortDate(odds.asOf)} to the decision of ${fullDate(meeting)}`,
    ],
    rows: table(rows, out),
    basis: `every scheduled meeting decided from ${fullDate(near.first)} to ${fullDate(near.last)}, odds that many futures days before each`,
    ...oddsLabels(asking, figures),
    caveat:
      'base rate = always quoting how often each outcome came in this sample; most meetings are holds, which flatters both',
    numbers: receipts(
      ...rows.flatMap((row) => [row.right, row.brier, row.baseBrier, ...countsOf(row, figures)]),
      sessionsOut(figures, out),
    ),
    settings: [],
    command: `/fedodds calibration asof ${odds.asOf}`,
  });
}

/** One row a horizon, shortest first; whoever waits for an acknowledgement gets a turn between two of them. */
async function horizons(day: FedDay, out: number): Promise<Calibration[]> {
  const rows: Calibration[] = [];
  for (const daysOut of new Set([...CALIBRATED_DAYS, out].sort((a, b) => a - b))) {
    rows.push(...calibration(day, [daysOut]));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return rows;
}

function table(rows: readonly Calibration[], out: number): string[][] {
  return [
    ['Sessions out', 'Brier', 'Base rate', 'Right', 'N'],
    ...rows.map(({ daysOut, right, brier, baseBrier, meetings }) => [
      daysOut === out ? `${daysOut}, as now` : String(daysOut),
      plain(brier.value, 3),
      plain(baseBrier.value, 3),
      probability(right.value),
      String(meetings),
    ]),
  ];
}

function countsOf({ daysOut, meetings }: Calibration, { odds }: MeetingFigures): Receipt<number>[] {
  const one = (part: string, value: number): Receipt<number> => ({
    id: `fed.calibration.${daysOut}d.${part}`,
    value,
    unit: 'count',
    asOf: odds.asOf,
    basis: 'scheduled meetings decided',
    formula: part,
    inputs: [{ name: part, series: 'meetings', date: odds.asOf, value }],
    sources: [odds.day.futures.source],
  });
  return [one('meetings', meetings), one('days_out', daysOut)];
}

function sessionsOut({ odds, meeting }: MeetingFigures, value: number): Receipt<number> {
  const end = (name: string, date: string) => ({ name, series: 'day', date, value: 0 });
  return {
    id: `fed.${meeting}.sessions_out`,
    value,
    unit: 'sessions',
    asOf: odds.asOf,
    basis: 'sessions of the exchange',
    formula: 'sessions(observed, decision)',
    inputs: [end('observed', odds.asOf), end('decision', meeting)],
    sources: [],
  };
}
