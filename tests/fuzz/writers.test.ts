import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Tree } from '../../src/ledger/reader/tree.ts';
import { yamlReader } from '../../src/ledger/reader/yaml.ts';
import { main } from '../../src/main.ts';
import { anyLedger, pieces, slipped, writtenByPeople } from '../harness/any-ledger.ts';
import { memoryIo } from '../harness/memory.ts';
import { runs } from '../harness/runs.ts';
import { plain } from '../harness/trees.ts';

const PATH = '/desk/claims/a.yaml';
const SAID = 'What is "added": #1, [so] it stands';

const { timeout, ...parameters } = runs(60);

/** A file as it may stand on a disk: sound or not, with any line ends, and with a byte order mark. */
const file = fc
  .tuple(
    fc.oneof(fc.constantFrom(...writtenByPeople), anyLedger, slipped, pieces),
    fc.constantFrom('\n', '\n', '\r\n', '\r'),
    fc.constantFrom('', '', '', '\ufeff'),
  )
  .map(([text, end, mark]) => `${mark}${end === '\n' ? text : text.replace(/\r\n|\n/gu, end)}`)
  // Half a character cannot stand in UTF-8.
  .map((text) => Buffer.from(text).toString());

describe('any file', () => {
  test(
    'that is laid out holds what it held, with every remark, and is then in layout; any other is left alone',
    () => {
      check((before) => {
        const { code, after, again } = twice(before, ['fmt']);
        expect([0, 2]).toContain(code);
        if (code === 2) return expect(after).toBe(before);
        expect(held(after)).toEqual(held(before));
        expect(remarks(after)).toEqual(remarks(before));
        return expect(again).toBe(after);
      });
    },
    timeout,
  );

  test(
    'in which slips are mended keeps its remarks, has no slip then, and no new fault but below a mended key',
    () => {
      check((before) => {
        const { after, again, out } = twice(before, ['check', '--fix', '--format', 'json']);
        if (after === before) return;
        expect(remarks(after)).toEqual(remarks(before));
        const old = errorsIn(once(before, CHECK).out, 'diagnostics').map(String);
        const keys = errorsIn(out, 'fixed').filter(([code]) => code === 'unknown-key');
        const first = Math.min(...keys.map(([, line]) => line));
        const added = errorsIn(once(after, CHECK).out, 'diagnostics').filter((one) => !old.includes(String(one)));
        expect(added.filter(([, line]) => line < first)).toEqual([]);
        expect(again).toBe(after);
      });
    },
    timeout,
  );

  test.each([
    ['to a question that is new', ['--ask', 'Is this one new?', '--kind', 'yes-no', '--answer', 'yes']],
    ['to no question', ['--source', 'https://example.org/new', '--date', '2024-05-01']],
  ])(
    'that a claim is added to, %s, keeps every character, and has it',
    (_, more) => {
      check((before) => {
        const { code, after } = once(before, ['add', 'a', '--speaker', 'Somebody new', '--says', SAID, ...more]);
        expect([0, 2]).toContain(code);
        if (code === 2) return expect(after).toBe(before);
        expect(isWithin(before, after)).toBe(true);
        return expect(saidIn(held(after))).toEqual([...saidIn(held(before)), SAID].sort());
      });
    },
    timeout,
  );

  test(
    'that rows are imported to keeps every character, and has them',
    () => {
      check((before) => {
        const sheet = `speaker,says,question,answer\nSomebody new,"${SAID.replaceAll('"', '""')}",Is this one new?,yes\n`;
        const { code, after, out } = once(before, ['import', 'in.csv', 'a', '--write', '--format', 'json'], sheet);
        expect([0, 1, 2]).toContain(code);
        const count = code === 2 ? 0 : JSON.parse(out).counts.added;
        if (count === 0) return expect(after).toBe(before);
        expect(isWithin(before, after)).toBe(true);
        return expect(saidIn(held(after))).toEqual([...saidIn(held(before)), SAID].sort());
      });
    },
    timeout,
  );
});

function check(holds: (text: string) => void): void {
  fc.assert(
    fc.property(file, (text) => {
      holds(text);
    }),
    parameters,
  );
}

interface Once {
  readonly code: number;
  readonly after: string;
  readonly out: string;
}

function once(before: string, args: readonly string[], sheet = ''): Once {
  const { io, files, stdout } = memoryIo({ files: { [PATH]: before, '/desk/in.csv': sheet }, cwd: '/desk' });
  const code = main(args, io);
  return { code, after: String(files.get(PATH)), out: stdout() };
}

/** A command run on a file, and again on what it made of it. */
function twice(before: string, args: readonly string[]): Once & { readonly again: string } {
  const first = once(before, args);
  return { ...first, again: once(first.after, args).after };
}

type Told = Readonly<Record<'diagnostics' | 'fixed', readonly Fault[]>>;

interface Fault {
  readonly code: string;
  readonly severity: string;
  readonly line: number;
}

function errorsIn(out: string, key: keyof Told): readonly (readonly [code: string, line: number])[] {
  const told = JSON.parse(out) as Told;
  return told[key].filter(({ severity }) => severity === 'error').map(({ code, line }) => [code, line]);
}

const CHECK: readonly string[] = ['check', '--format', 'json'];

/** What the reader of all YAML finds in a file, as plain data. */
function held(text: string): unknown {
  const { tree } = yamlReader.values('', text.replace(/^\ufeff/u, ''));
  return tree === undefined ? undefined : plain(tree as Tree);
}

function remarks(text: string): readonly string[] {
  const own = text.replace(/^\ufeff/u, '');
  return yamlReader
    .comments(own)
    .map(({ start, end }) => own.slice(start, end).trimEnd())
    .sort();
}

/** All texts that are the one that was added. */
function saidIn(value: unknown): readonly string[] {
  if (value === SAID) return [SAID];
  if (typeof value !== 'object' || value === null) return [];
  const inner = value instanceof Map ? [...value.values()] : Object.values(value);
  return inner.flatMap(saidIn);
}

/** True if a text can be made of another by putting characters in. */
function isWithin(text: string, longer: string): boolean {
  let at = 0;
  for (let from = 0; from < longer.length && at < text.length; from += 1) if (longer[from] === text[at]) at += 1;
  return at === text.length;
}
