/** The answer to how often the odds came true: this meeting's own distance first, then the usual horizons. Measures and words it. */
import { sessionsBetween } from '../calendar/nyse.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { counted, fullDate, plain, probability, shortDate } from '../messages/format.ts';
import { CALIBRATED_DAYS, type Calibration, calibration, reliability } from '../metrics/fed-calibration.ts';
import type { MeetingFigures } from '../metrics/fed-receipts.ts';
import type { FedDay } from '../metrics/fed-views.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { oddsLabels } from './answer-odds-labels.ts';
import { type Asking, draft, receipts, refused } from './desk.ts';
import { wordsOf } from './odds-words.ts';
import { readMeeting } from './read-fed.ts';

/** How often the likeliest outcome came this far out, by horizon beside the base rate. @throws CapwatchError `not_found` */
export async function calibrationAnswer(asking: Asking): Promise<AnswerDraft> {
  const { figures, day } = await readMeeting(asking);
  const { odds, meeting } = figures;
  const own = Math.max(1, sessionsBetween(odds.asOf, meeting));
  const out = sessionsAsked(asking) ?? own;
  const rows = await horizons(day, out);
  const near = rows.toSorted((a, b) => Math.abs(a.daysOut - out) - Math.abs(b.daysOut - out))[0];
  const bucket = bucketAsked(asking, day, out);
  if (!near) throw refused('No decided meeting is in the data yet.', '/fedodds calibration');
  const few = near.meetings < 10 ? 'Too few to rank: ' : '';
  const now = near.daysOut === own ? ', as far as now' : '';
  const right = `${probability(near.right.value)} of ${counted(near.meetings, 'meeting')} at ${counted(near.daysOut, 'session')} out${now}`;
  return draft({
    ...(bucket
      ? { lead: `${bucketWords(bucket)}, ${counted(out, 'session')} out${now}.` }
      : { lead: `${few}${right}:`, rest: 'the likeliest of cut, hold and hike came.' }),
    lines: [
      ...(bucket ? bucketLines(bucket, right) : []),
      `*${plain(near.brier.value, 3)}* Brier score there, base rate ${plain(near.baseBrier.value, 3)}; 0 is perfect, 2 is certain and wrong`,
      `*${counted(own, 'session')}* from ${shortDate(odds.asOf)} to the decision of ${fullDate(meeting)}`,
    ],
    rows: table(rows, own),
    basis: `every scheduled meeting decided from ${fullDate(near.first)} to ${fullDate(near.last)}, odds that many futures days before each`,
    ...oddsLabels(asking, figures),
    caveat:
      'base rate = always quoting how often each outcome came in this sample; most meetings are holds, which flatters both',
    numbers: receipts(
      ...[near, ...rows.filter((row) => row !== near)].flatMap((row) => rowNumbers(row, figures)),
      sessionsOut(figures, own),
      bucket?.count,
      bucket?.came,
      bucket?.priced,
    ),
    settings: bucket ? [bucket.words] : [],
    command: `/fedodds calibration asof ${odds.asOf}`,
  });
}

function rowNumbers(row: Calibration, figures: MeetingFigures): Receipt[] {
  return [row.right, row.brier, row.baseBrier, ...countsOf(row, figures)];
}

type Bucket = NonNullable<ReturnType<typeof bucketAsked>>;

function bucketWords({ count, came, words }: Bucket): string {
  const few = count.value < 10 ? 'Too few to rank: ' : '';
  return `${few}${probability(came.value)} of ${counted(count.value, 'case')} came that were priced “${words}”`;
}

function bucketLines({ priced }: Bucket, right: string): string[] {
  return [
    `*${probability(priced.value)}* their mean chance: equal to what came would be perfect`,
    `*${right}*: the likeliest of cut, hold and hike came`,
  ];
}

const SESSIONS = { d: 5 / 7, s: 1, w: 5, m: 21 } as const;

/** The distance named: sessions as they are, calendar days, weeks and months as about so many of them. */
function sessionsAsked(asking: Asking): number | undefined {
  const [, typed, trading, unit = ''] =
    /\b(\d{1,3}) ?(trading )?(d|s|w|m|days?|sessions?|weeks?|months?)\b/.exec(wordsOf(asking)) ?? [];
  if (typed !== undefined) {
    const letter = trading ? 's' : unit.charAt(0);
    const per = letter === 's' || letter === 'w' || letter === 'm' ? SESSIONS[letter] : SESSIONS.d;
    return Math.min(250, Math.max(1, Math.round(Number(typed) * per)));
  }
  const bare = /^(?:and |at |what about |how about )*(\d{1,3})( out)?$/.exec(wordsOf(asking))?.[1];
  return bare === undefined ? undefined : Math.max(1, Math.round(Number(bare) * SESSIONS.d));
}

/** "When it says 42": the ten points around a chance typed, where the text is about such a chance. */
function bucketAsked(asking: Asking, day: FedDay, out: number) {
  const [typed] = asking.question.slots.figures.filter(({ unit }) => unit === 'percent' || unit === 'none');
  if (
    !typed ||
    typed.value <= 0 ||
    typed.value > 100 ||
    !/\b(when|if|how often|come true|happens?|priced|says?|shows?|at|chance|odds)\b/.test(wordsOf(asking))
  )
    return undefined;
  const low = Math.min(90, Math.floor(typed.value / 10) * 10);
  const found = reliability(day, out, { low: low / 100, high: low === 90 ? 1.0001 : (low + 10) / 100 });
  return found && { ...found, words: `${low}% to ${low + 10}%` };
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
    ['Sessions', 'Brier', 'Base rate', 'Right', 'N'],
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
