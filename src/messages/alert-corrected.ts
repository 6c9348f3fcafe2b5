/** An alert that fired on a figure corrected since: the post edited, old struck, new bold, why; and one thread note. Pure. */
import type { Day } from '../calendar/day.ts';
import type { AlertRule } from '../metrics/alerts.ts';
import type { Reading } from '../metrics/alerts-look.ts';
import type { Fire } from '../metrics/alerts-state.ts';
import { at, indexOf, type PriceSeries } from '../metrics/series.ts';
import { type AlertContext, alertActions, numbersOf, sampleChip } from './alert.ts';
import { findingOf } from './alert-finding.ts';
import { struck } from './alert-strike.ts';
import { beyondWords, figureWords, lineWords, ruleLine, watchedName } from './alert-words.ts';
import { context, header, section } from './blocks.ts';
import { monthName } from './fedodds.ts';
import { capital, escapeText, fullDate, level, sessionDate } from './format.ts';
import type { Message } from './message.ts';
import { publishers } from './receipt-line.ts';

/** What is known of the first figure: "provisional print of 16:02 ET", the official close's time, who confirms it. */
export interface CorrectionCause {
  readonly first: string;
  /** "16:31 ET". */
  readonly officialAt?: string;
  /** What came afterwards, where it is no close: "the settlement came later". */
  readonly after?: string;
  readonly confirmedBy?: string;
}

export interface CorrectedAlert {
  readonly rule: AlertRule;
  /** With the corrected closes. */
  readonly reading: Reading;
  /** With the closes it fired with. */
  readonly before: Reading;
  readonly was: Fire;
  readonly stands: boolean;
  readonly cause: CorrectionCause;
  /** "16:40": New York wall time of the edit on the session's day, or with its day. */
  readonly at: string;
  readonly fires: readonly Fire[];
  readonly call: AlertContext;
}

/** The edited post. */
export function correctedAlert(correction: CorrectedAlert): Message {
  const { rule, reading, before, fires, call, at: time, cause } = correction;
  const [old, now] = [findingOf(rule, before, fires), findingOf(rule, reading, fires)];
  const lines = now.lines.map((line, index) => struck(escapeText(old.lines[index] ?? ''), escapeText(line)));
  const title = `${titleName(rule, reading.asOf)} ${figureWords(rule, reading.figure.value)}${fromRecord(rule)}`;
  const not = `not ${figureWords(rule, before.figure.value)}`;
  const prices = reading.prices
    ? [reading.prices.subject.source, reading.prices.benchmark.source]
    : reading.figure.sources;
  const confirmed = cause.confirmedBy === undefined ? '' : `, confirmed by ${cause.confirmedBy}`;
  return {
    text: escapeText(
      `${sampleChip(reading) === '' ? '' : 'Sample data: '}Corrected: ${title} on ${sessionDate(reading.asOf)}, ${not}. ${verdict(correction)}.`,
    ),
    blocks: [
      header(`Corrected: ${title}, ${not}`),
      section(...lines),
      section(escapeText(`*Why:* ${whyWords(correction)}`)),
      context(
        escapeText(
          `${sampleChip(reading)}*Corrected* ${sessionDate(reading.asOf)}, ${time} ET · ${reading.fed ? 'fed funds futures, FedWatch method' : 'closes, price index'} · ${publishers(prices).join(', ')}${confirmed}`,
        ),
        escapeText(ruleLine(rule, call)),
      ),
      alertActions(rule, call),
    ],
    charts: [],
    numbers: numbersOf(reading),
    asOf: reading.asOf,
  };
}

/** The one note in the thread: old and new, cause and consequence. */
export function correctionNote(correction: CorrectedAlert): Message {
  const { rule, reading, before, cause, at: time } = correction;
  const closes = changedCloses(correction);
  const figures = [figureWords(rule, before.figure.value), figureWords(rule, reading.figure.value)] as const;
  const what = fromRecord(rule).trim();
  const stated = closes.map(({ name, was, now }) => `${name} close ${level(now)}, not ${level(was)}`).join('; ');
  const shown = closes.map(({ name, was, now }) => `${name} close ${level(was)} → *${level(now)}*`).join('; ');
  const named = capital(titleName(rule, reading.asOf));
  const figure = what !== '' ? what : reading.fed ? named : 'the figure';
  const consequence = `${verdict(correction)}.`;
  const then = cause.after === undefined ? '' : `, ${cause.after}`;
  const told = reading.fed ? `${named} ${figures[1]}, ` : `${stated}; ${figures[1]} ${what === '' ? '' : `${what}, `}`;
  return {
    text: escapeText(`Correction: ${told}not ${figures[0]}. Cause: ${shortCause(cause)}${then}. ${consequence}`),
    blocks: [
      section(
        escapeText(
          `*Correction.* ${shown === '' ? '' : `${shown}; `}${figure} ${figures[0]} → *${figures[1]}*. Cause: ${cause.first}${then}. ${consequence}`,
        ),
      ),
      context(`Answers given in this thread before ${escapeText(time)} ET used the old figure.`),
    ],
    charts: [],
    numbers: [],
    asOf: reading.asOf,
  };
}

/** The notification has room for the kind of print only. */
function shortCause({ first }: CorrectionCause): string {
  return first.replace(/ of \d\d:\d\d ET$/, '');
}

function titleName(rule: AlertRule, asOf: Day): string {
  if (rule.kind === 'gap') return 'gap';
  if (rule.kind === 'odds') return `${monthName(rule.meeting, asOf)} ${rule.word} odds`;
  if (rule.kind === 'odds-move') return `move of ${monthName(rule.meeting, asOf)} ${rule.word} odds`;
  return 'symbol' in rule ? watchedName(rule.symbol) : 'Russell 2000';
}

function fromRecord({ kind }: AlertRule): string {
  return kind === 'divergence' || kind === 'drawdown' ? ' from its record' : '';
}

function verdict({ stands }: Pick<CorrectedAlert, 'stands'>): string {
  return stands ? 'The alert stands' : 'The alert was false and is armed again';
}

/** "the first figure was a provisional print of 16:02 ET; the official close came at 16:31 ET. The alert stands: both are past −20%." */
function whyWords(correction: CorrectedAlert): string {
  const { cause, stands, rule } = correction;
  const then = cause.officialAt === undefined ? cause.after : `the official close came at ${cause.officialAt}`;
  const official = then === undefined ? '' : `; ${then}`;
  const both =
    lineWords(rule) === ''
      ? ''
      : stands
        ? `: both are ${beyondWords(rule)}`
        : `: the corrected figure is not ${beyondWords(rule)}`;
  return `the first figure was a ${cause.first}${official}. ${verdict(correction)}${both}.`;
}

function changedCloses({ reading, was }: CorrectedAlert) {
  const { prices } = reading;
  if (!prices) return [];
  return [prices.subject, prices.benchmark].flatMap((series) => {
    const [old, now] = [was.closes[series.symbol], closeOn(series, was.session)];
    return old === undefined || now === undefined || Math.abs(old - now) < 0.005
      ? []
      : [{ name: series.name, was: old, now }];
  });
}

function closeOn(series: PriceSeries, day: string): number | undefined {
  const index = indexOf(series.dates, day);
  return index < 0 ? undefined : at(series.close, index);
}

/** The cause where the source says no more than that it changed its figure. */
export function restated(publisher: string, day: string): CorrectionCause {
  return { first: `figure that ${publisher} changed after ${fullDate(day)}` };
}
