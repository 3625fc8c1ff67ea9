// node build/scripts/shot.mjs OUT.png --library DIR [--size 1440x900] [--theme dark] [FILE...]: a picture of the window.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { importSource } from './bundle.mjs';
import { script } from './project.mjs';
import { withWindows } from './window.mjs';

/** Time for articles to be imported, painted and scrolled into place. */
const SETTLE_MS = 2_500;

await script((args) =>
  withWindows(async () => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        library: { type: 'string' },
        size: { type: 'string', default: '1440x900' },
        theme: { type: 'string', default: 'light' },
      },
    });
    const [out, ...files] = positionals.map((file) => path.resolve(file));
    const [width, height] = values.size.split('x').map(Number);
    const { launchApp } = await importSource('tests/e2e/launch.ts');
    const { window, close } = await launchApp({
      library: path.resolve(values.library),
      files,
      size: { width, height },
      theme: values.theme,
    });
    await window.waitForTimeout(SETTLE_MS);
    await window.screenshot({ path: out });
    await close();
  }),
);
