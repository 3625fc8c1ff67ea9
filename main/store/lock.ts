import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Refusal } from '#core/refusal';
import { errorCode, isMissing, type StoreFs } from './files';

/** A holder on another machine that gave no sign of life for so long is taken to be gone. */
const STALE_AFTER_MS = 60_000;
const HEARTBEAT_MS = 15_000;
/** After a pause that is longer (a laptop that slept), the lock is looked at before the next change. */
const TRUST_MS = 40_000;

const Holder = z.object({
  token: z.string(),
  pid: z.int().positive(),
  host: z.string(),
  app: z.enum(['window', 'cli']),
  startedAt: z.string(),
  /** When the process began, in the system's own count; tells a reused pid apart. Null where it is not known. */
  processStart: z.string().nullable(),
});
type Holder = z.infer<typeof Holder>;

export interface Lock {
  /** Throws `library-locked` when another program has taken the library in the meantime. */
  confirm(): Promise<void>;
  release(): Promise<void>;
}

interface LockParts {
  fs: StoreFs;
  /** Absolute path of the lock file. */
  path: string;
  app: 'window' | 'cli';
  now: () => Date;
  onLost: () => void;
}

/** Takes the library for this process. Throws `library-locked`, or the disk's error when no file can be made. */
export async function takeLock(parts: LockParts): Promise<Lock> {
  const holder: Holder = {
    token: randomUUID(),
    pid: process.pid,
    host: hostname(),
    app: parts.app,
    startedAt: parts.now().toISOString(),
    processStart: processStart(process.pid),
  };
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (await create(parts, holder)) return keep(parts, holder);
    const present = await readHolder(parts);
    if (present === 'gone') continue;
    if (!(await isDead(parts, present))) {
      throw new Refusal('library-locked', { holder: holderInWords(present) });
    }
    await removeDead(parts, present);
  }
  throw new Refusal('library-locked', { holder: 'Đối Chiếu' });
}

/** The lock file appears whole or not at all: it is written under another name and linked. */
async function create({ fs, path }: LockParts, holder: Holder): Promise<boolean> {
  const temporary = `${path}.${holder.token}`;
  const text = `${JSON.stringify(holder)}\n`;
  await fs.writeSynced(temporary, text);
  try {
    await fs.link(temporary, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    return await createWithoutLinks(fs, path, text);
  } finally {
    await fs.unlink(temporary);
  }
}

async function createWithoutLinks(fs: StoreFs, path: string, text: string): Promise<boolean> {
  try {
    await fs.writeSynced(path, text);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** `gone`: there is no lock any more; null: there is one that cannot be understood. */
async function readHolder({ fs, path }: LockParts): Promise<Holder | 'gone' | null> {
  try {
    const parsed = Holder.safeParse(JSON.parse(new TextDecoder().decode(await fs.readFile(path))));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (isMissing(error)) return 'gone';
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function isDead({ fs, path, now }: LockParts, holder: Holder | null): Promise<boolean> {
  if (holder !== null && holder.host === hostname()) return !isAlive(holder);
  const stamp = await fs.stamp(path);
  return stamp === null || now().getTime() - stamp.mtimeMs > STALE_AFTER_MS;
}

function isAlive({ pid, processStart: recorded }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to someone else.
    if (errorCode(error) !== 'EPERM') return false;
  }
  const started = processStart(pid);
  return recorded === null || started === null || started === recorded;
}

/** Field 22 of Linux's /proc/<pid>/stat: start time in clock ticks since the machine started. */
function processStart(pid: number): string | null {
  if (process.platform !== 'linux') return null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    // No /proc here (or the process has just ended): the pid alone has to do.
    return null;
  }
}

/**
 * Removes a dead lock. Of several processes that found it dead, only the one that makes the marker may; it looks again
 * then, because another may have been through with it before. Returns when the lock is worth another try.
 */
async function removeDead(parts: LockParts, dead: Holder | null): Promise<void> {
  const { fs, path } = parts;
  const marker = `${path}.${dead?.token.replace(/[^\w-]/gu, '') ?? 'unknown'}.dead`;
  try {
    await fs.writeSynced(marker, '');
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    await waitForOther(fs, marker);
    return;
  }
  try {
    const present = await readHolder(parts);
    if (present !== 'gone' && present?.token === dead?.token) await fs.unlink(path);
  } finally {
    await fs.unlink(marker);
  }
}

/** Another process is taking the dead lock's place; its marker counts for ten seconds, in case it died of that. */
async function waitForOther(fs: StoreFs, marker: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 30));
  const stamp = await fs.stamp(marker);
  if (stamp === null || Date.now() - stamp.mtimeMs < 10_000) return;
  try {
    await fs.unlink(marker);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

function keep(parts: LockParts, holder: Holder): Lock {
  const { fs, path } = parts;
  let confirmedAt = Date.now();
  let lost = false;

  const confirm = async (): Promise<void> => {
    const present = await readHolder(parts);
    if (present === null || present === 'gone' || present.token !== holder.token) {
      lost = true;
      clearInterval(heartbeat);
      parts.onLost();
      const other = present === null || present === 'gone' ? 'Đối Chiếu' : holderInWords(present);
      throw new Refusal('library-locked', { holder: other });
    }
    await fs.touch(path);
    confirmedAt = Date.now();
  };
  const heartbeat = setInterval(() => {
    // A lost lock is told to the person by the next change; a disk that cannot be reached is too.
    confirm().catch(() => undefined);
  }, HEARTBEAT_MS);
  heartbeat.unref();

  return {
    confirm: async () => {
      if (lost || Date.now() - confirmedAt > TRUST_MS) await confirm();
    },
    release: async () => {
      clearInterval(heartbeat);
      if (lost) return;
      const present = await readHolder(parts);
      if (present !== null && present !== 'gone' && present.token === holder.token) await fs.unlink(path);
    },
  };
}

/** `Đối Chiếu (pid 4711, may-ban, 08:15 5/1/2026)` */
function holderInWords(holder: Holder | null): string {
  if (holder === null) return 'Đối Chiếu';
  const name = holder.app === 'window' ? 'Đối Chiếu' : 'Đối Chiếu CLI';
  const since = new Date(holder.startedAt).toLocaleString('vi-VN', {
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return `${name} (pid ${holder.pid}, ${holder.host}, ${since})`;
}
