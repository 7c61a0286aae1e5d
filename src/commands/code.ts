import type { Code } from '../checks/check.ts';
import { codes } from '../checks/index.ts';
import { Failure } from '../failure.ts';
import { nearest } from '../nearest.ts';

/** The code of a finding that a word names, to the letter. */
export function codeNamed(word: string): Code {
  const found = codes.find(({ code }) => code === word);
  if (found !== undefined) return found;
  const near = nearest(
    word,
    codes.map(({ code }) => code),
  );
  const help = near === undefined ? '; `claims explain` lists them' : `; did you mean \`${near}\`?`;
  throw new Failure(`there is no code \`${word}\`${help}`);
}
