import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, describe, expect, test } from 'vitest';
import { completedInBash, completedInZsh, type Desk, isInstalled, offeredInFish } from './harness/shells.ts';

const repository = `${import.meta.dirname}/..`;
const folder = mkdtempSync(`${tmpdir()}/claims-shells-`);
const twoMinutes = 120_000;

mkdirSync(`${folder}/bin`);
mkdirSync(`${folder}/claims`);
mkdirSync(`${folder}/two words`);
symlinkSync(`${repository}/bin/claims.js`, `${folder}/bin/claims`);
const trap = `touch ${folder}/obeyed`;
writeFileSync(
  `${folder}/claims/harbour.yaml`,
  `topic: "Invented example: names that a shell could obey"
parties: [Häfen & Söhne, "-dash", "a, b", 'back\\slash']
speakers:
  ministry: { name: "Ministry: press" }
  bang: { name: "Go! now" }
  run: { name: "$(${trap})" }
  run-too: { name: "\`${trap}\`" }
  red: { name: "\\e[31mred" }
  line: { name: "Two\\tparts" }
  speaker: { name: דובר רשמי }
questions:
  - id: closed
    ask: Is the harbour closed?
    claims:
      - { id: port-closed, speaker: ministry, date: 2024-06-10, says: It is closed, answer: yes }
      - { id: boats-open, speaker: bang, date: 2024-06-11, says: It is open, answer: no, party: "Road's best" }
claims:
  - { speaker: broken, date: never }
`,
);
writeFileSync(`${folder}/two words/a b.yaml`, 'topic: "Invented example: a file with a blank"\n');

const env = { PATH: `${folder}/bin:${process.env.PATH}`, HOME: folder, LANG: 'C.UTF-8', TERM: 'dumb' };

function deskOf(shell: string): Desk {
  const script = `${folder}/claims.${shell}`;
  writeFileSync(script, execFileSync(`${folder}/bin/claims`, ['completion', shell], { env, encoding: 'utf8' }));
  return { folder, env, script };
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A line, and what bash and zsh make of it. */
const LINES: readonly (readonly [typed: string, bash: string, zsh?: string])[] = [
  ['claims li', 'claims list '],
  ['claims contradictions --ki', 'claims contradictions --kind '],
  ['claims contradictions --kind di', 'claims contradictions --kind dispute '],
  ['claims diff h', 'claims diff harbour '],
  ['claims diff harbour c', 'claims diff harbour closed '],
  ['claims why p', 'claims why port-closed '],
  ['claims why harbour#p', 'claims why harbour#port-closed ', 'claims why harbour\\#port-closed '],
  ['claims list --speaker Min', 'claims list --speaker Ministry:\\ press '],
  ['claims list --speaker Ministry:', 'claims list --speaker Ministry:\\ press '],
  ['claims list --speaker "Min', 'claims list --speaker "Ministry: press" '],
  ["claims list --speaker 'Min", "claims list --speaker 'Ministry: press' "],
  ['claims list --speaker=Min', 'claims list --speaker=Ministry:\\ press '],
  ['claims list --speaker Go', 'claims list --speaker Go\\!\\ now '],
  ['claims list --speaker דוב', 'claims list --speaker דובר\\ רשמי '],
  ['claims list --speaker \\$', `claims list --speaker \\$\\(${trap.replaceAll(' ', '\\ ')}\\) `],
  ["claims list --party 'Hä", "claims list --party 'Häfen & Söhne' "],
  ['claims list --party Road', "claims list --party Road\\'s\\ best "],
  ['claims list --party back', 'claims list --party back\\\\slash '],
  ['claims check --skip undated,unso', 'claims check --skip undated,unsourced'],
  ['claims --ledger tw', 'claims --ledger two\\ words/'],
  ['claims --ledger "two words" list a', 'claims --ledger "two words" list a\\ b '],
  ['claims list --speaker nobody', 'claims list --speaker nobody'],
];

describe('completion in bash', () => {
  test(
    'writes what may come next, quoted as the line needs it',
    () => {
      const typed = LINES.map(([line]) => line);
      expect(completedInBash(typed, deskOf('bash'))).toEqual(LINES.map(([, line]) => line));
      expect(existsSync(`${folder}/obeyed`)).toBe(false);
    },
    twoMinutes,
  );

  test('says nothing where there is no ledger, or no such command', () => {
    const desk = deskOf('bash');
    const nowhere = { ...desk, folder: `${folder}/bin` };
    expect(completedInBash(['claims --ledger nowhere list h', 'claims lsit h'], nowhere)).toEqual([
      'claims --ledger nowhere list h',
      'claims lsit h',
    ]);
  });
});

describe.runIf(isInstalled('zsh'))('completion in zsh', () => {
  test(
    'writes what may come next, quoted as the line needs it',
    () => {
      const typed = LINES.map(([line]) => line);
      expect(completedInZsh(typed, deskOf('zsh'))).toEqual(LINES.map(([, bash, zsh]) => zsh ?? bash));
      expect(existsSync(`${folder}/obeyed`)).toBe(false);
    },
    twoMinutes,
  );
});

describe.runIf(isInstalled('fish'))('completion in fish', () => {
  test.each([
    ['claims li', ['list\tlist claims: who said what, when, and the flags they carry']],
    ['claims diff harbour c', ['closed\tIs the harbour closed?']],
    ['claims why harbour#p', ['harbour#port-closed\tMinistry: press, 2024-06-10: It is closed']],
    ['claims list --speaker "Min', ['Ministry: press']],
    ['claims list --party=Hä', ['--party=Häfen & Söhne']],
    ['claims list --speaker \\$', [`$(${trap})`]],
    ['claims --ledger=tw', ['--ledger=two words/']],
    ['claims --ledger two\\ words list a', ['a b']],
    ['claims list --speaker nobody', []],
  ])('after %s', (line, offered) => {
    expect(offeredInFish(line, deskOf('fish'))).toEqual(offered);
    expect(existsSync(`${folder}/obeyed`)).toBe(false);
  });
});
