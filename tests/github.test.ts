import { describe, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { hostileFaults } from './harness/hostile-faults.ts';
import { memoryIo } from './harness/memory.ts';

describe('findings of hostile files', () => {
  const commands = linesOf(hostileFaults.files);

  test('are one command each', () => {
    expect(commands).toHaveLength(hostileFaults.faults);
    for (const line of commands) expect(line).toMatch(/^::(?:error|warning) [^:]+::/u);
  });

  test('bring nothing that a log would obey', () => {
    expect(commands.join('')).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  test('read as they were written', () => {
    const named = (title: string): Command | undefined =>
      commands.map(read).findLast(({ properties }) => properties.title === title);
    expect(named('unknown-key')?.properties).toEqual({
      file: 'claims/a,b:c 100% ::error file=x::y ␛[31m.yaml',
      line: '2',
      endLine: '2',
      col: '1',
      endColumn: '23',
      title: 'unknown-key',
    });
    expect(named('unknown-reference')?.message).toBe(
      'there is no source `␛[2J ::error::100%0A[x](1) {0}`\nhint: list it under `sources`, or write its URL',
    );
    expect(named('duplicate-id')?.message.split('\n').at(-1)).toBe(
      '`twice` stands here first: claims/a,b:c 100% ::error file=x::y ␛[31m.yaml:8:9',
    );
  });
});

test('a stretch of several lines has no columns, which the runner would refuse', () => {
  const file = 'topic: A\nclaims:\n  - speaker: a\n    date: 2024\n    quote: >\n      So\n      it is\n';
  const [command = ''] = linesOf({ '/desk/claims/a.yaml': file });
  expect(read(command).properties).toEqual({
    file: 'claims/a.yaml',
    line: '5',
    endLine: '7',
    title: 'quote-without-source',
  });
});

test.each([
  ['/desk', '/desk', 'claims/a.yaml'],
  ['/desk', '/', 'desk/claims/a.yaml'],
  ['/desk/below', '/desk', 'claims/a.yaml'],
  ['/desk/below', undefined, '../claims/a.yaml'],
  ['/desk/below', '/elsewhere', '../claims/a.yaml'],
  ['/desk', '', 'claims/a.yaml'],
])('in %s, with the repository at %s, a file is %s', (cwd, workspace, path) => {
  const files = { '/desk/claims/a.yaml': 'topic: A\ntopick: B\n' };
  const env = { GITHUB_WORKSPACE: workspace };
  expect(linesOf(files, { cwd, env }).map((line) => read(line).properties.file)).toEqual([path]);
});

interface Command {
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** A command as the runner reads it: the first `::` after the properties begins the message. */
function read(line: string): Command {
  const [, list = '', message = ''] = /^::\w+ (.*?)::(.*)$/u.exec(line) ?? [];
  const properties = list.split(',').map((property): readonly [string, string] => {
    const at = property.indexOf('=');
    return [
      property.slice(0, at),
      unescaped(
        property
          .slice(at + 1)
          .replaceAll('%3A', ':')
          .replaceAll('%2C', ','),
      ),
    ];
  });
  return { properties: Object.fromEntries(properties), message: unescaped(message) };
}

function unescaped(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

interface Place {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

function linesOf(files: Readonly<Record<string, string>>, place: Place = { cwd: '/desk' }): readonly string[] {
  const { io, stdout } = memoryIo({ files, ...place });
  main(['check', '--format', 'github'], io);
  return stdout().split('\n').slice(0, -1);
}
