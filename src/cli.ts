import { isTerminal, output } from './io/output.ts';
import { codeOf, reasonOf } from './io/unreadable.ts';
import { type Asker, disk, type Io, readToEnd } from './io.ts';
import { converse, main } from './main.ts';
import { neutralise } from './text.ts';

type Environment = Io['env'];

// An interrupt has no handler: while `main` runs none could be called, and by default the process ends at once, which
// shells report as 130.
run(process.argv.slice(2), process.env);

function run(args: readonly string[], env: Environment): void {
  // How it went for what was printed, once that could not be written.
  let lost: 0 | 2 | undefined;
  // The code is set rather than `process.exit` called, which would cut off what a terminal has not taken yet. A reader
  // who left has no use for findings, but what failed has failed.
  const ended = (code: number): void => {
    process.exitCode = lost === undefined || code > 1 ? code : lost;
  };
  const out = output({ handle: 1, stream: () => process.stdout, lost: stdoutFailed }, env);
  // Where messages cannot be written there is nobody to tell; the exit code still says how it went.
  const err = output({ handle: 2, stream: () => process.stderr, lost: () => {} }, env);
  const failed = (error: unknown): void => {
    ended(3);
    err.write(bugReport(error, env));
  };
  const cwd = here();
  if (cwd === undefined) {
    err.write('claims: the folder that this runs in is gone; change to another one\n');
    ended(2);
    return;
  }
  const io: Io = {
    ...disk,
    stdin: { read: (limit) => readToEnd(0, limit) },
    cwd,
    env,
    today,
    elapsed: () => process.uptime() * 1000,
    out,
    err,
  };
  try {
    const ask = async (): Promise<Asker> => (await import('./ask.ts')).askerAt(process);
    const code = isTerminal(2) && isTerminal(0) ? converse(args, io, ask) : main(args, io);
    if (typeof code === 'number') ended(code);
    else code.then(ended, failed);
  } catch (error) {
    failed(error);
  }

  // `claims list | head -1` closes the pipe early and is content with what it got.
  function stdoutFailed(error: unknown): void {
    lost = codeOf(error) === 'EPIPE' ? 0 : 2;
    process.exitCode = lost;
    if (lost !== 0) err.write(`claims: the output could not be written (${neutralise(reasonOf(error))})\n`);
  }
}

/** The folder that the command runs in; undefined when it has been deleted or may not be looked at. */
function here(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

/** The date in UTC+14, where each day begins first. */
function today(): string {
  const hour = 3_600_000;
  return new Date(Date.now() + 14 * hour).toISOString().slice(0, 10);
}

function bugReport(error: unknown, env: Environment): string {
  const { message, stack = '' } = error instanceof Error ? error : { message: String(error) };
  const shown = env.CLAIMS_DEBUG === '1' ? stack.split('\n') : [];
  const report =
    `claims: this is a bug (${neutralise(message)}). Please report it with the command and the file that cause it; ` +
    'CLAIMS_DEBUG=1 shows the stack.';
  return [report, ...shown.map(neutralise), ''].join('\n');
}
