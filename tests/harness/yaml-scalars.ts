import type { Dice } from './dice.ts';
import type { Style, Wording } from './yaml-styles.ts';

/** Words that mean the same anywhere in a plain text, in several scripts. */
const PLAIN = "the bridge shut 53 2024-03-12 it's הגשר 桥已关闭 👩‍👩‍👧 x “so” no 9:30 é".split(' ');
/** Words that mean something to YAML where they come first. */
const INSIDE = 'C# a-b - ? & *x ! % @ | > ~ \' " ` = http://x.y/#z ::x'.split(' ');
/** Words that brackets, comments or a colon would end. */
const MARKED = ['53,000', '[1]', '{x}', '#1', '# one', 'said:', ': so', '- so', ',', '---', '...', ']', 'a: b', 'k:'];
/** Line ends and blanks of Unicode, marks, half a character, and what the format refuses. */
const STRANGE = '\u0085 \u2028 \u2029 \u00a0 \u3000 \ufeff \u200f \ud83d \ude00 \t \x07'.split(' ');
const ESCAPES = '\\n \\" \\\\ \\t \\/'.split(' ');
const ODD_ESCAPES = '\\x41 \\u05d0 \\U0001F600 \\_ \\N \\0 \\e'.split(' ').concat('\\ ');

/** A value after its key or dash: its first line goes on there, the others are indented already. */
export function scalar(dice: Dice, style: Style, column: number): readonly string[] {
  return WRITE[dice.pick(style.wordings)](dice, style, column, 1 + dice.below(4));
}

/** A value or key inside brackets. */
export function flowScalar(dice: Dice, style: Style): string {
  const wording = dice.pick(style.wordings);
  if (wording.startsWith('single')) return single(dice, style);
  if (wording.startsWith('double')) return double(dice, style);
  if (dice.chance(style.corners)) return dice.pick([...MARKED, ...STRANGE, '53,000,000', '*a', '&a', '']);
  return several(1 + dice.below(3), () => dice.pick(PLAIN)).join(' ');
}

/** The lines of a value whose key stands in a column; those after the first are deeper by `step`. */
type Write = (dice: Dice, style: Style, column: number, step: number) => readonly string[];

const WRITE: Readonly<Record<Wording, Write>> = {
  plain: (dice, style) => [plain(dice, style)],
  'plain lines': (dice, style, column, step) => {
    const indent = ' '.repeat(column + step);
    const lines = broken(dice, plain(dice, style), indent);
    return dice.chance(30) ? ['', `${indent}${lines[0]}`, ...lines.slice(1)] : lines;
  },
  single: (dice, style) => [single(dice, style)],
  'single lines': (dice, style, column, step) => broken(dice, single(dice, style), ' '.repeat(column + step)),
  double: (dice, style) => [double(dice, style)],
  'double lines': (dice, style, column, step) => {
    const lines = broken(dice, double(dice, style), ' '.repeat(column + step));
    const isOpen = (line: string, at: number): boolean => at < lines.length - 1 && line.trim() !== '';
    return lines.map((line, at) => (isOpen(line, at) && dice.chance(1 + 4 * style.corners) ? `${line}\\` : line));
  },
  folded: (dice, style, column, step) => block('>', dice, style, column, step),
  literal: (dice, style, column, step) => block('|', dice, style, column, step),
  empty: () => [''],
};

function plain(dice: Dice, style: Style): string {
  const first = dice.pick(dice.chance(style.corners) ? dice.pick([INSIDE, MARKED, STRANGE]) : PLAIN);
  const isOdd = dice.chance(style.corners);
  const later = several(dice.below(5), () =>
    dice.pick(dice.chance(80) ? PLAIN : isOdd ? dice.pick([MARKED, STRANGE]) : INSIDE),
  );
  return [first, ...later].join(' ');
}

function anyWord(dice: Dice, style: Style): string {
  return dice.pick(dice.chance(style.corners) ? STRANGE : dice.pick([PLAIN, PLAIN, INSIDE, MARKED]));
}

function single(dice: Dice, style: Style): string {
  const words = several(dice.below(6), () => anyWord(dice, style).replaceAll("'", "''"));
  return `'${words.join(' ')}'`;
}

function double(dice: Dice, style: Style): string {
  const escaped = (): string => dice.pick(dice.chance(2 + 5 * style.corners) ? ODD_ESCAPES : ESCAPES);
  const word = (): string => (dice.chance(15) ? escaped() : anyWord(dice, style).replaceAll('"', '\\"'));
  return `"${several(dice.below(6), word).join(' ')}"`;
}

/** A text over several lines, with empty lines between some of them, and blanks that count for nothing. */
function broken(dice: Dice, text: string, indent: string): readonly string[] {
  return text.split(' ').reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined) return [word];
    if (!dice.chance(40)) return [...lines.slice(0, -1), `${last} ${word}`];
    const empty = several(dice.below(6) - 3, () => (dice.chance(20) ? indent : ''));
    // A comment would begin with a sign that comes first.
    const next = `${indent}${/^#/u.test(word) ? 'x' : ''}${word}`;
    return [...lines.slice(0, -1), `${last}${dice.chance(10) ? ' ' : ''}`, ...empty, next];
  }, []);
}

function block(sign: string, dice: Dice, style: Style, column: number, step: number): readonly string[] {
  const count = dice.chance(style.corners) ? 1 + dice.below(5) : dice.chance(2 + style.corners) ? step : '';
  const chomp = dice.chance(3 + 5 * style.corners) ? '+' : dice.pick(['', '-']);
  const indent = ' '.repeat(column + (dice.chance(style.corners) ? 0 : step));
  const line = (): string => {
    const deeper = dice.chance(2 + 2 * style.corners) ? dice.pick([' ', '  ', '    ', '\t']) : '';
    const words = several(dice.below(6), () => anyWord(dice, style)).join(' ');
    return dice.chance(15) ? dice.pick(['', '', '', indent]) : `${indent}${deeper}${words}`;
  };
  const comment = dice.chance(style.comments / 4) ? ' # beside' : '';
  const header = `${sign}${dice.chance(50) ? chomp + count : count + chomp}${comment}`;
  // The first words tell how deep a text is indented whose header does not.
  const first = `${indent}${anyWord(dice, style)}`;
  return [header, ...several(dice.below(9) - 7, () => ''), first, ...several(dice.below(4), line)];
}

function several(count: number, make: () => string): string[] {
  return Array.from({ length: Math.max(0, count) }, make);
}
