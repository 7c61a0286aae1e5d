import type { RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';

/** Nodes as GitHub-flavoured Markdown, every construct that a text could be mistaken for escaped. */
export function written(nodes: readonly RootContent[]): string {
  return toMarkdown({ type: 'root', children: [...nodes] }, OPTIONS);
}

const OPTIONS: Options = {
  bullet: '-',
  listItemIndent: 'one',
  join: [(left, right) => (left.type === 'footnoteDefinition' && right.type === 'footnoteDefinition' ? 0 : undefined)],
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  unsafe: [
    // GitHub reads formulas between dollar signs; one before a digit is money, and closes none.
    { character: '$', after: '(?:[^0-9]|$)', inConstruct: 'phrasing' },
    // Some readers, markdownlint among them, take these for directives.
    { character: ':', after: '[:A-Za-z]', atBreak: true },
  ],
};
