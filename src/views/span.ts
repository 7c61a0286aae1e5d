import type { Claim } from '../ledger/model.ts';
import { spanWords } from './words.ts';

/** The days on which claims were said, behind their number: `, 15 to 17 May 2025`; nothing where none is known. */
export function spanOf(claims: readonly Claim[]): string {
  const lasts = claims.flatMap((claim) => claim.saidBy ?? []);
  const firsts = claims.flatMap((claim) => claim.date?.first ?? claim.saidBy ?? []).filter(Number.isFinite);
  if (lasts.length === 0 || firsts.length === 0) return '';
  const first = firsts.reduce((earliest, day) => Math.min(earliest, day));
  return `, ${spanWords(
    first,
    lasts.reduce((latest, day) => Math.max(latest, day)),
  )}`;
}
