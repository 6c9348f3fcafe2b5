/** Answers what followed one day of a list above: the closes so many sessions later, or as far as there are any. Words it. */
import { monthsBefore } from '../calendar/day.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { capital, counted, fullDate, level, percent } from '../messages/format.ts';
import { HORIZONS } from '../metrics/outcomes.ts';
import { isMeasured, type Measured, type Receipt } from '../metrics/receipt.ts';
import { windowReturn } from '../metrics/returns.ts';
import { at, dateAt, indexOf, lastSession, type PriceSeries, upTo } from '../metrics/series.ts';
import { type Asking, asOfWords, draft, receipts, refused, seriesOf, sourceWords } from './desk.ts';

/** Words of a horizon in an answer: "12 months". */
const SPANS = { '1m': '1 month', '3m': '3 months', '6m': '6 months', '12m': '12 months' } as const;
const MONTHS = { '1m': 1, '3m': 3, '6m': 6, '12m': 12 } as const;

interface Step {
  readonly words: string;
  readonly months: number;
  readonly sessions: number;
  readonly change: Receipt<number>;
}

/** The index 1, 3, 6 and 12 months of sessions after `day`, the horizon asked for first. */
export async function afterDayAnswer(asking: Asking, day: string): Promise<AnswerDraft> {
  const { subject, session } = await seriesOf(asking, 'GSPC');
  const start = indexOf(subject.dates, day);
  const { ahead } = asking.question.slots;
  const steps = HORIZONS.flatMap(({ id, sessions }) =>
    id === '1w' ? [] : stepOf(subject, { day, end: start + sessions, words: SPANS[id], months: MONTHS[id], sessions }),
  );
  const sinceDay = windowReturn(subject, { since: day });
  if (!isMeasured(sinceDay)) throw refused(`There is no close after ${fullDate(day)} yet.`, '/smallcaps recovery');
  const main = ahead === undefined ? steps.at(-1) : steps.find(({ words }) => words === SPANS[ahead]);
  const calendar = main && byCalendar(subject, { day, months: main.months });
  return draft({
    ...(main
      ? { lead: `${percent(main.change.value)} in the ${main.words} after ${fullDate(day)}:`, rest: endWords(main) }
      : {
          lead: `${ahead ? capital(SPANS[ahead]) : 'A month'} after ${fullDate(day)} ${ahead === '1m' || !ahead ? 'is' : 'are'} not over yet:`,
          rest: `${percent(sinceDay.value)} so far.`,
        }),
    lines: [
      ...(calendar && isMeasured(calendar)
        ? [`*${percent(calendar.value)}* by the calendar, to ${fullDate(calendar.asOf)}`]
        : []),
      ...steps
        .filter((step) => step !== main)
        .map(({ words, change }) => `*${percent(change.value)}* in ${words}, to ${fullDate(change.asOf)}`),
    ],
    basis: `Russell 2000 closes, price return, from ${level(at(subject.close, start))} on ${fullDate(day)}; months are counted in sessions: ${steps.map(({ sessions }) => sessions).join(', ')}`,
    asOf: asOfWords(asking, session),
    source: sourceWords([subject.source]),
    caveat: 'one case: it says nothing of the next',
    numbers: receipts(sinceDay, calendar, ...steps.map(({ change }) => change)),
    session,
    settings: [
      ...steps.flatMap(({ words, sessions }) => [words, counted(sessions, 'session')]),
      steps.map(({ sessions }) => sessions).join(', '),
    ],
    command: `/smallcaps recovery all asof ${session}`,
    told: { day },
  });
}

function endWords({ change, sessions }: Step): string {
  return `close of ${fullDate(change.asOf)}, ${counted(sessions, 'session')} later.`;
}

interface To {
  readonly day: string;
  readonly end: number;
  readonly words: string;
  readonly months: number;
  readonly sessions: number;
}

function stepOf(series: PriceSeries, { day, end, words, months, sessions }: To): Step[] {
  if (end >= series.dates.length) return [];
  const change = windowReturn(upTo(series, dateAt(series, end)), { since: day });
  return isMeasured(change) ? [{ words, months, sessions, change }] : [];
}

/** The same stretch as a calendar counts it: to the last session on or before the day so many months later. */
function byCalendar(
  series: PriceSeries,
  { day, months }: { readonly day: string; readonly months: number },
): Measured | undefined {
  const later = monthsBefore(day, -months);
  return later > lastSession(series) ? undefined : windowReturn(upTo(series, later), { since: day });
}
