import { fstatSync, statSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import { pause } from './pause.ts';
import { codeOf } from './unreadable.ts';

/** A stream that a command prints to, with what the command may assume about it. */
export interface Output {
  readonly write: (text: string) => void;
  /** True when nobody takes any more, and what is written is lost. Without it somebody always does. */
  readonly isClosed?: () => boolean;
  readonly color: boolean;
  /** Columns, when the stream is a terminal that told them. */
  readonly width: number | undefined;
  readonly isTTY: boolean;
}

/** Standard output or standard error. */
export interface Standard {
  /** The number that every process has it under. */
  readonly handle: number;
  /** Node's stream for it, which takes longer to make than many a command takes: only a terminal gets it. */
  readonly stream: () => NodeJS.WriteStream;
  /** Told once, when nothing more can be written. */
  readonly lost: (error: unknown) => void;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Nothing is found out about the stream before something is written to it or asked about it. */
export function output(standard: Standard, env: Environment): Output {
  let found: Target | undefined;
  const target = (): Target => {
    found ??= isTerminal(standard.handle) ? terminal(standard) : file(standard);
    return found;
  };
  return {
    write: (text) => target().write(text),
    isClosed: () => found?.isClosed() === true,
    get color() {
      return hasColor(target(), env);
    },
    get width() {
      return widthOf(target(), env);
    },
    get isTTY() {
      return target().stream !== undefined;
    },
  };
}

/** Whether a person sits at the other end of an open file. */
export function isTerminal(handle: number): boolean {
  const found = fstatSync(handle);
  return (
    found.isCharacterDevice() && found.rdev !== statSync(NOWHERE, { throwIfNoEntry: false })?.rdev && isatty(handle)
  );
}

// No terminal, though a device like one. `isatty` comes with all that Node has for networks, so that it is asked last.
const NOWHERE = '/dev/null';

interface Target {
  readonly write: (text: string) => void;
  readonly isClosed: () => boolean;
  /** Of a terminal. */
  readonly stream?: NodeJS.WriteStream;
}

function terminal({ stream: streamOf, lost }: Standard): Target {
  const stream = streamOf();
  stream.on('error', lost);
  return {
    write: (text) => {
      if (!stream.errored) stream.write(text);
    },
    isClosed: () => Boolean(stream.errored),
    stream,
  };
}

function file({ handle, lost }: Standard): Target {
  let open = true;
  return {
    write: (text) => {
      // The reader of a pipe may leave in the middle: the rest is for nobody.
      if (!open) return;
      try {
        writeAll(handle, Buffer.from(text));
      } catch (error) {
        open = false;
        lost(error);
      }
    },
    isClosed: () => !open,
  };
}

// Waits for a reader that is slow, so that what it has not taken yet does not pile up in memory.
function writeAll(handle: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSome(handle, bytes, written);
}

// A pipe that does not block says so when it is full, rather than wait.
function writeSome(handle: number, bytes: Uint8Array, from: number): number {
  for (;;) {
    try {
      return writeSync(handle, bytes, from);
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw error;
      pause(1);
    }
  }
}

// As commander decides it, so that its help looks like the rest: NO_COLOR wins over FORCE_COLOR.
function hasColor({ stream }: Target, env: Environment): boolean {
  if (env.NO_COLOR || env.FORCE_COLOR === '0' || env.FORCE_COLOR === 'false') return false;
  if (env.FORCE_COLOR) return true;
  return stream !== undefined && env.TERM !== 'dumb';
}

function widthOf({ stream }: Target, env: Environment): number | undefined {
  if (stream !== undefined && stream.columns > 0) return stream.columns;
  const columns = env.COLUMNS ?? '';
  return /^[1-9]\d{0,5}$/u.test(columns) ? Number(columns) : undefined;
}
