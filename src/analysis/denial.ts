import type { Claim } from '../ledger/model.ts';
import { fromLedger, readsAs, type Sentence, say } from '../sentence.ts';
import type { Limit } from './compare.ts';
import { hedge, hedged } from './hedges.ts';
import type { Said } from './said.ts';
import { flat, phrase, words } from './spoken.ts';
import { dated } from './when.ts';

/** A claim that denies the other, in one sentence: who denies what, what both answer, and what was hedged. */
export function denial(a: Said, b: Said, denier: Claim, limits: readonly Limit[]): Sentence {
  const [own, other] = denier === a.claim ? [a, b] : [b, a];
  const denied = say`${speakerOf(own, other)} denies ${deniedBy(own, other)}`;
  return limits.includes('possible')
    ? say`${denied}, but ${hedge(other, own, 'possible')}, so they do not clash`
    : say`${denied}${hedged(other, own, limits)}`;
}

function deniedBy(own: Said, other: Said): Sentence {
  const [x, y] = [answerOf(other), answerOf(own)];
  const isSame = x.length > 0 && readsAs(x, y);
  const { first, second, dates } = dated(
    { ...phrase(other), words: x.length === 0 || isSame ? say`the other claim` : x },
    {
      ...phrase(own),
      words: isSame ? say`also answers ${y}` : y.length === 0 ? say`gives no other answer` : say`answers ${y}`,
    },
  );
  return say`${first} and ${second}${dates === '' ? '' : `, ${dates}`}`;
}

// Who gives no comment, or nothing that can be read, gives no answer that could be denied.
function answerOf(side: Said): Sentence {
  return side.answer?.form === 'no comment' ? [] : words(side);
}

// Two speakers of one name are not told apart by it.
function speakerOf(own: Said, other: Said): Sentence {
  const { name } = own.claim.speaker;
  return name === other.claim.speaker.name ? say`one speaker` : fromLedger(flat(name));
}
