// How long the command takes to start and to list a ledger, as multiples of a Node that does nothing. The three are
// run in turn, so that whatever else the machine does falls on all of them alike.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';

const claims = `${import.meta.dirname}/../bin/claims.js`;
const rounds = 41;
const folder = mkdtempSync(`${tmpdir()}/claims-bench-`);

try {
  writeLedger(`${folder}/claims`);
  print({
    'node -e 0': ['-e', '0'],
    'claims --version': [claims, '--version'],
    'claims list (200 claims)': [claims, 'list'],
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function print(commands) {
  const names = Object.keys(commands);
  const times = new Map(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) times.get(name).push(milliseconds(commands[name]));
  }
  const bare = times.get(names[0]);
  for (const name of names) {
    const ratio = median(times.get(name)) / median(bare);
    console.log(
      `${name.padEnd(26)}${median(times.get(name)).toFixed(0).padStart(6)} ms${ratio.toFixed(2).padStart(8)} x`,
    );
  }
}

function milliseconds(args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

function writeLedger(path) {
  mkdirSync(path);
  for (let file = 0; file < 10; file += 1) {
    const questions = Array.from({ length: 5 }, (_, question) => questionText(file, question));
    writeFileSync(`${path}/topic-${file}.yaml`, `topic: Topic ${file}\nquestions:\n${questions.join('')}`);
  }
}

function questionText(file, question) {
  const claim = (index) => `      - id: claim-${question}-${index}
        speaker: Speaker ${index}
        date: 2025-05-${10 + index}
        says: In place ${file} at least ${40 + question * index} people were killed, the officials say
        answer: at least ${40 + question * index}
        source: https://example.org/${file}/${question}/${index}
`;
  const claims = Array.from({ length: 4 }, (_, index) => claim(index));
  return `  - id: question-${question}\n    ask: How many people were killed in raid ${question}?\n    time: fixed\n    claims:\n${claims.join('')}`;
}
