import { withCommas } from './text.ts';

/** A request that cannot be met: one sentence for the user and the exit code that goes with it. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly exitCode: 2 | 4 | 130;

  /** `exitCode` 2 is a bad request or unreadable input, 4 a file that is locked or has changed, 130 one that was broken off. */
  constructor(message: string, exitCode: 2 | 4 | 130 = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Names in a sentence: the first five, and how many more there are. */
export function someOf(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => `\`${name}\``);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${withCommas(more)} more` : shown.join(', ');
}
