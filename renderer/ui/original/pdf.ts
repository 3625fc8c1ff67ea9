import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import jpeg2000 from 'pdfjs-dist/wasm/openjpeg_nowasm_fallback.js?url';
import workerFile from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

/** Width by height, in the document's own unit. */
export interface PageSize {
  width: number;
  height: number;
}

/** A drawing under way; `done` fails when it was stopped. */
interface Drawing {
  done: Promise<void>;
  stop: () => void;
}

/** An open PDF. Pages count from 1. */
export interface PdfFile {
  readonly pages: number;
  /** The first page's size, which stands for all until they are looked at. */
  readonly firstSize: PageSize;
  sizeOf(page: number): Promise<PageSize>;
  /** Draws a page `width` device pixels wide. */
  draw(page: number, canvas: HTMLCanvasElement, width: number): Promise<Drawing>;
  close(): void;
}

/** The most pixels that one page is drawn with: more is blurred by the screen anyway. */
const MOST_PIXELS = 20_000_000;

/** Character maps and fonts do not lie beside the program: text that needs them is drawn in the system's fonts. */
class NothingBeside {
  fetch(): Promise<never> {
    return Promise.reject(new Error('not in the program'));
  }
}

/**
 * Opens a PDF for looking at. Nothing in it is run or followed: no script, no link, no form. It is read in a worker of
 * its own, which ends with it. Pictures are decoded in plain JavaScript, so that the policy need not allow WebAssembly.
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const thread = new Worker(workerFile, { type: 'module' });
  const worker = pdfjs.PDFWorker.create({ port: thread, verbosity: 0 });
  const task = pdfjs.getDocument({
    // The bytes go over to the worker; the caller keeps its own.
    data: new Uint8Array(bytes),
    worker,
    isEvalSupported: false,
    enableXfa: false,
    useWorkerFetch: false,
    useWasm: false,
    // pdf.js adds the file's name to this address; everything after `?` is ignored.
    wasmUrl: `${new URL(jpeg2000, document.baseURI).href}?/`,
    CMapReaderFactory: NothingBeside,
    StandardFontDataFactory: NothingBeside,
    verbosity: 0,
  });
  const close = () => {
    // What is still under way fails; nobody waits for it any more.
    task
      .destroy()
      .catch(() => undefined)
      .finally(() => thread.terminate());
  };
  try {
    const file = await task.promise;
    const first = await file.getPage(1);
    return { pages: file.numPages, firstSize: sizeOf(first), ...pagesOf(file), close };
  } catch (error) {
    close();
    throw error;
  }
}

function sizeOf(page: PDFPageProxy): PageSize {
  const { width, height } = page.getViewport({ scale: 1 });
  return { width, height };
}

function pagesOf(file: PDFDocumentProxy): Pick<PdfFile, 'sizeOf' | 'draw'> {
  return {
    sizeOf: async (number) => sizeOf(await file.getPage(number)),
    async draw(number, canvas, width) {
      const page = await file.getPage(number);
      const { width: natural, height } = sizeOf(page);
      const scale = Math.min(width / natural, Math.sqrt(MOST_PIXELS / (natural * height)));
      const viewport = page.getViewport({ scale });
      canvas.width = Math.max(1, Math.floor(viewport.width));
      canvas.height = Math.max(1, Math.floor(viewport.height));
      const task: RenderTask = page.render({ canvas, viewport, annotationMode: 0 });
      return { done: task.promise, stop: () => task.cancel() };
    },
  };
}

/** Why a PDF cannot be shown: it asks for a password, or it cannot be read. */
export const needsPassword = (error: unknown): boolean =>
  error instanceof Error && error.name === 'PasswordException';
