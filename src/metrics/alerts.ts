/** What an alert watches, as plain versioned data: metric, side, threshold and the line it re-arms at. Pure; reads no prices. */
import type { Day } from '../calendar/day.ts';
import type { Tier } from './divergence.ts';
import { NAMED_WINDOWS, type NamedWindow } from './windows.ts';

export type Side = 'below' | 'above';
type OddsWord = 'cut' | 'hold' | 'hike';
/** What may happen to a call in the ledger, or to a survey. */
type CallWhat = 'added' | 'changed' | 'hit' | 'expired' | 'any' | 'flip';
export type Watched = 'RUT' | 'GSPC';

/** Thresholds are fractions (−0.08 = −8 pp, 0.6 = 60%); `rearm` is the line beyond which the alert is armed again. */
export type AlertRule = { readonly v: 1 } & (
  | {
      readonly kind: 'gap';
      readonly window: NamedWindow;
      readonly side: Side;
      readonly threshold: number;
      readonly rearm: number;
    }
  | { readonly kind: 'drawdown'; readonly symbol: Watched; readonly threshold: number; readonly rearm: number }
  | { readonly kind: 'record'; readonly symbol: Watched }
  | { readonly kind: 'divergence'; readonly tier: Tier; readonly rearm: number }
  | {
      readonly kind: 'odds';
      readonly meeting: Day;
      readonly word: OddsWord;
      readonly side: Side;
      readonly threshold: number;
      readonly rearm: number;
    }
  | {
      readonly kind: 'odds-move';
      readonly meeting: Day;
      readonly word: OddsWord;
      readonly threshold: number;
      readonly rearm: number;
      readonly sessions: number;
    }
  | { readonly kind: 'recovery' }
  | { readonly kind: 'calls'; readonly what: CallWhat }
);

type RuleOf<K extends AlertRule['kind']> = Extract<AlertRule, { kind: K }>;
export type GapRule = RuleOf<'gap'>;
export type DrawdownRule = RuleOf<'drawdown'>;
export type RecordRule = RuleOf<'record'>;
export type DivergenceRule = RuleOf<'divergence'>;
export type OddsRule = RuleOf<'odds'>;
export type OddsMoveRule = RuleOf<'odds-move'>;
export type CallsRule = RuleOf<'calls'>;

/** How far back inside its threshold an alert must come before it may fire again. */
export const BANDS = { gap: 0.005, drawdown: 0.01, divergence: 0.01, odds: 0.05 } as const;

const SIDES: readonly Side[] = ['below', 'above'];
const WORDS: readonly OddsWord[] = ['cut', 'hold', 'hike'];
const WHATS: readonly CallWhat[] = ['added', 'changed', 'hit', 'expired', 'any', 'flip'];
const WATCHED: readonly Watched[] = ['RUT', 'GSPC'];

const TIERS: readonly Tier[] = [0.05, 0.1, 0.2];

/** The rule in stored JSON, or undefined when it is of an unknown version or shape. */
export function alertRule(json: unknown): AlertRule | undefined {
  if (typeof json !== 'object' || json === null || !('v' in json) || json.v !== 1) return undefined;
  const fields = new Map<string, unknown>(Object.entries(json));
  const read = READERS.get(String(fields.get('kind')));
  return read?.({
    number: (name) => finite(fields.get(name)),
    one: (name, of) => of.find((option) => option === fields.get(name)),
    text: (name) => (typeof fields.get(name) === 'string' ? String(fields.get(name)) : undefined),
  });
}

interface Fields {
  number(name: string): number | undefined;
  one<T>(name: string, of: readonly T[]): T | undefined;
  text(name: string): string | undefined;
}

const READERS: ReadonlyMap<string, (fields: Fields) => AlertRule | undefined> = new Map([
  ['gap', gapRule],
  ['drawdown', drawdownRule],
  ['record', recordRule],
  ['divergence', divergenceRule],
  ['odds', oddsRule],
  ['odds-move', oddsMoveRule],
  ['recovery', (): AlertRule => ({ v: 1, kind: 'recovery' })],
  ['calls', callsRule],
]);

function gapRule({ number, one }: Fields): AlertRule | undefined {
  const [threshold, rearm] = [number('threshold'), number('rearm')];
  const [window, side] = [one('window', NAMED_WINDOWS), one('side', SIDES)];
  if (window === undefined || side === undefined || threshold === undefined || rearm === undefined) return undefined;
  return { v: 1, kind: 'gap', window, side, threshold, rearm };
}

function drawdownRule({ number, one }: Fields): AlertRule | undefined {
  const [threshold, rearm, symbol] = [number('threshold'), number('rearm'), one('symbol', WATCHED)];
  if (symbol === undefined || threshold === undefined || rearm === undefined) return undefined;
  return { v: 1, kind: 'drawdown', symbol, threshold, rearm };
}

function recordRule({ one }: Fields): AlertRule | undefined {
  const symbol = one('symbol', WATCHED);
  return symbol && { v: 1, kind: 'record', symbol };
}

function divergenceRule({ number, one }: Fields): AlertRule | undefined {
  const [tier, rearm] = [one('tier', TIERS), number('rearm')];
  return tier === undefined || rearm === undefined ? undefined : { v: 1, kind: 'divergence', tier, rearm };
}

function oddsRule({ number, one, text }: Fields): AlertRule | undefined {
  const [threshold, rearm, meeting] = [number('threshold'), number('rearm'), text('meeting')];
  const [word, side] = [one('word', WORDS), one('side', SIDES)];
  if (!meeting || !word || !side || threshold === undefined || rearm === undefined) return undefined;
  return { v: 1, kind: 'odds', meeting, word, side, threshold, rearm };
}

function oddsMoveRule({ number, one, text }: Fields): AlertRule | undefined {
  const [threshold, rearm, sessions] = [number('threshold'), number('rearm'), number('sessions')];
  const [meeting, word] = [text('meeting'), one('word', WORDS)];
  if (!meeting || !word || threshold === undefined || rearm === undefined || sessions === undefined) return undefined;
  return { v: 1, kind: 'odds-move', meeting, word, threshold, rearm, sessions };
}

function callsRule({ one }: Fields): AlertRule | undefined {
  const what = one('what', WHATS);
  return what && { v: 1, kind: 'calls', what };
}

function finite(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
