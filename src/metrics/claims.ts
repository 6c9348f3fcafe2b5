/**
 * "Fastest", "longest", "first since": a claim is tried on closes and on intraday values, in sessions and in calendar
 * days, and stands in a headline only if it holds on at least half of what could be tried. Pure.
 */
import type { Day } from '../calendar/day.ts';
import type { Basis } from './highs.ts';

/** `fastest` wants the smallest length, `longest` the greatest, `first` the greatest wait since the last such event. */
export type Superlative = 'fastest' | 'longest' | 'first';
type Measure = 'days' | 'sessions';

/** Something that lasted; `day` is the one it is known by (the low of a recovery, the last session of a streak). */
export interface Length {
  readonly day: Day;
  readonly days: number;
  readonly sessions: number;
}

/** One basis on which a claim can be tried: the thing claimed of, and everything it is compared with, oldest first. */
export interface Trial {
  readonly basis: Basis;
  /** Undefined where nothing happened on this basis: the claim fails there. */
  readonly own: Length | undefined;
  readonly earlier: readonly Length[];
}

export interface Verdict {
  readonly basis: Basis;
  readonly measure: Measure;
  readonly holds: boolean;
  /** The latest earlier one that was at least as extreme; what "since" may name. */
  readonly rival?: { readonly day: Day; readonly length: number };
}

export interface Claim {
  readonly superlative: Superlative;
  /** The claim reads "… since this day"; undefined: of all there are in the data. */
  readonly since?: Day;
  readonly verdicts: readonly Verdict[];
  readonly held: number;
  readonly tried: number;
  /** True when it holds on at least half of what was tried: fit for a header. */
  readonly headline: boolean;
}

const MEASURES: readonly Measure[] = ['days', 'sessions'];

/** Tries "superlative since `since`" (of all, without `since`) on every basis and measure. */
export function claim(superlative: Superlative, trials: readonly Trial[], since?: Day): Claim {
  const verdicts = trials.flatMap((trial) =>
    MEASURES.map((measure) => verdict(superlative, trial, { measure, since })),
  );
  const held = verdicts.filter(({ holds }) => holds).length;
  return {
    superlative,
    ...(since !== undefined && { since }),
    verdicts,
    held,
    tried: verdicts.length,
    headline: held > 0 && 2 * held >= verdicts.length,
  };
}

interface How {
  readonly measure: Measure;
  readonly since: Day | undefined;
}

function verdict(superlative: Superlative, { basis, own, earlier }: Trial, { measure, since }: How): Verdict {
  if (!own) return { basis, measure, holds: false };
  const rival = earlier.findLast((other) => matches(superlative, other[measure], own[measure]));
  const holds = rival === undefined || (since !== undefined && rival.day <= since);
  return { basis, measure, holds, ...(rival && { rival: { day: rival.day, length: rival[measure] } }) };
}

/** Whether an earlier length takes the claim away; an equal one does. */
function matches(superlative: Superlative, other: number, own: number): boolean {
  return superlative === 'fastest' ? other <= own : other >= own;
}
