import { type Command, Option } from 'commander';
import { Failure } from '../failure.ts';
import { readJson } from '../ledger/reader/json.ts';
import type { Tree } from '../ledger/reader/tree.ts';
import { type Entity, type Field, fieldsOf } from '../ledger/schema.ts';
import type { Wanted } from '../ledger/write/draft.ts';
import { commaWords } from '../text.ts';

/** What was given on the command line for a claim, by the names that commander gives to options. */
export type ClaimOptions = Readonly<Record<string, unknown>>;

/** Keys that the command line has under other names, or not at all. */
const OF_QUESTION = [
  'ask',
  'kind',
  'options',
  'unit',
  'measure',
  'scale',
  'about',
  'time',
  'window',
  'tolerance',
  'part_of',
];
const OF_SOURCE = ['outlet', 'title', 'byline', 'url', 'archive', 'published'];

/** Adds an option for each key of a claim, of a question that is new, and of a source that is new. */
export function addClaimOptions(command: Command): Command {
  command.optionsGroup('The claim:');
  command.option('--question <id>', 'the question that it answers: its id, or its words');
  for (const [key, field] of fieldsOf('claim')) if (isSimple(field)) command.addOption(optionOf(key, field));
  command.optionsGroup('A new question, its id in --question if you like:');
  for (const key of OF_QUESTION) command.addOption(optionOf(key, fieldOf('question', key)));
  command.optionsGroup('A new source, its id in --source if you like:');
  for (const key of OF_SOURCE) command.addOption(optionOf(sourceFlag(key), fieldOf('source', key)));
  return command.optionsGroup('A new topic:').option('--title <text>', 'its title');
}

/** What the options ask for. */
export function wantedOf(options: ClaimOptions): Wanted {
  const claim = picked(
    options,
    [...fieldsOf('claim')].filter(([, field]) => isSimple(field)).map(([key]) => [key, key]),
  );
  const question = picked(
    options,
    OF_QUESTION.map((key) => [key, key]),
  );
  const source = picked(
    options,
    OF_SOURCE.map((key) => [sourceFlag(key), key]),
  );
  const title = picked(options, [['title', 'title']]);
  const id = options.question;
  return new Map<string, Tree>([
    ...title,
    ...claim,
    ...(question.size > 0 || id !== undefined ? [['question', questionOf(question, id)] as const] : []),
    ...(source.size > 0 ? [['source', sourceOf(source, claim.get('source'))] as const] : []),
  ]);
}

/** What a text of JSON objects asks for, one on each line. */
export function wantedOfJson(text: string): readonly Wanted[] {
  const lines = text
    .replace(/^\ufeff/u, '')
    .split('\n')
    .map((line, index) => ({ line: line.trim(), number: index + 1 }));
  const wanted = lines
    .filter(({ line }) => line !== '')
    .map(({ line, number }) => {
      const tree = treeOf(line, number);
      if (!(tree instanceof Map)) throw new Failure(`line ${number} of standard input is not a JSON object`);
      return tree as Wanted;
    });
  if (wanted.length === 0) throw new Failure('standard input holds no claim: write a JSON object on each line');
  return wanted;
}

function treeOf(line: string, number: number): Tree {
  const read = readJson(line);
  if ('tree' in read) return read.tree;
  throw new Failure(`line ${number} of standard input ${read.fault}${read.hint === undefined ? '' : `; ${read.hint}`}`);
}

function questionOf(described: Wanted, id: unknown): Tree {
  if (described.size === 0) return String(id);
  return id === undefined ? described : new Map([['id', String(id)], ...described]);
}

function sourceOf(described: Wanted, named: Tree | undefined): Tree {
  if (named === undefined) return described;
  const [last = '', ...others] = [...(Array.isArray(named) ? (named as readonly Tree[]) : [named])].reverse();
  return [...others.reverse(), new Map([['id', last], ...described])];
}

function picked(options: ClaimOptions, keys: readonly (readonly [string, string])[]): ReadonlyMap<string, Tree> {
  return new Map(
    keys.flatMap(([flag, key]) => {
      const value = options[flag.replace(/_(\w)/gu, (_, letter: string) => letter.toUpperCase())];
      return value === undefined ? [] : [[key, value as Tree] as const];
    }),
  );
}

function sourceFlag(key: string): string {
  return key === 'title' ? 'source_title' : key;
}

function fieldOf(entity: Entity, key: string): Field {
  const field = fieldsOf(entity).get(key);
  if (field === undefined) throw new Error(`${entity} has no key ${key}`);
  return field;
}

// Maps and lists of maps are for JSON, or for an editor.
function isSimple({ shape }: Field): boolean {
  return !['list', 'map', 'entry', 'answers'].includes(shape);
}

function optionOf(key: string, { shape, about, values }: Field): Option {
  const flag = `--${key.replaceAll('_', '-')}`;
  const [first = ''] = /^[^.:]*/u.exec(about) ?? [];
  const option = new Option(
    `${flag} <${PLACEHOLDERS[shape] ?? 'text'}>`,
    first.charAt(0).toLowerCase() + first.slice(1),
  );
  if (values !== undefined) return option.choices(Object.keys(values));
  if (shape === 'lines') return option.argParser(commaWords);
  if (shape === 'references' || shape === 'answer') return option.argParser(gathered);
  return option;
}

const PLACEHOLDERS: Readonly<Record<string, string>> = {
  date: 'date',
  id: 'id',
  reference: 'id',
  references: 'id',
  url: 'url',
  lines: 'list',
  'one-of': 'word',
  days: 'days',
  share: 'percent',
};

// Given several times, it is a list.
function gathered(text: string, before: string | readonly string[] | undefined): string | readonly string[] {
  return before === undefined ? text : [before, text].flat();
}
