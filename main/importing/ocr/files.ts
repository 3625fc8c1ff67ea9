import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What machine reading needs at run time. Paths of this machine. */
export interface OcrFiles {
  /** Tesseract's worker script; the WebAssembly of its core lies where the script looks for it. */
  script: string;
  /** The language model, gzipped. */
  language: string;
}

/** Beside the bundled program, as `build/scripts/ocr-files.mjs` puts them; else in the packages they come in. */
const PLACES: readonly OcrFiles[] = [
  { script: 'ocr/recognise.cjs', language: 'ocr/vie.traineddata.gz' },
  {
    script: 'node_modules/tesseract.js/src/worker-script/node/index.js',
    language: 'node_modules/@tesseract.js-data/vie/4.0.0_best_int/vie.traineddata.gz',
  },
];

/** Looks in `near` and the folders above it. Null where there is no machine reading. */
export function findOcrFiles(near: string): OcrFiles | null {
  for (const place of PLACES) {
    for (let folder = near; ; folder = dirname(folder)) {
      const files = { script: join(folder, place.script), language: join(folder, place.language) };
      if (existsSync(files.script) && existsSync(files.language)) return files;
      if (dirname(folder) === folder) break;
    }
  }
  return null;
}
