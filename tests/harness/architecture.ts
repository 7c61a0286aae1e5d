/** Source files by their path in `src`. */
export type Sources = ReadonlyMap<string, string>;

/**
 * What the files of a folder may import, by the start of their path; the longest start that fits counts. A name is a
 * package, a file (with its extension) or a folder in `src`; `*` at its end stands for anything; `type ` before it
 * allows `import type` only. A folder may always import from itself.
 */
export type Rules = Readonly<Record<string, readonly string[]>>;

/** Every import that the rules do not allow. */
export function forbiddenImports(sources: Sources, rules: Rules): readonly string[] {
  return [...sources].flatMap(([file, source]) => {
    const start = ruleFor(file, rules);
    if (start === undefined) return [`${file} stands in no folder that has a rule`];
    const allowed = rules[start] ?? [];
    return importsOf(file, source)
      .filter((each) => !isOwnFolder(file, each.target) && !allowed.some((name) => fits(each, name)))
      .map(({ target, typeOnly }) => {
        const offence = `${file} imports ${typeOnly ? 'types of ' : ''}${target}`;
        return `${offence}; ${start} may import ${allowed.join(', ') || 'nothing'}`;
      });
  });
}

/** Every circle of files that import each other, told from its first file. */
export function importCycles(sources: Sources): readonly string[] {
  const next = new Map(
    [...sources].map(([file, source]) => [file, importsOf(file, source).map(({ target }) => target)] as const),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' > '));
    if (path.includes(file) || done.has(file)) return;
    for (const target of next.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of [...sources.keys()].sort()) visit(file, []);
  return found;
}

/** Every file, but for those excepted, whose code (not its comments and strings) matches a pattern. */
export function mentions(sources: Sources, pattern: RegExp, except: readonly string[]): readonly string[] {
  return [...sources].flatMap(([file, source]) => {
    const found = except.includes(file) ? null : pattern.exec(codeOf(source));
    return found === null ? [] : [`${file} mentions ${found[0]}`];
  });
}

interface Import {
  /** A path in `src`, a path outside it that begins with `../`, or a package. */
  readonly target: string;
  readonly typeOnly: boolean;
}

function importsOf(file: string, source: string): readonly Import[] {
  return [...codeOf(source).matchAll(IMPORT)].map(([, clause = '', specifier = '']) => ({
    target: resolved(file, specifier.slice(1, -1)),
    typeOnly: /^type\s/u.test(clause),
  }));
}

// Static with and without names, `export … from`, and dynamic; code has no strings but those of imports.
const IMPORT = /\b(?:import|export)\b\s*(?:\(|([\w\s{},*$]*?)\bfrom\b)?\s*('[^']*'|"[^"]*")/gu;

function resolved(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const parts = file.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function ruleFor(file: string, rules: Rules): string | undefined {
  const starts = Object.keys(rules).filter((start) => matches(file, start));
  return starts.sort((a, b) => b.length - a.length)[0];
}

function isOwnFolder(file: string, target: string): boolean {
  const folder = /^[^/]+\//u.exec(file)?.[0];
  return folder !== undefined && target.startsWith(folder);
}

function fits({ target, typeOnly }: Import, name: string): boolean {
  if (name.startsWith('type ')) return typeOnly && matches(target, name.slice('type '.length));
  return matches(target, name);
}

function matches(path: string, name: string): boolean {
  if (name.endsWith('*')) return path.startsWith(name.slice(0, -1));
  return path === name || path.startsWith(`${name}/`);
}

/** The code without comments, patterns and strings; only the strings of imports stay. */
export function codeOf(source: string): string {
  let code = '';
  let at = 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const [found = ''] = pattern.exec(source) ?? [];
    at += found.length;
    return found;
  };
  // Up to the brace that closes what the caller has opened, which is taken too.
  const readCode = (): void => {
    for (let depth = 0; at < source.length && depth >= 0; ) {
      const before = code.slice(-20);
      if (take(COMMENT) !== '') code += ' ';
      else if (AFTER_NO_VALUE.test(before) && take(PATTERN) !== '') code += '0';
      else if (take(BACKTICK) !== '') readTemplate();
      else {
        const string = take(STRING);
        const other = string === '' ? take(OTHER) : '';
        code += string !== '' && !IMPORTING.test(before) ? "''" : string + other;
        depth += other === '{' ? 1 : other === '}' ? -1 : 0;
      }
    }
  };
  const readTemplate = (): void => {
    code += "''";
    for (take(TEXT); take(EXPRESSION) !== ''; take(TEXT)) readCode();
    take(BACKTICK);
  };
  readCode();
  return code;
}

const COMMENT = /\/\/[^\n]*|\/\*.*?\*\//suy;
const STRING = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/suy;
const PATTERN = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/uy;
const BACKTICK = /`/uy;
const EXPRESSION = /\$\{/uy;
const TEXT = /(?:\\.|\$(?!\{)|[^`\\$])*/suy;
const OTHER = /[^'"`/{}]+|./suy;

// After these a slash begins a pattern; after a value it divides.
const AFTER_NO_VALUE = /(?:^|[(,=:[!&|?{};+\-*%<>~]|\b(?:return|typeof|case|of|in|yield|await))\s*$/u;
const IMPORTING = /\b(?:from|import\s*\(?)\s*$/u;
