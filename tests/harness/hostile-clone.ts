import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type Commit, type History, history } from './history.ts';

/** A clone of which somebody else wrote the settings: each names a program that notes that it was run. */
export interface HostileClone extends History {
  /** The names of the programs that were run since the last look. */
  readonly ran: () => readonly string[];
}

/** Settings by which git runs programs, in the words of its documentation; `%` stands for the program's path. */
const SETTINGS: Readonly<Record<string, string>> = {
  'core.fsmonitor': '%',
  'core.hooksPath': '%.hooks',
  'core.pager': '%',
  'core.editor': '%',
  'core.askPass': '%',
  'core.sshCommand': '%',
  'core.gitProxy': '%',
  'core.alternateRefsCommand': '%',
  'credential.helper': '!%',
  'diff.external': '%',
  'diff.own.textconv': '%',
  'diff.own.command': '%',
  'filter.own.clean': '%',
  'filter.own.smudge': '%',
  'filter.own.process': '%',
  'gpg.program': '%',
  'gpg.ssh.program': '%',
  'log.showSignature': 'true',
  'pager.rev-list': '%',
  'pager.cat-file': '%',
  'pager.ls-tree': '%',
  'alias.rev-parse': '!%',
  'alias.rev-list': '!%',
  'alias.cat-file': '!%',
  'alias.ls-tree': '!%',
  'trace2.eventTarget': '%.trace',
  'uploadpack.packObjectsHook': '%',
  // A partial clone fetches what it lacks from where its settings say, by a program that they name.
  'remote.origin.url': 'ext::% %S',
  'remote.origin.promisor': 'true',
  'remote.origin.partialclonefilter': 'blob:none',
  'remote.origin.uploadpack': '%',
  'core.repositoryformatversion': '1',
  'extensions.partialClone': 'origin',
  'protocol.allow': 'always',
  'protocol.ext.allow': 'always',
};

const HOOKS = ['fsmonitor-watchman', 'post-index-change', 'post-checkout', 'reference-transaction', 'pre-auto-gc'];

/** A clone in which settings name programs, and that lacks the content of a file as it was first. */
export function hostileClone(lost: string, ...commits: readonly Commit[]): HostileClone {
  const one = history(...commits);
  const { folder, git } = one;
  const notes = `${folder}/.git/notes`;
  const programs = `${folder}/.git/programs`;
  for (const made of [notes, programs]) mkdirSync(made);
  const program = (name: string): string => {
    const path = `${programs}/${name}`;
    mkdirSync(path.slice(0, path.lastIndexOf('/')), { recursive: true });
    writeFileSync(path, `#!/bin/sh\necho run >> '${notes}/${name.replaceAll('/', '-')}'\nexit 1\n`, { mode: 0o755 });
    return path;
  };
  const [first = ''] = git('rev-list', '--max-parents=0', 'HEAD').split('\n');
  const id = git('rev-parse', `${first}:${lost}`).trim();
  // What is looked up before the settings are those of somebody else.
  rmSync(`${folder}/.git/objects/${id.slice(0, 2)}/${id.slice(2)}`);
  for (const [key, value] of Object.entries(SETTINGS)) git('config', key, value.replace('%', program(key)));
  for (const hook of HOOKS) program(`core.hooksPath.hooks/${hook}`);
  const ran = (): readonly string[] => {
    const names = readdirSync(notes).sort();
    for (const name of names) rmSync(`${notes}/${name}`);
    return existsSync(`${programs}/trace2.eventTarget.trace`) ? [...names, 'trace2'] : names;
  };
  ran();
  return { ...one, ran };
}
