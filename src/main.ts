import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import about from '../package.json' with { type: 'json' };
import { commands } from './commands/index.ts';
import type { Desk, Globals, Verb } from './commands/verb.ts';
import { Failure } from './failure.ts';
import { gathered } from './gathered.ts';
import type { Asker, Io } from './io.ts';
import { neutralise } from './text.ts';

/** Runs one command line, without the program's own name, and gives the exit code. What is a bug is thrown. */
export function main(args: readonly string[], io: Io): number {
  const code = run(args, io);
  if (typeof code !== 'number') throw new Error('a command waits for somebody who cannot be asked');
  return code;
}

/** As `main`, where somebody sits at the terminal: a command that asks ends when its questions are answered. */
export function converse(args: readonly string[], io: Io, ask: () => Promise<Asker>): number | Promise<number> {
  return run(args, io, ask);
}

function run(args: readonly string[], given: Io, ask?: () => Promise<Asker>): number | Promise<number> {
  const { io, flush } = gathered(given);
  let exitCode = 0;
  let talk: Promise<void> | undefined;
  const program = newProgram(io);
  const exit = (code: 0 | 1): void => {
    exitCode = code;
  };
  const wait = (promise: Promise<void>): void => {
    talk = promise;
  };
  const desk: Desk = { io, globals: () => program.opts<Globals>(), exit, ...(ask === undefined ? {} : { ask }), wait };
  for (const add of verbsFor(args, program.options)) add(program, desk);
  try {
    program.parse(args, { from: 'user' });
    if (talk === undefined) return exitCode;
    return talk
      .then(
        () => exitCode,
        (error: unknown) => failed(error, io),
      )
      .finally(flush);
  } catch (error) {
    return failed(error, io);
  } finally {
    flush();
  }
}

/**
 * The commands that a command line can come to: the one that it names, before which only options of the program may
 * stand. To load and add the others takes longer than most of them do, so that they are added only where all are told of.
 */
function verbsFor(args: readonly string[], options: readonly Option[]): readonly Verb[] {
  const [word = '', ...rest] = args;
  if (word === '--version') return [];
  const named = word !== TELLS_OF_ALL && Object.hasOwn(commands, word) ? commands[word] : undefined;
  if (named !== undefined) return [named];
  const option = options.find(({ long }) => long === word.split('=')[0]);
  if (option?.required !== true) return Object.values(commands);
  return verbsFor(word.includes('=') ? rest : rest.slice(1), options);
}

// What completes a command line.
const TELLS_OF_ALL = '__complete';

function failed(error: unknown, io: Io): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (!(error instanceof Failure)) throw error;
  io.err.write(`claims: ${neutralise(error.message)}\n`);
  return error.exitCode;
}

function newProgram(io: Io): Command {
  return new Command('claims')
    .description(
      'A plain-text ledger of who said what: list claims, set them side by side, see which cannot both be true.',
    )
    .version(about.version, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true })
    .option('--ledger <path>', 'the ledger: a folder or one file (else CLAIMS_LEDGER, else the nearest claims/ upward)')
    .addOption(new Option('--color <when>', 'colour the output').choices(['auto', 'always', 'never']).default('auto'))
    .addOption(new Option('--width <columns>', 'columns to use').argParser(widthOf))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out.write(text),
      writeErr: (text) => io.err.write(text.split('\n').map(neutralise).join('\n')),
      outputError: (text, write) => write(text.replace(/^error: /u, 'claims: ')),
      getOutHelpWidth: () => io.out.width ?? 80,
      getErrHelpWidth: () => io.err.width ?? 80,
      getOutHasColors: () => io.out.color,
      getErrHasColors: () => io.err.color,
    });
}

function widthOf(text: string): number {
  if (!/^[1-9]\d{1,3}$/u.test(text)) throw new InvalidArgumentError('It is a whole number from 10 to 9999.');
  return Number(text);
}
