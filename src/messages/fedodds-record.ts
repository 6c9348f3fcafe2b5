/** The answers to `/fedodds calibration` and `/fedodds smallcaps`: what the odds were worth, and what went with rates. Pure. */
import type { Calibration } from '../metrics/fed-calibration.ts';
import type { FedOdds } from '../metrics/fed-odds.ts';
import type { ShockRow } from '../metrics/fed-small-caps.ts';
import type { RatesView } from '../metrics/fed-views.ts';
import { framed } from './fedodds-frame.ts';
import type { FedContext } from './fedodds-parts.ts';
import { bareSigned, counted, fullDate, plain, points, probability, sessionDate, signedNumber } from './format.ts';
import type { Message } from './message.ts';
import { publishers } from './receipt-line.ts';

/** How often the likeliest outcome came, by days out, beside always quoting the base rate. */
export function calibrationMessage(rows: readonly Calibration[], odds: FedOdds, call: FedContext): Message | undefined {
  const [near, far] = [rows[0], rows.at(-1)];
  if (!near || !far) return undefined;
  const title = `Odds right at ${probability(near.right.value)} one day out, ${probability(far.right.value)} at ${far.daysOut}`;
  const lines = [
    `*${probability(near.right.value)}* of ${near.meetings} meetings: the likeliest outcome the day before came`,
    `*${plain(near.brier.value, 3)}* Brier score one day out; base rate ${plain(near.baseBrier.value, 3)}`,
    `*${plain(far.brier.value, 3)}* Brier score ${far.daysOut} days out; base rate ${plain(far.baseBrier.value, 3)}`,
  ];
  const publisher = publishers([odds.day.futures.source]).join(', ');
  const asKnown = `*As known* ${sessionDate(odds.asOf)} · scheduled meetings ${fullDate(far.first)} to ${fullDate(far.last)}, FedWatch method · ${publisher}`;
  const span = `${near.meetings} meetings from ${fullDate(near.first)} to ${fullDate(near.last)}`;
  const scores = `Brier ${plain(near.brier.value, 3)} against ${plain(near.baseBrier.value, 3)} for the base rate.`;
  return framed(
    {
      odds,
      title,
      text: `${title} futures days, ${span}. ${scores}`,
      lines,
      grid: calibrationGrid(rows),
      context: [asKnown, OUTCOMES, BRIER],
      notes: call.notes,
      numbers: rows.flatMap(({ right, brier, baseBrier }) => [right, brier, baseBrier]),
    },
    call,
  );
}

const OUTCOMES =
  'Outcomes: range after the meeting below, at or above the one in force on the day the odds are read. Days are futures days.';
const BRIER =
  'Brier = mean of the squared misses over the three; 0 is perfect, 2 certain and wrong. Base rate = always quoting this sample’s own frequencies.';

function calibrationGrid(rows: readonly Calibration[]): string[][] {
  return [
    ['Days out', 'Right', 'Brier', 'Base rate', 'N'],
    ...rows.map(({ daysOut, right, brier, baseBrier, meetings }) => [
      counted(daysOut, 'day'),
      probability(right.value),
      plain(brier.value, 3),
      plain(baseBrier.value, 3),
      String(meetings),
    ]),
  ];
}

/** The daily gap beside the change of the rate implied twelve months ahead: slope, fit, and the days of large changes. */
export function ratesMessage({ odds, beta, history, shocks, first, sources }: RatesView, call: FedContext): Message {
  const slope = beta.betaPer10Bp.value;
  const title = `Gap ${points(slope, 2)} a day per +10 bp in implied rates, R² ${plain(beta.rSquared.value, 2)}`;
  const weak = Math.abs(beta.t.value) < 2 ? '; not distinguishable from 0' : '';
  const lines = [
    `*${points(slope, 2)}* Russell 2000 minus S&P 500 per +10 bp: t ${signedNumber(beta.t.value, 1)}, R² ${plain(beta.rSquared.value, 2)}, ${beta.sessions} sessions${weak}`,
    `*${points(history.lowest.value, 2)}* lowest, to ${fullDate(history.lowest.asOf)}; highest ${points(history.highest.value, 2)}, to ${fullDate(history.highest.asOf)}`,
    `*${counted(history.signChanges.value, 'change')} of sign* over ${plain(history.windows)} windows since ${fullDate(first)} in which rates moved`,
  ];
  const fit = `R² ${plain(beta.rSquared.value, 2)}, t ${signedNumber(beta.t.value, 1)}, ${beta.sessions} sessions to ${sessionDate(beta.to)}.`;
  const receipt = `*Close* and *Settlement* ${sessionDate(beta.to)} · daily gap, price return, on the rate implied 12 months ahead · ${publishers(sources).join(', ')}`;
  return framed(
    {
      odds,
      title,
      text: `Small caps minus S&P 500: ${points(slope, 2)} a day per +10 bp in the rate implied 12 months ahead, ${fit}`,
      lines,
      grid: shockGrid(shocks),
      context: [receipt, SHOCKS],
      notes: call.notes,
      numbers: [
        beta.betaPer10Bp,
        beta.rSquared,
        beta.t,
        history.lowest,
        history.highest,
        history.signChanges,
        ...shocks.flatMap(({ meanGap, medianGap, ahead }) => [meanGap, medianGap, ahead]),
      ],
      asOf: beta.to,
    },
    call,
  );
}

const SHOCKS =
  'Rates up most, down most: the top and bottom 5% of days. Coincidence, no cause: futures settle at 14:00 in Chicago, shares close at 15:00.';

function shockGrid(shocks: readonly ShockRow[]): string[][] {
  return [
    ['Days', 'Mean gap, pp', 'Median, pp', 'Ahead', 'N'],
    ...shocks.map((row) => [
      shockLabel(row),
      bareSigned(row.meanGap.value),
      bareSigned(row.medianGap.value),
      probability(row.ahead.value),
      plain(row.count),
    ]),
  ];
}

function shockLabel({ days, thresholdBp }: ShockRow): string {
  if (thresholdBp === undefined) return 'All days';
  return days === 'rates up most' ? `Up ≥ ${signedNumber(thresholdBp, 1)}` : `Down ≤ ${signedNumber(thresholdBp, 1)}`;
}
