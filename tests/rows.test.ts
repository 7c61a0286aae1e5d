import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseTopic } from '../src/analysis/analyse.ts';
import { FORMAT } from '../src/ledger/schema.ts';
import { main } from '../src/main.ts';
import { renderers } from '../src/renderers/index.ts';
import type { View } from '../src/views/block.ts';
import { rows } from '../src/views/rows.ts';
import { whole } from '../src/views/whole.ts';
import { anyFile } from './harness/any-file.ts';
import { anyTopic, fileOf } from './harness/arbitrary.ts';
import { memoryIo } from './harness/memory.ts';
import { type Cells, cellsOf, fileFrom, unshielded } from './harness/read-back.ts';
import { type Plain, topicOf } from './harness/topic.ts';

describe.each(['csv', 'tsv', 'jsonl'])('%s', (format) => {
  test('what is read back is the ledger that was exported, whatever stands in it', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const { all, text } = exported(file, format);
        expect(everything(fileFrom(readRows(text, format)))).toEqual(all);
      }),
      { numRuns: 150 },
    );
  });

  test('so are questions of every kind, and all that relates one claim to another', () => {
    fc.assert(
      fc.property(anyTopic(6), (any) => {
        const { all, text } = exported(fileOf(any), format);
        expect(everything(fileFrom(readRows(text, format)))).toEqual(all);
      }),
      { numRuns: 60 },
    );
  });

  test('a topic in which nobody has said anything is not lost', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const { claims: _claims, questions, ...silent } = file as { readonly [key: string]: readonly Plain[] };
        const { all, text } = exported({ ...silent, questions: questions?.slice(0, 1) ?? [] }, format);
        expect(everything(fileFrom(readRows(text, format)))).toEqual(all);
      }),
      { numRuns: 30 },
    );
  });
});

describe.each([
  ['csv', ','],
  ['tsv', '\t'],
])('%s', (format, delimiter) => {
  test('no cell begins as a formula does, behind blanks neither', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const cells = parsed(exported(file, format).text, delimiter).flatMap((row) => Object.values(row));
        expect(cells.filter((cell) => /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(cell))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

test('every key of the format has a column', () => {
  const names = rows([]).table?.columns.map(({ name }) => name) ?? [];
  const wanted = {
    claim: Object.keys(FORMAT.claim).map((key) => (key === 'source' ? 'sources' : key)),
    speaker: Object.keys(FORMAT.speaker).map((key) => (key === 'name' ? 'speaker' : `speaker_${key}`)),
    source: Object.keys(FORMAT.source).map((key) => `source_${key}`),
    question: Object.keys(FORMAT.question)
      .filter((key) => key !== 'claims')
      .map((key) => (key === 'ask' ? 'question' : `question_${key}`)),
    topic: ['topic', 'topic_summary', 'topic_parties', 'topic_note', 'topic_rest'],
  };
  expect(Object.values(wanted).flatMap((keys) => keys.filter((key) => !names.includes(key)))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

test('docs/exports.md tells of every column, in order', () => {
  const page = readFileSync(`${import.meta.dirname}/../docs/exports.md`, 'utf8');
  const [, table = ''] = page.split('| column | what stands in it |');
  const told = [...(table.split('\n\n')[0] ?? '').matchAll(/^\| (.+?) \|/gmu)].flatMap(([, names = '']) =>
    [...names.matchAll(/`(\w+)`/gu)].map(([, name]) => name),
  );
  expect(told).toEqual(rows([]).table?.columns.map(({ name }) => name));
});

describe('the bytes', () => {
  const files = {
    '/desk/claims/bridge.yaml': 'topic: "A \\e[31mbridge"\nclaims:\n  - { speaker: bus, says: closed }\n',
  };

  test.each(['csv', 'tsv'])('of a file begin with a byte order mark, those in a pipe do not: %s', (format) => {
    const pipe = memoryIo({ files, cwd: '/desk' });
    main(['export', '--format', format], pipe.io);
    expect(pipe.stdout().slice(0, 5)).toBe('topic');
    const file = memoryIo({ files, cwd: '/desk' });
    main(['export', '--format', format, '-o', 'out'], file.io);
    expect(file.files.get('/desk/out')).toBe(`\ufeff${pipe.stdout()}`);
  });

  test('are those of the ledger in a pipe, and harmless on a terminal', () => {
    const { io, stdout } = memoryIo({ files, cwd: '/desk' });
    main(['export', '--format', 'csv'], io);
    expect(stdout()).toContain('A \u001b[31mbridge');
    const screen = memoryIo({ files, cwd: '/desk' });
    main(['export', '--format', 'csv'], { ...screen.io, out: { ...screen.io.out, isTTY: true } });
    expect(screen.stdout()).toContain('A \u241b[31mbridge');
    expect(screen.stdout()).not.toContain('\u001b');
  });
});

test('a row is not made before the one above it has been taken', () => {
  const said = { speaker: 'ann', says: 'one' };
  const analysis = analyseTopic(topicOf({ topic: 'A topic', claims: [said, said] }));
  Object.defineProperty(analysis.claims[1], 'role', {
    get: () => {
      throw new Error('too early');
    },
  });
  const lines = (renderers.csv?.(rows([analysis]), { width: 80, color: 'plain' }) ?? [])[Symbol.iterator]();
  expect([lines.next().value, lines.next().value].map((line) => line?.split(',')[0])).toEqual(['topic', 'A topic']);
  expect(() => lines.next()).toThrow('too early');
});

function exported(file: Plain, format: string): { readonly all: unknown; readonly text: string } {
  return { all: everything(file), text: rendered(rows([analyseTopic(topicOf(file))]), format) };
}

function rendered(view: View, format: string): string {
  const render = renderers[format];
  if (render === undefined) throw new Error(`no format ${format}`);
  return [...render(view, { width: 80, color: 'plain' })].join('');
}

/** The rows of an export, whatever its format, as the ledger has them. */
function readRows(text: string, format: string): readonly Cells[] {
  if (format !== 'jsonl') return parsed(text, format === 'csv' ? ',' : '\t').map(unshielded);
  const lines = text.split('\n').slice(0, -1);
  return lines.map((line) => cellsOf(JSON.parse(line), rows([]).table?.columns ?? []));
}

function parsed(text: string, delimiter: string): readonly Cells[] {
  return parse(text, { columns: true, delimiter });
}

/** All that JSON tells of a topic; speakers and sources are looked up by id, so their order says nothing. */
function everything(file: Plain): unknown {
  const { topics } = JSON.parse(rendered(whole([analyseTopic(topicOf(file))]), 'json'));
  return topics.map((topic: Readonly<Record<string, never[]>>) => ({
    ...topic,
    speakers: new Map(topic.speakers?.map((one: { id: string }) => [one.id, one])),
    sources: new Map(topic.sources?.map((one: { id: string }) => [one.id, one])),
  }));
}
