import fc from 'fast-check';
import type { Tree } from '../../src/ledger/reader/tree.ts';

/** Ways in which people write one and the same tree. */
export interface Layout {
  readonly lineEnd: '\n' | '\r\n';
  readonly listStep: number;
  readonly mapStep: number;
  /** Blanks after a dash. */
  readonly gap: number;
  readonly end: '' | 'line end' | 'lines and a comment';
  /** Asked anew at each place: whether to write something in one of several ways. */
  readonly dice: readonly number[];
}

export const layouts: fc.Arbitrary<Layout> = fc.record({
  lineEnd: fc.constantFrom('\n', '\r\n'),
  listStep: fc.constantFrom(0, 2, 2, 4),
  mapStep: fc.constantFrom(2, 2, 3, 4),
  gap: fc.constantFrom(1, 1, 2, 3),
  end: fc.constantFrom('', 'line end', 'lines and a comment'),
  dice: fc.array(fc.nat(99), { minLength: 40, maxLength: 120 }),
});

/** A tree as a text in a layout, with comments and empty lines wherever they may stand. */
export function written(tree: ReadonlyMap<string, Tree>, layout: Layout): string {
  const writing = writer(layout);
  const lines = writing.map(tree, 0);
  const ends = { '': '', 'line end': layout.lineEnd, 'lines and a comment': `${layout.lineEnd}${layout.lineEnd}# end` };
  return lines.join(layout.lineEnd) + ends[layout.end];
}

interface Writing {
  readonly map: (map: ReadonlyMap<string, Tree>, column: number) => readonly string[];
}

function writer({ listStep, mapStep, gap, dice }: Layout): Writing {
  let thrown = 0;
  const roll = (percent: number): boolean => (dice[thrown++ % dice.length] ?? 0) < percent;
  const comments = (column: number): readonly string[] => {
    if (!roll(15)) return [];
    return [...(roll(40) ? [''] : []), `${' '.repeat(column)}# about ${thrown}: a, b`];
  };
  const behind = (): string => (roll(10) ? `  # beside ${thrown}` : '');

  const entry = (key: string, value: Tree, column: number): readonly string[] => {
    const head = `${' '.repeat(column)}${key}:`;
    if (typeof value === 'string') return text(head, value, column);
    const isBare = value instanceof Map ? value.size === 0 : (value as readonly Tree[]).length === 0;
    if (isBare && roll(50)) return [`${head}${behind()}`];
    if (isBare || roll(12)) return brackets(head, value, column);
    const inner =
      value instanceof Map ? map(value, column + mapStep) : list(value as readonly Tree[], column + listStep);
    return [`${head}${behind()}`, ...inner];
  };
  const map = (values: ReadonlyMap<string, Tree>, column: number): readonly string[] =>
    [...values].flatMap(([key, value]) => [
      ...comments(column),
      ...entry(key, value, column),
      ...trailing(value, column),
    ]);
  const list = (items: readonly Tree[], column: number): readonly string[] => {
    const isSpaced = roll(40);
    return items.flatMap((item, index) => {
      const before = [...(isSpaced && index > 0 ? [''] : []), ...comments(column)];
      const dash = `${' '.repeat(column)}-`;
      if (!(item instanceof Map)) return [...before, `${dash}${' '.repeat(gap)}${quoted(String(item))}`];
      if (roll(12)) return [...before, `${dash} ${flow(item)}${behind()}`];
      const lines = map(item, column + gap + 1);
      const first = lines[0] ?? '';
      // What begins with a comment or an empty line begins on a line of its own.
      const isOwn = /^\s*(?:#|$)/u.test(first);
      return [...before, ...(isOwn ? [dash, ...lines] : [`${dash}${first.slice(column + 1)}`, ...lines.slice(1)])];
    });
  };
  // Below a text of several lines it would be a part of the text.
  const trailing = (value: Tree, column: number): readonly string[] =>
    typeof value !== 'string' && roll(10) ? [`${' '.repeat(column + 2)}# below ${thrown}`] : [];
  const text = (head: string, value: string, column: number): readonly string[] => {
    if (value.includes('\n')) {
      const lines = value.split('\n').map((line) => (line === '' ? '' : ' '.repeat(column + mapStep) + line));
      return [`${head} |${roll(30) ? '+' : roll(30) ? '-' : ''}`, ...lines, ...(roll(20) ? ['', ''] : [])];
    }
    if (isWords(value) && roll(15)) return [`${head} >-`, `${' '.repeat(column + mapStep)}${value}`];
    if (isWords(value) && value.includes(' ') && roll(15)) {
      return [head, ...value.split(' ').map((word) => `${' '.repeat(column + mapStep)}${word}`)];
    }
    return [`${head} ${isWords(value) && roll(60) ? value : quoted(value)}${behind()}`];
  };
  const brackets = (head: string, value: Tree, column: number): readonly string[] => {
    if (!roll(50)) return [`${head} ${flow(value)}${behind()}`];
    const [open, close] = value instanceof Map ? ['{', '}'] : ['[', ']'];
    const pieces =
      value instanceof Map ? [...value].map(([key, one]) => `${key}: ${flow(one)}`) : (value as Tree[]).map(flow);
    const pad = ' '.repeat(column + 4);
    const tail = roll(50) ? ',' : '';
    const lines = pieces.map((piece, index) => `${pad}${piece}${index < pieces.length - 1 ? ',' : tail}${behind()}`);
    return [
      `${head} ${open}${behind()}`,
      ...lines,
      ...(roll(20) ? [`${pad}# in brackets`] : []),
      `${' '.repeat(column + 2)}${close}`,
    ];
  };
  const flow = (value: Tree): string => {
    if (typeof value === 'string') return isWords(value) && roll(60) ? value : quoted(value);
    const pieces =
      value instanceof Map
        ? [...value].map(([key, one]) => `${key}: ${flow(one)}`)
        : (value as readonly Tree[]).map(flow);
    const words = `${pieces.join(', ')}${pieces.length > 0 && roll(15) ? ',' : ''}`;
    const [open, close] = value instanceof Map ? ['{', '}'] : ['[', ']'];
    return roll(50) ? `${open} ${words} ${close}` : `${open}${words}${close}`;
  };
  const quoted = (value: string): string =>
    roll(30) && !/[\n\\\p{C}]/u.test(value)
      ? `'${value.replaceAll("'", "''")}'`
      : JSON.stringify(value).replace(
          /[\p{C}\u2028]/gu,
          (char) => `\\U${(char.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`,
        );
  return { map };
}

function isWords(text: string): boolean {
  return /^[a-z]+(?: [a-z]+)*$/u.test(text);
}
