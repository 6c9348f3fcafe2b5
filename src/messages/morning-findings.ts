/** The headline of the morning lead: each kind of line as one finding, in ever shorter forms. Pure. */
import { addDays } from '../calendar/day.ts';
import { previousSession } from '../calendar/nyse.ts';
import type { LeadItem, MorningView } from '../metrics/morning.ts';
import type { DecisionItem } from '../metrics/morning-decision.ts';
import { type FedItem, leadOutcome } from '../metrics/morning-fed.ts';
import type { MoveItem } from '../metrics/morning-move.ts';
import type { OutcomeChange } from '../metrics/morning-outcomes.ts';
import { type GapItem, isAtRecord, type RecordItem, type YieldItem } from '../metrics/morning-prices.ts';
import { isMeasured } from '../metrics/receipt.ts';
import { LIMITS } from './blocks.ts';
import { monthName } from './fedodds.ts';
import { rangeText } from './fedodds-parts.ts';
import { capital, level, percent, points, probability, weekdayDate } from './format.ts';
import {
  daysOf,
  largestWords,
  ordinalWord,
  pricedWords,
  recordItemLine,
  sinceDay,
  yieldSpan,
} from './morning-lines.ts';
import {
  dayName,
  isUnchanged,
  meetingWords,
  oddsDay,
  outcomeNoun,
  sessionLead,
  spanWords,
  weekdayLong,
  wholeBp,
  yieldWords,
} from './morning-words.ts';
import { leadOrLag } from './words.ts';

/** One sentence with the one change that matters: the header. */
export function headline(view: MorningView): string {
  const [first] = view.lines;
  const findings = first ? leadFindings(first, view) : [`No figures for ${weekdayLong(view.facts.session)}`];
  const fitting = findings.find((finding) => finding.length <= LIMITS.headline);
  return (fitting ?? findings.at(-1) ?? '').slice(0, LIMITS.headline);
}

/** The finding in ever shorter forms, the session it speaks of before it where that was not yesterday's. */
export function leadFindings(line: LeadItem, view: MorningView): string[] {
  const findings = findingsOf(line, view);
  // A decision has its own day.
  const lead = line.kind === 'decision' ? '' : sessionLead(daysOf(view));
  return findings.map((finding) => lead + (lead === '' ? finding : inSentence(finding)));
}

/** "small caps lag …" after a colon; names keep their capital. */
export function inSentence(finding: string): string {
  return /^(Small|Two-year|Odds|Hold|No)\b/.test(finding)
    ? finding.charAt(0).toLowerCase() + finding.slice(1)
    : finding;
}

function findingsOf(line: LeadItem, view: MorningView): string[] {
  switch (line.kind) {
    case 'decision':
      return decisionFindings(line.item, view);
    case 'fed':
      return fedFindings(line.item, view);
    case 'gap':
      return gapFindings(line.item, view);
    case 'record':
      return [recordFinding(line.item)];
    case 'move':
      return moveFindings(line.item, view);
    case 'yield':
      return [yieldFinding(line.item, view)];
  }
}

/** "Fed cut 50 bp to 475–500 bp"; "Fed held at 525–550 bp". */
export function decisionDone({ decision, word, moveBp }: DecisionItem): string {
  const range = `${rangeText(decision.after.lowerBp, decision.after.upperBp)}\u00a0bp`;
  if (word === 'hold') return `Fed held at ${range}`;
  return `Fed ${word === 'cut' ? 'cut' : 'hiked'} ${Math.abs(moveBp.value)}\u00a0bp to ${range}`;
}

/** "Fed cut 50 bp to 475–500 bp, 64.0% priced on Tuesday"; a day other than the session's is named. */
export function decisionFindings(item: DecisionItem, { facts }: MorningView): string[] {
  const { decision } = item;
  const isYesterdays = decision.day === facts.session && facts.today === addDays(facts.session, 1);
  const done = `${decisionDone(item)}${isYesterdays ? '' : ` on ${weekdayDate(decision.day)}`}`;
  return [`${done}${decision.scheduled ? pricedWords(item, facts.session) : ', between meetings'}`, done];
}

/** "S&P 500 −5.97% on the day, the largest fall since 16 Mar 2020", and without the claim; a named session needs no span. */
export function moveFindings({ benchmark, largestSince }: MoveItem, view: MorningView): string[] {
  const { session, today } = daysOf(view);
  const span =
    sessionLead(daysOf(view)) === '' ? ` ${spanWords({ session, today, since: previousSession(session) })}` : '';
  const finding = `S&P 500 ${percent(benchmark.value)}${span}`;
  return [`${finding}${largestWords(benchmark.value, largestSince)}`, finding];
}

