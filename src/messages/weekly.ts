/** The weekly wrap: the week's gap, the week's odds, where the records stand; next week's calendar in its thread. Pure. */
import { addDays, type Day, weekday } from '../calendar/day.ts';
import { dayPlan } from '../calendar/day-plan.ts';
import type { FomcMeeting } from '../calendar/fomc.ts';
import { closedReason } from '../calendar/nyse.ts';
import type { MorningView } from '../metrics/morning.ts';
import { type FedItem, leadOutcome } from '../metrics/morning-fed.ts';
import { isMeasured } from '../metrics/receipt.ts';
import { type Comparison, comparison } from '../metrics/returns.ts';
import { actions, BUTTONS, context, header, LIMITS, section } from './blocks.ts';
import { monthName } from './fedodds.ts';
import { LAST_TRADES } from './fedodds-parts.ts';
import { escapeText, points, probability, sessionDate, shortDate, weekdayDate } from './format.ts';
import type { Message } from './message.ts';
import { gapChart } from './morning.ts';
import { legWords, recordItemLine } from './morning-lines.ts';
import { missingLines, missingSentences } from './morning-missing.ts';
import { isSampleView, leadReceiptLine } from './morning-receipt-line.ts';
import { DAGGER, outcomeTerm } from './morning-words.ts';
import { leadOrLag } from './words.ts';

export interface WeeklyContext {
  readonly command: string;
}

/** The lead of the wrap; `view` compares with the last session of the week before. */
export function weeklyMessage(view: MorningView, { command }: WeeklyContext): Message {
  const { facts } = view;
  const week = weekGap(view);
  const chart = gapChart(view);
  const title = weekTitle(view, week);
  const notes = view.fed?.lastTrades ? [LAST_TRADES] : [];
  const odds = view.fed && oddsFinding(view.fed);
  const more = odds !== undefined && !title.includes(odds) ? [`${odds.charAt(0).toUpperCase()}${odds.slice(1)}.`] : [];
  const legs = week ? [`${legWords(week)}.`] : [];
  const said = [`${title}.`, ...legs, ...more, ...missingSentences(view)].join(' ');
  return {
    text: escapeText(`${isSampleView(view) ? 'Sample data: ' : ''}${said} ${sessionDate(facts.session)} close.`).slice(
      0,
      LIMITS.fallback,
    ),
    blocks: [
      header(title),
      section(...[...weekLines(view, week), ...missingLines(view)].map(escapeText)),
      ...(chart ? [{ type: 'chart', chart: 0 } as const] : []),
      context(
        ...[leadReceiptLine(view), ...notes, 'In the thread: small caps, Fed odds, calls and surveys, next week.'].map(
          escapeText,
        ),
      ),
      actions(BUTTONS.receipts(command)),
    ],
    charts: chart ? [chart] : [],
    numbers: numbersOf(view, week),
    asOf: facts.session,
  };
}

function numbersOf({ numbers }: MorningView, week: Comparison | undefined) {
  const own = week ? [week.gap, week.subject, week.benchmark].filter(isMeasured) : [];
  return [...new Map([...own, ...numbers].map((one) => [one.id, one])).values()];
}

function weekGap({ facts, since }: MorningView): Comparison | undefined {
  if (!facts.prices.ok) return undefined;
  return comparison(facts.prices.value.subject, facts.prices.value.benchmark, { since });
}

/** "Week to Fri 19 Jan: small caps lag by 1.51 pp; March cut odds 49.6%, from 79.1%". */
function weekTitle(view: MorningView, week: Comparison | undefined): string {
  const lead = `Week to ${weekdayDate(view.facts.session)}: `;
  const gap = week && isMeasured(week.gap) ? `small caps ${leadOrLag(week.gap)}` : undefined;
  const odds = view.fed && oddsFinding(view.fed);
  const shorter = odds?.split(', from')[0];
  const forms = [[gap, odds], [gap, shorter], [gap ?? odds]].map(
    (parts) => lead + parts.filter((part) => part !== undefined).join('; '),
  );
  return forms.find((form) => form.length <= LIMITS.headline) ?? forms.at(-1) ?? lead;
}

function oddsFinding(item: FedItem): string | undefined {
  const first = item.sized ? item.outcomes.find(({ word }) => word !== 'hold') : leadOutcome(item);
  if (!first) return undefined;
  const month = monthName(item.view.figures.meeting, item.view.figures.odds.asOf);
  const from = first.before ? `, from ${probability(first.before.value)}` : '';
  return item.sized
    ? `${outcomeTerm(first)} ${probability(first.now.value)}${from}`
    : `${month} ${first.word} odds ${probability(first.now.value)}${from}`;
}

function weekLines(view: MorningView, week: Comparison | undefined): string[] {
  return [
    ...(week ? [gapLine(view, week)] : []),
    ...(view.fed ? [fedLine(view, view.fed)] : []),
    ...(view.record ? [recordItemLine(view.record)] : []),
  ];
}

/** "*−1.51 pp* on the week: Russell 2000 −0.34%, S&P 500 +1.17%; year to date −5.55 pp". */
function gapLine({ gap }: MorningView, week: Comparison): string {
  if (!isMeasured(week.gap)) return `*Not computed* on the week: ${week.gap.absent}`;
  const year = gap && isMeasured(gap.now.gap) ? `; year to date ${points(gap.now.gap.value)}` : '';
  return `*${points(week.gap.value)}* small-cap gap on the week: ${legWords(week)}${year}`;
}

/** "*49.6%* cut by 20 Mar, from 79.1% on 12 Jan; hold 50.4%". */
function fedLine({ since }: MorningView, item: FedItem): string {
  const [first, ...rest] = item.outcomes.toSorted((a, b) =>
    a.word === item.direction ? -1 : b.word === item.direction ? 1 : 0,
  );
  if (!first) return '';
  const then = first.before ? `, from ${probability(first.before.value)} on ${shortDate(since)}` : '';
  const others = rest
    .filter(({ now }) => now.value > 0)
    .map((one) => `${outcomeTerm(one)} ${probability(one.now.value)}`);
  const meeting = shortDate(item.view.figures.meeting, item.view.figures.odds.asOf);
  return `*${probability(first.now.value)}* ${outcomeTerm(first)} by ${meeting}${then}${others.length > 0 ? `; ${others.join(', ')}` : ''}${item.lastTrades ? DAGGER : ''}`;
}

/** The last reply: the releases and closed days of the coming week. */
export function nextWeekReply(session: Day, place: string, meetings: readonly FomcMeeting[]): Message {
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
