/** The weekly wrap: the week's gap, the week's odds, where the records stand; next week's calendar in its thread. Pure. */
import { addDays, type Day, weekday, yearOf } from '../calendar/day.ts';
import { dayPlan } from '../calendar/day-plan.ts';
import { type FomcMeeting, meetingsKnownOn } from '../calendar/fomc.ts';
import { closedReason } from '../calendar/nyse.ts';
import type { MorningView } from '../metrics/morning.ts';
import type { FedItem } from '../metrics/morning-fed.ts';
import type { OutcomeChange } from '../metrics/morning-outcomes.ts';
import { isMeasured } from '../metrics/receipt.ts';
import { type Comparison, comparison } from '../metrics/returns.ts';
import { actions, BUTTONS, context, header, LIMITS, section } from './blocks.ts';
import { monthName } from './fedodds.ts';
import { LAST_TRADES } from './fedodds-parts.ts';
import { escapeText, points, probability, sessionDate, shortDate, weekdayDate } from './format.ts';
import type { Message } from './message.ts';
import { gapChart, PART_NAMES, type ThreadPart, writtenParts } from './morning.ts';
import { decisionDone } from './morning-findings.ts';
import { decisionLine, legWords, recordItemLine } from './morning-lines.ts';
import { missingLines, missingSentences } from './morning-missing.ts';
import { isSampleView, leadReceiptLine } from './morning-receipt-line.ts';
import { DAGGER, isUnchanged, meetingWords, outcomeNoun, outcomeTerm } from './morning-words.ts';
import { leadOrLag } from './words.ts';

export interface WeeklyContext {
  readonly command: string;
  /** The sections before next week in the thread. */
  readonly parts: readonly ThreadPart[];
}

/** The lead of the wrap; `view` compares with the session on or before seven days earlier. */
export function weeklyMessage(view: MorningView, { command, parts }: WeeklyContext): Message {
  const { facts } = view;
  const week = weekGap(view);
  const chart = gapChart(view);
  const lastTrades = view.fed?.lastTrades || (view.decision?.priced && view.decision.lastTrades);
  return {
    text: weekText(view, week),
    blocks: [
      header(weekTitle(view, week)),
      section(...[...weekLines(view, week), ...missingLines(view)].map(escapeText)),
      ...(chart ? [{ type: 'chart', chart: 0 } as const] : []),
      context(
        ...[
          leadReceiptLine(receiptView(view, week)),
          ...(lastTrades ? [LAST_TRADES] : []),
          threadLine(view, parts),
        ].map(escapeText),
      ),
      actions(BUTTONS.receipts(command)),
    ],
    charts: chart ? [chart] : [],
    numbers: numbersOf(view, week),
    asOf: facts.session,
  };
}

/** The view whose receipt line has the week's base and the sources of the lines shown. */
function receiptView(view: MorningView, week: Comparison | undefined): MorningView {
  const shown = view.lines.filter(({ kind }) => kind !== 'yield' && kind !== 'move');
  return { ...view, lines: shown, ...(week && view.gap && { gap: { ...view.gap, now: week } }) };
}

function threadLine(view: MorningView, parts: readonly ThreadPart[]): string {
  return `In the thread: ${[...writtenParts(view, parts).map((part) => PART_NAMES[part]), 'next week'].join(', ')}.`;
}

function numbersOf({ numbers }: MorningView, week: Comparison | undefined) {
  const own = week ? [week.gap, week.subject, week.benchmark].filter(isMeasured) : [];
  return [...new Map([...own, ...numbers].map((one) => [one.id, one])).values()];
}

function weekGap({ facts, since }: MorningView): Comparison | undefined {
  if (!facts.prices.ok) return undefined;
  return comparison(facts.prices.value.subject, facts.prices.value.benchmark, { since });
}

/** "Week to Fri 19 Jan: small caps lag by 1.51 pp; March cut odds 49.6%"; a move of the Fed stands before the odds. */
function weekTitle(view: MorningView, week: Comparison | undefined): string {
  const gap = week && isMeasured(week.gap) ? `small caps ${leadOrLag(week.gap)}` : undefined;
  const odds = view.fed && oddsFinding(view.fed);
  const shorter = odds?.split(', from')[0];
  const decision = view.decision && decisionDone(view.decision);
  const short = decision?.split(/ (?:to|at) /)[0];
  const all =
    decision === undefined ? [[gap, odds], [gap, shorter], [gap ?? odds]] : [[decision, gap], [short, gap], [decision]];
  const forms = all.map((parts) => weekLead(view) + parts.filter((part) => part !== undefined).join('; '));
  return forms.find((form) => form.length <= LIMITS.headline) ?? forms.at(-1) ?? weekLead(view);
}

function weekLead({ facts }: MorningView): string {
  return `Week to ${weekdayDate(facts.session)}: `;
}

