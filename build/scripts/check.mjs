// npm run check: everything that can be said about the sources without running them.
import { ensureDependencies } from './dependencies.mjs';
import { say, script, tool } from './project.mjs';

export const ROOMS = ['core', 'main', 'preload', 'renderer', 'tests', 'build'];

/** Name and command of each check. */
export const CHECKS = [
  ...ROOMS.map((room) => [`types of ${room}`, 'typescript/bin/tsc', ['-p', `${room}/tsconfig.json`]]),
  ['lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']],
  ['format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
  [
    'layers',
    'dependency-cruiser/bin/dependency-cruise.mjs',
    ['--config', 'build/layers.cjs', 'core', 'main', 'preload', 'renderer', 'tests'],
  ],
  ['unused code', 'knip/bin/knip.js', ['--no-progress']],
];

/** Runs all checks, also after one has failed; resolves with the names of those that failed. */
export async function runChecks() {
  const failed = [];
  for (const [name, entry, args] of CHECKS) {
    const code = await tool(entry, args);
    say(`${code === 0 ? '✓' : '✗'} ${name}`);
    if (code !== 0) failed.push(name);
  }
  return failed;
}

if (process.argv[1] === import.meta.filename) {
  await script(async () => {
    await ensureDependencies();
    return (await runChecks()).length === 0 ? 0 : 1;
  });
}
