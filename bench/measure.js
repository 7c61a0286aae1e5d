// Whole processes, run in turn: A B C A B C ... Whatever else the machine does falls on all of them alike, and a ratio is
// taken round by round.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';

const SECOND = 1000;

/**
 * The milliseconds of each command in each round, by its name. A first round is not counted. There are `most` rounds, or
 * fewer, but never less than `least`, where they would take longer than `seconds`.
 */
export function inTurn(commands, { least = 5, most = 21, seconds = 60 } = {}) {
  const names = Object.keys(commands);
  const round = () => new Map(names.map((name) => [name, milliseconds(commands[name])]));
  const first = [...round().values()].reduce((sum, time) => sum + time, 0);
  const rounds = Math.max(least, Math.min(most, Math.floor((seconds * SECOND) / first)));
  const all = Array.from({ length: rounds }, round);
  return new Map(names.map((name) => [name, all.map((times) => times.get(name))]));
}

/** The median of what each round gives for its times. */
export function ofRounds(times, names, value) {
  const [first] = names;
  return median(times.get(first).map((_, round) => value(...names.map((name) => times.get(name)[round]))));
}

export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

/** How long a command takes. What it prints goes nowhere, and it must end well. */
function milliseconds({ argv: [program, ...args], cwd }) {
  const start = performance.now();
  const { status, signal, stderr, error } = spawnSync(program, args, { ...PROCESS, cwd });
  const time = performance.now() - start;
  if (status === 0) return time;
  throw new Error(`${program} ${args.join(' ')} ended with ${error ?? signal ?? status}: ${stderr}`);
}

// The ledger is the one in the folder, whatever this shell would read.
// Where certificates are named, each Node reads them first, and all ratios to an idle Node look smaller than they are.
const env = { ...process.env, CLAIMS_LEDGER: undefined, NODE_EXTRA_CA_CERTS: undefined, LC_ALL: 'C.UTF-8' };
const PROCESS = { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', env };

/** The most memory that a command held, in MiB. `time` is the program that tells it, through a file in `folder`. */
export function peak({ argv, cwd }, { time, folder }) {
  const told = `${folder}/peak`;
  milliseconds({ argv: [time, '-q', '-f', '%M', '-o', told, ...argv], cwd });
  const kib = Number(readFileSync(told, 'utf8'));
  rmSync(told);
  return kib / 1024;
}

/** The milliseconds until a command has printed something, and until it has printed all. */
export function untilPrinted({ argv: [program, ...args], cwd }) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    let first;
    const child = spawn(program, args, { ...PROCESS, stdio: ['ignore', 'pipe', 'ignore'], cwd });
    child.stdout.on('data', () => {
      first ??= performance.now() - start;
    });
    child.on('error', reject);
    child.on('close', () => resolve({ first, all: performance.now() - start }));
  });
}
