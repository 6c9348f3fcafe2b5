/** What a question can mean: its kind and the words that fill it. Shapes only; plain JSON, so that a thread remembers it. */
import type { Day } from '../calendar/day.ts';
import type { MarketSymbol } from '../market/market.ts';
import type { MacroId } from '../metrics/backdrop.ts';
import type { Window } from '../metrics/windows.ts';
import type { MeetingWord } from './fedodds-request.ts';

export const KINDS = [
  'lag',
  'base',
  'highs',
  'challenge-price',
  'after',
  'recovery',
  'streak',
  'breadth',
  'gap-rank',
  'odds',
  'odds-at-by',
  'fed-path',
  'challenge-odds',
  'odds-inputs',
  'odds-size',
  'odds-history',
  'odds-move-rank',
  'calibration',
  'odds-why',
  'rates-link',
  'target',
  'horizon',
  'ranking',
  'track-record',
  'consensus',
  'small-v-large',
  'survey',
  'survey-after',
  'macro',
  'synthesis',
  'as-of',
  'source',
  'formula',
  'define',
  'advice',
  'alert',
  'add-call',
  'help',
] as const;
export type Kind = (typeof KINDS)[number];

/** A number somebody typed. */
export interface Figure {
  readonly value: number;
  /** Decimals typed: 7 means 6.5 to 7.5, 41.6 means 41.55 to 41.65. */
  readonly decimals: number;
  readonly unit: 'percent' | 'bp' | 'points' | 'none';
  readonly typed: string;
}

export interface Slots {
  readonly window?: Window;
  readonly benchmark?: MarketSymbol;
  /** 1–12, of a high ("december high") or a meeting. */
  readonly month?: number;
  readonly meeting?: MeetingWord;
  readonly word?: 'cut' | 'hold' | 'hike';
  readonly asOf?: Day;
  /** The day a chart or a change starts. */
  readonly since?: Day;
  readonly figures: readonly Figure[];
  readonly firm?: string;
  readonly index?: 'RUT' | 'GSPC';
  readonly macro?: MacroId;
  readonly who?: string;
  readonly term?: string;
  readonly chart: boolean;
  /** Side of a threshold. */
  readonly side?: 'above' | 'below';
  readonly bearish: boolean;
  /** The month of the meeting a chart starts at: "since the dec fomc". */
  readonly sinceMonth?: number;
  /** A distance from a high is meant, not a difference between two returns. */
  readonly fromHigh: boolean;
}

export interface Question {
  readonly kind: Kind;
  readonly slots: Slots;
}

/** What became of a text. */
export type Reading =
  | { readonly kind: 'question'; readonly question: Question; readonly how: 'words' | 'thread' }
  | { readonly kind: 'ambiguous'; readonly options: readonly [Question, Question] }
  | { readonly kind: 'unknown'; readonly nearest: readonly Kind[] };
