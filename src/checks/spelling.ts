import { latePattern } from '../memo.ts';

/**
 * A name by what its spellings have in common: `Muhammad` and `Mohammed`, `Levy` and `Levi`, `Katz` and `Kats` are one
 * name written from other alphabets. Only words of Latin letters are changed, and not those too short to tell apart.
 */
export function spellingKey(name: string): string {
  return name.replace(WORD(), (word) => SAME_SOUND.reduce((key, [letters, as]) => key.replace(letters, as), word));
}

const WORD = latePattern(String.raw`(?<![\p{L}\p{N}])[a-z]{4,}(?![\p{L}\p{N}])`, 'gu');

const SAME_SOUND: readonly (readonly [RegExp, string])[] = [
  [/ee|ie|y/gu, 'i'],
  [/o/gu, 'u'],
  [/e/gu, 'a'],
  [/ph/gu, 'f'],
  [/c|q/gu, 'k'],
  [/z/gu, 's'],
  [/w/gu, 'v'],
  [/(.)\1+/gu, '$1'],
];
