import type { Dice } from './dice.ts';

/** Characters and pieces that mean something to YAML or to this project, and some that only look so. */
const SIGNS = [...':-?,[]{}#&*!|>\'"%@`~=<\\ \t\n\r0129abx'];
const PIECES = [
  ': ',
  ' #',
  '- ',
  '? ',
  '---',
  '...',
  '\r',
  '\r...',
  '\r---\n',
  '\n...',
  '\n---\n',
  '\n...\n',
  '\n\n',
  '\r\n',
  '\n ',
  '\n  ',
  '  ',
  '>-',
  '|',
  '>1',
  '|2+',
  '|+',
  "''",
  '""',
  '\\x',
  '\\u00',
  '\\\n',
  '! ',
  '&a ',
  '*a',
  'k: ',
  'a:',
  ', ',
  ',000',
  ' ,',
  '[]',
  '{}',
  '{ ',
  ' }',
  '[\n',
  '\n]',
  '# ',
  '\t#',
  '%YAML 1.2\n',
  '<<: ',
  '- - ',
  '-\n',
  ':\n',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\u00a0',
  '\ud83d',
  '\ude00',
  'é',
  'ש',
  '\x00',
  '\x1b',
  '\x7f',
];

/** A text with one to four changes, most of which leave most of it as it was. */
export function mutated(dice: Dice, text: string): string {
  let changed = text;
  for (let left = 1 + dice.below(3); left > 0; left -= 1) changed = dice.pick(MUTATIONS)(changed, dice);
  return changed;
}

/** Pieces of YAML in no order. */
export function soup(dice: Dice): string {
  return Array.from({ length: 1 + dice.below(16) }, () => sign(dice)).join('');
}

/** Some lines of a long text, most often without the indentation that they share. */
export function stretch(dice: Dice, text: string): string {
  const lines = text.split(/(?<=\n)/u);
  const from = dice.below(lines.length);
  const some = lines.slice(from, from + 2 + dice.below(10));
  const depth = Math.min(...some.map((line) => line.search(/[^ ]/u)));
  return some.map((line) => (dice.chance(98) ? line.slice(depth) : line)).join('');
}

type Mutation = (text: string, dice: Dice) => string;

const inserted: Mutation = (text, dice) => {
  const at = dice.below(text.length + 1);
  return text.slice(0, at) + sign(dice) + text.slice(at);
};

const lineMoved: Mutation = (text, dice) =>
  inLines(text, (lines) => {
    const [line = ''] = lines.splice(dice.below(lines.length), 1);
    lines.splice(dice.below(lines.length + 1), 0, line);
  });

const lineIndented: Mutation = (text, dice) =>
  inLines(text, (lines) => {
    const at = dice.below(lines.length);
    const line = lines[at] ?? '';
    lines[at] = dice.chance(50) ? line.slice(1 + dice.below(2)) : dice.pick([' ', '  ', '   ', '\t']) + line;
  });

const MUTATIONS: readonly Mutation[] = [
  inserted,
  inserted,
  (text, dice) => {
    const at = dice.below(text.length);
    return text.slice(0, at) + sign(dice) + text.slice(at + 1);
  },
  (text, dice) => {
    const at = dice.below(text.length);
    return text.slice(0, at) + text.slice(at + 1 + (dice.chance(20) ? dice.below(8) : 0));
  },
  (text, dice) => {
    const at = dice.below(text.length);
    return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
  },
  lineIndented,
  lineIndented,
  lineMoved,
  (text, dice) => inLines(text, (lines) => lines.splice(dice.below(lines.length), 1)),
  (text, dice) =>
    inLines(text, (lines) => {
      lines.splice(dice.below(lines.length + 1), 0, dice.pick(lines));
    }),
  (text, dice) => (dice.chance(50) ? text.slice(0, dice.below(text.length + 1)) : text.slice(dice.below(text.length))),
];

function sign(dice: Dice): string {
  return dice.chance(60) ? dice.pick(SIGNS) : dice.pick(PIECES);
}

/** Changes the lines, each of which keeps its line end. */
function inLines(text: string, change: (lines: string[]) => void): string {
  const lines = text.split(/(?<=\n)/u);
  change(lines);
  return lines.join('');
}
