/** A command line of a document: variables set before it, then the words after the program's name. */
export interface CommandLine {
  /** `cat` shows files, so that what a command has written can be seen. */
  readonly program: 'claims' | 'cat';
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  /** The file that is put in at standard input. */
  readonly input?: string;
}

/** True for a line of a console block that calls the program, whatever variables are set before it, or `cat`. */
export function isCommand(line: string): boolean {
  return /^\$ (?:(?:[A-Za-z_]\w*=\S* +)*claims|cat)(?: |$)/u.test(line);
}

/** Reads a line for which `isCommand` holds. */
export function parseCommand(line: string): CommandLine {
  const [, command = '', input] = /^(.*?)(?: < ([\w./-]+))?$/su.exec(line.slice(2)) ?? [];
  const all = words(command);
  const program = all[0] === 'cat' ? 'cat' : 'claims';
  const at = all.indexOf(program);
  const env = Object.fromEntries(all.slice(0, at).map(assignment));
  return { program, env, args: all.slice(at + 1), ...(input === undefined ? {} : { input }) };
}

/** Splits as a shell does, with single and double quotes and backslashes; what a shell would do beyond that throws. */
export function words(line: string): readonly string[] {
  const found: string[] = [];
  let word: string | undefined;
  for (const [token] of line.matchAll(TOKEN)) {
    if (/^\s+$/u.test(token)) {
      if (word !== undefined) found.push(word);
      word = undefined;
    } else word = (word ?? '') + textOf(token, line);
  }
  return word === undefined ? found : [...found, word];
}

const TOKEN = /\s+|'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\]+|./gsu;

function textOf(token: string, line: string): string {
  if (token.length > 1 && token.startsWith("'")) return token.slice(1, -1);
  if (token.length > 1 && token.startsWith('\\')) return token.slice(1);
  if (token.length > 1 && token.startsWith('"')) {
    if (/(?<!\\)[$`]/u.test(token)) throw new Error(`variables and commands inside quotes are not run: ${line}`);
    return token.slice(1, -1).replace(/\\([$`"\\])/gu, '$1');
  }
  if (/^['"\\]/u.test(token)) throw new Error(`a quote is not closed: ${line}`);
  if (/[|&;<>()$`*?]/u.test(token)) throw new Error(`only a plain command can be run, without \`${token}\`: ${line}`);
  return token;
}

function assignment(word: string): readonly [string, string] {
  const at = word.indexOf('=');
  return [word.slice(0, at), word.slice(at + 1)];
}
