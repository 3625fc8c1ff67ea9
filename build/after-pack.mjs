import { rm } from 'node:fs/promises';
import path from 'node:path';

/** Takes out of the packaged program what only a development runtime needs (see build/scripts/runtime.mjs). */
export default async function afterPack({ appOutDir }) {
  for (const name of ['complete.json', 'loader.sha256', 'resources/default_app.asar']) {
    await rm(path.join(appOutDir, name), { force: true });
  }
}
