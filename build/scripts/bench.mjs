// npm run bench [-- NAME... [-- ARGUMENT...]]: runs tests/bench/*.bench.ts, each of which exports
// `default run(print, arguments)`, and `windowless` where it opens no window.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { importSource } from './bundle.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { inRoot, script } from './project.mjs';
import { withWindows } from './window.mjs';

await script(async (given) => {
  const end = given.indexOf('--');
  const names = end < 0 ? given : given.slice(0, end);
  const rest = end < 0 ? [] : given.slice(end + 1);
  const files = readdirSync(inRoot('tests', 'bench')).filter(
    (file) => file.endsWith('.bench.ts') && (names.length === 0 || names.some((name) => file.includes(name))),
  );
  await ensureDependencies();
  const benches = [];
  for (const file of files) {
    benches.push({
      name: path.basename(file, '.bench.ts'),
      ...(await importSource(path.join('tests', 'bench', file))),
    });
  }
  const runAll = async () => {
    for (const { name, default: run } of benches) {
      console.log(`\n${name}`);
      await run((line) => console.log(`  ${line}`), rest);
    }
  };
  return benches.every(({ windowless }) => windowless) ? runAll() : withWindows(runAll);
});
