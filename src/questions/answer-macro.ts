/** One series of the economy in answer to a question: as known that day, or as the data stand now where no first print is stored. */
import { lastReleaseOn } from '../calendar/releases.ts';
import { backdropChart } from '../charts/backdrop-chart.ts';
import { changeWords, macroName, macroValue, periodWords } from '../charts/backdrop-words.ts';
import { CapwatchError } from '../errors.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { capital, fullDate, plain, sessionDate, shortDate, signedNumber } from '../messages/format.ts';
import { type Backdrop, type BackdropItem, backdrop, type MacroId, type MacroKnown } from '../metrics/backdrop.ts';
import { type ClaimsTrend, claimsTrend } from '../metrics/claims-trend.ts';
import { type Asking, draft, receipts, refused, sourceWords } from './desk.ts';

/** One series of the economy; claims with their four-week average and the year's range. */
export async function macroAnswer(asking: Asking): Promise<AnswerDraft> {
  const { desk, session, question } = asking;
  const id: MacroId = question.slots.macro ?? 'ICSA';
  if (!desk.macroMarket)
    throw new CapwatchError('not_found', 'No economic data are stored here.', { example: '/smallcaps ytd' });
  const known = await desk.macroMarket.macro(session);
  const found = foundIn(known, id);
  if (!found) {
    const name = capital(macroName(id, 'short'));
    throw refused(`${name} cannot be told for ${sessionDate(session)}: ${known.lacking}.`, '/backdrop');
  }
  return id === 'ICSA' ? claimsAnswer(asking, found, known) : plainAnswer(asking, found);
}

interface Found {
  readonly item: BackdropItem;
  readonly measured: Backdrop;
}

/** As known that day; else the latest vintage of the period that was out by then. */
function foundIn(known: MacroKnown, id: MacroId): Found | undefined {
  for (const prints of [known.prints, known.revisedOnly ?? []]) {
    const measured = backdrop({ ...known, prints });
    const item = measured.items.find(({ print }) => print.id === id);
    if (item) return { item, measured };
  }
  return undefined;
}

function plainAnswer(asking: Asking, found: Found): AnswerDraft {
  const { item } = found;
  const { question } = asking;
  const as = item.print.isRevised ? ', as the data stand now; no first print is stored' : '';
  return draft({
    ...commonParts(asking, found),
    lead: `${capital(headOf(item))}${recordWords(item)},`,
    rest: `${periodWords(item)}${question.slots.vintage && !item.print.isRevised ? ': the first print' : as}.`,
    lines: [...beforeLine(item), ...nowLine(item)],
    basis: 'as the publisher prints it, against the period before',
    caveat: caveatOf(item),
    numbers: receipts(item.latest, item.previous, item.change, item.now?.value, item.now?.change),
  });
}

function claimsAnswer(asking: Asking, found: Found, known: MacroKnown): AnswerDraft {
  const { item } = found;
  const trend = trendOf(item, known);
  if (!trend) return plainAnswer(asking, found);
  const { average, change, low, high, weeks } = trend.figures;
  const now = trend.isRevised && !item.print.isRevised ? item.now?.value : undefined;
  return draft({
    ...commonParts(asking, found),
    lead: `${change.value > 0 ? 'Up' : change.value < 0 ? 'Not up' : 'Level'}: four-week average ${plain(average.value)},`,
    rest: `${signedNumber(change.value, 0)} on the four weeks before${trend.isRevised ? ', as the data stand now' : ''}.`,
    lines: [
      latestLine(item),
      `*${plain(low.value)} to ${plain(high.value)}* range of the ${weeks.value} weeks${
        now ? `, as revised since; there that week is ${plain(now.value)}` : ''
      }`,
    ],
    basis: `mean of the last four weeks against the four before, ${average.basis}; a single week is noise`,
    caveat: weeks.value < 52 ? `fewer than 52 weeks are held as known that day; ${caveatOf(item)}` : caveatOf(item),
    numbers: receipts(item.latest, item.previous, item.change, now, ...Object.values(trend.figures)),
  });
}

