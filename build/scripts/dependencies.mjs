import { existsSync, readFileSync } from 'node:fs';
import { inRoot, npm, say, Stop } from './project.mjs';

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Whether node_modules holds what the lock file asks for. Optional packages may be missing (other platforms). */
function installed() {
  const record = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const present = readJson(record).packages;
  const wanted = Object.entries(readJson(inRoot('package-lock.json')).packages);
  return wanted.every(
    ([place, { version, optional }]) => place === '' || optional || present[place]?.version === version,
  );
}

/** Installs the packages of the lock file when node_modules is missing or differs from it. */
export async function ensureDependencies() {
  checkNode();
  if (installed()) return;
  say('Đang cài các gói phụ thuộc… · Installing dependencies…');
  const code = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) {
    throw new Stop(
      'Không cài được các gói phụ thuộc (xem lỗi của npm ở trên). Hãy kiểm tra mạng hoặc cấu hình npm rồi chạy lại.',
      'The dependencies could not be installed (npm’s error is above). Check the network or npm’s configuration, then run again.',
    );
  }
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Stop(
    `Cần Node.js 20.19 trở lên; máy này có ${process.versions.node}.`,
    `Node.js 20.19 or newer is needed; this machine has ${process.versions.node}.`,
  );
}
