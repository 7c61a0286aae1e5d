import { explained } from '../checks/explained.ts';
import { codes } from '../checks/index.ts';
import { explainAll, explain as view } from '../views/explain.ts';
import { codeNamed } from './code.ts';
import { examples, formatOption, show, type Verb } from './verb.ts';

export const explain: Verb = (program, desk) => {
  program
    .command('explain')
    .description('what a code of `check` means, why it matters, an example, and how to mend it')
    .argument('[code]', 'the code; without one all are listed')
    .addOption(formatOption('pretty', 'json', 'jsonl'))
    .addHelpText('after', examples('explain', 'explain number-cut', 'explain undated --format json'))
    .action((code: string | undefined, { format }: { readonly format: string }) => {
      show(desk, code === undefined ? explainAll(codes) : view(explained(codeNamed(code))), format);
    });
};
