import { create } from 'zustand';
import type { CallOutput, ImportResult } from '#core/contract';
import { CallFailed } from '#core/gateway';
import { call, drop } from '../bridge';
import { i18next } from '../strings/i18n';
import { showReport, useLibrary } from './library';
import { readerWidth } from './panes';
import { addResults } from './review';
import { attempt, saved } from './status';
import { remember } from './undo';
import { openBeside, openTogether, setView, useView } from './view';

/** Shows what an import brought: files that wait for a look, else the new articles side by side when nothing else is open. */
export async function afterImport(results: readonly ImportResult[]): Promise<void> {
  if (results.length === 0) return;
  showReport(results);
  addResults(results);
  if (results.some(({ status }) => status === 'imported' || status === 'revised')) saved();
  await rememberImport(results);
  if (results.some(({ status }) => status === 'waiting')) {
    setView({ view: 'review', dialog: null });
    return;
  }
  const ids = [...new Set(results.flatMap((result) => result.id ?? []))];
  const { panes } = useView.getState();
  const nothingOpen = panes.every((pane) => pane.articleId === null);
  const [first, second] = ids;
  if (nothingOpen) openTogether(ids.slice(0, 2), readerWidth());
  else if (first !== undefined && second === undefined) openBeside(first, readerWidth());
}

/** One undo step: new articles go into the trash, new versions give way to the ones before them. */
export async function rememberImport(results: readonly ImportResult[]): Promise<void> {
  const idsOf = (wanted: ImportResult['status']) =>
    results.flatMap(({ status, id }) => (status === wanted && id !== undefined ? [id] : []));
  const ids = [...new Set(idsOf('imported'))];
  const revised = await Promise.all(
    [...new Set(idsOf('revised'))].map(async (id) => {
      const { article } = await call('articles.get', { id });
      return { id, revision: article.revision };
    }),
  );
  if (ids.length + revised.length === 0) return;
  remember({
    get what() {
      return i18next.t('bringIn.undo', { count: ids.length + revised.length });
    },
    undo: async () => {
      if (ids.length > 0) await call('articles.remove', { ids });
      for (const { id, revision } of revised) await call('articles.revert', { id, to: revision - 1 });
    },
    redo: async () => {
      if (ids.length > 0) await call('articles.restore', { ids });
      for (const { id, revision } of revised) await call('articles.revert', { id, to: revision });
    },
  });
}

const importing = (bring: () => Promise<readonly ImportResult[]>): Promise<boolean> =>
  attempt(async () => afterImport(await bring()));

export const chooseFiles = (): Promise<boolean> => importing(() => call('import.choose', {}));
export const chooseFolder = (): Promise<boolean> =>
  importing(() => call('import.choose', { what: 'folder' }));
export const importSamples = (): Promise<boolean> => importing(() => call('import.samples', {}));
interface InterruptedState {
  batches: CallOutput<'import.interrupted'>;
}

/** Imports that an earlier session did not end. */
export const useInterrupted = create<InterruptedState>(() => ({ batches: [] }));

export async function loadInterrupted(): Promise<void> {
  const { readOnly } = useLibrary.getState();
  useInterrupted.setState({ batches: readOnly ? [] : await call('import.interrupted', {}) });
}

export function resumeInterrupted(): Promise<boolean> {
  useInterrupted.setState({ batches: [] });
  return importing(() => call('import.resume', {}));
}

export const forgetInterrupted = (): Promise<boolean> =>
  attempt(async () => {
    await call('import.forget', {});
    await loadInterrupted();
  });

export const cancelImport = (): Promise<boolean> => attempt(() => call('import.cancel', {}));

/** Fetches one page. Throws `CallFailed`, so that the address stays where it was typed. */
export const importUrl = async (url: string): Promise<void> => afterImport(await call('import.url', { url }));

/** Files and folders that were dropped on the window. Those that lie nowhere on the disk are sent as they are. */
export const importFiles = (files: readonly File[]): Promise<boolean> =>
  importing(async () => {
    const reply = await drop(files);
    if (reply !== null) {
      if (!reply.ok) throw new CallFailed(reply.code, reply.message);
      return reply.value as ImportResult[];
    }
    const items = await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    return call('import.items', { items, hold: true });
  });

/** Pasted text, or pasted HTML when there is some: it keeps headings, lists and captions apart. */
export const importPasted = (pasted: { text: string; html: string }, name: string): Promise<boolean> =>
  importing(() => {
    const useHtml = /<(p|h[1-6]|li|br|article|div)\b/i.test(pasted.html);
    const item = {
      name: `${name}.${useHtml ? 'html' : 'txt'}`,
      bytes: new TextEncoder().encode(useHtml ? pasted.html : pasted.text),
    };
    return call('import.items', { items: [item], hold: true });
  });
