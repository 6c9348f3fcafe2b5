/** Distributions over target ranges in whole 25 bp moves from the range in force. Pure arithmetic, no dates. */

/** Chances of `lowest`, `lowest` + 1, … moves of 25 bp; fractions that sum to 1. Zero cells are exact zeros. */
export interface MoveDistribution {
  readonly lowest: number;
  readonly chances: Float64Array;
}

export const NO_MOVE: MoveDistribution = { lowest: 0, chances: Float64Array.of(1) };

/** Prices move in quarter ticks, so a step this close to a whole move differs from it only by rounding of doubles. */
const SAME = 1e-9;

/** The step with floating-point noise taken off whole moves, so that exact holds come out as exactly 0. */
export function cleanStep(moves: number): number {
  const whole = Math.round(moves);
  return Math.abs(moves - whole) < SAME ? whole + 0 : moves;
}

/** Chance of the step's whole part and of the next one away from zero (METRICS.md section 3, rule 6). */
export function stepDistribution(moves: number): MoveDistribution {
  const whole = Math.trunc(moves) + 0;
  const fraction = Math.abs(moves - whole);
  if (fraction === 0) return { lowest: whole, chances: Float64Array.of(1) };
  return moves > 0
    ? { lowest: whole, chances: Float64Array.of(1 - fraction, fraction) }
    : { lowest: whole - 1, chances: Float64Array.of(fraction, 1 - fraction) };
}

/** The distribution after one more step, taken as independent of what came before. */
export function convolved(before: MoveDistribution, step: MoveDistribution): MoveDistribution {
  const chances = new Float64Array(before.chances.length + step.chances.length - 1);
  for (let i = 0; i < before.chances.length; i++) {
    const chance = before.chances[i] ?? 0;
    for (let j = 0; j < step.chances.length; j++) {
      chances[i + j] = (chances[i + j] ?? 0) + chance * (step.chances[j] ?? 0);
    }
  }
  return { lowest: before.lowest + step.lowest, chances };
}

/** Chance of exactly `moves` whole moves from the range in force. */
export function chanceOf({ lowest, chances }: MoveDistribution, moves: number): number {
  return chances[moves - lowest] ?? 0;
}

/** Chance of ending below `moves`; exactly 0 or 1 where all cells on one side are exactly 0. */
export function chanceBelow(distribution: MoveDistribution, moves: number): number {
  const below = sumFrom(distribution, distribution.lowest, moves);
  return sumFrom(distribution, moves, Number.POSITIVE_INFINITY) === 0 ? 1 : below;
}

/** Chance of ending above `moves`, under the same rule. */
export function chanceAbove(distribution: MoveDistribution, moves: number): number {
  const above = sumFrom(distribution, moves + 1, Number.POSITIVE_INFINITY);
  return sumFrom(distribution, distribution.lowest, moves + 1) === 0 ? 1 : above;
}

function sumFrom({ lowest, chances }: MoveDistribution, from: number, before: number): number {
  let sum = 0;
  const end = Math.min(chances.length, before - lowest);
  for (let index = Math.max(0, from - lowest); index < end; index++) sum += chances[index] ?? 0;
  return sum;
}

/** Mean of the distribution, in 25 bp moves. */
export function meanMoves({ lowest, chances }: MoveDistribution): number {
  return chances.reduce((sum, chance, index) => sum + chance * (lowest + index), 0);
}
