import type { QuestionAnalysis } from '../analysis/analyse.ts';
import { type Clash, type ClashWord, isOpen } from '../analysis/clash.ts';
import { isRelayed } from '../analysis/compare.ts';
import type { Counting, Counts } from '../analysis/tally.ts';
import { lie } from '../answers/interval.ts';
import { spokenDay, spokenTogether } from '../date.ts';
import { fromLedger, listing, type Sentence, say, textOf } from '../sentence.ts';
import { withCommas } from '../text.ts';
import type { ShownClaim } from './block.ts';
import type { Line } from './line.ts';
import type { Untold } from './question-state.ts';

/** The sign of a clash, which survives without colour. */
export const SIGNS: Readonly<Record<ClashWord, string>> = {
  contradiction: '✗',
  opposed: '⇄',
  tension: '~',
  shift: '→',
};

/** What is said of an answer that is compared with nothing, as a key of it cannot be read. */
export const UNREAD = 'not compared: see check';

/** What qualifies an answer, behind it: ` (likely, implied)`; blank where nothing does. */
export function qualified({ certainty, implied, unread, replaced }: ShownClaim): string {
  const qualities = [
    certainty,
    implied ? 'implied' : undefined,
    unread ? UNREAD : undefined,
    replaced ? 'replaced' : undefined,
  ].filter((quality) => quality !== undefined);
  return qualities.length === 0 ? '' : ` (${qualities.join(', ')})`;
}

/** `1 claim`, `2 claims`. */
export function count(number: number, one: string, many: string = `${one}s`): string {
  return `${withCommas(number)} ${number === 1 ? one : many}`;
}

/** `one, two and three`. */
export function joined(words: readonly string[], last = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** How many open pairs of a question clash beyond those listed: a change is told once, a crowd by its witnesses. */
export function unlistedPairs({ pairs, clashes }: QuestionAnalysis): number {
  return (
    pairs.contradiction +
    pairs.opposed +
    pairs.tension -
    clashes.filter((clash) => isOpen(clash) && clash.kind !== 'joint').length
  );
}

/** How many pairs of a question its reasons leave out, and how many they make with them; blank where they tell of all. */
export function untoldWords({ pairs, all, more }: Untold): string {
  if (pairs === 0) return '';
  const least = more ? 'more than ' : '';
  return `and ${least}${count(pairs, 'more pair')}: ${least}${withCommas(all)} in all`;
}

/** The counts that are not zero, each in its tone: `2 contradictions, 1 tension`. */
export function countsLine(counts: Counts): Line {
  const parts = WORDS.filter(({ word }) => counts[word] > 0).map(({ word, one, many }) => ({
    text: count(counts[word], one, many),
    ...(word === 'reviewed' ? {} : { tone: word }),
  }));
  if (parts.length === 0) return [{ text: counts.more ? 'no clashes in the first million pairs' : 'no clashes' }];
  const line = parts.flatMap((part, index) => (index === 0 ? [part] : [{ text: ', ' }, part]));
  return counts.more === true ? [{ text: 'more than ' }, ...line] : line;
}

/** What the signs mean, in the order of their weight: `✗ contradiction  ~ tension`. */
export function legend(used: ReadonlySet<ClashWord>): Line {
  const words = (Object.keys(SIGNS) as ClashWord[]).filter((word) => used.has(word));
  return words.map((word, index) => ({ text: `${index === 0 ? '' : ' · '}${SIGNS[word]} ${word}`, tone: 'faint' }));
}

/** Who a clash is between, in the order in which the claims are told: `Israel and Hamas`, `within Hamas`. */
export function between(clash: Clash): Sentence {
  const [a, b] = [clash.sides[0].claim, clash.sides[1].claim];
  if (clash.kind === 'joint') return listing([...new Set(clash.sides.map(({ claim }) => claim.party))].map(fromLedger));
  if (clash.kind === 'dispute')
    return isRelayed(a, b)
      ? say`${fromLedger(a.speaker.name)}, as passed on`
      : listing([a.party, b.party].map(fromLedger));
  return clash.kind === 'split'
    ? say`within ${fromLedger(a.party)}`
    : say`${fromLedger(a.speaker.name)}, ${kindWords(clash)}`;
}

/** Kind and sides in words: `dispute: Israel and Hamas`, `split within Hamas`, `revision downward: Hamas`. */
export function kindAndSides(clash: Clash): string {
  if (clash.kind === 'joint') return `only together: ${textOf(between(clash))}`;
  if (clash.kind === 'split') return `split ${textOf(between(clash))}`;
  if (clash.kind === 'dispute') return `dispute: ${textOf(between(clash))}`;
  return `${kindWords(clash)}: ${clash.sides[0].claim.speaker.name}`;
}

/** The kind of a clash in words: `reversal`, `revision downward`, `against itself`. */
export function kindWords(clash: Clash): string {
  if (clash.kind === 'self') return 'against itself';
  return clash.kind === 'revision' && isDownward(clash) ? 'revision downward' : clash.kind;
}

/** `15 May 2025`, or `15 to 17 May 2025`, or the two days in full. */
export function spanWords(first: number | undefined, last: number | undefined): string {
  if (first === undefined || last === undefined) return 'undated';
  return first === last ? spokenDay(first) : spokenTogether(spokenDay(first), spokenDay(last), 'to');
}

const WORDS: readonly { readonly word: keyof Counting; readonly one: string; readonly many: string }[] = [
  { word: 'contradiction', one: 'contradiction', many: 'contradictions' },
  { word: 'opposed', one: 'opposed pair', many: 'opposed pairs' },
  { word: 'tension', one: 'tension', many: 'tensions' },
  { word: 'shift', one: 'shift', many: 'shifts' },
  { word: 'reviewed', one: 'reviewed', many: 'reviewed' },
];

// A running total that fell: the later claim's figure lies wholly below the earlier one's.
function isDownward({ asked, sides }: Clash): boolean {
  const [earlier, later] = [sides[0].answer, sides[1].answer];
  if (asked.question.time !== 'cumulative' || earlier?.form !== 'amount' || later?.form !== 'amount') return false;
  return lie(later.core, earlier.core) === 'below';
}
