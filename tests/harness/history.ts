import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';

/** What is put into a repository at once, at noon (UTC) of a day; without a text a file is taken away. */
export interface Commit {
  readonly day: string;
  readonly files: Readonly<Record<string, string | Uint8Array | undefined>>;
  readonly message?: string;
}

export interface History {
  /** The repository's folder. */
  readonly folder: string;
  /** Runs git, on the last day of 2024. */
  readonly git: (...args: readonly string[]) => string;
  /** Writes files without a commit. */
  readonly write: (files: Commit['files']) => void;
  readonly commit: (commit: Commit) => void;
  readonly remove: () => void;
}

/** The environment in which git depends on nothing of this machine. */
export const GIT_ENV: Readonly<Record<string, string>> = {
  PATH: process.env.PATH ?? '',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

/** A git repository in a folder of its own, with these commits. */
export function history(...commits: readonly Commit[]): History {
  const folder = realpathSync(mkdtempSync(`${tmpdir()}/claims-git-`));
  const run = (args: readonly string[], day = '2024-12-31'): string => {
    const when = `${day}T12:00:00Z`;
    const who = { NAME: 'A desk', EMAIL: 'desk@example.org' };
    const env = {
      ...GIT_ENV,
      ...Object.fromEntries(
        Object.entries({ ...who, DATE: when }).flatMap(([key, value]) => [
          [`GIT_AUTHOR_${key}`, value],
          [`GIT_COMMITTER_${key}`, value],
        ]),
      ),
    };
    return execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  };
  const write = (files: Commit['files']): void => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(`${folder}/${path}`), { recursive: true });
      if (content === undefined) rmSync(`${folder}/${path}`);
      else writeFileSync(`${folder}/${path}`, content);
    }
  };
  const commit = ({ day, files, message = `What was said by ${day}` }: Commit): void => {
    write(files);
    run(['add', '--all']);
    run(['commit', '--quiet', '--allow-empty', '--message', message], day);
  };
  run(['init', '--quiet', '--initial-branch=main', '--object-format=sha1']);
  for (const one of commits) commit(one);
  return {
    folder,
    git: (...args) => run(args),
    write,
    commit,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
