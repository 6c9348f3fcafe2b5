/** The lines of the morning lead: one change each, its number first. Pure. */
import { type Day, yearOf } from '../calendar/day.ts';
import { previousSession } from '../calendar/nyse.ts';
import type { LeadItem, MorningView } from '../metrics/morning.ts';
import type { DecisionItem } from '../metrics/morning-decision.ts';
import { type FedItem, leadOutcome } from '../metrics/morning-fed.ts';
import type { MoveItem } from '../metrics/morning-move.ts';
import type { OutcomeChange } from '../metrics/morning-outcomes.ts';
import {
  type GapItem,
  isAtRecord,
  type RecordItem,
  type RecordStanding,
  type YieldItem,
} from '../metrics/morning-prices.ts';
import { isMeasured } from '../metrics/receipt.ts';
import type { Comparison } from '../metrics/returns.ts';
import { rangeText } from './fedodds-parts.ts';
import { fullDate, level, ordinal, percent, points, probability, shortDate, weekdayDate } from './format.ts';
import {
  changeWords,
  DAGGER,
  dayName,
  isUnchanged,
  type MorningDays,
  meetingWords,
  oddsDay,
  oddsSpan,
  outcomeTerm,
  spanWords,
  wholeBp,
  yieldWords,
} from './morning-words.ts';

/** The three days a view speaks of. */
export function daysOf({ facts, since }: MorningView): MorningDays {
  return { session: facts.session, since, today: facts.today };
}

/** The lines of the lead in order. The day compared with is named once. */
export function leadLines(view: MorningView): string[] {
  let named = view.quiet;
  return view.lines.map((line, index) => {
    const text = leadLine(line, view, { leads: index === 0 && !view.quiet, named });
    if (text.includes(` on ${dayName(view.since, view.facts.session)}`) && line.kind !== 'decision') named = true;
    return text;
  });
}

interface Place {
  /** The header already tells this item's first figure. */
  readonly leads: boolean;
  /** The day compared with has been named above. */
  readonly named: boolean;
}

function leadLine(line: LeadItem, view: MorningView, place: Place): string {
  switch (line.kind) {
    case 'decision':
      return decisionLine(line.item, view.facts.session);
    case 'fed':
      return line.item.sized && !view.quiet ? sizedLine(line.item, view, place) : plainFedLine(line.item, view);
    case 'gap':
      return gapLine(line.item, view, place);
    case 'record':
      return recordItemLine(line.item);
    case 'move':
      return moveLine(line.item, view);
    case 'yield':
      return yieldLine(line.item, view);
  }
}

/** "*35.0%* hold on 22 Mar, from 0% on Friday; hike 25 bp 65.0%, from 59.8%". */
function sizedLine(item: FedItem, view: MorningView, { leads }: Place): string {
  const [first, second] = leads && item.outcomes.length > 1 ? item.outcomes.slice(1) : item.outcomes;
  if (!first) return '';
  const rest = second ? `; ${outcomeTerm(second)} ${probability(second.now.value)}${fromWords(second)}` : '';
  const day = first.before && !isUnchanged(first) ? ` on ${oddsDay(item, view.facts.session)}` : '';
  const meeting = meetingWords(item);
  return `*${probability(first.now.value)}* ${outcomeTerm(first)} ${meeting}${fromWords(first)}${day}${rest}${dagger(item)}`;
}

function fromWords(outcome: OutcomeChange): string {
  if (!outcome.before) return '';
  return isUnchanged(outcome) ? ', unchanged' : `, from ${probability(outcome.before.value)}`;
}

