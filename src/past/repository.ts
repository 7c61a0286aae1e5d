import { Failure } from '../failure.ts';
import type { GitFailure } from '../io/git.ts';
import type { Io } from '../io.ts';

/** The git repository that a folder lies in. Nothing is written to it, and nothing is fetched for it. */
export interface Repository {
  /** The path of the folder from the top of the repository: empty, or with a slash at its end. */
  readonly prefix: string;
  /** True for a clone that does not reach back to the first commit. */
  readonly isShallow: boolean;
  readonly git: Git;
}

/** Runs git in the folder, with an input and the most bytes that it may print. Of git that cannot run, the failure. */
export type Git = (args: readonly string[], bounds?: { readonly input?: string; readonly most?: number }) => GitRun;

export interface GitRun {
  readonly code: number;
  readonly out: Uint8Array;
  readonly err: string;
}

/** The repository of a folder, which `named` is what the user calls; without one the request fails. */
export function repositoryOf(io: Io, folder: string, named: string): Repository {
  const git = gitIn(io, folder);
  const run = git(['rev-parse', '--is-inside-work-tree', '--is-shallow-repository', '--show-prefix']);
  const { code, out, err } = run;
  if (/dubious ownership|unsafe repository/u.test(err)) throw new Failure(distrusted(err, folder));
  // Where there is no repository, or no folder of one that is checked out, git says so; all else is wrong with it.
  if (code !== 0 && !/not a git repository|bare repository|work tree/u.test(err))
    throw gitFailed(run, 'open the repository');
  const [, inside, shallow, prefix] = /^(true|false)\n(true|false)\n(.*)\n$/su.exec(textOf(out)) ?? [];
  if (code !== 0 || inside !== 'true' || prefix === undefined) {
    throw new Failure(`the ledger \`${named}\` is in no git repository, and git is what knows how it was`);
  }
  return { prefix, isShallow: shallow === 'true', git };
}

/** What git printed, as text. Names of files that are not UTF-8 come out as they do from the disk. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** For what should not happen in a sound repository: git's own first line. */
export function gitFailed({ err }: GitRun, doing: string): Failure {
  if (/lazy fetching|promisor|transport '[^']*' not allowed/u.test(err)) {
    return new Failure('this clone is partial and lacks files of that commit; checking it out once gets them');
  }
  const [line = ''] = err.split('\n').filter((text) => text !== '');
  return new Failure(`git could not ${doing}${line === '' ? '' : ` (${line.replace(/^(?:fatal|error): /u, '')})`}`);
}

function gitIn(io: Io, folder: string): Git {
  const env = environment(io.env);
  return (args, { input, most = USUAL } = {}) => {
    const answer = io.git({
      folder,
      args: [...QUIETLY, ...args],
      env,
      most,
      ...(input === undefined ? {} : { input }),
    });
    if ('failed' in answer) throw new Failure(NOT_RUN[answer.failed]);
    return answer;
  };
}

/**
 * No pager, no refreshed index, and none of the programs that a repository's settings may name: whoever made the clone
 * wrote them. A folder of the work tree that poses as a repository of its own is none either.
 */
const QUIETLY: readonly string[] = [
  '--no-pager',
  '--no-optional-locks',
  ...['core.fsmonitor=', 'core.hooksPath=/dev/null', 'safe.bareRepository=explicit'].flatMap((one) => ['-c', one]),
];

// What is asked for is a few lines, but where more is expected.
const USUAL = 2 ** 20;

/**
 * The repository is the one that the folder lies in, whatever a hook or a shell has set for git; what says where git and
 * its settings are is kept. Nothing is fetched of what a partial clone left out: older versions of git know only the list
 * of protocols, which no setting of the repository can add to. Messages are in English, as they are read here.
 */
function environment(env: Io['env']): Io['env'] {
  const own = Object.entries(env).filter(([name]) => !name.startsWith('GIT_') || KEPT.includes(name));
  const fetching = { GIT_ALLOW_PROTOCOL: 'none', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' };
  return { ...Object.fromEntries(own), ...fetching, ...AS_NAMED, LC_ALL: 'C' };
}

// A commit is what its id stands for: a clone may name other commits to be taken in its place, or for its parents.
const AS_NAMED = { GIT_NO_REPLACE_OBJECTS: '1', GIT_GRAFT_FILE: '/dev/null' };

const KEPT: readonly string[] = [
  'GIT_EXEC_PATH',
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_SYSTEM',
  'GIT_CONFIG_NOSYSTEM',
  'GIT_CEILING_DIRECTORIES',
  'GIT_DISCOVERY_ACROSS_FILESYSTEM',
];

const NOT_RUN: Readonly<Record<GitFailure, string>> = {
  missing: 'git, which knows how the ledger was, is not installed',
  'too-large': 'the ledger was too large then to be read',
  'too-slow': 'git did not answer within two minutes',
  'not-run': 'git could not be started',
};

function distrusted(err: string, folder: string): string {
  const repository = /repository at '([^'\n]+)'/u.exec(err)?.[1] ?? folder;
  return (
    `git does not trust the repository \`${repository}\`, which belongs to another user; ` +
    `if you do, tell it: git config --global --add safe.directory '${repository}'`
  );
}
