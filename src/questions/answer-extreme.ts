/** Answers superlatives: the largest day, month or year of the gap or of an index, and when the gap was last as wide. Words it. */
import type { SmallCapSeries } from '../market/small-caps.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { counted, fullDate, MONTH_NAMES, percent, sessionDate } from '../messages/format.ts';
import { basisWords } from '../messages/receipt-line.ts';
import { gapWords, seriesName, windowPhrase } from '../messages/words.ts';
import { type ExtremeMoves, extremeMoves, type Length, lastBeyond, type Move } from '../metrics/extreme-moves.ts';
import { pairOf } from '../metrics/pair.ts';
import { isMeasured } from '../metrics/receipt.ts';
import { comparison } from '../metrics/returns.ts';
import { dateAt, upTo } from '../metrics/series.ts';
import { NAMED_WINDOWS } from '../metrics/windows.ts';
import { against, commandOf } from './answer-lag.ts';
import { runningAnswer } from './answer-running-gap.ts';
import { type Asking, asOfWords, draft, receipts, refused, seriesOf, sourceWords } from './desk.ts';
import type { Superlative } from './question.ts';
import { windowAsked } from './windows-asked.ts';

const USUAL: Superlative = { ask: 'most', length: 'day', side: 'low', of: 'gap' };

/** The most extreme stretch asked for, or the last session on which the gap was as wide. */
export async function extremeAnswer(asking: Asking): Promise<AnswerDraft> {
  const asked = asking.question.slots.superlative ?? USUAL;
  const series = await seriesOf(asking);
  if (asked.ask === 'running') return runningAnswer(asking, series, asked);
  if (asked.ask === 'last') return lastWide(asking, series, asked);
  const found = await most(asking, series, asked);
  return asked.both ? withOtherEnd(found, await most(asking, series, otherEnd(asked)), asked) : found;
}

function otherEnd(asked: Superlative): Superlative {
  return { ...asked, side: asked.side === 'low' ? 'high' : 'low' };
}

/** Best and worst at once: both headlines, then the next of either. */
function withOtherEnd(found: AnswerDraft, other: AnswerDraft, { of }: Superlative): AnswerDraft {
  const nextOf = ({ lines }: AnswerDraft) => lines.filter((line) => / is the next, /.test(line));
  return {
    ...found,
    lines: [
      `*${other.lead.replace(/:$/, '')}*: ${other.rest ?? ''}`.replace(/\.$/, ''),
      ...(of === 'gap' ? found.lines.slice(0, 1) : []),
      ...nextOf(found),
      ...nextOf(other).map((line) => `${line}, on the other side`),
    ],
    numbers: receipts(...found.numbers, ...other.numbers),
  };
}

async function most(asking: Asking, series: SmallCapSeries, asked: Superlative): Promise<AnswerDraft> {
  const { subject, benchmark, session } = series;
  const since = await beginning(asking, series);
  const of = asked.of === 'gap' ? 'gap' : asked.of === 'RUT' ? 'subject' : 'benchmark';
  const { length, side } = asked;
  const found = extremeMoves(pairOf(subject, benchmark), { length, side, of, ...(since !== undefined && { since }) });
  if (!found) throw refused('There are too few such stretches in the data to compare.', '/smallcaps ytd');
  const { first, second, among, current, asExtreme } = found;
  const name = nameOf(asked, series);
  return draft({
    lead: `${figure(first, asked)} ${stretchWords(first, length)}:`,
    rest: `the ${side === 'low' ? 'largest fall' : 'largest gain'} of ${name} in ${counted(among.value, length === 'day' ? 'session' : length)}${since === undefined ? '' : ` since ${fullDate(found.begins)}`}.`.replace(
      /largest (fall|gain) of the gap/,
      side === 'low' ? 'widest lag' : 'widest lead',
    ),
    lines: [
      ...(of === 'gap'
        ? [
            `*${percent(first.own.value)}* ${seriesName(subject)}, ${seriesName(benchmark)} ${percent(first.other.value)}`,
          ]
        : []),
      ...(second ? [`*${figure(second, asked)}* is the next, ${stretchWords(second, length)}`] : []),
      currentLine(found, asked),
    ],
    basis: `${basisWords([subject, benchmark])}, close to close${length === 'day' ? '' : `, whole calendar ${length}s; the one under way is left out`}`,
    asOf: asOfWords(asking, session),
    source: `${sourceWords([subject.source, benchmark.source])}, since ${fullDate(found.begins)}`,
    caveat: 'closes only: intraday moves were larger; a superlative says nothing about what follows',
    numbers: receipts(
      ...[first, second, current, asExtreme].flatMap((move) => (move ? [move.value, move.own, move.other] : [])),
      among,
    ),
    session,
    command: `/smallcaps ytd${against(benchmark)} asof ${session}`,
    told: { day: first.to },
  });
}

