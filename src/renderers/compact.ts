import type { Diagnostic } from '../diagnostic.ts';
import { neutralise } from '../text.ts';
import type { Renderer } from './renderer.ts';

/** Findings one a line, as compilers print them and editors read them: `file:line:column: severity: message [code]`. */
export const compact: Renderer = function* ({ blocks }) {
  for (const block of blocks) if (block.block === 'finding') yield `${neutralise(lineOf(block.diagnostic))}\n`;
};

function lineOf({ file, start, severity, message, code }: Diagnostic): string {
  return `${file}:${start.line}:${start.column}: ${severity}: ${message} [${code}]`;
}
