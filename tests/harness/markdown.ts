import { runGit } from '../../src/io/git.ts';
import type { Io } from '../../src/io.ts';
import { type Commit, GIT_ENV, history } from './history.ts';
import { memoryIo } from './memory.ts';
import { isCommand, parseCommand } from './shell.ts';

type Files = ReadonlyMap<string, string | Uint8Array>;
type Main = (args: readonly string[], io: Io) => number;

export interface Rerendered {
  /** The document with the outputs that its commands have now. */
  readonly text: string;
  readonly commands: number;
  /** What is wrong with the outputs, whatever the document says. */
  readonly faults: readonly string[];
}

const HOME = '/desk';

/**
 * Runs the commands in the `console` blocks of a document and puts their outputs in the place of those written there.
 *
 * A block whose info string has a second word defines a file at that path, from there to the end of its `## ` section,
 * or of the document if it stands before the first one. Where no file is defined, commands see the `ledger` given,
 * whose paths are relative to the folder that the commands run in. A third word is a day: the file was committed to a
 * git repository then, and stands there as it was until a later block defines it anew.
 */
export function rerender(document: string, ledger: Files, main: Main): Rerendered {
  const lines: string[] = [];
  const faults: string[] = [];
  let commands = 0;
  let opening: Files | undefined;
  let section: Section = { defined: new Map(), commits: [], desk: undefined };
  let openingCommits: readonly Commit[] = [];

  for (const part of parts(document)) {
    if (part.kind === 'console') {
      const run = runBlock(part, { files: section.desk ?? atHome(ledger), commits: section.commits }, main);
      section = { ...section, desk: run.files };
      lines.push(...run.lines);
      faults.push(...run.faults);
      commands += run.commands;
      continue;
    }
    lines.push(...part.lines);
    if (part.kind === 'file') section = define(section, part);
    if (part.kind === 'heading') {
      if (opening === undefined) openingCommits = section.commits;
      opening ??= section.defined;
      section = { defined: opening, commits: openingCommits, desk: opening.size > 0 ? opening : undefined };
    }
  }
  return { text: lines.join('\n'), commands, faults };
}

interface Section {
  /** The files that the document defines. */
  readonly defined: Files;
  /** What of them is committed. */
  readonly commits: readonly Commit[];
  /** Those and what commands have written; undefined until there is either. */
  readonly desk: Files | undefined;
}

// The first file of a section puts an end to the ledger given, and to what commands wrote beside it.
function define({ defined, commits, desk }: Section, { path, day, content }: FilePart): Section {
  const file = [`${HOME}/${path}`, content] as const;
  return {
    defined: new Map([...defined, file]),
    commits: day === undefined ? commits : [...commits, { day, files: { [path]: content } }],
    desk: new Map([...(defined.size > 0 ? (desk ?? defined) : []), file]),
  };
}

function atHome(files: Files): Files {
  return new Map([...files].map(([path, content]) => [`${HOME}/${path}`, content]));
}

interface Run {
  readonly lines: readonly string[];
  readonly files: Files;
  readonly faults: readonly string[];
  readonly commands: number;
}

/** What commands see: files, and what of them is committed. */
interface Desk {
  readonly files: Files;
  readonly commits: readonly Commit[];
}

function runBlock(part: ConsolePart, start: Desk, main: Main): Run {
  const { fence, indent, at, lines } = part;
  const written = inside(part);
  if (!isCommand(written[0] ?? ''))
    throw new Error(`line ${at + 1}: a console block begins with \`$ claims\` or \`$ cat\``);
  const blocks: (readonly string[])[] = [];
  const faults: string[] = [];
  let { files } = start;
  for (const command of written.filter(isCommand)) {
    const result = withGit(start.commits, (git) => runCommand(command, { files, git }, main));
    const output = [...result.stdout, ...result.stderr, ...(result.exit === 0 ? [] : [`[exit ${result.exit}]`])];
    refuseAmbiguous(result.stdout, fence, command);
    blocks.push([command, ...output]);
    faults.push(...result.faults);
    files = result.files;
  }
  const shown = blocks.flatMap((each, index) => (index === 0 ? each : ['', ...each]));
  const indented = shown.map((line) => (line === '' ? '' : ' '.repeat(indent) + line));
  return { lines: [lines[0] ?? '', ...indented, lines.at(-1) ?? ''], files, faults, commands: blocks.length };
}

interface Result {
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  readonly exit: number;
  readonly files: Files;
  readonly faults: readonly string[];
}

