import { once } from '../memo.ts';
import type { WrittenNumber } from './written-numbers.ts';

/** Words beside a number that make it inexact. */
export interface Hedge {
  /** As they stand in the text, the number included. */
  readonly words: string;
  /** The same in the words of an answer, `…` for the number. */
  readonly answer: string;
}

/** False for a text in which no number can be hedged: a quick look before a close one. */
export function mayHedge(text: string): boolean {
  return MAY_HEDGE.test(text);
}

/** The English words directly before or after a number that make it inexact, if there are any. */
export function hedgeAt(text: string, { start, end }: WrittenNumber): Hedge | undefined {
  const before = text.slice(Math.max(0, start - REACH), start);
  for (const [answer, pattern] of BEFORE()) {
    const match = pattern.exec(before);
    if (match !== null) return { words: spaced(`${match[1]}${text.slice(start, end)}`), answer };
  }
  const after = text.slice(end, end + REACH);
  for (const [answer, pattern] of AFTER()) {
    const match = pattern.exec(after);
    if (match !== null) return { words: spaced(`${text.slice(start, end)}${match[0]}`), answer };
  }
  return undefined;
}

// As far as the longest words reach, a currency sign and a line end included, in UTF-16 units.
const REACH = 48;

// "Spoke about 12 people", "a row is over 12 seats" and "children under 5" hedge nothing, so that these words count
// only at the beginning of a sentence or after a word that they cannot belong to.
const AFTER_WORDS = [
  'of|to|at|in|on|by|for|from|with|and|or|but|that|than|only|now|still|already|another|be|been|has|have',
  'had|seized?|captur(?:es|ed|ing)',
  'there (?:is|are|was|were)|(?:toll|number|count|total|figure|share|population|cost) (?:now )?(?:is|was|stands at)',
  'kill(?:s|ed|ing)?|injur(?:es|ed|ing)|wound(?:s|ed|ing)?|displac(?:es|ed|ing)|detain(?:s|ed|ing)?',
  'releas(?:es|ed|ing)|left',
  'free(?:s|d|ing)|kidnap(?:s|ped|ping)|abduct(?:s|ed|ing)?|evacuat(?:es|ed|ing)|destroy(?:s|ed|ing)?',
  'damag(?:es|ed|ing)',
  'los(?:es|t|ing)|found|find(?:s|ing)?|saw|see(?:s|n)|hit|hold(?:s|ing)?|held|count(?:s|ed|ing)?|number(?:s|ed|ing)?',
  'total(?:s|ed|ling)?|reach(?:es|ed|ing)?|cost(?:s|ing)?|need(?:s|ed|ing)?|receiv(?:es|ed|ing)|sent|send(?:s|ing)?',
  'fir(?:es|ed|ing)|launch(?:es|ed|ing)?|occup(?:ies|ied|ying)|cover(?:s|ed|ing)?|employ(?:s|ed|ing)?|drew|drawn?',
].join('|');
const FREE = `(?<=(?:^|[.,;:!?()"“”'‘’–—]|(?<!\\p{L})(?:${AFTER_WORDS}))\\s*)`;
const NOT_UP_TO = '(?<!\\b(?:is|are|was|were|now|back|toll|brings?|bringing|brought|total|count|it|went|goes|gone) )';

const PHRASES: readonly (readonly [answer: string, words: string])[] = [
  ['at most …', 'no more than|not more than|no greater than|at most|a maximum of|at the most'],
  ['at least …', 'no fewer than|no less than|not less than|at least|a minimum of|at the least|≥'],
  ['more than …', `(?:well |far )?more than|(?:well|just) over|in excess of|upwards? of|${FREE}(?:over|above)|>`],
  ['fewer than …', `(?:well |far )?(?:fewer|less) than|${FREE}(?:under|below)|<`],
  ['up to …', `as many as|as much as|${NOT_UP_TO}up to|≤`],
  ['nearly …', `nearly|almost|${FREE}close to|just under|just below|just short of`],
  ['about …', `roughly|approximately|circa|an estimated|some|${FREE}(?:about|around)|~`],
];

// Patterns with letters of all scripts take long to make, and most texts never get to them.
const BEFORE = once(() =>
  PHRASES.map(([answer, words]) => {
    return [answer, new RegExp(`(?<![\\p{L}\\d])((?:${words})\\s*(?:US\\$|[$€£₪])?)$`, 'iu')] as const;
  }),
);

const UNIT = '(?:\\s?%|\\s(?:per\\s?cent|(?!or\\b|and\\b)\\p{L}+))?';
const AFTER = once((): readonly (readonly [answer: string, pattern: RegExp])[] => [
  [
    'at least …',
    new RegExp(`^(?:\\+|-?\\s?plus\\b(?!\\s*\\d)|${UNIT},?\\s(?:or more|at (?:the )?(?:very )?least)\\b)`, 'iu'),
  ],
  ['at most …', new RegExp(`^${UNIT},?\\s(?:or (?:fewer|less)|at (?:the )?(?:very )?most)\\b`, 'iu')],
  ['about …', new RegExp(`^(?:-odd\\b|-ish\\b|${UNIT}\\s(?:or so|or thereabouts)\\b)`, 'iu')],
]);

// Each of the phrases above has one of these in it.
const MAY_HEDGE =
  /[+≥≤<>~]|more|less|fewer|least|most|greater|maximum|minimum|over|above|excess|upward|many|much|up to|under|below|short|nearly|close|roughly|approx|circa|estimated|some|about|around|plus|-odd|-ish|or so|thereabouts/iu;

function spaced(words: string): string {
  return words.trim().replace(/\s+/gu, ' ');
}
