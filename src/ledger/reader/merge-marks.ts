import type { Finding } from '../../diagnostic.ts';
import type { Range } from '../../place.ts';
import { syntaxFault } from './faults.ts';

/**
 * The first place where git has left both sides of a merge in a text, with the number of the others. Of such a text
 * nothing else is told, since all else that is wrong with it may come from there.
 */
export function mergeMarks(file: string, text: string): readonly Finding[] {
  let begin: Range | undefined;
  let first: Range | undefined;
  let isHalved = false;
  let more = 0;
  for (const { 0: line, 1: sign, index } of text.matchAll(MARK)) {
    if (sign === '<') {
      begin = { start: index, end: index + line.length };
      isHalved = false;
    } else if (sign === '=') isHalved = true;
    else if (begin !== undefined && isHalved) {
      if (first !== undefined) more += 1;
      first ??= begin;
      begin = undefined;
    }
  }
  if (first === undefined) return [];
  const message = `a merge was left unfinished here${more === 0 ? '' : `, and at ${more} more ${more === 1 ? 'place' : 'places'}`}`;
  return [syntaxFault(file, { range: first, message, hint: HINT })];
}

// Git writes seven of each at the beginning of a line, and behind them whose side it is.
const MARK = /^([<=>])\1{6}(?: .*)?$/gmu;

const HINT =
  'keep what is meant of the two sides, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`';
