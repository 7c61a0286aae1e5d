import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import about from '../package.json' with { type: 'json' };
import { commands } from './commands/index.ts';
import type { Desk, Globals } from './commands/verb.ts';
import { Failure } from './failure.ts';
import type { Io } from './io.ts';
import { neutralise } from './text.ts';

/** Runs one command line, without the program's own name, and gives the exit code. What is a bug is thrown. */
export function main(args: readonly string[], io: Io): number {
  let exitCode = 0;
  const program = newProgram(io);
  const exit = (code: 0 | 1): void => {
    exitCode = code;
  };
  const desk: Desk = { io, globals: () => program.opts<Globals>(), exit };
  for (const add of commands) add(program, desk);
  try {
    program.parse(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof Failure)) throw error;
    io.err.write(`claims: ${neutralise(error.message)}\n`);
    return error.exitCode;
  }
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
