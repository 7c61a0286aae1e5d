import { Failure } from '../failure.ts';

/**
 * Refuses an argument whose text would be written and that lost something on its way here: what is not UTF-8 in it
 * became U+FFFD before the program began. `what` names the argument in the sentence.
 */
export function refuseDamaged(what: string, given: unknown): void {
  if (![given].flat().some((one) => typeof one === 'string' && one.includes('\ufffd'))) return;
  throw new Failure(
    `${what} holds U+FFFD, the sign for what is not UTF-8, and its letters are lost; let the terminal or the script write UTF-8`,
  );
}
