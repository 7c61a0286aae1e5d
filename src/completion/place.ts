import type { Argument, Command, Option } from 'commander';

/** Where on a command line the next word is to stand, and what is known from the words before it. */
export interface Place {
  readonly command: Command;
  readonly expected: Expected;
  /** What of the last word stands before what is to be completed: `--party=` of `--party=Ham`. */
  readonly lead: string;
  /** The rest of the last word. */
  readonly begun: string;
  /** The options given so far with their values, by commander's names; an option without a value has ''. */
  readonly options: ReadonlyMap<string, string>;
  /** The words given so far for each argument. */
  readonly given: ReadonlyMap<string, readonly string[]>;
}

/** What may stand there: the value of an option or of one of several arguments, or a word of the program's own. */
export type Expected =
  | { readonly what: 'value'; readonly of: readonly (Option | Argument)[] }
  | { readonly what: 'command' | 'option' };

/** Reads the words after the program's name, the last of which is still being written, as commander would. */
export function placeOf(program: Command, words: readonly string[]): Place {
  const walk: Walk = { program, command: program, pending: undefined, ended: false, options: new Map(), given: [] };
  for (const word of words.slice(0, -1)) step(walk, word);
  const last = words.at(-1) ?? '';
  const { option, lead } = inlineOption(walk, last);
  const expected: Expected = option === undefined ? expectedIn(walk, last) : { what: 'value', of: [option] };
  const { command, options } = walk;
  return { command, expected, lead, begun: last.slice(lead.length), options, given: byArgument(walk) };
}

interface Walk {
  readonly program: Command;
  command: Command;
  /** The option whose value comes next. */
  pending: Option | undefined;
  /** True after `--`, behind which nothing is an option. */
  ended: boolean;
  readonly options: Map<string, string>;
  readonly given: string[];
}

function step(walk: Walk, word: string): void {
  const { pending, command, program } = walk;
  if (pending !== undefined) {
    walk.options.set(pending.attributeName(), word);
    walk.pending = undefined;
  } else if (!walk.ended && word === '--') walk.ended = true;
  else if (!walk.ended && /^-./u.test(word)) stepOption(walk, word);
  else {
    const next = command === program ? command.commands.find((one) => one.name() === word) : undefined;
    if (next === undefined || walk.given.length > 0) walk.given.push(word);
    else walk.command = next;
  }
}

function stepOption(walk: Walk, word: string): void {
  const [name = '', value] = word.split(/=(.*)/su);
  const option = optionNamed(walk, name);
  if (option === undefined) return;
  walk.options.set(option.attributeName(), value ?? '');
  if (option.required && value === undefined) walk.pending = option;
}

function optionNamed({ command, program }: Walk, name: string): Option | undefined {
  return [...command.options, ...program.options].find(({ long, short }) => name === long || name === short);
}

function inlineOption(walk: Walk, word: string): { readonly option: Option | undefined; readonly lead: string } {
  const [lead = '', name = ''] = /^(--[^=]+)=/u.exec(word) ?? [];
  const option = walk.ended || walk.pending !== undefined || lead === '' ? undefined : optionNamed(walk, name);
  return option?.required === true ? { option, lead } : { option: undefined, lead: '' };
}

function expectedIn(walk: Walk, last: string): Expected {
  const { command, program, pending, ended, given } = walk;
  if (pending !== undefined) return { what: 'value', of: [pending] };
  if (!ended && last.startsWith('-')) return { what: 'option' };
  if (command === program) return given.length === 0 ? { what: 'command' } : { what: 'value', of: [] };
  const [argument, next] = argumentsFrom(command, given.length);
  if (argument === undefined) return ended ? { what: 'value', of: [] } : { what: 'option' };
  // An argument that may be left out may also be what comes after it.
  return { what: 'value', of: argument.required || next === undefined ? [argument] : [argument, next] };
}

function argumentsFrom(command: Command, index: number): readonly Argument[] {
  const all = command.registeredArguments;
  const last = all.at(-1);
  return index < all.length || last?.variadic !== true ? all.slice(index) : [last];
}

function byArgument({ command, given }: Walk): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, readonly string[]>();
  for (const [index, word] of given.entries()) {
    const name = argumentsFrom(command, index)[0]?.name() ?? '';
    words.set(name, [...(words.get(name) ?? []), word]);
  }
  return words;
}
