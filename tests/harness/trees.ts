import fc from 'fast-check';
import type { Tree } from '../../src/ledger/reader/tree.ts';
import { yamlReader } from '../../src/ledger/reader/yaml.ts';

/** Texts that YAML could read as something else, in several scripts. */
export const words: fc.Arbitrary<string> = fc.constantFrom(
  'the bridge is shut',
  'closed',
  'He said: no',
  'They are #1 in the world',
  'two\nlines',
  'one\n\n  indented\nthree',
  '“quoted”, [and] {bracketed}',
  'it\'s "so"',
  '53,000',
  '- a dash',
  'ends with:',
  'הגשר סגור',
  '桥已关闭',
  '\u202eturned',
  '~',
  'null',
  'back\\slash',
  '0x1F: 12:30 #tag',
  'a\u0085b\u2028c',
);

export const prose: fc.Arbitrary<string> = fc.oneof(
  words,
  words,
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map(readable),
);

/** A text as a person could have meant it: no half of a character, not blank. */
export function readable(text: string): string {
  return text.replace(/\p{Cs}/gu, '').trimEnd() || 'x';
}

export function treeOf(values: object): ReadonlyMap<string, Tree> {
  return new Map(Object.entries(values));
}

/** What a text holds, which must be sound. */
export function read(text: string): Tree {
  const { tree, findings } = yamlReader.values('', text);
  if (tree === undefined || findings.length > 0) throw new Error(`${findings.map(({ message }) => message)}\n${text}`);
  return tree;
}

/** A tree to be compared: what is empty is as good as absent, and blanks at the end of a text mean nothing. */
export function plain(tree: Tree): unknown {
  if (typeof tree === 'string') return tree.trimEnd();
  if (!(tree instanceof Map)) return (tree as readonly Tree[]).map(plain);
  const entries = [...(tree as ReadonlyMap<string, Tree>)].map(([key, value]) => [key, plain(value)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== '' && Object.keys(Object(value)).length > 0));
}
