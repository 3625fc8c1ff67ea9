// npm run build: bundles everything into dist/, whether it is stale or not.
import { ALL_PARTS, ensureBuilt } from './bundle.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { script } from './project.mjs';

await script(async () => {
  await ensureDependencies();
  await ensureBuilt(ALL_PARTS, { force: true });
});
