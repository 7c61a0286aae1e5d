import type { Block, View } from './block.ts';
import { patchOf, type Rewriting } from './patch.ts';
import { count } from './words.ts';

/** Whether files were written, would be, or would be with the lines that change. */
export type FormatMode = 'written' | 'check' | 'diff';

/** The files that were brought into layout, or would be. */
export function formatted(files: readonly Rewriting[], mode: FormatMode): View {
  const all = files.map(patchOf);
  const words = mode === 'written' ? '' : ' would change';
  const blocks = all.flatMap((patch): readonly Block[] => {
    const text = `${patch.file}: ${count(patch.lines, 'line')}${mode === 'written' ? ' formatted' : words}`;
    const line: Block = { block: 'text', line: [{ text }] };
    return mode === 'diff' ? [{ block: 'patch', patch }, line] : [line];
  });
  return { data: { files: all.map(({ file, lines }) => ({ file, lines })) }, blocks };
}
