import { spawnSync } from 'node:child_process';

const repository = `${import.meta.dirname}/../..`;

/** How a command ended, what it printed, and what it took. */
export interface Run {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Of the processor: a busy machine takes longer by the clock. */
  readonly seconds: number;
  /** The most memory that it had at one time. */
  readonly megabytes: number;
}

/** Runs the built command in a folder, as another user where one is given, and ends it when it hangs. */
export function run(folder: string, args: readonly string[], user?: number): Run {
  const command = ['--require', `${import.meta.dirname}/measured.cjs`, `${repository}/bin/claims.js`, ...args];
  const { status, stdout, stderr, output } = spawnSync(process.execPath, command, {
    cwd: folder,
    encoding: 'utf8',
    input: '',
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 2 ** 30,
    timeout: 120_000,
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  const { seconds = 0, megabytes = 0 } = JSON.parse(output[3] || '{}') as Partial<Run>;
  return { exit: status, stdout, stderr, seconds, megabytes };
}
