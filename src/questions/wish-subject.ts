/** What a wish for an alert is about: the metric its words name, or by name what no alert can watch. Pure. */

import { CapwatchError } from '../errors.ts';
import { capital } from '../messages/format.ts';
import type { Topic } from './intent-rule.ts';
import type { Slots } from './question.ts';
import { unheldIn } from './slots-names.ts';
import { MONTH } from './slots-periods.ts';
import type { Level } from './wish-text.ts';

export type Subject = 'gap' | 'odds' | 'drawdown' | 'record' | 'divergence' | 'recovery' | 'calls' | 'flip';

/** What a wish is read from. */
interface Wanted {
  readonly text: string;
  readonly slots: Slots;
  readonly levels: readonly Level[];
  readonly topic: Topic;
}

const GAP =
  /\b(gap|lag\w*|behind|trail\w*|lead|leads|leading|ahead(?! of the)|spread|under ?perform\w*|out ?perform\w*|catch(es)? up|caught up|narrow\w*|widen\w*|shrink\w*|blows? out|beat(s|ing)?|diverg(es?|ing))\b/;
const FED =
  /\b(odds|fed|fomc|powell|priced|pricing|prices? (in|out)|meeting|probabilit\w*|chances?|cuts?|hikes?|hold|pauses?|no change|eas(e|es|ing))\b/;
const DEPTH =
  /\b(draw ?downs?|bear market|correction territory|a correction|(off|of|from|below|under|beneath|down from) (its|the|their|a|that)? ?(\w+ ){0,2}(highs?|peak|record|ath|top))\b/;
const RECORD = /\b(records?|ath|all time highs?|new (closing )?highs?|record (close|high))\b/;
const CALL_WORD =
  /\b(targets?|calls?|strategists?|analysts?|notes?|the street|firms?|banks?|houses?|initiat\w+|price targets?)\b/;
const CALL_EVENT =
  /\b(change|changes|changed|added|adds?|new|hit|hits|reach(ed|es)|expires?|expired|runs? out|due|publish\w*|rais(e|es)|lift(s)?|lower(s)?|cuts? (its|their|his|her|the)|trim(s)?|slash(es)?|revis(e|es)|updates?|ups|withdraw\w*|moves?|comes? (in|out)|drops? (its|their)|turns?|goes|downgrad\w+|upgrad\w+)\b/;
const SURVEY = /\b(surveys?|fms|fund managers?|bofa fms)\b/;

/** The metric meant; the post's where the words say only "it". @throws CapwatchError for what cannot be watched. */
export function subjectOf(wanted: Wanted): Subject | undefined {
  const { text, slots, topic } = wanted;
  if (SURVEY.test(text)) return 'flip';
  if (aboutCalls(wanted) && CALL_EVENT.test(text)) return 'calls';
  const name = unwatched(wanted);
  if (name) throw unwatchedError(name);
  if (/\bdivergences?\b|\b(signal|rule)\b/.test(text)) return 'divergence';
  if (/\b(recovery|recoveries|round trip|rebound)\b/.test(text)) return 'recovery';
  if (DEPTH.test(text) || slots.fromHigh) return 'drawdown';
  if (GAP.test(text)) return 'gap';
  if (FED.test(text) || slots.month !== undefined || slots.meeting !== undefined || slots.word !== undefined)
    return 'odds';
  if (RECORD.test(text)) return 'record';
  if (/\b(positive|negative)\b/.test(text)) return topic === 'fed' ? 'odds' : 'gap';
  return undefined;
}

function aboutCalls({ text, slots, topic, levels }: Wanted): boolean {
  if (GAP.test(text)) return false;
  if (CALL_WORD.test(text) || slots.firm !== undefined) return true;
  return topic === 'targets' && levels.length === 0 && !FED.test(text) && !RECORD.test(text);
}

/** What cannot be watched, and a wish near it that can. */
interface Unwatched {
  readonly what: string;
  readonly near: string;
}

const NEAR_GAP = 'ping me if the ytd gap goes past -8';
const NEAR_ODDS = 'ping me if june cut odds go above 60%';
const NEAR_DEPTH = 'ping me if small caps are 20% below their record';

const UNWATCHED: readonly (readonly [RegExp, string, string])[] = [
  [
    /\b(rsi|overbought|oversold|macd|moving averages?|\d+ ?dma|golden cross|death cross|bollinger|momentum|technicals?)\b/,
    'RSI and other technical indicators',
    NEAR_GAP,
  ],
  [/\bvolumes?\b/, 'trading volume', NEAR_GAP],
  [
    /\b(number|amount|count) of (\d+ ?bp )?(rate )?(cuts|hikes)\b|\bhow many (cuts|hikes)\b/,
    'the number of cuts',
    NEAR_ODDS,
  ],
  [
    /\b(terminal|trough|peak) rate\b|\b(fed ?funds|policy|implied|target) rate\b|\brate (path|level)\b/,
    'the level of a rate',
    NEAR_ODDS,
  ],
  [/\b(zq\w*|futures? (price|contract))\b/, 'the price of a future', NEAR_ODDS],
  [/\b(yields?|treasur(y|ies)|2s10s|curve|twos|tens)\b/, 'Treasury yields', NEAR_ODDS],
  [/\b(seasonal\w*|january effect)\b/, 'seasonality', NEAR_GAP],
  [/\b(ratio|rut ?\/ ?spx|iwm ?\/ ?spy)\b/, 'the ratio of the two indexes', NEAR_GAP],
  [/\b(in a row|straight|streaks?|consecutive|running)\b/, 'the length of a streak', NEAR_GAP],
  [/\b(percentile|rank|unusual)\b/, 'how unusual a gap is', NEAR_GAP],
  [/\b(brier|calibration|hit rate)\b/, 'the record of the odds', NEAR_ODDS],
  [/\b(consensus|mean target|median target|average target|upside)\b/, 'the consensus', 'ping me if a target changes'],
  [
    /\b(52 ?w(ee)?k|52w|1 year) (high|low)s?\b/,
    'a 52-week high or low by itself',
    'ping me if small caps make a new record',
  ],
  [/\bmoney (market )?funds?\b/, 'money funds', NEAR_GAP],
];
const PLURAL_MOVES = /\b(cuts|hikes)\b/;
const PRICE_LEVEL =
  /(\b(to|at|above|below|over|under|past|through|hits?|reach(es)?|breaks?|tops|cross(es)?|closes|north of|south of)|[<>]=?) (?<level>\d{4,5}(?:\.\d+)?)\b(?! ?(%|pp|points?|bps?))/;

