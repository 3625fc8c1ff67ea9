import { setImmediate as pause } from 'node:timers/promises';
import { ArticleId } from '#core/article';
import { isMissing } from '../store/files';
import type { LibraryFolder } from '../store/folder';
import { RECOGNISED_FILE } from '../store/layout';
import { RULES_VERSION, type Looked } from './look';

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
    lines.push(`${JSON.stringify({ rules: RULES_VERSION, ...looked })}\n`);
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

function lookedIn(line: string): Looked | null {
  try {
    const json: unknown = JSON.parse(line);
    if (!isLooked(json)) return null;
    const { id, contentHash, publishedOn, dictionary, mentions, bodies } = json;
    return { id, contentHash, publishedOn, dictionary, mentions, bodies };
  } catch {
    // Half a line, after a crash of the disk or of a synchroniser.
    return null;
  }
}

/** At a glance, as only this program writes the file: a full look would take longer than finding it all anew. */
function isLooked(json: unknown): json is Looked {
  if (typeof json !== 'object' || json === null) return false;
  const { rules, id, contentHash, mentions, bodies } = json as Record<string, unknown>;
  return (
    rules === RULES_VERSION &&
    ArticleId.safeParse(id).success &&
    typeof contentHash === 'string' &&
    Array.isArray(mentions) &&
    mentions.every(isMention) &&
    Array.isArray(bodies)
  );
}

function isMention(json: unknown): boolean {
  if (typeof json !== 'object' || json === null) return false;
  const { canonical, text, start, end } = json as Record<string, unknown>;
  return (
    typeof canonical === 'string' &&
    typeof text === 'string' &&
    typeof start === 'number' &&
    typeof end === 'number'
  );
}
