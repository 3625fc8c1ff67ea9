import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { Refusal } from '#core/refusal';
import { errorDetail, realFs } from '../store/files';

/** Writes an exported file whole or not at all. Throws `write-failed`. */
export async function writeExport(path: string, text: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    await realFs.writeSynced(temporary, text);
    await realFs.rename(temporary, path);
    await realFs.syncFolder(dirname(path));
  } catch (error) {
    await realFs.unlink(temporary).catch(() => undefined);
    throw new Refusal('write-failed', { file: path, detail: errorDetail(error) });
  }
}