/** The day the search begins, where the question names one. */
async function beginning(asking: Asking, series: SmallCapSeries): Promise<string | undefined> {
  const { window, turning, sinceMeeting } = asking.question.slots;
  if (window === 'max' || (window === undefined && turning === undefined && sinceMeeting === undefined))
    return undefined;
  const asked = await windowAsked(asking, series);
  if (typeof asked !== 'string') return asked.since;
  const { subject } = comparison(series.subject, series.benchmark, asked);
  return isMeasured(subject) ? subject.inputs[1]?.date : undefined;
}

function nameOf({ of }: Superlative, { subject, benchmark }: SmallCapSeries): string {
  return of === 'gap' ? 'the gap' : `the ${seriesName(of === 'RUT' ? subject : benchmark)}`;
}

function figure({ value }: Move, { of }: Superlative): string {
  return of === 'gap' ? gapWords(value) : percent(value.value);
}

function stretchWords({ to }: Move, length: Length): string {
  if (length === 'day') return `on ${sessionDate(to)}`;
  return `in ${length === 'month' ? `${MONTH_NAMES[Number(to.slice(5, 7)) - 1]} ` : ''}${to.slice(0, 4)}`;
}

/** Where the last stretch stands. */
function currentLine({ first, current, asExtreme }: ExtremeMoves, asked: Superlative): string {
  const { length, side } = asked;
  if (current.to === first.to) return `*${figure(current, asked)}* is the last ${length}, so it stands at the top now`;
  const kind = side === 'low' ? 'as low' : 'as high';
  const last = `*${figure(current, asked)}* ${stretchWords(current, length)}, the last ${length}`;
  return asExtreme
    ? `${last}; ${kind} before it was ${figure(asExtreme, asked)} ${stretchWords(asExtreme, length)}`
    : last;
}

/** When the gap was last as wide as now, or last on the side asked about. */
async function lastWide(asking: Asking, series: SmallCapSeries, asked: Superlative): Promise<AnswerDraft> {
  const { subject, benchmark, session } = series;
  const named = await windowAsked(asking, series);
  const window = NAMED_WINDOWS.find((one) => one === named) ?? 'ytd';
  const { gap } = comparison(subject, benchmark, window);
  if (!isMeasured(gap)) throw refused(`That gap cannot be computed: ${gap.absent}.`, '/smallcaps ytd');
  const now = gap.value;
  const side = asked.side === 'high' ? 'high' : now < 0 ? 'low' : 'high';
  const bound = Math.sign(now) === (side === 'low' ? -1 : 1) ? now : side === 'low' ? -1e-9 : 1e-9;
  const found = lastBeyond(pairOf(subject, benchmark), { window, side, bound });
  if (!found) throw refused('That window is not looked back for; 1m, 3m, 6m, ytd and 1y are.', '/smallcaps ytd');
  const gaps = [found.day, found.earlierYear].flatMap((day) => gapOn(series, window, day));
  const [latest, earlier] = gaps;
  const kind = bound === now ? `as wide as ${gapWords(gap)}` : side === 'low' ? 'behind' : 'ahead';
  return draft({
    lead: latest
      ? `${sessionDate(latest.asOf)}: ${gapWords(latest)} ${windowPhrase(window)},`
      : `Never before ${kind} ${windowPhrase(window)},`,
    rest: latest
      ? `the last session before this one on which small caps were ${kind}.`
      : `in closes since ${fullDate(dateAt(subject, 0))}.`,
    lines: [
      `*${gapWords(gap)}* now, close of ${sessionDate(session)}`,
      ...(earlier && earlier.asOf !== latest?.asOf
        ? [`*${gapWords(earlier)}* on ${sessionDate(earlier.asOf)}, the last one of an earlier year`]
        : []),
    ],
    basis: `${basisWords([subject, benchmark])}, ${windowPhrase(window)} at the close of each session, unrounded`,
    asOf: asOfWords(asking, session),
    source: `${sourceWords([subject.source, benchmark.source])}, daily closes since ${fullDate(dateAt(subject, 0))}`,
    caveat:
      window === 'ytd'
        ? 'a gap year to date begins anew each January, so days of other months are not alike'
        : 'closes only',
    numbers: receipts(gap, ...gaps),
    session,
    command: commandOf(series, window),
  });
}

function gapOn(
  { subject, benchmark }: SmallCapSeries,
  window: (typeof NAMED_WINDOWS)[number],
  day: string | undefined,
) {
  if (day === undefined) return [];
  const { gap } = comparison(upTo(subject, day), upTo(benchmark, day), window);
  return isMeasured(gap) ? [gap] : [];
}
