import { type Command, InvalidArgumentError, Option } from 'commander';
import { analyse, analyseTopic, type TopicAnalysis } from '../analysis/analyse.ts';
import { onRecord } from '../analysis/select.ts';
import type { Listing } from '../analysis/tally.ts';
import { checker } from '../checks/checker.ts';
import { faults } from '../checks/faults.ts';
import { type DayRange, parseDate } from '../date.ts';
import type { Finding } from '../diagnostic.ts';
import { Failure, someOf } from '../failure.ts';
import type { Asker, Io } from '../io.ts';
import type { Topic } from '../ledger/model.ts';
import { hasTopic, listFiles, listTopics, loadInTurn, topicAt as topicOfFile } from '../load.ts';
import type { LoadedSince } from '../load-since.ts';
import { print } from '../print.ts';
import { withProgress } from '../progress.ts';
import { neutralise, withCommas } from '../text.ts';
import type { View } from '../views/block.ts';
import { begun } from './begun.ts';

/** Adds one command to the program. */
export type Verb = (program: Command, desk: Desk) => void;

/** What every command works with. */
export interface Desk {
  readonly io: Io;
  /** The options that may stand anywhere on the command line. */
  readonly globals: () => Globals;
  /** Sets the exit code. */
  readonly exit: (code: 0 | 1) => void;
  /** Where somebody sits at the terminal. */
  readonly ask?: () => Promise<Asker>;
  /** Lets the command end only when a talk with somebody has. */
  readonly wait: (talk: Promise<void>) => void;
}

export interface Globals {
  readonly ledger?: string;
  readonly color: 'auto' | 'always' | 'never';
  readonly width?: number;
}

/** What to read and how to look at it. */
export interface Reading {
  /** Ids of the only topics to read; all when empty. */
  readonly topics?: readonly string[];
  /** The day, counted from 1970, whose record to look at. */
  readonly until?: number | undefined;
  readonly listing?: Listing;
  /** Is shown each topic as the file has it, before anything is left out. */
  readonly see?: (topic: Topic) => void;
}

/** Reads and analyses topics, and says on standard error how many faults there are. */
export function readTopics(desk: Desk, reading: Reading): readonly TopicAnalysis[] {
  return [...inTurn(desk, reading, withProgress)];
}

/**
 * As `readTopics`, one topic after the other, each read when it is asked for. The first is read at once: where nothing can
 * be read that is said before anything is printed.
 */
export function topicsInTurn(desk: Desk, reading: Reading): Iterable<TopicAnalysis> {
  return begun(inTurn(desk, reading, desk.io.out.isTTY ? silently : withProgress));
}

// What is printed on a terminal meanwhile is progress enough, and the line of progress would stand in the midst of it.
function silently<T>(files: Iterable<T>): Iterable<T> {
  return files;
}

function* inTurn(desk: Desk, reading: Reading, told: Told): Generator<TopicAnalysis> {
  const { topics = [], until, listing, see } = reading;
  const read = loadInTurn(desk.io, desk.globals().ledger, topics);
  const check = faultFinder();
  let faults = errorsIn(read.findings);
  const lost: string[] = [];
  let isEmpty = true;
  for (const { topic, path, findings } of told(read.topics, read.count, desk.io)) {
    faults += errorsIn(findings);
    if (topic === undefined) lost.push(path);
    if (topic === undefined) continue;
    isEmpty = false;
    see?.(topic);
    const analysis = analyseTopic(topic, listing);
    faults += check(analysis).length;
    if (until === undefined) yield analysis;
    else yield* analyse(onRecord({ topics: [topic] }, until), listing);
  }
  if (isEmpty && faults > 0) {
    throw new Failure(`nothing that was asked for could be read; \`claims check\` lists ${faultsInWords(faults)}`);
  }
  if (lost.length > 0) say(desk.io, `nothing of ${someOf(lost)} could be read`);
  sayFaults(desk, faults);
}

/** How a command tells how far it has read. */
type Told = <T>(files: Iterable<T>, count: number, io: Io) => Iterable<T>;

/** Analyses a ledger now and as it was, and says on standard error how many faults each has. */
export function analyseBoth(desk: Desk, { before, after }: Pick<LoadedSince, 'before' | 'after'>): Both {
  const [was, is] = [analyse(before.ledger), analyse(after.ledger)];
  const former = faultsIn(before.findings, was);
  sayFaults(desk, faultsIn(after.findings, is));
  if (former > 0) say(desk.io, `${faultsInWords(former)} in the ledger then; what could not be read is left out`);
  return { before: was, after: is };
}

export interface Both {
  readonly before: readonly TopicAnalysis[];
  readonly after: readonly TopicAnalysis[];
}

/** The ids of all topics, found without reading a file. */
export function topicIds(desk: Desk): readonly string[] {
  return listTopics(desk.io, desk.globals().ledger);
}

/** True for the id of a topic. */
export function isTopicId(desk: Desk, word: string): boolean {
  return hasTopic(desk.io, desk.globals().ledger, word);
}

/** The id of the topic whose file a word names by its path; undefined for any other word. */
export function topicAt(desk: Desk, word: string): string | undefined {
  return topicOfFile(desk.io, desk.globals().ledger, word);
}

/** The real paths of the files that make up the ledger. */
export function ledgerFiles(desk: Desk): readonly string[] {
  const { io } = desk;
  return listFiles(io, desk.globals().ledger).flatMap((path) => io.real(`${io.cwd}/${path}`) ?? []);
}

/** What is today for the checks. */
export function todayOf(io: Io): number {
  return dayOf(io.today()).first;
}

/** Prints a view as the command line asks for. */
export function show(desk: Desk, view: View, format: string): void {
  const { color, width } = desk.globals();
  print(view, desk.io, { format, color, width });
}

/** `--format`, with what the command can print, the first by default. */
export function formatOption(...formats: readonly [string, ...string[]]): Option {
  return new Option('--format <format>', 'how to print it').choices(formats).default(formats[0]);
}

/** A date on the command line, as its days. */
export function dayOf(text: string): DayRange {
  const date = parseDate(text);
  if ('fault' in date) throw new InvalidArgumentError(`${date.fault.charAt(0).toUpperCase()}${date.fault.slice(1)}.`);
  return date;
}

/** Examples under a command's help. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ claims ${line}`).join('\n')}`;
}

function faultsIn(findings: readonly Finding[], topics: readonly TopicAnalysis[]): number {
  const check = faultFinder();
  return topics.reduce((count, topic) => count + check(topic).length, errorsIn(findings));
}

// Only `check` looks at the clock: for all others no date lies ahead, and their output is the same on every day.
function faultFinder(): ReturnType<typeof checker> {
  return checker(faults, { today: Number.POSITIVE_INFINITY });
}

function errorsIn(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity === 'error').length;
}

function sayFaults({ io }: Desk, faults: number): void {
  if (faults === 0) return;
  say(io, `${faultsInWords(faults)} in the ledger; \`claims check\` lists ${faults === 1 ? 'it' : 'them'}`);
}

/** Says a sentence on standard error. It may name files, whose names are as hostile as what is in them. */
export function say({ err }: Pick<Io, 'err'>, sentence: string): void {
  err.write(`claims: ${neutralise(sentence)}\n`);
}

/** Why nothing is written into a file; `why` is a clause about it. */
export function leftAsItIs(file: string, why: string): string {
  return `\`${file}\` is left as it is: it ${why}`;
}

function faultsInWords(faults: number): string {
  return faults === 1 ? '1 fault' : `${withCommas(faults)} faults`;
}
