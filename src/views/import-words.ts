import { joined } from './words.ts';

/** Numbers as stretches: `lines 2 to 5, 9 and 12`. */
export function stretches(numbers: readonly number[], unit: string): string {
  const found: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const open = found.at(-1);
    if (open !== undefined && number === open.last + 1) open.last = number;
    else found.push({ first: number, last: number });
  }
  const words = found.map(({ first, last }) => (first === last ? String(first) : `${first} to ${last}`));
  return `${unit}${numbers.length === 1 ? '' : 's'} ${joined(words)}`;
}
