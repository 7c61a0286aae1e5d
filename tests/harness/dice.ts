/** Numbers that look random and are the same for the same seed: cheap enough to throw for every character. */
export interface Dice {
  /** A whole number from 0 up to `count`, which is not reached. */
  readonly below: (count: number) => number;
  /** True in so many of a hundred throws. */
  readonly chance: (percent: number) => boolean;
  readonly pick: <T>(choices: readonly T[]) => T;
}

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  // mulberry32
  const below = (count: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count);
  };
  return {
    below,
    chance: (percent) => below(100) < percent,
    pick: <T>(choices: readonly T[]) => choices[below(choices.length)] as T,
  };
}
