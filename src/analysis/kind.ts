import type { AnswerKind } from '../answers/read.ts';
import { meet } from '../date.ts';
import type { Claim } from '../ledger/model.ts';
import { fold } from '../text.ts';
import { isRelayed, sameSpeaker } from './compare.ts';

/** Who clashes with whom: rule 3.6. */
export type ClashKind = 'dispute' | 'joint' | 'split' | 'self' | 'reversal' | 'revision';

/** In the order in which they are listed. */
export const KINDS: readonly ClashKind[] = ['dispute', 'joint', 'split', 'self', 'reversal', 'revision'];

export function kindBetween(a: Claim, b: Claim, answers: AnswerKind): ClashKind {
  if (isRelayed(a, b)) return 'dispute';
  if (!sameSpeaker(a, b)) return sameParty(a, b) ? 'split' : 'dispute';
  if (!saidOnOtherDays(a, b)) return 'self';
  return answers === 'number' || answers === 'date' ? 'revision' : 'reversal';
}

/** True if both speak for one side. A speaker who is named like a party is that party speaking. */
export function sameParty(a: Claim, b: Claim): boolean {
  return partyKey(a) === partyKey(b);
}

/** What stands for a claim's side when sides are told apart: its party's name, and for the unnamed the claim itself. */
export function partyKey(claim: Claim): string {
  const isUnnamed = claim.anonymous !== undefined && !claim.hasParty;
  return isUnnamed ? `${fold(claim.party)} ${claim.id}` : fold(claim.party);
}

/** True if one `date` lies wholly after the other. */
export function saidOnOtherDays(a: Claim, b: Claim): boolean {
  return a.date !== undefined && b.date !== undefined && !meet(a.date, b.date);
}
