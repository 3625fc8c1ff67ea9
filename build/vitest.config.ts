import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Unit tests in Node, component tests in jsdom. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [react()],
  test: {
    // Nobody watches: every core may work.
    maxWorkers: '100%',
    // No test is about time: a busy machine makes none of them fail.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: { name: 'node', environment: 'node', include: ['tests/{core,main}/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'renderer',
          environment: 'jsdom',
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['build/vitest.setup.ts'],
        },
      },
    ],
  },
});
