import { parse as parseCsv } from 'csv-parse/sync';
import type { Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { parse } from 'parse5';
import { neutralise } from '../../src/text.ts';
import { elementsIn, type Node } from './elements.ts';
import { unshielded } from './read-back.ts';

/** How a format is read by a program that knows nothing of ours: to its words, in turn. */
export interface Reader {
  readonly words: (text: string) => string;
  /** What the format makes of a text of the ledger. */
  readonly shown: (text: string) => string;
}

const asItIs = (text: string): string => text;
const seen = (text: string): string => neutralise(text).trim();

/** Those of `claims export`, by name. */
export const READERS: Readonly<Record<string, Reader>> = {
  json: { words: (text) => wordsOfJson([text]), shown: asItIs },
  jsonl: { words: (text) => wordsOfJson(text.trimEnd().split('\n')), shown: asItIs },
  claimreview: { words: (text) => wordsOfJson([text]), shown: asItIs },
  csv: { words: (text) => wordsOfTable(text, ','), shown: asItIs },
  tsv: { words: (text) => wordsOfTable(text, '\t'), shown: asItIs },
  markdown: { words: wordsOfMarkdown, shown: seen },
  html: { words: wordsOfPage, shown: seen },
  'html-fragment': { words: wordsOfPage, shown: seen },
};

/** The words of a page as a browser would show them, but for its drawings and its filter. */
function wordsOfPage(html: string): string {
  return wordsOfNodes(parse(html).childNodes);
}

const UNSHOWN = ['style', 'script', 'svg', 'select'];
const WITHIN_A_LINE = ['a', 'bdi', 'strong', 'span', 'em'];

function wordsOfNodes(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if ('value' in node) return node.value;
      if (!('tagName' in node) || UNSHOWN.includes(node.tagName)) return '';
      const words = wordsOfNodes(node.childNodes);
      return WITHIN_A_LINE.includes(node.tagName) ? words : `\n${words}\n`;
    })
    .join('');
}

/** The addresses to which a page leads, and the ways in which it could do more than show words. */
export function reachOfPage(html: string): { readonly links: readonly string[]; readonly deeds: readonly string[] } {
  const elements = elementsIn(parse(html).childNodes);
  const attributes = elements.flatMap(({ attrs }) => attrs);
  return {
    links: attributes.filter(({ name }) => name === 'href').map(({ value }) => value),
    deeds: [
      ...attributes
        .filter(({ name }) => /^on|^(?:style|src|srcdoc|srcset|action|formaction|background)$/u.test(name))
        .map(({ name }) => name),
      ...elements
        .filter(({ tagName }) => /^(?:img|iframe|object|embed|link|base|plaintext|video|audio)$/u.test(tagName))
        .map(({ tagName }) => tagName),
    ],
  };
}

/**
 * The words of a Markdown document as a reader would show them. Of a heading that was too long and stands whole below,
 * the whole alone.
 */
function wordsOfMarkdown(markdown: string): string {
  const { children } = tree(markdown);
  return children
    .filter((node, index) => !isShortened(node, children[index + 1]))
    .map(wordsOfNode)
    .join('');
}

/** What there is in a Markdown document besides words and their order: the kinds of its nodes, in turn. */
export function kindsOfMarkdown(markdown: string): readonly string[] {
  const kinds = (node: Nodes): readonly string[] => [
    node.type,
    ...('children' in node ? node.children.flatMap(kinds) : []),
  ];
  return kinds(tree(markdown));
}

function tree(markdown: string): { readonly type: 'root'; readonly children: RootContent[] } {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function wordsOfNode(node: Nodes): string {
  if ('value' in node) return node.value;
  const words = 'children' in node ? node.children.map(wordsOfNode).join('') : '';
  return ['text', 'strong', 'link', 'footnoteReference'].includes(node.type) ? words : `${words}\n`;
}

const CUT = /…(?: \(\d+\))?$/u;

function isShortened(node: RootContent, next: RootContent | undefined): boolean {
  const words = wordsOfNode(node).replace(/\s+/gu, ' ').trim();
  if (node.type !== 'heading' || next?.type !== 'paragraph' || !CUT.test(words)) return false;
  return wordsOfNode(next).replace(/\s+/gu, ' ').startsWith(words.replace(CUT, ''));
}

/** All keys and values of some JSON documents, in turn. */
function wordsOfJson(documents: readonly string[]): string {
  return documents.flatMap((document) => leaves(JSON.parse(document))).join(BETWEEN);
}

/** All column names and cells of a table, in turn. A list and a map in a cell are JSON. */
function wordsOfTable(text: string, delimiter: string): string {
  const rows: readonly Readonly<Record<string, string>>[] = parseCsv(text, { columns: true, delimiter });
  return rows.flatMap((row) => leaves(unshielded(row)).flatMap(opened)).join(BETWEEN);
}

// No blank, since those around a text are not told apart.
const BETWEEN = '¦';

function leaves(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.entries(value).flatMap(([key, one]) => [key, ...leaves(one)]);
}

// A list of one is only JSON where its text could be taken for a list.
function opened(cell: string): readonly string[] {
  if (!/^(?:\[["{]|\{"|\[\])/u.test(cell)) return [cell];
  const value: unknown = JSON.parse(cell);
  return Array.isArray(value) && value.length === 1 ? leaves(value[0]) : leaves(value);
}
