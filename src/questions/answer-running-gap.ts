/** Answers on which day the gap year to date was widest, or the lead largest: of this year and of all. Measures, words it. */
import { yearOf } from '../calendar/day.ts';
import type { SmallCapSeries } from '../market/small-caps.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { fullDate, sessionDate } from '../messages/format.ts';
import { basisWords } from '../messages/receipt-line.ts';
import { gapWords } from '../messages/words.ts';
import { pairOf, pairRefusal } from '../metrics/pair.ts';
import { isMeasured, type Receipt } from '../metrics/receipt.ts';
import { comparison } from '../metrics/returns.ts';
import { widestRunning } from '../metrics/running-gap.ts';
import { upTo } from '../metrics/series.ts';
import { against } from './answer-lag.ts';
import { type Asking, asOfWords, draft, receipts, refused, sourceWords } from './desk.ts';
import { wordsOf } from './odds-words.ts';
import type { Superlative } from './question.ts';

/** The widest lag or lead counted from the start of the year, at each close: of the year named, else the session's own. */
export function runningAnswer(asking: Asking, series: SmallCapSeries, { side }: Superlative): AnswerDraft {
  const { subject, benchmark, session } = series;
  const pair = pairOf(subject, benchmark);
  const lost = pairRefusal(pair, 'running');
  if (lost) throw refused(`That cannot be told: ${lost.absent}.`, '/smallcaps ytd');
  const { year: named, longest = false } = asking.question.slots;
  const year = named ?? yearOf(session);
  const all =
    longest || (named === undefined && /\b(ever|all time|in history|on record|of all)\b/.test(wordsOf(asking)));
  const best = gapOn(series, widestRunning(pair, side, all ? undefined : year));
  const [ever, now] = [gapOn(series, widestRunning(pair, side)), gapOn(series, session)];
  if (!best || !ever) throw refused(`No gap of ${year} is in the data.`, '/smallcaps ytd');
  const name = side === 'low' ? 'widest lag' : 'largest lead';
  const soFar = !all && year === yearOf(session) && !asking.question.slots.span ? ' so far' : '';
  const from = `since ${fullDate(pair.dates[0] ?? '')}`;
  const when = all ? from : `of ${year}${soFar}`;
  return draft({
    ...((side === 'low' ? best.value >= 0 : best.value <= 0)
      ? neverWords(best, { side, year })
      : {
          lead: `${gapWords(best)} on ${sessionDate(best.asOf)}:`,
          rest: `the ${name} year to date at any close ${when}.`,
        }),
    lines: [
      ...(now ? [`*${gapWords(now)}* year to date on ${sessionDate(session)}`] : []),
      ...(ever.asOf === best.asOf && !all ? [`*Of all years* too: the ${name} ${from}`] : []),
      ...(ever.asOf === best.asOf
        ? []
        : [`*${gapWords(ever)}* on ${sessionDate(ever.asOf)}, the ${name} of all years`]),
    ],
    basis: `${basisWords([subject, benchmark])}, year to date at the close of each session`,
    asOf: asOfWords(asking, session),
    source: `${sourceWords([subject.source, benchmark.source])}, daily closes ${from}`,
    caveat: 'counted anew each January, so days early in a year are near zero; not the largest single day',
    numbers: receipts(best, ever, now),
    session,
    command: `/smallcaps ytd${against(benchmark)} asof ${session}`,
    told: { day: best.asOf, side },
  });
}

function neverWords(nearest: Receipt<number>, { side, year }: { side: Superlative['side']; year: number }) {
  return {
    lead: `Never ${side === 'low' ? 'behind' : 'ahead'} year to date at a close of ${year};`,
    rest: `nearest ${gapWords(nearest)} on ${sessionDate(nearest.asOf)}.`,
  };
}

function gapOn({ subject, benchmark }: SmallCapSeries, day: string | undefined): Receipt<number> | undefined {
  if (day === undefined) return undefined;
  const { gap } = comparison(upTo(subject, day), upTo(benchmark, day), 'ytd');
  return isMeasured(gap) ? gap : undefined;
}
