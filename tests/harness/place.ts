import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';

const repository = `${import.meta.dirname}/../..`;

/** How the built command is run. */
export interface Running {
  /** A script of `sh` around it, in which `"$@"` runs it. */
  readonly shell?: string;
  /** All of its environment but for the PATH. */
  readonly env?: Readonly<Record<string, string>>;
  /** An ordinary user, who may not do everything, where the tests are run by one who may. */
  readonly isOrdinary?: true;
  /** What its streams are: of the three, only those that are pipes are told. */
  readonly stdio?: readonly ('ignore' | 'pipe' | number)[];
  /** The child as soon as it runs. */
  readonly begun?: (child: ReturnType<typeof spawn>) => void;
}

export interface Ran {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with files, and the built command in it. */
export interface Place {
  readonly folder: string;
  readonly write: (files: Readonly<Record<string, string>>) => void;
  /** Takes away all that is there, and puts these in its place. */
  readonly reset: (files: Readonly<Record<string, string>>) => void;
  /** All files, by their path, with what they hold. */
  readonly files: () => Readonly<Record<string, string>>;
  readonly run: (args: readonly string[], running?: Running) => Promise<Ran>;
  readonly remove: () => void;
}

/** A place outside the repository, where any user may read the program too. */
export function newPlace(files: Readonly<Record<string, string>>): Place {
  const root = realpathSync(mkdtempSync(`${tmpdir()}/claims-place-`));
  const folder = `${root}/here`;
  chmodSync(root, 0o755);
  mkdirSync(folder);
  for (const part of ['bin', 'dist']) cpSync(`${repository}/${part}`, `${root}/program/${part}`, { recursive: true });
  const write: Place['write'] = (more) => {
    for (const [path, text] of Object.entries(more)) {
      mkdirSync(dirname(`${folder}/${path}`), { recursive: true });
      writeFileSync(`${folder}/${path}`, text);
    }
  };
  write(files);
  return {
    folder,
    write,
    reset: (anew) => {
      for (const name of readdirSync(folder)) rmSync(`${folder}/${name}`, { recursive: true });
      write(anew);
    },
    files: () => filesIn(folder),
    run: (args, running = {}) => run([`${root}/program/bin/claims.js`, ...args], folder, running),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function filesIn(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const isFile = (path: string): boolean => statSync(`${folder}/${path}`).isFile();
  return Object.fromEntries(paths.filter(isFile).map((path) => [path, readFileSync(`${folder}/${path}`, 'utf8')]));
}

function run(args: readonly string[], cwd: string, running: Running): Promise<Ran> {
  const { shell, env = {}, isOrdinary, stdio = ['ignore', 'pipe', 'pipe'], begun } = running;
  const [program = '', ...rest] =
    shell === undefined ? [process.execPath] : ['sh', '-c', shell, 'sh', process.execPath];
  const child = spawn(program, [...rest, ...args], {
    cwd,
    env: { PATH: process.env.PATH, ...env },
    stdio: [...stdio],
    ...(isOrdinary === true && process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  const told = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.setEncoding('utf8').on('data', (text) => {
      told[name] += text;
    });
  begun?.(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status, signal, ...told }));
  });
}

// The number that systems give to a user who owns nothing.
const NOBODY = 65_534;
