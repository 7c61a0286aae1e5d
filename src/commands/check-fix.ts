import { type Checking, checking, type Diagnosed, diagnosed } from '../checking.ts';
import { Failure } from '../failure.ts';
import { type Looked, mended } from '../fixing.ts';
import { holding } from '../holding.ts';
import type { Io } from '../io.ts';
import { diagnose } from '../ledger/diagnose.ts';
import { loadInTurn } from '../load.ts';
import { withProgress } from '../progress.ts';
import { rewrite } from '../save.ts';
import type { Mending } from '../views/mended.ts';
import { type Desk, leftAsItIs, say, todayOf } from './verb.ts';

/** What is to be checked: only some topics, where any are named, and without some codes. */
export interface Asked {
  readonly topics: readonly string[];
  readonly skipped: readonly string[];
}

type Texts = ReadonlyMap<string, string>;

/** Finds every fault of the ledger, and keeps no more of a topic than that. */
export function found(desk: Desk, asked: Asked): Diagnosed {
  return diagnosed(checkingOf(desk, asked, desk.io));
}

/** Mends what can be mended of what is found, in the files themselves unless the run is dry, and finds what is left. */
export function fixed(desk: Desk, asked: Asked, run: Mending['run']): Diagnosed & { readonly mending: Mending } {
  const before = looked(desk, asked, new Map());
  const done = mended(before, (texts) => looked(desk, asked, texts));
  if (run === 'written') save(desk.io, before.texts, done.texts);
  for (const [file, why] of done.unfit) say(desk.io, leftAsItIs(file, why));
  const files = [...done.texts].map(([file, after]) => ({ file, before: before.texts.get(file) ?? '', after }));
  const diagnostics = diagnose(done.left.findings, done.left.texts);
  return { diagnostics, decoded: before.decoded, mending: { fixed: done.fixed, files, run } };
}

/** Some files, by path, are taken to hold other texts than on the disk. */
function looked(desk: Desk, asked: Asked, held: Texts): Looked & Pick<Diagnosed, 'decoded'> {
  const { findings, texts, files } = checkingOf(desk, asked, holding(desk.io, held));
  const all = [...files];
  const read = all.flatMap(({ path, text }) => (text === undefined ? [] : [[path, text] as const]));
  return {
    findings: [findings, ...all.map((one) => one.findings)].flat(),
    texts: new Map([...texts, ...read]),
    decoded: read.length,
  };
}

function checkingOf(desk: Desk, { topics, skipped }: Asked, io: Io): Checking {
  const reading = loadInTurn(io, desk.globals().ledger, topics);
  const done = checking(reading, { today: todayOf(io), skipped });
  return { ...done, files: withProgress(done.files, reading.count, io) };
}

// What was found is true of the texts that were read, and of no others.
function save(io: Io, before: Texts, after: Texts): void {
  for (const [file, text] of after) {
    rewrite(io, file, (now) => {
      if (now !== before.get(file)) throw new Failure(`\`${file}\` changed while it was checked; try again`, 4);
      return text;
    });
  }
}
