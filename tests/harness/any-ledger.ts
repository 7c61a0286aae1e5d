import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { anyFile } from './any-file.ts';
import { anyTopic, fileOf } from './arbitrary.ts';
import { dice } from './dice.ts';
import { layouts, written } from './layouts.ts';
import { mutated, soup } from './mutations.ts';
import { treeOf } from './topic.ts';
import { anyStyle } from './yaml-styles.ts';
import { yamlText } from './yaml-texts.ts';

const root = `${import.meta.dirname}/../..`;

/** Ledger files that people have written: those that ship, and the examples of the documents. */
export const writtenByPeople: readonly string[] = [
  ...['claims', 'src/starter'].flatMap((folder) =>
    readdirSync(`${root}/${folder}`).map((name) => readFileSync(`${root}/${folder}/${name}`, 'utf8')),
  ),
  ...readdirSync(`${root}/docs`).flatMap((name) =>
    [...readFileSync(`${root}/docs/${name}`, 'utf8').matchAll(/^```yaml \S+\n(.*?)^```$/gmsu)].map(
      ([, text = '']) => text,
    ),
  ),
];

/** A valid file of every shape: any answers to any questions in any layout, and any words in any key. */
export const anyLedger: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(anyTopic(6), layouts)
    .map(([any, layout]) =>
      written(new Map(Object.entries(fileOf(any)).map(([key, value]) => [key, treeOf(value)])), layout),
    ),
  anyFile.map((file) => `${JSON.stringify(file, null, 1).replace(/[\p{C}\u2028\u2029]/gu, escaped)}\n`),
);

// Line ends stand between the keys of the text.
function escaped(character: string): string {
  const digits = (character.codePointAt(0) ?? 0).toString(16).padStart(8, '0');
  return character === '\n' ? character : `\\U${digits}`;
}

const seed = fc.nat({ max: 2 ** 31 - 1 });

/** A file that was valid before somebody slipped. */
export const slipped: fc.Arbitrary<string> = fc
  .tuple(fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...writtenByPeople) }, anyLedger), seed)
  .map(([text, number]) => mutated(dice(number), text));

/** Pieces of YAML, in its order and in none. */
export const pieces: fc.Arbitrary<string> = fc
  .tuple(fc.boolean(), seed)
  .map(([isText, number]) => (isText ? yamlText(dice(number), anyStyle) : soup(dice(number))));

/** Any bytes at all, and texts of which some bytes were damaged. */
export const anyBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc
    .tuple(slipped, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 }))
    .map(([text, damages]) => {
      const bytes = new TextEncoder().encode(text);
      for (const [at, byte] of damages) bytes[at % Math.max(1, bytes.length)] = byte;
      return bytes;
    }),
);
