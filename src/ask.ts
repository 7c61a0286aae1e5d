import confirm from '@inquirer/confirm';
import input from '@inquirer/input';
import search from '@inquirer/search';
import { Failure } from './failure.ts';
import type { Asker } from './io.ts';
import { neutralise } from './text.ts';

/** Asks a person at the terminal. Who breaks off is asked no more: the promise fails with a `Failure`. */
export const terminal: Asker = {
  line: ({ message, check, echo, initial = '' }) =>
    answered(
      input(
        {
          message: neutralise(message),
          ...(initial === '' ? {} : { default: initial, prefill: 'editable' }),
          validate: (text) => fault(check?.(text.trim())),
          transformer: (text, { isFinal }) => {
            const heard = echo?.(text.trim());
            return heard === undefined ? text : `${text}  ${isFinal ? '' : '· '}(read as: ${neutralise(heard)})`;
          },
        },
        STREAMS,
      ).then((text) => text.trim()),
    ),
  choose: ({ message, choices }) =>
    answered(
      search(
        {
          message: neutralise(message),
          pageSize: 8,
          source: (term) =>
            choices((term ?? '').trim()).map(({ name, note, value }) => ({
              name: neutralise(name),
              value,
              ...(note === undefined ? {} : { description: neutralise(note) }),
            })),
        },
        STREAMS,
      ),
    ),
  confirm: (message) => answered(confirm({ message: neutralise(message) }, STREAMS)),
};

// Questions are no output: that may go into a file.
const STREAMS = { output: process.stderr };

function fault(found: string | undefined): true | string {
  return found === undefined ? true : neutralise(found);
}

async function answered<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Failure('nothing was added', 130);
    throw error;
  }
}
