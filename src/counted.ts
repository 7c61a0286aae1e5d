import type { Finding } from './diagnostic.ts';
import { withCommas } from './text.ts';

/** Findings of which the first of each sort are told and the others are counted. */
export interface Counted {
  /** Takes note of one, which is put into words only where it will be told. Those of a sort share code and severity. */
  readonly add: (sort: string, words: () => Finding) => void;
  readonly findings: () => readonly Finding[];
}

/** So many of a sort are more than anybody mends one by one, and a file of 16 MiB can have millions. */
export const MOST_TOLD = 1_000;

export function counted(most: number): Counted {
  const sorts = new Map<string, Told>();
  return {
    add: (sort, words) => {
      const told = sorts.get(sort) ?? { findings: [], untold: 0 };
      sorts.set(sort, told);
      if (told.findings.length <= most) told.findings.push(words());
      else told.untold += 1;
    },
    findings: () => [...sorts.values()].flatMap(withRest),
  };
}

/** The findings of one sort. The last of them stands for what is not told, where that is more than itself. */
interface Told {
  readonly findings: Finding[];
  untold: number;
}

function withRest({ findings, untold }: Told): readonly Finding[] {
  const last = findings.at(-1);
  if (untold === 0 || last === undefined) return findings;
  const { code, severity, place } = last;
  const message = `and ${withCommas(untold + 1)} more like these`;
  return [...findings.slice(0, -1), { code, severity, message, place }];
}
