import { parse } from 'csv-parse/sync';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { parseFragment } from 'parse5';
import { elementsIn, type Node } from '../harness/elements.ts';

/** What a text in a format is made of, without the words in it, as a reader that is not ours reads it. */
export const structures: Readonly<Record<string, (text: string) => readonly string[]>> = {
  html: elements,
  'html-fragment': elements,
  markdown: (text) => nodes(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })),
  csv: (text) => cells(text, ','),
  tsv: (text) => cells(text, '\t'),
  json: (text) => keys(JSON.parse(text)),
  claimreview: (text) => keys(JSON.parse(text)),
  jsonl: (text) =>
    text
      .trimEnd()
      .split('\n')
      .flatMap((line) => keys(JSON.parse(line))),
};

// Each element with the names of its attributes.
function elements(text: string): readonly string[] {
  const { childNodes } = parseFragment(text);
  return elementsIn(childNodes as readonly Node[]).map(({ tagName, attrs }) => {
    return [tagName, ...attrs.map(({ name }) => name)].join(' ');
  });
}

interface Tree {
  readonly type: string;
  readonly depth?: number;
  readonly ordered?: boolean | null | undefined;
  readonly children?: readonly Tree[];
}

// An address in a text stands there as code, so that nothing makes a link of it: that is text too, and texts beside each
// other are one.
function nodes({ type, depth, ordered, children = [] }: Tree, level = 0): readonly string[] {
  const own = `${' '.repeat(level)}${isText(type) ? 'text' : type} ${depth ?? ''} ${ordered ?? ''}`;
  const apart = children.filter((child, at) => !isText(child.type) || !isText(children[at - 1]?.type));
  return [own, ...apart.flatMap((child) => nodes(child, level + 1))];
}

function isText(type: string | undefined): boolean {
  return type === 'text' || type === 'inlineCode';
}

function cells(text: string, delimiter: string): readonly string[] {
  const rows: readonly (readonly string[])[] = parse(text, { delimiter });
  return rows.map((row, at) => (at === 0 ? row.join() : `${row.length} cells`));
}

// Every key with the way to it, and what kind of value it has.
function keys(value: unknown, way = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [`${way}: ${typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => keys(inner, `${way}/${key}`));
}
