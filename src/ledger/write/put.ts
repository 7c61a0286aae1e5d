import type { Path, Range } from '../../place.ts';
import type { Outline, Tree } from '../reader/tree.ts';
import { isSame, type Written } from './add.ts';
import { within } from './insert.ts';
import { legible, soundTree } from './legible.ts';
import { scalar } from './scalar.ts';
import { spliced } from './splice.ts';

/** What is to stand in the place of a key or of a text. */
export interface Replacement {
  readonly path: Path;
  readonly part: 'key' | 'value';
  readonly text: string;
}

/**
 * A text with keys and texts replaced, each path another one. The result is read again: unless it holds what it held
 * but for them, it is refused.
 */
export function put(text: string, replacements: readonly Replacement[]): Written {
  const found = legible(text);
  if ('refused' in found) return found;
  const { tree: before, outline: root } = found;
  const edits = replacements.flatMap((replacement) => {
    const range = rangeAt(root, replacement);
    return range === undefined ? [] : [{ ...range, text: scalar(replacement.text, 'flow') }];
  });
  const result = spliced(text, edits);
  const after = soundTree(result);
  // Keys last and from within, since the paths have their old names.
  const rank = ({ path, part }: Replacement): number => path.length * 2 + (part === 'value' ? 1 : 0);
  const inwards = replacements.toSorted((a, b) => rank(b) - rank(a));
  const isMeant = after !== undefined && isSame(after, inwards.reduce(replaced, before));
  return isMeant && edits.length === replacements.length
    ? { text: result }
    : { refused: 'is written in a way that nothing can be put into its place' };
}

function rangeAt(root: Outline, { path, part }: Replacement): Range | undefined {
  const parent = path.slice(0, -1).reduce<Outline | undefined>(within, root);
  if (part === 'key') {
    return parent?.kind === 'map' ? parent.entries.find(({ key }) => key === path.at(-1))?.at : undefined;
  }
  const value = parent && within(parent, path.at(-1) ?? '');
  const only = value?.kind === 'list' && value.items.length === 1 ? value.items[0]?.value : value;
  return only?.kind === 'text' && only.style !== 'empty' ? only.range : undefined;
}

/** A tree with a key or a text replaced; a list of one text is as good as the text. */
function replaced(tree: Tree, { path, part, text }: Replacement): Tree {
  const [step, ...rest] = path;
  if (step === undefined) return Array.isArray(tree) && tree.length === 1 ? [text] : text;
  const inner = (value: Tree): Tree => replaced(value, { path: rest, part, text });
  if (Array.isArray(tree)) return (tree as readonly Tree[]).map((item, index) => (index === step ? inner(item) : item));
  if (!(tree instanceof Map)) return tree;
  const isKey = part === 'key' && rest.length === 0;
  return new Map(
    [...(tree as ReadonlyMap<string, Tree>)].map(([key, value]) => {
      if (key !== step) return [key, value];
      return isKey ? [text, value] : [key, inner(value)];
    }),
  );
}
