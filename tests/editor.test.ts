import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Entity, FORMAT, fieldsOf } from '../src/ledger/schema.ts';
import { type LanguageServer, languageServer, type Place } from './harness/language-server.ts';

const ledger = fileURLToPath(new URL('../claims', import.meta.url));

describe('in an editor', () => {
  let server: LanguageServer;
  beforeAll(async () => {
    server = await languageServer();
  });
  afterAll(() => server.stop());

  test('the ledger that ships is without a squiggle', async () => {
    expect(await server.squiggles(ledger, gazaTalks)).toEqual([]);
  });

  test.each([
    ['a wrong key', '        answre: yes\n', 'Property answre is not allowed.', 'answre'],
    ['a wrong word', '        certainty: maybe\n', 'Value is not accepted.', 'maybe'],
    ['a wrong date', '        as_of: 17 May 2025\n', 'A date is written 2024, ', '17 May 2025'],
    ['a map for words', '        verb: { was: said }\n', 'Incorrect type. Expected "string".', '{ was: said }'],
    ['an address without http', '        assessment: { rating: a, by: b, url: x.org }\n', 'A URL begins', 'x.org'],
  ])('%s has a squiggle', async (_, line, message, marked) => {
    const text = gazaTalks.replace(firstClaim, (found) => found + line);
    const [squiggle, ...others] = await server.squiggles(ledger, text);
    expect(others).toEqual([]);
    expect(squiggle?.message).toContain(message);
    expect(between(text, squiggle?.range)).toBe(marked);
  });

  test('keys are suggested where they may stand, each with what it means', async () => {
    const { text, place } = shown(gazaTalks.replace(firstClaim, (found) => `${found}        ‸\n`));
    const suggestions = await server.suggestions(ledger, text, place);
    const standing = ['id', 'speaker', 'date', 'says', 'quote', 'answer', 'source'];
    const missing = Object.entries(FORMAT.claim).filter(([key]) => !standing.includes(key));
    expect(suggestions.map(({ label }) => label)).toEqual(missing.map(([key]) => key));
    for (const [index, [, { about }]] of missing.entries()) {
      expect(suggestions[index]?.documentation).toContain(about);
    }
  });

  test.each(oneOf())('the words of `%s` in a %s are suggested, each with what it means', async (key, entity, words) => {
    const { text, place } = shown(within(entity, `${key}: ‸`));
    const suggestions = await server.suggestions(ledger, text, place);
    expect(suggestions.map(({ label, documentation }) => [label, documentation])).toEqual(Object.entries(words));
  });

  test.each(oneOf())('hovering over `%s` of a %s tells what each word means', async (key, entity, words) => {
    const [word = ''] = Object.keys(words);
    const { text, place } = shown(within(entity, `${key}: ‸${word}`));
    const hover = await server.hover(ledger, text, place);
    for (const [each, meaning] of Object.entries(words)) {
      expect(unescaped(hover)).toContain(`* \`${each}\`: ${meaning}`);
    }
  });

  test.each([
    ['claim', 'date: 2024', ['When it was said.', '2024-03-12', '"~" means about', '2024-03-01/2024-03-12']],
    ['claim', 'answer: 53', ['The coded answer', 'more than 40', 'dozens', 'one of the options']],
    ['claim', 'source: s', ['The source id or ids, or a URL.', 'a list']],
    ['question', 'options: [a, b]', ['The closed list of answers to a choice.', '[one, two]']],
    ['question', 'tolerance: 5%', ['10% without it.', 'with the sign']],
  ])('hovering over a key of a %s tells how its value is written: %s', async (entity, line, says) => {
    const { text, place } = shown(within(entity, `‸${line}`));
    const hover = await server.hover(ledger, text, place);
    for (const words of says) expect(unescaped(hover)).toContain(words);
  });

  test('nothing but the words of a person is suggested for a text', async () => {
    const { text, place } = shown(`${HEAD}topic: T\nclaims:\n  - speaker: s\n    says: ‸`);
    expect(await server.suggestions(ledger, text, place)).toEqual([]);
  });

  test('the shared file has a schema of its own', async () => {
    const head = '# yaml-language-server: $schema=../schema/shared.schema.json\n';
    expect(await server.squiggles(ledger, `${head}speakers:\n  mayor: { name: The mayor }\n`)).toEqual([]);
    const [squiggle] = await server.squiggles(ledger, `${head}topic: T\n`);
    expect(squiggle?.message).toContain('topic');
  });
});

const HEAD = '# yaml-language-server: $schema=../schema/topic.schema.json\n';
const gazaTalks = readFileSync(`${ledger}/gaza-talks.yaml`, 'utf8');
const firstClaim = / {6}- id: katz-reengaged\n(?: {8}.*\n)+/u;

/** A topic in which a line stands among the keys of an entity. */
function within(entity: string, line: string): string {
  if (entity === 'source') return `${HEAD}topic: T\nsources:\n  s:\n    outlet: O\n    ${line}\n`;
  if (entity === 'question') return `${HEAD}topic: T\nquestions:\n  - ask: Is it?\n    ${line}\n`;
  return `${HEAD}topic: T\nclaims:\n  - speaker: s\n    says: words\n    ${line}\n`;
}

type Words = Readonly<Record<string, string>>;

/** Every key that takes one of some words, its entity, and the words with their meanings. */
function oneOf(): readonly (readonly [string, Entity, Words])[] {
  return (Object.keys(FORMAT) as Entity[]).flatMap((entity) =>
    [...fieldsOf(entity)].flatMap(([key, { values }]) => (values ? [[key, entity, values] as const] : [])),
  );
}

/** A text without the mark ‸, and where that stood. */
function shown(marked: string): { readonly text: string; readonly place: Place } {
  const before = marked.slice(0, marked.indexOf('‸')).split('\n');
  return {
    text: marked.replace('‸', ''),
    place: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}

function between(text: string, range: { readonly start: Place; readonly end: Place } | undefined): string {
  const line = text.split('\n')[range?.start.line ?? 0] ?? '';
  return line.slice(range?.start.character, range?.end.character);
}

/** Markdown without the marks before what it would read as a sign. */
function unescaped(markdown: string): string {
  return markdown.replaceAll('\\', '');
}
