/** Answers about recoveries from a 52-week low to a 52-week high, ranked by days, by sessions, slowest or fastest first. Words it. */
import { recoveryRaceChart } from '../charts/recovery-race-chart.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { counted, fullDate, ordinal, percent, plain, shortDate } from '../messages/format.ts';
import type { Basis } from '../metrics/highs.ts';
import { isMeasured } from '../metrics/receipt.ts';
import type { Recovery } from '../metrics/recoveries.ts';
import { type BasisView, type RecoveryView, recoveryView } from '../metrics/recovery-view.ts';
import { type Asking, asOfWords, draft, receipts, refused, seriesOf, sourceWords, worded } from './desk.ts';
import { disputedLead } from './recovery-dispute.ts';

type Ranked = RecoveryView['table'][number];

const MOST_ROWS = 10;
const BASES: Readonly<Record<Basis, string>> = { close: 'on closes', intraday: 'intraday' };

/** Recoveries from 52-week low to 52-week high, ranked, in days and sessions, on closes; the last one intraday beside it. */
export async function recoveryAnswer(asking: Asking): Promise<AnswerDraft> {
  const series = await seriesOf(asking, 'GSPC');
  const view = recoveryView(series);
  const { order, top = MOST_ROWS, row = 1, basis: asked = 'close' } = asking.question.slots;
  const { table, first, own, count } = listAsked(asking, view);
  const other = asked === 'close' ? view.intraday : view.close;
  const beside = 'absent' in other ? undefined : other.last;
  const chart = asking.question.slots.chart ? recoveryRaceChart(view) : undefined;
  return draft({
    ...(disputedLead(asking, view) ?? leadOf(first, { count, order, row, basis: asked })),
    lines: lastLines({ own, beside, basis: asked }, count),
    rows: [
      ['Low', 'Days', 'Sessions', 'High', 'Gain'],
      ...table.slice(0, Math.min(top, MOST_ROWS)).map(({ recovery }) => rowOf(recovery)),
    ],
    basis: `last 52-week low to the first 52-week high after it, ${asked === 'close' ? 'daily closes' : 'intraday lows and highs'}; ${order === 'sessions' ? 'ranked by sessions' : 'days are calendar days'}`,
    asOf: asOfWords(asking, series.session),
    source: `${sourceWords([series.subject.source])}, daily since ${fullDate(series.subject.dates[0] ?? '')}`,
    caveat: `N is ${count}; counts on weekly closes (“eight weeks”) are another basis and are not mixed in`,
    ...(chart && { chart }),
    chartCommand: `/smallcaps recovery asof ${series.session}`,
    numbers: receipts(
      ...view.numbers,
      ...table.flatMap(({ figures }) => [figures.days, figures.sessions, figures.gain]),
      ...[beside?.figures.days, beside?.figures.sessions, beside?.rank, own.last?.rank, own.count],
    ),
    session: series.session,
    command: `/smallcaps recovery all asof ${series.session}`,
    settings: [ordinal(row)],
    told: { day: first.recovery.high.day },
  });
}

/** The recoveries in the order asked for, and the one that leads the answer. @throws CapwatchError where there is none. */
function listAsked({ question }: Asking, { close, intraday, table, intradayTable }: RecoveryView) {
  const { order, row = 1, basis = 'close' } = question.slots;
  const own = basis === 'intraday' ? intraday : close;
  const listed = ordered(basis === 'intraday' ? intradayTable : table, order);
  const first = listed[row - 1];
  if ('absent' in own || !isMeasured(own.count) || listed.length === 0)
    throw refused(
      `No recovery is complete ${basis === 'close' ? 'in these data' : 'on intraday lows and highs'}.`,
      '/smallcaps recovery',
    );
  if (!first) throw refused(`The list ends at ${counted(listed.length, 'recovery')}.`, '/smallcaps recovery');
  return { table: listed, first, own, count: own.count.value };
}

function ordered(table: readonly Ranked[], order: 'slowest' | 'sessions' | undefined): Ranked[] {
  if (order === 'slowest') return table.toReversed();
  return order === 'sessions' ? table.toSorted((a, b) => a.recovery.sessions - b.recovery.sessions) : [...table];
}

interface Lead {
  readonly count: number;
  readonly order: 'slowest' | 'sessions' | undefined;
  readonly row: number;
  readonly basis: Basis;
}

function leadOf({ recovery, figures }: Ranked, { count, order, row, basis }: Lead): Pick<AnswerDraft, 'lead' | 'rest'> {
  const days = worded(figures.days, (value) => counted(value, 'day'));
  const sessions = worded(figures.sessions, (value) => counted(value, 'session'));
  const end = order === 'slowest' ? 'slowest' : order === 'sessions' ? 'fastest by sessions' : 'fastest';
  const kind = row === 1 ? end : `${ordinal(row)} ${end}`;
  return {
    lead: order === 'sessions' ? `${sessions}, ${days}:` : `${days}, ${sessions}:`,
    rest: `${fullDate(recovery.low.day)} to ${fullDate(recovery.high.day)}, ${kind} of ${count} completed ${BASES[basis]}.`,
  };
}

interface Lasts {
  readonly own: BasisView;
  readonly beside: BasisView['last'];
  readonly basis: Basis;
}

/** The last recovery on the basis of the list, and on the other one. */
function lastLines({ own: { last }, beside: other, basis }: Lasts, count: number): string[] {
  const on = basis === 'close' ? BASES.intraday : BASES.close;
  return [
    ...(last
      ? [
          `*${worded(last.rank, ordinal)}* of ${count} by speed: the last one, ${fullDate(last.recovery.low.day)} to ${fullDate(last.recovery.high.day)}`,
        ]
      : []),
    ...(other
      ? [
          `*${counted(other.recovery.days, 'day')}*, ${counted(other.recovery.sessions, 'session')} ${on} for the last, low of ${shortDate(other.recovery.low.day)} to high of ${fullDate(other.recovery.high.day)}; rank ${worded(other.rank, ordinal)}`,
        ]
      : []),
  ];
}

function rowOf({ low, high, days, sessions, gain }: Recovery): string[] {
  return [fullDate(low.day), plain(days), plain(sessions), fullDate(high.day), percent(gain)];
}

/** The recoveries where a count of days somebody quotes is one of the last recovery's; undefined where it is not. */
export async function recoveryDispute(asking: Asking): Promise<AnswerDraft | undefined> {
  const view = recoveryView(await seriesOf(asking, 'GSPC'));
  return disputedLead(asking, view) ? recoveryAnswer(asking) : undefined;
}
