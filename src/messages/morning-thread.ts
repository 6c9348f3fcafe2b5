/** The replies under the morning lead, 1/5 to 5/5: small caps, Fed, calls and surveys, today, receipts. Pure. */
import type { FomcMeeting } from '../calendar/fomc.ts';
import { BUNDLED_MEETINGS } from '../calendar/fomc-seed.ts';
import { drawdown } from '../metrics/highs.ts';
import type { CallChange, MorningView, Section } from '../metrics/morning.ts';
import type { MorningPrices } from '../metrics/morning-prices.ts';
import { isMeasured, type Measured, type Receipt } from '../metrics/receipt.ts';
import { comparison, measured } from '../metrics/returns.ts';
import { smallCapLag } from '../metrics/small-cap-lag.ts';
import { streak } from '../metrics/streak.ts';
import type { Window } from '../metrics/windows.ts';
import { context, section, table } from './blocks.ts';
import { escapeText, percent, points, sessionDate } from './format.ts';
import type { Message } from './message.ts';
import { type MorningContext, type ThreadPart, writtenParts } from './morning.ts';
import { fedReply } from './morning-fed-reply.ts';
import { daysOf, legWords, ordinalWord } from './morning-lines.ts';
import { noteMessage } from './morning-note.ts';
import { receiptsReply } from './morning-receipts.ts';
import type { Revisited } from './morning-revisited.ts';
import { todayReply } from './morning-today.ts';
import { dayName, spanWords } from './morning-words.ts';
import { basisWords, isSample, publishers } from './receipt-line.ts';
import { lagTable } from './smallcaps.ts';
import { isLevel, leadOrLag } from './words.ts';

export interface ThreadContext extends MorningContext {
  /** When each meeting is: the market's list where it answered, else the bundled one. */
  readonly meetings?: readonly FomcMeeting[];
  readonly revisited: readonly Revisited[];
  /** What calls and surveys are compared with: "Friday’s summary" unless another word is given. */
  readonly compared?: string;
  /** Replies that follow these ones and count with them. */
  readonly more?: number;
}

/** The replies in their fixed order, numbered by how many there are. */
export function morningReplies(view: MorningView, call: ThreadContext): Message[] {
  const parts = writtenParts(view, call.parts);
  return parts.map((part, index) =>
    replyOf(part, view, { ...call, place: `${index + 1}/${parts.length + (call.more ?? 0)}` }),
  );
}

interface Placed extends ThreadContext {
  /** "1/5". */
  readonly place: string;
}

function replyOf(part: ThreadPart, view: MorningView, call: Placed): Message {
  switch (part) {
    case 'smallcaps':
      return smallCapsReply(view, call.place);
    case 'fed':
      return fedReply(view, call.place);
    case 'calls':
      return callsReply(view, call);
    case 'calendar':
      return todayReply(view.facts.today, { place: call.place, meetings: call.meetings ?? BUNDLED_MEETINGS });
    case 'receipts':
      return receiptsReply(view, call);
  }
}

const WINDOWS: readonly Window[] = ['1d', '1w', 'mtd', 'ytd', '1y'];

/** "1/5 Small caps: lag by 1.45 pp on the day", its table and receipt line; `place` opens its title. */
export function smallCapsReply(view: MorningView, place: string): Message {
  const { facts } = view;
  if (!facts.prices.ok) return noteMessage(`*${place} Small caps: no data.*`, facts.session);
  const { subject, benchmark, third } = facts.prices.value;
  const { session } = facts;
  const lag = smallCapLag({ ...facts.prices.value, asked: session, session, window: 'ytd', stale: [] }, []);
  const shown = WINDOWS.filter((window) => window !== 'mtd' || session.slice(5, 7) !== '01');
  const rows = lag.rows.filter(({ window }) => shown.includes(window));
  const day = comparison(subject, benchmark, '1d').gap;
  const series = [subject, benchmark, ...(third ? [third] : [])];
  const sources = series.map(({ source }) => source);
  const from = drawdown(subject, 'record');
  const below = isMeasured(from) ? [`Russell 2000 ${percent(from.value)} from its record close`] : [];
  const said = [
    isMeasured(lag.headline.gap)
      ? `year to date ${points(lag.headline.gap.value)} (${legWords(lag.headline)})`
      : `no year-to-date gap`,
    ...(isMeasured(day) ? [`day ${points(day.value)}`] : []),
    ...below,
  ];
  const chip = isSample(sources) ? '*SAMPLE DATA*' : '*Close*';
  return {
    text: escapeText(`${isSample(sources) ? 'Sample data: ' : ''}${place} Small caps: ${said.join('; ')}.`),
    blocks: [
      section(escapeText(`*${place} Small caps: ${dayFinding(day, view)}${streakWords(day, facts.prices.value)}*`)),
      table(lagTable({ ...lag, rows })),
      context(
        escapeText(
          [`${chip} ${sessionDate(session)}`, basisWords(series), ...below, publishers(sources).join(', ')].join(' · '),
        ),
      ),
    ],
    charts: [],
    numbers: uniqueNumbers([
      ...rows.flatMap(({ gap, subject: a, benchmark: b, third: c }) => [gap, a, b, ...(c ? [c] : [])]),
      from,
    ]),
    asOf: session,
  };
}

/** "lag by 1.45 pp on the day". */
function dayFinding(day: Measured, view: MorningView): string {
  if (!isMeasured(day)) return day.absent;
  const { session, today } = daysOf(view);
  return `${leadOrLag(day).replace('are level', 'level')} ${spanWords({ session, today, since: view.facts.prices.ok ? (day.inputs[2]?.date ?? session) : session })}`;
}

/** ", fourth session in a row". */
function streakWords(day: Measured, { subject, benchmark }: MorningPrices): string {
  if (!isMeasured(day) || isLevel(day.value)) return '';
  const run = streak(subject, benchmark);
  if (!('current' in run) || run.current.sessions < 2) return '';
  return `, ${ordinalWord(run.current.sessions)} session in a row`;
}

function uniqueNumbers(figures: readonly Measured<number | boolean>[]): Receipt[] {
  return [...new Map(measured(figures).map((receipt) => [receipt.id, receipt])).values()];
}

/** Changes of calls and surveys since the last summary; one line when there are none. */
function callsReply({ facts, since }: MorningView, { place, compared }: Placed): Message {
  const whose = compared ?? `${dayName(since, facts.session)}’s summary`;
  const changes: Section<readonly CallChange[]> | undefined = facts.calls?.(since);
  if (!changes)
    return noteMessage(`*${place} Calls and surveys: none kept.* \`/targets add\` starts the list.`, facts.session);
  if (!changes.ok) return noteMessage(`*${place} Calls and surveys: not read*, ${changes.why}.`, facts.session);
  const [first] = changes.value;
  if (!first) return noteMessage(`*${place} Calls and surveys: no change* since ${whose}.`, facts.session);
  const count = `${changes.value.length} ${changes.value.length === 1 ? 'change' : 'changes'}`;
  return {
    text: escapeText(`${place} Calls and surveys: ${count} since ${whose}: ${first.line.replaceAll('*', '')}`).slice(
      0,
      300,
    ),
    blocks: [
      section(
        escapeText(`*${place} Calls and surveys: ${count}* since ${whose}`),
        ...changes.value.slice(0, 8).map(({ line }) => escapeText(line)),
      ),
    ],
    charts: [],
    numbers: uniqueNumbers(changes.value.flatMap(({ numbers }) => numbers)),
    asOf: facts.session,
  };
}
