/** Reproducible chance for long campaigns: a few machine instructions a throw. */
export interface Dice {
  /** A whole number from 0 to `count - 1`. */
  below(count: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
}

/** The same seed gives the same throws everywhere (mulberry32). */
export function createDice(seed: number): Dice {
  let state = seed | 0;
  const below = (count: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * count);
  };
  return { below, pick: (list) => list[below(list.length)] ?? list[0] };
}
