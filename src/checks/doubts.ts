import { latePattern } from '../memo.ts';

/** A word of doubt in a text, and where it stands. */
export interface Doubt {
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** False for a text in which nothing can be doubted: a quick look before a close one, which most texts are spared. */
export function mayDoubt(text: string): boolean {
  return MAY_DOUBT.test(text);
}

/** The English words with which a text commits its speaker to less than saying so. Rather too few than too many. */
export function doubtsIn(text: string): readonly Doubt[] {
  const main = text.replace(/\s/gu, ' ').replace(ASIDE(), (aside) => ' '.repeat(aside.length));
  // "May" with a capital is the month; what could have been if something else had been so was not so.
  const none = [/^May /u, ...(/\bif\b/iu.test(text) ? [/^could /iu] : [])];
  const found = [...main.matchAll(DOUBT())].filter(({ 0: words }) => !none.some((one) => one.test(words)));
  return found.map(({ 0: words, index }) => ({ words: words.trim(), start: index, end: index + words.length }));
}

// "It is closed because it might fall" does not doubt that it is closed; what is denied or conditional is not said.
const ASIDE = latePattern(
  `(?<!\\p{L})(?:${[
    'which|who|whom|whose|where|because|since (?:it|they|he|she|we|the|this|there)|if|unless|whether|although|though',
    'while|whereas|until|lest|in case|for fear|so that|as though',
    'den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|rul(?:es?|ed|ing) out',
  ].join('|')})(?!\\p{L})[^,.;!?]*`,
  'giu',
);

const PARTICIPLE = [
  '\\p{L}+(?:ed|en)|been|had|lost|left|met|made|gone|come|done|fled|begun|hit|cut|said|told|sent|held|kept|found|led',
  'struck|shot|cost|caught|brought|bought|fought|built|sunk|sold|paid|put|run|won|set|fed|spread|known|grown|shown',
].join('|');

const STATE = [
  '\\p{L}{3,}ing|dead|alive|responsible|involved|behind|guilty|unsafe|safe|at risk|in danger|under way|close to',
  'as (?:many|much|high|low|few)|more|fewer|less|higher|lower|larger|smaller|true|false|wrong|right|ready|willing|able',
].join('|');

const CHANCES = 'believed|suspected|feared|presumed|alleged|rumou?red|thought';

// "Talks in May have stalled" names a month, "families may have two passes" allows, and "the deaths could have been
// prevented" speaks of what did not happen. "Suspected militants are dead" does not doubt that they are dead.
const PHRASES = [
  `(?<!\\b(?:in|of|by|since|until|late|early|mid|last|this|\\d)[ -])may (?:not |also |even )?have(?= (?:\\p{L}+ly|${PARTICIPLE})\\b)`,
  `may (?:not )?be(?= (?:${STATE})\\b)`,
  'may (?:well|already|yet|soon)(?= )',
  '(?<!\\b(?:the|its|their|our|his|her|your|military|full|with|all|and) )might(?! (?:of|and)\\b)(?= \\p{L})',
  "(?<!\\b(?:cannot|can't|can not|could not|couldn't) )possibly",
  'probably|perhaps|maybe|presumably|apparently|seemingly|allegedly|reportedly|supposedly',
  '(?<!\\b(?:not|less|more|how|as|equally|so|too) )likely',
  '(?:appear|seem)(?:s|ed)? to(?= (?!the\\b|an?\\b|his\\b|her\\b|their\\b|its\\b|him\\b|them\\b|us\\b|me\\b)\\p{L})',
  `(?:is|are|was|were|been|be) (?:\\p{L}+ly |also |still )?(?:${CHANCES}) to(?= \\p{L})`,
  `(?<!\\b(?:no|any|some|much|little|a|the|second) )(?:${CHANCES}) to(?= (?:be|have)\\b)`,
  '(?:is|are|was|were|been) suspected of|(?:feared|presumed) dead',
  `could have(?= (?:${PARTICIPLE})\\b)(?! (?:been )?(?:avoid|prevent|avert|sav|stopp|spar|known|act|done|warn|fix))`,
];

const DOUBT = latePattern(`(?<![\\p{L}\\p{N}'’-])(?:${PHRASES.join('|')})(?![\\p{L}\\p{N}])`, 'giu');

// Each of the phrases above has one of these in it. What begins alike stands together, as that is looked for faster.
const MAY_DOUBT =
  /m(?:ay|ight)|p(?:ossibly|robably|erhaps|resum)|app(?:arently|ear)|s(?:eem|upposedly|uspected)|alleged|reportedly|likely|believed|feared|rumo|thought|could/iu;
