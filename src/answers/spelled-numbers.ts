import { latePattern } from '../memo.ts';

/** A number spelled out in English. */
export interface SpelledNumber {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** The multiplier that it ends in, from a thousand up; else 1. */
  readonly factor: number;
}

/** The numbers that a text spells out in English: "forty-eight", "one hundred and twenty", "half a million", "both". */
export function spelledNumbers(text: string): readonly SpelledNumber[] {
  return [...text.matchAll(SPELLED())].map(({ 0: words, index }) => {
    const last = LARGE[words.toLowerCase().split(/[ -]/u).at(-1) ?? ''] ?? 1;
    const factor = last < 1000 ? 1 : last;
    return { start: index, end: index + words.length, value: amountOf(words.toLowerCase()), factor };
  });
}

const SMALL: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  single: 1,
  sole: 1,
  two: 2,
  both: 2,
  pair: 2,
  couple: 2,
  twins: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

const LARGE: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
};

const ANY = [...Object.keys(SMALL), ...Object.keys(LARGE)].join('|');
const SCALE = Object.keys(LARGE).join('|');

// "And" joins only below a hundred, a thousand or a million: "two and three" are two numbers.
const SPELLED = latePattern(
  `(?<![\\p{L}\\d-])(?:half )?(?:an? )?(?:${ANY})(?:(?:(?<=${SCALE}) and |[ -])(?:${ANY}))*(?!\\p{L})`,
  'giu',
);

function amountOf(words: string): number {
  let total = 0;
  let group = 0;
  for (const word of words.split(/[ -]/u)) {
    const scale = LARGE[word];
    if (scale === undefined) group += SMALL[word] ?? 0;
    else if (scale < 1000) group = Math.max(group, 1) * scale;
    else {
      total += Math.max(group, 1) * scale;
      group = 0;
    }
  }
  return words.startsWith('half ') ? (total + group) / 2 : total + group;
}
