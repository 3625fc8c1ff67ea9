// npm run dev: the page is served by Vite with hot reload; a change in main or preload starts the app again.
import { spawn } from 'node:child_process';
import { ensureDependencies } from './dependencies.mjs';
import { ROOT, script } from './project.mjs';
import { ensureRuntime } from './runtime.mjs';
import { mainConfig, preloadConfig, rendererConfig } from './bundle.mjs';
import { ensureLibraries, requireDisplay, sandboxArguments } from './system.mjs';

await script(async (args) => {
  requireDisplay();
  await ensureDependencies();
  const { executable } = await ensureRuntime();
  await ensureLibraries(executable);
  const { build, createServer } = await import('vite');
  const server = await createServer(await rendererConfig());
  await server.listen();
  const env = { ...process.env, DOI_CHIEU_DEV_SERVER: server.resolvedUrls.local[0] };
  const switches = sandboxArguments(executable);

  let app;
  let ended;
  const end = new Promise((resolve) => (ended = resolve));
  const start = () => {
    const started = spawn(executable, [...switches, ROOT, ...args], { stdio: 'inherit', env });
    started.once('exit', (code) => {
      if (app === started) ended(code ?? 0);
    });
    app = started;
  };
  const restart = () => {
    const old = app;
    app = undefined;
    old.once('exit', start);
    old.kill();
  };

  const waiting = new Set(['main', 'preload']);
  for (const [part, config] of Object.entries({ main: mainConfig(), preload: preloadConfig() })) {
    config.build.watch = {};
    const watcher = await build(config);
    watcher.on('event', ({ code }) => {
      if (code !== 'END') return;
      if (waiting.delete(part) && waiting.size === 0) start();
      else if (waiting.size === 0 && app !== undefined) restart();
    });
  }
  const code = await end;
  await server.close();
  process.exit(code);
});
