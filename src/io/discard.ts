import { rmSync } from 'node:fs';

/** Takes away a file that is of no more use. Where that fails it stays: what it was made for came out as it did. */
export function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The next who writes there finds it.
  }
}
