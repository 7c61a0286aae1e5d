import { type Clash, type ClashWord, isOpen } from '../analysis/clash.ts';
import type { Claim } from '../ledger/model.ts';

/** The mark of each claim that clashes: the word of its strongest open clash, else a shift; none where all is reviewed. */
export type Marks = ReadonlyMap<Claim, ClashWord | undefined>;

/** `clashes` are in the order in which they are listed, the strongest first. */
export function marksOf(clashes: readonly Clash[]): Marks {
  const marks = new Map<Claim, ClashWord | undefined>();
  const open = clashes.filter(isOpen);
  const shifts = clashes.filter(({ word }) => word === 'shift');
  // What is set later wins, so that the weakest comes first.
  for (const { sides } of clashes) for (const { claim } of sides) marks.set(claim, undefined);
  for (const { sides, word } of [...open, ...shifts].reverse()) for (const { claim } of sides) marks.set(claim, word);
  return marks;
}
