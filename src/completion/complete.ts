import { type Argument, type Command, Option } from 'commander';
import { type Candidate, type Candidates, offered } from './candidate.ts';
import { type Asked, FILES, type Holdings, LISTS, NAMES } from './names.ts';
import { type Place, placeOf } from './place.ts';

/**
 * What may come next on a command line, from the program's own commands, options and choices and from the ledger. An
 * argument says by its name what it takes, an option by its name or that of its value; nothing else is declared.
 * `words` come after the program's name, and the last of them is still being written.
 */
export function complete(program: Command, words: readonly string[], holdingsAt: HoldingsAt): Candidates {
  const place = placeOf(program, words);
  const { expected, lead, options } = place;
  const holdings = holdingsAt(options.get('ledger'));
  const found = expected.what === 'value' ? values(place, expected.of, holdings) : ownWords(place, expected.what);
  return { mode: found.mode, words: offered(found.words.map((each) => ({ ...each, word: lead + each.word }))) };
}

/** What there is in the ledger at a path, or in the one that is meant without a path. */
export type HoldingsAt = (path: string | undefined) => Holdings;

function ownWords({ command, options }: Place, what: 'command' | 'option'): Candidates {
  const help = command.createHelp();
  if (what === 'command') return inWords(help.visibleCommands(command).map((one) => [one.name(), one.description()]));
  const all = [...help.visibleOptions(command), ...help.visibleGlobalOptions(command)];
  const open = all.filter((option) => !options.has(option.attributeName()));
  return inWords(open.map((option) => [option.long ?? option.short ?? '', option.description]));
}

function inWords(words: readonly (readonly [string, string])[]): Candidates {
  return { mode: 'words', words: words.map(([word, about]) => ({ word, about })) };
}

function values(place: Place, of: readonly (Option | Argument)[], holdings: Holdings): Candidates {
  const [first, next] = of;
  if (first === undefined) return inWords([]);
  const found = valuesOf(place, first, holdings);
  // What may be left out because there is only one of it may be left out here.
  if (next === undefined || found.words.length > 1) return found;
  return { ...found, words: [...found.words, ...valuesOf(place, next, holdings).words] };
}

function valuesOf(place: Place, one: Option | Argument, holdings: Holdings): Candidates {
  if (one.argChoices !== undefined) return inWords(one.argChoices.map((word) => [word, '']));
  const name = namesOf(one).find(isKnown) ?? '';
  if (FILES.has(name)) return { mode: 'files', words: [] };
  const asked: Asked = { begun: place.begun, topics: place.given.get('topic') ?? [] };
  const item = LISTS[name];
  if (item !== undefined) return { mode: 'list', words: inList(place.begun, named(item, holdings, asked)) };
  const taken = [...place.given.values()].flat();
  return { mode: 'words', words: named(name, holdings, asked).filter(({ word }) => !taken.includes(word)) };
}

function isKnown(name: string): boolean {
  return Object.hasOwn(NAMES, name) || Object.hasOwn(LISTS, name) || FILES.has(name);
}

function namesOf(one: Option | Argument): readonly string[] {
  if (!(one instanceof Option)) return [one.name()];
  const [, placeholder = ''] = /[<[]([^.>\]]+)/u.exec(one.flags) ?? [];
  // An id by that name is given to something new.
  return one.attributeName() === 'id' ? [] : [one.attributeName(), placeholder];
}

// A name that begins like an option would be taken for one.
function named(name: string, holdings: Holdings, asked: Asked): readonly Candidate[] {
  return (NAMES[name]?.(holdings, asked) ?? []).filter(({ word }) => !word.startsWith('-'));
}

// Commas part the entries of a list, so that no entry can hold one.
function inList(begun: string, items: readonly Candidate[]): readonly Candidate[] {
  const lead = begun.slice(0, begun.lastIndexOf(',') + 1);
  const taken = lead.split(',');
  return items
    .filter(({ word }) => !word.includes(',') && !taken.includes(word))
    .map(({ word, about }) => ({ word: lead + word, about }));
}
