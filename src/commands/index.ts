import { add } from './add.ts';
import { changes } from './changes.ts';
import { check } from './check.ts';
import { complete } from './complete.ts';
import { completion } from './completion.ts';
import { contradictions } from './contradictions.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { exportCommand } from './export.ts';
import { fmt } from './fmt.ts';
import { importCommand } from './import.ts';
import { init } from './init.ts';
import { list } from './list.ts';
import { schema } from './schema.ts';
import { show } from './show.ts';
import { timeline } from './timeline.ts';
import { topics } from './topics.ts';
import type { Verb } from './verb.ts';
import { why } from './why.ts';

/** Every command by its name, in the order of the help. */
export const commands: Readonly<Record<string, Verb>> = {
  init,
  list,
  topics,
  diff,
  contradictions,
  why,
  show,
  timeline,
  changes,
  add,
  check,
  explain,
  fmt,
  export: exportCommand,
  import: importCommand,
  schema,
  completion,
  __complete: complete,
};
