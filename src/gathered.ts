import type { Io } from './io.ts';

/** What is printed waits for more until it is so many characters long: thousands of rows take a few writes. */
const ENOUGH = 65_536;

/** Or until so many milliseconds have passed since the last write, at the next row or file: who waits is shown a rare row. */
const PATIENCE = 50;

export interface Gathered {
  readonly io: Io;
  /** Writes what is waiting. */
  readonly flush: () => void;
}

/**
 * The same, with standard output gathered. On standard error nothing overtakes what was printed before it, and a terminal
 * shows every piece at once.
 */
export function gathered(given: Io): Gathered {
  const { out, err, elapsed } = given;
  let waiting = '';
  let writtenAt = 0;
  const flush = (): void => {
    if (waiting === '') return;
    out.write(waiting);
    waiting = '';
    writtenAt = elapsed();
  };
  const flushDue = (): void => {
    if (waiting.length >= ENOUGH || out.isTTY || elapsed() - writtenAt > PATIENCE) flush();
  };
  const print = (text: string): void => {
    waiting += text;
    flushDue();
  };
  const read: Io['read'] = (path, limit) => {
    if (waiting !== '') flushDue();
    return given.read(path, limit);
  };
  const tell = (text: string): void => {
    flush();
    err.write(text);
  };
  return { io: { ...given, read, out: writingBy(print, out), err: writingBy(tell, err) }, flush };
}

// All else is found out by the stream itself, when it is asked for.
function writingBy(write: (text: string) => void, stream: Io['out']): Io['out'] {
  return Object.create(stream, { write: { value: write, enumerable: true } });
}
