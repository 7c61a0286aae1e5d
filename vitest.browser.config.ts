import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { closingLine } from './tests/harness/closing-line.ts';

/** The tests that need a browser: Debian's Chromium, or the one that CHROMIUM names. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    globalSetup: ['tests/harness/fresh-build.ts'],
    reporters: ['default', closingLine],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});

export default config;
