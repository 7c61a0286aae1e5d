import type { Claim } from '../ledger/model.ts';
import type { Limit } from './compare.ts';
import { hedge, hedged } from './hedges.ts';
import type { Said } from './said.ts';
import { flat, phrase, words } from './spoken.ts';
import { dated } from './when.ts';

/** A claim that denies the other, in one sentence: who denies what, what both answer, and what was hedged. */
export function denial(a: Said, b: Said, denier: Claim, limits: readonly Limit[]): string {
  const [own, other] = denier === a.claim ? [a, b] : [b, a];
  const denied = `${speakerOf(own, other)} denies ${deniedBy(own, other)}`;
  return limits.includes('possible')
    ? `${denied}, but ${hedge(other, own, 'possible')}, so they do not clash`
    : `${denied}${hedged(other, own, limits)}`;
}

function deniedBy(own: Said, other: Said): string {
  const [x, y] = [answerOf(other), answerOf(own)];
  const isSame = x !== '' && x === y;
  const { first, second, dates } = dated(
    { ...phrase(other), words: x === '' || isSame ? 'the other claim' : x },
    { ...phrase(own), words: isSame ? `also answers ${y}` : y === '' ? 'gives no other answer' : `answers ${y}` },
  );
  return `${first} and ${second}${dates === '' ? '' : `, ${dates}`}`;
}

// Who gives no comment, or nothing that can be read, gives no answer that could be denied.
function answerOf(side: Said): string {
  return side.answer?.form === 'no comment' ? '' : words(side);
}

// Two speakers of one name are not told apart by it.
function speakerOf(own: Said, other: Said): string {
  const { name } = own.claim.speaker;
  return name === other.claim.speaker.name ? 'one speaker' : flat(name);
}
