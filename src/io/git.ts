import { spawnSync } from 'node:child_process';

/** One run of git: without a shell, and with nobody to ask. */
export interface GitCall {
  /** The folder it runs in. */
  readonly folder: string;
  readonly args: readonly string[];
  /** All of its environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What stands on its standard input. */
  readonly input?: string;
  /** The most bytes that it may print. */
  readonly most: number;
}

/** What a run of git came to: its exit code and what it printed, or why there is none of that. */
export type GitAnswer =
  | { readonly code: number; readonly out: Uint8Array; readonly err: string }
  | { readonly failed: GitFailure };

/** `missing`: there is no git here. */
export type GitFailure = 'missing' | 'too-large' | 'too-slow' | 'not-run';

export function runGit({ folder, args, env, input = '', most }: GitCall): GitAnswer {
  const run = spawnSync('git', args, { cwd: folder, env, input, maxBuffer: most, timeout: LONGEST, windowsHide: true });
  if (run.error === undefined) return { code: run.status ?? KILLED, out: run.stdout, err: run.stderr.toString() };
  return { failed: ('code' in run.error && FAILURES[String(run.error.code)]) || 'not-run' };
}

// In milliseconds: a repository on a slow disk may take its time, but nobody waits for ever.
const LONGEST = 120_000;

// What git itself ends with on a fatal error; one that was killed has no code of its own.
const KILLED = 128;

const FAILURES: Readonly<Record<string, GitFailure>> = {
  ENOENT: 'missing',
  ENOBUFS: 'too-large',
  ETIMEDOUT: 'too-slow',
};
