import { Readable, type Writable } from 'node:stream';
import { type Begun, MARKS_OFF, MARKS_ON, NOTHING_BEGUN, type Stroke, strokesIn } from './strokes.ts';

/** The side of a terminal that sends what is typed: Node's stream for it, or one like it. */
export type Sending = Readable & { readonly setRawMode?: (raw: boolean) => unknown };

/** What is typed at a terminal, for one question after the other. */
export interface Keyboard {
  /**
   * Asks with a stream of keys, in which a paste is one text, until the answer is there. The signal is given when that
   * stream is left without one, as by Ctrl-D.
   */
  readonly during: <T>(ask: (keys: Readable, left: AbortSignal) => Promise<T>) => Promise<T>;
}

/**
 * A terminal's keyboard. `screen` is the side that shows what is written to it, and is told to mark what is pasted while
 * a question is open.
 */
export function keyboard(terminal: Sending, screen: Writable): Keyboard {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const waiting: (readonly Stroke[])[] = [];
  let begun: Begun = NOTHING_BEGUN;
  let keys: Readable | undefined;
  let isBusy = false;

  const take = (chunk: Buffer | string): void => {
    const read = strokesIn(typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }), begun);
    begun = read.begun;
    waiting.push(read.strokes);
    void handOn();
  };
  const handOn = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    while (keys !== undefined && waiting.length > 0) await strike(waiting.shift() ?? []);
    isBusy = false;
  };
  // What came in one go with the Enter that ended a question was not meant for the next one.
  const strike = async (strokes: readonly Stroke[]): Promise<void> => {
    const own = keys;
    for (const stroke of strokes) {
      if (own === undefined || own !== keys) return;
      press(own, stroke);
      await shown();
    }
  };

  return {
    during: async (ask) => {
      const own = Object.assign(new Readable({ read: () => {} }), {
        setRawMode: (raw: boolean) => terminal.setRawMode?.(raw),
      });
      const end = (): void => void own.push(null);
      keys = own;
      screen.write(MARKS_ON);
      terminal.on('data', take).once('end', end).resume();
      try {
        const answer = ask(own, leaving(own));
        void handOn();
        return await answer;
      } finally {
        keys = undefined;
        terminal.off('data', take).off('end', end).pause();
        screen.write(MARKS_OFF);
      }
    },
  };
}

// A text goes to the reader of the line as if it were one key: letter by letter it would be drawn anew for each.
function press(keys: Readable, stroke: Stroke): void {
  if ('key' in stroke) keys.push(stroke.key);
  else
    keys.emit('keypress', stroke.text, { sequence: stroke.text, name: 'text', ctrl: false, meta: false, shift: false });
}

/** Until a question has shown what came of a stroke, and ended where it was the last: Enter may only take what is shown. */
async function shown(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

// In the first the key is read and the list found anew, in the second an answer is given, in the third all is closed.
const TURNS = 3;

/** A signal for when a stream of keys is paused, which ends the reading of a line; after an answer nobody listens. */
function leaving(keys: Readable): AbortSignal {
  const left = new AbortController();
  keys.once('pause', () => void shown().then(() => left.abort()));
  return left.signal;
}
