import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

/** Where a shell runs, and the script of `claims completion` for it. */
export interface Desk {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly script: string;
}

/** True for a shell that is installed. */
export function isInstalled(shell: string): boolean {
  return spawnSync(shell, ['-c', 'exit 0']).status === 0;
}

/** What each of some lines has become in an interactive bash once the tabulator key is pressed after it. */
export function completedInBash(lines: readonly string[], desk: Desk): readonly string[] {
  // The key Ctrl-T prints the line as bash holds it, Ctrl-U empties it.
  const setUp = `. ${desk.script}\nshown() { printf '<<%s>>\\n' "$READLINE_LINE"; }\nbind -x '"\\C-t": shown'\nbind 'set bell-style none'\n`;
  const keys = lines.map((line) => `${line}\t\u0014\u0015`).join('');
  const { stdout } = spawnSync('bash', ['--norc', '--noprofile', '-i'], {
    ...settings(desk),
    input: `${setUp}${keys}\nexit\n`,
  });
  return shown(stdout);
}

/** The same in zsh, which runs in a terminal of its own that its module `zpty` makes. */
export function completedInZsh(lines: readonly string[], desk: Desk): readonly string[] {
  const inner = `${desk.folder}/inner.zsh`;
  const outer = `${desk.folder}/outer.zsh`;
  writeFileSync(
    inner,
    `PS1=; autoload -Uz compinit; compinit -u -D; source ${desk.script}
shown() { zle complete-word; print -rn -- "<<$BUFFER>>"; BUFFER= }
zle -N shown; bindkey '^T' shown; unsetopt beep; stty -echo 2>/dev/null; print -n '<<ready>>'\n`,
  );
  writeFileSync(
    outer,
    `zmodload zsh/zpty; zpty inner zsh -f -i
next() { local text; zpty -r inner text '*<<*>>' && print -r -- "\${text##*<<}" }
zpty -w inner 'source ${inner}'; next >/dev/null
${lines.map((line) => `zpty -n -w inner ${quoted(`${line}\u0014`)}; print -r -- "<<$(next)"`).join('\n')}
zpty -d inner\n`,
  );
  return shown(spawnSync('zsh', ['-f', outer], settings(desk)).stdout);
}

/** The words that fish offers at the end of a line, each with its description after a tabulator. */
export function offeredInFish(line: string, desk: Desk): readonly string[] {
  const { stdout } = spawnSync(
    'fish',
    ['--no-config', '-c', `source ${desk.script}; complete -C ${quoted(line)}`],
    settings(desk),
  );
  return stdout.split('\n').filter((each) => each !== '');
}

function settings({ folder, env }: Desk): {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly encoding: 'utf8';
  readonly timeout: number;
} {
  return { cwd: folder, env, encoding: 'utf8', timeout: 60_000 };
}

function shown(output: string): readonly string[] {
  return [...output.matchAll(/<<(.*?)>>/gsu)].map(([, line = '']) => line);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
