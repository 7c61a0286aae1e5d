import { neutralise } from '../text.ts';

/** A word that may come next, and in a few words what it is. */
export interface Candidate {
  readonly word: string;
  readonly about?: string | undefined;
}

/** What may come next. In a `list` more may follow after a comma; `files` leaves it to the shell to offer files. */
export interface Candidates {
  readonly mode: 'words' | 'list' | 'files';
  readonly words: readonly Candidate[];
}

/**
 * The candidates that a shell can offer, each once: without those that would do something to a terminal or break a
 * line, those that no prompt has room for, and those of the ledger that would be read as an option.
 */
export function offered(words: readonly Candidate[]): readonly Candidate[] {
  const seen = new Set<string>();
  return words.flatMap(({ word, about }) => {
    if (seen.has(word) || word.trim() === '' || word.length > LONGEST || neutralise(word) !== word) return [];
    seen.add(word);
    return [about === undefined ? { word } : { word, about: shortened(neutralise(about)) }];
  });
}

// In UTF-16 units: an id has at most 200, and few addresses are longer.
const LONGEST = 300;
const LONGEST_ABOUT = 60;

function shortened(text: string): string {
  const characters = [...text.slice(0, 4 * LONGEST_ABOUT)];
  return characters.length <= LONGEST_ABOUT ? text : `${characters.slice(0, LONGEST_ABOUT - 1).join('')}…`;
}
