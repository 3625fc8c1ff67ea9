import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, protocol, session } from 'electron';
import { STYLE as EXPORT_CSS } from '#core/export/html-style';

const SCHEME = 'app';
const HOST = 'doi-chieu';

/** Where the window's page comes from: our own files, or Vite's server during development. */
export const DEV_SERVER = app.isPackaged ? undefined : process.env['DOI_CHIEU_DEV_SERVER'];
export const PAGE = DEV_SERVER ?? `${SCHEME}://${HOST}/index.html`;

/** The style of an exported file, so that its preview (a sandboxed frame under our policy) looks like the file. */
const EXPORT_STYLE = `'sha256-${createHash('sha256').update(EXPORT_CSS).digest('base64')}'`;

/** No inline script, no inline style but the export's own, nothing from a network, no plug-in, no frame from elsewhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${EXPORT_STYLE}`,
  "font-src 'self'",
  // `blob:` is what the page itself holds: the pictures of an original.
  "img-src 'self' data: blob:",
  "worker-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Has to run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** `URL.origin` is the string "null" for every custom scheme, so protocol and host are compared. */
export function isOurPage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const asked = new URL(url);
  const ours = new URL(PAGE);
  return asked.protocol === ours.protocol && asked.host === ours.host;
}

/** Serves the files of `folder` and nothing else. */
export function servePage(folder: string): void {
  protocol.handle(SCHEME, async (request) => {
    const file = fileFor(request.url, folder);
    const type = file === null ? undefined : CONTENT_TYPES[path.extname(file)];
    if (request.method !== 'GET' || file === null || type === undefined) return notFound();
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: {
          'content-type': type,
          'content-security-policy': POLICY,
          'x-content-type-options': 'nosniff',
        },
      });
    } catch {
      return notFound();
    }
  });
}

const notFound = () => new Response(null, { status: 404 });

/** The file that a URL names, or null when it lies outside the folder. */
function fileFor(url: string, folder: string): string | null {
  const { host, pathname } = new URL(url);
  if (host !== HOST) return null;
  const file = path.join(folder, decodeURIComponent(pathname));
  return file.startsWith(folder + path.sep) ? file : null;
}

/** The page may do nothing but show itself: no network, no permissions except copying, no downloads. */
export function closeSession(): void {
  const { defaultSession } = session;
  const copying = (permission: string) => permission === 'clipboard-sanitized-write';
  defaultSession.setPermissionRequestHandler((_, permission, answer) => {
    answer(copying(permission));
  });
  defaultSession.setPermissionCheckHandler((_, permission) => copying(permission));
  defaultSession.on('will-download', (event) => {
    event.preventDefault();
  });
  defaultSession.setSpellCheckerEnabled(false);
  if (DEV_SERVER !== undefined) return;
  const local = new Set([`${SCHEME}:`, 'data:', 'blob:', 'devtools:']);
  defaultSession.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !local.has(new URL(url).protocol) });
  });
}
