import { claimreview, isLinked } from './claimreview.ts';
import { csv } from './csv.ts';
import { isObject } from './json.ts';
import { jsonl } from './jsonl.ts';
import type { Sheet, SheetOptions } from './sheet.ts';

/** Reads a text, by which of the formats it is in: it begins with a bracket where it is JSON. */
export function readSheet(text: string, options: SheetOptions): Sheet {
  if (!/^\s*[[{]/u.test(text)) return csv(text, options);
  const document = wholeDocument(text);
  return document !== undefined && isLinked(document) ? claimreview(document) : jsonl(text, options);
}

function wholeDocument(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) || Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
