import { setImmediate as pause } from 'node:timers/promises';
import { isMissing } from '../store/files';
import type { LibraryFolder } from '../store/folder';
import { RECOGNISED_FILE } from '../store/layout';
import { lineOf, lookedIn } from './lines';
import type { Looked } from './look';

// What was found in the library, one article a line. Derived data: a line that is broken or of other rules is left out,
// and its article is looked through again.

/** After so many lines others get their turn. */
const LINES_AT_ONCE = 200;

/** A file that cannot be read is as good as none. */
export async function readKept(folder: LibraryFolder): Promise<Looked[]> {
  const text = await textOfFile(folder);
  const kept: Looked[] = [];
  let count = 0;
  for (let from = 0; from < text.length; count += 1) {
    const end = text.indexOf('\n', from);
    const looked = lookedIn(text.slice(from, end < 0 ? text.length : end));
    if (looked !== null) kept.push(looked);
    from = end < 0 ? text.length : end + 1;
    if (count % LINES_AT_ONCE === 0) await pause();
  }
  return kept;
}

/** Throws `write-failed`; the file is then as it was. */
export async function writeKept(folder: LibraryFolder, all: Iterable<Looked>): Promise<void> {
  const lines: string[] = [];
  for (const looked of all) {
    lines.push(`${lineOf(looked)}\n`);
    if (lines.length % LINES_AT_ONCE === 0) await pause();
  }
  await folder.replace(RECOGNISED_FILE, lines.join(''), false);
}

async function textOfFile(folder: LibraryFolder): Promise<string> {
  try {
    return Buffer.from(await folder.read(RECOGNISED_FILE)).toString();
  } catch (error) {
    if (isMissing(error)) return '';
    throw error;
  }
}
