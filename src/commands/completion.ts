import { Argument } from 'commander';
import bash from '../completion/claims.bash?raw';
import fish from '../completion/claims.fish?raw';
import zsh from '../completion/claims.zsh?raw';
import { examples, type Verb } from './verb.ts';

const SCRIPTS: ReadonlyMap<string, string> = new Map([
  ['bash', bash],
  ['zsh', zsh],
  ['fish', fish],
]);

export const completion: Verb = (program, { io }) => {
  program
    .command('completion')
    .description('print the script by which a shell completes commands, options, topics, ids and names')
    .addArgument(new Argument('<shell>', 'the shell').choices([...SCRIPTS.keys()]))
    .addHelpText(
      'after',
      examples(
        'completion bash > ~/.local/share/bash-completion/completions/claims',
        'completion zsh > ~/.zfunc/_claims',
        'completion fish > ~/.config/fish/completions/claims.fish',
      ),
    )
    .action((shell: string) => io.out.write(SCRIPTS.get(shell) ?? ''));
};
