import { neutralise } from '../../text.ts';
import type { Block, View } from '../../views/block.ts';
import type { Line } from '../../views/line.ts';
import type { Renderer } from '../renderer.ts';
import { changeLines } from './change.ts';
import { fullLines, shortLine } from './claim.ts';
import { clashLines } from './clash.ts';
import { finding } from './finding.ts';
import { grid } from './grid.ts';
import { hanging, indented, laid } from './layout.ts';
import { type Paint, painter } from './paint.ts';
import { patchLines } from './patch.ts';
import { sourceLines } from './source.ts';
import { table } from './table.ts';
import { timelineLines } from './timeline.ts';

/** A view for a person at a terminal, or for a pipe when nothing else was asked for. */
export const terminal: Renderer = function* (view: View, { width, color }) {
  const paint = painter(color);
  let previous: Block | undefined;
  for (const block of view.blocks) {
    if (previous !== undefined && !belongs(previous, block)) yield '\n';
    yield* blockLines(block, width, paint);
    previous = block;
  }
};

// A heading stands close to what it heads, lines of text close to each other; a finding brings its own blank line.
function belongs(previous: Block, block: Block): boolean {
  return (
    previous.block === 'heading' ||
    previous.block === 'finding' ||
    previous.block === 'patch' ||
    (previous.block === 'text' && block.block === 'text')
  );
}

function blockLines(block: Block, width: number, paint: Paint): Iterable<string> {
  switch (block.block) {
    case 'heading':
      return [`${laid([{ text: block.text, tone: 'strong' }], width, paint)}\n`];
    case 'text':
      return [`${laid(block.line, width, paint)}\n`];
    case 'items':
      return block.items.map((item) => hanging('- ', item, width, paint));
    case 'facts':
      return factLines(block.facts, width, paint);
    case 'table':
      return table(block, width, paint);
    case 'grid':
      return grid(block, width, paint);
    case 'claims':
      return block.form === 'lines'
        ? block.claims.map((claim) => hanging('- ', shortLine(claim), width, paint))
        : block.claims.map((claim) =>
            fullLines(claim)
              .map((line, index) => indented(line, index === 0 ? 0 : 2, width, paint))
              .join(''),
          );
    case 'clash':
      return clashLines(block.clash, width, paint);
    case 'changes':
      return block.changes.map((change) => changeLines(change, width, paint));
    case 'timeline':
      return timelineLines(block.days, width, paint);
    case 'sources':
      return block.sources.map((source) => sourceLines(source, width, paint));
    case 'listing':
      return listing(block, paint);
    case 'finding':
      return finding(block.diagnostic, width, paint);
    case 'patch':
      return patchLines(block.patch, paint);
  }
}

function factLines(facts: readonly (readonly [string, Line])[], width: number, paint: Paint): readonly string[] {
  return facts.map(([label, line]) => hanging('', [{ text: `${label}: `, tone: 'faint' }, ...line], width, paint));
}

// Lines are not broken, so that they can be copied.
function* listing({ title, lines }: Extract<Block, { block: 'listing' }>, paint: Paint): Iterable<string> {
  if (title !== undefined) yield `${paint(neutralise(title), 'faint')}\n`;
  for (const line of lines) yield `${`    ${neutralise(line)}`.trimEnd()}\n`;
}
