import confirm from '@inquirer/confirm';
import input from '@inquirer/input';
import search from '@inquirer/search';
import { Failure } from './failure.ts';
import type { Asker, ChoiceQuestion } from './io.ts';
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
  choose: async (question) => {
    // What is pasted in one go with Enter reaches the list too late, and another entry than the one it names is taken:
    // that is asked again.
    for (;;) {
      const { value, typed } = await picked(question);
      if (question.choices(typed).some((one) => one.value === value)) return value;
    }
  },
  confirm: (message) => answered(confirm({ message: neutralise(message) }, STREAMS)),
};

async function picked({
  message,
  choices,
}: ChoiceQuestion): Promise<{ readonly value: string; readonly typed: string }> {
  let typed = '';
  const value = await answered(
    search(
      {
        message: neutralise(message),
        pageSize: 8,
        source: (term) => {
          typed = (term ?? '').trim();
          return choices(typed).map(({ name, note, value: own }) => ({
            name: neutralise(name),
            value: own,
            ...(note === undefined ? {} : { description: neutralise(note) }),
          }));
        },
      },
      STREAMS,
    ),
  );
  return { value, typed };
}

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
