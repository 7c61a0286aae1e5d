import { analyse } from '../analysis/analyse.ts';
import { codes, findAll } from '../checks/index.ts';
import { Failure } from '../failure.ts';
import { diagnose } from '../ledger/diagnose.ts';
import { nearest } from '../nearest.ts';
import { check as view } from '../views/check.ts';
import { examples, formatOption, readLedger, show, todayOf, type Verb, words } from './verb.ts';

interface Options {
  readonly strict?: true;
  readonly skip?: readonly string[];
  readonly format: string;
}

export const check: Verb = (program, desk) => {
  program
    .command('check')
    .description('list every fault of the files, with its place and what to do')
    .argument('[topic...]', 'only these topics')
    .option('--strict', 'exit with 1 on warnings too')
    .option('--skip <codes>', 'leave these codes out, with commas between', words)
    .addOption(formatOption('pretty', 'compact', 'json', 'jsonl'))
    .addHelpText(
      'after',
      examples('check', 'check gaza-talks --strict', 'check --skip undated,unsourced --format compact'),
    )
    .action((topics: readonly string[], { strict, skip = [], format }: Options) => {
      for (const code of skip) known(code);
      const { ledger, findings, texts, decoded } = readLedger(desk, topics);
      const all = [...findings, ...findAll({ topics: analyse(ledger), today: todayOf(desk.io) })];
      const shown = view(
        diagnose(
          all.filter(({ code }) => !skip.includes(code)),
          texts,
        ),
        strict === true ? 'strict' : 'errors',
      );
      show(desk, shown, format);
      if (decoded === 0) throw new Failure('nothing that was asked for could be read');
      desk.exit(shown.alarm ? 1 : 0);
    });
};

function known(code: string): void {
  if (codes.includes(code)) return;
  const near = nearest(code, codes);
  throw new Failure(`there is no code \`${code}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`);
}
