import { defineConfig } from 'vitest/config';

/** Tests in a real Electron window, one file after another: they share one screen. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    environment: 'node',
    include: ['tests/e2e/**/*.e2e.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What a window does on a busy machine takes its time.
    expect: { poll: { timeout: 20_000 } },
  },
});
