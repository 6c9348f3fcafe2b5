/** The market for the home tab: its six lines and its sources, from figures other answers measure. Pure. */
import { type Day, daysBetween } from '../calendar/day.ts';
import { closeTime } from '../calendar/nyse.ts';
import type { Backdrop, BackdropItem } from '../metrics/backdrop.ts';
import type { CallState } from '../metrics/call-status.ts';
import { remainingUpside } from '../metrics/calls-level.ts';
import { yearEnd } from '../metrics/fed-path.ts';
import { meetingFigures } from '../metrics/fed-receipts.ts';
import type { FedDay } from '../metrics/fed-views.ts';
import type { MorningView, Section } from '../metrics/morning.ts';
import { type FedItem, leadOutcome } from '../metrics/morning-fed.ts';
import type { OutcomeChange } from '../metrics/morning-outcomes.ts';
import { isAtRecord, type RecordItem, type RecordStanding } from '../metrics/morning-prices.ts';
import { isMeasured } from '../metrics/receipt.ts';
import { lastSession, type PriceSeries } from '../metrics/series.ts';
import type { HomeMarket } from './app-home.ts';
import { chipOf } from './fedodds-parts.ts';
import { escapeText, percent, plain, points, probability, shortDate, weekdayDate } from './format.ts';
import { meetingWords, outcomeTerm, wholeBp, yieldWords } from './morning-words.ts';
import { leadCalls } from './targets.ts';
import { cut, possessive, shortFirm, standingOn, valueWords } from './targets-words.ts';

/** Everything the six lines are made of; each part may be dead on its own. */
export interface HomeFigures {
  readonly view: MorningView;
  /** The state of every call known on the day. */
  readonly calls: Section<readonly CallState[]>;
  readonly macro: Section<Backdrop>;
}

/** Claims are weekly and out five days after their week: a print older than this has a successor that is not here. */
const CLAIMS_DAYS = 13;

/** What the home tab shows; a dead source leaves its reason in the place of its lines. */
export function homeMarket(figures: HomeFigures): HomeMarket {
  const { view, calls, macro } = figures;
  const { facts } = view;
  const dead = [facts.prices, facts.fed, facts.twoYear, calls, macro].filter((section) => !section.ok).length;
  return {
    session: facts.session,
    lines: [...priceLines(view), ...fedLines(view), callsLine(figures), economyLine(figures)].map(escapeText),
    freshness: `${chip(view)} ${closeTime(facts.session)} ET · ${dead === 0 ? 'all sources answering' : ':warning: not every source answers'}`,
    sources: sourceLines(figures).map(escapeText),
  };
}

/** Everything shown from the bundled sample says so. */
function chip({ facts }: MorningView): string {
  return facts.prices.ok && facts.prices.value.subject.source.sample ? '*SAMPLE DATA*' : '*Close*';
}

function priceLines({ facts, gap, record }: MorningView): string[] {
  if (!facts.prices.ok) return [`:warning: No small-cap gap and no records: ${facts.prices.why}`];
  return [
    ...(gap
      ? [
          isMeasured(gap.now.gap)
            ? `*${points(gap.now.gap.value)}* small-cap gap year to date`
            : `:warning: No small-cap gap: ${gap.now.gap.absent}`,
        ]
      : []),
    ...(record ? [recordLine(record)] : []),
  ];
}

/** "*−18.81%* Russell 2000 from its record; S&P 500 at its own". */
function recordLine({ subject, benchmark }: RecordItem): string {
  const other = isAtRecord(benchmark) ? 'at its own' : `${below(benchmark)} from its own`;
  const first = isAtRecord(subject) ? '*0.00%*' : `*${below(subject)}*`;
  return `${first} ${subject.series.name} from its record; ${benchmark.series.name} ${other}`;
}

function below({ fromRecord }: RecordStanding): string {
  return isMeasured(fromRecord) ? percent(fromRecord.value) : '–';
}

function fedLines({ facts, fed }: MorningView): string[] {
  if (!facts.fed.ok) return [`:warning: No odds and no path: ${facts.fed.why}`];
  if (!fed) return [':warning: No odds: no meeting can be solved from these prices'];
  return [oddsLine(fed), pathLine(facts.fed.value)];
}

/** "*97.9%* hold on 31 Jan; cut by 20 Mar 43.2%": the next meeting's likeliest, then the first open meeting. */
function oddsLine(item: FedItem): string {
  if (item.isNext) return nextLine(item);
  const { odds } = item.day;
  const next = odds.meetings[0] && meetingFigures(odds, odds.meetings[0].meeting);
  const lead = leadOutcome(item);
  if (!next || !lead) return nextLine(item);
  const sides = [
    { word: 'hold', chance: next.holdBy.value },
    { word: 'cut', chance: next.cutBy.value },
    { word: 'hike', chance: next.hikeBy.value },
  ];
  const [likeliest] = sides.toSorted((a, b) => b.chance - a.chance);
  const first = likeliest ? `*${probability(likeliest.chance)}* ${likeliest.word}` : '';
  const later = `${outcomeTerm(lead)} ${meetingWords(item)} ${probability(lead.now.value)}`;
  return `${first} on ${shortDate(next.meeting, odds.asOf)}; ${later}`;
}

