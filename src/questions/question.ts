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
  'extreme',
  'records',
  'day-prices',
  'needed',
  'ratio',
  'seasonality',
  'odds',
  'fed-range',
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
  'revisions',
  'track-record',
  'consensus',
  'small-v-large',
  'survey',
  'survey-after',
  'macro',
  'synthesis',
  'difference',
  'as-of',
  'source',
  'formula',
  'define',
  'advice',
  'alert',
  'alert-list',
  'alert-why',
  'alert-snooze',
  'alert-edit',
  'alert-stop',
  'add-call',
  'change-call',
  'subscribe',
  'csv',
  'help',
] as const;
export type Kind = (typeof KINDS)[number];
/** Kinds that ask for something to be done. */
export type ActionKind = Extract<Kind, `alert${string}` | 'add-call' | 'change-call' | 'subscribe'>;

/** A number somebody typed. */
export interface Figure {
  readonly value: number;
  /** Decimals typed: 7 means 6.5 to 7.5, 41.6 means 41.55 to 41.65. */
  readonly decimals: number;
  readonly unit: 'percent' | 'bp' | 'points' | 'none';
  readonly typed: string;
}

/** A low or a high that a window counts from: of a named month, else of the last 52 weeks; `record` is the record close. */
export interface Turning {
  readonly point: 'low' | 'high' | 'record';
  /** 1–12. */
  readonly month?: number;
  readonly year?: number;
}

/** What a superlative asks for: the largest move of a length, up or down, or when the gap was last like this. */
export interface Superlative {
  readonly ask: 'most' | 'last' | 'running';
  readonly length: 'day' | 'month' | 'year';
  readonly side: 'low' | 'high';
  /** Of the gap between the two, or of one index alone. */
  readonly of: 'gap' | 'RUT' | 'GSPC';
  /** Best and worst are asked for at once. */
  readonly both?: true;
}

/** A stretch of days in the past: from the close of `since` to `to`, or to the post's day while it runs. */
export interface Period {
  readonly since: Day;
  readonly to?: Day;
}

/** What was asked for and waits for its button: the words of its command, and the draft behind the buttons. */
export interface Pending {
  readonly words: string;
  readonly draft?: string;
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
  /** `asOf` is the end of a stretch of days that `window` begins: it goes when another window is named. */
  readonly span?: boolean;
  /** A stretch of days named by its month, quarter, year or both ends; questions about prices make it their window. */
  readonly period?: Period;
  /** A turning point that the window counts from. */
  readonly turning?: Turning;
  readonly figures: readonly Figure[];
  /** A firm's ledger key. */
  readonly firm?: string;
  /** Where several are named to be compared. */
  readonly firms?: readonly string[];
  /** Firms that a list or a mean leaves out. */
  readonly without?: readonly string[];
  /** The series of a survey, where one is named: "cash". */
  readonly survey?: string;
  /** The call the answer before turned out to be about: "his", "it". */
  readonly found?: { readonly firm: string; readonly call: number; readonly index: 'RUT' | 'GSPC' };
  readonly index?: 'RUT' | 'GSPC';
  readonly macro?: MacroId;
  readonly who?: string;
  readonly term?: string;
  readonly chart: boolean;
  /** Asked for as rows. */
  readonly table?: boolean;
  /** Asked for in index points. */
  readonly points?: boolean;
  /** Side of a threshold. */
  readonly side?: 'above' | 'below';
  readonly bearish: boolean;
  /** The month of the meeting something starts at ("since the dec fomc"), or the last meeting of all. */
  readonly sinceMeeting?: number | 'last';
  /** A distance from a high is meant, not a difference between two returns. */
  readonly fromHigh: boolean;
  readonly superlative?: Superlative;
  /** A fund or future that people name where the index is meant and used. */
  readonly proxy?: string;
  /** What will come is asked: the answer tells what is priced or measured, and says that it is no forecast. */
  readonly forecast?: boolean;
  /** Rows asked for: "top 5". */
  readonly top?: number;
  /** The event that what followed is asked of, where it is not the post's. */
  readonly event?: 'recovery';
  /** How far ahead: "a year later". */
  readonly ahead?: '1m' | '3m' | '6m' | '12m';
  /** How a list is ordered, where that was said. */
  readonly order?: 'slowest' | 'sessions';
  /** Sizes of a move of the funds rate that are asked about, in basis points. */
  readonly sizes?: readonly number[];
  /** Counts of days or sessions that somebody quotes. */
  readonly days?: readonly number[];
  /** The alert or call asked for, so that the next words can change it. */
  readonly wish?: Pending;
  /** Calendar year of a path: "cuts in 2025". */
  readonly year?: number;
  /** Calls of the ledger that were told before and are now compared. */
  readonly calls?: readonly number[];
  /** The row of a list that is told first, from 1. */
  readonly row?: number;
  /** The longest run or widest gap on record is asked for, not the one under way or of the year. */
  readonly longest?: boolean;
  /** Intraday highs and lows, or closes again. */
  readonly basis?: 'close' | 'intraday';
  /** Which of the figures in dispute to quote. */
  readonly quote?: boolean;
  /** Whether the figure is the first print. */
  readonly vintage?: boolean;
  /** The one day that what followed is asked of. */
  readonly onDay?: Day;
  /** The two questions whose figures are subtracted. */
  readonly between?: readonly Question[];
}

export interface Question {
  readonly kind: Kind;
  readonly slots: Slots;
}

/** What became of a text. */
export type Reading =
  | { readonly kind: 'question'; readonly question: Question; readonly how: 'words' | 'thread' }
  | { readonly kind: 'ambiguous'; readonly options: readonly Question[] }
  /** `unheld` names what is asked about and not held here: "price/earnings ratios". */
  | { readonly kind: 'unknown'; readonly nearest: readonly Kind[]; readonly unheld?: string }
  /** Thanks and small talk: nothing is asked. */
  | { readonly kind: 'chatter'; readonly mood: 'thanks' | 'other' };
