/** The lead of the morning summary: MESSAGES.md section 11, goldens 06-morning-*. Pure. */
import type { Day } from '../calendar/day.ts';
import { closedReason } from '../calendar/nyse.ts';
import { morningOddsChart } from '../charts/morning-odds-chart.ts';
import { smallCapLagChart } from '../charts/small-cap-lag-chart.ts';
import type { ChartSpec } from '../charts/spec.ts';
import type { MorningView } from '../metrics/morning.ts';
import { leadOutcome } from '../metrics/morning-fed.ts';
import { actions, BUTTONS, button, context, header, section } from './blocks.ts';
import { LAST_TRADES } from './fedodds-parts.ts';
import { escapeText, fullDate, level, weekdayDate } from './format.ts';
import type { Message, MessageBlock } from './message.ts';
import { unpricedWords } from './morning-fed-reply.ts';
import { headline } from './morning-findings.ts';
import { leadLines } from './morning-lines.ts';
import { missingLines } from './morning-missing.ts';
import { quietMessage } from './morning-quiet.ts';
import { isSampleView, leadReceiptLine } from './morning-receipt-line.ts';
import { leadText } from './morning-sentences.ts';

/** Sections of the thread, by the names the sending half uses. */
export type ThreadPart = 'smallcaps' | 'fed' | 'calls' | 'calendar' | 'receipts';

export interface MorningContext {
  /** The command that shows the same again: what the Receipts button runs. */
  readonly command: string;
  /** The sections that follow in the thread. */
  readonly parts: readonly ThreadPart[];
  /** True when a section that is missing now will be posted once its source answers. */
  readonly follows?: boolean;
}

/** The lead: three lines and no more on a quiet day, else header, lines, one picture, receipt line and buttons. */
export function morningMessage(view: MorningView, call: MorningContext): Message {
  if (view.quiet) return quietMessage(view, threadLine(view, call));
  const chart = leadChart(view);
  const blocks: MessageBlock[] = [
    header(headline(view)),
    section(...[...leadLines(view), ...missingLines(view)].map(escapeText)),
    ...(chart ? [{ type: 'chart', chart: 0 } as const] : []),
    context(
      ...[leadReceiptLine(view), notesLine(view), threadLine(view, call)].filter((one) => one !== '').map(escapeText),
    ),
    actions(BUTTONS.receipts(call.command), SETTINGS),
  ];
  return {
    text: escapeText(`${isSampleView(view) ? 'Sample data: ' : ''}${leadText(view)}`),
    blocks,
    charts: chart ? [chart] : [],
    numbers: view.numbers,
    asOf: view.facts.session,
  };
}

const SETTINGS = button('sub_settings', 'Settings', { label: 'Change when and where this summary is posted' });

/** A move of odds of this size is worth the picture. */
const WORTH_THE_PICTURE = 0.1;

function leadChart(view: MorningView): ChartSpec | undefined {
  const { fed, lines, since } = view;
  const first = fed && leadOutcome(fed);
  if (fed && first && lines[0]?.kind === 'fed' && Math.abs(first.change) >= WORTH_THE_PICTURE) {
    const chart = morningOddsChart(fed, [since]);
    if (chart) return chart;
  }
  return gapChart(view);
}

/** The year's picture of small caps, with an alt text as short as the lead. */
export function gapChart({ facts, gap }: MorningView): ChartSpec | undefined {
  if (!facts.prices.ok || !gap) return undefined;
  const { session } = facts;
  const chart = smallCapLagChart({ ...facts.prices.value, asked: session, session, window: 'ytd', stale: [] }, gap.now);
  if (!chart) return undefined;
  const ends = chart.lines.map(({ name, values }) => `${name} ${level(values.at(-1) ?? Number.NaN)}`).join(', ');
  const span = `${fullDate(chart.dates[0] ?? session)} to ${fullDate(session)}`;
  return { ...chart, alt: `Line chart, ${span}, rebased to 100. ${ends}.` };
}

/** What must be known to read the numbers: last trades, a closed day since the session. */
function notesLine(view: MorningView): string {
  const { facts, fed, decision } = view;
  const closed = closedSince(facts.session, facts.today);
  const unpriced = unpricedWords(view);
  const lastTrades = fed?.lastTrades || (decision?.priced && decision.lastTrades);
  return [
    ...(closed ? [closed] : []),
    ...(unpriced ? [`No odds: ${unpriced}.`] : []),
    ...(facts.pending === undefined ? [] : [`No source tells the decision of ${weekdayDate(facts.pending)} yet.`]),
    ...(lastTrades ? [LAST_TRADES] : []),
  ].join(' ');
}

/** "NYSE was closed Mon 15 Jan (Martin Luther King Jr. Day); this speaks of Fri 12 Jan." */
function closedSince(session: Day, today: Day): string | undefined {
  for (
    let day = Temporal.PlainDate.from(session).add({ days: 1 });
    day.toString() < today;
    day = day.add({ days: 1 })
  ) {
    const reason = closedReason(day.toString());
    if (reason === undefined || reason === 'weekend') continue;
    return `NYSE was closed ${weekdayDate(day.toString())} (${reason}); this speaks of ${weekdayDate(session)}.`;
  }
  return undefined;
}

/** The sections as a reader calls them. */
export const PART_NAMES: Readonly<Record<ThreadPart, string>> = {
  smallcaps: 'small caps',
  fed: 'Fed odds',
  calls: 'calls and surveys',
  calendar: 'today',
  receipts: 'receipts',
};

/** The sections that can be written: one without data has no reply of its own, a quiet day only what changed in the ledger. */
export function writtenParts(view: MorningView, parts: readonly ThreadPart[]): ThreadPart[] {
  const { facts, quiet } = view;
  if (quiet) return parts.filter((part) => part === 'calls' && hasCallChanges(view));
  return parts.filter((part) => (part === 'fed' ? facts.fed.ok : part === 'smallcaps' ? facts.prices.ok : true));
}

function hasCallChanges({ facts, since }: MorningView): boolean {
  const changes = facts.calls?.(since);
  return changes?.ok === true && changes.value.length > 0;
}

/** "In the thread: small caps, Fed odds, calls and surveys, today, receipts." */
function threadLine(view: MorningView, { parts, follows }: MorningContext): string {
  const written = writtenParts(view, parts);
  if (written.length === 0) return '';
  const listed = `In the thread: ${written.map((part) => PART_NAMES[part]).join(', ')}.`;
  if (view.quiet || view.facts.fed.ok || !parts.includes('fed')) return listed;
  return follows ? `${listed} Odds follow there when the source answers.` : `${listed} Odds are in the next summary.`;
}
