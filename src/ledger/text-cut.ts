import { counted, MOST_TOLD } from '../counted.ts';
import type { Finding } from '../diagnostic.ts';
import type { Path } from '../place.ts';
import type { Cut } from './reader/tree.ts';
import { type Entity, type Field, fieldsOf } from './schema.ts';

/** Words that vanished into a comment: `says: They are #1 in the world` is YAML that reads "They are". */
export function textCuts(file: string, entity: Entity, cuts: readonly Cut[]): readonly Finding[] {
  const faults = counted(MOST_TOLD);
  for (const cut of cuts) {
    const found = (): Finding => textCut(file, cut);
    if (losesWords(fieldAt(entity, cut.path), cut.touching)) faults.add(cut.touching ? 'error' : 'warning', found);
  }
  return faults.findings();
}

function textCut(file: string, { path, range, touching }: Cut): Finding {
  return {
    code: 'text-cut',
    severity: touching ? 'error' : 'warning',
    message: `\`${path.findLast((key) => typeof key === 'string')}\` ends where a comment begins`,
    place: { file, range },
    hint: 'if the comment is part of the words, put the text in quotes or use `says: >`',
  };
}

// After a name or a role a comment is likely meant as one, unless its `#` touches a word.
function losesWords(field: Field | undefined, touching: boolean): boolean {
  return field?.shape === 'prose' || (touching && (field?.shape === 'line' || field?.shape === 'lines'));
}

/** The field of the format that a path leads to, if it leads to one. */
function fieldAt(entity: Entity, path: Path): Field | undefined {
  let within: Entity | undefined = entity;
  let field: Field | undefined;
  for (const key of path) {
    if (typeof key === 'number') continue;
    if (field?.shape === 'map') {
      field = undefined;
      continue;
    }
    field = within && fieldsOf(within).get(key);
    within = field?.of;
  }
  return field;
}
