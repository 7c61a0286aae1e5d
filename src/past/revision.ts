import { parseDate } from '../date.ts';
import { Failure } from '../failure.ts';
import { gitFailed, type Repository, textOf } from './repository.ts';

/** A point in the past, as it was asked for, and the commit that it comes to. */
export interface Revision {
  readonly given: string;
  /** The start of the day that was given, in seconds from 1970 in UTC; undefined where a revision was given. */
  readonly moment?: number;
  /** Undefined where there was no commit yet. */
  readonly commit?: Commit;
}

export interface Commit {
  /** All of its hexadecimal digits. */
  readonly id: string;
  /** When it was committed, in seconds from 1970. */
  readonly time: number;
  /** The first line of its message. */
  readonly subject: string;
}

/**
 * The commit that a revision or a date names. What reads as a date is one: the last commit on the way of first parents
 * from HEAD that was made before the day, in UTC, or before the moment.
 */
export function revisionOf(repository: Repository, given: string): Revision {
  const moment = momentOf(given);
  if (moment !== undefined) return { given, moment, ...commitBefore(repository, given, moment) };
  const id = idOf(repository, given);
  if (id !== undefined) return { given, commit: commitOf(repository, id) };
  // Before its first commit a repository has a HEAD, but nothing that it names.
  if (given === 'HEAD') return { given };
  const rest = repository.isShallow ? '; this clone is shallow, and `git fetch --unshallow` gets the rest' : '';
  throw new Failure(`there is no commit \`${given}\` in the repository${rest}`);
}

/** The start of a day or month, or a moment, in seconds from 1970; undefined for what is no such date. */
function momentOf(text: string): number | undefined {
  if (!/^\d{4}-\d\d(?!\d)[^~?%/]*$/u.test(text)) return undefined;
  const date = parseDate(text);
  if ('fault' in date) return undefined;
  const [point] = date.points;
  return point?.instant === undefined ? date.first * DAY : point.instant * MINUTE;
}

const DAY = 86_400;
const MINUTE = 60;

function commitBefore(repository: Repository, given: string, moment: number): { readonly commit?: Commit } {
  if (idOf(repository, 'HEAD') === undefined) return {};
  // Git counts a commit of the very second as before it, and knows no time before 1970.
  const last = Math.max(0, moment - 1);
  const run = repository.git(['rev-list', '-1', '--first-parent', `--before=@${last} +0000`, 'HEAD', '--']);
  if (run.code !== 0) throw gitFailed(run, 'look through the commits');
  const id = textOf(run.out).trim();
  if (id !== '') return { commit: commitOf(repository, id) };
  if (!repository.isShallow) return {};
  throw new Failure(
    `this clone is shallow and does not reach back to ${given}; \`git fetch --unshallow\` gets the rest`,
  );
}

// In two steps, as `:/words` takes all that follows it for words. What begins with a dash would be an option.
function idOf({ git }: Repository, given: string): string | undefined {
  if (given === '' || given.startsWith('-')) return undefined;
  const named = git(['rev-parse', '--verify', '--quiet', '--end-of-options', given]);
  if (named.code !== 0) return undefined;
  const commit = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${textOf(named.out).trim()}^{commit}`]);
  return commit.code === 0 ? textOf(commit.out).trim() : undefined;
}

function commitOf({ git }: Repository, id: string): Commit {
  const run = git(['rev-list', '-1', '--encoding=UTF-8', '--format=%ct%x00%s', id, '--']);
  const [, time, subject] = /^commit [^\n]*\n(\d+)\0(.*)\n$/su.exec(textOf(run.out)) ?? [];
  if (run.code !== 0 || subject === undefined) throw gitFailed(run, 'read the commit');
  return { id, time: Number(time), subject };
}
