import { isatty } from 'node:tty';
import { type Asker, disk, type Io, type Output, readToEnd } from './io.ts';
import { converse, main } from './main.ts';
import { neutralise } from './text.ts';

type Environment = Io['env'];
type Stream = NodeJS.WriteStream;

// An interrupt has no handler: while `main` runs none could be called, and by default the process ends at once, which
// shells report as 130.
run(process.argv.slice(2), process.env);

function run(args: readonly string[], env: Environment): void {
  const io: Io = {
    ...disk,
    stdin: { isTTY: isatty(0), read: (limit) => readToEnd(0, limit) },
    cwd: process.cwd(),
    env,
    today,
    elapsed: () => performance.now(),
    out: output(process.stdout, env),
    err: output(process.stderr, env),
  };
  process.stdout.on('error', stdoutFailed);
  // Where messages cannot be written there is nobody to tell; the exit code still says how it went.
  process.stderr.on('error', () => {});
  // The code is set rather than `process.exit` called, which would cut off what a pipe has not taken yet.
  const failed = (error: unknown): void => {
    process.exitCode = 3;
    io.err.write(bugReport(error, env));
  };
  const ended = (code: number): void => {
    process.exitCode = code;
  };
  try {
    const ask = async (): Promise<Asker> => (await import('./ask.ts')).terminal;
    const code = isatty(0) && isatty(2) ? converse(args, io, ask) : main(args, io);
    if (typeof code === 'number') ended(code);
    else code.then(ended, failed);
  } catch (error) {
    failed(error);
  }
}

/** The date in UTC+14, where each day begins first. */
function today(): string {
  const hour = 3_600_000;
  return new Date(Date.now() + 14 * hour).toISOString().slice(0, 10);
}

function output(stream: Stream, env: Environment): Output {
  return {
    write: (text) => {
      // The reader of a pipe may leave in the middle: the rest is for nobody.
      if (!stream.errored) stream.write(text);
    },
    color: hasColor(stream, env),
    width: widthOf(stream, env),
    isTTY: stream.isTTY === true,
  };
}

// As commander decides it, so that its help looks like the rest: NO_COLOR wins over FORCE_COLOR.
function hasColor(stream: Stream, env: Environment): boolean {
  if (env.NO_COLOR || env.FORCE_COLOR === '0' || env.FORCE_COLOR === 'false') return false;
  if (env.FORCE_COLOR) return true;
  return stream.isTTY === true && env.TERM !== 'dumb';
}

function widthOf(stream: Stream, env: Environment): number | undefined {
  if (stream.isTTY && stream.columns > 0) return stream.columns;
  const columns = env.COLUMNS ?? '';
  return /^[1-9]\d{0,5}$/u.test(columns) ? Number(columns) : undefined;
}

// `claims list | head -1` closes the pipe early and is content with what it got.
function stdoutFailed(error: NodeJS.ErrnoException): void {
  process.exitCode = error.code === 'EPIPE' ? 0 : 2;
  if (error.code !== 'EPIPE') {
    process.stderr.write(`claims: the output could not be written (${neutralise(error.code ?? error.message)})\n`);
  }
}

function bugReport(error: unknown, env: Environment): string {
  const { message, stack = '' } = error instanceof Error ? error : { message: String(error) };
  const shown = env.CLAIMS_DEBUG === '1' ? stack.split('\n') : [];
  const report =
    `claims: this is a bug (${neutralise(message)}). Please report it with the command and the file that cause it; ` +
    'CLAIMS_DEBUG=1 shows the stack.';
  return [report, ...shown.map(neutralise), ''].join('\n');
}
