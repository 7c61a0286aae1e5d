import type { Dice } from './dice.ts';
import { flowScalar, scalar } from './yaml-scalars.ts';
import type { Style } from './yaml-styles.ts';

const KEYS = [
  'a',
  'id',
  'says',
  'as_of',
  'claims',
  'options',
  'קול',
  '桥',
  '2',
  '0',
  '__proto__',
  'two words',
  "it's",
  'x-y',
  '<<',
];
const DEEPEST = 3;

/** A small YAML text in a style: most often a map, as a ledger is. */
export function yamlText(dice: Dice, style: Style): string {
  const writing: Writing = { dice, style };
  const isText = dice.chance(style.corners);
  const lines = isText ? scalar(dice, style, 0) : (dice.chance(80) ? map : list)(writing, 0, 0);
  const whole = [...(dice.chance(10) ? ['# first', ''] : []), ...lines, ...(dice.chance(10) ? ['# last'] : [])];
  const marked = dice.chance(style.corners) ? withMarks(dice, whole) : whole;
  const text = marked.map((line) => `${line}${dice.pick(style.ends)}`).join('');
  return dice.chance(15) ? text.trimEnd() : text;
}

interface Writing {
  readonly dice: Dice;
  readonly style: Style;
}

type Lines = readonly string[];

function map(writing: Writing, column: number, depth: number): Lines {
  const { dice, style } = writing;
  const keys = Array.from({ length: 1 + dice.below(3) }, () => dice.pick(KEYS));
  const different = dice.chance(style.corners) ? keys : [...new Set(keys)];
  return different.flatMap((key, at) => {
    const head = `${' '.repeat(column)}${written(writing, key)}`;
    const below = value(writing, column, depth);
    return [...(at > 0 ? between(writing, column) : []), ...joined(writing, `${head}:`, below)];
  });
}

function list(writing: Writing, column: number, depth: number): Lines {
  const { dice, style } = writing;
  return Array.from({ length: 1 + dice.below(3) }, (_, at) => {
    const before = at > 0 ? between(writing, column) : [];
    const head = `${' '.repeat(column)}-`;
    const gap = dice.pick(style.gaps);
    const isNested = depth < DEEPEST && dice.chance(50);
    if (!isNested) return [...before, ...joined(writing, head, leaf(writing, column, depth))];
    const inner = dice.chance(style.listsInLists) ? list : map;
    if (dice.chance(style.dashAlone)) {
      const deeper = column + 1 + dice.below(4);
      return [...before, head, ...between(writing, deeper), ...inner(writing, deeper, depth + 1)];
    }
    const lines = inner(writing, column + 1 + gap, depth + 1);
    return [...before, `${head}${(lines[0] ?? '').slice(column + 1)}`, ...lines.slice(1)];
  }).flat();
}

/** A value below or behind its key: the first line is empty if it begins on the next. */
function value(writing: Writing, column: number, depth: number): Lines {
  const { dice, style } = writing;
  if (depth >= DEEPEST || dice.chance(60)) return leaf(writing, column, depth);
  const isList = dice.chance(50);
  const inner = column + dice.pick(isList ? style.listSteps : style.mapSteps);
  return ['', ...between(writing, inner), ...(isList ? list : map)(writing, inner, depth + 1)];
}

function leaf(writing: Writing, column: number, depth: number): Lines {
  const { dice, style } = writing;
  if (!dice.chance(style.brackets)) return scalar(dice, style, column);
  return flow(writing, column, depth, dice.chance(style.bracketLines)).split('\n');
}

function flow(writing: Writing, column: number, depth: number, isOverLines: boolean): string {
  const { dice, style } = writing;
  const [open, close] = dice.chance(50) ? ['[', ']'] : ['{', '}'];
  const inner = (): string =>
    depth < DEEPEST && dice.chance(15) ? flow(writing, column, depth + 1, isOverLines) : flowScalar(dice, style);
  const isPair = dice.chance(style.corners) ? open === '[' : open === '{';
  const keys = [...new Set(Array.from({ length: dice.below(4) }, () => dice.pick(KEYS)))];
  const pieces = keys.map((key) => (isPair ? `${written(writing, key)}: ${inner()}` : inner()));
  const isEnded = pieces.length > 0 && dice.chance(15);
  const space = (): string => {
    if (dice.chance(style.corners)) return dice.pick(['\t', '', '\n', ` # in\n${' '.repeat(column + 1)}`]);
    return isOverLines && dice.chance(50) ? `\n${' '.repeat(column + 1 + dice.below(4))}` : dice.pick(['', ' ']);
  };
  const words = pieces.map((piece, at) => (at === 0 ? piece : `,${space() || ' '}${piece}`)).join('');
  return `${open}${space()}${words}${isEnded ? ',' : ''}${space()}${close}`;
}

function joined({ dice, style }: Writing, head: string, [first = '', ...rest]: Lines): Lines {
  const gap = dice.chance(style.corners) ? dice.pick(['', '  ', '\t', ' \t']) : ' ';
  const line = first === '' ? head : `${head}${gap}${first}`;
  // Behind the first line of a text of several lines a comment would end it.
  const isWhole = rest.length === 0 || first === '';
  const isOpen = /^["'[{]|^$/u.test(first) ? isWhole : !/^[>|]/u.test(first) && isWhole;
  const comment = isOpen && dice.chance(style.comments / 2) ? dice.pick([' # beside', '   # a: b']) : '';
  return [`${line}${comment || (dice.chance(style.corners) ? dice.pick([' ', '\t', ' #', ' #1']) : '')}`, ...rest];
}

/** Comments and empty lines between two entries. */
function between({ dice, style }: Writing, column: number): Lines {
  const lines: string[] = [];
  if (dice.chance(style.emptyLines)) lines.push(dice.chance(10) ? '  ' : '');
  if (dice.chance(style.comments)) lines.push(`${' '.repeat(column)}# about: [it]`);
  if (dice.chance(style.corners)) lines.push(`${' '.repeat(dice.below(6))}#lower`);
  return lines;
}

function written({ dice, style }: Writing, key: string): string {
  if (dice.chance(style.corners))
    return dice.pick([`${key} `, `'${key}`, '', `${key}:`, '? a', '"a\\tb"', `[${key}]`, '- b']);
  if (!dice.chance(style.quotedKeys)) return key;
  const isSingle = dice.chance(key.includes("'") ? style.corners : 50);
  return isSingle ? `'${key.replaceAll("'", "''")}'` : `"${key}"`;
}

function withMarks(dice: Dice, lines: Lines): Lines {
  const [first = '', ...rest] = lines;
  return dice.pick<Lines>([
    [`\ufeff${first}`, ...rest],
    ['---', ...lines],
    ['--- # begins', ...lines],
    ['%YAML 1.2', '---', ...lines],
    [`--- ${first}`, ...rest],
    [...lines, '...'],
    [...lines, '---', ...lines],
    ['', '', ...lines, '  '],
  ]);
}
