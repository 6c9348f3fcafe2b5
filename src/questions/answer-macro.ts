import { backdropChart } from '../charts/backdrop-chart.ts';
import { changeWords, macroName, macroValue, periodWords } from '../charts/backdrop-words.ts';
import { CapwatchError } from '../errors.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { fullDate, plain, sessionDate, signedNumber } from '../messages/format.ts';
import { type BackdropItem, backdrop, type MacroId, type MacroKnown, type MacroPrint } from '../metrics/backdrop.ts';
import { claimsTrend } from '../metrics/claims-trend.ts';
import { type Asking, draft, receipts, refused, sourceWords } from './desk.ts';

/** From the weeks known that day, else from the latest vintage up to the same week; the basis says which. */
function trendOf(print: MacroPrint, { revisions }: MacroKnown) {
  const own = claimsTrend({ ...print, basis: 'weekly, as known that day' });
  const latest = revisions.find(({ id, period }) => id === print.id && period === print.period);
  const asRevised =
    latest?.latestHistory &&
    claimsTrend({ ...print, history: latest.latestHistory, source: latest.source, basis: 'weekly, latest vintage' });
  return own ?? asRevised;
}

/** One series of the economy as known that day; claims with their four-week average and the year's range. */
export async function macroAnswer(asking: Asking): Promise<AnswerDraft> {
  const { desk, session, question } = asking;
  const id: MacroId = question.slots.macro ?? 'ICSA';
  if (!desk.macroMarket)
    throw new CapwatchError('not_found', 'No economic data are stored here.', { example: '/smallcaps ytd' });
  const known = await desk.macroMarket.macro(session);
  const measured = backdrop(known);
  const item = measured.items.find(({ print }) => print.id === id);
  if (!item) throw refused(`${macroName(id, 'short')} has no print known that day: ${measured.lacking}.`, '/backdrop');
  const trend = id === 'ICSA' ? trendOf(item.print, known) : undefined;
  const released = item.print.released ?? item.print.period;
  const chart =
    question.slots.chart || /trend/i.test(asking.text)
      ? backdropChart({ ...measured, items: [item], numbers: [] }, headOf(item))
      : undefined;
  return draft({
    lead: trend
      ? `${trend.change.value > 0 ? 'Up' : trend.change.value < 0 ? 'Not up' : 'Level'}: four-week average ${plain(trend.average.value)},`
      : `${headOf(item)},`,
    rest: trend ? `${signedNumber(trend.change.value, 0)} on the four weeks before.` : `${periodWords(item)}.`,
    lines: [
      `*${macroValue(item)}* latest, ${periodWords(item)}, ${changeWords(item)} on the one before`,
      ...(trend
        ? [
            `*${plain(trend.low.value)} to ${plain(trend.high.value)}* range of the last ${trend.weeks.value} weeks held`,
          ]
        : []),
    ],
    basis: trend
      ? `mean of the last four weeks against the four before, ${trend.average.basis}; a single week is noise`
      : 'as the publisher prints it, against the period before',
    asOf: `released ${fullDate(released)}; as known on ${sessionDate(session)}`,
    source: sourceWords([item.print.source]),
    caveat:
      trend && trend.weeks.value < 52
        ? `fewer than 52 weeks are held as known that day; seasonally adjusted, revised later`
        : 'seasonally adjusted; later revisions are another vintage',
    ...(chart && { chart }),
    chartCommand: `/backdrop asof ${session}`,
    numbers: receipts(item.latest, item.previous, item.change, ...(trend ? Object.values(trend) : [])),
    session,
    settings: [macroValue(item), changeWords(item), headOf(item)],
    command: `/backdrop asof ${session}`,
  });
}

function headOf(item: BackdropItem): string {
  return `${macroName(item.print.id, 'short')} ${macroValue(item)}, ${changeWords(item)}`;
}
