// All that has to be there before Electron can open a window.
import { ALL_PARTS, ensureBuilt } from './bundle.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ROOT, run } from './project.mjs';
import { ensureRuntime } from './runtime.mjs';
import { ensureLibraries, sandboxArguments, withVirtualDisplay } from './system.mjs';

/** Runs the app of this tree in Electron until it ends; resolves with its exit code. */
export function runApp(executable, args, env) {
  return run(executable, [...sandboxArguments(executable), ROOT, ...args], {
    env,
    stdio: 'inherit',
    cwd: process.cwd(),
  });
}

/**
 * For tests and benchmarks that open windows: everything built, a virtual display, and the runtime's path in
 * `DOI_CHIEU_ELECTRON`, where tests/e2e/launch.ts looks for it.
 */
export async function withWindows(body) {
  await ensureDependencies();
  const { executable } = await ensureRuntime({ registryOnly: true });
  await ensureLibraries(executable);
  await ensureBuilt(ALL_PARTS);
  return withVirtualDisplay(() => {
    process.env.DOI_CHIEU_ELECTRON = executable;
    return body();
  });
}
