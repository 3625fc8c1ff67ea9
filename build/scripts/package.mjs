// npm run package [-- electron-builder's arguments]: the program as a folder in release/, made without any download.
import { ensureBuilt, WINDOW_PARTS } from './bundle.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { script, tool } from './project.mjs';
import { ensureRuntime } from './runtime.mjs';

await script(async (args) => {
  await ensureDependencies();
  await ensureBuilt(WINDOW_PARTS);
  const target = args.length > 0 ? args : ['--dir'];
  const { folder, version } = await ensureRuntime();
  return tool('electron-builder/cli.js', [
    ...target,
    '--config',
    'electron-builder.yml',
    `--config.electronDist=${folder}`,
    `--config.electronVersion=${version}`,
  ]);
});
