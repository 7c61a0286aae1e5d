import { main } from '../../src/main.ts';
import { memoryIo } from '../harness/memory.ts';
import { draft, rows } from './command-lines.ts';
import type { HostileLedger } from './ledger.ts';

export interface Outcome {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Puts a ledger before a command, whose bugs are thrown. */
export function put(
  { files }: Pick<HostileLedger, 'files'>,
  line: string,
  color: 'plain' | 'color' = 'plain',
): Outcome {
  const placed = Object.entries(files).map(([path, content]) => [`/desk/claims/${path}`, content] as const);
  const memory = memoryIo({
    files: new Map([...placed, ['/desk/rows.csv', rows]]),
    cwd: '/desk',
    stdin: draft,
    width: 80,
    color: color === 'color',
  });
  const exit = main(line.split(' '), memory.io);
  return { exit, stdout: memory.stdout(), stderr: memory.stderr() };
}

/** The first character that a terminal would obey; a colour of ours may stand where there is colour. */
export function obeyed(output: string, color: 'plain' | 'color'): string | undefined {
  const shown = color === 'color' ? output.replace(OWN_COLOUR, '') : output;
  const found = OBEYED.exec(shown);
  return found === null ? undefined : JSON.stringify(shown.slice(Math.max(0, found.index - 20), found.index + 20));
}

// One attribute after the other, as chalk writes them.
const OWN_COLOUR = new RegExp(`${String.fromCharCode(0x1b)}\\[\\d{1,2}m`, 'gu');

// C0 but for the line feed, DEL, C1, and what changes the direction of a line.
const OBEYED = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u;
