import type { Unreadable } from './unreadable.ts';

/** Why an answer is not read as a number, and how it may have been meant. `isNumber` tells what would be read. */
export function notRead(words: string, isNumber: (words: string) => boolean): Unreadable {
  if (words === '') return { fault: 'an empty answer is not a number', hint: FORMS };
  if (/^[a-z ]*[-−] ?\d/u.test(words)) {
    return { fault: `\`${words}\` has a minus sign`, hint: 'ask by how much it fell, and answer with a plain number' };
  }
  if (/\d,\d{1,2}(?!\d)|\d,\d{4}|\d\.\d+\./u.test(words)) {
    return {
      fault: `\`${words}\` has its digits grouped in a way that could mean two numbers`,
      hint: 'group digits by a comma in threes (1,200,000) and write the decimal point as a point (1.2 million)',
    };
  }
  const number = UNDERSTOOD.exec(words);
  if (number === null) return { fault: `\`${words}\` is not a number`, hint: SPELLED.test(words) ? DIGITS : FORMS };
  const left = words.replace(number[0], ' … ').replace(/\s+/gu, ' ').trim();
  const fault = `\`${words}\` is read as far as \`${number[0].trim()}\`, but not \`${left}\``;
  return { fault, hint: inSign(words, isNumber) ?? (/… (?:dozen|score|hundred)\b/u.test(left) ? DIGITS : FORMS) };
}

// A number is understood with all its digits, even where letters follow that it cannot be read with.
const UNDERSTOOD = /(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?: ?(?:thousand|k|million|m|billion|bn)(?![a-z]))?(?: ?%)?/u;

const FORMS =
  'write a number, `about 40`, `more than 40`, `between 40 and 50`, `dozens` or the like; units stand in `unit`';

const DIGITS = 'write the number in digits, such as `50` or `2 million`; words such as `about` may stand before it';

function inSign(words: string, isNumber: (words: string) => boolean): string | undefined {
  const signed = words.replace(/ ?\b(?:per ?cent|pct)\b\.?/gu, '%');
  return signed !== words && isNumber(signed) ? `write \`${signed}\`` : undefined;
}

const ONES = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const TENS = '(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const SPELLED = new RegExp(
  `\\b(?:${ONES}|${TENS}|dozen|score|hundred|thousand|million|billion|half|third|quarter)\\b`,
  'u',
);