function yieldFinding(item: YieldItem, view: MorningView): string {
  const days = daysOf(view);
  const span = sessionLead(days) !== '' && item.isNextDay ? '' : ` ${yieldSpan(item, days)}`;
  return `Two-year yield ${yieldWords(item.level.value)}, ${wholeBp(item.changeBp.value)}${span}`;
}

export function fedFindings(item: FedItem, view: MorningView): string[] {
  const first = leadOutcome(item);
  if (!first) return [];
  const from = fromDay(first, item, view);
  const now = probability(first.now.value);
  if (item.sized) {
    const noun = outcomeNoun(first, item);
    return [`${capital(noun)} ${meetingWords(item)}: ${now}${from}`];
  }
  const finding = `${oddsName(item, first)} ${now}${from}`;
  const month = monthAgo(item, first);
  return month === undefined ? [finding] : [`${finding} and ${month} a month ago`, finding];
}

/** ", from 47.1% on Friday"; ", unchanged since Friday" where both print alike. */
function fromDay(outcome: OutcomeChange, item: FedItem, { facts }: MorningView): string {
  if (!outcome.before) return '';
  const day = oddsDay(item, facts.session);
  return isUnchanged(outcome) ? `, unchanged since ${day}` : `, from ${probability(outcome.before.value)} on ${day}`;
}

/** "March cut odds"; at the next meeting the day stands for the month. */
function oddsName({ view }: FedItem, { word }: OutcomeChange): string {
  return `${monthName(view.figures.meeting, view.figures.odds.asOf)} ${word} odds`;
}

/** Worth a place beside the day's own change when it is larger. */
function monthAgo({ view }: FedItem, first: OutcomeChange): string | undefined {
  const row = view.rows.find(({ lookBack }) => lookBack === '1m');
  if (!row || !first.before || isUnchanged(first)) return undefined;
  const then = first.word === 'cut' ? row.cutBy : first.word === 'hike' ? row.hikeBy : row.holdBy;
  return Math.abs(first.now.value - then) > Math.abs(first.change) ? probability(then) : undefined;
}

function gapFindings(item: GapItem, view: MorningView): string[] {
  const { gap } = item.now;
  if (!isMeasured(gap)) return [`No small-cap gap: ${gap.absent}`];
  const finding = `Small caps ${leadOrLag(gap)} year to date`;
  const turned = turnedWords(item, view);
  if (turned) return [finding + turned, finding];
  const records = view.record ? recordTail(view.record) : undefined;
  return [...(records ? [`${finding}; ${records}`] : []), `${finding}${gapFrom(item, view)}`, finding];
}

/** ", from −5.55 pp on Friday"; nothing where both print alike. */
export function gapFrom({ now, before }: GapItem, { since, facts }: MorningView): string {
  if (!before || !isMeasured(before) || !isMeasured(now.gap)) return '';
  const was = points(before.value);
  return was === points(now.gap.value) ? '' : `, from ${was} on ${dayName(since, facts.session)}`;
}

/** ", ahead on Friday" when the lead or lag is new. */
export function turnedWords({ now, turned }: GapItem, { since, facts }: MorningView): string {
  if (!turned || !isMeasured(now.gap)) return '';
  return `, ${now.gap.value < 0 ? 'ahead' : 'behind'} on ${dayName(since, facts.session)}`;
}

/** "S&P 500 at a second record"; nothing when neither index is at one. */
function recordTail({ subject, benchmark }: RecordItem): string | undefined {
  if (isAtRecord(subject) && isAtRecord(benchmark)) return 'both at a record close';
  const at = [benchmark, subject].find(isAtRecord);
  if (!at) return undefined;
  return `${at.series.name} at a ${at.inARow > 1 ? `${ordinalWord(at.inARow)} record` : 'record close'}`;
}

export function recordFinding(item: RecordItem): string {
  const at = [item.benchmark, item.subject].find(isAtRecord);
  if (!at) return recordItemLine(item).replaceAll('*', '').split(' (')[0] ?? '';
  const since = isMeasured(at.sinceRecord) ? at.sinceRecord.inputs[0]?.date : undefined;
  const first = at.inARow === 1 && since ? `, first since ${sinceDay(since, at.series.dates.at(-1) ?? '')}` : '';
  return `${at.series.name} record close ${level(at.series.close.at(-1) ?? Number.NaN)}${first}`;
}
