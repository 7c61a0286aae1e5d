import { Failure } from '../failure.ts';
import { readJson } from '../ledger/reader/json.ts';
import { claimreview, isLinked } from './claimreview.ts';
import { csv } from './csv.ts';
import { isObject } from './json.ts';
import { jsonl } from './jsonl.ts';
import type { Sheet, SheetOptions } from './sheet.ts';

/** Reads a text, by which of the formats it is in: it begins with a bracket where it is JSON. */
export function readSheet(text: string, options: SheetOptions): Sheet {
  if (!/^\s*[[{]/u.test(text)) return csv(text, options);
  const document = wholeDocument(text);
  if (document !== undefined && isLinked(document)) return claimreview(sound(document, text));
  if (document === undefined || (isObject(document) && !/\n\s*\S/u.test(text.trim()))) return jsonl(text, options);
  throw new Failure(
    'the file is one JSON document, and no ClaimReview; of JSON, one object a line is read, as JSON Lines',
  );
}

/** A document in which nothing got lost when it was read. */
function sound(document: unknown, text: string): unknown {
  const read = readJson(text, DEEPEST);
  if ('fault' in read) throw new Failure(`the file ${read.fault}${read.hint === undefined ? '' : `; ${read.hint}`}`);
  return document;
}

// Nobody nests JSON-LD like this, and ours is read by calls within calls.
const DEEPEST = 500;

function wholeDocument(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) || Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
