/** `/smallcaps recovery` in words and blocks: golden 02-smallcaps-recovery, and the list of all. Pure. */

import { type Day, yearOf } from '../calendar/day.ts';
import { recoveryRaceChart } from '../charts/recovery-race-chart.ts';
import { isMeasured, type Measured } from '../metrics/receipt.ts';
import type { Recovery } from '../metrics/recoveries.ts';
import type { After, BasisView, RecoveryView } from '../metrics/recovery-view.ts';
import { button } from './blocks.ts';
import { claimWords } from './claim-words.ts';
import { counted, countWord, fullDate, level, ordinal, percent, probability, shortDate } from './format.ts';
import type { Message } from './message.ts';
import type { AnswerContext } from './smallcaps.ts';
import { isFastest, recoveryDates, recoveryFallback, recoveryHeadline, sinceYear } from './smallcaps-recovery-words.ts';
import { refusedMessage, viewMessage } from './smallcaps-view.ts';
import { seriesName } from './words.ts';

const TABLE_ROWS = 5;
/** Fewer cases than this are too few to rank. */
const FEW = 10;

/** The last recovery, or the one under way, in the ranking of all. */
export function recoveryMessage(view: RecoveryView, answer: AnswerContext): Message {
  const { inputs, close, intraday } = view;
  if (!close.last && !close.current) return nothing(view, answer);
  const count = close.history.completed.length;
  const lines = [
    basisLine(close, 'on closes'),
    'absent' in intraday ? undefined : basisLine(intraday, 'intraday'),
    close.current ? leftLine(close) : sinceLine(view),
  ];
  return viewMessage(
    {
      inputs,
      text: recoveryFallback(view),
      namesItsDays: close.current === undefined,
      header: recoveryHeadline(view),
      lines: lines.filter((line) => line !== undefined),
      rows: [
        RECOVERY_HEAD,
        ...currentRow(close),
        ...view.table.slice(0, TABLE_ROWS).map(({ recovery }) => recoveryRow(recovery)),
      ],
      prose: afterWords(view),
      chart: recoveryRaceChart(view),
      basis: '52 weeks = 1 calendar year, table on closes',
      base: `${sinceYear(close)} to today`,
      subjectOnly: true,
      notes: [...claimNotes(view), ...absentNotes(view)],
      extra: button('recovery_all', `All ${count}`, {
        label: `List all ${count} recoveries`,
        value: allCommand(answer.command),
      }),
      numbers: view.numbers,
    },
    answer,
  );
}

/** "/smallcaps recovery asof …" → "/smallcaps recovery all asof …". */
function allCommand(command: string): string {
  return command.replace(/\brecovery\b(?! all)/, 'recovery all');
}

function nothing(view: RecoveryView, answer: AnswerContext): Message {
  const name = seriesName(view.inputs.subject);
  const absent = `no ${name} recovery from a 52-week low is in the data, which begin on ${fullDate(view.inputs.subject.dates[0] ?? '')}`;
  const refused = { id: `${view.inputs.subject.symbol}.recovery.last.close`, absent };
  return refusedMessage({ inputs: view.inputs, what: 'Recoveries', refused }, answer);
}

/** "*53 days* on closes, 36 sessions: 27 Oct to 19 Dec 2023; next 74 days, 2014". */
function basisLine(basis: BasisView, where: string): string | undefined {
  if (basis.current) return underWayLine(basis, where);
  if (!basis.last) return undefined;
  const { recovery, rank, next, figures } = basis.last;
  if (!isMeasured(figures.days)) return `*Not computed* ${where}: ${figures.days.absent}`;
  const { days, sessions } = recovery;
  const words = `*${counted(days, 'day')}* ${where}, ${counted(sessions, 'session')}: ${recoveryDates(recovery)}`;
  if (!isMeasured(rank) || !next) return words;
  const other = `${counted(next.recovery.days, 'day')}, ${yearOf(next.recovery.low.day)}`;
  if (rank.value === 1) return `${words}; next ${other}`;
  return `${words}; ${ordinal(rank.value)} of ${basis.history.completed.length}, fastest ${other}`;
}

