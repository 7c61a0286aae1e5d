import type { Range } from '../../place.ts';
import type { Lexeme } from './scan.ts';

/** Topic, questions, claims and reviews need eight levels; the rest is room for mistakes. */
export const DEEPEST = 16;

/**
 * The place where a text is nested too deeply. Block lists and maps are known by their columns: a level is left as
 * soon as something begins to its left, and a list may stand at the column of the map that it is in.
 */
export function nestingWatch(): (lexeme: Lexeme) => Range | undefined {
  const levels: Level[] = [];
  let brackets = 0;
  let key: Lexeme | undefined;
  /** A second colon on a line is a syntax fault, and covered before anything is composed: it begins no map. */
  let keyed = false;
  const enter = (column: number, kind: Level['kind']): void => {
    while ((levels.at(-1)?.column ?? -1) > column) levels.pop();
    if (kind === 'map' && levels.at(-1)?.column === column && levels.at(-1)?.kind === 'list') levels.pop();
    const top = levels.at(-1);
    if (top?.column !== column || top.kind !== kind) levels.push({ column, kind });
  };
  return (lexeme) => {
    const { type } = lexeme;
    if (type === 'flow-error-end') brackets = 0;
    if (type === 'flow-error-end' || (type === 'newline' && brackets === 0)) keyed = false;
    if (brackets === 0 && startsKey(type)) key = lexeme;
    if (type === 'flow-map-start' || type === 'flow-seq-start') brackets += 1;
    else if (type === 'flow-map-end' || type === 'flow-seq-end') brackets = Math.max(0, brackets - 1);
    else if (brackets === 0 && type === 'seq-item-ind') enter(lexeme.column, 'list');
    else if (brackets === 0 && type === 'map-value-ind' && !keyed) {
      enter((key ?? lexeme).column, 'map');
      keyed = true;
    }
    const place = type === 'map-value-ind' ? (key ?? lexeme) : lexeme;
    if (type === 'newline' || type === 'map-value-ind') key = undefined;
    return levels.length + brackets > DEEPEST ? place.range : undefined;
  };
}

interface Level {
  readonly column: number;
  readonly kind: 'map' | 'list';
}

function startsKey(type: Lexeme['type']): boolean {
  return (
    type === 'text' ||
    type === 'single-quoted-scalar' ||
    type === 'double-quoted-scalar' ||
    type === 'flow-map-start' ||
    type === 'flow-seq-start'
  );
}
