// The commands that are measured, by the names that the tables give them.

const CLAIMS = [process.execPath, `${import.meta.dirname}/../bin/claims.js`];
const TOPIC = 'part-000/topic-00000';

/** The commands, to be run in a folder that a workshop has filled. Each is named by the tool that it needs. */
export function commandsIn(cwd, { libyaml }) {
  const commands = {
    'node -e 0': { argv: [process.execPath, '-e', '0'] },
    'claims --version': { argv: [...CLAIMS, '--version'] },
    'claims list': { argv: [...CLAIMS, 'list'] },
    'claims check': { argv: [...CLAIMS, 'check'] },
    'claims diff': { argv: [...CLAIMS, 'diff', TOPIC] },
    'claims export': { argv: [...CLAIMS, 'export', '--format', 'json'] },
    'hledger check': { argv: ['hledger', '-f', 'twin.journal', 'check'] },
    'ledger balance': { argv: ['ledger', '-f', 'twin.journal', 'balance'] },
    'bean-check': { argv: ['bean-check', '--no-cache', 'twin.beancount'] },
    libyaml: { argv: [libyaml, 'claims'] },
    rg: { argv: ['rg', '--count', 'answer', 'claims'] },
    'jq @tsv': { argv: ['jq', '-r', '[.id, .date, .speaker, .says, .answer] | @tsv', 'twin.jsonl'] },
    'jq -c': { argv: ['jq', '-c', '.', 'twin.jsonl'] },
  };
  return Object.fromEntries(Object.entries(commands).map(([name, command]) => [name, { ...command, cwd }]));
}
