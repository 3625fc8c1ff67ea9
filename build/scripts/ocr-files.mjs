// What machine reading needs at run time, without node_modules: Tesseract's worker script, its cores, the model.
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { inRoot, ROOT } from './project.mjs';

const SCRIPT = inRoot('node_modules', 'tesseract.js', 'src', 'worker-script', 'node', 'index.js');
const CORES = inRoot('node_modules', 'tesseract.js-core');
const MODEL = inRoot('node_modules', '@tesseract.js-data', 'vie', '4.0.0_best_int', 'vie.traineddata.gz');

/** The cores that read by neural network only. Which one runs depends on what the processor can do. */
const USED_CORES = ['tesseract-core-lstm', 'tesseract-core-simd-lstm', 'tesseract-core-relaxedsimd-lstm'];
const EMPTY = '\0empty';

/** Cores for the older method of reading are not shipped, and nothing is ever fetched. */
const leaveOut = {
  name: 'leave-out',
  enforce: 'pre',
  resolveId(source) {
    const isOtherCore =
      source.startsWith('tesseract.js-core/') && !USED_CORES.includes(path.posix.basename(source));
    return isOtherCore || source === 'node-fetch' ? EMPTY : null;
  },
  load: (id) => (id === EMPTY ? 'export default undefined;' : null),
};

/** Fills `outDir` with what `findOcrFiles` (main/importing/ocr/files.ts) looks for. */
export async function copyOcrFiles(outDir) {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    plugins: [leaveOut],
    ssr: { noExternal: true },
    build: {
      ssr: SCRIPT,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        external: [...builtinModules, /^node:/],
        output: { format: 'cjs', entryFileNames: 'recognise.cjs', codeSplitting: false },
      },
    },
  });
  mkdirSync(outDir, { recursive: true });
  // Each core looks for its WebAssembly beside the script.
  for (const core of USED_CORES)
    copyFileSync(path.join(CORES, `${core}.wasm`), path.join(outDir, `${core}.wasm`));
  copyFileSync(MODEL, path.join(outDir, path.basename(MODEL)));
  if (!existsSync(path.join(outDir, 'recognise.cjs'))) throw new Error('The reading script was not bundled.');
}
