import type * as Vite from 'vite';

/** The measuring code as one script. Vite is found at run time: it cannot be bundled into this file. */
export async function pageScript(): Promise<string> {
  const { build } = (await import(['vi', 'te'].join(''))) as typeof Vite;
  const bundled = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'chrome130',
      minify: false,
      rolldownOptions: { input: 'tests/bench/paint-page/page.ts', output: { format: 'iife' } },
    },
  });
  const [chunk] = (bundled as Vite.Rolldown.RolldownOutput).output;
  return chunk.code;
}
