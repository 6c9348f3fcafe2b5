/** A wish for an alert: its shapes, and how a typed level becomes points or per cent. Pure. */
import type { Asking } from './desk.ts';
import type { Question } from './question.ts';
import type { Level, Terms } from './wish-text.ts';

/** What to set, in the words of the command, and what the person should know about the reading. */
export interface Wish {
  readonly words: string;
  readonly notes: readonly string[];
  /** No level was given: an example with one; the words then lack it too. */
  readonly open?: string;
}

/** What stands around a wish: its words, its terms and the question before in the thread. */
export interface Wishing {
  readonly asking: Asking;
  readonly text: string;
  readonly terms: Terms;
  readonly level: Level | undefined;
  readonly before: Question | undefined;
}

export const EXAMPLE = 'ping me if the gap goes past 8 points';

/** A wish and its notes. */
export function wish(words: string, ...notes: readonly string[]): Wish {
  return { words, notes };
}

/** A wish that lacks its level. */
export function openWish(words: string, example = EXAMPLE): Wish {
  return { words, notes: [], open: example };
}

/** 800 bp are 8 points. */
export function inPoints({ value, unit }: Level): number {
  return round(unit === 'bp' ? value / 100 : value);
}

/** 0.6 is 60%. */
export function inPercent({ value, unit, decimals }: Level): number {
  const share = unit === 'none' && decimals > 0 && Math.abs(value) < 1;
  return round(Math.abs(share ? value * 100 : unit === 'bp' ? value / 100 : value));
}

function round(value: number): number {
  return Math.round(100 * value) / 100;
}
