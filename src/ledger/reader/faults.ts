import { counted } from '../../counted.ts';
import type { Finding } from '../../diagnostic.ts';
import { linesOf, type Range } from '../../place.ts';
import type { Fault, LibraryError, Mending } from './mending.ts';
import { MOST_FINDINGS } from './refused.ts';
import { explained } from './words.ts';

/**
 * The syntax faults of a file, one for each mistake: what the library adds on the line of a fault, in a stretch that
 * a fault is told of, or after the first thing behind the end of the root (`end`) is a consequence.
 */
export function syntaxFaults(
  file: string,
  text: string,
  { faults, told }: Mending,
  errors: readonly LibraryError[],
  end: number,
): readonly Finding[] {
  const { positionOf } = linesOf(text);
  const byLine = new Map<number, Fault | LibraryError>();
  for (const fault of faults) keep(byLine, positionOf(fault.range.start).line, fault);
  const isTold = within(told);
  let isBehind = false;
  for (const error of errors.toSorted((a, b) => a.pos[0] - b.pos[0])) {
    if (isBehind) break;
    isBehind = error.pos[0] >= end;
    if (!isTold(error.pos[0])) keep(byLine, positionOf(error.pos[0]).line, error);
  }
  const inOrder = [...byLine].sort(([a], [b]) => a - b).map(([, fault]) => fault);
  const found = counted(MOST_FINDINGS);
  for (const fault of inOrder) found.add('syntax', () => syntaxFault(file, inWords(fault, text)));
  return found.findings();
}

export function syntaxFault(file: string, { range, message, hint }: Fault): Finding {
  return { code: 'syntax', severity: 'error', message, place: { file, range }, hint };
}

function keep<T>(byLine: Map<number, T>, line: number, fault: T): void {
  if (!byLine.has(line)) byLine.set(line, fault);
}

/** Whether an offset is in one of the stretches; asked from left to right, so that many of both stay linear. */
function within(ranges: readonly Range[]): (offset: number) => boolean {
  const sorted = ranges.toSorted((a, b) => a.start - b.start);
  let next = 0;
  let until = -1;
  return (offset) => {
    for (let range = sorted[next]; range && range.start <= offset; range = sorted[next]) {
      until = Math.max(until, range.end);
      next += 1;
    }
    return offset <= until;
  };
}

function inWords(fault: Fault | LibraryError, text: string): Fault {
  return 'code' in fault ? explained(fault, text) : fault;
}
