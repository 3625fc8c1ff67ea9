/** What the names of files say about them, before anything is read. */

const TEXTS: readonly string[] = ['txt', 'md', 'markdown', 'html', 'htm', 'xhtml'];

/** Of files that can hold an article; without the dot, lower case. */
export const READABLE_EXTENSIONS: readonly string[] = [
  ...TEXTS,
  ...[
    'mht',
    'mhtml',
    'docx',
    'doc',
    'odt',
    'rtf',
    'epub',
    'pdf',
    'png',
    'jpg',
    'jpeg',
    'tif',
    'tiff',
    'webp',
  ],
  'zip',
];

const ARCHIVES: readonly string[] = ['zip', 'rar', '7z', 'tar', 'gz', 'tgz'];
const PAGES: readonly string[] = ['html', 'htm', 'xhtml'];

const MEGABYTE = 1024 * 1024;

/** Null for a name without one: the part after its last point is a word of the name then. */
export function extensionOf(name: string): string | null {
  return /\.([^.\s/\\]{1,12})$/.exec(name)?.[1]?.toLowerCase() ?? null;
}

/** In bytes. A name without an extension is a text's. */
export function sizeLimitOf(name: string): number {
  return (TEXTS.includes(extensionOf(name) ?? 'txt') ? 32 : 256) * MEGABYTE;
}

export const isZipName = (name: string): boolean => extensionOf(name) === 'zip';
export const isArchiveName = (name: string): boolean => ARCHIVES.includes(extensionOf(name) ?? '');

/** A file that lies in a folder among others and may be an article. Those without an extension are texts. */
export function mayBeArticle(name: string): boolean {
  const extension = extensionOf(name);
  return extension === null || READABLE_EXTENSIONS.includes(extension);
}

/** What programs leave beside the files of people: never meant to be read. */
export function isClutter(name: string): boolean {
  if (name === '.' || name === '..') return false;
  return /^\.|^~\$|^(?:__macosx|thumbs\.db|desktop\.ini)$/i.test(name);
}

/** The same for the letters of all systems: some write `ề` as one sign, some as three. */
const keyOf = (name: string) => name.normalize('NFC').toLowerCase();

const COMPANION = /^(.+)[_.]files$/iu;

/** Tells the folders that a browser saved beside a page, with its pictures and scripts, from those of people. */
export function companionsOf(names: Iterable<string>): (folder: string) => boolean {
  const pages = new Set<string>();
  for (const name of names) {
    const extension = extensionOf(name);
    if (extension !== null && PAGES.includes(extension))
      pages.add(keyOf(name.slice(0, -extension.length - 1)));
  }
  return (folder) => {
    const page = COMPANION.exec(folder)?.[1];
    return page !== undefined && pages.has(keyOf(page));
  };
}

const collator = new Intl.Collator('vi', { numeric: true });

/** As a person counts: `Bài 2` before `Bài 10`. The same on every run, also for names that read alike. */
export function inNaturalOrder(left: string, right: string): number {
  const order = collator.compare(left, right);
  return order !== 0 || left === right ? order : left < right ? -1 : 1;
}

/** Letters that do not show or turn the text around have no place in a name that is shown. */
export function shownName(name: string): string {
  return name.replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}
