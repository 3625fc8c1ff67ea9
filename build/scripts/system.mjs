// What the operating system must bring: shared libraries, a display, Chromium's sandbox.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { capture, isRoot, run, say, Stop } from './project.mjs';

/** Alternatives are separated by `|`: newer Debian and Ubuntu releases renamed some packages. */
const LIBRARIES = [
  'libgtk-3-0t64|libgtk-3-0',
  'libnss3',
  'libasound2t64|libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libnotify4',
  'libsecret-1-0',
  'libatspi2.0-0t64|libatspi2.0-0',
  'libuuid1',
];
const VIRTUAL_DISPLAY = ['xvfb', 'xauth'];

/** Makes sure that Electron's shared libraries are there: installs them as root on Debian, else says how. */
export async function ensureLibraries(executable) {
  if (process.platform !== 'linux') return;
  const missing = await missingLibraries(executable);
  if (missing.length === 0) return;
  await install(LIBRARIES, missing.join(', '));
  const still = await missingLibraries(executable);
  if (still.length > 0) throw notInstalled(await installable(LIBRARIES), still.join(', '));
}

async function missingLibraries(executable) {
  const { stdout } = await capture('ldd', [executable]);
  return [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);
}

async function install(packages, missing) {
  const debian = (await capture('apt-get', ['--version'])).code === 0;
  if (!isRoot || !debian) throw notInstalled(await installable(packages), missing);
  say(`Đang cài gói hệ thống còn thiếu (${missing})… · Installing missing system packages (${missing})…`);
  if (await aptInstall(packages)) return;
  await run('apt-get', ['update', '-q'], { stdio: 'ignore' });
  if (!(await aptInstall(packages))) throw notInstalled(await installable(packages), missing);
}

async function aptInstall(packages) {
  const names = await installable(packages);
  const code = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    stdio: 'ignore',
  });
  return code === 0;
}

/** One name for each package. */
const installable = (packages) =>
  Promise.all(packages.map((alternatives) => available(alternatives.split('|'))));

/** The first name that apt can install; the last one when it knows none. */
async function available(names) {
  for (const name of names) {
    const { stdout } = await capture('apt-cache', ['policy', name], { env: { LC_ALL: 'C' } });
    if (/Candidate: (?!\(none\))/.test(stdout)) return name;
  }
  return names.at(-1);
}

function notInstalled(names, missing) {
  const command = `sudo apt-get update && sudo apt-get install -y ${names.join(' ')}`;
  return new Stop(
    `Thiếu thành phần hệ thống: ${missing}. Trên Debian/Ubuntu hãy chạy:\n  ${command}\nTrên hệ khác, hãy cài các gói tương ứng.`,
    `System components are missing: ${missing}. On Debian/Ubuntu run the command above; elsewhere install the matching packages.`,
  );
}

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

/** For `npm start`: a window needs a screen. */
export function requireDisplay() {
  if (hasDisplay()) return;
  throw new Stop(
    'Không có màn hình (DISPLAY và WAYLAND_DISPLAY đều trống), nên không mở được cửa sổ. Hãy chạy trong phiên đồ họa, hoặc: xvfb-run -a npm start',
    'There is no display (DISPLAY and WAYLAND_DISPLAY are empty), so no window can open. Run it in a graphical session, or: xvfb-run -a npm start',
  );
}

/** Runs `body` with `DISPLAY` set to a virtual screen of its own, so that tests never disturb a real one. */
export async function withVirtualDisplay(body) {
  if (process.platform !== 'linux') return body();
  if ((await capture('sh', ['-c', 'command -v Xvfb'])).code !== 0) {
    if (hasDisplay() && !isRoot) return body();
    await install(VIRTUAL_DISPLAY, 'Xvfb');
  }
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '2560x1440x24', '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  try {
    const before = process.env.DISPLAY;
    process.env.DISPLAY = `:${await displayNumber(server)}`;
    const result = await body();
    if (before === undefined) delete process.env.DISPLAY;
    else process.env.DISPLAY = before;
    return result;
  } finally {
    server.kill();
  }
}

function displayNumber(server) {
  return new Promise((resolve, reject) => {
    server.stdio[3].setEncoding('utf8').once('data', (text) => resolve(text.trim()));
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}`)));
  });
}

/** Chromium's sandbox: as root it cannot work; elsewhere it needs user namespaces or the setuid helper. */
export function sandboxArguments(executable) {
  if (process.platform !== 'linux') return [];
  if (isRoot) {
    say('Đang chạy bằng root: thêm --no-sandbox. · Running as root: adding --no-sandbox.');
    return ['--no-sandbox'];
  }
  const helper = path.join(path.dirname(executable), 'chrome-sandbox');
  const setuid = existsSync(helper) && statSync(helper).uid === 0 && (statSync(helper).mode & 0o4000) !== 0;
  if (setuid || namespacesAllowed()) return [];
  throw new Stop(
    `Hệ thống chặn sandbox của Chromium. Hãy chạy một lần:\n  sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"`,
    'The system blocks Chromium’s sandbox. Run the command above once.',
  );
}

function namespacesAllowed() {
  const value = (file) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined);
  return (
    value('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') !== '1' &&
    value('/proc/sys/kernel/unprivileged_userns_clone') !== '0' &&
    value('/proc/sys/user/max_user_namespaces') !== '0'
  );
}
