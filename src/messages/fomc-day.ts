/** The decision day in two messages: what is priced on its morning, what the prices say on its evening. Pure. */
import type { Day } from '../calendar/day.ts';
import { decisionTimes, hasProjections } from '../calendar/fomc.ts';
import { chanceOf as chanceOfMoves } from '../metrics/fed-distribution.ts';
import type { FomcDayView, MeetingBeside } from '../metrics/fomc-day.ts';
import type { DecisionItem } from '../metrics/morning-decision.ts';
import { isMeasured, type Receipt } from '../metrics/receipt.ts';
import type { Comparison } from '../metrics/returns.ts';
import { actions, BUTTONS, context, header, LIMITS, section } from './blocks.ts';
import { chipOf, LAST_TRADES, oddsReceiptLine, rangeText } from './fedodds-parts.ts';
import { dagger, endLine, nextFinding, nextLine, WORTH_SAYING } from './fomc-day-lines.ts';
import { capital, escapeText, points, probability, sessionDate, weekdayDate } from './format.ts';
import type { Message } from './message.ts';
import { decisionDone } from './morning-findings.ts';
import { legWords } from './morning-lines.ts';

export interface FomcContext {
  readonly command: string;
  /** The day it is read; the decision's own by default. */
  readonly today?: Day;
  /** Evening only: small caps on the day; absent without closes. */
  readonly gap?: Comparison;
  /** Evening only: what was decided, where a source tells the new range already. */
  readonly decision?: DecisionItem;
}

/** The morning of the decision: its odds, the next meeting's, the year's end, and the times. */
export function fedBeforeMessage(view: FomcDayView, { command, today }: FomcContext): Message {
  const { own, meeting } = view;
  const shown = sizes(own);
  const day = today === undefined || today === meeting ? 'today' : `on ${weekdayDate(meeting)}`;
  const rest = shown.slice(1).map(sizeWords);
  const lines = [
    `*${probability(shown[0]?.chance ?? 1)}* ${sizeName(shown[0]?.moves ?? 0)} ${day}, ${decisionTimes(meeting).decision} ET${rest.length > 0 ? `; ${rest.join(', ')}` : ''}${dagger(own)}`,
    ...nextLine(view),
    ...endLine(view),
  ];
  const title = `FOMC ${day}: ${shown.map(sizeWords).join(', ')} priced`;
  return fedMessage(view, {
    title,
    text: `${title}. ${nextSentence(view)}Decision ${decisionTimes(meeting).decision} ET.`,
    lines,
    note: timesWords(meeting),
    command,
  });
}

interface Size {
  /** 25 bp moves from the range in force. */
  readonly moves: number;
  readonly chance: number;
  /** The futures day before. */
  readonly before?: number;
}

/** Every size with a chance, the likeliest first. */
function sizes({ figures, before }: MeetingBeside): Size[] {
  const offset = before ? (figures.odds.range.upperBp - before.odds.range.upperBp) / 25 : 0;
  return figures.ranges
    .filter(({ chance }) => chance >= WORTH_SAYING)
    .map(({ moves, chance }) => ({
      moves,
      chance,
      ...(before && { before: chanceOfMoves(before.found.distribution, moves + offset) }),
    }))
    .toSorted((a, b) => b.chance - a.chance);
}

/** "hold", "hike 75 bp". */
function sizeName(moves: number): string {
  return moves === 0 ? 'hold' : `${moves < 0 ? 'cut' : 'hike'} ${Math.abs(25 * moves)}\u00a0bp`;
}

function sizeWords({ moves, chance }: Size): string {
  return `${sizeName(moves)} ${probability(chance)}`;
}

/** "Decision 14:00 ET with projections, press conference 14:30." */
function timesWords(meeting: Day): string {
  const { decision, press } = decisionTimes(meeting);
  const dots = hasProjections(meeting) ? ' with projections' : '';
  return `Decision ${decision} ET${dots}${press ? `, press conference ${press}` : ''}. Odds from the evening before.`;
}

