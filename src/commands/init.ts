import { Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { jsonSchema } from '../ledger/json-schema.ts';
import { LARGEST_FILE } from '../ledger/read-file.ts';
import { naming, notWritten } from '../save.ts';
import shared from '../starter/_shared.yaml?raw';
import example from '../starter/example.yaml?raw';
import { refuseLinks, SHARED } from '../topic-files.ts';
import { started } from '../views/started.ts';
import { examples, show, type Verb } from './verb.ts';

/** What a new ledger is made of, by path below the folder that it is made in. */
const FILES: readonly (readonly [string, () => string])[] = [
  ['claims/example.yaml', () => example],
  ['claims/_shared.yaml', () => shared],
  ['schema/topic.schema.json', () => json(jsonSchema('topic'))],
  ['schema/shared.schema.json', () => json(jsonSchema('shared'))],
];

export const init: Verb = (program, desk) => {
  program
    .command('init')
    .description('start a ledger: an example to change, a file for what topics share, and the schema for your editor')
    .argument('[folder]', 'the folder to make it in', '.')
    .addHelpText('after', examples('init', 'init newsroom'))
    .action((folder: string) => {
      const { io } = desk;
      const root = folder.startsWith('/') ? folder : `${io.cwd}/${folder}`;
      const files = FILES.map(([path, text]) => ({
        path: named(folder, path),
        place: `${root}/${path}`,
        text: text(),
      }));
      const missing = files.filter(({ place }) => io.stat(place) === undefined);
      const there = standing(io, files, missing) ?? otherShared(io, root, folder);
      if (there !== undefined) throw new Failure(`\`${there}\` is there already; nothing was written`);
      for (const [path] of FILES) refuseLinks(io, folder, path);
      for (const path of ['claims', 'schema']) {
        const made = io.makeFolder(`${root}/${path}`);
        if (made !== 'made') throw new Failure(`the folder \`${named(folder, path)}\` ${made.message}`);
      }
      for (const [index, file] of missing.entries()) {
        const done = missing.slice(0, index).map(({ path }) => path);
        naming(done, () => create(io, file));
      }
      const paths = missing.map(({ path }) => path);
      show(desk, started(paths, folder), 'pretty');
    });
};

/** A file of a new ledger: its path as the user would type it, and where that is. */
interface Starting {
  readonly path: string;
  readonly place: string;
  readonly text: string;
}

/** What keeps a ledger from being made. Files that are as they would be made are those of a run that was broken off. */
function standing(io: Io, files: readonly Starting[], missing: readonly Starting[]): string | undefined {
  if (missing.length === 0) return files[0]?.path;
  return files.find((file) => !missing.includes(file) && !isMade(io, file))?.path;
}

function isMade(io: Io, { place, text }: Starting): boolean {
  const bytes = io.read(place, LARGEST_FILE);
  return !('unreadable' in bytes) && new TextDecoder().decode(bytes) === text;
}

function otherShared(io: Io, root: string, folder: string): string | undefined {
  const names = SHARED.map((name) => `claims/${name}`).filter((path) => FILES.every(([own]) => own !== path));
  const found = names.find((path) => io.stat(`${root}/${path}`) !== undefined);
  return found === undefined ? undefined : named(folder, found);
}

function create(io: Io, { path, place, text }: Starting): void {
  const written = io.write(place, [text], 'create');
  if (written === 'exists') throw new Failure(`\`${path}\` is there already`);
  if (written !== 'written') throw notWritten(path, written);
}

function json(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** A path as the user would type it. */
function named(folder: string, path: string): string {
  return folder === '.' ? path : `${folder.replace(/\/+$/u, '')}/${path}`;
}
