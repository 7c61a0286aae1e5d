import type { Reporter, TestModule } from 'vitest/node';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Ends the report with how many tests passed, failed and were skipped, on a line of its own. */
export const closingLine: Reporter = {
  onTestRunEnd(modules, errors) {
    const counts = modules.map(countsOf);
    const failed = total(counts, 'failed') + errors.length;
    const skipped = total(counts, 'skipped');
    const line = `${total(counts, 'passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    // The default reporter writes its own summary when the run ends too; this line comes after it.
    process.once('exit', () => process.stdout.write(`${line}\n`));
  },
};

// A file that fails outside its tests, or cannot be loaded at all, counts as one failed test.
function countsOf(module: TestModule): Counts {
  const states = [...module.children.allTests()].map((test) => test.result().state);
  const count = (state: string): number => states.filter((each) => each === state).length;
  const failed = Math.max(count('failed'), module.state() === 'failed' ? 1 : 0);
  return { passed: count('passed'), failed, skipped: count('skipped') };
}

function total(counts: readonly Counts[], key: keyof Counts): number {
  return counts.reduce((sum, each) => sum + each[key], 0);
}
