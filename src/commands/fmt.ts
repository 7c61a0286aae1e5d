import { Failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { diagnose } from '../ledger/diagnose.ts';
import { formatted } from '../ledger/format/format.ts';
import { decode, LARGEST_FILE, readEntity } from '../ledger/read-file.ts';
import { filesNamed } from '../load.ts';
import { markOf, rewrite } from '../save.ts';
import { neutralise } from '../text.ts';
import type { LedgerFile } from '../topic-files.ts';
import { type FormatMode, formatted as view } from '../views/formatted.ts';
import type { Rewriting } from '../views/patch.ts';
import { type Desk, examples, leftAsItIs, say, show, type Verb } from './verb.ts';

interface Options {
  readonly check?: true;
  readonly diff?: true;
}

export const fmt: Verb = (program, desk) => {
  program
    .command('fmt')
    .description('bring files into one layout: order of keys, indentation, quotes. Texts and comments stay')
    .argument(
      '[topic...]',
      'only these topics, `_shared` for the shared file; `-` for standard input to standard output',
    )
    .option('--check', 'write nothing, say which files would change, and exit with 1 if one would')
    .option('--diff', 'the same, with the lines that would change')
    .addHelpText('after', examples('fmt', 'fmt gaza-talks', 'fmt --check', 'fmt --diff', 'fmt - < draft.yaml'))
    .action((topics: readonly string[], { check, diff }: Options) => {
      const mode = diff === true ? 'diff' : check === true ? 'check' : 'written';
      if (topics.includes('-')) fromInput(desk, topics, mode);
      else inLedger(desk, topics, mode);
    });
};

function inLedger(desk: Desk, topics: readonly string[], mode: FormatMode): void {
  const done = filesNamed(desk.io, desk.globals().ledger, topics).map((file) => attempt(desk.io, file, mode));
  tell(
    desk,
    done.flatMap((one) => ('after' in one ? [one] : [])),
    mode,
  );
  fail(
    desk,
    done.filter((one) => one instanceof Failure),
  );
}

function tell(desk: Desk, files: readonly Rewriting[], mode: FormatMode): void {
  const changed = files.filter(({ before, after }) => before !== after);
  if (changed.length > 0) show(desk, view(changed, mode), 'pretty');
  desk.exit(mode === 'written' || changed.length === 0 ? 0 : 1);
}

/** Formats one file. What cannot be met with one leaves the others alone. */
function attempt(io: Io, { path: file, fault }: LedgerFile, mode: FormatMode): Rewriting | Failure {
  if (fault !== undefined) return new Failure(`\`${file}\` is left as it is: ${fault.message}`);
  let done: Rewriting = { file, before: '', after: '' };
  try {
    rewrite(io, file, (before) => {
      if (before === undefined) throw new Failure(`\`${file}\` cannot be read: there is no such file`);
      done = { file, before, after: formattedText(file, before) };
      return mode === 'written' ? done.after : before;
    });
    return done;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

function formattedText(file: string, text: string): string {
  const result = formatted(text);
  if ('refused' in result) throw new Failure(leftAsItIs(file, result.refused));
  return result.text;
}

/** Says what could not be met; the last of it ends the command. */
function fail(desk: Desk, failures: readonly Failure[]): void {
  const last = failures.at(-1);
  for (const { message } of failures.slice(0, -1)) say(desk.io, message);
  if (last !== undefined) throw last;
}

function fromInput(desk: Desk, topics: readonly string[], mode: FormatMode): void {
  const { io } = desk;
  if (topics.length > 1) throw new Failure('`-` stands alone: standard input is one file');
  const bytes = io.stdin.read(LARGEST_FILE);
  if ('unreadable' in bytes) throw new Failure(`standard input ${bytes.message}`);
  const { text, findings } = decode('standard input', bytes);
  if (text === undefined) throw new Failure(`standard input cannot be read: ${findings[0]?.message}`);
  const result = formatted(text);
  if ('refused' in result) throw new Failure(`standard input ${firstFault(text) ?? result.refused}`);
  const after = result.text;
  // A terminal would obey what the text holds; a file or an editor is to get it as it is.
  if (mode !== 'written') tell(desk, [{ file: 'standard input', before: text, after }], mode);
  else io.out.write(io.out.isTTY ? after.replace(/[^\r\n]+/gu, neutralise) : `${markOf(bytes)}${after}`);
}

// `check` cannot look at what is in no file yet.
function firstFault(text: string): string | undefined {
  const path = 'standard input';
  const [fault] = diagnose(readEntity({ path, text }, 'topic').findings, new Map([[path, text]]));
  return fault === undefined ? undefined : `has faults; the first is in line ${fault.start.line}: ${fault.message}`;
}
