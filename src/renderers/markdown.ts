import type { RootContent } from 'mdast';
import type { View } from '../views/block.ts';
import { nodesOf } from './markdown-blocks.ts';
import { headings } from './markdown-headings.ts';
import { type Simple, simplified } from './markdown-simple.ts';
import { wrapped } from './markdown-wrap.ts';
import { written } from './markdown-write.ts';

/** A view as GitHub-flavoured Markdown in lines of 80 characters, its sources as numbered footnotes. */
export const markdown = (view: View): Iterable<string> => sections(view);

function* sections({ blocks }: View): Generator<string> {
  const simple = [...blocks].flatMap(simplified);
  const heading = headings(simple.filter((block) => block.block === 'heading' && block.level === 1).length);
  let separator = '';
  for (const run of runsOf(simple)) {
    const text = 'title' in run ? heading(run.level, run.title) : flow(run.nodes);
    yield `${separator}${text}\n`;
    separator = '\n';
  }
}

/** A heading, or what stands between two of them. */
type Run = { readonly level: number; readonly title: string } | { readonly nodes: readonly RootContent[] };

function* runsOf(blocks: readonly Simple[]): Generator<Run> {
  let nodes: RootContent[] = [];
  for (const block of blocks) {
    if (block.block !== 'heading') {
      for (const node of nodesOf(block)) add(node, nodes);
      continue;
    }
    if (nodes.length > 0) yield { nodes };
    nodes = [];
    yield { level: block.level, title: block.text };
  }
  if (nodes.length > 0) yield { nodes };
}

// Tables and listings stay as they are: a row cannot go on in a second line.
function flow(nodes: readonly RootContent[]): string {
  if (nodes.some(staysAsItIs)) {
    return nodes.map((node) => (staysAsItIs(node) ? written([node]) : wrapped(written([node]))).trimEnd()).join('\n\n');
  }
  return wrapped(written(nodes)).trimEnd();
}

function staysAsItIs({ type }: RootContent): boolean {
  return type === 'table' || type === 'code';
}

// Two lists in a row would be one to a reader, with a comment between them or not.
function add(node: RootContent, nodes: RootContent[]): void {
  const last = nodes.at(-1);
  if (node.type === 'list' && last?.type === 'list') for (const item of node.children) last.children.push(item);
  else nodes.push(node);
}
