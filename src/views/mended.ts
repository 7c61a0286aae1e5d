import type { Diagnostic, Excerpt } from '../diagnostic.ts';
import type { Block, View } from './block.ts';
import { diagnosticData } from './check.ts';
import type { Line } from './line.ts';
import { patchOf, type Rewriting } from './patch.ts';
import { count } from './words.ts';

/** The faults that were fixed, or would be, and the files as they are and as they become. */
export interface Mending {
  readonly fixed: readonly Diagnostic[];
  readonly files: readonly Rewriting[];
  /** `dry`: nothing is written, and the lines that would change are shown. */
  readonly run: 'dry' | 'written';
}

/** What was fixed, before what is left. */
export function withMended(left: View, { fixed, files, run }: Mending): View {
  const patches = files.map((file): Block => ({ block: 'patch', patch: patchOf(file) }));
  const done = run === 'dry' ? patches : fixed.map(fixedBlock);
  const words = `${count(fixed.length, 'fault')} ${run === 'dry' ? 'would be fixed' : 'fixed'}`;
  const blocks: readonly Block[] = [...done, { block: 'text', line: [{ text: words }] }];
  return {
    ...left,
    data: { ...Object(left.data), fixed: fixed.map(diagnosticData) },
    blocks: [...(fixed.length === 0 ? [] : blocks), ...left.blocks],
  };
}

function fixedBlock({ file, start, end, excerpt = NOTHING, fix = '', code }: Diagnostic): Block {
  const { text: line, from } = excerpt;
  const old = line.slice(start.column - 1 - from, end.line === start.line ? end.column - 1 - from : undefined);
  // A list of one is pointed at whole.
  const text = old.replace(/\s#.*$/u, '').replace(/^(?:- +|\[)|\]$/gu, '');
  const words: Line = [
    { text: `${file}:${start.line}:${start.column} ` },
    { text: `\`${text}\` is now \`${fix}\` ` },
    { text: `[${code}]`, tone: 'faint' },
  ];
  return { block: 'text', line: words };
}

const NOTHING: Excerpt = { text: '', from: 0 };
