/** Answers about recoveries from a 52-week low to a 52-week high, ranked by days, by sessions, slowest or fastest first. Words it. */
import { recoveryRaceChart } from '../charts/recovery-race-chart.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { counted, fullDate, ordinal, percent, plain, shortDate } from '../messages/format.ts';
import { isMeasured } from '../metrics/receipt.ts';
import type { Recovery } from '../metrics/recoveries.ts';
import { type RecoveryView, recoveryView } from '../metrics/recovery-view.ts';
import { type Asking, asOfWords, draft, receipts, refused, seriesOf, sourceWords, worded } from './desk.ts';

type Ranked = RecoveryView['table'][number];

const MOST_ROWS = 10;

/** Recoveries from 52-week low to 52-week high, ranked, in days and sessions, on closes; the last one intraday beside it. */
export async function recoveryAnswer(asking: Asking): Promise<AnswerDraft> {
  const series = await seriesOf(asking, 'GSPC');
  const view = recoveryView(series);
  const { close, intraday } = view;
  const { order, top = MOST_ROWS } = asking.question.slots;
  const table = ordered(view.table, order);
  const [first] = table;
  if (!first || !isMeasured(close.count))
    throw refused('No recovery is complete in these data.', '/smallcaps recovery');
  const other = 'absent' in intraday ? undefined : intraday.last;
  const chart = asking.question.slots.chart ? recoveryRaceChart(view) : undefined;
  return draft({
    ...leadOf(first, { count: close.count.value, order }),
    lines: lastLines(view, close.count.value),
    rows: [
      ['Low', 'Days', 'Sessions', 'High', 'Gain'],
      ...table.slice(0, Math.min(top, MOST_ROWS)).map(({ recovery }) => rowOf(recovery)),
    ],
    basis: `last 52-week low to the first 52-week high after it, daily closes; ${order === 'sessions' ? 'ranked by sessions' : 'days are calendar days'}`,
    asOf: asOfWords(asking, series.session),
    source: `${sourceWords([series.subject.source])}, daily since ${fullDate(series.subject.dates[0] ?? '')}`,
    caveat: `N is ${close.count.value}; counts on weekly closes (“eight weeks”) are another basis and are not mixed in`,
    ...(chart && { chart }),
    chartCommand: `/smallcaps recovery asof ${series.session}`,
    numbers: receipts(
      ...view.numbers,
      ...table.flatMap(({ figures }) => [figures.days, figures.sessions, figures.gain]),
      ...[other?.figures.days, other?.figures.sessions, other?.rank, close.last?.rank, close.count],
    ),
    session: series.session,
    command: `/smallcaps recovery all asof ${series.session}`,
  });
}

function ordered(table: readonly Ranked[], order: 'slowest' | 'sessions' | undefined): Ranked[] {
  if (order === 'slowest') return table.toReversed();
  return order === 'sessions' ? table.toSorted((a, b) => a.recovery.sessions - b.recovery.sessions) : [...table];
}

interface Lead {
  readonly count: number;
  readonly order: 'slowest' | 'sessions' | undefined;
}

function leadOf({ recovery, figures }: Ranked, { count, order }: Lead): Pick<AnswerDraft, 'lead' | 'rest'> {
  const days = worded(figures.days, (value) => counted(value, 'day'));
  const sessions = worded(figures.sessions, (value) => counted(value, 'session'));
  const kind = order === 'slowest' ? 'slowest' : order === 'sessions' ? 'fastest by sessions' : 'fastest';
  return {
    lead: order === 'sessions' ? `${sessions}, ${days}:` : `${days}, ${sessions}:`,
    rest: `${fullDate(recovery.low.day)} to ${fullDate(recovery.high.day)}, ${kind} of ${count} completed on closes.`,
  };
}

/** The last recovery on closes, and on intraday lows and highs. */
function lastLines({ close, intraday }: RecoveryView, count: number): string[] {
  const { last } = close;
  const other = 'absent' in intraday ? undefined : intraday.last;
  return [
    ...(last
      ? [
          `*${worded(last.rank, ordinal)}* of ${count} by speed: the last one, ${fullDate(last.recovery.low.day)} to ${fullDate(last.recovery.high.day)}`,
        ]
      : []),
    ...(other
      ? [
          `*${counted(other.recovery.days, 'day')}*, ${counted(other.recovery.sessions, 'session')} intraday for the last, low of ${shortDate(other.recovery.low.day)} to high of ${fullDate(other.recovery.high.day)}; rank ${worded(other.rank, ordinal)}`,
        ]
      : []),
  ];
}

function rowOf({ low, high, days, sessions, gain }: Recovery): string[] {
  return [fullDate(low.day), plain(days), plain(sessions), fullDate(high.day), percent(gain)];
}
