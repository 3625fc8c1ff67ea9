// What is bundled into dist/, from which sources, and when that is needed again.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot, ROOT, say, Stop } from './project.mjs';

const COMMON = ['core', 'build/scripts/bundle.mjs', 'package.json', 'package-lock.json'];

/** Each part's entry and the folders whose files decide whether it is stale. */
const PARTS = {
  main: { entry: 'main/main.ts', sources: ['main', ...COMMON] },
  cli: { entry: 'main/cli.ts', sources: ['main', ...COMMON] },
  /** The thread that reads files; window and command line share it. */
  importing: { entry: 'main/importing/worker.ts', sources: ['main', ...COMMON] },
  /** The thread that looks through the library; the command line does that without a thread. */
  recognising: { entry: 'main/recognising/worker.ts', sources: ['main', ...COMMON] },
  /** The thread that makes a file of notes; the command line does that without a thread. */
  exporting: { entry: 'main/exporting/worker.ts', sources: ['main', ...COMMON] },
  /** The thread that looks for phrases of many articles. */
  phrases: { entry: 'main/phrases/worker.ts', sources: ['main', ...COMMON] },
  /** The process of the index of all words; the command line searches in its own. */
  indexing: { entry: 'main/search/process-entry.ts', sources: ['main', ...COMMON] },
  /** Its threads. */
  search: { entry: 'main/search/worker.ts', sources: ['main', ...COMMON] },
  /** What tesseract.js needs beside it. */
  ocr: { entry: 'build/scripts/ocr-files.mjs', sources: ['build/scripts/ocr-files.mjs', ...COMMON] },
  preload: { entry: 'preload/preload.ts', sources: ['preload', ...COMMON] },
  renderer: { entry: 'renderer/index.html', sources: ['renderer', ...COMMON] },
};
export const WINDOW_PARTS = [
  ...['main', 'preload', 'renderer'],
  ...['importing', 'recognising', 'exporting', 'phrases', 'indexing', 'search', 'ocr'],
];
export const CLI_PARTS = ['cli', 'importing', 'ocr'];
export const ALL_PARTS = Object.keys(PARTS);

const BUILT_IN = [...builtinModules, /^node:/];
/** `canvas` is an optional companion of linkedom that we do not install. */
const NOT_BUNDLED = ['electron', 'canvas', ...BUILT_IN];

/** A bundle for Node or Electron's main process, with every package in it: the packaged app carries no node_modules. */
export function nodeConfig({ entry, name, outDir, format = 'es', target = 'node20' }) {
  return {
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: inRoot(entry),
      outDir,
      emptyOutDir: true,
      target,
      minify: false,
      rolldownOptions: {
        external: NOT_BUNDLED,
        output: {
          format,
          entryFileNames: name,
          chunkFileNames: 'chunks/[name]-[hash].js',
          ...(format === 'cjs' ? { codeSplitting: false } : {}),
        },
      },
    },
  };
}

/** The window's page. `chrome130` is Electron 33, the oldest runtime that the app starts on. */
export async function rendererConfig() {
  const { default: react } = await import('@vitejs/plugin-react');
  return {
    configFile: false,
    root: inRoot('renderer'),
    base: './',
    logLevel: 'warn',
    publicDir: false,
    plugins: [react()],
    build: {
      outDir: inRoot('dist', 'renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      // Fonts stay files: the page's policy allows none from `data:`.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4_000,
    },
  };
}

export const mainConfig = () =>
  nodeConfig({ entry: PARTS.main.entry, name: 'main.js', outDir: inRoot('dist', 'main') });
export const preloadConfig = () =>
  nodeConfig({
    entry: PARTS.preload.entry,
    name: 'preload.cjs',
    outDir: inRoot('dist', 'preload'),
    format: 'cjs',
  });
const cliConfig = () => nodeConfig({ entry: PARTS.cli.entry, name: 'cli.js', outDir: inRoot('dist', 'cli') });

const threadConfig = (part) => () =>
  nodeConfig({ entry: PARTS[part].entry, name: 'worker.js', outDir: inRoot('dist', part) });

const CONFIGS = {
  main: mainConfig,
  cli: cliConfig,
  importing: threadConfig('importing'),
  recognising: threadConfig('recognising'),
  exporting: threadConfig('exporting'),
  phrases: threadConfig('phrases'),
  indexing: threadConfig('indexing'),
  search: threadConfig('search'),
  preload: preloadConfig,
  renderer: rendererConfig,
};

/** Bundles the parts whose sources changed since they were bundled. */
export async function ensureBuilt(parts, { force = false } = {}) {
  for (const part of parts) {
    const stamp = inRoot('dist', part, '.stamp');
    const current = fingerprint(PARTS[part].sources);
    if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === current) continue;
    await bundle(part);
    writeFileSync(stamp, current);
  }
}

async function bundle(part) {
  if (!existsSync(inRoot(PARTS[part].entry))) {
    throw new Stop(
      `Thiếu tệp nguồn ${PARTS[part].entry}.`,
      `The source file ${PARTS[part].entry} is missing.`,
    );
  }
  say(`Đang đóng gói ${part}… · Bundling ${part}…`);
  if (part === 'ocr') {
    const { copyOcrFiles } = await import('./ocr-files.mjs');
    await copyOcrFiles(inRoot('dist', 'ocr'));
    return;
  }
  const { build } = await import('vite');
  // Vite sets NODE_ENV for the whole process; what we start afterwards must not inherit it.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await build(await CONFIGS[part]());
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/** Bundles a TypeScript file of ours for this Node and imports it. */
export async function importSource(entry) {
  const { build } = await import('vite');
  const name = path.basename(entry, '.ts');
  const outDir = inRoot('dist', 'scripts', name);
  const config = nodeConfig({ entry, name: `${name}.js`, outDir });
  // Finds its own files beside itself, so it stays a package.
  config.ssr.external = ['playwright-core'];
  await build(config);
  return import(pathToFileURL(path.join(outDir, `${name}.js`)).href);
}

/** Changes whenever a file is added, removed, or saved again. */
function fingerprint(sources) {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesUnder(inRoot(source))) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${path.relative(ROOT, file)} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

function filesUnder(place) {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
