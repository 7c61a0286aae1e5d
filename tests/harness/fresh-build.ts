import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';

const repository = `${import.meta.dirname}/../..`;

/** Builds the command once before all tests, so that those that start it never see an old one. */
export function setup(): void {
  try {
    execFileSync(process.execPath, ['build.js'], { cwd: repository, stdio: ['ignore', 'inherit', 'inherit'] });
  } catch {
    // The tests that need the build fail then, and say why; the others can still tell something.
    rmSync(`${repository}/dist/claims.cjs`, { force: true });
  }
}
