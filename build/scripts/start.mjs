// npm start [-- [--library DIR] FILE...]
import path from 'node:path';
import { ensureBuilt, WINDOW_PARTS } from './bundle.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { script } from './project.mjs';
import { ensureRuntime } from './runtime.mjs';
import { ensureLibraries, requireDisplay } from './system.mjs';
import { runApp } from './window.mjs';

/** npm runs scripts in the project's folder; the paths were typed in the folder that it remembers. */
const typedIn = process.env.INIT_CWD ?? process.cwd();

const absolute = (argument) => (argument.startsWith('-') ? argument : path.resolve(typedIn, argument));

await script(async (args) => {
  requireDisplay();
  await ensureDependencies();
  const { executable } = await ensureRuntime();
  await ensureLibraries(executable);
  await ensureBuilt(WINDOW_PARTS);
  return runApp(executable, args.map(absolute));
});
