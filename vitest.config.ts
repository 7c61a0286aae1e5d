import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { closingLine } from './tests/harness/closing-line.ts';

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**'],
    globalSetup: ['tests/harness/fresh-build.ts'],
    reporters: ['default', closingLine],
    testTimeout: 20_000,
    // By default one core is left to whoever works beside the tests, which on a machine with two is half of it.
    maxWorkers: '100%',
  },
});

export default config;
