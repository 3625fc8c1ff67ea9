// Electron's default app, in small: the registry copy of the runtime comes without one.
// `electron [-r MODULE]... [switches] APP [arguments]` preloads the modules and runs APP.
import { app } from 'electron/main';
import { existsSync, readFileSync } from 'node:fs';
import { Module } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

function parse(argv) {
  const preload = [];
  for (let i = 0; i < argv.length; i += 1) {
    if (argv[i] === '-r' || argv[i] === '--require') preload.push(argv[++i]);
    else if (argv[i] === '-v' || argv[i] === '--version') return { preload, version: true };
    else if (!argv[i].startsWith('-')) return { preload, app: path.resolve(argv[i]) };
  }
  return { preload };
}

function describe(folder) {
  const manifest = path.join(folder, 'package.json');
  if (!existsSync(manifest)) return;
  const { name, productName, version } = JSON.parse(readFileSync(manifest, 'utf8'));
  app.setName(productName ?? name);
  app.setVersion(version);
  app.setDesktopName(`${name}.desktop`);
  app.setAppPath(folder);
}

const options = parse(process.argv.slice(1));
if (options.version === true) {
  process.stdout.write(`v${process.versions.electron}\n`);
  process.exit(0);
}
if (options.app === undefined) {
  process.stderr.write('usage: electron [-r MODULE]... [switches] APP [arguments]\n');
  process.exit(1);
}
// Playwright's driver comes in as a preloaded module.
if (options.preload.length > 0) Module._preloadModules(options.preload.map((file) => path.resolve(file)));
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
describe(options.app);
await import(pathToFileURL(Module._resolveFilename(options.app, null, true)).href);