/** The named thing that no alert watches; undefined when one can. */
function unwatched({ text, slots, levels }: Wanted): Unwatched | undefined {
  const named = UNWATCHED.find(([pattern]) => pattern.test(text));
  if (named) return { what: named[1], near: named[2] };
  const unheld = unheldIn(text);
  if (unheld !== undefined) return { what: unheld, near: NEAR_GAP };
  if (slots.macro !== undefined) return { what: 'economic figures', near: NEAR_GAP };
  if (slots.proxy !== undefined) return { what: `${slots.proxy} itself`, near: NEAR_GAP };
  if (slots.benchmark !== undefined) return { what: 'a gap against another series than the S&P 500', near: NEAR_GAP };
  return oneSize(text, levels) ?? numberOfMoves(text, levels);
}

/** "50 in sept gets to 90%": a size of move, not a level. */
const BARE_SIZE =
  /(?<!\b(?:above|below|over|under|past|than|to|at|hits?|reach(?:es)?|passes|crosses) )\b(25|50|75|100)s? (?:in|for|at|by|cut|hike|move|or more|odds|chance|probability|prob)\b/;

/** Beside another level only; alone it is the level. */
function bareSize(text: string, levels: readonly Level[]): number | undefined {
  const size = levels.length > 1 ? BARE_SIZE.exec(text)?.[1] : undefined;
  return size === undefined ? undefined : Number(size);
}

/** "if 50 bp goes above 30%": one bar of the distribution. */
function oneSize(text: string, levels: readonly Level[]): Unwatched | undefined {
  if (GAP.test(text)) return undefined;
  const bare = bareSize(text, levels);
  const bps = levels.filter(({ unit, value }) => unit === 'bp' || (unit === 'none' && value === bare));
  if (/\b(bin|jumbo|big cut|super ?sized?|double cut)\b/.test(text) || (bps.length > 0 && levels.length > 1))
    return { what: `the odds of one size of move${sizeWords(bps[0])}`, near: nearOdds(text, levels) };
  return bps.length > 0 && FED.test(text) ? { what: 'basis points priced', near: nearOdds(text, levels) } : undefined;
}

/** The same wish for the odds of any size of move. */
function nearOdds(text: string, levels: readonly Level[]): string {
  const month = new RegExp(`\\b${MONTH}\\b`).exec(text)?.[1] ?? 'june';
  const size = bareSize(text, levels);
  const share = levels.find(
    ({ unit, value }) => unit !== 'bp' && value > 12 && value < 100 && !(unit === 'none' && value === size),
  );
  const side = share?.meant === 'below' ? 'fall below' : 'go above';
  return `ping me if ${month} ${/\bhik/.test(text) ? 'hike' : 'cut'} odds ${side} ${share?.value ?? 60}%`;
}

function sizeWords(size: Level | undefined): string {
  return size === undefined ? '' : ` (${Math.abs(size.value)} bp)`;
}

/** "cuts by december below 5": so few of them are counted, not per cent. */
function numberOfMoves(text: string, levels: readonly Level[]): Unwatched | undefined {
  const counted = levels.some(({ value, unit }) => unit === 'none' && Math.abs(value) <= 12);
  if (!counted || !PLURAL_MOVES.test(text) || /\b(odds|chances?|probabilit\w*)\b/.test(text)) return undefined;
  return { what: `the number of ${/\bhikes\b/.test(text) ? 'hikes' : 'cuts'}`, near: nearOdds(text, levels) };
}

/** The index level a wish names ("if the russell closes below 1,900"); undefined where another figure is meant. */
export function priceLevelIn({ text, slots }: Wanted): number | undefined {
  const bare = text.replaceAll(/\brussell 2000\b/g, 'russell');
  const found = PRICE_LEVEL.exec(bare)?.groups?.level;
  return found === undefined || slots.word !== undefined ? undefined : Number(found);
}

/** The refusal that names what cannot be watched and shows what can. */
export function unwatchedError({ what, near }: Unwatched): CapwatchError {
  const said = `${capital(what)} cannot be watched.`;
  return new CapwatchError('invalid_input', said, { example: near, hint: WATCHABLE });
}

/** What alerts watch, for refusals. */
const WATCHABLE =
  'also: a drawdown, a record, the divergence, odds of a cut, hold or hike by a meeting, changes of calls, a survey that flips';

export { NEAR_DEPTH };
