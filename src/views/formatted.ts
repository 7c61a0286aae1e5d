import type { Block, View } from './block.ts';
import { changesOf, type Rewriting } from './changes.ts';
import { count } from './words.ts';

/** Whether files were written, would be, or would be with the lines that change. */
export type FormatMode = 'written' | 'check' | 'diff';

/** The files that were brought into layout, or would be. */
export function formatted(files: readonly Rewriting[], mode: FormatMode): View {
  const all = files.map(changesOf);
  const words = mode === 'written' ? '' : ' would change';
  const blocks = all.flatMap((changes): readonly Block[] => {
    const text = `${changes.file}: ${count(changes.lines, 'line')}${mode === 'written' ? ' formatted' : words}`;
    const line: Block = { block: 'text', line: [{ text }] };
    return mode === 'diff' ? [{ block: 'changes', changes }, line] : [line];
  });
  return { data: { files: all.map(({ file, lines }) => ({ file, lines })) }, blocks };
}