/** "*56.8%* hold on 20 Mar; cut 43.2%": the likeliest first. */
function nextLine(item: FedItem): string {
  const [first, ...rest] = item.outcomes
    .filter(({ now }) => now.value > 0)
    .toSorted((a, b) => b.now.value - a.now.value);
  if (!first) return ':warning: No odds for the next meeting';
  const term = (one: OutcomeChange) => `${outcomeTerm(one)} ${probability(one.now.value)}`;
  const head = `*${probability(first.now.value)}* ${outcomeTerm(first)} ${meetingWords(item)}`;
  return [head, ...(rest.length > 0 ? [rest.map(term).join(', ')] : [])].join('; ');
}

/** "*−134 bp* priced by 18 Dec, 5.4 cuts". */
function pathLine({ odds }: FedDay): string {
  const end = yearEnd(odds);
  if (!end) return ':warning: No path: the prices reach no meeting';
  const { expectedMoves: moves } = end.found;
  return `*${wholeBp(25 * moves)}* priced by ${shortDate(end.meeting, odds.asOf)}, ${movesWords(moves)}`;
}

function movesWords(moves: number): string {
  const size = plain(Math.abs(moves), 1);
  if (size === '0.0') return 'no move';
  const word = moves < 0 ? 'cut' : 'hike';
  return Math.abs(moves) < 1 ? `${size} of a ${word}` : `${size} ${word}s`;
}

/** "*+13.12%* left to Goldman’s +15%; +53.30% to Fundstrat’s +50%": one call a firm; where more firms speak, all active ones are counted. */
function callsLine({ view: { facts }, calls }: HomeFigures): string {
  if (!calls.ok) return `:warning: No calls: ${calls.why}`;
  if (!facts.prices.ok) return `:warning: No distance to the calls: ${facts.prices.why}`;
  const { subject } = facts.prices.value;
  const active = standingOn(calls.value, subject).filter(({ status }) => status !== 'hit');
  const left = leadCalls(active).flatMap((state) => distanceTo(state, subject));
  const [first, second] = left;
  if (!first) return `*No call* on the ${subject.name} is active`;
  const head = `*${percent(first.left)}* left to ${first.name}`;
  const next = second ? `; ${percent(second.left)} to ${second.name}` : '';
  return `${head}${next}${left.length > 2 ? `; ${active.length} calls active` : ''}`;
}

function distanceTo({ call }: CallState, series: PriceSeries): { left: number; name: string }[] {
  const left = remainingUpside(call, series);
  const name = `${possessive(cut(shortFirm(call.firm), 24))} ${valueWords(call.value)}`;
  return isMeasured(left) ? [{ left: left.value, name }] : [];
}

/** "*187,000* claims; two-year yield 4.37%". */
function economyLine({ view: { facts, twoYear }, macro }: HomeFigures): string {
  const claims = macro.ok ? claimsOf(macro.value) : undefined;
  const noClaims = macro.ok ? 'no claims: not published by then' : `no claims: ${macro.why}`;
  const noYield = `no two-year yield: ${facts.twoYear.ok ? 'not published by then' : facts.twoYear.why}`;
  if (claims) {
    const other = twoYear ? `two-year yield ${yieldWords(twoYear.level.value)}` : noYield;
    return `*${plain(claims.latest.value)}* claims${ofWeek(claims, facts.session)}; ${other}`;
  }
  if (twoYear) return `*${yieldWords(twoYear.level.value)}* two-year yield; ${noClaims}`;
  return `:warning: ${noClaims.replace('no', 'No')}; ${noYield}`;
}

function claimsOf({ items }: Backdrop): BackdropItem | undefined {
  return items.find(({ print }) => print.id === 'ICSA');
}

/** " of the week to 30 Dec, stale" where a later week should be out. */
function ofWeek({ print }: BackdropItem, session: Day): string {
  if (daysBetween(print.period, session) <= CLAIMS_DAYS) return '';
  return ` of the week to ${shortDate(print.period, session)}, stale`;
}

function sourceLines({ view: { facts, fed, twoYear }, macro }: HomeFigures): string[] {
  return [
    sourceLine('Index closes', facts.prices, ({ subject }) => `${weekdayDate(lastSession(subject))} 16:00 ET`),
    sourceLine('Futures', facts.fed, ({ odds }) => {
      const chip = chipOf(odds, fed && odds.meetings.find(({ meeting }) => meeting === fed.view.figures.meeting));
      return `${weekdayDate(odds.asOf)} ${chip.toLowerCase()}`;
    }),
    `${facts.twoYear.ok && macro.ok ? '' : ':warning: '}Macro  ${[
      sectionWords('Treasury', facts.twoYear, () => (twoYear ? weekdayDate(twoYear.level.asOf) : 'not published yet')),
      sectionWords('claims', macro, claimsDay),
    ].join(' · ')}`,
  ];
}

/** "Thu 18 Jan": the day of the print, or the week it is of. */
function claimsDay(backdrop: Backdrop): string {
  const print = claimsOf(backdrop)?.print;
  if (!print) return 'not published yet';
  return print.released === undefined ? `of the week to ${weekdayDate(print.period)}` : weekdayDate(print.released);
}

function sectionWords<T>(name: string, section: Section<T>, words: (value: T) => string): string {
  return `${name} ${section.ok ? words(section.value) : section.why}`;
}

function sourceLine<T>(name: string, section: Section<T>, words: (value: T) => string): string {
  return `${section.ok ? '' : ':warning: '}${sectionWords(`${name} `, section, words)}`;
}
