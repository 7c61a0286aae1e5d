import type { Finding } from './diagnostic.ts';

/** Faults of one sort in one file, of which the first are told and the others are counted. */
export interface Counted {
  /** Takes note of a fault, which is put into words only where it will be told. */
  readonly add: (fault: () => Finding) => void;
  readonly findings: () => readonly Finding[];
}

/** So many faults are more than anybody mends one by one, and a file of 16 MiB can have millions. */
const MOST_TOLD = 1_000;

export function counted(): Counted {
  const told: Finding[] = [];
  let untold = 0;
  return {
    add: (fault) => {
      if (told.length < MOST_TOLD) told.push(fault());
      else untold += 1;
    },
    findings: () => {
      const last = told.at(-1);
      if (untold === 0 || last === undefined) return told;
      const { code, severity, place } = last;
      return [...told, { code, severity, message: `and ${untold} more faults in this file`, place }];
    },
  };
}
