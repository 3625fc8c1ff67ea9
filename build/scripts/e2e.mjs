// npm run test:e2e [-- FILTER]: the tests in a real Electron window.
import { script, tool } from './project.mjs';
import { withWindows } from './window.mjs';

/** Runs the end-to-end tests; resolves with vitest's exit code. */
export const runEndToEnd = (args, options) =>
  withWindows(() =>
    tool('vitest/vitest.mjs', ['run', '--config', 'build/vitest.e2e.config.ts', ...args], options),
  );

if (process.argv[1] === import.meta.filename) await script((args) => runEndToEnd(args));
