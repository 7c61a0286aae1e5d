import type { Said } from '../analysis/said.ts';
import type { Amount } from '../answers/number.ts';
import { withPlainDigits } from '../text.ts';
import type { Check, Found } from './check.ts';
import { type Hedge, hedgeAt, mayHedge } from './hedges.ts';
import { valueAt } from './places.ts';
import { type TextKey, textsOf } from './texts.ts';
import { numberKey, numbersIn } from './written-numbers.ts';

export const inexactAnswer: Check = {
  code: 'inexact-answer',
  severity: 'warning',
  summary: 'The words say "more than", "about" or the like beside a number, and the answer gives the number alone.',
  *find({ questions }) {
    for (const { kind, said } of questions) {
      if (kind !== 'number') continue;
      for (const one of said) {
        const found = inexact(one);
        if (found !== undefined) yield found;
      }
    }
  },
};

function inexact({ claim, implied, answer, words }: Said): Found | undefined {
  if (implied || answer?.form !== 'amount' || (answer.put !== 'bare' && answer.put !== 'exactly')) return undefined;
  for (const { key, text } of textsOf(claim)) {
    const hedge = mayHedge(text) ? hedgeOf(withPlainDigits(text), answer) : undefined;
    if (hedge === undefined) continue;
    return finding(hedge, words, { answer: valueAt(claim, 'answer'), text: valueAt(claim, key), key });
  }
  return undefined;
}

// Where the number also stands alone in a text, that text is no witness against the answer.
function hedgeOf(text: string, { numerals: [numeral] }: Amount): Hedge | undefined {
  const wanted = numeral && numberKey(numeral.value);
  // "The row is about one hostage" hedges nothing.
  if (wanted === undefined || wanted === '1') return undefined;
  const hedges = numbersIn(text)
    .filter(({ start, readings }) => readings.includes(wanted) && !NO_HEDGE.test(text.slice(start, start + 9)))
    .map((number) => hedgeAt(text, number));
  return hedges.includes(undefined) ? undefined : hedges[0];
}

// "Concern over both" hedges nothing either.
const NO_HEDGE = /^(?:both|twins|(?:a )?pair)\b/iu;

interface Places {
  readonly answer: Found['place'];
  readonly text: Found['place'];
  readonly key: TextKey;
}

function finding(hedge: Hedge, words: string, places: Places): Found {
  const number = words.replace(/^exactly /iu, '');
  return {
    message: `the words say \`${hedge.words}\`, and the answer is \`${words}\``,
    place: places.answer,
    hint: `write \`answer: ${hedge.answer.replace('…', () => number)}\``,
    related: [{ message: `\`${places.key}\` has the words`, place: places.text }],
  };
}
