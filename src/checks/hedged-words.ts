import { isAnswer, type Said } from '../analysis/said.ts';
import type { AnswerKind } from '../answers/read.ts';
import { once } from '../memo.ts';
import { withPlainDigits } from '../text.ts';
import type { Check, Found } from './check.ts';
import { type Doubt, doubtsIn, mayDoubt } from './doubts.ts';
import { valueAt } from './places.ts';
import { textsOf } from './texts.ts';
import { numberKey, numbersIn, type WrittenNumber } from './written-numbers.ts';

/** Rule 3.6: certainty is how far the words as reported commit the speaker. */
export const hedgedWords: Check = {
  code: 'hedged-words',
  severity: 'warning',
  summary: 'The words say "may have", "probably" or the like, and the claim counts as certain.',
  *find({ questions }) {
    for (const { question, kind, said } of questions) {
      for (const one of said) {
        const found = hedged(one, kind);
        if (found !== undefined && !asksForDoubt(question.ask)) yield found;
      }
    }
  },
};

// A question about what is likely is answered by such words.
function asksForDoubt(ask: string): boolean {
  // With a capital it is the month.
  return /\bmay\b/u.test(ask) || DOUBTED.test(ask);
}

const DOUBTED =
  /\b(?:might|could|possibl[ey]|possibility|probabl[ey]|probability|likely|likelihood|chances?|suspect(?:s|ed)?|believed?|thought|alleged(?:ly)?|appears?|seems?)\b/iu;

function hedged(said: Said, kind: AnswerKind): Found | undefined {
  const { claim, answer, words } = said;
  if (!isAnswer(said) || claim.certainty !== 'asserted') return undefined;
  for (const { key, text } of textsOf(claim)) {
    if (!mayDoubt(text) || (key === 'quote' && !/^en\b/iu.test(claim.lang ?? 'en'))) continue;
    const plain = withPlainDigits(text);
    const numbers = once(() => numbersIn(plain));
    const doubt = doubtsIn(plain).find((one) => kind !== 'number' || isAbout(one, answer, { plain, numbers }));
    if (doubt === undefined || doubtsIn(words).length > 0) continue;
    return {
      message: `the words say \`${doubt.words}\`, and \`${claim.id}\` counts as certain`,
      place: valueAt(claim, key),
      hint: 'write `certainty: likely` or `certainty: possible`, as far as the words commit the speaker',
    };
  }
  return undefined;
}

interface Looked {
  readonly plain: string;
  readonly numbers: () => readonly WrittenNumber[];
}

/** True if, of the numbers in its part of the sentence, the answer's stands nearest: else another one is in doubt. */
function isAbout(doubt: Doubt, answer: Said['answer'], { plain, numbers }: Looked): boolean {
  if (answer?.form !== 'amount' || answer.put === 'vague') return true;
  // What is further off in either direction is further off than the first there, or parted from the doubt as well.
  const before = numbers().findLast(({ start }) => start < doubt.start);
  const after = numbers().find(({ start }) => start >= doubt.start);
  const near = [before, after].filter((one) => one !== undefined).filter((one) => !isParted(one, doubt, plain));
  const away = near.map(({ start, end }) => Math.max(start - doubt.end, doubt.start - end));
  const nearest = near[away.indexOf(Math.min(...away))];
  if (nearest === undefined) return numbers().length === 0;
  return answer.numerals.some(({ value }) => nearest.readings.includes(numberKey(value)));
}

function isParted({ start, end }: WrittenNumber, doubt: Doubt, text: string): boolean {
  return PAUSE.test(text.slice(Math.min(end, doubt.end), Math.max(start, doubt.start)));
}

const PAUSE = /[,;:.!?()–—](?!\d)/u;