/** Runs something beside a git repository with these commits, or without any git where there are none. */
function withGit<T>(commits: readonly Commit[], run: (git: Io['git'] | undefined) => T): T {
  if (commits.length === 0) return run(undefined);
  const { folder, remove } = history(...commits);
  try {
    return run((call) =>
      runGit({ ...call, folder: call.folder.replace(HOME, folder), env: { ...call.env, ...GIT_ENV } }),
    );
  } finally {
    remove();
  }
}

interface Surroundings {
  readonly files: Files;
  readonly git: Io['git'] | undefined;
}

function runCommand(command: string, { files, git }: Surroundings, main: Main): Result {
  const { program, env, args, input } = parseCommand(command);
  if (program === 'cat') return shownFiles(args, files);
  const width = env.COLUMNS === undefined ? undefined : Number(env.COLUMNS);
  const memory = memoryIo({
    files,
    cwd: HOME,
    env,
    width,
    ...(git && { git }),
    ...(input === undefined ? {} : { stdin: textOf(files, input) }),
  });
  const exit = main(args, memory.io);
  const stdout = linesOf(memory.stdout());
  const stderr = linesOf(memory.stderr()).map((line) => (line === '' ? '!' : `! ${line}`));
  const faults = [
    ...stdout.filter((line) => /[ \t]$/u.test(line)).map((line) => `${command}: blanks end the line ${line}|`),
    ...[memory.stdout(), memory.stderr()].filter((text) => /[^\n]$/u.test(text)).map(() => `${command}: no line end`),
  ];
  return { stdout, stderr, exit, files: memory.files, faults };
}

function shownFiles(paths: readonly string[], files: Files): Result {
  const stdout = paths.flatMap((path) => linesOf(textOf(files, path)));
  return { stdout, stderr: [], exit: 0, files, faults: [] };
}

function textOf(files: Files, path: string): string {
  const content = files.get(`${HOME}/${path}`);
  if (content === undefined) throw new Error(`there is no file ${path}`);
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/u, '').split('\n');
}

// Such a line would be read as something else by whoever reads the document, this function included.
function refuseAmbiguous(stdout: readonly string[], fence: string, command: string): void {
  for (const line of stdout) {
    const isMark = isCommand(line) || /^(?:! |!$|\[exit \d+\]$)/u.test(line);
    const isFence = line.trim().startsWith(fence) && new Set(line.trim()).size === 1;
    if (isMark || isFence) throw new Error(`${command}: this line of the output cannot stand in a block: ${line}`);
  }
}

interface TextPart {
  readonly kind: 'text' | 'heading';
  readonly lines: readonly string[];
}

interface FilePart {
  readonly kind: 'file';
  readonly path: string;
  readonly day: string | undefined;
  readonly content: string;
  readonly lines: readonly string[];
}

interface ConsolePart {
  readonly kind: 'console';
  readonly fence: string;
  readonly indent: number;
  /** The line of the opening fence, from 1. */
  readonly at: number;
  readonly lines: readonly string[];
}

// Every line of the document is in exactly one part, fences included.
function* parts(document: string): Generator<TextPart | FilePart | ConsolePart> {
  const lines = document.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const [, blanks = '', fence = '', info = ''] = /^( *)(`{3,}|~{3,})([^`]*)$/u.exec(line) ?? [];
    if (fence === '') {
      yield { kind: line.startsWith('## ') ? 'heading' : 'text', lines: [line] };
      continue;
    }
    const end = closing(lines, at, fence);
    yield block({ fence, indent: blanks.length, at: at + 1, lines: lines.slice(at, end + 1) }, info);
    at = end;
  }
}

function closing(lines: readonly string[], start: number, fence: string): number {
  const closes = (line: string): boolean => line.trim().startsWith(fence) && new Set(line.trim()).size === 1;
  const length = lines.slice(start + 1).findIndex(closes);
  if (length === -1) throw new Error(`line ${start + 1}: the block has no end`);
  return start + 1 + length;
}

function block(fenced: Omit<ConsolePart, 'kind'>, info: string): TextPart | FilePart | ConsolePart {
  const [language, path, day] = info.trim().split(/\s+/u);
  if (language === 'console') return { kind: 'console', ...fenced };
  if (path === undefined) return { kind: 'text', lines: fenced.lines };
  const content = inside(fenced).map((line) => `${line}\n`);
  return { kind: 'file', path, day, content: content.join(''), lines: fenced.lines };
}

// The lines between the fences, without the blanks that indent the fences.
function inside({ indent, lines }: Omit<ConsolePart, 'kind'>): readonly string[] {
  return lines.slice(1, -1).map((line) => line.replace(new RegExp(`^ {0,${indent}}`, 'u'), ''));
}