function underWayLine({ current, history }: BasisView, where: string): string | undefined {
  if (!current) return undefined;
  const { underWay, figures } = current;
  const { days, sessions, low } = underWay;
  const since = `since ${shortDate(low.day, history.series.dates.at(-1))}`;
  const words = `*${counted(days, 'day')}* so far ${where}, ${counted(sessions, 'session')} ${since}`;
  const total = history.completed.length + 1;
  return isMeasured(figures.place) ? `${words}; ${ordinal(figures.place.value)} of ${total} if it ended today` : words;
}

/** "*+10.85%* left to its 52-week closing high (2,003.18, 31 Jul); +10.39% from the low". */
function leftLine({ current, history }: BasisView): string | undefined {
  if (!current || !isMeasured(current.figures.left) || !isMeasured(current.figures.gain)) return undefined;
  const { target } = current.underWay;
  const day = shortDate(target.day, history.series.dates.at(-1));
  const { left, gain } = current.figures;
  return `*${percent(left.value)}* left to its 52-week closing high (${level(target.value)}, ${day}); ${percent(gain.value)} from the low`;
}

/** "*−1.86%* since the 19 Dec close, to 1,983.38 on 22 Jan". */
function sinceLine({ since, close, inputs }: RecoveryView): string | undefined {
  if (!since || !isMeasured(since) || !close.last) return undefined;
  const { high } = close.last.recovery;
  const now = inputs.subject.close.at(-1) ?? Number.NaN;
  const from = shortDate(
    high.day,
    high.day.slice(0, 4) < String(yearOf(inputs.session) - 1) ? inputs.session : high.day,
  );
  return `*${percent(since.value)}* since the ${from} close, to ${level(now)} on ${shortDate(inputs.session)}`;
}

export const RECOVERY_HEAD = ['Low', 'Days', 'Sess.', 'Gain', 'High'];

/** "27 Oct 23". */
function tableDate(day: Day): string {
  return `${shortDate(day)} ${day.slice(2, 4)}`;
}

/** One row of the table: low, days, sessions, gain, high. */
export function recoveryRow({ low, high, days, sessions, gain }: Recovery): string[] {
  return [tableDate(low.day), String(days), String(sessions), percent(gain), tableDate(high.day)];
}

function currentRow({ current }: BasisView): string[][] {
  if (!current) return [];
  const { low, days, sessions } = current.underWay;
  const { gain } = current.figures;
  return [[tableDate(low.day), String(days), String(sessions), isMeasured(gain) ? percent(gain.value) : '–', 'so far']];
}

/** "After the 12 earlier ones, median: *+0.94%* in 3M, 6 of 12 up (any day +2.90%, 62.4% up); …". */
function afterWords({ after, close }: RecoveryView): string[] {
  const [first] = after;
  if (!first) return [];
  const earlier = close.history.completed.length - (close.current ? 0 : 1);
  const parts = after.map(horizonWords).join('; ');
  const few = first.events.count.value < FEW ? 'Too few to rank. ' : '';
  return [
    `${few}After the ${earlier === 1 ? 'earlier one' : `${earlier} earlier ones`}, median: ${parts}. ${caseWords(first.events.count.value)}: description, not a forecast.`,
  ];
}

function horizonWords({ horizon, events, anyDay }: After): string {
  const count = events.count.value;
  const up = Math.round(events.up.value * count);
  const baseline = `any day ${percent(anyDay.median.value)}, ${probability(anyDay.up.value)} up`;
  return `*${percent(events.median.value)}* in ${horizon.toUpperCase()}, ${up} of ${count} up (${baseline})`;
}

function caseWords(count: number): string {
  const number = countWord(count);
  return count === 1 ? 'One case' : `${number} cases`;
}

/** Silent when "fastest" holds on everything, or is not said. */
function claimNotes(view: RecoveryView): string[] {
  const { fastest, close } = view;
  const said = !close.current && isFastest(view);
  return fastest.held > 0 && (!said || fastest.held < fastest.tried) && !close.current ? [claimWords(fastest)] : [];
}

function absentNotes({ close, intraday }: RecoveryView): string[] {
  const figures: Measured[] = [close.count];
  const reasons = figures.flatMap((figure) => ('absent' in figure ? [`Ranking not shown: ${figure.absent}.`] : []));
  return 'absent' in intraday ? [...reasons, `Intraday not shown: ${intraday.absent}.`] : reasons;
}
