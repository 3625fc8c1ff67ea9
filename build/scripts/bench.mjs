// npm run bench [-- NAME...]: runs tests/bench/*.bench.ts, each of which exports `default run(print)`.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeConfig } from './bundle.mjs';
import { inRoot, script } from './project.mjs';
import { withWindows } from './window.mjs';

const OUT = inRoot('dist', 'bench');

await script((names) =>
  withWindows(async () => {
    const { build } = await import('vite');
    const files = readdirSync(inRoot('tests', 'bench')).filter(
      (file) =>
        file.endsWith('.bench.ts') && (names.length === 0 || names.some((name) => file.includes(name))),
    );
    for (const file of files) {
      const name = path.basename(file, '.ts');
      const config = nodeConfig({
        entry: path.join('tests', 'bench', file),
        name: `${name}.js`,
        outDir: path.join(OUT, name),
      });
      config.ssr.external = ['playwright-core'];
      await build(config);
      console.log(`\n${name}`);
      const { default: run } = await import(pathToFileURL(path.join(OUT, name, `${name}.js`)).href);
      await run((line) => console.log(`  ${line}`));
    }
  }),
);
