import { neutralise } from '../text.ts';
import type { Block } from '../views/block.ts';
import type { Renderer } from './renderer.ts';

/** Findings one a line, as compilers print them and editors read them: `file:line:column: severity: message [code]`. */
export const compact: Renderer = (view) => view.blocks.flatMap(lineOf);

function lineOf(block: Block): readonly string[] {
  if (block.block !== 'finding') return [];
  const { file, start, severity, message, code } = block.diagnostic;
  return [`${neutralise(`${file}:${start.line}:${start.column}: ${severity}: ${message} [${code}]`)}\n`];
}