/** "*43.2%* cut by 20 Mar, −3.9 pp on the day; hold 56.8%"; on a quiet day the likeliest first, "both unchanged". */
function plainFedLine(item: FedItem, view: MorningView): string {
  const byChance = item.outcomes.toSorted((a, b) => b.now.value - a.now.value);
  const first = view.quiet ? byChance[0] : leadOutcome(item);
  if (!first) return '';
  const rest = byChance.filter((outcome) => outcome !== first && outcome.now.value > 0);
  const others = rest.map((one) => `${outcomeTerm(one)} ${probability(one.now.value)}`).join(', ');
  const head = `*${probability(first.now.value)}* ${outcomeTerm(first)} ${meetingWords(item)}`;
  if (!first.before) return `${head}${others ? `; ${others}` : ''}${dagger(item)}`;
  if (item.outcomes.every(isUnchanged)) {
    const all = rest.length === 0 ? 'unchanged' : rest.length === 1 ? 'both unchanged' : 'all unchanged';
    return `${head}${others ? `, ${others}` : ''}, ${all}${dagger(item)}`;
  }
  const moved = changeWords(first);
  const change = moved === 'unchanged' ? `, ${moved}` : `, ${moved} ${oddsSpan(item, daysOf(view))}`;
  return `${head}${change}${others ? `; ${others}` : ''}${dagger(item)}`;
}

function dagger({ lastTrades }: FedItem): string {
  return lastTrades ? DAGGER : '';
}

/** "*−50 bp* Fed decision of Wed 18 Sep, to 475–500 bp, 64.0% priced on Tuesday"; a hold names its range. */
export function decisionLine(item: DecisionItem, session: Day): string {
  const { decision, word, moveBp } = item;
  const range = `${rangeText(decision.after.lowerBp, decision.after.upperBp)}\u00a0bp`;
  const day = weekdayDate(decision.day);
  const odds = `${pricedWords(item, session)}${item.lastTrades && item.priced ? DAGGER : ''}`;
  if (word === 'hold') return `*${range}* held by the Fed on ${day}${odds}`;
  const how = decision.scheduled ? `Fed decision of ${day}` : `by the Fed on ${day}, between meetings`;
  return `*${wholeBp(moveBp.value)}* ${how}, to ${range}${odds}`;
}

/** ", 64.0% priced on Tuesday"; nothing for a move that no meeting was listed for. */
export function pricedWords({ priced }: DecisionItem, session: Day): string {
  return priced ? `, ${probability(priced.value)} priced on ${dayName(priced.asOf, session)}` : '';
}

/** "*−3.85 pp* small-cap gap year to date, from −5.55 pp on Friday (Russell 2000 −2.16%, S&P 500 +1.69%)". */
function gapLine(item: GapItem, view: MorningView, { named }: Place): string {
  const { gap } = item.now;
  if (!isMeasured(gap)) return `*Not computed* small-cap gap year to date: ${gap.absent}`;
  const legs = legWords(item.now);
  return `*${points(gap.value)}* small-cap gap year to date${gapFrom(item, view, named)} (${legs})`;
}

function gapFrom({ now, before, turned }: GapItem, { since, facts }: MorningView, named: boolean): string {
  if (!before || !isMeasured(before) || !isMeasured(now.gap)) return '';
  if (points(before.value) === points(now.gap.value)) return ', unchanged';
  const from = `, from ${points(before.value)}`;
  if (turned) return `${from}: ${now.gap.value < 0 ? 'lead turned to lag' : 'lag turned to lead'}`;
  return named ? from : `${from} on ${dayName(since, facts.session)}`;
}

/** "Russell 2000 −2.16%, S&P 500 +1.69%". */
export function legWords({ subject, benchmark }: Comparison): string {
  const own = isMeasured(subject) ? percent(subject.value) : '–';
  const other = isMeasured(benchmark) ? percent(benchmark.value) : '–';
  return `Russell 2000 ${own}, S&P 500 ${other}`;
}

