/** A stretch of places: from the first to just before the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type Way = 'forward' | 'backward';

/**
 * For every stretch of a row the greatest of its numbers: node 1 is the whole row, the halves of node n are 2n and
 * 2n + 1. Rows of one length have their stretches under the same nodes.
 */
export function greatest(count: number, numberOf: (place: number) => number): Float64Array {
  const size = sizeOf(count);
  const nodes = new Float64Array(2 * size).fill(Number.NEGATIVE_INFINITY);
  for (let place = 0; place < count; place += 1) nodes[size + place] = numberOf(place);
  for (let node = size - 1; node > 0; node -= 1) {
    nodes[node] = Math.max(nodes[2 * node] ?? 0, nodes[2 * node + 1] ?? 0);
  }
  return nodes;
}

/** The same for sets of up to 31 bits: what any of a stretch has. */
export function united(count: number, bitsOf: (place: number) => number): Int32Array {
  const size = sizeOf(count);
  const nodes = new Int32Array(2 * size);
  for (let place = 0; place < count; place += 1) nodes[size + place] = bitsOf(place);
  for (let node = size - 1; node > 0; node -= 1) nodes[node] = (nodes[2 * node] ?? 0) | (nodes[2 * node + 1] ?? 0);
  return nodes;
}

/** The places of a span, in turn, but for the stretches of which `may` says that none of them is wanted. */
export function* search(count: number, span: Span, way: Way, may: (node: number) => boolean): Generator<number> {
  const size = sizeOf(count);
  const stack = [{ node: 1, from: 0, length: size }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, from, length } = top;
    if (from >= span.to || from + length <= span.from || !may(node)) continue;
    if (length === 1) {
      yield from;
      continue;
    }
    const half = length / 2;
    const [left, right] = [
      { node: 2 * node, from, length: half },
      { node: 2 * node + 1, from: from + half, length: half },
    ];
    if (way === 'forward') stack.push(right, left);
    else stack.push(left, right);
  }
}

function sizeOf(count: number): number {
  let size = 1;
  while (size < count) size *= 2;
  return size;
}
