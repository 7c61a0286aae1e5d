const { FUZZ, SEED } = process.env;

/** True in `npm run fuzz`, where all is tried of what a run of the tests tries in part. */
export const isLong: boolean = FUZZ !== undefined;

/** How a property is tried, as fast-check takes it, and how long that may take, in milliseconds. */
export interface Runs {
  readonly numRuns: number;
  readonly seed: number;
  readonly timeout: number;
}

/**
 * So many cases of one seed in a run of the tests, and FUZZ times as many of a fresh seed where that is set, as
 * `npm run fuzz` does. SEED repeats a run.
 */
export function runs(few: number): Runs {
  const numRuns = few * Number(FUZZ ?? 1);
  return {
    numRuns,
    seed: Number(SEED ?? (FUZZ === undefined ? 1 : Date.now() % 2 ** 31)),
    timeout: 60_000 + numRuns * 200,
  };
}
