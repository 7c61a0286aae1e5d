import type { PhrasingContent } from 'mdast';
import { assessedWords } from '../views/assessment.ts';
import type { ShownClaim } from '../views/block.ts';
import { asSentence } from '../views/brief-words.ts';
import { flat, link, references, spans, strong, strongSpans } from './markdown-text.ts';

/** A claim with everything a story needs of it: who, when, the answer, the words, the exact words, the source. */
export function fullClaim(claim: ShownClaim): PhrasingContent[] {
  const rest = sentences(claim).map((sentence) => ` ${sentence}`);
  return [...head(claim), ...said(claim), ...spans(rest.join('')), ...cited(claim), ...assessed(claim)];
}

/** A claim as short as can be: who, when, and the answer or else the words. */
export function shortClaim(claim: ShownClaim): PhrasingContent[] {
  const { answer: coded, says, quote } = claim;
  const words = says === undefined ? quoted(quote ?? '') : flat(says);
  return [
    ...head(claim),
    ...(coded === undefined ? spans(` ${asSentence(words)}`) : answer(claim)),
    ...references(claim.sources),
  ];
}

// The verb is the file's, and stands in brackets, so that nothing is made of it.
function head({ name, role, party, verb, via, said: when = 'undated', asOf }: ShownClaim): PhrasingContent[] {
  const office = role === undefined ? '' : `, ${flat(role)}`;
  const as = inBrackets(verb);
  const side = party === undefined || sameName(party, name) ? '' : `, for ${flat(party)}`;
  const through = (via ?? []).map((who) => `, via ${flat(who)}`).join('');
  const day = asOf === undefined || asOf === when ? when : `${when}, as of ${asOf}`;
  return [...strong(name), ...spans(`${office}${as}${side}${through}, ${day}:`)];
}

function sameName(a: string, b: string): boolean {
  return flat(a).toLowerCase() === flat(b).toLowerCase();
}

/** The answer and the words, or only the words where the answer is a figure that stands in them. */
function said(claim: ShownClaim): PhrasingContent[] {
  const words = claim.says === undefined ? '' : asSentence(flat(claim.says));
  const coded = claim.answer === undefined ? '' : flat(claim.answer);
  const at = isPlain(claim) ? placeOf(coded, words) : -1;
  if (at === -1) return [...answer(claim), ...spans(words === '' ? '' : ` ${words}`)];
  const end = at + coded.length;
  return [...spans(` ${words.slice(0, at)}`), ...strongSpans(words.slice(at, end)), ...spans(words.slice(end))];
}

function isPlain({ certainty, implied, unread }: ShownClaim): boolean {
  return certainty === undefined && !implied && !unread;
}

/** Where a figure stands in the words, whole and only once; -1 where it does not. */
function placeOf(figure: string, words: string): number {
  const [sought, folded] = [figure.toLowerCase(), words.toLowerCase()];
  // Where folding changes lengths, a place in the one text is none in the other.
  if (!/\d/u.test(figure) || folded.length !== words.length || sought.length !== figure.length) return -1;
  const at = folded.indexOf(sought);
  if (at === -1 || folded.includes(sought, at + 1)) return -1;
  const isWhole = !/[\p{L}\p{N}.,]$/u.test(words.slice(0, at)) && !GOES_ON.test(words.slice(at + figure.length));
  return isWhole ? at : -1;
}

const GOES_ON = /^(?:[\p{L}\p{N}%]|[.,]\p{N})/u;

function answer({ answer: words, certainty, implied, unread }: ShownClaim): PhrasingContent[] {
  if (words === undefined) return [];
  const marks = [certainty, implied ? 'implied' : undefined, unread ? 'cannot be read, not compared' : undefined];
  const qualities = marks.filter((quality) => quality !== undefined);
  const tail = qualities.length === 0 ? '.' : ` (${qualities.join(', ')}).`;
  return [{ type: 'text', value: ' ' }, ...strong(words), { type: 'text', value: tail }];
}

function sentences(claim: ShownClaim): readonly string[] {
  const { quote, lang, translation, translator, anonymous, at, replaced } = claim;
  const found = [
    quote && `Quote${inBrackets(lang)}: ${asSentence(quoted(quote))}`,
    translation && `Translation${inBrackets(translator)}: ${asSentence(quoted(translation))}`,
    anonymous === undefined ? undefined : withheld(flat(anonymous)),
    replaced ? 'Replaced by a later claim.' : undefined,
    at && `In the source: ${asSentence(flat(at))}`,
  ];
  return found.filter((sentence) => sentence !== undefined && sentence !== '') as readonly string[];
}

function withheld(why: string): string {
  return why === '' ? 'Name withheld.' : `Name withheld: ${asSentence(why)}`;
}

function assessed({ assessment }: ShownClaim): PhrasingContent[] {
  if (assessment === undefined) return [];
  const { url } = assessment;
  const words = spans(` ${flat(assessedWords(assessment))}`);
  return [...words, ...(url === undefined ? [] : [...spans(': '), ...link(url)]), ...spans('.')];
}

function quoted(text: string): string {
  return `“${flat(text)}”`;
}

function inBrackets(text: string | undefined): string {
  return text === undefined ? '' : ` (${flat(text)})`;
}

function cited({ sources }: ShownClaim): PhrasingContent[] {
  return sources.length === 0 ? spans(' No source.') : references(sources);
}
