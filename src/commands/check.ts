import type { Code } from '../checks/check.ts';
import { type Explained, explained } from '../checks/explained.ts';
import { codes } from '../checks/index.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { Failure } from '../failure.ts';
import { pathsFrom } from '../load.ts';
import { byCodeUnit, commaWords } from '../text.ts';
import { check as view } from '../views/check.ts';
import { withMended } from '../views/mended.ts';
import { fixed, found } from './check-fix.ts';
import { codeNamed } from './code.ts';
import { type Desk, examples, formatOption, show, type Verb } from './verb.ts';

interface Options {
  readonly strict?: true;
  readonly skip?: readonly string[];
  readonly fix?: true;
  readonly dryRun?: true;
  readonly format: string;
}

export const check: Verb = (program, desk) => {
  program
    .command('check')
    .description('list every fault of the files, with its place and what to do')
    .argument('[topic...]', 'only these topics')
    .option('--strict', 'exit with 1 on warnings too')
    .option('--skip <codes>', 'leave these codes out, with commas between', commaWords)
    .option('--fix', 'mend what can only be meant in one way: slips in keys, ids and words, and how dates are written')
    .option('--dry-run', 'with --fix: write nothing, and show the lines that would change')
    .addOption(formatOption('pretty', 'compact', 'json', 'jsonl', ...FOR_REPOSITORIES))
    .addHelpText(
      'after',
      examples(
        'check',
        'check gaza-talks --strict',
        'check --skip undated,unsourced --format compact',
        'check --fix --dry-run',
        'check --format sarif',
      ),
    )
    .action((topics: readonly string[], { strict, skip = [], fix, dryRun, format }: Options) => {
      if (dryRun && !fix) throw new Failure('--dry-run goes with --fix');
      const asked = { topics, skipped: skip.map((word) => codeNamed(word).code) };
      const mended = fix && fixed(desk, asked, dryRun ? 'dry' : 'written');
      const { diagnostics, decoded } = mended ?? found(desk, asked);
      const shown = view(FOR_REPOSITORIES.includes(format) ? inRepository(desk, diagnostics) : diagnostics, {
        gate: strict === true ? 'strict' : 'errors',
        report: { version: program.version() ?? '', rules: rulesOf(diagnostics) },
      });
      show(desk, mended === undefined ? shown : withMended(shown, mended.mending), format);
      if (decoded === 0) throw new Failure('nothing that was asked for could be read');
      desk.exit(shown.alarm ? 1 : 0);
    });
};

// Whoever reads these looks for the files from the root of the repository, wherever the command was started.
const FOR_REPOSITORIES: readonly string[] = ['github', 'sarif'];

// On a runner of GitHub this variable has the folder into which the repository was checked out.
function inRepository({ io }: Desk, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const path = pathsFrom(io, io.env.GITHUB_WORKSPACE || undefined);
  return diagnostics.map((diagnostic) => {
    const { file, related } = diagnostic;
    const elsewhere = related?.map((one) => ({ ...one, file: path(one.file) }));
    return { ...diagnostic, file: path(file), ...(elsewhere && { related: elsewhere }) };
  });
}

function* rulesOf(diagnostics: readonly Diagnostic[]): Generator<Explained> {
  const found = new Set(diagnostics.map(({ code }) => code));
  const byCode = (a: Code, b: Code): number => byCodeUnit(a.code, b.code);
  for (const code of codes.filter((one) => found.has(one.code)).sort(byCode)) yield explained(code);
}
