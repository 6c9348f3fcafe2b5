/** Yesterday’s statement held against today: said again only where it proved wrong. Pure. */
import { chanceAbove, chanceBelow, chanceOf } from '../metrics/fed-distribution.ts';
import type { MorningView } from '../metrics/morning.ts';
import { type FedItem, leadOutcome } from '../metrics/morning-fed.ts';
import { type OutcomeChange, onItsDay } from '../metrics/morning-outcomes.ts';
import type { GapItem } from '../metrics/morning-prices.ts';
import { isMeasured, type Receipt } from '../metrics/receipt.ts';
import { rangeText } from './fedodds-parts.ts';
import { pointsSize, probability, shortDate } from './format.ts';
import { dayName, outcomeTerm, weekdayLong } from './morning-words.ts';

/** One statement of the last summary against today. */
export interface Revisited {
  /** "Friday’s summary led with hike 50 at 40.2%: right at Friday’s settlement, out of date by Monday’s." */
  readonly sentence: string;
  /** For a notification: "Friday’s summary said hold 0%: true at Friday’s settlement." */
  readonly said?: string;
  readonly numbers: readonly Receipt[];
}

/** Odds that moved so far since, or over even odds by the second figure, mislead whoever still goes by them. */
const OUT_OF_DATE = 0.05;
const OVER_EVEN = 0.02;

/** What the last summary led with, where today shows it wrong: odds that left their figure, a lead that became a lag. */
export function revisitedLead(view: MorningView, before: MorningView): Revisited[] {
  const [lead] = before.lines;
  if (before.quiet || !lead) return [];
  if (lead.kind === 'fed') return oddsRevisited(lead.item, view, before);
  return lead.kind === 'gap' ? gapRevisited(lead.item, view, before) : [];
}

function oddsRevisited(item: FedItem, view: MorningView, before: MorningView): Revisited[] {
  const told = leadOutcome(item);
  if (!told || !view.facts.fed.ok) return [];
  const then = dayName(before.facts.session, view.facts.session);
  const what = `${outcomeTerm(told).replace('\u00a0bp', '')}${unlikeToday(item, view)}`;
  const led = `${then}’s summary led with ${what} at ${probability(told.now.value)}`;
  const numbers = [onItsDay(told.now)];
  const verdict = verdictOf(item, told, view);
  if (verdict !== undefined) return verdict.wrong ? [{ sentence: `${led}: ${verdict.words}.`, numbers }] : [];
  const now = chanceNow(item, told, view);
  if (now === undefined || !isOutOfDate(told.now.value, now)) return [];
  const kind = (trades: boolean) => (trades ? 'last trades' : 'settlement');
  const right = `right at ${then}’s ${kind(item.lastTrades)}`;
  const whose = `${weekdayLong(view.facts.session)}’s`;
  return [{ sentence: `${led}: ${right}, out of date by ${whose}.`, ...saidThen(item, view, then), numbers }];
}

/** The meeting where today’s lead is about another one, and the range where a decision moved what is counted from. */
function unlikeToday(item: FedItem, { fed, facts }: MorningView): string {
  const { meeting } = item.view.figures;
  const day =
    fed?.view.figures.meeting === meeting ? '' : ` ${item.isNext ? 'on' : 'by'} ${shortDate(meeting, facts.session)}`;
  const { lowerBp, upperBp } = item.from;
  return fed === undefined || fed.from.upperBp === upperBp
    ? day
    : `${day}, from ${rangeText(lowerBp, upperBp)}\u00a0bp,`;
}

/** What the Fed did, once it decided on the meeting spoken of: wrong where the likelier side of the odds was not it. */
function verdictOf(item: FedItem, { now, word, moves }: OutcomeChange, { decision }: MorningView) {
  if (!decision || decision.decision.day !== item.view.figures.meeting) return undefined;
  const { after } = decision.decision;
  const came = moves === undefined ? decision.word === word : after.upperBp === item.from.upperBp + 25 * moves;
  const size = `${Math.abs(decision.moveBp.value)}\u00a0bp`;
  const words =
    decision.word === 'hold' ? 'the Fed held' : `the Fed ${decision.word === 'cut' ? 'cut' : 'hiked'} ${size}`;
  return { wrong: now.value >= 0.5 !== came, words };
}

/** Today’s chance of the very range, or side of it, that was spoken of. */
function chanceNow({ view: { figures }, from }: FedItem, { word, moves }: OutcomeChange, { facts }: MorningView) {
  if (!facts.fed.ok) return undefined;
  const { odds } = facts.fed.value;
  const found = odds.meetings.find(({ meeting }) => meeting === figures.meeting);
  if (!found) return undefined;
  const base = (from.upperBp - odds.range.upperBp) / 25;
  if (moves !== undefined || word === 'hold') return chanceOf(found.distribution, base + (moves ?? 0));
  return word === 'cut' ? chanceBelow(found.distribution, base) : chanceAbove(found.distribution, base);
}

function isOutOfDate(told: number, now: number): boolean {
  const change = Math.abs(now - told);
  return change >= OUT_OF_DATE || (change >= OVER_EVEN && told >= 0.5 !== now >= 0.5);
}

/** The outcome that today’s lead tells in its first line, as it was told then. */
function saidThen(item: FedItem, { fed, facts }: MorningView, then: string): Pick<Revisited, 'said'> {
  const isSame = fed?.view.figures.meeting === item.view.figures.meeting && fed.from.upperBp === item.from.upperBp;
  const told = fed && (fed.sized ? (fed.outcomes[1] ?? fed.outcomes[0]) : leadOutcome(fed));
  if (!isSame || !told?.before || !facts.fed.ok) return {};
  if (probability(told.before.value) === probability(told.now.value)) return {};
  const kind = item.lastTrades ? 'last trades' : 'settlement';
  return {
    said: `${then}’s summary said ${outcomeTerm(told)} ${probability(told.before.value)}: true at ${then}’s ${kind}.`,
  };
}

/** A lead or lag that led the last summary and turned since. */
function gapRevisited({ now }: GapItem, { gap, facts }: MorningView, before: MorningView): Revisited[] {
  if (!gap?.turned || !isMeasured(now.gap) || !gap.before || !isMeasured(gap.before)) return [];
  const then = dayName(before.facts.session, facts.session);
  const side = (value: number) => (value < 0 ? 'behind' : 'ahead');
  const told = now.gap.value;
  const led = `${then}’s summary led with small caps ${side(told)} by ${pointsSize(told)}`;
  const right = `right at ${then}’s close, ${side(-told)} since ${weekdayLong(facts.session)}’s`;
  return [{ sentence: `${led}: ${right}.`, numbers: [gap.before] }];
}
