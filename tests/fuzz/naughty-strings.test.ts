import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { main } from '../../src/main.ts';
import { fold, neutralise } from '../../src/text.ts';
import { type MemoryIo, memoryIo } from '../harness/memory.ts';
import { BLANK, NAUGHTY, naughtyLedger, TEXT_KEYS } from '../harness/naughty-ledger.ts';
import { isLong } from '../harness/runs.ts';
import { firstDifference } from '../harness/told-alike.ts';
import { fileText, type Plain } from '../harness/topic.ts';
import { READERS } from '../harness/words-in.ts';

// Each string in each key with `npm run fuzz`; else a twelfth of the topics, in which each stands in some of the keys.
const STEP = isLong ? 1 : 12;
const TIMEOUT = 600_000;

const { topics, twins, texts, keys } = naughtyLedger(STEP);
const files = filesOf(topics);
const twinFiles = filesOf(twins);

test('the list is there, and stands in every text key of a topic', () => {
  expect([NAUGHTY.length, BLANK.length]).toEqual([476, 5]);
  // A file of what topics share has a remark that is printed nowhere; who speaks is tried below.
  expect(TEXT_KEYS.filter((key) => !keys.includes(key))).toEqual(['shared.note', 'claim.speaker']);
});

test('what is written is read back the same by another reader of YAML', () => {
  const read = Object.values(files).map((text) => parseYaml(text, { schema: 'failsafe' }));
  expect(read).toEqual(topics);
});

test(
  'what is laid out anew is read back the same',
  () => {
    const { memory, exit } = run(files, ['fmt']);
    expect(exit).toBe(0);
    const read = [...memory.files.values()].map((text) => parseYaml(String(text), { schema: 'failsafe' }));
    expect(read).toEqual(topics);
  },
  TIMEOUT,
);

test(
  'nothing of it is a fault',
  () => {
    expect(JSON.parse(printed(files, ['check', '--format', 'json'])).counts.error).toBe(0);
  },
  TIMEOUT,
);

test('what is blank is refused where a text must stand', () => {
  for (const says of BLANK) {
    const file = fileText({ topic: 'A topic', claims: [{ speaker: 'ann', says }] });
    const { memory, exit } = run({ '/desk/claims/t.yaml': file }, ['check', '--format', 'compact']);
    expect([exit, memory.stdout()], JSON.stringify(says)).toEqual([1, expect.stringMatching(/^claims\/t\.yaml:3:/u)]);
  }
});

test(
  'who is named so is a speaker of that name',
  () => {
    const claims = NAUGHTY.map((speaker, index) => ({ id: `c${index}`, speaker, says: 'So' }));
    const ledger = { '/desk/claims/t.yaml': fileText({ topic: 'A topic', claims }) };
    const told = JSON.parse(printed(ledger, ['list', '--format', 'json'])).claims;
    // Names that differ in capitals are one name.
    expect(told.map(({ speaker }: { speaker: string }) => fold(speaker))).toEqual(NAUGHTY.map(fold));
  },
  TIMEOUT,
);

describe('each export is read back to the same text', () => {
  test.each(Object.entries(READERS))(
    '%s',
    (format, { words, shown: make }) => {
      const told = (ledger: Files, topic: readonly string[] = []): string =>
        words(printed(ledger, ['export', ...topic, '--format', format]));
      // A page has one topic, and in a brief of several no two headings are alike.
      const found = ['html', 'html-fragment', 'markdown'].includes(format)
        ? ofEach([(topic) => [topic]], told, make)
        : difference(told, make);
      expect(found).toBe(undefined);
    },
    TIMEOUT,
  );
});

