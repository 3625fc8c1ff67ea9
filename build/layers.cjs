// Who may import what (see docs/decisions). Checked by dependency-cruiser; tsconfig.json of each room is the other guard.
const ELECTRON_FILES =
  '^main/(main|window|menu|protocol|printing)\\.ts$|^main/hosts/electron\\.ts$|^preload/';
const PURE_PACKAGES = '^node_modules/(zod|approx-string-match|diff|date-fns)/';

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    forbid('no-cycles', 'Cycles hide which part depends on which.', {}, { circular: true }),
    forbid(
      'no-orphans',
      'A module that nobody imports is not used.',
      { orphan: true, pathNot: '\\.d\\.ts$|^tests/|^main/cli\\.ts$|^preload/preload\\.ts$' },
      {},
    ),
    forbid(
      'core-is-pure',
      'core imports core and pure libraries, so that every host can use it.',
      { path: '^core/' },
      { pathNot: `^core/|${PURE_PACKAGES}` },
    ),
    forbid(
      'main-stays-in-main',
      'main imports main and core; the channel names come from preload.',
      { path: '^main/' },
      { path: '^(renderer|preload|tests|build)/', pathNot: '^preload/channels\\.ts$' },
    ),
    forbid(
      'electron-in-few-files',
      'Everything else runs without Electron: in tests and on the command line.',
      { path: '^(core|main|renderer)/', pathNot: ELECTRON_FILES },
      { path: '^(electron$|node_modules/electron/)' },
    ),
    forbid(
      'cli-without-electron',
      'The command line runs in plain Node.',
      {
        path: '^main/(cli\\.ts|app\\.ts|handlers/|store/|importing/|recognising/|phrases/|search/|exporting/|hosts/cli\\.ts)',
      },
      { path: ELECTRON_FILES },
    ),
    forbid(
      'preload-takes-types-only',
      'A value from core would bring the schemas into the preload script.',
      { path: '^preload/' },
      { pathNot: '^preload/|^electron$|^node_modules/electron/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'preload-imports-core-only',
      'preload knows the contract and Electron.',
      { path: '^preload/' },
      { pathNot: '^(preload|core)/|^electron$|^node_modules/electron/' },
    ),
    forbid(
      'renderer-knows-core-only',
      'The page reaches main through the bridge.',
      { path: '^renderer/' },
      { path: '^(main|tests|build)/|^preload/(?!bridge\\.d\\.ts$)' },
    ),
    forbid(
      'renderer-without-node',
      'The page runs in a sandbox.',
      { path: '^renderer/' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'features-apart',
      'Features share ui/, state/ and strings/, never each other.',
      { path: '^renderer/([^/]+)/', pathNot: '^renderer/(ui|state|strings)/' },
      { path: '^renderer/([^/]+)/', pathNot: '^renderer/($1|ui|state|strings)/' },
    ),
    forbid(
      'shared-below-features',
      'What features share knows none of them.',
      { path: '^renderer/(ui|state|strings)/' },
      { path: '^renderer/([^/]+)/', pathNot: '^renderer/(ui|state|strings)/' },
    ),
    forbid(
      'nothing-imports-tests',
      'Tests are not part of the program.',
      { pathNot: '^(tests|build)/' },
      { path: '^tests/' },
    ),
    forbid(
      'no-unlisted-packages',
      'A package that package.json does not name can vanish with the next install.',
      { path: '^(core|main|preload|renderer)/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    ),
    forbid('resolvable', 'Every import leads somewhere.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^tests/fixtures/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.css'],
    },
  },
};
