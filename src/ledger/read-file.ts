import type { Finding } from '../diagnostic.ts';
import { once } from '../memo.ts';
import type { TextFile } from '../place.ts';
import type { Entry } from './entry.ts';
import { reader } from './reader/reader.ts';
import type { ReadFile } from './reader/tree.ts';
import type { Entity } from './schema.ts';
import { textCuts } from './text-cut.ts';
import { validate } from './validate.ts';

/** What the bytes of a file came to: its text and, when they are UTF-8, nothing else to say. */
export interface Decoded {
  readonly text: string | undefined;
  readonly findings: readonly Finding[];
}

/** The most bytes a ledger file may have: 16 MiB. */
export const LARGEST_FILE: number = 16 * 2 ** 20;

/** Decodes a file, which must be UTF-8; a byte order mark at its start is passed over. */
export function decode(file: string, bytes: Uint8Array): Decoded {
  try {
    return { text: decoder().decode(bytes), findings: [] };
  } catch {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    const message = utf16 ? 'the file is UTF-16, not UTF-8' : 'the file is not UTF-8';
    const hint = 'save it as UTF-8 in your editor';
    return { text: undefined, findings: [{ code: 'encoding', severity: 'error', message, place: { file }, hint }] };
  }
}

const decoder = once(() => new TextDecoder('utf-8', { fatal: true }));

/** Reads a text as an entity of the format. Without an entry the findings say why. */
export function readEntity<E extends Entity>(
  { path, text }: TextFile,
  entity: E,
): { readonly entry: Entry<E> | undefined; readonly findings: readonly Finding[] } {
  const read: ReadFile = reader.values(path, text);
  if (read.tree === undefined) return { entry: undefined, findings: read.findings };
  const { entry, findings } = validate(path, read.tree, entity, read.marred);
  return { entry, findings: [...read.findings, ...textCuts(path, entity, read.cuts), ...findings] };
}
