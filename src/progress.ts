import type { Io } from './io.ts';
import { withCommas } from './text.ts';

/**
 * Tells on a terminal how many of all files are read, in one line that is written over and wiped at the end. Nothing is
 * told to a pipe, nor in the first second of a command, in which most ledgers are read.
 */
export function* withProgress<T>(files: Iterable<T>, count: number, io: Pick<Io, 'err' | 'elapsed'>): Generator<T> {
  const { isTTY, width = 80, write } = io.err;
  let due = isTTY ? FIRST : Number.POSITIVE_INFINITY;
  let shown = '';
  let read = 0;
  try {
    for (const file of files) {
      yield file;
      read += 1;
      const now = io.elapsed();
      const line = now < due ? shown : `claims: ${withCommas(read)} of ${withCommas(count)} files read`;
      // A line that does not fit could not be written over.
      if (line === shown || line.length >= width) continue;
      write(`\r${line}`);
      due = now + PAUSE;
      shown = line;
    }
  } finally {
    if (shown !== '') write(`\r${' '.repeat(shown.length)}\r`);
  }
}

// In milliseconds.
const FIRST = 1000;
const PAUSE = 100;