/** "*4,850.43* S&P 500, second record close in a row; Russell 2000 −18.81% from its own". */
export function recordItemLine({ subject, benchmark }: RecordItem): string {
  const [first, second] = isAtRecord(benchmark) || !isAtRecord(subject) ? [benchmark, subject] : [subject, benchmark];
  if (isAtRecord(first) && isAtRecord(second)) {
    return `*${close(first)}* ${first.series.name} and ${close(second)} ${second.series.name}, both at a record close`;
  }
  if (isAtRecord(first)) {
    return `*${close(first)}* ${first.series.name}${recordWords(first)}; ${second.series.name} ${fromRecord(second)} from its own`;
  }
  const peak = isMeasured(subject.fromRecord) ? subject.fromRecord.inputs[1] : undefined;
  const where = peak ? ` (${level(peak.value)}, ${fullDate(peak.date)})` : '';
  const other = isMeasured(benchmark.fromRecord) ? `; ${benchmark.series.name} ${fromRecord(benchmark)}` : '';
  return `*${fromRecord(subject)}* ${subject.series.name} from its record close${where}${other}`;
}

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** "fourth", "11th". */
export function ordinalWord(count: number): string {
  return ORDINALS[count] ?? ordinal(count);
}

function recordWords({ inARow, sinceRecord, series }: RecordStanding): string {
  if (inARow > 1) return `, ${ordinalWord(inARow)} record close in a row`;
  if (!isMeasured(sinceRecord)) return ' record close';
  return ` record close, first since ${sinceDay(sinceRecord.inputs[0]?.date ?? '', series.dates.at(-1) ?? '')}`;
}

/** The day of the record before; its year where it is another one. */
export function sinceDay(day: Day, asOf: Day): string {
  return yearOf(day) === yearOf(asOf) ? shortDate(day) : fullDate(day);
}

function close({ series }: RecordStanding): string {
  return level(series.close.at(-1) ?? Number.NaN);
}

function fromRecord({ fromRecord: distance }: RecordStanding): string {
  return isMeasured(distance) ? percent(distance.value) : '–';
}

/** "*−5.97%* S&P 500 on Friday, the largest fall since 16 Mar 2020; Russell 2000 −4.37%". */
function moveLine({ benchmark, subject, largestSince }: MoveItem, { facts }: MorningView): string {
  const day = spanWords({ session: facts.session, today: facts.today, since: previousSession(facts.session) });
  const claim = largestWords(benchmark.value, largestSince);
  const other = isMeasured(subject) ? `; Russell 2000 ${percent(subject.value)}` : '';
  return `*${percent(benchmark.value)}* S&P 500 ${day}${claim}${other}`;
}

/** ", the largest fall since 16 Mar 2020"; nothing where that is no claim. */
export function largestWords(move: number, since: Day | undefined): string {
  return since === undefined ? '' : `, the largest ${move < 0 ? 'fall' : 'rise'} since ${fullDate(since)}`;
}

/** "*4.03%* two-year yield, −57 bp on the day, the largest fall since Oct 1987". */
function yieldLine(item: YieldItem, view: MorningView): string {
  const { level: now, changeBp, largestSince } = item;
  const moved =
    Math.round(changeBp.value) === 0 ? 'unchanged' : `${wholeBp(changeBp.value)} ${yieldSpan(item, daysOf(view))}`;
  return `*${yieldWords(now.value)}* two-year yield, ${moved}${claimWords(changeBp.value, largestSince)}`;
}

/** Like `spanWords`, for yields: bonds have holidays of their own. */
export function yieldSpan({ from, isNextDay }: YieldItem, days: MorningDays): string {
  return isNextDay ? spanWords({ ...days, since: from }) : `since ${dayName(from, days.session)}`;
}

function claimWords(changeBp: number, claim: YieldItem['largestSince']): string {
  if (!claim) return '';
  const word = changeBp < 0 ? 'fall' : 'rise';
  if (!claim.day) return `, the largest ${word} since the data begin, ${claim.dataFrom.slice(0, 4)}`;
  return `, the largest ${word} since ${fullDate(claim.day).replace(/^\d+ /, '')}`;
}
