/** Seeded random numbers for the generated sample: the same seed gives the same file on every machine. */

/** A stream of numbers in [0, 1) named by `seed` (the mulberry32 generator, Tommy Ettinger, public domain). */
export function uniform(seed: string): () => number {
  let state = 0;
  for (const character of seed) state = (Math.imul(state, 31) + (character.codePointAt(0) ?? 0)) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A stream with mean 0, variance 1 and a bell shape: twelve uniform numbers less six, so never beyond ±6. */
export function normal(seed: string): () => number {
  const next = uniform(seed);
  return () => {
    let sum = -6;
    for (let draw = 0; draw < 12; draw += 1) sum += next();
    return sum;
  };
}
