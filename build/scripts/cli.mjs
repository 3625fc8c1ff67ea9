// npm run --silent cli -- ...: the command line, with dependencies and bundle brought up to date first.
import { CLI_PARTS, ensureBuilt } from './bundle.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { inRoot, run, script } from './project.mjs';

await script(async (args) => {
  await ensureDependencies();
  await ensureBuilt(CLI_PARTS);
  // npm changed to the project's folder; paths were typed in the folder that it remembers.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  return run(process.execPath, [inRoot('dist', 'cli', 'cli.js'), ...args], { stdio: 'inherit', cwd });
});
