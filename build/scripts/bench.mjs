// npm run bench [-- NAME...]: runs tests/bench/*.bench.ts, each of which exports `default run(print)`.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { importSource } from './bundle.mjs';
import { inRoot, script } from './project.mjs';
import { withWindows } from './window.mjs';

await script((names) =>
  withWindows(async () => {
    const files = readdirSync(inRoot('tests', 'bench')).filter(
      (file) =>
        file.endsWith('.bench.ts') && (names.length === 0 || names.some((name) => file.includes(name))),
    );
    for (const file of files) {
      const { default: run } = await importSource(path.join('tests', 'bench', file));
      console.log(`\n${path.basename(file, '.bench.ts')}`);
      await run((line) => console.log(`  ${line}`));
    }
  }),
);
