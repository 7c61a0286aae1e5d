import { jsonSchema } from '../ledger/json-schema.ts';
import { examples, type Verb } from './verb.ts';

export const schema: Verb = (program, { io }) => {
  program
    .command('schema')
    .description('print the JSON Schema of the files, by which an editor completes, explains and checks them')
    .option('--shared', 'of _shared.yaml instead of a topic')
    .addHelpText('after', examples('schema > schema/topic.schema.json', 'schema --shared > schema/shared.schema.json'))
    .action(({ shared }: { readonly shared?: true }) => {
      io.out.write(`${JSON.stringify(jsonSchema(shared === true ? 'shared' : 'topic'), null, 2)}\n`);
    });
};
