import { Failure } from '../failure.ts';
import { jsonSchema } from '../ledger/json-schema.ts';
import shared from '../starter/_shared.yaml?raw';
import example from '../starter/example.yaml?raw';
import { SHARED } from '../topic-files.ts';
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
      const files = FILES.map(([path, text]) => ({ path, place: `${root}/${path}`, text }));
      const paths = [...files.map(({ path }) => path), ...SHARED.map((name) => `claims/${name}`)];
      const there = paths.find((path) => io.stat(`${root}/${path}`) !== undefined);
      if (there !== undefined) throw new Failure(`\`${named(folder, there)}\` is there already; nothing was written`);
      for (const path of ['claims', 'schema']) {
        const made = io.makeFolder(`${root}/${path}`);
        if (made !== 'made') throw new Failure(`the folder \`${named(folder, path)}\` ${made.message}`);
      }
      for (const { path, place, text } of files) {
        const written = io.write(place, [text()], 'create');
        if (written === 'exists') throw new Failure(`\`${named(folder, path)}\` is there already`);
        if (written !== 'written') throw new Failure(`\`${named(folder, path)}\` ${written.message}`);
      }
      show(
        desk,
        started(
          files.map(({ path }) => named(folder, path)),
          folder,
        ),
        'pretty',
      );
    });
};

function json(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** A path as the user would type it. */
function named(folder: string, path: string): string {
  return folder === '.' ? path : `${folder.replace(/\/+$/u, '')}/${path}`;
}
