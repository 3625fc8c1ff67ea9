import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BrowserWindow, session, type Session, type WebContents } from 'electron';
import { FONTS_FILE } from '#core/export/article-html';
import { PAGE_MARGINS } from '#core/export/article-html-style';
import { escapedHtml } from '#core/export/html';
import { Refusal } from '#core/refusal';
import type { Desktop, Page } from './desktop';

/** Pages to be printed live in a session of their own, which reaches nothing but them and the fonts. */
const ADDRESS = 'app://print/';
const POLICY = "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'";
const MM_PER_INCH = 25.4;
const POINTS_PER_MM = 72 / MM_PER_INCH;

/** Letters whose font is on its way are printed as nothing. In a world of our own, since the page runs no script. */
const OWN_WORLD = 1;
const LOAD_FONTS =
  'Promise.allSettled(Array.from(document.fonts, (font) => font.load())).then((fonts) => fonts.length)';

const LONGEST_WAIT_MS = 4_000;

/** What Chromium says when the person closed the system's dialog. */
const CANCELLED = /cancel/iu;

/** Turns documents into pages. `pageFolder` holds the window's page and its fonts. */
export function createPrinter(pageFolder: string): Pick<Desktop, 'pdfOf' | 'print'> {
  const documents = new Map<string, string>();
  let own: Session | null = null;
  let count = 0;

  /** Loads the document into a hidden window that runs no script, and closes it afterwards. */
  async function withPage<T>(html: string, use: (contents: WebContents) => Promise<T>): Promise<T> {
    count += 1;
    const name = `${count}.html`;
    documents.set(name, html);
    own ??= openSession(documents, pageFolder);
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        session: own,
        sandbox: true,
        contextIsolation: true,
        javascript: false,
        backgroundThrottling: false,
      },
    });
    window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
    try {
      await window.loadURL(`${ADDRESS}${name}`);
      await fontsLoaded(window.webContents);
      return await use(window.webContents);
    } finally {
      documents.delete(name);
      window.destroy();
    }
  }

  return {
    async pdfOf(page) {
      try {
        return await withPage(
          page.html,
          async (contents) => new Uint8Array(await contents.printToPDF(pdfOptions(page))),
        );
      } catch (error) {
        throw new Refusal('pages-failed', { detail: detailOf(error) });
      }
    },
    print: (page) =>
      withPage(page.html, async (contents) => {
        if ((await contents.getPrintersAsync()).length === 0) throw new Refusal('no-printer');
        const failure = await send(contents, page);
        if (failure === null) return true;
        if (CANCELLED.test(failure)) return false;
        throw new Refusal('print-failed', { detail: failure });
      }),
  };
}

/** Without them the pages are still made: the answer of a hidden page has been seen to stay away. */
async function fontsLoaded(contents: WebContents): Promise<void> {
  const waited = new AbortController();
  try {
    await Promise.race([
      contents.executeJavaScriptInIsolatedWorld(OWN_WORLD, [{ code: LOAD_FONTS }]),
      pause(LONGEST_WAIT_MS, undefined, { signal: waited.signal }),
    ]);
  } finally {
    waited.abort();
  }
}

function openSession(documents: ReadonlyMap<string, string>, pageFolder: string): Session {
  const own = session.fromPartition('print');
  const assets = path.join(pageFolder, 'assets');
  own.protocol.handle('app', async ({ url }) => {
    const name = new URL(url).pathname.slice(1);
    const document = documents.get(name);
    if (document !== undefined) return answer(document, 'text/html; charset=utf-8');
    if (name === FONTS_FILE) return answer(await fontFaces(assets), 'text/css; charset=utf-8');
    // A plain name: nothing outside of the folder.
    if (!/^[\w-]+\.woff2$/u.test(name)) return new Response(null, { status: 404 });
    return answer(new Uint8Array(await readFile(path.join(assets, name))), 'font/woff2');
  });
  own.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !url.startsWith(ADDRESS) });
  });
  own.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false);
  });
  return own;
}

function answer(body: string | Uint8Array<ArrayBuffer>, type: string): Response {
  return new Response(body, {
    headers: { 'content-type': type, 'content-security-policy': POLICY, 'x-content-type-options': 'nosniff' },
  });
}

/** The fonts as the window's own style names them; none while the page is served by Vite, when the system's are taken. */
async function fontFaces(assets: string): Promise<string> {
  const names = await readdir(assets).catch(() => []);
  const styles = await Promise.all(
    names.filter((name) => name.endsWith('.css')).map((name) => readFile(path.join(assets, name), 'utf8')),
  );
  return styles.flatMap((style) => style.match(/@font-face\s*\{[^}]*\}/gu) ?? []).join('\n');
}

const inches = (millimetres: number) => millimetres / MM_PER_INCH;

function pdfOptions({ title }: Page): Electron.PrintToPDFOptions {
  const { top, right, bottom, left } = PAGE_MARGINS;
  const style = `width:100%;margin:0 ${right}mm 0 ${left}mm;color:#555;font:8pt sans-serif;white-space:nowrap;overflow:hidden;text-overflow:ellipsis`;
  return {
    pageSize: 'A4',
    margins: { top: inches(top), right: inches(right), bottom: inches(bottom), left: inches(left) },
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: `<div style="${style}">${escapedHtml(title)}</div>`,
    footerTemplate: `<div style="${style};text-align:center"><span class="pageNumber"></span> / <span class="totalPages"></span></div>`,
    generateTaggedPDF: true,
  };
}

/** Opens the system's dialog. Returns why nothing was printed, null when it was. */
function send(contents: WebContents, { title, source }: Page): Promise<string | null> {
  const { top, right, bottom, left } = PAGE_MARGINS;
  const points = (millimetres: number) => Math.round(millimetres * POINTS_PER_MM);
  return new Promise((resolve) => {
    contents.print(
      {
        printBackground: true,
        pageSize: 'A4',
        margins: {
          marginType: 'custom',
          top: points(top),
          right: points(right),
          bottom: points(bottom),
          left: points(left),
        },
        header: title,
        footer: source,
      },
      (printed, failure) => {
        resolve(printed ? null : failure);
      },
    );
  });
}

const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
