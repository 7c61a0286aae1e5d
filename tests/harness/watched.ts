import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Ran } from './on-disk.ts';

/** What a run of the built command asked of the system, by the functions of Node that it called. */
export interface Watched extends Omit<Ran, 'status'> {
  readonly status: number | null;
  /** Paths that were looked at, or opened to be read. */
  readonly read: readonly string[];
  /** Paths that were made, opened to be written, moved, linked or taken away. */
  readonly written: readonly string[];
  /** Programs that were started, each with its arguments, as JSON. */
  readonly started: readonly string[];
  /** Modules for what is further away than the disk and the terminal, and calls of what connects. */
  readonly reached: readonly string[];
}

/** The installed command. */
export const COMMAND: string = `${import.meta.dirname.replace(/\/tests\/harness$/u, '')}/bin/claims.js`;

/** Runs the built command in a folder under a watch, with no more than this of an environment; `spy` is loaded before it. */
export function watched(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
  spy?: string,
): Watched {
  const folder = mkdtempSync(`${tmpdir()}/claims-watch-`);
  try {
    const told = `${folder}/told.json`;
    const loaded = [`${import.meta.dirname}/watch.cjs`, ...(spy === undefined ? [] : [spy])];
    const given = [...loaded.flatMap((path) => ['--require', path]), COMMAND, ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, given, {
      cwd,
      env: { ...env, WATCH_TO: told },
      encoding: 'utf8',
      input: '',
    });
    return { status, stdout, stderr, ...JSON.parse(readFileSync(told, 'utf8')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