/** The evening: what was decided beside what was priced, and the prices settled after it beside those of the day before. */
export function fedAfterMessage(view: FomcDayView, { command, gap, decision }: FomcContext): Message {
  const finding = decision ? decidedWords(view, decision) : asPricedWords(view);
  const next = nextFinding(view);
  const forms =
    next === undefined
      ? [finding.title]
      : [`${finding.title}; ${next}`, `${finding.title}; ${next.split(', from')[0]}`];
  const title = [...forms, finding.title].find((form) => form.length <= LIMITS.headline) ?? finding.title;
  const said = next === undefined || title.includes(next) ? title : `${finding.title}; ${next}`;
  return fedMessage(view, {
    title,
    text: `${said}. ${finding.sentence} ${gapSentence(gap)}`,
    lines: [finding.line, ...nextLine(view), ...endLine(view), ...gapLine(gap)],
    note: finding.note,
    command,
    ...(decision && { decided: [decision.moveBp, ...(decision.priced ? [decision.priced] : [])] }),
  });
}

interface Finding {
  readonly title: string;
  readonly line: string;
  readonly sentence: string;
  readonly note: string;
}

/** "*475–500 bp* new range, from 525–550 bp: cut 50 bp, 64.0% priced the day before". */
function decidedWords({ own }: FomcDayView, item: DecisionItem): Finding {
  const { decision, priced, word } = item;
  const [now, was] = [decision.after, decision.before].map(
    ({ lowerBp, upperBp }) => `${rangeText(lowerBp, upperBp)}\u00a0bp`,
  );
  const size = word === 'hold' ? 'hold' : `${word} ${Math.abs(item.moveBp.value)}\u00a0bp`;
  const odds = priced ? `${probability(priced.value)} priced the day before` : '';
  const range = word === 'hold' ? `*${now}* range held` : `*${now}* new range, from ${was}: ${size}`;
  return {
    title: decisionDone(item),
    line: `${range}${odds === '' ? '' : `, ${odds}`}${priced ? dagger(own) : ''}`,
    sentence: odds === '' ? '' : `${capital(size)} was ${odds}.`,
    note: 'Odds are settled after the decision and count from the range before it.',
  };
}

/** While no source tells the new range: the outcome the prices hold for decided. */
function asPricedWords({ own }: FomcDayView): Finding {
  const [first] = sizes(own);
  const { lowerBp, upperBp } = own.figures.odds.range;
  const moves = first?.moves ?? 0;
  const name = sizeName(moves);
  const now = probability(first?.chance ?? 0);
  const then = first?.before === undefined ? undefined : probability(first.before);
  const was = then === undefined ? '' : then === now ? ', unchanged' : `, from ${then} the day before`;
  const range = `${rangeText(lowerBp + 25 * moves, upperBp + 25 * moves)}\u00a0bp`;
  return {
    title: `After the FOMC: ${name} ${now} priced`,
    line: `*${now}* ${name}, ${range}, in the prices after the decision${was}${dagger(own)}`,
    sentence: `The range would be ${range}${was}.`,
    note: 'The decision as the futures price it, against the range before it; the range in force follows the next morning.',
  };
}

function nextSentence(view: FomcDayView): string {
  const next = nextFinding(view);
  return next === undefined ? '' : `${next}. `;
}

interface Written {
  readonly title: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly note: string;
  readonly command: string;
  /** Figures of the decision itself. */
  readonly decided?: readonly Receipt[];
}

function fedMessage({ fed, own, numbers }: FomcDayView, written: Written): Message {
  const { title, text, lines, note, command, decided = [] } = written;
  const { odds } = fed;
  const found = own.figures.found;
  const sample = odds.day.futures.source.sample ? 'Sample data: ' : '';
  const trades = chipOf(odds, found) === 'Settlement' ? [] : [LAST_TRADES];
  return {
    text: escapeText(`${sample}${text.trim()} ${sessionDate(odds.asOf)}.`).slice(0, LIMITS.fallback),
    blocks: [
      header(title.slice(0, LIMITS.headline)),
      section(...lines.map(escapeText)),
      context(...[oddsReceiptLine(odds, found, 0), [note, ...trades].join(' ')].map(escapeText)),
      actions(BUTTONS.receipts(command)),
    ],
    charts: [],
    numbers: [...new Map([...decided, ...numbers].map((one) => [one.id, one])).values()],
    asOf: odds.asOf,
  };
}

function gapLine(gap: Comparison | undefined): string[] {
  if (!gap || !isMeasured(gap.gap)) return [];
  return [`*${points(gap.gap.value)}* small-cap gap on the day: ${legWords(gap)}`];
}

function gapSentence(gap: Comparison | undefined): string {
  return gap && isMeasured(gap.gap) ? `Small-cap gap on the day ${points(gap.gap.value)}.` : '';
}
