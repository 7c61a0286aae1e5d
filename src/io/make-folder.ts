import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Unreadable, unmakable } from './unreadable.ts';
import { stands } from './whole.ts';

/** Makes a folder with all that are missing above it. Node's own way of doing so never ends below `/proc`. */
export function makeFolder(path: string): 'made' | Unreadable {
  try {
    make(path);
    return 'made';
  } catch (error) {
    return unmakable(error);
  }
}

function make(path: string): void {
  const above = dirname(path);
  if (!stands(above)) make(above);
  try {
    mkdirSync(path);
  } catch (error) {
    // It may have been there, or somebody else has made it meanwhile.
    if (!isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