/** The same with the legs and with what the odds were. */
function weekText(view: MorningView, week: Comparison | undefined): string {
  const gap = week && isMeasured(week.gap) ? [`small caps ${leadOrLag(week.gap)} (${legWords(week)})`] : [];
  const decision = view.decision ? [decisionDone(view.decision)] : [];
  const odds = view.fed && oddsFinding(view.fed);
  const said = [...decision, ...gap, ...(odds === undefined ? [] : [odds])].join('; ');
  const sentences = [...(said === '' ? [] : [`${weekLead(view)}${said}.`]), ...missingSentences(view)];
  const sample = isSampleView(view) ? 'Sample data: ' : '';
  const close = view.facts.prices.ok ? ' close' : '';
  return escapeText(`${sample}${sentences.join(' ')} ${sessionDate(view.facts.session)}${close}.`).slice(
    0,
    LIMITS.fallback,
  );
}

/** "March cut odds 49.6%, from 79.1%"; "50 bp cut on 7 Nov 46.8%, from 22.9%" where sizes are told apart. */
function oddsFinding(item: FedItem): string | undefined {
  const [first] = weekOutcomes(item);
  if (!first) return undefined;
  const month = monthName(item.view.figures.meeting, item.view.figures.odds.asOf);
  const from = first.before && !isUnchanged(first) ? `, from ${probability(first.before.value)}` : '';
  const what = item.sized ? `${outcomeNoun(first, item)} ${meetingWords(item)}` : `${month} ${first.word} odds`;
  return `${what} ${probability(first.now.value)}${from}`;
}

/** The outcome of the headline first: the news of the week, or after a move of the Fed what is likeliest now. */
function weekOutcomes(item: FedItem): OutcomeChange[] {
  const byChance = item.outcomes.toSorted((a, b) => b.now.value - a.now.value);
  if (!item.sized)
    return byChance.toSorted((a, b) => Number(b.word === item.direction) - Number(a.word === item.direction));
  const [news] = item.outcomes;
  const moved = item.before !== undefined && item.before.odds.range.upperBp !== item.from.upperBp;
  return moved || !news ? byChance : [news, ...byChance.filter((one) => one !== news)];
}

function weekLines(view: MorningView, week: Comparison | undefined): string[] {
  const { decision, fed, record } = view;
  return [
    ...(week ? [gapLine(view, week)] : []),
    ...(decision ? [decisionLine(decision, view.facts.session)] : []),
    ...(fed ? [fedLine(fed)] : []),
    ...(record && !decision ? [recordItemLine(record)] : []),
  ];
}

/** "*−1.51 pp* on the week: Russell 2000 −0.34%, S&P 500 +1.17%; year to date −5.55 pp", where that is another window. */
function gapLine({ gap, since, facts }: MorningView, week: Comparison): string {
  if (!isMeasured(week.gap)) return `*Not computed* on the week: ${week.gap.absent}`;
  const isOther = gap && isMeasured(gap.now.gap) && yearOf(since) === yearOf(facts.session);
  const year = isOther && isMeasured(gap.now.gap) ? `; year to date ${points(gap.now.gap.value)}` : '';
  return `*${points(week.gap.value)}* small-cap gap on the week: ${legWords(week)}${year}`;
}

/** "*49.6%* cut by 20 Mar, from 79.1% on 12 Jan; hold 50.4%". */
function fedLine(item: FedItem): string {
  const [first, ...rest] = weekOutcomes(item);
  if (!first) return '';
  const changed = first.before && item.before && !isUnchanged(first);
  const then = changed ? `, from ${probability(first.before.value)} on ${shortDate(item.before.odds.asOf)}` : '';
  const others = rest
    .filter(({ now }) => now.value > 0)
    .map((one) => `${outcomeTerm(one)} ${probability(one.now.value)}`);
  const tail = others.length > 0 ? `; ${others.join(', ')}` : '';
  const unchanged = first.before && isUnchanged(first) ? ', unchanged' : '';
  const head = `*${probability(first.now.value)}* ${outcomeTerm(first)} ${meetingWords(item)}`;
  return `${head}${then}${unchanged}${tail}${item.lastTrades ? DAGGER : ''}`;
}

/** The last reply: the releases and closed days of the coming week. */
export function nextWeekReply(session: Day, place: string, listed: readonly FomcMeeting[]): Message {
  const meetings = meetingsKnownOn(listed, addDays(session, 1));
  const monday = addDays(session, 8 - weekday(session));
  const days = Array.from({ length: 5 }, (_, index) => addDays(monday, index));
  const lines = days.flatMap((day) => dayLines(day, meetings));
  const said =
    lines.length === 0 ? 'no releases in the calendar' : lines.map((line) => line.replace(/ {2}/g, ' ')).join('; ');
  return {
    text: escapeText(`${place} Next week: ${said}.`).slice(0, LIMITS.fallback),
    blocks: [
      section(
        ...[`*${place} Next week* (ET)`, ...(lines.length === 0 ? ['No releases in the calendar'] : lines)].map(
          escapeText,
        ),
      ),
    ],
    charts: [],
    numbers: [],
    asOf: session,
  };
}

function dayLines(day: Day, meetings: readonly FomcMeeting[]): string[] {
  const reason = closedReason(day);
  if (reason !== undefined) return [`${weekdayDate(day)}  NYSE closed (${reason})`];
  const events = dayPlan(day, meetings).filter(({ release, name }) => release || name.endsWith('early'));
  if (events.length === 0) return [];
  return [`${weekdayDate(day)}  ${events.map(({ time, name }) => `${time} ${name}`).join(' · ')}`];
}
