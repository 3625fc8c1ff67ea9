import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { AnyEvent, CallInput, CallName, CallOutput } from '#core/contract';
import { createClient, type Client } from '#core/gateway';
import { openLibrary, type LibraryParts, type OpenLibrary } from '../../../main/app';
import { createDirectEngine } from '../../../main/importing/operations';
import { PARAGRAPHS, articleBytes, fakeDesktop } from './material';

export { PARAGRAPHS, articleBytes, fakeDesktop } from './material';

export interface Opened extends OpenLibrary {
  call: Client;
  events: AnyEvent[];
  /** Errors that the app told the log. */
  logged: string[];
}

const folders: string[] = [];
const open = new Set<OpenLibrary>();

/** A new folder that goes away after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'doi-chieu-'));
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  for (const library of open) await library.close();
  open.clear();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export async function openIn(folder: string, parts: Partial<LibraryParts> = {}): Promise<Opened> {
  const logged: string[] = [];
  const log = {
    info: () => undefined,
    error: (message: string, error?: unknown) => void logged.push(`${message} ${String(error)}`),
  };
  const library = await openLibrary(folder, {
    desktop: fakeDesktop(),
    engine: createDirectEngine(),
    log,
    mode: 'write',
    verify: 'first',
    ...parts,
  });
  const events: AnyEvent[] = [];
  library.subscribe((event) => events.push(event));
  open.add(library);
  return {
    ...library,
    close: async () => {
      open.delete(library);
      await library.close();
    },
    call: createClient((name, input) => library.gateway(name, input, 'local')),
    events,
    logged,
  };
}

/** Closes the library and opens it again: what is there then came from the disk. */
export async function reopened(library: Opened, parts: Partial<LibraryParts> = {}): Promise<Opened> {
  await library.close();
  return openIn(library.folder, parts);
}

export async function importText(
  library: Pick<Opened, 'call'>,
  title: string,
  paragraphs: readonly string[] = PARAGRAPHS,
): Promise<CallOutput<'import.items'>[number] & { id: string }> {
  const items = [{ name: `${title}.txt`, bytes: articleBytes(title, paragraphs) }];
  const [result] = await library.call('import.items', { items });
  if (result?.id === undefined) throw new Error(`not imported: ${JSON.stringify(result)}`);
  return { ...result, id: result.id };
}

/** A new library with articles `Bài 1`, `Bài 2`, …, each with a paragraph of its own at the end. */
export async function withArticles(count: number): Promise<{ library: Opened; ids: string[] }> {
  const library = await openIn(temporaryFolder());
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const title = `Bài ${number}`;
    ids.push((await importText(library, title, [...PARAGRAPHS, `Đoạn riêng của ${title}.`])).id);
  }
  return { library, ids };
}

export function addQuote(
  library: Pick<Opened, 'call'>,
  articleId: string,
  quote: string,
  more: Partial<CallInput<'annotations.add'>> = {},
): Promise<CallOutput<'annotations.add'>> {
  return library.call('annotations.add', { articleId, target: { quote }, kind: 'highlight', ...more });
}

/** The code with which a call is refused; `ok` when it is not. */
export async function codeOf<N extends CallName>(
  library: OpenLibrary,
  name: N,
  input: CallInput<N>,
): Promise<string> {
  const reply = await library.gateway(name, input, 'local');
  return reply.ok ? 'ok' : reply.code;
}

/** The value, which this test cannot go on without. */
export function sure<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('there is none');
  return value;
}
