import type * as Pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
export type PdfjsModule = typeof Pdfjs;
export type LoadingTask = Pdfjs.PDFDocumentLoadingTask;

/** Only drawing uses these, and nothing is drawn here; the module needs them to load. */
const STAND_INS: Readonly<Record<string, unknown>> = {
  DOMMatrix: Object,
  ImageData: Object,
  Path2D: Object,
};

let loading: Promise<PdfjsModule> | null = null;

/** pdf.js with its worker half in this thread: neither is loaded from an address. Loaded once, when first needed. */
export function loadPdfjs(): Promise<PdfjsModule> {
  loading ??= load();
  return loading;
}

async function load(): Promise<PdfjsModule> {
  for (const [name, value] of Object.entries(STAND_INS)) {
    if (!Object.hasOwn(globalThis, name))
      Object.defineProperty(globalThis, name, { value, configurable: true });
  }
  const restore = withoutWarnings();
  try {
    // @ts-expect-error -- the package has no types for its worker half, which puts itself on `globalThis`
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    restore();
  }
}

/** While it loads, the module says that it cannot draw without a native package. It is not asked to. */
function withoutWarnings(): () => void {
  const { console: output } = globalThis;
  const warn: unknown = Reflect.get(output, 'warn');
  output.warn = () => undefined;
  return () => {
    Reflect.set(output, 'warn', warn);
  };
}

const DECODERS: Readonly<Record<string, () => Promise<{ default: string }>>> = {
  'jbig2.wasm': () => import('pdfjs-dist/wasm/jbig2.wasm?url&inline'),
  'openjpeg.wasm': () => import('pdfjs-dist/wasm/openjpeg.wasm?url&inline'),
};

/** Gives pdf.js its decoders of fax and JPEG 2000 pictures out of the program itself. */
class DecodersInside {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const decoder = DECODERS[filename];
    if (decoder === undefined) throw new Error(`no decoder ${filename}`);
    const { default: address } = await decoder();
    return Uint8Array.from(Buffer.from(address.slice(address.indexOf(',') + 1), 'base64'));
  }
}

/** There are no files beside the program to read character maps and fonts from; text that needs them is rare. */
class NothingBeside {
  fetch(): Promise<never> {
    return Promise.reject(new Error('not in the program'));
  }
}

/**
 * Opens a document; the bytes are copied. Pictures of more than `mostPixels` are left out of its operator lists.
 * The caller destroys the task.
 */
export function openPdf(pdfjs: PdfjsModule, bytes: Uint8Array, mostPixels: number): LoadingTask {
  return pdfjs.getDocument({
    data: new Uint8Array(bytes),
    maxImageSize: mostPixels,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    CMapReaderFactory: NothingBeside,
    StandardFontDataFactory: NothingBeside,
    WasmFactory: DecodersInside,
    verbosity: 0,
  });
}
