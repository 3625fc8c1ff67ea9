import type { ArticleDraft } from '#core/article';
import { Refusal } from '#core/refusal';
import type { AssembledArticle } from '#core/text/assemble';
import { PLAIN_OPTIONS, type Reader, type ReadOptions, type SourceFile } from './reading';
import { looksLikeHtml, sniff } from './sniff';
import { refuseBySize } from './sources';

export type { SourceFile } from './reading';
export { readSourceFile } from './sources';

type Format = ArticleDraft['format'];

const FORMATS: Readonly<Record<string, Format>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  mht: 'mht',
  mhtml: 'mht',
  docx: 'docx',
  docm: 'docx',
  doc: 'doc',
  odt: 'odt',
  rtf: 'rtf',
  epub: 'epub',
  pdf: 'pdf',
  png: 'image',
  jpg: 'image',
  jpeg: 'image',
  tif: 'image',
  tiff: 'image',
  webp: 'image',
};

/** Each reader is loaded when its format comes for the first time. */
const READERS: Record<Format, () => Promise<Reader>> = {
  text: async () => (await import('./text')).readText,
  markdown: async () => (await import('./markdown')).readMarkdown,
  html: async () => (await import('./html')).readHtml,
  mht: async () => (await import('./mht')).readMht,
  docx: async () => (await import('./docx')).readDocx,
  doc: async () => (await import('./doc')).readDoc,
  odt: async () => (await import('./odt')).readOdt,
  rtf: async () => (await import('./rtf')).readRtf,
  epub: async () => (await import('./epub')).readEpub,
  pdf: async () => (await import('./pdf')).readPdf,
  image: async () => (await import('./image')).readImage,
};

/** One file → its articles, at least one. Throws nothing but a `Refusal`. */
export async function readArticles(file: SourceFile, options: ReadOptions): Promise<ArticleDraft[]> {
  refuseBySize(file.name, file.bytes.length);
  const format = formatOf(file);
  const reader = await READERS[format]();
  const parts = await reader(file, options);
  if (parts.length === 0) throw new Refusal('no-article', { name: file.name });
  return parts.map(({ article, ...facts }) => draftOf(article, { ...facts, format }));
}

type FileFacts = Pick<ArticleDraft, 'format' | 'encoding' | 'part' | 'pages' | 'machineRead'>;

function draftOf({ origins: _, ...article }: AssembledArticle, facts: FileFacts): ArticleDraft {
  return { ...article, ...facts };
}

/** One file → one article. Throws nothing but a `Refusal`. */
export async function importArticle(file: SourceFile): Promise<ArticleDraft> {
  const [first] = await readArticles(file, PLAIN_OPTIONS);
  if (first === undefined) throw new Refusal('no-article', { name: file.name });
  return first;
}

/** By the bytes where they tell, else by the name; a name without an extension is a text. */
export function formatOf({ name, bytes }: SourceFile): Format {
  const binary = sniff(bytes);
  if (binary?.kind === 'binary') throw new Refusal('file-binary', { name });
  const named = /\.([^.\s/\\]{1,12})$/.exec(name)?.[1]?.toLowerCase() ?? 'txt';
  // An archive that does not say what it is may be what its name says.
  const extension = binary?.extension === 'zip' && ZIPPED.has(named) ? named : (binary?.extension ?? named);
  const format = Object.hasOwn(FORMATS, extension) ? FORMATS[extension] : undefined;
  if (format === undefined) throw new Refusal('format-unsupported', { name, extension });
  // What has no mark of its kind cannot be of a kind that always has one: a cut or mislabelled file.
  if (binary === null && !TEXTS.has(format)) return asText(bytes, format);
  return format === 'text' && looksLikeHtml(sampleOf(bytes)) ? 'html' : format;
}

const ZIPPED: ReadonlySet<string> = new Set(['docx', 'docm', 'odt', 'epub']);
const TEXTS: ReadonlySet<Format> = new Set(['text', 'markdown', 'html', 'mht']);

/** A text under another name is read as the text that it is; anything else is left to its reader to refuse. */
function asText(bytes: Uint8Array, named: Format): Format {
  const sample = sampleOf(bytes);
  if (looksLikeHtml(sample)) return 'html';
  return isPlainText(bytes) ? 'text' : named;
}

function isPlainText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 8192);
  return sample.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

/** Enough of a text to see tags in it, in any encoding: those of two bytes a letter put a zero beside each. */
function sampleOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 8192))
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '');
}
