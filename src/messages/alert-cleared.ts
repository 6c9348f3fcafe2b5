/** An alert that was cleared: its post edited, and the one line in its thread. Pure; figures it fired with are never overwritten. */
import type { AlertRule } from '../metrics/alerts.ts';
import type { Reading } from '../metrics/alerts-look.ts';
import { type Fire, RANGE_IN_FORCE } from '../metrics/alerts-state.ts';
import {
  type AlertContext,
  alertActions,
  alertReceiptLine,
  numbersOf,
  priceWord,
  sampleChip,
  sampleLead,
} from './alert.ts';
import { beyondWords, figureWords, kindName, lineWords, rearmWords, ruleLine } from './alert-words.ts';
import { context, header, section } from './blocks.ts';
import { bpRange, capital, escapeText, level, weekdayDate } from './format.ts';
import type { Message } from './message.ts';
import { weekdayLong } from './morning-words.ts';

export interface Cleared {
  readonly rule: AlertRule;
  readonly reading: Reading;
  /** The time it fired, which is cleared now. */
  readonly fire: Fire;
  /** "16:25": New York wall time of the edit, and its day. */
  readonly at: string;
  readonly call: AlertContext;
}

/** The fired post edited: the new state first, the figures it fired with under it. */
export function clearedMessage({ rule, reading, fire, at, call }: Cleared): Message {
  const now = figureWords(rule, reading.figure.value);
  const then = figureWords(rule, fire.value);
  const name = watchedWords(rule);
  const kind = kindName(rule);
  const day = weekdayDate(reading.asOf);
  return {
    text: escapeText(
      `${sampleLead(reading)}${capital(kind)} cleared ${day}: ${name} ${now}${ofRecord(rule)} (was ${then} when fired ${weekdayDate(fire.session)}). Alert re-armed.`,
    ),
    blocks: [
      header(`Cleared ${day}: ${name} ${now}, fired at ${then}`),
      section(
        ...[
          `*${now}* ${day}, cleared: ${clearedWords(rule, reading)}${rangeMoved(reading, fire)}`,
          `*${then}* ${weekdayDate(fire.session)}, fired: ${firedWords(rule, fire)}`,
        ].map(escapeText),
      ),
      context(
        `${sampleChip(reading)}Edited ${escapeText(at)} ET: state changed from on to cleared · figures of ${weekdayDate(fire.session).replace(/^\w+ /, '')} unchanged`,
        escapeText(ruleLine(rule, { once: call.once, armed: true })),
      ),
      alertActions(rule, call),
    ],
    charts: [],
    numbers: numbersOf(reading),
    asOf: reading.asOf,
  };
}

/** "Russell 2000", "small-cap gap year to date", "cut by 20 Mar": the watched figure's name. */
function watchedWords(rule: AlertRule): string {
  switch (rule.kind) {
    case 'drawdown':
      return rule.symbol === 'RUT' ? 'Russell 2000' : 'S&P 500';
    case 'divergence':
      return 'Russell 2000';
    case 'gap':
      return 'gap';
    case 'odds':
      return `${rule.word} odds`;
    case 'odds-move':
      return `move of ${rule.word} odds`;
    default:
      return '';
  }
}

function ofRecord({ kind }: AlertRule): string {
  return kind === 'divergence' || kind === 'drawdown' ? ' from its record' : '';
}

/** "Russell 2000 1,983.38, above the re-arm line of −19%"; a divergence may also end because the record is old. */
function clearedWords(rule: AlertRule, reading: Reading): string {
  const line = rearmWords(rule)?.replace('re-arms ', '') ?? '';
  const [side, ...rest] = line.split(' ');
  const behind = `${side} the re-arm line of ${rest.join(' ')}`;
  if (rule.kind === 'divergence' && reading.figure.value <= rule.rearm) {
    return 'no S&P 500 record close within 20 sessions any more';
  }
  const own = reading.figure.inputs[0];
  return rule.kind === 'divergence' || rule.kind === 'drawdown'
    ? `${watchedWords(rule)} ${level(own?.value ?? Number.NaN)}, ${behind}`
    : behind;
}

/** "; range in force 0–25 bp, 150–175 bp when it fired": odds are counted from it, and a decision moves it. */
function rangeMoved({ fed }: Reading, { closes }: Fire): string {
  const [lower, upper] = [closes[RANGE_IN_FORCE.lower], closes[RANGE_IN_FORCE.upper]];
  if (!fed || lower === undefined || upper === undefined || fed.odds.range.upperBp === upper) return '';
  const { lowerBp, upperBp } = fed.odds.range;
  return `; range in force ${bpRange(lowerBp, upperBp)} bp, ${bpRange(lower, upper)} bp when it fired`;
}

function firedWords(rule: AlertRule, { closes }: Fire): string {
  const { RUT: own, GSPC: other } = closes;
  if (rule.kind === 'divergence' && own !== undefined && other !== undefined) {
    return `Russell 2000 ${level(own)}, S&P 500 record close ${level(other)}`;
  }
  if (own !== undefined && other !== undefined) return `Russell 2000 ${level(own)}, S&P 500 ${level(other)}`;
  return beyondWords(rule);
}

/** The one line in the thread of the alert. */
export function clearedNote({ rule, reading, fire }: Cleared): Message {
  const now = figureWords(rule, reading.figure.value);
  const then = figureWords(rule, fire.value);
  const name = watchedWords(rule);
  const again =
    rule.kind === 'gap' || rule.kind === 'odds'
      ? ` Fires again ${rule.side} ${lineWords(rule)}.`
      : rule.kind === 'odds-move'
        ? ` Fires again ${beyondWords(rule)}.`
        : ` Fires again at ${lineWords(rule)} or lower.`;
  const subject = capital(name);
  return {
    text: escapeText(
      `Cleared and re-armed, ${weekdayDate(reading.asOf)} ${priceWord(reading)}: ${subject} ${now}${ofRecord(rule)}, from ${then}.${again}`,
    ),
    blocks: [
      section(
        escapeText(
          `*Cleared and re-armed*: ${subject} *${now}*${ofRecord(rule)} at ${weekdayLong(reading.asOf)}’s ${priceWord(reading)}, from ${then} when this fired${rangeMoved(reading, fire)}.${again}`,
        ),
      ),
      context(escapeText(alertReceiptLine(rule, reading).replace(' · closes, price index', ''))),
    ],
    charts: [],
    numbers: [reading.figure],
    asOf: reading.asOf,
  };
}
