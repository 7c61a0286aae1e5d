import type { Writable } from 'node:stream';
import input from '@inquirer/input';
import search from '@inquirer/search';
import { Failure } from './failure.ts';
import type { Asker, ChoiceQuestion, LineQuestion } from './io.ts';
import { neutralise } from './text.ts';
import { keyboard, type Sending } from './typing/keyboard.ts';

/** Both sides of a terminal. Questions are no output, which may go into a file: they go to standard error. */
interface Terminal {
  readonly stdin: Sending;
  readonly stderr: Writable;
}

/** Asks a person at a terminal. Who breaks off is asked no more: the promise fails with a `Failure`. */
export function askerAt({ stdin, stderr }: Terminal): Asker {
  const typed = keyboard(stdin, stderr);
  const answered = <T>(ask: (context: Context) => Promise<T>): Promise<T> =>
    typed.during((keys, left) => ask({ input: keys, output: stderr, signal: left })).catch(brokenOff);
  return {
    line: (question) => answered((context) => input(lineOf(question), context)).then((text) => text.trim()),
    choose: (question) => answered((context) => search(listOf(question), context)),
    confirm: (message) => answered((context) => input(yesOrNo(message), context)).then(isYes),
  };
}

type Context = NonNullable<Parameters<typeof input>[1]>;

function lineOf({ message, check, echo, initial = '' }: LineQuestion): Parameters<typeof input>[0] {
  return {
    message: neutralise(message),
    ...(initial === '' ? {} : { default: initial, prefill: 'editable' }),
    validate: (text) => fault(check?.(text.trim())),
    transformer: (text, { isFinal }) => {
      const heard = echo?.(text.trim());
      const shown = neutralise(text);
      return heard === undefined ? shown : `${shown}  ${isFinal ? '' : '· '}(read as: ${neutralise(heard)})`;
    },
  };
}

function listOf({ message, choices }: ChoiceQuestion): Parameters<typeof search<string>>[0] {
  return {
    message: neutralise(message),
    pageSize: 8,
    theme: { style: { searchTerm: neutralise } },
    source: (term) =>
      choices((term ?? '').trim()).map(({ name, note, value }) => ({
        name: neutralise(name),
        value,
        ...(note === undefined ? {} : { description: neutralise(note) }),
      })),
  };
}

// Asked as a line, since a list of two would take any text for a yes.
function yesOrNo(message: string): Parameters<typeof input>[0] {
  return {
    message: `${neutralise(message)} (Y/n)`,
    validate: (text) => YES_OR_NO.test(text) || 'type y or n, or nothing for yes',
    transformer: (text, { isFinal }) => (isFinal ? (isYes(text) ? 'Yes' : 'No') : neutralise(text)),
  };
}

const YES_OR_NO = /^\s*(?:y|yes|n|no)?\s*$/iu;

function isYes(text: string): boolean {
  return !/^\s*n/iu.test(text);
}

function fault(found: string | undefined): true | string {
  return found === undefined ? true : neutralise(found);
}

// By Ctrl-C, and by Ctrl-D.
const BREAKS = ['ExitPromptError', 'AbortPromptError'];

function brokenOff(error: unknown): never {
  if (error instanceof Error && BREAKS.includes(error.name)) throw new Failure('nothing was added', 130);
  throw error;
}