describe('on a terminal each text is told, and nothing that it would obey', () => {
  test.each([['list'], ['topics'], ['contradictions --all']])(
    '%s',
    (look) => {
      const told = (ledger: Files): string => bare(shown(ledger, look.split(' '), 9999));
      expect(difference(told, (text) => bare(neutralise(text)))).toBe(undefined);
      shown(files, look.split(' '), 80);
    },
    TIMEOUT,
  );

  test(
    'diff, timeline, show and why',
    () => {
      const looks = [
        (topic: string) => ['diff', topic],
        (topic: string) => ['timeline', topic],
        (topic: string) => ['show', `${topic}#one`],
        (topic: string) => ['why', `${topic}#one`, `${topic}#two`],
      ];
      // Below 60 columns no two cells stand side by side. What an answer allows is told as it is compared.
      const told = (ledger: Files, args: readonly string[]): string =>
        bare(shown(ledger, args, args[0] === 'diff' ? 59 : 9999).replace(/^(?:one|two) allows: .*$/gmu, ''));
      expect(ofEach(looks, told, (text) => bare(neutralise(text)))).toBe(undefined);
    },
    TIMEOUT,
  );

  test(
    'check, in every format that has lines',
    () => {
      for (const format of ['pretty', 'compact', 'github']) shown(files, ['check', '--format', format], 80);
    },
    TIMEOUT,
  );
});

test(
  'a spreadsheet that is imported is the ledger that was exported',
  () => {
    const sheet = printed(files, ['export', '--format', 'csv']);
    const { memory, exit } = run({ '/desk/sheet.csv': sheet, '/desk/claims/.keep': '' }, [
      'import',
      'sheet.csv',
      '--write',
    ]);
    expect(exit, memory.stderr()).toBe(0);
    const made = Object.fromEntries(memory.files) as Files;
    expect(JSON.parse(printed(made, ['export', '--format', 'json']))).toEqual(
      JSON.parse(printed(files, ['export', '--format', 'json'])),
    );
  },
  TIMEOUT,
);

type Files = Readonly<Record<string, string>>;

function filesOf(all: readonly Plain[]): Files {
  return Object.fromEntries(all.map((topic, index) => [`/desk/claims/${idOf(index)}.yaml`, fileText(topic)]));
}

function idOf(index: number): string {
  return `t${String(index).padStart(3, '0')}`;
}

function run(ledger: Files, args: readonly string[], width = 80): { readonly memory: MemoryIo; readonly exit: number } {
  const memory = memoryIo({ files: ledger, cwd: '/desk', width });
  return { memory, exit: main(args, memory.io) };
}

function printed(ledger: Files, args: readonly string[], width = 80): string {
  const { memory, exit } = run(ledger, args, width);
  expect(exit, `${args.join(' ')}: ${memory.stderr()}`).toBe(0);
  return memory.stdout();
}

/** What is printed on a terminal, having seen that it fits, and that nothing in it would be obeyed. */
function shown(ledger: Files, args: readonly string[], width: number): string {
  const text = printed(ledger, args, width);
  expect(text).not.toMatch(/[^\n\P{Cc}]|\p{Surrogate}|[\u202a-\u202e\u2066-\u2069]/u);
  const isWide = args.includes('compact') || args.includes('github');
  expect(text.split('\n').filter((line) => line.endsWith(' ') || (!isWide && stringWidth(line) > width))).toEqual([]);
  return text;
}

function difference(told: (ledger: Files) => string, make = (text: string): string => text): object | undefined {
  return firstDifference(told(files), told(twinFiles), { texts, shown: make });
}

/** The first difference in what is printed of a topic alone. */
function ofEach(
  looks: readonly ((topic: string) => readonly string[])[],
  told: (ledger: Files, args: readonly string[]) => string,
  make: (text: string) => string,
): object | undefined {
  for (const index of topics.keys()) {
    const path = `/desk/claims/${idOf(index)}.yaml`;
    for (const look of looks.map((one) => one(idOf(index)))) {
      const found = difference((ledger) => told({ [path]: ledger[path] ?? '' }, look), make);
      if (found !== undefined) return { look, ...found };
    }
  }
  return undefined;
}

function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}
