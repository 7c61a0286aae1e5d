import { encodings } from './encodings.ts';
import { identity } from './identity.ts';
import { injections } from './injections.ts';
import type { HostileLedger } from './ledger.ts';
import { text } from './text.ts';
import { yaml } from './yaml.ts';

/** Every hostile ledger that is small; those of many megabytes are in `big.ts`, and what is no file of text in `disk.ts`. */
export const corpus: readonly HostileLedger[] = [...yaml, ...encodings, ...identity, ...text, ...injections];
