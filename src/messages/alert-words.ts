/** An alert's rule in words: what it watches, its line, how it is armed again, its name. Pure. */
import type { AlertRule, OddsMoveRule, OddsRule, Watched } from '../metrics/alerts.ts';
import { counted, fullDate, level, percent, points, pointsSize, probability, shortDate } from './format.ts';
import { windowPhrase } from './words.ts';

/** "−19%", "20%": a line at a whole per cent without decimals. */
function wholePercent(fraction: number): string {
  return percent(fraction).replace(/\.00%$/, '%');
}

/** "Russell 2000". */
export function watchedName(symbol: Watched): string {
  return symbol === 'RUT' ? 'Russell 2000' : 'S&P 500';
}

const CALL_WORDS: Readonly<Record<string, string>> = {
  added: 'a target is added',
  changed: 'a target is changed',
  hit: 'a target is hit',
  expired: 'a target expires',
  any: 'a target is added, changed, hit or expires',
  flip: 'a survey changes sides',
};

/** What it watches and when it speaks: "S&P 500 record close within 20 sessions, and Russell 2000 close 20% or more below its record". */
export function conditionWords(rule: AlertRule): string {
  switch (rule.kind) {
    case 'gap':
      return `${gapName(rule.window)} closes ${rule.side} ${points(rule.threshold)}`;
    case 'drawdown':
      return `${watchedName(rule.symbol)} close ${depth(rule.threshold)} or more below its record`;
    case 'record':
      return `${watchedName(rule.symbol)} record close, the first in over 20 sessions`;
    case 'divergence':
      return `S&P 500 record close within 20 sessions, and Russell 2000 close ${depth(-rule.tier)} or more below its record`;
    case 'odds':
      return `odds of a ${rule.word} by ${fullDate(rule.meeting)} ${rule.side} ${probability(rule.threshold)}`;
    case 'odds-move':
      return `odds of a ${rule.word} by ${fullDate(rule.meeting)} move over ${pointsSize(rule.threshold, 1)} in ${counted(rule.sessions, 'futures day')}`;
    case 'recovery':
      return 'Russell 2000 completes a recovery from a 52-week low to a 52-week high, on closes';
    case 'calls':
      return CALL_WORDS[rule.what] ?? 'a call changes';
  }
}

/** "20%": a depth below a record, its sign left to the word. */
function depth(fraction: number): string {
  return wholePercent(fraction).replace(/^[−+]/, '');
}

/** "year-to-date gap", "1W gap". */
function gapName(window: Parameters<typeof windowPhrase>[0]): string {
  return window === 'ytd' ? 'year-to-date gap' : window === 'mtd' ? 'month-to-date gap' : `gap ${windowPhrase(window)}`;
}

/** "re-arms above −19%"; undefined for rules that are ready again at once. */
export function rearmWords(rule: AlertRule): string | undefined {
  switch (rule.kind) {
    case 'gap':
      return `re-arms ${rule.side === 'below' ? 'above' : 'below'} ${points(rule.rearm)}`;
    case 'drawdown':
    case 'divergence':
      return `re-arms above ${wholePercent(rule.rearm)}`;
    case 'odds':
      return `re-arms ${rule.side === 'below' ? 'above' : 'below'} ${probability(rule.rearm)}`;
    case 'odds-move':
      return `re-arms under ${pointsSize(rule.rearm, 1)}`;
    default:
      return undefined;
  }
}

/** "−20%": the line the alert fires at. */
export function lineWords(rule: AlertRule): string {
  switch (rule.kind) {
    case 'gap':
      return points(rule.threshold);
    case 'drawdown':
      return wholePercent(rule.threshold);
    case 'divergence':
      return wholePercent(-rule.tier);
    case 'odds':
      return probability(rule.threshold);
    case 'odds-move':
      return pointsSize(rule.threshold, 1);
    default:
      return '';
  }
}

/** "past −8.00 pp", "below 50.0%", "over 10.0 pp in 5 futures days": the other side of the line. */
export function beyondWords(rule: AlertRule): string {
  switch (rule.kind) {
    case 'odds':
      return `${rule.side} ${lineWords(rule)}`;
    case 'odds-move':
      return `over ${lineWords(rule)} in ${counted(rule.sessions, 'futures day')}`;
    default:
      return `past ${lineWords(rule)}`;
  }
}

/** "−18.81%": a watched figure as its kind prints it. */
export function figureWords(rule: AlertRule, value: number): string {
  switch (rule.kind) {
    case 'gap':
      return points(value);
    case 'odds':
      return probability(value);
    case 'odds-move':
      return points(value, 1);
    case 'drawdown':
    case 'divergence':
      return percent(value);
    case 'record':
      return level(value);
    default:
      return String(value);
  }
}

/** "Rule: … . Standing; re-arms above −19%." */
export function ruleLine(
  rule: AlertRule,
  { once, armed }: { readonly once: boolean; readonly armed?: boolean },
): string {
  const condition = conditionWords(rule);
  const kept = once ? 'Once: it has stopped itself' : 'Standing';
  const rearm = once ? undefined : armed ? 'armed again' : rearmWords(rule);
  return `Rule: ${condition}. ${kept}${rearm ? `; ${rearm}` : ''}.`;
}

/** "divergence": the alert's kind in "no more divergence alerts". */
export function kindName(rule: AlertRule): string {
  switch (rule.kind) {
    case 'gap':
      return 'small-cap gap';
    case 'drawdown':
      return 'drawdown';
    case 'record':
      return 'record';
    case 'divergence':
      return 'divergence';
    case 'odds':
    case 'odds-move':
      return 'Fed odds';
    case 'recovery':
      return 'recovery';
    case 'calls':
      return rule.what === 'flip' ? 'survey' : 'target';
  }
}

/** A short name, unescaped: "Gap year to date past −8 pp", "Divergence, −20% tier". */
export function alertTitle(rule: AlertRule): string {
  switch (rule.kind) {
    case 'gap':
      return `Gap ${windowPhrase(rule.window)} past ${shortPoints(rule.threshold)}`;
    case 'drawdown':
      return `${watchedName(rule.symbol)} ${wholePercent(rule.threshold)} from its record`;
    case 'record':
      return `${watchedName(rule.symbol)} record close`;
    case 'divergence':
      return `Divergence, ${wholePercent(-rule.tier)} tier`;
    case 'odds':
    case 'odds-move':
      return oddsTitle(rule);
    case 'recovery':
      return '52-week recovery completed';
    case 'calls':
      return `When ${CALL_WORDS[rule.what] ?? 'a call changes'}`;
  }
}

/** "−8 pp", "−5.5 pp": a line in points without idle decimals. */
function shortPoints(fraction: number): string {
  const full = points(fraction);
  return points(fraction, /\.00\D/.test(full) ? 0 : /\.\d0\D/.test(full) ? 1 : 2);
}

function oddsTitle(rule: OddsRule | OddsMoveRule): string {
  const name = `Odds of a ${rule.word} by ${shortDate(rule.meeting)}`;
  return rule.kind === 'odds'
    ? `${name} ${rule.side} ${probability(rule.threshold)}`
    : `${name} move ${pointsSize(rule.threshold, 1)} in ${counted(rule.sessions, 'day')}`;
}
