import fc from 'fast-check';
import { main } from '../../src/main.ts';
import { memoryIo } from './memory.ts';
import { firstDifference } from './told-alike.ts';
import { fileText, type Plain } from './topic.ts';
import type { AnyLedger } from './worded-ledger.ts';

/** Commands that look at a ledger of `worded-ledger`, as they are typed. */
export const LOOKS: readonly string[] = [
  'list',
  'topics',
  'diff',
  'diff --by speaker',
  'contradictions --all',
  'timeline topic',
  'show p0',
  'show whole',
  'why p0 p1',
];

/** A control character but the line feed, a change of direction but those of our tooltips, or half a character. */
export const OBEYED: RegExp = /[^\n\P{Cc}]|[\u202a-\u202e\u2066\u2067]|\p{Surrogate}/u;

export function command(all: readonly string[]): fc.Arbitrary<string> {
  return fc.constantFrom(...all);
}

/** What a command prints of a ledger of one topic. */
export function printed(ledger: Plain, look: string, { width = 80 }: { readonly width?: number } = {}): string {
  const files = { '/desk/claims/topic.yaml': fileText(ledger) };
  const { io, stdout, stderr } = memoryIo({ files, cwd: '/desk', width });
  const code = main(look.split(' '), io);
  if (code > 1) throw new Error(`${look}: exit ${code}: ${stderr()}`);
  return stdout();
}

/** Where what is told of a ledger is not what is told of its twin with the texts in it; `shown` is how they are told. */
export function differenceOf(
  { file, twin, texts }: AnyLedger,
  told: (file: Plain) => string,
  shown = (text: string): string => text,
): object | undefined {
  return firstDifference(told(file), told(twin), { texts, shown });
}
