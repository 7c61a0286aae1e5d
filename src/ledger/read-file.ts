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
  if (isUtf16(bytes)) return undecoded(file, 'the file is UTF-16, not UTF-8');
  try {
    return { text: decoder().decode(bytes), findings: [] };
  } catch {
    return undecoded(file, 'the file is not UTF-8');
  }
}

/** True for bytes that begin with the mark of UTF-16, or with half of an ASCII character in it. */
function isUtf16([first, second]: Uint8Array): boolean {
  if (first === undefined || second === undefined) return false;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || (first === 0) !== (second === 0);
}

function undecoded(file: string, message: string): Decoded {
  const hint = 'save it as UTF-8 in your editor';
  return { text: undefined, findings: [{ code: 'encoding', severity: 'error', message, place: { file }, hint }] };
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
