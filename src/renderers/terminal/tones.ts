import { Chalk } from 'chalk';
import type { Tone } from '../../views/line.ts';

/** What puts each tone on a text, as colours. */
export function inColour(): Readonly<Record<Tone, (text: string) => string>> {
  // Chalk itself does not heed NO_COLOR; whether to colour was decided once for the stream.
  const chalk = new Chalk({ level: 1 });
  return {
    strong: chalk.bold,
    faint: chalk.dim,
    old: chalk.dim.strikethrough,
    new: chalk.underline,
    contradiction: chalk.red.bold,
    opposed: chalk.magenta.bold,
    tension: chalk.yellow.bold,
    shift: chalk.cyan.bold,
    error: chalk.red.bold,
    warning: chalk.yellow.bold,
  };
}