interface Trend {
  readonly figures: ClaimsTrend;
  /** From the latest vintage: not what was known that day. */
  readonly isRevised: boolean;
}

/** From the weeks known that day, else from the latest vintage up to the same week. */
function trendOf({ print }: BackdropItem, { revisions }: MacroKnown): Trend | undefined {
  const latest = revisions.find(({ id, period }) => id === print.id && period === print.period);
  const own = print.isRevised ? undefined : claimsTrend({ ...print, basis: 'weekly, as known that day' });
  if (own) return { figures: own, isRevised: false };
  const history = print.isRevised ? print.history : latest?.latestHistory;
  const { source } = latest ?? print;
  const figures = history && claimsTrend({ ...print, history, source, basis: 'weekly, latest vintage' });
  return figures && { figures, isRevised: true };
}

/** What every answer about a series says of its day, source and picture. */
function commonParts({ question, text, session }: Asking, { item, measured }: Found) {
  const { print } = item;
  const chart =
    question.slots.chart || /trend/i.test(text)
      ? backdropChart({ ...measured, items: [item], numbers: [] }, headOf(item))
      : undefined;
  const command = `/backdrop asof ${session}`;
  return {
    asOf: print.isRevised
      ? `${releaseWords(print.id, session)}; values as held now, not as known then`
      : `released ${fullDate(print.released ?? print.period)}; as known on ${sessionDate(session)}`,
    source: sourceWords([print.source]),
    ...(chart && { chart }),
    chartCommand: command,
    session,
    settings: [macroValue(item), changeWords(item), headOf(item)],
    command,
  };
}

/** The day a value came out by the calendar, or that it was out. */
function releaseWords(id: MacroId, session: string): string {
  const day = id === 'ICSA' || id === 'IC4WSA' ? lastReleaseOn('jobless claims', session) : undefined;
  return day === undefined ? `out by ${sessionDate(session)}` : `released ${fullDate(day)} by the calendar`;
}

function beforeLine({ print, previous }: BackdropItem): string[] {
  if (!previous || !print.previous) return [];
  const before = { print: { ...print, ...print.previous }, latest: previous };
  return [`*${macroValue(before)}* before it, ${periodWords(before)}`];
}

/** What nobody knew that day. */
function nowLine({ print, now }: BackdropItem): string[] {
  if (!now) return [];
  const change = changeWords({ print, latest: now.value, change: now.change });
  return [`*${macroValue({ print, latest: now.value })}* as revised since, ${change}: not known that day`];
}

function latestLine(item: BackdropItem): string {
  const first = item.now && !item.print.isRevised ? ' as first printed' : '';
  return `*${macroValue(item)}* latest${first}, ${periodWords(item)}, ${changeWords(item)} on the one before`;
}

function caveatOf({ print: { id, isRevised } }: BackdropItem): string {
  if (isRevised) return 'revised data: what was known that day may differ, so /backdrop leaves it out';
  if (id === 'DGS2' || id === 'DGS10') return 'par yield at the close, never revised';
  if (id === 'MMF' || id === 'MMF_MONTH') return 'nominal, not scaled to market value';
  return id === 'GDPNOW'
    ? 'a nowcast, estimated anew with each release'
    : 'seasonally adjusted; later revisions are another vintage';
}

/** Money funds are compared with their record, other series with the period before. */
function recordWords({ print: { id, record, period } }: BackdropItem): string {
  if (id !== 'MMF' || !record) return '';
  return record.period === period
    ? ', the record of the weeks held'
    : ` from the record of ${shortDate(record.period)}`;
}

function headOf(item: BackdropItem): string {
  return `${macroName(item.print.id, 'short')} ${macroValue(item)}, ${changeWords(item)}`;
}
