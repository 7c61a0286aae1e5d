import { disk, type Io } from '../../src/io.ts';
import { main } from '../../src/main.ts';
import { memoryIo } from './memory.ts';

/** What a command came to. */
export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in this process on the real disk, in a folder, with no more than this of an environment. */
export function ranOnDisk(args: readonly string[], cwd: string, more: Partial<Pick<Io, 'env' | 'git'>> = {}): Ran {
  const { io, stdout, stderr } = memoryIo({ files: {}, cwd });
  const status = main(args, { ...io, ...disk, ...more });
  return { status, stdout: stdout(), stderr: stderr() };
}
