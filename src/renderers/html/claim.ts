import type { VNode } from 'preact';
import { fold } from '../../text.ts';
import type { ShownAssessment } from '../../views/assessment.ts';
import type { PageClaim, ShownClaim, ShownSource } from '../../views/block.ts';
import { qualified } from '../../views/words.ts';
import { markWithin } from './mark.ts';
import { anchor, type Content, el, langOf, lines, own, paragraph, safe, target } from './text.ts';

/** What a claim on a page needs to know of the page. */
export interface Around {
  /** By their numbers. */
  readonly sources: ReadonlyMap<number, ShownSource>;
  /** The place of each speaker in the list of the filter. */
  readonly speakers: ReadonlyMap<string, number>;
}

/** The column that a claim stands in. */
export interface Column {
  readonly title: string;
}

/** A claim: the answer first, then the words, then who said it when, and where. */
export function claimItem({ shown, home, day }: PageClaim, column: Column, around: Around): VNode {
  const kind = shown.mark === undefined ? 'claim' : `claim is-${shown.mark}`;
  const found = { 'data-speaker': around.speakers.get(shown.name), 'data-day': day };
  return el(
    'li',
    { class: kind, ...(home ? { id: shown.id } : { 'data-claim': shown.id }), ...found },
    answer(shown),
    words(shown),
    byline(shown, column, around),
    more(shown),
    home ? permalink(shown.id, 'Permalink') : [],
  );
}

function answer(claim: ShownClaim): Content {
  const { answer: text, mark: word } = claim;
  const tail = qualified(claim);
  if (text === undefined && word === undefined && tail === '') return undefined;
  return el(
    'p',
    { class: 'answer' },
    text === undefined ? 'no answer' : el('strong', { class: 'what', dir: 'auto' }, safe(text)),
    tail,
    word === undefined ? [] : [' ', markWithin(word)],
  );
}

function words({ says, quote, lang, translation, translator }: ShownClaim): Content {
  const by = translator === undefined ? 'translated' : ['translated by ', own(translator)];
  return [
    says === undefined ? [] : paragraph('says', says),
    quote === undefined ? [] : el('blockquote', { dir: 'auto', ...langOf(lang) }, el('p', {}, '“', lines(quote), '”')),
    translation === undefined
      ? []
      : el('blockquote', {}, el('p', {}, '“', el('bdi', {}, lines(translation)), '” (', by, ')')),
  ];
}

// The party is named where the column does not name it already.
function byline(claim: ShownClaim, { title }: Column, { sources }: Around): VNode {
  const { name, role, party, verb, via, said = 'undated', asOf, at } = claim;
  return el(
    'p',
    { class: 'by' },
    el('strong', {}, own(name)),
    role === undefined ? [] : [', ', own(role)],
    verb === undefined ? [] : [' (', own(verb), ')'],
    party === undefined || fold(party) === fold(title) ? [] : [', for ', own(party)],
    (via ?? []).map((who) => [', via ', own(who)]),
    `, ${said}`,
    asOf === undefined ? [] : `, as of ${asOf}`,
    claim.sources.map((number) => [' ', citation(number, sources)]),
    claim.sources.length === 0 ? el('span', { class: 'lack' }, ', no source') : [],
    at === undefined ? [] : [' ', own(at)],
  );
}

/** A source's number, as a link to the source itself where it has an address, with its archived copy beside it. */
function citation(number: number, sources: Around['sources']): Content {
  const source = sources.get(number);
  const [url, archive] = [target(source?.url), target(source?.archive)];
  return [
    el('a', { href: url ?? `#source:${number}`, 'data-source': number }, `[${number}]`),
    archive === undefined
      ? []
      : [' ', el('a', { href: archive, 'aria-label': `archived copy of source ${number}` }, '(archived)')],
  ];
}

/** The page's own link to a place on it; not part of what is copied. */
export function permalink(id: string, label: string): VNode {
  return el('a', { class: 'permalink', href: anchor(id), 'aria-label': label }, '#');
}

function more({ anonymous, assessment, note }: ShownClaim): Content {
  return [
    anonymous === undefined ? [] : el('p', { class: 'note' }, withheld(anonymous)),
    assessment === undefined ? [] : el('p', { class: 'note' }, assessed(assessment)),
    note === undefined ? [] : el('p', { class: 'note' }, 'Note: ', el('bdi', {}, lines(note))),
  ];
}

function withheld(why: string): Content {
  return why === '' ? 'Name withheld' : ['Name withheld: ', el('bdi', {}, lines(why))];
}

/** What others have published on the claim, plainly as theirs: in quotes, with who and when. */
function assessed({ rating, by, on, url, note }: ShownAssessment): Content {
  const href = target(url);
  return [
    'Assessed “',
    own(rating),
    '” by ',
    own(by),
    on === undefined ? '' : `, ${on}`,
    url === undefined ? '' : [' (', href === undefined ? own(url) : el('a', { href }, 'their assessment'), ')'],
    note === undefined ? '' : ['. ', el('bdi', {}, lines(note))],
  ];
}
