import type { Group, Ranges } from './ranges.ts';
import { greatest } from './search.ts';

/** Sets of a row, and the least and greatest of their ends in any stretch of it. */
export interface Bounds {
  readonly low: (place: number) => number;
  readonly high: (place: number) => number;
  readonly leastLow: (node: number) => number;
  readonly greatestLow: (node: number) => number;
  readonly leastHigh: (node: number) => number;
  readonly greatestHigh: (node: number) => number;
}

export function boundsOf(by: Ranges, row: Group): Bounds {
  const end = (ends: Float64Array) => (place: number) => ends[row[place] ?? 0] ?? 0;
  const most = (ends: Float64Array): ((node: number) => number) => {
    const nodes = greatest(row.length, end(ends));
    return (node) => nodes[node] ?? 0;
  };
  const [leastLow, leastHigh] = [most(by.mirror.high), most(by.mirror.low)];
  return {
    low: end(by.low),
    high: end(by.high),
    leastLow: (node) => -leastLow(node),
    greatestLow: most(by.low),
    leastHigh: (node) => -leastHigh(node),
    greatestHigh: most(by.high),
  };
}
