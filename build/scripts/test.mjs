// npm test: everything. The last line says `N passed, N failed`, over tests and checks together.
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { CHECKS, runChecks } from './check.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { runEndToEnd } from './e2e.mjs';
import { inRoot, say, Stop, tool } from './project.mjs';

/** A test that never ends must not hold up the machine that runs it. */
const LIMIT_MS = 15 * 60_000;

let passed = 0;
const failures = [];

const fail = (what) => {
  failures.push(what);
  say(`✗ ${what}`);
};

/** Runs a step; an error fails the step and not the rest. */
async function step(name, body) {
  say(`\n── ${name}`);
  try {
    await body();
  } catch (error) {
    fail(name);
    say(error instanceof Stop ? error.message : error.stack);
  }
}

/** Runs vitest through `start` and counts its tests; a run that ends badly without a failed test is one failure. */
async function countTests(name, start) {
  const report = inRoot('dist', `.report-${name}.json`);
  await rm(report, { force: true });
  const code = await start(['--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {
    signal: AbortSignal.timeout(LIMIT_MS),
  });
  const results = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { testResults: [] };
  const before = failures.length;
  for (const file of results.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === 'passed') passed += 1;
      else fail(`${name}: ${test.fullName}`);
    }
  }
  if (code !== 0 && failures.length === before) fail(`${name} (exit code ${code})`);
}

async function all() {
  await step('checks', async () => {
    const failed = await runChecks();
    passed += CHECKS.length - failed.length;
    failures.push(...failed);
  });
  await step('unit and component tests', () =>
    countTests('unit', (args, options) =>
      tool('vitest/vitest.mjs', ['run', '--config', 'build/vitest.config.ts', ...args], options),
    ),
  );
  await step('end-to-end tests', () => countTests('e2e', runEndToEnd));
}

await step('dependencies', async () => {
  await ensureDependencies();
  await all();
});
if (failures.length > 0) say(`\nFailed:\n${failures.map((name) => `  ${name}`).join('\n')}`);
process.exitCode = failures.length === 0 ? 0 : 1;
// Everything else went to stderr; waiting for it keeps the count last.
process.stderr.write('\n', () => process.stdout.write(`${passed} passed, ${failures.length} failed\n`));
