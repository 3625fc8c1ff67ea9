import type { ImportResult } from '#core/contract';
import { call } from '../bridge';
import { showReport } from './library';
import { readerWidth } from './panes';
import { attempt, saved } from './status';
import { openBeside, openTogether, useView } from './view';

/** Shows what an import brought: the new articles side by side when nothing else is open, and the report. */
export function afterImport(results: readonly ImportResult[]): void {
  if (results.length === 0) return;
  showReport(results);
  if (results.some((result) => result.status !== 'refused')) saved();
  const ids = [...new Set(results.flatMap((result) => result.id ?? []))];
  const { panes } = useView.getState();
  const nothingOpen = panes.every((pane) => pane.articleId === null);
  const [first, second] = ids;
  if (nothingOpen) openTogether(ids.slice(0, 2), readerWidth());
  else if (first !== undefined && second === undefined) openBeside(first, readerWidth());
}

export const chooseFiles = (): Promise<boolean> =>
  attempt(async () => afterImport(await call('import.choose', {})));

export const importSamples = (): Promise<boolean> =>
  attempt(async () => afterImport(await call('import.samples', {})));

/** Files that were dropped on the window. */
export const importFiles = (files: readonly File[]): Promise<boolean> =>
  attempt(async () => {
    const items = await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    afterImport(await call('import.items', { items }));
  });

/** Pasted text, or pasted HTML when there is some: it keeps headings, lists and captions apart. */
export const importPasted = (pasted: { text: string; html: string }, name: string): Promise<boolean> =>
  attempt(async () => {
    const useHtml = /<(p|h[1-6]|li|br|article|div)\b/i.test(pasted.html);
    const item = {
      name: `${name}.${useHtml ? 'html' : 'txt'}`,
      bytes: new TextEncoder().encode(useHtml ? pasted.html : pasted.text),
    };
    afterImport(await call('import.items', { items: [item] }));
  });
